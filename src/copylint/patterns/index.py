"""Which patterns are worth a try on a text: one look at its words tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from copylint.patterns.kind import PackRule
from copylint.patterns.needle import Choice
from copylint.patterns.view import Folded
from copylint.values import dataclass

Place = tuple[int, int]
"""The number of a rule, and of a pattern of it."""
Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Which patterns a needle stands for: whole words, other runs, phrases of marks alone; and the patterns that have none."""

    words: Mapping[str, Places]
    runs: Mapping[str, Places]
    phrases: Mapping[str, Places]
    always: Places

    def live(self, text: Folded) -> dict[int, set[int]]:
        """The patterns that may match in a text, by rule."""
        found: dict[int, set[int]] = defaultdict(set)
        for rule, pattern in self._places(text):
            found[rule].add(pattern)
        return found

    def _places(self, text: Folded) -> Iterator[Place]:
        yield from self.always
        if self.words:
            for word in self.words.keys() & text.words:
                yield from self.words[word]
        for run, places in self.runs.items():
            if run in text.text:
                yield from places
        for phrase, places in self.phrases.items():
            if phrase in text.level:
                yield from places


def indexed(rules: Iterable[PackRule]) -> Index:
    """The index of the patterns of some rules, which are numbered in their order."""
    maker = _Maker()
    for number, rule in enumerate(rules):
        for place, pattern in enumerate(rule.spec.patterns):
            maker.add((number, place), pattern.choices)
    words, runs, phrases = ({needle: tuple(places) for needle, places in table.items()} for table in maker.tables)
    return Index(words, runs, phrases, tuple(maker.always))


class _Maker:
    """An index that grows: words, runs and phrases."""

    def __init__(self) -> None:
        words, runs, phrases = (defaultdict[str, list[Place]](list) for _ in range(3))
        self.tables = (words, runs, phrases)
        self.always: list[Place] = []

    def add(self, place: Place, choices: Sequence[Choice]) -> None:
        """Enter a pattern under each needle of its first choice; whether the others hold is asked when it is tried."""
        words, runs, phrases = self.tables
        if not choices:
            self.always.append(place)
        for needle in choices[0] if choices else ():
            table = words if needle.is_word else runs if needle.run else phrases
            table[needle.run or needle.phrase].append(place)


class RuleSet:
    """Rules and the index of their patterns, which is made when it is first needed unless it is there already."""

    def __init__(self, rules: Iterable[PackRule], index: Index | None = None) -> None:
        self.rules = tuple(rules)
        if index is not None:
            self.index = index

    @cached_property
    def index(self) -> Index:
        """The index."""
        return indexed(self.rules)
