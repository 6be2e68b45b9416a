"""Runs the rules of packs: those patterns of them that are worth a try."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.document import Document
from copylint.patterns.index import RuleSet
from copylint.patterns.kind import KINDS, PackRule
from copylint.patterns.view import Folded, View
from copylint.rule import Fault, Match, Rule


class PackChecker:
    """All rules of all packs as one checker. What it keeps is made from the rules alone, never from a text."""

    def __init__(self, rules: Iterable[PackRule]) -> None:
        self._sets: tuple[RuleSet, ...] = (RuleSet(rules),)
        self._order = [(rule, 0, number) for number, rule in enumerate(self._sets[0].rules)]

    @classmethod
    def of(cls, sets: Iterable[RuleSet]) -> PackChecker:
        """The checker of several sets, in the order of the codes; each set keeps its index."""
        checker = cls(())
        checker._sets = tuple(sets)
        places = [(rule, part, number) for part, each in enumerate(checker._sets) for number, rule in enumerate(each.rules)]
        checker._order = sorted(places, key=lambda place: place[0].rule.code)
        return checker

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The facts of the rules."""
        return tuple(rule.rule for rule, _, _ in self._order)

    def run(self, document: Document, enabled: frozenset[str]) -> Iterator[tuple[str, Match | Fault]]:
        """What the enabled rules find, rule by rule, and a fault for each pattern that ran out of time."""
        text = Folded(document.prose)
        live = [each.index.live(text) for each in self._sets]
        for rule, part, number in self._order:
            if rule.rule.code in enabled and (number in live[part] or rule.spec.is_constant):
                view = View(document, rule.rule, rule.exceptions, text)
                for match in KINDS[rule.kind].matches(rule.spec, view, sorted(live[part].get(number, ()))):
                    yield rule.rule.code, match
