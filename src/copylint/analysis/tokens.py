"""Text into words, numbers and marks, in flat arrays."""

from __future__ import annotations

import re
from array import array
from itertools import accumulate, compress

from copylint.document import TokenKind, Tokens

# `re` has no class of combining marks: the Latin ones, and the ranges of Hebrew, Arabic, Indic and Thai; with them what
# may stand unseen inside a word (soft hyphen, joiners).
_MARKS = (
    "\\u00ad\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed"
    "\\u0900-\\u0963\\u0966-\\u0df3\\u0e31-\\u0e3a\\u0e47-\\u0e4e\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200c\\u200d\\u2060\\u20d0-\\u20ff"
)
_LETTER = r"[^\W\d_]"
_PART = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_TAIL = rf"(?:['’‑‐-]{_PART})*"
_INITIALS = rf"(?:Ph|{_LETTER})(?:\.{_LETTER})+(?!\w)\.?{_TAIL}"
_NUMBER = rf"\d+(?:[.,]\d+)*(?:['’‑‐-]?(?={_LETTER}){_PART}{_TAIL})?"
_DECADE = r"(?<!\w)(?:['’‘]\d\ds|’\d\d)(?!\w)"

_PIECE = re.compile(rf"\s+|{_NUMBER}|{_INITIALS}|{_PART}{_TAIL}|{_DECADE}|.", re.DOTALL)

_SPACE = 0


class _Kinds(dict[str, int]):
    """The kind of each different piece of a text, worked out when it is first met."""

    def __missing__(self, piece: str) -> int:
        kind = self[piece] = _kind(piece)
        return kind


def _kind(piece: str) -> int:
    if piece[0].isspace():
        return _SPACE
    if piece.replace(",", "").replace(".", "").isnumeric():
        return TokenKind.NUMBER
    if len(piece) > 1 or piece.isalnum():
        return TokenKind.WORD
    return TokenKind.MARK


def tokens(prose: str) -> Tokens:
    """The tokens of a text, in order; each code point that is no white space lies in one of them."""
    pieces = _PIECE.findall(prose)
    ends = list(accumulate(map(len, pieces)))
    kinds = bytes(map(_Kinds().__getitem__, pieces))
    starts = [0, *ends]
    return Tokens(array("l", list(compress(starts, kinds))), array("l", list(compress(ends, kinds))), kinds.replace(b"\0", b""))
