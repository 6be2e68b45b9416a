"""Where needles stand in a folded text, and where matches may begin because of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from copylint.lazy import lazy
from copylint.patterns.fold import SPACE, UNKNOWN, WORD_CLASS, Folded
from copylint.patterns.needle import AGAIN, STRETCH, Needle
from copylint.typed import Any

Window = tuple[int, int]
"""The first and the last offset in `Folded.level` where a match may begin."""
Windows = Any  # array[int], for which the annotation would have to be a string everywhere
"""Windows one after the other in one flat array: a long text has hundreds of thousands."""
ANYWHERE: Window = (-1, -2)
"""The window of a match that may begin anywhere before its needle; no other ends before it begins."""

_FURTHEST = 400
_WORD_START = lazy(rb"(?<!%b)%b|\x%02x" % (WORD_CLASS, WORD_CLASS, UNKNOWN))
_NOT_INSIDE = lazy(rb"(?<!%b)%b|(?!%b)[\x00-\xff]" % (WORD_CLASS, WORD_CLASS, WORD_CLASS))


def places(text: Folded, phrase: bytes, *, in_words: bool) -> Iterator[int]:
    """Every offset in `level` where the phrase of a needle stands; -1 for a space before the text."""
    if phrase in (STRETCH, AGAIN):
        yield from special(text, phrase)
        return
    where, shift = (text.words, 1) if in_words else (text.level, 0)
    place = where.find(phrase)
    while place >= 0:
        yield place - shift
        place = where.find(phrase, place + 1)


def special(text: Folded, phrase: bytes) -> list[int]:
    """The offsets in `level` where what `STRETCH` or `AGAIN` stands for is."""
    return text.stretches if phrase == STRETCH else text.repeated


def window(text: Folded, place: int, low: int, high: int | None, gaps: int | None) -> Window:
    """Where a match may begin because of a needle at a place; see `Needle` for the last three."""
    if high is not None:
        return place - high, place - low
    if gaps is None:
        return ANYWHERE
    first = _words_back(text.solid, place, gaps)
    return ANYWHERE if first is None else (first, place - low)


def no_windows() -> Windows:
    """An array for windows."""
    return array("l")


def is_anywhere(found: Windows) -> bool:
    """Whether the last window of an array is the one that holds all others."""
    return bool(found) and (found[-2], found[-1]) == ANYWHERE


def windows(text: Folded, needles: Iterable[Needle]) -> Windows:
    """The windows of every place where one of the needles stands."""
    found = no_windows()
    for needle in needles:
        for place in places(text, needle.phrase, in_words=needle.in_words):
            found.extend(window(text, place, needle.low, needle.high, needle.gaps))
    return found


def add_window(found: Windows, text: Folded, place: int, low: int, high: int | None, gaps: int | None) -> None:
    """Put the window of a needle at a place to others; beside one that is anywhere, none tells anything."""
    if high is not None:
        found.append(place - high)
        found.append(place - low)
    elif not is_anywhere(found):
        found.extend(window(text, place, low, high, gaps))


def is_in(text: str, needles: Sequence[Needle]) -> bool:
    """Whether a text holds one of the needles, or there are none to hold."""
    folded = Folded(text)
    return not needles or any(True for needle in needles for _ in places(folded, needle.phrase, in_words=needle.in_words))


def starts(text: Folded, found: Windows, *, bounds: bool, by_word: bool) -> list[int] | None:
    """The offsets in the prose where a match may begin by these windows, in order; None: anywhere.

    `bounds` says that a match begins nowhere inside a word, `by_word` that it begins with a letter or digit.
    """
    level = text.level
    begins = _WORD_START if by_word else _NOT_INSIDE
    offsets: set[int] = set()
    end = len(level) - 1
    for first, last in set(zip(found[::2], found[1::2], strict=True)):
        if first < 0 or last > end or first > last:
            if (first, last) == ANYWHERE:
                return None
            first, last = max(first, 0), min(last, end)
        if first == last:
            offsets.add(first)
        elif not bounds:
            offsets.update(range(first, last + 1))
        else:
            offsets.update(match.start() for match in begins.finditer(level, first, last + 1))
    return _in_prose(text, sorted(offsets))


def _in_prose(text: Folded, offsets: list[int]) -> list[int]:
    """Offsets of `level` in the prose; one of a stretch of white space is all those of the stretch."""
    if not text.stretches:
        return offsets
    places = text.places
    if text.stretched.isdisjoint(offsets):
        return [places[offset] for offset in offsets]
    found: list[int] = []
    for offset in offsets:
        if offset in text.stretched:
            found += range(places[offset], places[offset + 1])
        else:
            found.append(places[offset])
    return found


def _words_back(solid: bytes, place: int, gaps: int) -> int | None:
    """How far back one comes over so many characters that are of no word; None if that is further than makes sense."""
    least, at = max(place - _FURTHEST, 0), place
    for _ in range(gaps + 1):
        at = solid.rfind(SPACE, least, at)
        if at < 0:
            return 0 if place <= _FURTHEST else None
    return at + 1
