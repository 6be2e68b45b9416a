"""The lines of a text for readers that go line by line: reStructuredText and AsciiDoc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copylint.readers.passage import Passage
from copylint.spans import LineIndex, Span
from copylint.values import dataclass

_TAB = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what stands in it without white space at its ends, where that is, and how far it is indented."""

    text: str
    start: int
    indent: int

    @property
    def span(self) -> Span:
        """Where the text stands."""
        return Span(self.start, self.start + len(self.text))

    def behind(self, length: int) -> Row:
        """The row without so many characters at its beginning, as if it were indented so far."""
        rest = self.text[length:]
        blanks = len(rest) - len(rest.lstrip())
        return Row(rest.lstrip(), self.start + length + blanks, self.indent + length + blanks)


def rows_of(raw: str) -> list[Row]:
    """The lines of a text."""
    return list(_rows(raw))


def _rows(raw: str) -> Iterator[Row]:
    index = LineIndex.of(raw)
    for number in range(1, len(index.starts) + 1):
        span = index.line(number)
        line = span.of(raw)
        text = line.strip()
        blanks = line[: len(line) - len(line.lstrip())]
        yield Row(text, span.start + len(blanks), len(blanks.expandtabs(_TAB)))


def passage_of(raw: str, rows: Iterable[Row]) -> Passage:
    """The text of lines, with the line ends between them and without white space at their ends."""
    spans: list[Span] = []
    for row in (row for row in rows if row.text):
        if spans:
            spans.append(_line_end(raw, spans[-1].end, row.start))
        spans.append(row.span)
    return Passage.of(raw, spans)


def _line_end(raw: str, start: int, end: int) -> Span:
    """The line end before the white space that a line begins with."""
    at = max(raw.rfind("\n", start, end), raw.rfind("\r", start, end))
    first = at - 1 if at > start and raw.startswith("\r\n", at - 1) else at
    return Span(first, at + 1) if at >= 0 else Span(start, start)


def indented(rows: Sequence[Row], first: int, indent: int) -> int:
    """Where the rows end, from one on, that are empty or indented further; empty ones at the end don't count."""
    at = first
    while at < len(rows) and (not rows[at].text or rows[at].indent > indent):
        at += 1
    while at > first and not rows[at - 1].text:
        at -= 1
    return at


def filled(rows: Sequence[Row], first: int) -> int:
    """Where the rows end, from one on, that aren't empty."""
    at = first
    while at < len(rows) and rows[at].text:
        at += 1
    return at
