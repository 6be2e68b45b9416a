"""A paragraph that begins in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.punctuation._paragraphs import is_ended, paragraphs
from copylint.document import Block, BlockKind, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity
from copylint.spans import Span

_FEWEST_WORDS = 8
_SHORT = 5
_WORD = lazy(r"[a-z]{2,}(?![\w.@/:’'-]*[A-Z\d@/:]|[.-]\w|-)")
_PARTICLES = frozenset("al el de da di du van von der den bin ibn la le e i".split())


def check(document: Document) -> Iterator[Match]:
    """The first word, where the paragraph before ends with a stop and so does this one, and most others begin right."""
    copy = paragraphs(document)
    low = [block for block in copy if document.prose[block.span.start : block.span.start + 1].islower()]
    if not low or len(low) * 4 > len(copy):
        return
    after = {block.span: before for before, block in zip(document.blocks, document.blocks[1:], strict=False)}
    for block in low:
        if (word := _first_word(document, block)) and _is_after_ended(document, after.get(block.span)):
            yield Match(word, _replacements(document.prose, word))


def _replacements(prose: str, word: Span) -> tuple[str, ...]:
    """The word with a capital; nothing if it stands nowhere else in the story and may have lost its first letter."""
    text = word.of(prose)
    return (text.capitalize(),) if len(text) < _SHORT or prose.lower().count(f" {text} ") > 1 else ()


def _first_word(document: Document, block: Block) -> Span | None:
    text = block.span.of(document.prose)
    word = _WORD.match(text)
    if not word or word[0] in _PARTICLES or len(text.split()) < _FEWEST_WORDS or not is_ended(document, block):
        return None
    return Span(block.span.start, block.span.start + word.end())


def _is_after_ended(document: Document, block: Block | None) -> bool:
    """Whether a block is a paragraph that ends with a stop."""
    return block is not None and block.kind is BlockKind.PARAGRAPH and is_ended(document, block)


RULE = Rule(
    code="PUN163",
    name="lower-case-start",
    summary="A paragraph begins in lower case.",
    rationale="The reader looks for the sentence’s lost beginning.",
    message="The paragraph begins in lower case: “{text}”. A capital, or are words missing?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=frozenset({BlockKind.PARAGRAPH}),
    check=check,
    bad=(
        "It rained in the north.\n\nThe road was shut.\n\nShe came.\n\n{the => The} bridge was shut on Monday and stays so.",
        "It rained.\n\nThe road was shut.\n\nShe left.\n\n{they => They} said on Monday that they had found nobody there.",
    ),
    good=(
        "It rained.\n\nThe road was shut.\n\nShe left.\n\niPhones were sold on Monday in all of the shops.",
        "It rained.\n\nThe road was shut.\n\nShe left, and\n\nthe bridge was shut on Monday and stays shut.",
        "It rained.\n\nThe road was shut.\n\nShe left.\n\nde Gaulle was seen on Monday in all of the shops.",
        "It rained.\n\nThe road was shut.\n\nShe left.\n\n“we” was the word that stood on all of the walls.",
        "it rained.\n\nthe road was shut on monday and stays shut.\n\nshe left and nobody in town knows why.",
    ),
)
