"""Examples of rules: how the marks in one are written, and read.

`A {very unique => unique} win.` says that `very unique` is found and `unique` is what to write instead; `{very unique}` only
says what is found. A literal brace is doubled. What stands between the braces is taken to the letter, spaces included.
"""

from __future__ import annotations

from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import dataclass

_BRACE = lazy(r"\{\{|\}\}|[{}]")
_ARROW = " => "


@dataclass(frozen=True, slots=True)
class MarkedExample:
    """An example without its braces: the text, and each mark's span in it with its replacement (None: it has none)."""

    text: str
    marks: tuple[tuple[Span, str | None], ...]


def parsed(text: str) -> MarkedExample:
    """The text and the marks of an example. Raises ValueError, with the position, for a brace that has no partner."""
    plain, marks, length = [], [], 0
    opened = -1
    pieces: list[str] = []
    last = 0
    for brace in _BRACE.finditer(text):
        pieces.append(text[last : brace.start()])
        last = brace.end()
        if len(brace[0]) == 2:
            pieces.append(brace[0][0])
            continue
        if (brace[0] == "{") == (opened >= 0):
            raise ValueError(_complaint(brace[0], brace.start()))
        piece = "".join(pieces)
        pieces = []
        if brace[0] == "}":
            flagged, replacement = _halves(piece, opened)
            marks.append((Span(length, length + len(flagged)), replacement))
            piece, opened = flagged, -1
        else:
            opened = brace.start()
        plain.append(piece)
        length += len(piece)
    if opened >= 0:
        raise ValueError(_complaint("{", opened))
    return MarkedExample("".join((*plain, *pieces, text[last:])), tuple(marks))


def _halves(inside: str, position: int) -> tuple[str, str | None]:
    if inside.endswith(" =>"):
        inside += " "
    flagged, arrow, replacement = inside.partition(_ARROW)
    if not flagged:
        raise ValueError(f"nothing is marked between the braces at position {position}")
    return flagged, replacement if arrow else None


def _complaint(brace: str, position: int) -> str:
    return f'"{brace}" at position {position} has no partner; a brace that is meant is written "{brace}{brace}"'
