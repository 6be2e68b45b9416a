"""Who and what a text names: the names of the packs, abbreviations it explains, and names whose initials it uses."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from copylint.analysis.full_name import full_names
from copylint.analysis.kept import by_word, kept
from copylint.analysis.name_form import Found, found_forms, is_abbreviation, plain
from copylint.document import COPY, Block, Entity, Introduction, Knowledge, Mention, Name, Quote
from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import dataclass
from copylint.words import Words

_SLUG = lazy(r"[^\W_]+")
_TIED = lazy(r"(?:['’]s|['’])?(?:[-‐‑][a-z].*)?\Z")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A span said to name an entity."""

    span: Span
    entity: str


def entities(
    words: Words,
    blocks: Sequence[Block],
    quotes: Sequence[Quote],
    introductions: Sequence[Introduction],
    knowledge: Knowledge,
) -> tuple[Entity, ...]:
    """Who and what is named, by first mention; mentions never overlap, and none stands in furniture or links.

    An entity of a names pack has the pack's id; any other one of its full name. What a text itself explains (“Full Name (ABC)”)
    goes before what a pack knows of ABC.
    """
    prose = words.prose
    readable = _Readable.of(prose, blocks)
    found = [one for one in found_forms(words, knowledge.names) if readable.holds(one.span, is_short=_is_short(one, prose))]
    packed = _packed(found, knowledge.names)
    own = _own(words, readable, introductions, packed)
    mentions = _mentions(prose, (*own, *packed), readable, quotes)
    known = _by_id(knowledge.names)
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.entity].append(mention)
    return tuple(Entity(entity, tuple(group), known.get(entity)) for entity, group in grouped.items())


@kept
def _by_id(names: Sequence[Name]) -> dict[str, Name]:
    return {name.id: name for name in names}


@dataclass(frozen=True, slots=True)
class _Readable:
    """Which parts of a text are copy, and which of those are shouted: there capitals tell no abbreviation from a word."""

    starts: tuple[int, ...]
    blocks: tuple[Block, ...]
    shouted: tuple[bool, ...]

    @classmethod
    def of(cls, prose: str, blocks: Sequence[Block]) -> _Readable:
        """The readable parts of a text."""
        return cls(
            tuple(block.span.start for block in blocks),
            tuple(blocks),
            tuple(block.span.of(prose).isupper() for block in blocks),
        )

    def block(self, offset: int) -> int:
        """The index of the block that holds an offset, or -1."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].span.end else -1

    def holds(self, span: Span, *, is_short: bool) -> bool:
        """Whether a span stands in copy; an abbreviation also where capitals mean something."""
        block = self.block(span.start)
        if block < 0 or span.end > self.blocks[block].span.end or self.blocks[block].kind not in COPY:
            return False
        return not (is_short and self.shouted[block])


def _is_short(found: Found, prose: str) -> bool:
    return is_abbreviation(found.span.of(prose))


def _packed(found: Sequence[Found], names: Sequence[Name]) -> tuple[_Claim, ...]:
    """What the packs know of the forms found.

    A form that several names have, that is an ordinary word in capitals, or that is only a part of a longer form of its name
    counts where the text names the same thing in another, surer way.
    """
    meant = [tuple(dict.fromkeys(form.name for form in one.forms)) for one in found]
    sure = {of[0] for one, of in zip(found, meant, strict=True) if len(of) == 1 and not one.forms[0].is_doubtful}
    claims = []
    for one, of in zip(found, meant, strict=True):
        candidates = [name for name in of if name in sure]
        if len(candidates) == 1:
            claims.append(_Claim(one.span, names[candidates[0]].id))
    return tuple(claims)


def _own(
    words: Words, readable: _Readable, introductions: Sequence[Introduction], packed: Sequence[_Claim]
) -> tuple[_Claim, ...]:
    """What the text itself ties to an abbreviation, by an introduction or by its initials."""
    prose = words.prose
    uses = _uses(words, readable)
    pack_of = {claim.span: claim.entity for claim in packed}
    claims: list[_Claim] = []
    tied = set()
    for intro in introductions:
        if readable.holds(intro.full, is_short=False):
            short = _bare(intro.short.of(prose)).replace(".", "")
            claims += _tied(prose, intro.full, (intro.short, *(() if short in tied else uses[short])), pack_of)
            tied.add(short)
    expanded: dict[str, str] = {}
    known = {_bare(claim.span.of(prose)) for claim in packed}
    wanted = {short for short in uses if short not in tied and short.isalpha() and short not in known}
    for full, short in full_names(prose, wanted):
        if not readable.holds(full, is_short=False):
            continue
        name = plain(full.of(prose))
        if expanded.setdefault(short, name) == name:
            claims += _tied(prose, full, uses.pop(short, ()), pack_of)
    return tuple(claims)


def _tied(prose: str, full: Span, shorts: Iterable[Span], pack_of: dict[Span, str]) -> list[_Claim]:
    bare = Span(full.start + 4, full.end) if full.of(prose).lower().startswith("the ") else full
    entity = pack_of.get(full) or pack_of.get(bare) or "-".join(_SLUG.findall(bare.of(prose).lower()))
    return [_Claim(span, entity) for span in (full, *shorts)]


def _uses(words: Words, readable: _Readable) -> dict[str, list[Span]]:
    """Where each abbreviation of three letters or more stands, in order, by its letters without stops."""
    uses: dict[str, list[Span]] = defaultdict(list)
    for surface in words.capitals:
        bare = _abbreviation[surface]
        if bare:
            starts = (words.starts[number] for number in words.index[surface])
            spans = [span for start in starts if readable.holds(span := Span(start, start + len(bare)), is_short=True)]
            if spans:
                uses[bare.replace(".", "")] += spans
    for spans in uses.values():
        spans.sort()
    return uses


@by_word
def _abbreviation(surface: str) -> str:
    """The abbreviation of three letters or more that a token is, or is tied to; empty where it is none."""
    if surface.islower() or surface[1:].islower() or not surface[:1].isupper():
        return ""
    bare = _bare(surface)
    return bare if _is_spelled_by_initials(bare) else ""


def _is_spelled_by_initials(surface: str) -> bool:
    return 3 <= sum(map(str.isalnum, surface)) <= 10 and is_abbreviation(surface)


def _bare(surface: str) -> str:
    """A surface without its possessive and the small word tied to it: WSJ’s, ISIS-linked."""
    return _TIED.sub("", surface, count=1)


def _mentions(prose: str, claims: Iterable[_Claim], readable: _Readable, quotes: Sequence[Quote]) -> list[Mention]:
    """The mentions of all claims in order; of two that overlap the longer stays, of two as long the earlier claim."""
    parts = sorted(part for quote in quotes for part in quote.parts)
    starts = [part.start for part in parts]
    kept: list[_Claim] = []
    for claim in sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end)):
        if not kept or claim.span.start >= kept[-1].span.end:
            kept.append(claim)
    mentions = []
    for claim in kept:
        part = bisect_right(starts, claim.span.start) - 1
        is_quoted = part >= 0 and claim.span.start < parts[part].end
        block = readable.block(claim.span.start)
        mentions.append(Mention(claim.span, claim.entity, claim.span.of(prose), block, is_quoted))
    return mentions
