"""A quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document
from copylint.rule import Confidence, Match, Quotes, Rule, Severity
from copylint.spans import Span

_MARK = re.compile('[“”"]')
_BLOCKS = BODY | {BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION}


def check(document: Document) -> Iterator[Match]:
    """Each double mark that opens a quotation which never closes, or closes one that never opened."""
    for quote in document.quotes:
        if not quote.is_single and not quote.is_closed:
            opening = quote.parts[-1].start
            yield Match(Span(opening, opening + 1), details={"problem": "opens and is never closed"})
    yield from _strays(document)


def _strays(document: Document) -> Iterator[Match]:
    parts = iter(sorted(part for quote in document.quotes for part in quote.parts))
    part = next(parts, None)
    for block in document.body(_BLOCKS):
        for found in _MARK.finditer(document.prose, block.span.start, block.span.end):
            while part is not None and part.end <= found.start():
                part = next(parts, None)
            is_inside = part is not None and part.start <= found.start()
            if not is_inside and not _is_measure(document.prose, found.start()):
                yield Match(Span(*found.span()), details={"problem": "has no partner"})


def _is_measure(prose: str, offset: int) -> bool:
    """Whether a mark stands for inches or seconds, or for “ditto”."""
    before, after = prose[max(0, offset - 1) : offset], prose[offset + 1 : offset + 2]
    return before.isdigit() or (not before.strip() and not after.strip())


RULE = Rule(
    code="PUN151",
    name="unbalanced-quote",
    summary="A quotation mark has no partner.",
    rationale="The reader can’t tell where the quotation begins or ends, and whose words these are.",
    message="The quotation mark {text} {problem}.",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=_BLOCKS,
    check=check,
    bad=(
        "{“}We will pay for the bridge, the mayor said.\n\nWork begins in May.",
        "We will pay for the bridge,{”} the mayor said.",
        'She called it a "disgrace" and left. {"}We won, he said.',
    ),
    good=(
        "“We will pay for the bridge,” the mayor said.",
        "“We will pay for the bridge.\n\n“Work begins in May,” the mayor said.",
        'The plank is 5" wide and 6\'2" long, and the word "wide" is right.',
        "“He said ‘no’ and ‘never’,” she said.",
    ),
)
