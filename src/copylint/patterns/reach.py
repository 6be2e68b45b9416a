"""How far a part of a pattern reaches: how many characters of a folded text, and how many that belong to no word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from copylint.patterns.charclass import is_inner, is_wordy
from copylint.patterns.fold import UNKNOWN, bytes_of, is_word
from copylint.patterns.tree import Node, tree
from copylint.values import dataclass

Branch = Sequence[Node]
_WORD_EDGES = frozenset({r"\b", "^", "$", r"\A", r"\Z"})


@dataclass(frozen=True, slots=True)
class Reach:
    """How many characters of a folded text something covers, and how many of them belong to no word; None: no saying."""

    low: int = 0
    high: int | None = 0
    gaps: int | None = 0

    def then(self, other: Reach) -> Reach:
        """The reach of both, one behind the other."""
        return Reach(self.low + other.low, total(self.high, other.high), total(self.gaps, other.gaps))

    def times(self, low: int, high: int | None) -> Reach:
        """The reach of so many of them."""
        return Reach(self.low * low, product(self.high, high), product(self.gaps, high))

    def either(self, other: Reach) -> Reach:
        """The reach of one or the other."""
        return Reach(min(self.low, other.low), greatest(self.high, other.high), greatest(self.gaps, other.gaps))


def reach_of(node: Node) -> Reach:
    """The reach of a node. White space may be a part of a stretch, and so nothing more of the folded text."""
    if node.kind in ("edge", "look"):
        return Reach()
    if node.kind == "back" or node.text.startswith("(?("):
        return Reach(0, None, None)
    if node.kind == "group":
        once = None
        for branch in node.branches:
            each = row_reach(branch)
            once = each if once is None else once.either(each)
        return (once or Reach()).times(node.low, node.high)
    once = _single(node.kind, node.text)
    return once if node.low == node.high == 1 else once.times(node.low, node.high)


def row_reach(nodes: Branch) -> Reach:
    """The reach of nodes one behind the other."""
    low = 0
    high: int | None = 0
    gaps: int | None = 0
    for node in nodes:
        each = reach_of(node)
        low, high, gaps = low + each.low, total(high, each.high), total(gaps, each.gaps)
    return Reach(low, high, gaps)


@lru_cache(maxsize=1 << 12)
def _single(kind: str, text: str) -> Reach:
    if text == r"\X":
        return Reach(0, None, None)
    if is_inner(Node(kind, text)):
        return Reach(1, 1, 0)
    return Reach(int(kind == "char" and not text.isspace()), 1, 1)


def most_marks(node: Node) -> int | None:
    """How many of the characters of a node may be of no word; None: no saying."""
    if node.kind in ("look", "edge"):
        return 0
    if node.kind == "group" and not node.text.startswith("(?("):
        most: int | None = 0
        for branch in node.branches:
            marks: int | None = 0
            for inner in branch:
                marks = total(marks, most_marks(inner))
            most = greatest(most, marks)
        return product(most, node.high)
    return product(0 if node.kind != "back" and is_wordy(node) else 1, node.high)


def has_gap(nodes: Iterable[Node], beyond: bool, *, at_end: bool) -> bool:
    """Whether no letter or digit can stand next, going from node to node; `beyond` tells it for what comes after them."""
    for node in nodes:
        if not _is_gap(node, at_end=at_end):
            return False
        if node.low:
            return True
    return beyond


def _is_gap(node: Node, *, at_end: bool) -> bool:
    """Whether a node, where it stands, has nothing of a word at its end, or its start."""
    if node.kind == "edge":
        return node.is_single and node.text in _WORD_EDGES
    if node.kind == "group" and not node.text.startswith("(?("):
        step = -1 if at_end else 1
        return all(has_gap(branch[::step], False, at_end=at_end) for branch in node.branches)
    byte = bytes_of(node.text)[0] if node.kind == "char" else UNKNOWN
    return byte != UNKNOWN and not is_word(byte)


@lru_cache(maxsize=1 << 15)
def begins_with_word(pattern: str) -> bool:
    """Whether each match begins with a letter, a digit or an underscore."""
    return all(branch_begins_with_word(branch) for branch in tree(pattern).branches)


def branch_begins_with_word(branch: Branch) -> bool:
    """Whether what matches a branch begins with a letter, a digit or an underscore."""
    for node in branch:
        if node.kind in ("edge", "look"):
            continue
        if node.kind == "group":
            begins = not node.text.startswith("(?(") and all(map(branch_begins_with_word, node.branches))
        else:
            begins = node.kind in ("char", "atom") and is_wordy(node)
        if not begins or node.low:
            return begins
    return False


@lru_cache(maxsize=1 << 15)
def stays_in_line(pattern: str) -> bool:
    """Whether no match covers the end of a line."""
    return all(map(_stays_in_line, tree(pattern).branches))


def _stays_in_line(branch: Branch) -> bool:
    return all(
        node.kind in ("look", "edge")
        or (node.kind == "group" and not node.text.startswith("(?(") and all(map(_stays_in_line, node.branches)))
        or (node.kind == "atom" and (node.text == "." or is_inner(node) or r"\r\n" in node.text))
        or (node.kind == "char" and not node.text.isspace())
        for node in branch
    )


def total(one: int | None, other: int | None) -> int | None:
    """The sum, where both are known."""
    return None if one is None or other is None else one + other


def product(one: int | None, other: int | None) -> int | None:
    """The product, where both are known, or one is nothing."""
    if one == 0 or other == 0:
        return 0
    return None if one is None or other is None else one * other


def greatest(one: int | None, other: int | None) -> int | None:
    """The greater, where both are known."""
    return None if one is None or other is None else max(one, other)
