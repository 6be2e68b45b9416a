"""Texts that are the same but for the case of their letters, and for how their marks and spaces are set."""

from __future__ import annotations

from copylint.patterns.kin import APOSTROPHES, HYPHENS, QUOTATION_MARKS

# What `regex` takes for the same letter when case is ignored, and `str.lower` doesn't; tests/test_pattern_fold.py tries all.
_ODD = str.maketrans("İıſµςΣϐϑϴϕϖϰϱϵ\u0345\u1fbe\u1fd3\u1fe3", "iisμσσβθθφπκρειι\u0390\u03b0")
_ODD.update(str.maketrans("\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87", "вдосттъѣ"))
_LEVEL = {ord(char): kin[0] for kin in (APOSTROPHES, QUOTATION_MARKS, HYPHENS) for char in kin}


def caseless(text: str) -> str:
    """The text with the case of its letters taken away, code point by code point."""
    return text.lower() if text.isascii() else text.translate(_ODD).lower()


def levelled(text: str) -> str:
    """The text without case, with one space for each stretch of white space, and straight marks for their kin."""
    return " ".join(caseless(text).split()).translate(_LEVEL)
