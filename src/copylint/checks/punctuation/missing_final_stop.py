"""A paragraph of running copy without its last stop."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.punctuation._paragraphs import is_ended, paragraphs
from copylint.document import Block, BlockKind, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity
from copylint.spans import Span

_FEWEST_WORDS = 12
_END = lazy(r"([a-z]{2,}|\d{4})([\"”]?)\s*$")
_STOP_INSIDE = lazy(r"[a-z\d][.!?][\"”]?\s+[\"“]?[A-Z]")


def check(document: Document) -> Iterator[Match]:
    """The last word of each paragraph that holds an ended sentence, stands between two, and ends without a stop.

    Only where nine in ten paragraphs of the story end with one.
    """
    prose, blocks = document.prose, document.blocks
    copy = paragraphs(document)
    ended = {block.span for block in copy if is_ended(document, block)}
    if len(copy) - len(ended) > max(1, len(copy) // 10):
        return
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.kind is not BlockKind.PARAGRAPH or block.span in ended or before.span not in ended:
            continue
        if after.span in ended and not prose[after.span.start].islower():
            yield from _matches(prose, block)


def _matches(prose: str, block: Block) -> Iterator[Match]:
    text = block.span.of(prose)
    end = _END.search(text)
    if end and len(text.split()) >= _FEWEST_WORDS and _STOP_INSIDE.search(text) and text[0] in '"“' + text[0].upper():
        span = Span(block.span.start + end.start(), block.span.start + end.end(2))
        stops = (f"{end[1]}.{end[2]}", f"{end[1]}{end[2]}.") if end[2] else (f"{end[1]}.",)
        yield Match(span, stops)


RULE = Rule(
    code="PUN156",
    name="missing-final-stop",
    summary="A paragraph ends without a stop.",
    rationale="The reader wonders whether words were cut.",
    message="No stop at the end of the paragraph: “{replacement}”? Or were words cut?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=frozenset({BlockKind.PARAGRAPH}),
    check=check,
    bad=(
        "It rained.\n\nThe bridge is shut. It will be shut until the end of the month, said the {mayor => mayor.}\n\nShe left.",
        "It rained.\n\nThe bridge is shut. “It will be shut until the end of the {month” => month.”}\n\nShe left at once.",
    ),
    good=(
        "It rained.\n\nThe bridge is shut. It will be shut until the end of the month.\n\nShe left.",
        "It rained.\n\nThe bridge is shut, and the mayor of the town and all the rest\n\nShe left.",
        "It rained.\n\nThe bridge is shut. The mayor names those who are to pay for the road:\n\nLee and Ng.",
        "It rained.\n\nThe bridge is shut. It will be shut until the end of the month and\n\nuntil the next, she said.",
        "“It rained.”\n\n“The bridge is shut. It will be shut until the end of the month.”\n\n“She left.”",
    ),
)
