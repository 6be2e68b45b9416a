"""Looks words up in the list of words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path

from copylint.lexicon.derived import is_derived, is_inflected
from copylint.lexicon.slips import skeletons
from copylint.mapped import mapped
from copylint.memo import MEMO
from copylint.typed import Any

FILE = Path(__file__).with_name("words.txt")
FIELDS = ("10", "20", "35", "40", "55", "us 20", "us 55", "gb 20", "gb 55", "rare", "names")
"""What the fields of a line hold: words up to a size of SCOWL, those of one country alone, rare ones, and names."""
COMMON = FIELDS.index("rare")
"""The first field of words that nobody means who writes something near them."""
_NAMES = FIELDS.index("names")
_OPENING = 3
LONGEST_WORD = 45
"""What has more letters is no word, nor meant for one."""
_MOST_KEPT = 50_000


class Support(int, Enum):
    """How surely a word is one: not at all, as a name in small letters or a word made up for the day, or by the list."""

    NONE = 0
    WEAK = 1
    FULL = 2


class Lexicon:
    """A list of words: `rank` tells where one stands in it. `starts` is what `line_starts` gives for it, if that is known."""

    def __init__(self, data: Any, starts: Mapping[bytes, int] | None = None) -> None:
        self._data, self._starts = data, line_starts(data) if starts is None else starts
        self._lines: dict[bytes, bytes] = {}
        self._parts: dict[str, str] = {}
        self._keyed: dict[str, dict[str, list[tuple[str, int]]]] = {}
        self._known: dict[str, Support] = {}

    def rank(self, word: str) -> int:
        """The number of the field that holds a word of small ASCII letters and apostrophes, or -1."""
        letters = word.encode("ascii", "replace")
        line = self._line(letters[:_OPENING])
        place = line.find(b" %b " % letters[_OPENING:], _OPENING)
        return line.count(b"\t", 0, place) - 1 if place >= 0 else -1

    def _line(self, opening: bytes) -> bytes:
        """The line of the words that begin with these letters; nothing where there are none."""
        line = self._lines.get(opening)
        if line is None:
            start = self._starts.get(opening.ljust(_OPENING))
            line = self._lines[opening] = b"" if start is None else self._data[start : _line_end(self._data, start)]
        return line

    def part(self, opening: str) -> str:
        """The fields of the common words that begin with these three letters, as they are written, without the letters."""
        part = self._parts.get(opening)
        if part is None:
            line = self._line(opening.encode("ascii", "replace"))
            part = self._parts[opening] = b"\t".join(line[_OPENING:].split(b"\t")[: COMMON + 1]).decode("ascii")
        return part

    def common(self, opening: str) -> list[tuple[str, int]]:
        """The common words that begin with these three letters, each with its field."""
        fields = self.part(opening).split("\t")[1:]
        return [(opening + rest, number) for number, field in enumerate(fields) for rest in field[1:-1].split(" ") if field]

    def is_common(self, word: str) -> bool:
        """Whether a word is a common one."""
        return 0 <= self.rank(word) < COMMON

    def sounding(self, opening: str, key: str) -> list[tuple[str, int]]:
        """The common words that begin with these three letters and have this skeleton, each with its field."""
        keyed = self._keyed.get(opening)
        if keyed is None:
            keyed = self._keyed[opening] = {}
            common = self.common(opening)
            keys = skeletons(" ".join([word for word, _ in common]))
            for each, skeleton in zip(common, keys, strict=False):
                keyed.setdefault(skeleton, []).append(each)
        return keyed.get(key, [])

    def support(self, word: str) -> Support:
        """How surely a word of small ASCII letters and apostrophes is one; kept for the next time."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            known = self._known[word] = self._support(word)
        return known

    def _support(self, word: str) -> Support:
        if len(word) > LONGEST_WORD:
            return Support.NONE
        rank = self.rank(word)
        if rank < 0:
            if is_inflected(word, self.rank):
                return Support.FULL
            return Support.WEAK if is_derived(word, self.rank) else Support.NONE
        return Support.FULL if rank < _NAMES else Support.WEAK

    def knows(self, word: str) -> bool:
        """Whether a word has any support."""
        return self.support(word) is not Support.NONE


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Our list of words, read as it is looked at."""
    data = mapped(str(FILE)) or FILE.read_bytes()
    return Lexicon(data, MEMO.of(("starts of lines", FILE.name), lambda: line_starts(data)))


def line_starts(data: Any) -> dict[bytes, int]:
    """Where the line for each three letters begins in a list of words."""
    starts, start = {}, 0
    while start < len(data):
        starts[data[start : start + _OPENING]] = start
        start = _line_end(data, start) + 1
    return starts


def _line_end(data: Any, start: int) -> int:
    end: int = data.find(b"\n", start)
    return end if end >= 0 else len(data)
