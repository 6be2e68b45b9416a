"""The people of a text: full names, and what else in it names the same people."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from copylint.analysis.full_name import DATES
from copylint.analysis.name_run import OPENERS, TITLES, folded
from copylint.analysis.roles import ABBREVIATED, NO_PERSON, ROLES, SPEECH
from copylint.document import COPY, Block, Entity, Mention, NameRun, Quote
from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import dataclass, replace
from copylint.words import Words

_AGE = lazy(r", (?:aged )?\d{1,3}(?=[,;])")
_AFTER = frozenset(["Jr", "Sr", "II", "III", "IV"])
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """Where somebody may be named: the tokens of the name without the title, its words, and the title right before them."""

    first: int
    last: int
    words: tuple[str, ...]
    title: str = ""

    @property
    def is_full(self) -> bool:
        """Whether a first name and a surname stand there."""
        return len(self.words) > 1

    @property
    def surname(self) -> str:
        """The last word, as it is compared."""
        return folded(self.words[-1])


_LATEST: list[tuple[Sequence[NameRun], list[Naming]]] = []


def namings(words: Words, runs: Sequence[NameRun]) -> list[Naming]:
    """The places where somebody may be named, in order: no institution, no date, no abbreviation."""
    if not _LATEST or _LATEST[0][0] is not runs:
        _LATEST[:] = [(runs, [one for run in runs if (one := _naming(words, run)) is not None])]
    return _LATEST[0][1]


def _naming(words: Words, run: NameRun) -> Naming | None:
    names, title = run.words, ""
    if run.opens and names[0] in OPENERS:
        names = names[1:]
    if len(names) > 1 and names[0] in DATES:
        names = names[1:]
    for place in range(len(names) - 2, -1, -1):
        if names[place] in TITLES:
            title, names = names[place], names[place + 1 :]
            break
    last = run.last
    if names and names[-1] in _AFTER:
        names, last = names[:-1], last - 1
    if not names or len(names) > _LONGEST or any(map(_is_no_name, names)) or len(names[-1]) < 2:
        return None
    first = run.first + len(run.words) - len(names) - (run.last - last)
    return Naming(first, last, names, title or _abbreviated(words, first))


def _is_no_name(word: str) -> bool:
    return word in NO_PERSON or word in DATES or (len(word) > 1 and word.isupper() and "." not in word)


def _abbreviated(words: Words, first: int) -> str:
    """The title with a stop that stands before a token: “Sen. Lee”."""
    if first < 2 or words.prose[words.starts[first] - 2 : words.starts[first]] != ". ":
        return ""
    title = words.surface(first - 2)
    return title if title in ABBREVIATED else ""


def role(words: Words, one: Naming) -> str:
    """The word in small letters right before a name that says what somebody is; empty where there is none."""
    if one.first == 0 or words.starts[one.first] - words.ends[one.first - 1] != 1:
        return ""
    before = words.surface(one.first - 1)
    return before if before in ROLES else ""


def _is_somebody(words: Words, one: Naming) -> bool:
    """Whether a title, an occupation or an age beside a name tells a person."""
    return bool(one.title or role(words, one)) or _AGE.match(words.prose, words.ends[one.last]) is not None


def _speaks(words: Words, one: Naming) -> bool:
    """Whether a verb of speech stands right before or after a name."""
    after = one.last + 1
    return (after < len(words) and words.surface(after) in SPEECH) or (one.first > 0 and words.surface(one.first - 1) in SPEECH)


def people(
    words: Words, runs: Sequence[NameRun], blocks: Sequence[Block], quotes: Sequence[Quote], packed: Sequence[Entity]
) -> tuple[Entity, ...]:
    """Whom a text names in full, by first mention, and each mention: by full name, surname, first name, with title or without.

    Somebody counts who has a title, an occupation or an age beside the name, or who speaks and is called by surname too.
    One whom a names pack knows has the pack's id.
    """
    found = namings(words, runs)
    alone = [one for one in found if not one.is_full]
    called = {one.surname for one in alone}
    speakers = {one.surname for one in found if _speaks(words, one)} & called
    sure = {one.words for one in found if one.is_full and (_is_somebody(words, one) or one.surname in speakers)}
    full = [one for one in found if one.words in sure]
    ids = {mention.span: entity for entity in packed for mention in entity.mentions}
    known = {_slug(one.words): entity for one in full if (entity := ids.get(_span(words, one))) is not None}
    who = _Linked(full)
    grouped: dict[str, list[Mention]] = defaultdict(list)
    readable = _Readable.of(blocks, quotes)
    for one in found:
        person = _slug(one.words) if one.words in sure else who.called(one)
        block = readable.block(words.starts[one.first])
        if person and block >= 0:
            person = known[person].id if person in known else person
            span = _span(words, one)
            grouped[person].append(Mention(span, person, span.of(words.prose), block, readable.is_quoted(span.start)))
    names = {entity.id: entity.name for entity in known.values()}
    return tuple(Entity(person, tuple(mentions), names.get(person)) for person, mentions in grouped.items())


class _Linked:
    """Whom one name alone means: the last one of that surname who was named in full, or the first who is."""

    def __init__(self, full: Sequence[Naming]) -> None:
        self._surnames: Mapping[str, list[Naming]] = defaultdict(list)
        givens: defaultdict[str, set[str]] = defaultdict(set)
        for one in full:
            self._surnames[one.surname].append(one)
            givens[folded(one.words[0])].add(_slug(one.words))
        self._givens = {given: next(iter(slugs)) for given, slugs in givens.items() if len(slugs) == 1}

    def called(self, one: Naming) -> str:
        """The slug of the person whom a name alone means; empty where it means none of them."""
        if one.is_full:
            return ""
        named = self._surnames.get(one.surname)
        if named is None:
            return "" if one.title else self._givens.get(one.surname, "")
        index = bisect_right([full.first for full in named], one.first) - 1
        return _slug(named[max(0, index)].words)


@dataclass(frozen=True, slots=True)
class _Readable:
    """Which parts of a text are copy, and which of it are quoted."""

    starts: Sequence[int]
    blocks: Sequence[Block]
    parts: Sequence[Span]

    @classmethod
    def of(cls, blocks: Sequence[Block], quotes: Sequence[Quote]) -> _Readable:
        """The readable parts of a text."""
        return cls([block.span.start for block in blocks], blocks, sorted(part for quote in quotes for part in quote.parts))

    def block(self, offset: int) -> int:
        """The index of the block of copy that holds an offset, or -1."""
        index = bisect_right(self.starts, offset) - 1
        is_copy = index >= 0 and offset < self.blocks[index].span.end and self.blocks[index].kind in COPY
        return index if is_copy else -1

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies in a quotation."""
        index = bisect_right(self.parts, Span(offset, offset + 10**9)) - 1
        return index >= 0 and offset < self.parts[index].end


