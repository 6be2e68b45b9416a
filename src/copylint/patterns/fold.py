"""A text as the engine looks through it: one byte for each code point, without case, white space one space.

Folding loses differences and never makes one: where `regex`, ignoring case, takes two characters for the same, they fold to the
same byte, and so do apostrophes, and hyphens. So a phrase that isn't in the folded text isn't in the text. Quotation marks keep
what tells them apart: rules on them mostly look for one kind.
"""

from __future__ import annotations

import codecs
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, compress, pairwise
from struct import Struct

from copylint.lazy import lazy
from copylint.patterns.again import MOST_WORDS, again, starts_again
from copylint.patterns.kin import APOSTROPHES, HYPHENS, QUOTATION_MARKS
from copylint.typed import Any

SPACE = b" "
MARK_GRAMS, WORD_GRAMS = (6, 4, 2, 1), (6, 4)
"""The lengths of the pieces of `Folded.level` and of `Folded.words` by which phrases are looked up that hold no rare word."""
_SPACES = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_SAME = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i", "\u212b": "å", "\u0178": "ÿ"}
"""Letters past Latin-1 that `regex`, ignoring case, takes for one of Latin-1."""
_FURTHER = "–—―…€•™†‡′″【】\xad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufffd"
# µ and ß have other cases among the letters that have no byte of their own.
_OPEN = "µß"
_NO_WORD = frozenset((*"²³¹¼½¾", *_OPEN, *APOSTROPHES))
_UNKNOWN, _NONE = "\ufffe", "\uffff"


def _table() -> str:
    """The 256 characters that have a byte of their own: Latin-1, and further ones in the place of its control characters."""
    kin = (char for kin in (APOSTROPHES, QUOTATION_MARKS, HYPHENS) for char in kin)
    further = iter(
        dict.fromkeys(char for char in (_UNKNOWN, *_SPACES, *_SAME, *kin, *_FURTHER) if ord(char) > 255 or char == "\xad")
    )
    latin = map(chr, range(256))
    return "".join(char if char.isprintable() or char in _SPACES else next(further, _NONE) for char in latin)


def _folded(char: str) -> str:
    if char in _SPACES:
        return " "
    if char in _OPEN:
        return _UNKNOWN
    for kin in (APOSTROPHES, HYPHENS):
        if char in kin:
            return kin[0]
    return _SAME.get(char, char.lower() if ord(char) < 256 else char)


