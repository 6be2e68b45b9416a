"""Name words of one story that are written nearly alike, and may be one name: found once for the rules on spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache

from copylint.analysis.full_name import DATES
from copylint.analysis.kept import by_word, kept
from copylint.analysis.name_form import forms_of
from copylint.analysis.name_run import OPENERS, TITLES, bare, folded
from copylint.checks.names._slip import is_slip, sound
from copylint.document import BODY, BlockKind, Document, Name, NameRun
from copylint.lazy import lazy
from copylint.lexicon import COMMON, Support, lexicon
from copylint.lexicon.proper import is_institution
from copylint.spans import Span
from copylint.values import dataclass

WHERE = BODY | {BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION}
_SHORTEST, _SHORTEST_ALONE = 4, 5
_CONTRACTED = lazy(r"['’](?:re|ll|ve|d|m|t)\Z|\d")
_WIDEST = 40
"""No name has more words than that: what does is a line in capitals."""
_LARGEST = 60
"""As many words that begin alike are compared; more don't stand in one story."""
_COMMON_FIRSTS = frozenset(
    "House Senate British Central North South East West Northern Southern Eastern Western New Old Saint San Santa University"
    " College School Lake Mount River Fort Port Cape Royal National County City Great Little Upper Lower American French"
    " German Russian Chinese Indian Irish Italian Spanish African European Asian Arab Islamic Jewish Christian Catholic Black"
    " White Red Green Blue The Super Supreme High First Second Third World Bank Department Ministry Democratic Republican"
    " Liberal Labour Labor Conservative Social General Public Human Civil Street Road Avenue Party"
    " Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July"
    " August September October November December".split()
)
"""Words that many names share, so that they tie no two of them together."""


class Kind(Enum):
    """How two words differ."""

    SLIP = "slip"
    DIACRITICS = "diacritics"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class Variant:
    """A word that stands for another in a story, in order where each stands outside quotations."""

    kind: Kind
    rare: str
    usual: str
    places: tuple[Span, ...]
    usual_places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    """A word in a run: where it is in the text, the other words of the run but titles, and whether one follows it."""

    span: Span
    others: frozenset[str]
    is_given: bool
    is_quoted: bool


_LATEST: list[tuple[Document, tuple[Variant, ...]]] = []


def variants(document: Document) -> tuple[Variant, ...]:
    """The pairs of words that stand for one name, the rarer first; each rare word once."""
    if not _LATEST or _LATEST[0][0] is not document:
        _LATEST[:] = [(document, tuple(_found(document)))]
    return _LATEST[0][1]


def _found(document: Document) -> Iterator[Variant]:
    pairs = list(_near(document))
    if not pairs:
        return
    uses = _uses(document, frozenset(word for pair in pairs for word in pair[1:]))
    seen = set()
    for kind, one, other in pairs:
        told = (
            [use for use in uses.get(one, ()) if not use.is_quoted],
            [use for use in uses.get(other, ()) if not use.is_quoted],
        )
        if not all(told):
            continue
        sides = ((one, told[0]), (other, told[1]))
        (rare, its), (usual, theirs) = sorted(sides, key=lambda side: (len(side[1]), _support(side[0]), -side[1][0].span.start))
        if kind is Kind.SLIP and rare in _pack_words(document.knowledge.names) and _support(usual) is not Support.NONE:
            continue  # Syriza beside Syria
        if rare not in seen and _is_one(kind, (rare, its), (usual, theirs)):
            seen.add(rare)
            yield Variant(kind, rare, usual, tuple(use.span for use in its), tuple(use.span for use in theirs))


@kept
def _pack_words(names: Sequence[Name]) -> frozenset[str]:
    """The words that names packs write names with."""
    return frozenset(word for name in names for form in forms_of(name) for word in form.split())


@by_word
def _stem(surface: str) -> str:
    """The name word that a token is, without its possessive; empty where it is none."""
    if len(surface) < _SHORTEST or surface.islower():
        return ""
    stem = bare(surface)
    if len(stem) < _SHORTEST or stem.isupper() or stem in OPENERS or _CONTRACTED.search(stem):
        return ""
    return stem if len(folded(stem)) >= _SHORTEST else ""


@by_word
def _keys(stem: str) -> tuple[str, ...]:
    """The buckets that a name word lies in: two that differ by a slip have one in common, the last for letters swapped."""
    key = folded(stem)
    return tuple(dict.fromkeys((key[:3], f"{sound(key[0])} {key[-2:]}", "".join(sorted(key)))))


def _near(document: Document) -> Iterator[tuple[Kind, str, str]]:
    """The pairs of name words that are alike but for a slip, diacritics or capitals."""
    stems = dict.fromkeys(map(_stem.__getitem__, document.words.capitals))
    stems.pop("", None)
    firsts: dict[str, str] = {}
    buckets: dict[str, list[str]] = {}
    for stem in stems:
        for key in _keys[stem]:
            first = firsts.setdefault(key, stem)
            if first is not stem:
                buckets.setdefault(key, [first]).append(stem)
    seen = set()
    for bucket in buckets.values():
        for at, one in enumerate(bucket):
            for other in bucket[at + 1 : at + _LARGEST]:
                pair = (one, other)
                if pair not in seen:
                    seen |= {pair, (other, one)}
                    kind = _kind(one, other)
                    if kind is not None:
                        yield kind, one, other


