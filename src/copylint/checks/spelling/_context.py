"""Whether a word that no list has stands where a misspelling would: in English copy, and not in an address or a name."""

from __future__ import annotations

from copylint.checks.spelling._strange import judged
from copylint.document import Document
from copylint.lexicon import lexicon

_TIED = frozenset(".@#/\\_=&~<>[]{}|+*`^\xad�±")
"""Marks that tie a word to what is no word: addresses, labels, code, broken letters."""
_TIED_AFTER = _TIED - {".", "]"}
_FOREIGN = frozenset(
    "dela al el la le les los las de del della des du di da dos das der das dem und von van zu et en il lo gli una une y bin"
    " ibn abu sur pour avec ein eine sic".split()
)
"""Small words of other languages, and the mark for a slip that is meant to stand."""
_AROUND = 2
_LEAST = 4


def is_in_english(document: Document, number: int) -> bool:
    """Whether a token stands among English words, and in no address, markup or name."""
    words, prose = document.words, document.prose
    start, end = words.starts[number], words.ends[number]
    before, after = prose[max(0, start - 2) : start], prose[end : end + 2]
    if (
        before[-1:] in _TIED
        or after[:1] in _TIED_AFTER
        or (after[:1] == "." and after[1:].isalnum())
        or "- " in (before, after)
    ):
        return False
    around = range(max(0, number - _AROUND), min(len(words), number + _AROUND + 1))
    if any(_is_foreign(words.surface(other)) for other in around if other != number):
        return False
    return not any(_is_unknown_name(words.surface(other)) for other in (number - 1, number + 1) if 0 <= other < len(words))


def _is_foreign(surface: str) -> bool:
    if surface in _FOREIGN:
        return True
    if not surface.isascii():
        return surface.isalpha()
    if len(surface) < _LEAST or not surface.islower() or not surface.isalpha():
        return False
    return not lexicon().knows(surface) and judged(surface) is None


def _is_unknown_name(surface: str) -> bool:
    """Whether a word is a name that nobody knows, so that what is beside it may be one too: Porites cylindrica."""
    return surface[0].isupper() and surface.isascii() and surface.isalpha() and not lexicon().knows(surface.lower())