def _unknown(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return _UNKNOWN * (error.end - error.start), error.end


_TABLE = _table()
_CODES = codecs.charmap_build(_TABLE)
_FOLD = bytes(_TABLE.index(_folded(char)) for char in _TABLE)
_WORD_BYTES = frozenset(
    _FOLD[code] for code, char in enumerate(_TABLE) if (char.isalnum() or char == "_") and char not in _NO_WORD
)
_WORDS = bytes(byte if byte in _WORD_BYTES else 32 for byte in range(256))
WORD_CLASS = b"[%b]" % bytes(sorted(_WORD_BYTES))
"""A class of a pattern for bytes: those that stand for a letter, a digit or an underscore."""
UNKNOWN = _TABLE.index(_UNKNOWN)
"""The byte of all characters that have none of their own."""
JOINERS = frozenset((*b"'-.,", UNKNOWN))
"""Bytes that may stand inside a word or a number."""
_SOLID = bytes(byte if byte in _WORD_BYTES or byte in JOINERS else 32 for byte in range(256))
_ERRORS = "copylint.patterns.fold"
codecs.register_error(_ERRORS, _unknown)
_A_WORD = lazy(rb"[^ ]+")
_STRETCH = lazy(rb"  +")
_A_FEW = lazy(rb"[^ ]*(?: +[^ ]+){0,%d}" % (2 * MOST_WORDS))
Row = tuple[list[bytes], list[bytes], list[int]]
STRIDE = 1 << 16
"""Lists of all words of a text are made for so many characters at a time: they take twenty times the memory of the text."""

LONGEST_WORD, LONGEST_LINE, LONGEST_TEXT = 120, 4000, 50_000
"""In copy no word (with all that stands between two spaces), no line and no story is longer."""


def bytes_of(text: str) -> bytes:
    """The text folded, a byte for each code point."""
    return codecs.charmap_encode(text, _ERRORS, _CODES)[0].translate(_FOLD)


def is_word(byte: int) -> bool:
    """Whether a byte of a folded text stands for a letter, a digit or an underscore."""
    return byte in _WORD_BYTES


def is_of_words(phrase: bytes) -> bool:
    """Whether a folded phrase has nothing but words and spaces."""
    return phrase.translate(_WORDS) == phrase


def words_of(level: bytes) -> bytes:
    """A folded text with a space for whatever isn't of a word, byte for byte."""
    return level.translate(_WORDS)


def _pieces(text: bytes, length: int) -> Iterator[Iterable[bytes]]:
    """All pieces of a length: those that begin at every so manieth character, for each one to begin with."""
    if length == 1:
        yield map(bytes, zip({*text}, strict=True))
        return
    for start in range(min(length, len(text) - length + 1)):
        # A slice for each would take twice as long, and what `struct.unpack` keeps of the formats, megabytes.
        yield Struct(f"{length}s" * ((len(text) - start) // length)).unpack_from(text, start)


class Folded:
    """A text folded, made once for all rules, each part when first needed. Its offsets are those of `level` unless said."""

    def __init__(self, prose: str) -> None:
        self._prose = prose

    @cached_property
    def _flat(self) -> bytes:
        return bytes_of(self._prose)

    @cached_property
    def is_as_in_copy(self) -> bool:
        """Whether no word and no line is longer than in copy, nor the text."""
        if len(self._prose) > LONGEST_TEXT:
            return False
        words, lines = self._prose.split(), self._prose.split("\n")
        return max(map(len, words), default=0) <= LONGEST_WORD and max(map(len, lines)) <= LONGEST_LINE

    @cached_property
    def moves(self) -> tuple[list[int], list[int]]:
        """Where in `level` each stretch of two or more spaces ends, and by how much what follows has moved to the left."""
        ends, moved, total = [], [], 0
        for stretch in _STRETCH.finditer(self._flat):
            start, end = stretch.span()
            total += end - start - 1
            ends.append(end - total)
            moved.append(total)
        return ends, moved

    @cached_property
    def places(self) -> Any:
        """The offset in the prose of each offset in `level`, and of its end; of a stretch of white space, where it begins."""
        found, start, shift = array("I"), 0, 0
        for end, moved in zip(*self.moves, strict=True):
            found.extend(range(start + shift, end + shift))
            start, shift = end, moved
        found.extend(range(start + shift, len(self.level) + shift + 1))
        return found

    @cached_property
    def stretches(self) -> list[int]:
        """Where white space of two characters or more stands."""
        return [end - 1 for end in self.moves[0]]

    @cached_property
    def stretched(self) -> frozenset[int]:
        """The same, to ask of an offset whether it is one of them."""
        return frozenset(self.stretches)

    @cached_property
    def level(self) -> bytes:
        """The folded text with one space for each stretch of white space, and one at its end, as if a line ended there."""
        level = _STRETCH.sub(SPACE, self._flat)
        return level if level[-1:] == SPACE else level + SPACE

    @cached_property
    def solid(self) -> bytes:
        """`level` with a space for whatever can't stand inside a word or a number."""
        return self.level.translate(_SOLID)

    @cached_property
    def words(self) -> bytes:
        """`level` with nothing but words, one space before it: what stands at 0 there stands at 1 here."""
        return SPACE + words_of(self.level)

    def rows(self) -> Iterable[Row]:
        """The words, the pairs of neighbours, and where in `words` each starts, so many at a time.

        The last word of a row is the first of the next.
        """
        return self._few if len(self.words) <= STRIDE else self._rows()

    @cached_property
    def _few(self) -> tuple[Row, ...]:
        """The rows of a text that has one."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[Row]:
        text, start, end = self.words, 0, 0
        while 0 <= end < len(text):
            end = text.find(SPACE, start + STRIDE)
            row = text[start:end] if end >= 0 else text[start:]
            parts = row.split(SPACE)
            starts = accumulate(map(len, parts), lambda at, length: at + length + 1, initial=start)
            words = [*filter(None, parts)]
            yield words, [*map(SPACE.join, pairwise(words))], [*compress(starts, parts)]
            # Beside a word or white space of such a length no phrase goes on.
            start = start + row.rstrip().rfind(SPACE) + 1 if SPACE in row.rstrip() else end

    @cached_property
    def repeated(self) -> list[int]:
        """Where up to six words stand twice in a row, whatever marks are between them."""
        if UNKNOWN in self.level:
            return [self.offset(start) for start in starts_again(self._prose)]
        return [place for start in range(0, len(self.words), STRIDE) for place in self._again(start, start + STRIDE)]

    def _again(self, start: int, end: int) -> Iterator[int]:
        """Where words stand twice in a row of which the first begins in a part of `words`."""
        words = self.words
        while start and words[start - 1] != 32:  # a word that begins before the part belongs to the part before
            start += 1
        text = words[start : _A_FEW.match(words, end).end()] if end < len(words) else words[start:]  # type: ignore[union-attr]
        numbers = again(text.split())
        if numbers:
            starts = [start + match.start() for match in _A_WORD.finditer(text)]
            yield from (starts[number] - 1 for number in numbers if starts[number] < end)

    @cached_property
    def grams(self) -> frozenset[bytes]:
        """The different short pieces of `level` and of `words`, and an empty one."""
        found = {b""}
        for text, lengths in ((self.level, MARK_GRAMS), (self.words, WORD_GRAMS)):
            for length in lengths:
                found.update(*_pieces(text, length))
        return frozenset(found)

    def offset(self, place: int) -> int:
        """The offset in `level` of one in the prose."""
        ends, moved = self.moves
        before = bisect_right(range(len(ends)), place, key=lambda number: ends[number] + moved[number])
        return place - moved[before - 1] if before else place
