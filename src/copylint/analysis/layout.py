"""Where the parts of a plain text begin and end: its lines, and the lines that hard wrapping broke joined again."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from copylint.spans import Span
from copylint.values import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")
_FIRST_WORD = re.compile(r"\S{1,40}")
_ITEM = re.compile(r"(?:[•◦▪‣*●■–-]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+\S")
_OPENED = re.compile(r"[\"“‘'(\[]*[a-z]")
_TERMINAL = re.compile(r"[.!?:…][\"'”’)\]»]*$")

_NARROWEST, _WIDEST = 40, 130


@dataclass(frozen=True, slots=True)
class Line:
    """A line that isn't empty. `span` leaves out white space at its ends; `indent` counts what stands before."""

    span: Span
    text: str
    indent: int
    follows: bool
    """Whether the line before it isn't empty."""


def lines(prose: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything but white space."""
    found: list[Line] = []
    follows = False
    for match in _LINE.finditer(prose):
        text = match.group()
        inside = text.strip()
        if inside:
            indent = len(text) - len(text.lstrip())
            start = match.start() + indent
            found.append(Line(Span(start, start + len(inside)), inside, indent, follows))
        follows = bool(inside)
    return tuple(found)


def chunks(prose: str, is_alone: Callable[[str], bool]) -> tuple[Span, ...]:
    """The parts of a text: each a line, or several where the text is hard-wrapped.

    A line for which `is_alone` is true is never joined to another.
    """
    found = lines(prose)
    width = _wrap_width(found)
    parts: list[Span] = []
    for index, line in enumerate(found):
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) and found[index + 1].follows else None
        is_broken = before is not None and line.follows and _is_broken(before, line, after, width, is_head=index == 1)
        if before and is_broken and not (is_alone(before.text) or is_alone(line.text)):
            parts[-1] = Span(parts[-1].start, line.span.end)
        else:
            parts.append(line.span)
    return tuple(parts)


def _wrap_width(found: tuple[Line, ...]) -> int:
    """The width at which a text is hard-wrapped, or 0.

    Wrapped text breaks in mid-sentence: lines end without a stop, and the next goes on in lower case. A paragraph a line
    never does.
    """
    pairs = [(a, b) for a, b in pairwise(found) if b.follows]
    if not pairs:
        return 0
    width = max(max(len(a.text), len(b.text)) for a, b in pairs)
    lengths = sorted(len(a.text) for a, _ in pairs)
    usual = lengths[len(lengths) * 9 // 10]
    if not _NARROWEST <= usual <= _WIDEST or width > 2 * _WIDEST:
        return 0
    broken = sum(_runs_on(a, b) for a, b in pairs)
    full = sum(_is_full(a, b, usual) for a, b in pairs)
    return usual if broken * 10 >= len(pairs) * 3 and full * 2 >= len(pairs) else 0


def _runs_on(before: Line, line: Line) -> bool:
    return bool(_OPENED.match(line.text)) and not _TERMINAL.search(before.text)


def _is_full(before: Line, line: Line, width: int) -> bool:
    """Whether the next line's first word wouldn't have fitted; 15% off for ragged edges."""
    word = _FIRST_WORD.match(line.text)
    return len(before.text) + 1 + (word.end() if word else 0) > width * 0.85


def _is_broken(before: Line, line: Line, after: Line | None, width: int, *, is_head: bool) -> bool:
    """Whether hard wrapping stands between two lines, and no new paragraph."""
    if is_head and before.text.endswith(";"):
        return True  # two decks of one headline
    if not width or _ITEM.match(line.text) or line.indent > before.indent + 1:
        return False
    if _runs_on(before, line):
        return True
    return not is_head and _is_full(before, line, width) and not _is_subhead(before, line, after, width)


def _is_subhead(before: Line, line: Line, after: Line | None, width: int) -> bool:
    """Whether a line is short without a reason: no stop ends it, and the next word would have fitted."""
    if after is None or not _TERMINAL.search(before.text) or _TERMINAL.search(line.text):
        return False
    return not _is_full(line, after, width) and not _runs_on(line, after)
