"""Where the text of a Markdown block stands in its lines, without the marks of quotes, lists and headings before it."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.lazy import lazy
from copylint.spans import LineIndex, Span

_BAR = lazy(r"(?<!\\)\|")
_ESCAPED_BAR = lazy(r"\\(?=\|)")
_CONTAINER = lazy(r"(?:[ \t>]|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))*")


def text_spans(raw: str, index: LineIndex, lines: range, content: str) -> list[Span]:
    """The raw spans of a block's text: each of its lines without the white space at its edges, and the line ends between.

    `lines` counts from 1; `content` is the text as the parser has it, whose lines end the raw ones.
    """
    spans: list[Span] = []
    numbers = iter(lines)
    for core in (line.strip() for line in content.split("\n")):
        span = _line_span(raw, index, numbers, core) if core else None
        if span:
            if spans:
                spans.append(_line_end(raw, index.line(index.position(span.start).line).start))
            spans.append(span)
    return spans


def heading_spans(raw: str, index: LineIndex, line: int, content: str) -> list[Span]:
    """The raw span of a heading's text that stands between number signs."""
    whole = index.line(line)
    text = whole.of(raw).replace("\0", "\ufffd").rstrip()
    bare = text.rstrip("#")
    text = bare.rstrip() if bare[-1:] in (" ", "\t") else text
    core = content.strip()
    return [Span(whole.start + len(text) - len(core), whole.start + len(text))] if core and text.endswith(core) else []


def cell_spans(raw: str, index: LineIndex, line: int) -> list[list[Span]]:
    """The raw spans of each cell of a table's row, without the backslash of an escaped bar."""
    whole = index.line(line)
    text = whole.of(raw).rstrip()
    container = _CONTAINER.match(text)
    start = container.end() if container else 0
    start += text.startswith("|", start)
    cells: list[list[Span]] = []
    for end in (*(bar.start() for bar in _BAR.finditer(text, start)), len(text)):
        cells.append(list(_unescaped(text, start, end, whole.start)))
        start = end + 1
    return cells


def _line_span(raw: str, index: LineIndex, numbers: Iterator[int], core: str) -> Span | None:
    """Where the next line that ends in `core` has it."""
    for number in numbers:
        whole = index.line(number)
        text = whole.of(raw).replace("\0", "\ufffd").rstrip()
        if text.endswith(core):
            end = whole.start + len(text)
            return Span(end - len(core), end)
    return None


def _line_end(raw: str, end: int) -> Span:
    """The line end that ends there."""
    start = end - (2 if raw.startswith("\r\n", max(0, end - 2)) else 1)
    return Span(max(0, start), end)


def _unescaped(text: str, start: int, end: int, offset: int) -> Iterator[Span]:
    for escape in _ESCAPED_BAR.finditer(text, start, end + 1):
        yield Span(offset + start, offset + escape.start())
        start = escape.end()
    yield Span(offset + start, offset + end)
