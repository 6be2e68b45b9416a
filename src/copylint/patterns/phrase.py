"""The folded phrases that a part of a pattern may be, where they are few."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copylint.patterns.charclass import listed
from copylint.patterns.fold import SPACE, bytes_of
from copylint.patterns.kin import QUOTATION_MARKS
from copylint.patterns.tree import Node

LONGEST = 40
"""Phrases are no longer than that; more tells no more."""
_MOST_IN_CLASS = 64

Phrases = frozenset[bytes]
NOTHING: Phrases = frozenset({b""})
ONE_SPACE: Phrases = frozenset({SPACE})


def phrases_of(node: Node, most: int) -> Phrases | None:
    """The folded phrases that a node may be; None where they are too many, or not known."""
    once = _once(node, most)
    if once is None or node.is_single:
        return once
    if node.high is None:
        return (once if node.low else once | NOTHING) if once == ONE_SPACE else None
    found: set[bytes] = set()
    times = NOTHING
    for count in range(node.high + 1):
        if count >= node.low:
            found |= times
        if len(found) > most or count > LONGEST:
            return None
        if count < node.high and len(times) * len(once) > most:
            return None
        times = joined(times, once)
    return frozenset(found) if len(found) <= most else None


def _once(node: Node, most: int) -> Phrases | None:
    if node.kind == "edge":
        return NOTHING
    if node.kind == "char":
        return frozenset(map(bytes_of, QUOTATION_MARKS if node.text == '"' else (node.text,)))
    if node.kind == "atom":
        return class_phrases(node.text)
    if node.kind != "group" or node.text.startswith("(?("):
        return None
    found: set[bytes] = set()
    for branch in node.branches:
        phrases = _in_a_row(branch, most)
        if phrases is None:
            return None
        found |= phrases
    return frozenset(found) if len(found) <= most else None


def _in_a_row(branch: Sequence[Node], most: int) -> Phrases | None:
    phrases, place = NOTHING, 0
    while place < len(branch):
        end = word_end(branch, place)
        if end > place:
            more: Phrases | None = folded_word(branch, place, end)
        else:
            more = NOTHING if branch[place].kind == "look" else phrases_of(branch[place], most)
            end += 1
        if more is None or len(phrases) * len(more) > most:
            return None
        phrases, place = joined(phrases, more), end
    return phrases


def word_end(nodes: Sequence[Node], place: int) -> int:
    """Where the characters end that stand once each from a place on, and fold to one phrase each."""
    while place < len(nodes) and nodes[place].kind == "char" and nodes[place].is_single and _is_plain(nodes[place].text):
        place += 1
    return place


def folded_word(nodes: Sequence[Node], start: int, end: int) -> Phrases:
    """The one phrase of such characters."""
    return frozenset((bytes_of("".join(node.text for node in nodes[start:end])),))


@lru_cache(maxsize=1 << 10)
def _is_plain(char: str) -> bool:
    return char != '"' and bytes_of(char) != SPACE


def class_phrases(text: str) -> Phrases | None:
    """The folded characters of a class that lists a few, or of a code."""
    if text == r"\s":
        return ONE_SPACE
    chars = listed(text) or []
    folded = frozenset(map(bytes_of, (*chars, *(QUOTATION_MARKS if '"' in chars else ()))))
    return folded if 0 < len(folded) <= _MOST_IN_CLASS else None


def joined(first: Phrases, second: Phrases) -> Phrases:
    """Each phrase of the first before each of the second; white space that meets is one stretch of it."""
    if first == NOTHING or second == NOTHING:
        return first if second == NOTHING else second
    if len(first) == len(second) == 1:
        (one,), (other,) = first, second
        return frozenset((one + (other[1:] if one[-1:] == other[:1] == SPACE else other),))
    return frozenset(one + (other[1:] if one[-1:] == other[:1] == SPACE else other) for one in first for other in second)
