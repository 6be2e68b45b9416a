"""The words of a document that no list of words has, in small letters and with a capital: found once for all rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from copylint.document import Document
from copylint.lexicon import Support, Verdict, lexicon, verdict
from copylint.values import dataclass

SHORTEST = 3
_SHORTEST_PART, _SHORTEST_CAPITAL = 6, 6
_MOST_KEPT = 100_000
_PASSED: set[str] = set()
"""Words, as they are written, that are right in any document."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a token that hyphens may part: where it begins in it, how much supports it, and the verdict on it."""

    word: str
    start: int
    support: Support
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Strange:
    """By how they are written, the tokens in small letters with a word that isn't in the list, and the capitalised ones."""

    small: Mapping[str, Sequence[Part]]
    capitals: Sequence[str]


_LATEST: list[tuple[Document, Strange]] = []


def strange(document: Document) -> Strange:
    """The words of a document that no list of words has, the house's own aside."""
    if not _LATEST or _LATEST[0][0] is not document:
        _LATEST[:] = [(document, _found(document))]
    return _LATEST[0][1]


def _found(document: Document) -> Strange:
    own = document.knowledge.vocabulary
    small: dict[str, Sequence[Part]] = {}
    capitals: list[str] = []
    if len(_PASSED) > _MOST_KEPT:
        _PASSED.clear()
    for surface in document.words.index.keys() - _PASSED:
        if surface.islower():
            parts = _parts(surface)
            if not parts:
                _PASSED.add(surface)
            elif surface not in own and not any(part.word in own for part in parts):
                small[surface] = parts
        elif _is_strange_name(surface):
            if surface.lower() not in own:
                capitals.append(surface)
        else:
            _PASSED.add(surface)
    return Strange(small, capitals)


def _parts(surface: str) -> Sequence[Part]:
    """The words of a token in small letters that the list doesn't have for sure."""
    form = surface.replace("’", "'").replace("‑", "-").replace("‐", "-")
    if len(form) < SHORTEST or not form.isascii():
        return ()
    words = lexicon()
    if "-" not in form:
        support = Support.FULL if not form.replace("'", "").isalpha() else words.support(form)
        return () if support is Support.FULL else (Part(form, 0, support, judged(form)),)
    found, start, before = [], 0, ""
    for word in form.split("-"):
        if len(word) >= _SHORTEST_PART and word.isalpha() and not (before and words.knows(before + word)):
            support = words.support(word)
            if support is not Support.FULL:
                found.append(Part(word, start, support, judged(word)))
        start, before = start + len(word) + 1, word
    return tuple(found)


def _is_strange_name(surface: str) -> bool:
    if len(surface) < _SHORTEST_CAPITAL or not surface.istitle() or not surface.isascii() or not surface.isalpha():
        return False
    return lexicon().support(surface.lower()) is Support.NONE


@lru_cache(maxsize=20_000)
def judged(word: str) -> Verdict | None:
    """What is wrong with a word of small letters, kept for the next time."""
    return verdict(word, lexicon())
