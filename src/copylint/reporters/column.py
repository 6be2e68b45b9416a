"""How wide text stands on a terminal, and lines of a given width made of it."""

from __future__ import annotations

import unicodedata

from copylint.reporters.escape import escaped


def columns(text: str) -> int:
    """How many columns an escaped text takes: 2 for a wide East Asian character or emoji, 0 for a combining mark."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return 0  # the second range: vowels and finals of Hangul that join the letter before
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def reach(text: str, start: int, end: int, *, room: int) -> int:
    """How far from `start` towards `end`, in either direction, the text fits into so many columns when it is escaped.

    Looks at no more than four code points a column, so that no heap of combining marks makes it long.
    """
    step = 1 if start <= end else -1
    stop = start + step * min(abs(end - start), 4 * max(room, 0))
    offset = start
    while offset != stop:
        room -= columns(escaped(text[offset if step > 0 else offset - 1]))
        if room < 0:
            break
        offset += step
    return offset


def shortened(text: str, *, room: int) -> str:
    """The escaped text, cut with … where it is wider than so many columns."""
    end = reach(text, 0, len(text), room=room)
    return escaped(text) if end == len(text) else escaped(text[: reach(text, 0, end, room=room - 1)]).rstrip() + "…"


def wrapped(text: str, *, room: int) -> tuple[str, ...]:
    """The lines of a text, escaped, none wider than so many columns; a word that is wider is broken."""
    lines: list[str] = []
    line, used = "", 0
    for word in escaped(text).split(" "):
        width = columns(word)
        if line and used + 1 + width <= room:
            line, used = f"{line} {word}", used + 1 + width
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, room)
        lines += whole
        used = columns(line)
    return (*lines, line)


def _pieces(word: str, room: int) -> list[str]:
    pieces = []
    start = 0
    while start < len(word):
        end = max(start + 1, reach(word, start, len(word), room=room))
        pieces.append(word[start:end])
        start = end
    return pieces or [""]
