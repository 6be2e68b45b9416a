"""A run of text that stands in pieces in a file: a paragraph whose lines have `> ` before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from copylint.readers.prose import Piece
from copylint.spans import Span
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of several raw spans in one. `starts` are the offsets in the text at which each of the spans begins."""

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, raw: str, spans: Iterable[Span]) -> Passage:
        """The passage that the spans make; they are in order and don't overlap."""
        own = tuple(_merged(span for span in spans if span.length))
        starts = tuple(accumulate((span.length for span in own), initial=0))[: len(own)]
        return cls("".join(span.of(raw) for span in own), own, starts)

    def raw(self, span: Span) -> Span:
        """The raw span from the first code point of a span of the text to its last. The span isn't empty."""
        return Span(self._raw(span.start), self._raw(span.end - 1) + 1)

    def pieces(self, span: Span) -> Iterator[Piece]:
        """A span of the text in pieces, without what stands between them in the file."""
        index = max(0, bisect_right(self.starts, span.start) - 1)
        start = span.start
        while start < span.end:
            inside = start - self.starts[index]
            length = min(self.spans[index].length - inside, span.end - start)
            raw = self.spans[index].start + inside
            yield Piece(self.text[start : start + length], Span(raw, raw + length))
            start += length
            index += 1

    def _raw(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.spans[index].start + offset - self.starts[index]


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and last.end == span.start:
            last = last.joined(span)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
