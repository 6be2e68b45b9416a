"""Text into words, numbers and marks, in flat arrays."""

from __future__ import annotations

from array import array
from itertools import accumulate, compress
from operator import add

from copylint.document import TokenKind, Tokens
from copylint.lazy import lazy

# `re` has no class of combining marks: the Latin ones, and the ranges of Hebrew, Arabic, Indic and Thai; with them what
# may stand unseen inside a word (soft hyphen, joiners).
_MARKS = (
    "\\u00ad\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed"
    "\\u0900-\\u0963\\u0966-\\u0df3\\u0e31-\\u0e3a\\u0e47-\\u0e4e\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200c\\u200d\\u2060\\u20d0-\\u20ff"
)
_LETTER = r"[^\W\d_]"
_JOINER = "['’‑‐-]"
_REST = rf"(?:[{_MARKS}]+[^\W_]*|{_JOINER}[^\W_]+)*"
_DIGITS = r"\d+(?:[.,]\d+)*"
_NUMBER = rf"{_DIGITS}(?![.,]?\d|{_JOINER}?{_LETTER})"
_WORD = rf"(?:{_DIGITS}{_JOINER}?(?={_LETTER}))?[^\W_]+{_REST}"
_INITIALS = rf"(?:Ph|{_LETTER})(?:\.{_LETTER})+(?!\w)\.?(?:{_JOINER}[^\W_]+{_REST})?"
_DECADE = r"(?<!\w)(?:['’‘]\d\ds|’\d\d)(?!\w)"
_CUT = lazy(r"\S(?=\s)")
_STRIDE = 1 << 16
"""The pieces of so many characters are listed at a time: a list of all takes twenty times the memory of the text."""
# Plain words first, and each with the space before it: that halves the time.
_PIECE = lazy(rf" ?(?:[a-zA-Z]+(?=[ ,\n])|{_NUMBER}|{_INITIALS}|{_WORD}|{_DECADE}|\S)|\s+")

_SPACE, _AFTER_SPACE = 0, 4
_BARE = bytes(kind & ~_AFTER_SPACE for kind in range(256))
_LEADS = bytes(bool(kind & _AFTER_SPACE) for kind in range(256))


class _Kinds(dict[str, int]):
    """The kind of each different piece of text, and whether a space opens it, kept for the pieces that come again and again."""

    def __missing__(self, piece: str) -> int:
        is_led = piece[0] == " " and len(piece) > 1 and not piece.isspace()
        kind = _kind(piece[is_led:]) + is_led * _AFTER_SPACE
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[piece] = kind
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
    starts, ends = array("l"), array("l")
    kinds = b""
    place = 0
    while place < len(prose):
        cut = _CUT.search(prose, place + _STRIDE)
        end = cut.end() if cut else len(prose)
        kinds += _added(starts, ends, _PIECE.findall(prose, place, end), place)
        place = end
    return Tokens(starts, ends, kinds)


def _added(starts: array[int], ends: array[int], pieces: list[str], place: int) -> bytes:
    """The kinds of the tokens among the pieces that stand from a place on; where they stand is added to the arrays."""
    marked = bytes(map(_KINDS.__getitem__, pieces))
    kinds = marked.translate(_BARE)
    bounds = list(accumulate(map(len, pieces), initial=place))
    starts.extend(compress(map(add, bounds, marked.translate(_LEADS)), kinds))
    ends.extend(compress(bounds[1:], kinds))
    return kinds.replace(b"\0", b"")


def word_count(prose: str) -> int:
    """How many of a text's tokens are words or numbers, counted a good deal faster than the tokens are found."""
    return sum(map(_COUNTS.__getitem__, prose.split()))


class _Counts(dict[str, int]):
    """How many words and numbers a stretch without white space holds, kept for the stretches that come again and again."""

    def __missing__(self, stretch: str) -> int:
        is_one = stretch.strip(_ROUND_WORDS).isalnum()
        count = 1 if is_one else sum(kind != TokenKind.MARK for kind in tokens(stretch).kinds)
        if len(stretch) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[stretch] = count
        return count


_ROUND_WORDS = ".,;:!?…'\"“”‘’()[]—–-$£€%"
_LONGEST_KEPT, _MOST_KEPT = 30, 20_000
_KINDS, _COUNTS = _Kinds(), _Counts()
