"""Puts prose together from pieces of raw text; every reader with mark-up ends here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copylint.document import Block, BlockKind, Directive, Source
from copylint.spans import Segment, Span
from copylint.values import dataclass

OBJECT = "\ufffc"
"""Stands in prose for what is no text: a code span, an image, an address."""
SEPARATOR = "\n\n"
"""Stands in prose between two blocks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of prose and the raw span it came from. Pieces of a text are in raw order and don't overlap."""

    text: str
    raw: Span

    @property
    def is_exact(self) -> bool:
        """Whether it corresponds to its raw span code point by code point."""
        return len(self.text) == self.raw.length


@dataclass(frozen=True, slots=True)
class Part:
    """A block to be: its kind, its pieces, a subhead's level, and its language where that isn't the story's."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    level: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose, the segments that tile it, and its blocks."""

    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]


def assembled(raw: str, parts: Iterable[Part]) -> Prose:
    """The prose of the parts, two line feeds between them, white space at their edges left out, and so are blank parts.

    Parts needn't come in raw order: a file may have its headline below the story.
    """
    pieces: list[Piece] = []
    blocks: list[Block] = []
    offset = 0
    for part in parts:
        own = trimmed(part.pieces)
        if not own:
            continue
        if pieces:
            start = own[0].raw.start
            pieces.append(Piece(SEPARATOR, Span(min(pieces[-1].raw.end, start), start)))
            offset += len(SEPARATOR)
        end = offset + sum(len(piece.text) for piece in own)
        blocks.append(Block(part.kind, Span(offset, end), part.level, part.language))
        pieces += own
        offset = end
    return Prose("".join(piece.text for piece in pieces), _segments(raw, pieces), tuple(blocks))


def story(
    path: str,
    format: str,
    raw: str,
    parts: Iterable[Part],
    *,
    directives: Iterable[Directive] = (),
    language: str = "en",
    item: str = "",
    reserved: str | None = "",
) -> Source:
    """The story that parts of a file make, in their order; what else is given stands in it as it is."""
    prose = assembled(raw, parts)
    return Source(path, format, raw, prose.text, prose.segments, prose.blocks, tuple(directives), language, item, reserved)


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without white space before the first word or after the last."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first].text.strip():
        first += 1
    while first < last and not pieces[last - 1].text.strip():
        last -= 1
    own = list(pieces[first:last])
    if own:
        own[0] = _cut(own[0], left=len(own[0].text) - len(own[0].text.lstrip()))
        own[-1] = _cut(own[-1], right=len(own[-1].text) - len(own[-1].text.rstrip()))
    return own


def shortened(piece: Piece) -> Piece | None:
    """The piece without the spaces at its end; None where nothing is left."""
    spaces = len(piece.text) - len(piece.text.rstrip(" "))
    return _cut(piece, right=spaces) if spaces < len(piece.text) else None


def _cut(piece: Piece, *, left: int = 0, right: int = 0) -> Piece:
    if not left and not right:
        return piece
    text = piece.text[left : len(piece.text) - right]
    return Piece(text, Span(piece.raw.start + left, piece.raw.end - right) if piece.is_exact else piece.raw)


def _segments(raw: str, pieces: Iterable[Piece]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    is_copy = False  # whether the last segment has the very text of the raw span
    offset = 0
    for piece in pieces:
        span = Span(offset, offset + len(piece.text))
        was_copy, is_copy = is_copy, piece.text == piece.raw.of(raw)
        if is_copy and was_copy and segments[-1].raw.end == piece.raw.start:
            last = segments.pop()
            segments.append(Segment(last.prose.joined(span), last.raw.joined(piece.raw)))
        else:
            segments += _changed(span, piece.raw) if not is_copy else (Segment(span, piece.raw),)
        offset = span.end
    return tuple(segments)


def _changed(prose: Span, raw: Span) -> tuple[Segment, ...]:
    """The segments of text that was replaced; two where one would look like a copy for being of the same length."""
    if prose.length != raw.length or prose.length == 1:
        return (Segment(prose, raw),)
    middle = prose.start + 1
    return Segment(Span(prose.start, middle), raw), Segment(Span(middle, prose.end), Span(raw.end, raw.end))
