"""A bracket without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document
from copylint.rule import Confidence, Match, Quotes, Rule, Severity
from copylint.spans import Span

_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
# (a) and 1) number lists; :-) and ;( are faces.
_NUMBERING = re.compile(r"(?:(?<=\s)|^)(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_FACE = re.compile(r"[:;=8][-o^']?$")


def check(document: Document) -> Iterator[Match]:
    """Each bracket that is not opened, or not closed, in its paragraph; one left open over a paragraph break is none."""
    opened_before: list[int] = []
    for block in document.body(BODY | {BlockKind.CAPTION, BlockKind.HEADLINE, BlockKind.SUBHEAD}):
        opened, closing = _unpaired(document.prose, block.span)
        for offset in closing:
            kin = _PAIRS[document.prose[offset]]
            if opened_before and document.prose[opened_before[-1]] == kin:
                opened_before.pop()
            else:
                yield _match(offset, "closes and was never opened")
        for offset in opened_before:
            yield _match(offset, "opens and is never closed")
        opened_before = opened
    for offset in opened_before:
        yield _match(offset, "opens and is never closed")


def _match(offset: int, problem: str) -> Match:
    return Match(Span(offset, offset + 1), details={"problem": problem})


def _unpaired(prose: str, span: Span) -> tuple[list[int], list[int]]:
    """The offsets of the opening and of the closing brackets that have no partner."""
    opened: list[int] = []
    closing: list[int] = []
    for found in _BRACKET.finditer(prose, span.start, span.end):
        mark, offset = found[0], found.start()
        before = prose[max(span.start, offset - 5) : offset]
        if _FACE.search(before):
            continue
        if mark in "([{":
            opened.append(offset)
        elif opened and prose[opened[-1]] == _PAIRS[mark]:
            opened.pop()
        elif not (mark == ")" and _NUMBERING.search(before)):
            closing.append(offset)
    return opened, closing


RULE = Rule(
    code="PUN152",
    name="unbalanced-bracket",
    summary="A bracket has no partner in its paragraph.",
    rationale="The reader can’t tell where the aside ends.",
    message="The bracket “{text}” {problem}.",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    source="house",
    quotes=Quotes.INCLUDE,
    check=check,
    bad=(
        "The fund {(}set up in 1998 paid for the bridge.",
        "The fund, set up in 1998{)}, paid for the bridge.",
        "“We paid {[}for the bridge,” the mayor said.",
    ),
    good=(
        "The fund (set up in 1998 [see below]) paid for the bridge.",
        "There are three steps: 1) ask, 2) wait, c) go home. :-) And ;) too.",
        "“We paid [for the bridge],” the mayor said.",
        "The aside begins (here and runs on.\n\nIt ends here) at last.",
    ),
)
