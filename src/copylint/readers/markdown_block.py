"""From the block tokens of Markdown to parts of prose and suppression directives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from copylint.document import BlockKind, Directive
from copylint.readers.directive import directive
from copylint.readers.edit import edited
from copylint.readers.inline import Image, Inline, scanned
from copylint.readers.layout import cell_spans, heading_spans, text_spans
from copylint.readers.markup import comments
from copylint.readers.passage import Passage
from copylint.readers.prose import Part, Piece
from copylint.spans import LineIndex, Span
from copylint.values import dataclass, field, replace

if TYPE_CHECKING:
    from markdown_it.token import Token

_VERBATIM = ("<script", "<pre", "<style", "<textarea")


@dataclass(slots=True)
class Walk:
    """Takes the tokens of a text one by one and gathers parts and directives.

    `skipped` is the number of lines before the text that was parsed.
    """

    raw: str
    index: LineIndex
    skipped: int
    is_label: Callable[[str], bool]
    parts: list[Part] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    quotes: int = 0
    items: int = 0
    heading: Token | None = None
    cells: Iterator[list[Span]] = field(default_factory=lambda: iter(()))
    cell: list[Span] | None = None

    def take(self, token: Token) -> None:
        """Takes the next token."""
        handler = _HANDLERS.get(token.type)
        if handler:
            handler(self, token)

    def lines(self, token: Token) -> range:
        """The numbers of the lines that a token covers."""
        first, last = token.map or (0, 0)
        return range(self.skipped + first + 1, self.skipped + last + 1)

    def read(self, passage: Passage) -> tuple[Inline, tuple[Piece, ...]]:
        """The mark-up of a passage and the pieces that it leaves. Directives in its comments are noted."""
        inline = scanned(passage.text, self.is_label)
        self.note(passage, inline.comments)
        return inline, tuple(_pieces(passage, inline))

    def note(self, passage: Passage, found: Iterable[Span]) -> None:
        """Notes the directives among comments."""
        for span in found:
            order = directive(span.of(passage.text)[4:-3], passage.raw(span))
            if order:
                self.directives.append(order)

    def add(self, kind: BlockKind, pieces: tuple[Piece, ...], *, level: int = 0) -> None:
        """Adds a part, unless it is blank."""
        if any(piece.text.strip() for piece in pieces):
            self.parts.append(Part(kind, pieces, level))


def _quote(walk: Walk, token: Token) -> None:
    walk.quotes += token.nesting


def _item(walk: Walk, token: Token) -> None:
    walk.items += token.nesting


def _heading(walk: Walk, token: Token) -> None:
    walk.heading = token if token.nesting > 0 else None


def _row(walk: Walk, token: Token) -> None:
    walk.cells = iter(cell_spans(walk.raw, walk.index, walk.lines(token).start))


def _cell(walk: Walk, token: Token) -> None:
    walk.cell = next(walk.cells, []) if token.nesting > 0 else None


def _text(walk: Walk, token: Token) -> None:
    spans, kind, level = _place(walk, token)
    passage = Passage.of(walk.raw, spans)
    inline, pieces = walk.read(passage)
    image = _lone_image(passage, inline, pieces) if kind is BlockKind.PARAGRAPH else None
    if image:
        walk.add(BlockKind.CAPTION, tuple(_pieces(passage, inline.without(image))))
    else:
        walk.add(kind, pieces, level=level)


def _place(walk: Walk, token: Token) -> tuple[list[Span], BlockKind, int]:
    """Where the text of an inline token stands, the kind of its block, and its level."""
    raw, index, lines = walk.raw, walk.index, walk.lines(token)
    if walk.cell is not None:
        return walk.cell, BlockKind.TABLE_CELL, 0
    if walk.heading is None:
        return text_spans(raw, index, lines, token.content), _kind(walk), 0
    level = int(walk.heading.tag[1:])
    if walk.heading.markup.startswith("#"):
        return heading_spans(raw, index, lines.start, token.content), BlockKind.SUBHEAD, level
    return text_spans(raw, index, lines, token.content), BlockKind.SUBHEAD, level


def _kind(walk: Walk) -> BlockKind:
    if walk.quotes:
        return BlockKind.BLOCK_QUOTE
    return BlockKind.LIST_ITEM if walk.items else BlockKind.PARAGRAPH


def _html(walk: Walk, token: Token) -> None:
    """Reads the comments of an HTML block, and the text that follows one on its line."""
    content = token.content.strip()
    passage = Passage.of(walk.raw, text_spans(walk.raw, walk.index, walk.lines(token), token.content))
    if content.startswith("<!--"):
        if "-->" in content:
            walk.add(_kind(walk), walk.read(passage)[1])
        else:
            _unclosed(walk, passage)
    elif not content.lower().startswith(_VERBATIM):
        walk.note(passage, comments(passage.text))


def _unclosed(walk: Walk, passage: Passage) -> None:
    order = directive(passage.text[4:], passage.raw(Span(0, len(passage.text))))
    if order:
        problem = "the comment is not closed, so nothing after it is read: end it with -->"
        walk.directives.append(replace(order, codes=(), problem=problem))


def _pieces(passage: Passage, inline: Inline) -> Iterator[Piece]:
    """The pieces of a passage that its mark-up leaves."""
    return edited(passage, inline.outer())


def _lone_image(passage: Passage, inline: Inline, pieces: tuple[Piece, ...]) -> Image | None:
    """The image that a paragraph consists of."""
    left = [piece for piece in pieces if piece.text.strip()]
    if len(left) != 1:
        return None
    return next((image for image in inline.images if passage.raw(image.span) == left[0].raw), None)


_HANDLERS: dict[str, Callable[[Walk, Token], None]] = {
    "blockquote_open": _quote,
    "blockquote_close": _quote,
    "list_item_open": _item,
    "list_item_close": _item,
    "heading_open": _heading,
    "heading_close": _heading,
    "tr_open": _row,
    "th_open": _cell,
    "th_close": _cell,
    "td_open": _cell,
    "td_close": _cell,
    "html_block": _html,
    "inline": _text,
}
