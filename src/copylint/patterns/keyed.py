"""Where needles stand that hold whole words: one look at each word of a text, and at each pair of neighbours, finds them."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Container
from itertools import chain

from copylint.patterns.fold import SPACE, Folded, words_of
from copylint.patterns.hit import Windows, add_window, no_windows
from copylint.shelf import Shelf
from copylint.typed import Any

Number = tuple[int, int]
"""The number of a set of rules, and that of a rule in it."""
Found = dict[Number, dict[int, "Windows | None"]]
"""Where matches may begin, by rule and by the number of its pattern; None for one that is tried everywhere."""
_OFTEN = 60_000
"""After so many characters it is worth it to have the sums of all keys at hand."""
_MOST_KNOWN = 1 << 14
"""So many keys are remembered with what belongs to them, which takes some kilobytes each."""
_Phrase = tuple[bytes, bool, int, tuple[Any, ...]]
"""A phrase, whether it is of words, how far in it its key begins, and the patterns with what `Needle` says of each."""


class Keyed:
    """The needles of an index by the word or the pair of words that is their key; `first` is the number of its first set."""

    def __init__(self, words: Shelf, first: int = 0) -> None:
        self._words, self._first, self._seen = words, first, 0
        self._known: dict[bytes, tuple[_Phrase, ...]] = {}

    def add(self, found: Found, text: Folded, rules: Container[Number]) -> None:
        """Put down where matches of the patterns of some rules may begin."""
        self._seen += len(text.words)
        for words, pairs, starts in text.rows():
            for keys in (words, pairs):
                for place in self._words.sifted(keys, is_often=self._seen > _OFTEN):
                    phrases = self._known.get(keys[place])
                    if phrases is None:
                        phrases = self._of(keys[place])
                    if phrases:
                        _add(found, text, rules, phrases, starts[place])

    def _of(self, key: bytes) -> tuple[_Phrase, ...]:
        """What belongs to a key, read from the shelf."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        phrases: dict[tuple[bytes, bool], list[Any]] = defaultdict(list)
        for part, data in self._words.of((key,)):
            for rule, pattern, phrase, in_words, *reach in chain.from_iterable(marshal.loads(data).values()):
                phrases[phrase, in_words].append(((self._first + part, rule), pattern, *reach))
        offsets = {phrase: _offset(phrase, key) for phrase, _ in phrases}
        # What has the same sum by chance doesn't hold the key.
        own = ((phrase, in_words, offsets[phrase], tuple(row)) for (phrase, in_words), row in phrases.items())
        found = self._known[key] = tuple(each for each in own if each[2] >= 0)
        return found


def _offset(phrase: bytes, key: bytes) -> int:
    """How far in a phrase a key begins that is whole words of it; less than nothing where it isn't."""
    at = phrase.find(SPACE + key + SPACE)
    if at >= 0:
        return at + 1
    words = words_of(phrase)
    parts = words.split(SPACE)
    starts = [number for number in range(1, len(parts) - 1) if parts[number]]
    own = key.split(SPACE)
    for place in range(len(starts) - len(own) + 1):
        row = starts[place : place + len(own)]
        if [parts[number] for number in row] == own:
            return sum(map(len, parts[: row[0]])) + row[0]
    return -1


def _add(found: Found, text: Folded, rules: Container[Number], phrases: tuple[_Phrase, ...], start: int) -> None:
    """Put down the patterns of those phrases that stand in a text, with their key at an offset of `words`."""
    words, level = text.words, text.level
    for phrase, in_words, offset, patterns in phrases:
        at = start - offset
        if words.startswith(phrase, at) if in_words else at > 0 and level.startswith(phrase, at - 1):
            for number, pattern, low, high, gaps in patterns:
                if number in rules:
                    add_window(windows_of(found, number, pattern), text, at - 1, low, high, gaps)


def windows_of(found: Found, number: Number, pattern: int) -> Windows:
    """The windows of a pattern, to which others may be added."""
    row = found.get(number)
    if row is None:
        row = found[number] = {}
    windows = row.get(pattern)
    if windows is None:
        windows = row[pattern] = no_windows()
    return windows
