"""Which patterns of which rules to try on a text, and where: one look at the text tells."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from copylint.patterns.fold import Folded
from copylint.patterns.hit import ANYWHERE, Window, places, window
from copylint.patterns.kind import PackRule
from copylint.patterns.needle import Needle
from copylint.typed import Any
from copylint.values import dataclass

Place = tuple[int, int]
"""The number of a rule, and of a pattern of it."""
Windows = dict[Place, list[Window]]
Entries = bytes
"""Needles and their places as plain data that `marshal` reads, which is done when they are wanted."""


@dataclass(frozen=True, slots=True)
class Index:
    """The needles of patterns by a word that each holds, or by a mark, or else by nothing; and the patterns that have none."""

    words: Mapping[bytes, Entries]
    marks: Mapping[bytes, Entries]
    parts: Entries
    always: tuple[Place, ...]

    def windows(self, text: Folded, rules: frozenset[int]) -> Windows:
        """Where matches of the patterns of some rules may begin: each pattern looked up by the words and marks of the text."""
        found: Windows = defaultdict(list)
        for word in self.words.keys() & text.vocabulary:
            _add(found, text, self.words[word], rules)
        for mark in self.marks.keys() & text.marks:
            _add(found, text, self.marks[mark], rules)
        _add(found, text, self.parts, rules)
        return found

    def needles(self) -> Iterator[tuple[Place, Needle]]:
        """All needles."""
        for entries in (*self.words.values(), *self.marks.values(), self.parts):
            for place, *needle in marshal.loads(entries):
                yield place, Needle(*needle)


def _add(found: Windows, text: Folded, entries: Entries, rules: frozenset[int]) -> None:
    for place, *fields in marshal.loads(entries):
        if place[0] in rules:
            needle = Needle(*fields)
            windows = found[place]
            for at in places(text, needle):
                if not windows or windows[-1] != ANYWHERE:
                    windows.append(window(text, at, needle.low, needle.high, needle.gaps))


def indexed(rules: Iterable[PackRule]) -> Index:
    """The index of the patterns of some rules, which are numbered in their order."""
    words: dict[bytes, list[Any]] = defaultdict(list)
    marks: dict[bytes, list[Any]] = defaultdict(list)
    parts: list[Any] = []
    always: list[Place] = []
    for number, rule in enumerate(rules):
        for place, pattern in enumerate(rule.spec.patterns):
            if not pattern.needles:
                always.append((number, place))
            for needle in pattern.needles:
                entry = ((number, place), needle.phrase, needle.in_words, needle.low, needle.high, needle.gaps)
                key = needle.key
                (parts if not key else (words if needle.in_words else marks)[key]).append(entry)
    return Index(_written(words), _written(marks), marshal.dumps(parts, 4), tuple(always))


def _written(table: Mapping[bytes, list[Any]]) -> dict[bytes, Entries]:
    return {key: marshal.dumps(entries, 4) for key, entries in table.items()}


class RuleSet:
    """Rules and the index of their patterns, which is made when it is first needed unless it is there already."""

    def __init__(self, rules: Iterable[PackRule], index: Index | None = None) -> None:
        self.rules: Sequence[PackRule] = tuple(rules)
        self.codes = tuple(rule.rule.code for rule in self.rules)
        self.constant = frozenset(number for number, rule in enumerate(self.rules) if rule.spec.is_constant)
        if index is not None:
            self.index = index

    @classmethod
    def of(cls, rules: Sequence[PackRule], codes: tuple[str, ...], constant: frozenset[int], index: Index) -> RuleSet:
        """The set of rules that are read when one is asked for; their codes, and the numbers of those that always run."""
        made = cls((), index)
        made.rules, made.codes, made.constant = rules, codes, constant
        return made

    @cached_property
    def index(self) -> Index:
        """The index."""
        return indexed(self.rules)
