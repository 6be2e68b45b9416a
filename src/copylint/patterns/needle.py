"""What a text has to hold for a pattern to match it, so that most patterns are never tried, nor even compiled.

A needle is a run of letters and digits. It is looked for in the folded text, whose code points stand where those of the text
stand. A pattern's needles are alternatives: a text with none of them has no match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex  # type: ignore[import-untyped]  # it ships no types

from copylint.patterns.dialect import WORD
from copylint.patterns.tree import Node, tree

Needles = tuple["Needle", ...]
Branch = list[Node]

MOST_NEEDLES = 64
# What `regex` takes for the same letter when case is ignored, and `str.lower` doesn't; tests/test_pattern_needle.py tries all.
_ODD = str.maketrans("İıſµςΣϐϑϴϕϖϰϱϵ\u0345\u1fbe", "iisμσσβθθφπκρειι")
_ODD.update(str.maketrans("\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87", "вдосттъѣ"))
# Letters whose other cases will not grow in number with a later Unicode: the rest breaks a run.
_SETTLED = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ſͰ-ͽΆΈ-ϿЀ-ѿ_]")
_WORDS = regex.compile(f"{WORD}+", regex.V0)
_ASCII_WORDS = re.compile(r"\w+", re.ASCII)
_IS_WORD = regex.compile(WORD, regex.V0)
_WORD_EDGES = frozenset({r"\b", "^", "$", r"\A", r"\Z"})


@dataclass(frozen=True, slots=True)
class Needle:
    """A folded run; `is_word` where no letter or digit can stand beside it in a match."""

    text: str
    is_word: bool


def folded(text: str) -> str:
    """The text with the case of its letters taken away, code point by code point."""
    return text.lower() if text.isascii() else text.translate(_ODD).lower()


def words(folded_text: str) -> frozenset[str]:
    """The different words of a folded text: longest runs of letters, digits and underscores."""
    pattern = _ASCII_WORDS if folded_text.isascii() else _WORDS
    return frozenset(pattern.findall(folded_text))


@lru_cache(maxsize=1 << 15)
def needles(pattern: str, *, bounds: bool) -> Needles:
    """The needles of a pattern; none where it has to be tried on every text."""
    return _alternatives(tree(pattern).branches, bounds, bounds)


def _alternatives(branches: Iterable[Branch], left: bool, right: bool) -> Needles:
    """One choice of each branch; `left` and `right` tell whether nothing of a word can stand beside them."""
    found: dict[Needle, None] = {}
    for branch in branches:
        best = _best(branch, left, right)
        if not best:
            return ()
        found.update(dict.fromkeys(best))
    return tuple(found) if len(found) <= MOST_NEEDLES else ()


def _best(branch: Branch, left: bool, right: bool) -> Needles:
    choices = _choices([node for node in branch if not (node.kind == "look" and node.is_single)], left, right)
    return max(choices, key=_worth, default=())


def _worth(choice: Needles) -> tuple[int, bool, int]:
    return min(len(needle.text) for needle in choice), all(needle.is_word for needle in choice), -len(choice)


def _choices(branch: Branch, left: bool, right: bool) -> list[Needles]:
    choices: list[Needles] = []
    start = 0
    while start < len(branch):
        end = start
        while end < len(branch) and _is_run(branch[end]):
            end += 1
        before = left if start == 0 else _is_gap(branch[start - 1])
        if end > start:
            after = right if end == len(branch) else _is_gap(branch[end])
            text = folded("".join(node.text for node in branch[start:end]))
            choices.append((Needle(text, before and after),))
            start = end
            continue
        node = branch[start]
        start += 1
        if node.kind == "group" and node.low and not node.text.startswith("(?("):
            after = right if start == len(branch) else _is_gap(branch[start])
            inner = _alternatives(node.branches, before and node.is_single, after and node.is_single)
            if inner:
                choices.append(inner)
    return choices


def _is_run(node: Node) -> bool:
    return node.kind == "char" and node.is_single and _SETTLED.fullmatch(node.text) is not None


def _is_gap(node: Node) -> bool:
    """Whether a node stands for something that no word holds."""
    if not node.low:
        return False
    if node.kind == "edge":
        return node.is_single and node.text in _WORD_EDGES
    return node.kind == "char" and _IS_WORD.match(node.text) is None
