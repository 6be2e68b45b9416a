"""Words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Sequence
from operator import eq

MOST_WORDS = 6


def again(words: Sequence[object]) -> list[int]:
    """The numbers of the words from which on some words, one to six of them, stand twice."""
    found: set[int] = set()
    for length in range(1, MOST_WORDS + 1):
        # Compared in one go: a word after the other would take ten times as long.
        same = bytes(map(eq, words, words[length:]))
        run = b"\x01" * length
        at = same.find(run)
        while at >= 0:
            found.add(at)
            at = same.find(run, at + 1)
    return sorted(found)
