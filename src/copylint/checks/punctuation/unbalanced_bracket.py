"""A bracket without its partner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from copylint.document import BODY, BlockKind, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Quotes, Rule, Severity
from copylint.spans import Span
from copylint.values import dataclass, field

_BLOCKS = BODY | {BlockKind.CAPTION, BlockKind.HEADLINE, BlockKind.SUBHEAD}
_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKET = lazy(r"[()\[\]{}]")
_ROW = lazy(r"[()\[\]{}]{6,}")
_MOST = 10
# (a) and 1) number lists; :-) and ;( are faces.
_NUMBERING = lazy(r"(?:(?<=\s)|^)(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_FACE = lazy(r"(?<!\S)[:;=8][-o^']?$")


def check(document: Document) -> Iterator[Match]:
    """Each bracket that is not opened, or not closed, in its paragraph; one left open over a paragraph break is none."""
    waiting: list[int] = []
    brackets = [found.start() for found in _BRACKET.finditer(document.prose)]
    place = 0
    for block in document.body(_BLOCKS):
        place = bisect_left(brackets, block.span.start, place)
        if not waiting and (place == len(brackets) or brackets[place] >= block.span.end):
            continue
        end = bisect_left(brackets, block.span.end, place)
        found = _unpaired(document.prose, brackets[place:end], block.span.start)
        yield from _matches(document.prose, found.unfit, "doesn’t fit the one that opens")
        never_opened = []
        for offset in found.closing:
            if waiting and document.prose[waiting[-1]] == _PAIRS[document.prose[offset]]:
                waiting.pop()
            else:
                never_opened.append(offset)
        yield from _matches(document.prose, never_opened, "closes and was never opened")
        yield from _matches(document.prose, waiting, "opens and is never closed")
        waiting = found.opening
    yield from _matches(document.prose, waiting, "opens and is never closed")


def _matches(prose: str, offsets: Sequence[int], problem: str) -> Iterator[Match]:
    """One for each bracket of a paragraph, ten at most; a row of six or more is one thing to the eye, and one match."""
    end = found = 0
    for offset in offsets:
        if offset >= end and found < _MOST:
            row = _ROW.match(prose, offset)
            end = row.end() if row else offset + 1
            found += 1
            yield Match(Span(offset, end), details={"problem": problem})


@dataclass(frozen=True, slots=True)
class _Unpaired:
    """The offsets of brackets without a partner, and of closing ones whose partner is of another shape."""

    opening: list[int] = field(default_factory=list)
    closing: list[int] = field(default_factory=list)
    unfit: list[int] = field(default_factory=list)


def _unpaired(prose: str, brackets: Sequence[int], start: int) -> _Unpaired:
    unpaired = _Unpaired()
    opened = unpaired.opening
    for offset in brackets:
        mark = prose[offset]
        before = prose[max(start, offset - 5) : offset]
        if _FACE.search(before):
            continue
        if mark in "([{":
            opened.append(offset)
        elif opened and prose[opened[-1]] == _PAIRS[mark]:
            opened.pop()
        elif mark == ")" and _NUMBERING.search(before):
            continue
        elif len(opened) == 1:
            unpaired.unfit.append(offset)
            opened.pop()
        else:
            unpaired.closing.append(offset)
    return unpaired


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
    blocks=_BLOCKS,
    triggers=frozenset("()[]{}"),
    check=check,
    bad=(
        "The fund {(}set up in 1998 paid for the bridge.",
        "The fund, set up in 1998{)}, paid for the bridge.",
        "It weighed three tons (3,000 kg{]} and sank.",
        "“We paid {[}for the bridge,” the mayor said.",
    ),
    good=(
        "The fund (set up in 1998 [see below]) paid for the bridge.",
        "There are three steps: 1) ask, 2) wait, c) go home. :-) And ;) too.",
        "“We paid [for the bridge],” the mayor said.",
        "The aside begins (here and runs on.\n\nIt ends here) at last.",
    ),
)
