"""Words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq
from unicodedata import category

from copylint.lazy import compiled
from copylint.patterns.caseless import caseless
from copylint.typed import Any

MOST_WORDS = 6
_TOGETHER = 1 << 13
_ANY_WORD = r"[^\Wʼ]+"


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


def starts_again(prose: str) -> Iterator[int]:
    """Where the words of a text stand from which on some stand twice, whatever the case of their letters.

    So many are looked at together, and the last of them once more.
    """
    words = _any_word(prose).finditer(prose)
    found: list[Any] = []
    while more := list(islice(words, _TOGETHER)):
        found += more
        last = len(found) if len(more) < _TOGETHER else len(found) - 2 * MOST_WORDS
        yield from (found[number].start() for number in again([caseless(match[0]) for match in found]) if number < last)
        del found[:last]
    if found:
        yield from (found[number].start() for number in again([caseless(match[0]) for match in found]))


def _any_word(prose: str) -> Any:
    """A pattern for the words of a text with letters that have no byte of their own.

    `re` takes a mark that combines with a letter for the end of a word, `regex` doesn't; it takes 13 ms to import.
    """
    if all(category(char)[0] != "M" and char not in "\u200c\u200d" for char in set(prose)):
        return compiled(_ANY_WORD)
    import regex  # type: ignore[import-untyped]  # it ships no types

    return regex.compile(_ANY_WORD, regex.V0)
