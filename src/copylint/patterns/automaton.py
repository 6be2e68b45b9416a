"""Many needles in one pass over a text, by the method of Aho and Corasick.

A. V. Aho, M. J. Corasick, Efficient string matching: an aid to bibliographic search, Communications of the ACM 18 (1975).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from copylint.patterns.fold import Folded
from copylint.patterns.hit import Windows, add_window, no_windows, special
from copylint.patterns.needle import AGAIN, STRETCH, Needle
from copylint.typed import Any

Place = tuple[Any, int]
"""A rule, by whatever names it, and the number of a pattern of it."""
_Entry = tuple[Place, int, "int | None", "int | None"]
"""A pattern and how far before a phrase its match begins; see `Needle`."""


class Automaton:
    """Finds where the needles of patterns stand."""

    def __init__(self, needles: Iterable[tuple[Place, Needle]]) -> None:
        tables: tuple[dict[bytes, list[_Entry]], ...] = (defaultdict(list), defaultdict(list))
        shared: dict[_Entry, _Entry] = {}  # a pattern has hundreds of needles that say the same of it
        for place, needle in needles:
            entry = (place, needle.low, needle.high, needle.gaps)
            tables[needle.in_words][needle.phrase].append(shared.setdefault(entry, entry))
        self._special = [(phrase, tables[0].pop(phrase)) for phrase in (STRETCH, AGAIN) if phrase in tables[0]]
        self._level, self._words = (_Table(table) for table in tables)

    def windows(self, text: Folded, rules: Container[object]) -> dict[Place, Windows]:
        """Where matches of the patterns of some rules may begin."""
        found: dict[Place, Windows] = defaultdict(no_windows)
        for entries, at in self._hits(text, rules):
            for place, low, high, gaps in entries:
                add_window(found[place], text, at, low, high, gaps)
        return found

    def _hits(self, text: Folded, rules: Container[object]) -> Iterator[tuple[Iterable[_Entry], int]]:
        entries = self._level.entries_of(rules)
        for number, start, _ in self._level.found(text.level):
            if number in entries:
                yield entries[number], start
        entries = self._words.entries_of(rules)
        for number, start, _ in self._words.found(text.words):
            if number in entries:
                yield entries[number], start - 1
        for phrase, special_entries in self._special:
            own = [entry for entry in special_entries if entry[0][0] in rules]
            for at in special(text, phrase) if own else ():
                yield own, at


class _Table:
    """Phrases, what belongs to each, and their automaton."""

    def __init__(self, table: dict[bytes, list[_Entry]]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self._entries = tuple(table.values())
        self._last: tuple[Container[object], dict[int, list[_Entry]]] | None = None
        self._automaton = BytesAhoCorasick(list(table), implementation=Implementation.ContiguousNFA) if table else None

    def entries_of(self, rules: Container[object]) -> dict[int, list[_Entry]]:
        """What belongs to each phrase of some rules, by its number; most stories of a run have the same rules."""
        if self._last is None or self._last[0] is not rules:
            own = ([entry for entry in entries if entry[0][0] in rules] for entries in self._entries)
            self._last = (rules, {number: entries for number, entries in enumerate(own) if entries})
        return self._last[1]

    def found(self, text: bytes) -> list[tuple[int, int, int]]:
        """The number of each phrase that stands in a text, and where it starts and ends."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else []
