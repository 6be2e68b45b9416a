"""Places of a text that don't stand in prose as they are, and the pieces that are left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.readers.passage import Passage
from copylint.readers.prose import Piece
from copylint.spans import Span
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A place that doesn't stand in prose as it is, and what stands there instead. Of one inside another, the outer counts."""

    span: Span
    text: str = ""


def edited(passage: Passage, edits: Iterable[Edit]) -> Iterator[Piece]:
    """The pieces of a passage that edits leave; the edits are in order and don't overlap."""
    at = 0
    for edit in edits:
        yield from passage.pieces(Span(at, edit.span.start))
        if edit.text and edit.span.length:
            yield Piece(edit.text, passage.raw(edit.span))
        at = edit.span.end
    yield from passage.pieces(Span(at, len(passage.text)))
