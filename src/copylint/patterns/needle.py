"""What a text has to hold for a pattern to match it, so that most patterns are never tried, nor even compiled.

Texts and patterns are folded: no case, and then levelled: one space for white space, straight marks. A needle is a phrase that
a levelled text has to hold, and its longest run of letters and digits, which can be looked up among the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import regex  # type: ignore[import-untyped]  # it ships no types

from copylint.patterns.dialect import APOSTROPHES, HYPHENS, QUOTATION_MARKS, WORD
from copylint.patterns.tree import Node, tree
from copylint.values import dataclass

Branch = list[Node]

MOST_NEEDLES = 64
MOST_CHOICES = 8
# What `regex` takes for the same letter when case is ignored, and `str.lower` doesn't; tests/test_pattern_needle.py tries all.
_ODD = str.maketrans("İıſµςΣϐϑϴϕϖϰϱϵ\u0345\u1fbe\u1fd3\u1fe3", "iisμσσβθθφπκρειι\u0390\u03b0")
_ODD.update(str.maketrans("\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87", "вдосттъѣ"))
# Letters whose other cases will not grow in number with a later Unicode: the rest breaks a run.
_SETTLED = "0-9A-Za-zÀ-ÖØ-öø-ſͰ-ͽΆΈ-ϿЀ-ѿ_"
_PLAIN = re.compile(rf"[{_SETTLED} !-/:-@\[-^`{{-~£€’‘“”„«»‐‑–—…]")
_RUN = re.compile(f"[{_SETTLED}]+")
_LEVEL = {ord(char): kin[0] for kin in (APOSTROPHES, QUOTATION_MARKS, HYPHENS) for char in kin}
_WORDS = regex.compile(f"{WORD}+", regex.V0)
_ASCII_WORDS = re.compile(r"\w+", re.ASCII)
_IS_WORD = regex.compile(WORD, regex.V0)
_WORD_EDGES = frozenset({r"\b", "^", "$", r"\A", r"\Z"})


@dataclass(frozen=True, slots=True)
class Needle:
    """A phrase of the levelled text, and the longest run in it, which may be empty.

    `is_word` where no letter or digit can stand beside the run.
    """

    run: str
    is_word: bool
    phrase: str


Choice = tuple[Needle, ...]
"""Needles of which a text holds one at least, if the pattern matches there."""


def folded(text: str) -> str:
    """The text with the case of its letters taken away, code point by code point."""
    return text.lower() if text.isascii() else text.translate(_ODD).lower()


def words(folded_text: str) -> frozenset[str]:
    """The different words of a folded text: longest runs of letters, digits and underscores."""
    pattern = _ASCII_WORDS if folded_text.isascii() else _WORDS
    return frozenset(pattern.findall(folded_text))


def levelled(folded_text: str) -> str:
    """The folded text with one space for each stretch of white space, and straight marks for their kin."""
    text = " ".join(folded_text.split())
    return text if text.isascii() else text.translate(_LEVEL)


@lru_cache(maxsize=1 << 15)
def choices(pattern: str, *, bounds: bool) -> tuple[Choice, ...]:
    """What a text has to hold, each choice of it, the most telling first; nothing where the pattern has to be tried."""
    branches = tree(pattern).branches
    if len(branches) > 1:
        either = _alternatives(branches, bounds, bounds)
        return (either,) if either else ()
    return tuple(sorted(_choices(branches[0], bounds, bounds), key=_worth, reverse=True)[:MOST_CHOICES])


def _alternatives(branches: Iterable[Branch], left: bool, right: bool) -> Choice:
    """One choice of each branch; `left` and `right` tell whether nothing of a word can stand beside them."""
    found: dict[Needle, None] = {}
    for branch in branches:
        best = max(_choices(branch, left, right), key=_worth, default=())
        if not best:
            return ()
        found.update(dict.fromkeys(best))
    return tuple(found) if len(found) <= MOST_NEEDLES else ()


def _worth(choice: Choice) -> tuple[int, bool, int]:
    return min(len(needle.run) for needle in choice), all(needle.is_word for needle in choice), -len(choice)


def _choices(branch: Branch, left: bool, right: bool) -> list[Choice]:
    """The choices of what stands in a row: each phrase is one, and each group that has one for all its branches."""
    row = [node for node in branch if not (node.kind == "look" and node.is_single)]
    found: list[Choice] = []
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and _is_plain(row[end]):
            end += 1
        before = _has_gap(map(row.__getitem__, range(start - 1, -1, -1)), left, at_end=True)
        after = _has_gap(map(row.__getitem__, range(end, len(row))), right, at_end=False)
        found += _phrase("".join(node.text for node in row[start:end]), before, after)
        start = max(end, start + 1)
        if end < start:
            node, after = row[end], _has_gap(map(row.__getitem__, range(start, len(row))), right, at_end=False)
            if node.kind == "group" and node.low and not node.text.startswith("(?("):
                inner = _alternatives(node.branches, before and node.is_single, after and node.is_single)
                found += [inner] if inner else []
    return found


def _phrase(text: str, left: bool, right: bool) -> list[Choice]:
    """The needle of a phrase as a choice of one; none where it is all spaces. Spaces at its ends may match anything white."""
    whole = folded(text)
    best = max(_RUN.finditer(whole), key=lambda run: len(run[0]), default=None)
    if best is None:
        phrase = levelled(whole)
        return [(Needle("", False, phrase),)] if phrase else []
    is_word = (left or best.start() > 0) and (right or best.end() < len(whole))
    return [(Needle(best[0], is_word, levelled(whole)),)]


def _is_plain(node: Node) -> bool:
    return node.kind == "char" and node.is_single and _PLAIN.fullmatch(node.text) is not None


def _has_gap(nodes: Iterable[Node], beyond: bool, *, at_end: bool) -> bool:
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
        return all(_has_gap(branch[::step], False, at_end=at_end) for branch in node.branches)
    return node.kind == "char" and _IS_WORD.match(node.text) is None