def _span(words: Words, one: Naming) -> Span:
    """Where a name stands, without its possessive."""
    end = words.ends[one.last]
    surface = words.surface(one.last)
    return Span(words.starts[one.first], end - (len(surface) - len(one.words[-1])))


def _slug(names: Sequence[str]) -> str:
    return "-".join(map(folded, names))


def with_people(entities: Iterable[Entity], persons: Iterable[Entity]) -> tuple[Entity, ...]:
    """Who and what is named, people too, by first mention; of two mentions that overlap the longer stays.

    What names a person in full is that person, and so are the other names for it: initials that the text ties to the name.
    """
    own = {mention.span: person.id for person in persons for mention in person.mentions}
    names = {person.id: person.name for person in persons}
    found = [mention for person in persons for mention in person.mentions]
    for entity in entities:
        same = next((own[mention.span] for mention in entity.mentions if mention.span in own), entity.id)
        names.setdefault(same, entity.name)
        found += (replace(mention, entity=same) for mention in entity.mentions if mention.span not in own)
    grouped: dict[str, list[Mention]] = defaultdict(list)
    reached = 0
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if mention.span.start >= reached:
            reached = mention.span.end
            grouped[mention.entity].append(mention)
    return tuple(Entity(entity, tuple(mentions), names[entity]) for entity, mentions in grouped.items())
