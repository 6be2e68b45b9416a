"""Which patterns of which rules to try on a text, and where: one look at the text tells."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from zlib import crc32

from copylint.patterns.fold import Folded
from copylint.patterns.hit import add_window, places
from copylint.patterns.keyed import Found, Keyed, Number, windows_of
from copylint.patterns.kind import PackRule
from copylint.patterns.needle import AGAIN, STRETCH, Needle
from copylint.shelf import Shelf, shelf
from copylint.typed import Any
from copylint.values import dataclass

Place = tuple[int, int]
"""The number of a rule, and of a pattern of it."""
_A_FEW = 2
"""So many needles of a key are looked for without asking for more."""


@dataclass(frozen=True, slots=True)
class Index:
    """The needles of the patterns of some sets of rules, by what a text has to hold for them to be in it.

    `words` has them by a word, or two neighbouring ones; `grams` has those without whole words by a short piece. Both have, as
    plain data that `marshal` reads when it is wanted, needles and their places, by a piece that they hold beside the key.
    `always` has, for each set, the patterns without needles.
    """

    words: Shelf
    grams: Shelf
    always: tuple[tuple[Place, ...], ...]

    def windows(self, text: Folded, rules: Container[Number], first: int = 0) -> Found:
        """Where matches of the patterns of some rules may begin. `first` is the number of the first set."""
        found: Found = {}
        Keyed(self.words, first).add(found, text, rules)
        self.add_loose(found, text, rules, first)
        return found

    def add_loose(self, found: Found, text: Folded, rules: Container[Number], first: int) -> None:
        """Put down where matches begin of the patterns whose needles hold no whole word that is rare enough."""
        for part, data in self.grams.of(text.grams):
            entries = marshal.loads(data)
            for gram in text.grams.intersection(entries):
                _add(found, text, entries[gram], rules, first + part)

    def loose(self) -> Iterator[tuple[Number, int, Needle]]:
        """These needles: the rule, the number of its pattern, and the needle."""
        return _needles(self.grams)

    def needles(self) -> Iterator[tuple[Number, int, Needle]]:
        """All needles in the same way."""
        return chain(_needles(self.words), self.loose())


def _needles(table: Shelf) -> Iterator[tuple[Number, int, Needle]]:
    for _, part, data in table.items():
        for rule, pattern, *needle in chain.from_iterable(marshal.loads(data).values()):
            yield (part, rule), pattern, Needle(*needle)


def _add(found: Found, text: Folded, entries: Iterable[Any], rules: Container[Number], part: int) -> None:
    for rule, pattern, phrase, in_words, *reach in entries:
        number = part, rule
        if (phrase in (text.words if in_words else text.level) or phrase in (STRETCH, AGAIN)) and number in rules:
            for at in places(text, phrase, in_words=in_words):
                add_window(windows_of(found, number, pattern), text, at, *reach)


def indexed(rules: Iterable[PackRule]) -> Index:
    """The index of the patterns of some rules, which are numbered in their order."""
    patterns = ((number, rule.spec.patterns) for number, rule in enumerate(rules))
    return index_of(((number, place), each.needles) for number, row in patterns for place, each in enumerate(row))


def index_of(needles: Iterable[tuple[Place, Sequence[Needle]]]) -> Index:
    """The index of the needles of patterns at their places, as those of one set."""
    words: dict[bytes, list[Any]] = defaultdict(list)
    grams: dict[bytes, list[Any]] = defaultdict(list)
    always: list[Place] = []
    for place, own in needles:
        if not own:
            always.append(place)
        for needle in own:
            key = needle.key
            (words[key] if key else grams[needle.gram]).append((place, needle))
    return Index(_shelf(words), _shelf(grams), (tuple(always),))


def _shelf(table: Mapping[bytes, list[tuple[Place, Needle]]]) -> Shelf:
    return Shelf(shelf((crc32(key), 0, marshal.dumps(_parted(key, entries), 4)) for key, entries in table.items()))


def _parted(key: bytes, entries: Sequence[tuple[Place, Needle]]) -> dict[bytes, list[Any]]:
    """The entries of a key, if they are many by one more piece that a text has to hold for them."""
    parts: dict[bytes, list[Any]] = defaultdict(list)
    for place, needle in entries:
        gram = needle.gram_beside(key) if len(entries) > _A_FEW else b""
        # A copy: what `marshal` writes tells whether anything else holds the same string.
        entry = (*place, needle.phrase, needle.in_words, needle.low, needle.high, needle.gaps)
        parts[bytes(memoryview(gram))].append(entry)
    return dict(parts)


def together(indexes: Sequence[Index]) -> Index:
    """The indexes of some sets as one, in which each set has its place among them for a number."""
    words, grams = ([*map(attrgetter(table), indexes)] for table in ("words", "grams"))
    return Index(_joint(words), _joint(grams), tuple(always for each in indexes for always in each.always))


def _joint(shelves: Iterable[Shelf]) -> Shelf:
    return Shelf(shelf((key, part, data) for part, each in enumerate(shelves) for key, _, data in each.items()))


class RuleSet:
    """Rules and the index of their patterns, which is made when it is first needed unless it is there already."""

    def __init__(self, rules: Iterable[PackRule], index: Index | None = None) -> None:
        self.rules: Sequence[PackRule] = tuple(rules)
        self.codes = tuple(rule.rule.code for rule in self.rules)
        self.constant = frozenset(number for number, rule in enumerate(self.rules) if rule.spec.is_constant)
        if index is not None:
            self.index = index

    @classmethod
    def of(cls, rules: Sequence[PackRule], codes: tuple[str, ...], constant: frozenset[int], index: Index | None) -> RuleSet:
        """The set of rules that are read when one is asked for; their codes, and the numbers of those that always run."""
        made = cls((), index)
        made.rules, made.codes, made.constant = rules, codes, constant
        return made

    @cached_property
    def index(self) -> Index:
        """The index."""
        return indexed(self.rules)
