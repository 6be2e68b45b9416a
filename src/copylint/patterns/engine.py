"""Runs the rules of packs: one look at the words of a text tells which patterns are worth a try."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copylint.document import Document
from copylint.patterns.kind import KINDS, PackRule
from copylint.patterns.needle import Choice
from copylint.patterns.view import Folded, View
from copylint.rule import Fault, Match, Rule

Place = tuple[int, int]
"""The number of a rule, and of a pattern of it."""


@dataclass(frozen=True, slots=True)
class _Index:
    """Which patterns a needle stands for: whole words, other runs, phrases of marks alone; and the patterns that have none."""

    words: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    runs: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    phrases: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    always: list[Place] = field(default_factory=list)

    def add(self, place: Place, choices: Sequence[Choice]) -> None:
        """Enter a pattern under each needle of its first choice; whether the others hold is asked when it is tried."""
        if not choices:
            self.always.append(place)
        for needle in choices[0] if choices else ():
            table = self.words if needle.is_word else self.runs if needle.run else self.phrases
            table[needle.run or needle.phrase].append(place)

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


class PackChecker:
    """All rules of all packs as one checker. What it keeps is made from the rules alone, never from a text."""

    def __init__(self, rules: Iterable[PackRule]) -> None:
        self._pack = tuple(rules)
        self._index: _Index | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The facts of the rules."""
        return tuple(rule.rule for rule in self._pack)

    def run(self, document: Document, enabled: frozenset[str]) -> Iterator[tuple[str, Match | Fault]]:
        """What the enabled rules find, rule by rule, and a fault for each pattern that ran out of time."""
        text = Folded(document.prose)
        live = self._indexed().live(text)
        for number, rule in enumerate(self._pack):
            if rule.rule.code in enabled and (number in live or rule.spec.is_constant):
                view = View(document, rule.rule, rule.exceptions, text)
                for match in KINDS[rule.kind].matches(rule.spec, view, sorted(live.get(number, ()))):
                    yield rule.rule.code, match

    def _indexed(self) -> _Index:
        if self._index is None:
            index = _Index()
            for number, rule in enumerate(self._pack):
                for place, pattern in enumerate(rule.spec.patterns):
                    index.add((number, place), pattern.choices)
            self._index = index
        return self._index
