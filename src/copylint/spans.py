"""Places in a text, and all arithmetic on them.

Offsets count Unicode code points from 0, after a byte-order mark. Spans are half-open. Lines end at
LF, CRLF or CR and at nothing else; lines and columns count from 1, columns in code points.
"""

from __future__ import annotations

from bisect import bisect_right

from copylint.lazy import lazy
from copylint.values import dataclass

_LINE_END = lazy(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points from `start` up to, not including, `end`. Raises ValueError when they are out of order."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text at this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point; an empty span shares the place it stands in."""
        if not self.length or not other.length:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def joined(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column, both counted from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Where each line of a text starts; turns offsets into positions and back."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """The index of a text."""
        return cls((0, *(match.end() for match in _LINE_END.finditer(text))), len(text))

    def position(self, offset: int) -> Position:
        """The line and column of a code point. Raises ValueError past the end of the text."""
        if not 0 <= offset <= self.length:
            raise ValueError(f"offset {offset} is outside a text of {self.length}")
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column. Raises ValueError for a place the text doesn't have."""
        if not 1 <= position.line <= len(self.starts):
            raise ValueError(f"the text has no line {position.line}")
        last = self.starts[position.line] - 1 if position.line < len(self.starts) else self.length
        offset = self.starts[position.line - 1] + position.column - 1
        if position.column < 1 or offset > last:
            raise ValueError(f"line {position.line} has no column {position.column}")
        return offset

    def line(self, number: int) -> Span:
        """The span of a line, its ending included. Raises ValueError for a line the text doesn't have."""
        if not 1 <= number <= len(self.starts):
            raise ValueError(f"the text has no line {number}")
        end = self.starts[number] if number < len(self.starts) else self.length
        return Span(self.starts[number - 1], end)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of prose and the stretch of raw text it came from.

    Two of one length correspond code point by code point; otherwise the stretch is atomic, such as
    `&` and `&amp;`. The segments of a text tile its prose without gaps or overlaps, in order; inside a block their raw spans
    are in order too, with mark-up between them.
    """

    prose: Span
    raw: Span

    @property
    def is_exact(self) -> bool:
        """Whether it corresponds code point by code point."""
        return self.prose.length == self.raw.length


@dataclass(frozen=True, slots=True)
class SegmentMap:
    """Finds the raw span of a prose span."""

    segments: tuple[Segment, ...]

    def _at(self, offset: int) -> Segment:
        return self.segments[max(0, bisect_right(self.segments, offset, key=lambda s: s.prose.start) - 1)]

    def _start(self, offset: int) -> int:
        segment = self._at(offset)
        inside = min(offset, segment.prose.end) - segment.prose.start
        if segment.is_exact:
            return segment.raw.start + inside
        return segment.raw.end if offset >= segment.prose.end else segment.raw.start

    def raw(self, span: Span) -> Span:
        """The shortest raw span that holds all code points of a prose span; an empty one stays empty.

        Mark-up inside the span is covered, mark-up round it isn't.
        """
        if not self.segments:
            return Span(0, 0)
        start = self._start(span.start)
        if not span.length:
            return Span(start, start)
        last = self._at(span.end - 1)
        end = last.raw.start + span.end - last.prose.start if last.is_exact else last.raw.end
        return Span(start, end) if start <= end else self._across(span)

    def _across(self, span: Span) -> Span:
        """The raw span that holds those of all blocks of a prose span, where they stand in another order."""
        first, last = (bisect_right(self.segments, at, key=lambda s: s.prose.start) for at in (span.start, span.end - 1))
        own = [segment.raw for segment in self.segments[first - 1 : last]]
        return Span(min(raw.start for raw in own), max(raw.end for raw in own))
