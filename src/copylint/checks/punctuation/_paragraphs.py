"""The paragraphs of running copy, and whether one ends as a sentence does."""

from __future__ import annotations

from copylint.document import Block, BlockKind, Document
from copylint.lazy import lazy

_STOP = lazy(r"[.!?…][\"”’)\]]*\s*$")


def paragraphs(document: Document) -> list[Block]:
    """The paragraphs of a document, in order."""
    return [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


def is_ended(document: Document, block: Block) -> bool:
    """Whether a block ends with a stop."""
    return bool(_STOP.search(block.span.of(document.prose)))
