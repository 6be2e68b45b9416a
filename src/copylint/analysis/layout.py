"""Where the parts of a plain text begin and end: its lines, and the lines that hard wrapping broke joined again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import dataclass

_INSIDE = lazy(r"\S[^\r\n]*")
_LINE_END = lazy(r"\r\n?|\n")
_FIRST_WORD = lazy(r"\S{1,40}")
_ITEM = lazy(r"(?:[•◦▪‣*●■–-]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+\S")
_OPENED = lazy(r"[\"“‘'(\[]*[a-z]")
_CLOSING = "\"'”’)]»"

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
    spans, follows = _insides(prose)
    ends = [0, *(span.end for span in spans)]
    gaps = (prose[end : span.start] for end, span in zip(ends, spans, strict=False))
    indents = (len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r")) for gap in gaps)
    return tuple(map(Line, spans, (span.of(prose) for span in spans), indents, follows))


def _insides(prose: str) -> tuple[tuple[Span, ...], list[bool]]:
    """The spans of the lines that hold anything, and whether each follows the one before with no empty line between."""
    spans: list[Span] = []
    follows: list[bool] = []
    end = 0
    for found in _INSIDE.finditer(prose):
        start = found.start()
        gap = prose[end:start]
        follows.append(gap != "\n\n" and bool(spans) and len(_LINE_END.findall(gap)) == 1)
        end = start + len(found[0].rstrip())
        spans.append(Span(start, end))
    return tuple(spans), follows


def chunks(prose: str, is_alone: Callable[[str], bool]) -> tuple[Span, ...]:
    """The parts of a text: each a line, or several where the text is hard-wrapped.

    A line for which `is_alone` is true is never joined to another.
    """
    spans, follows = _insides(prose)
    usual = _usual_length(spans, follows)
    is_decked = follows[1:2] == [True] and prose[spans[0].end - 1] == ";"
    if not usual and not is_decked:
        return spans
    found = lines(prose)
    width = _wrap_width(found, usual)
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


def _usual_length(spans: Sequence[Span], follows: Sequence[bool]) -> int:
    """The length that lines with another right below seldom pass, or 0 where no text is wrapped to such lines."""
    before = [index - 1 for index, is_next in enumerate(follows) if is_next]
    if not before:
        return 0
    lengths = sorted(spans[index].length for index in before)
    usual = lengths[len(lengths) * 9 // 10]
    longest = max(lengths[-1], max(spans[index + 1].length for index in before))
    return usual if _NARROWEST <= usual <= _WIDEST and longest <= 2 * _WIDEST else 0


def _wrap_width(found: Sequence[Line], usual: int) -> int:
    """The width at which a text is hard-wrapped, or 0.

    Wrapped text breaks in mid-sentence: lines end without a stop, and the next goes on in lower case. A paragraph a line
    never does.
    """
    if not usual:
        return 0
    pairs = [(a, b) for a, b in pairwise(found) if b.follows]
    broken = sum(_runs_on(a, b) for a, b in pairs)
    full = sum(_is_full(a, b, usual) for a, b in pairs)
    return usual if broken * 10 >= len(pairs) * 3 and full * 2 >= len(pairs) else 0


def _runs_on(before: Line, line: Line) -> bool:
    return bool(_OPENED.match(line.text)) and not _is_ended(before.text)


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith((".", "!", "?", ":", "…"))


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
    if after is None or not _is_ended(before.text) or _is_ended(line.text):
        return False
    return not _is_full(line, after, width) and not _runs_on(line, after)
