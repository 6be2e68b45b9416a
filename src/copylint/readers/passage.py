"""A text that was made of a file's, and where each bit of it stands there.

Every reader with mark-up works on one: the lines of a paragraph without the `> ` before them, a string of JSON without its
escapes, the HTML inside that string. What is found in it is placed in the file by `raw` and `pieces`, however many such texts
lie between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from copylint.readers.prose import Piece
from copylint.spans import Span
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in pieces. `starts` are the offsets in the text at which each of the pieces begins.

    A piece as long as its raw span stands there as it is; any other is atomic, such as `&` for `&amp;`.
    """

    text: str
    parts: tuple[Piece, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, raw: str, spans: Iterable[Span]) -> Passage:
        """The passage that raw spans make; they are in order and don't overlap."""
        return cls.made(Piece(span.of(raw), span) for span in _merged(span for span in spans if span.length))

    @classmethod
    def whole(cls, raw: str) -> Passage:
        """All of a text."""
        return cls.of(raw, [Span(0, len(raw))])

    @classmethod
    def made(cls, pieces: Iterable[Piece]) -> Passage:
        """The passage that pieces make; they are in raw order and don't overlap."""
        own = tuple(piece for piece in pieces if piece.text)
        starts = tuple(accumulate((len(piece.text) for piece in own), initial=0))[: len(own)]
        return cls("".join(piece.text for piece in own), own, starts)

    def raw(self, span: Span) -> Span:
        """The raw span from the first code point of a span of the text to its last. The span isn't empty."""
        start, end = self._at(span.start), self._at(span.end - 1)
        first, last = self.parts[start], self.parts[end]
        left = span.start - self.starts[start] if first.is_exact else 0
        right = self.starts[end] + len(last.text) - span.end if last.is_exact else 0
        return Span(first.raw.start + left, last.raw.end - right)

    def pieces(self, span: Span) -> Iterator[Piece]:
        """A span of the text in pieces, without what stands between them in the file."""
        index = max(0, self._at(span.start))
        start = span.start
        while start < span.end:
            piece = self.parts[index]
            inside = start - self.starts[index]
            length = min(len(piece.text) - inside, span.end - start)
            raw = piece.raw.start + inside
            text = piece.text[inside : inside + length]
            yield Piece(text, Span(raw, raw + length) if piece.is_exact else piece.raw)
            start += length
            index += 1

    def cut(self, span: Span) -> Passage:
        """A span of the text as a passage of its own."""
        return Passage.made(self.pieces(span))

    def _at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


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
