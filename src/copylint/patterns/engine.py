"""Runs the rules of packs: each pattern only where its needles stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from copylint.document import Document
from copylint.patterns.automaton import Automaton
from copylint.patterns.hit import Windows
from copylint.patterns.index import Index, RuleSet
from copylint.patterns.keyed import Found, Keyed, Number, windows_of
from copylint.patterns.kind import KINDS, PackRule
from copylint.patterns.search import Search, SlowPatternError
from copylint.patterns.view import View
from copylint.rule import Fault, Match, Rule
from copylint.typed import Any

BULK = 60_000
"""After so many characters the time that an automaton takes to be made is worth it."""


class PackChecker:
    """All rules of all packs as one checker. What it keeps is made from the rules alone, never from a text."""

    def __init__(self, rules: Iterable[PackRule]) -> None:
        self._sets: tuple[RuleSet, ...] = (RuleSet(rules),)
        self._joint: Mapping[int, Index] = {}
        self._order = [(code, 0, number) for number, code in enumerate(self._sets[0].codes)]
        self._seen = 0
        self._last: tuple[frozenset[str], Mapping[Number, int]] | None = None

    @classmethod
    def of(cls, sets: Iterable[RuleSet], joint: Mapping[int, Index] | None = None) -> PackChecker:
        """The checker of several sets, in the order of the codes.

        `joint` has indexes of sets that follow one another, by the number of the first; any other set has its own.
        """
        checker = cls(())
        checker._sets, checker._joint = tuple(sets), joint or {}
        checker._order = sorted(
            (code, part, number) for part, each in enumerate(checker._sets) for number, code in enumerate(each.codes)
        )
        return checker

    @property
    def pack_rules(self) -> tuple[PackRule, ...]:
        """The rules with what they look for, in the order of their codes."""
        return tuple(self._sets[part].rules[number] for _, part, number in self._order)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The facts of the rules."""
        return tuple(each.rule for each in self.pack_rules)

    @property
    def codes(self) -> frozenset[str]:
        """Their codes."""
        return frozenset(code for code, _, _ in self._order)

    @property
    def tried_everywhere(self) -> tuple[tuple[str, str], ...]:
        """Code and text of each pattern that needs no certain phrase, and so is tried at every place of every text."""
        rules = ((self._sets[part].rules[rule], pattern) for (part, rule), pattern in self._always)
        return tuple((rule.rule.code, rule.spec.pattern(pattern).text) for rule, pattern in rules)

    def run(self, document: Document, enabled: frozenset[str]) -> Iterator[tuple[str, Match | Fault]]:
        """What the enabled rules find, rule by rule, and a fault for each pattern that ran out of time."""
        search = Search(document)
        on = self._numbers(enabled)
        wanted = self._wanted(search, on)
        for part, number in sorted({*wanted, *self._constant} & on.keys(), key=on.__getitem__):
            rule, code = self._sets[part].rules[number], self._sets[part].codes[number]
            raw = _raw(search, rule, wanted.get((part, number), {}))
            if raw or rule.spec.is_constant:
                view = View(search, rule.rule, rule.exceptions, raw)
                for match in KINDS[rule.kind].matches(rule.spec, view, sorted(raw)):
                    yield code, match

    def _numbers(self, enabled: frozenset[str]) -> Mapping[Number, int]:
        """The rules that are enabled, and the place of each in the order; the same for most stories of a run."""
        if self._last is None or self._last[0] != enabled:
            on = {(part, number): place for place, (code, part, number) in enumerate(self._order) if code in enabled}
            self._last, self._seen = (enabled, on), 0
        return self._last[1]

    @cached_property
    def _constant(self) -> frozenset[Number]:
        """The rules that run on every text."""
        return frozenset((part, number) for part, each in enumerate(self._sets) for number in each.constant)

    @cached_property
    def _indexes(self) -> tuple[tuple[int, Index], ...]:
        """The indexes, each with the number of its first set."""
        found, first = [], 0
        while first < len(self._sets):
            index = self._joint.get(first) or self._sets[first].index
            found.append((first, index))
            first += len(index.always)
        return tuple(found)

    @cached_property
    def _always(self) -> tuple[tuple[Number, int], ...]:
        """Rule and number of each pattern that has no needle."""
        sets = ((first + part, own) for first, index in self._indexes for part, own in enumerate(index.always))
        return tuple(((part, rule), pattern) for part, own in sets for rule, pattern in own)

    def _wanted(self, search: Search, on: Mapping[Number, int]) -> Found:
        found: Found = {}
        self._seen += len(search.prose)
        for keyed in self._keyed:
            keyed.add(found, search.text, on)
        if self._seen > BULK:
            for (rule, pattern), windows in self._automaton.windows(search.text, on).items():
                windows_of(found, rule, pattern).extend(windows)
        else:
            for first, index in self._indexes:
                index.add_loose(found, search.text, on, first)
        for rule, pattern in self._always:
            found.setdefault(rule, {})[pattern] = None
        return found

    @cached_property
    def _keyed(self) -> tuple[Keyed, ...]:
        """The needles of all sets that are found by the words of a text."""
        return tuple(Keyed(index.words, first) for first, index in self._indexes)

    @cached_property
    def _automaton(self) -> Automaton:
        """The others as one automaton: it takes a while to make, and looks through text many times as fast as pieces of it."""
        found = ((first, needle) for first, index in self._indexes for needle in index.loose())
        return Automaton((((first + part, rule), pattern), needle) for first, ((part, rule), pattern, needle) in found)


def _raw(search: Search, rule: PackRule, patterns: dict[int, Windows | None]) -> dict[int, list[Any] | SlowPatternError]:
    """What the patterns match anywhere; those that match nothing are left out."""
    raw: dict[int, list[Any] | SlowPatternError] = {}
    # Where most of the copy is shut out, it is worth asking of each place whether it is.
    kinds = rule.rule.blocks if rule.is_narrow else None
    for number in sorted(patterns):
        try:
            found: list[Any] | SlowPatternError = list(search.each(rule.spec.pattern(number), patterns[number], kinds=kinds))
        except SlowPatternError as slow:
            found = slow
        if found:
            raw[number] = found
    return raw