@lru_cache(maxsize=50_000)
def _kind(one: str, other: str) -> Kind | None:
    key, its = folded(one), folded(other)
    if abs(len(key) - len(its)) > 2 or ("-" in one) != ("-" in other):
        return None
    if key == its:
        one, other = one.replace("’", "'"), other.replace("’", "'")
        if one[1:] == other[1:]:
            return None
        plain = one.isascii(), other.isascii()
        return Kind.CAPITALS if all(plain) else Kind.DIACRITICS
    return Kind.SLIP if is_slip(key, its) and not _is_derived(key, its) else None


def _is_derived(key: str, its: str) -> bool:
    """Whether one of two words is who is of the other: Googler, of Google."""
    short, long = sorted((key, its), key=len)
    return short.endswith("e") and long in (f"{short}r", f"{short}rs")


def _uses(document: Document, wanted: frozenset[str]) -> Mapping[str, Sequence[_Use]]:
    """Where each of these words stands in copy."""
    words, uses = document.words, defaultdict(list)
    for run in document.name_runs:
        if len(run.words) > _WIDEST or not wanted.intersection(run.words):
            continue
        block = document.block_at(words.starts[run.first])
        if block >= 0 and document.blocks[block].kind in WHERE:
            for word, use in _in_run(document, run):
                if word in wanted:
                    uses[word].append(use)
    return uses


def _in_run(document: Document, run: NameRun) -> Iterator[tuple[str, _Use]]:
    words = document.words
    span = words.span(run.first, run.last + 1)
    start, others = span.start, [word for word in run.words if word not in TITLES and word not in DATES]
    if run.opens and run.words[0] in OPENERS:
        others = [word for word in others if word != run.words[0]]
    for at, word in enumerate(run.words):
        place = Span(document.prose.index(word, start), document.prose.index(word, start) + len(word))
        start = place.end
        is_given = at + 1 < len(run.words) and run.words[at + 1] not in TITLES
        beside = frozenset(folded(other) for other in others if other != word)
        yield word, _Use(place, beside, is_given, document.is_quoted(place) and not _is_in_brackets(document, place))


def _is_in_brackets(document: Document, span: Span) -> bool:
    """Whether somebody put words in square brackets into a quotation: they are the desk's own."""
    before = document.prose[max(0, span.start - 60) : span.start]
    return before.rfind("[") > before.rfind("]")


def _is_one(kind: Kind, rare: tuple[str, Sequence[_Use]], usual: tuple[str, Sequence[_Use]]) -> bool:
    """Whether two words that are nearly alike stand for one name."""
    beside = {other for use in usual[1] for other in use.others}
    shared = {other for use in rare[1] for other in use.others & beside if other.capitalize() not in _COMMON_FIRSTS}
    strangers = [use for use in rare[1] if use.others and not use.others & beside]
    if strangers:
        return _is_never_alone(rare, usual)
    if kind is not Kind.SLIP:
        return True
    if shared:
        return _may_be_slip(rare[0], usual[0], shared)
    if any(use.others for use in rare[1]):
        return len(usual[1]) > 1 and len(rare[0]) >= _SHORTEST_ALONE and _support(rare[0]) is Support.NONE
    return (len(rare[0]) >= _SHORTEST_ALONE or _is_doubled(rare[0], usual[0])) and _is_alone(rare, usual)


def _is_doubled(one: str, other: str) -> bool:
    """Whether two words differ by a letter that is doubled in one: Kral, Krall."""
    short, long = sorted((one, other), key=len)
    return any(short[:at] + short[at - 1] + short[at:] == long for at in range(1, len(short) + 1))


def _may_be_slip(rare: str, usual: str, shared: set[str]) -> bool:
    """Whether two words with the same name beside them differ by a slip: not both plain words, as in “Riverside Walk”."""
    support = [_support(word) for word in (rare, usual)]
    if Support.FULL in support and all(support):
        return False
    return not all(support) or any(_support(word.capitalize()) is not Support.FULL for word in shared)


def _is_alone(rare: tuple[str, Sequence[_Use]], usual: tuple[str, Sequence[_Use]]) -> bool:
    """Whether a word that stands by itself is a slip for a surname or a place that stands there too."""
    support = _support(rare[0])
    if support is Support.FULL or is_institution(usual[0]):
        return False
    if not any(not use.is_given for use in usual[1]):
        return False
    if support is Support.NONE:
        return len(usual[1]) > 1 or any(use.others for use in usual[1])
    named = [use for use in usual[1] if use.others and not use.is_given]
    return bool(named) and named[0].span.start < rare[1][0].span.start and len(rare[1]) < len(usual[1])


def _is_never_alone(rare: tuple[str, Sequence[_Use]], usual: tuple[str, Sequence[_Use]]) -> bool:
    """Whether a surname stands in a full name alone, and the other by itself alone and later on: Emily Bront … Bronte said."""
    if (
        len(rare[0]) < _SHORTEST_ALONE
        or any(use.is_given or not use.others for use in rare[1])
        or any(use.others for use in usual[1])
    ):
        return False
    support = [_support(word) for word in (rare[0], usual[0])]
    return not all(support) or (len(usual[1]) > 1 and Support.FULL not in support)


@lru_cache(maxsize=10_000)
def _support(word: str) -> Support:
    """How well a word is known; a rare one is no better known than a name, which it may be as well (Bellamy, belamy)."""
    words, key = lexicon(), folded(word)
    support = words.support(key)
    return Support.WEAK if support is Support.FULL and words.rank(key) >= COMMON else support
