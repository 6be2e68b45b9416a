"""All needles of a set of rules in one pass over a text, by the method of Aho and Corasick.

A. V. Aho, M. J. Corasick, Efficient string matching: an aid to bibliographic search, Communications of the ACM 18 (1975).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from copylint.patterns.fold import Folded
from copylint.patterns.hit import Window, window
from copylint.patterns.needle import AGAIN, STRETCH, Needle
from copylint.typed import Any

Place = tuple[int, int]


class Automaton:
    """Finds where the needles of patterns stand."""

    def __init__(self, needles: Iterable[tuple[Place, Needle]]) -> None:
        tables: tuple[dict[bytes, list[Any]], ...] = (defaultdict(list), defaultdict(list))
        for place, needle in needles:
            tables[needle.in_words][needle.phrase].append((place, needle.low, needle.high, needle.gaps))
        self._stretches, self._repeated = tables[0].pop(STRETCH, []), tables[0].pop(AGAIN, [])
        self._level, self._words = (_Table(table) for table in tables)

    def windows(self, text: Folded, rules: frozenset[int]) -> dict[Place, list[Window]]:
        """Where matches of the patterns of some rules may begin."""
        found: dict[Place, list[Window]] = defaultdict(list)
        for table, where, shift in ((self._level, text.level, 0), (self._words, text.words, 1)):
            for number, start, _ in table.found(where):
                for place, low, high, gaps in table.entries[number]:
                    if place[0] in rules:
                        found[place].append(window(text, start - shift, low, high, gaps))
        for place, low, high, gaps in self._stretches:
            if place[0] in rules:
                found[place] += (window(text, at, low, high, gaps) for at in text.stretches)
        for place, low, high, gaps in self._repeated:
            if place[0] in rules:
                found[place] += (window(text, at, low, high, gaps) for at in text.repeated)
        return {place: each for place, each in found.items() if each}


class _Table:
    """Phrases, what belongs to each, and their automaton."""

    def __init__(self, table: dict[bytes, list[Any]]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self.entries = [tuple(entries) for entries in table.values()]
        self._automaton = BytesAhoCorasick(list(table), implementation=Implementation.ContiguousNFA) if table else None

    def found(self, text: bytes) -> list[tuple[int, int, int]]:
        """The number of each phrase that stands in a text, and where it starts and ends."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else []
