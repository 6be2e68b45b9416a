"""A quotation mark without its partner."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from copylint.document import BODY, BlockKind, Document, Quote
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Quotes, Rule, Severity
from copylint.spans import Span

_MARK = lazy('[“”"]')
_ROW = lazy("[\"“”„«»‘'’`]{6,}")
_MOST = 10
_TAG = lazy(r"<[a-zA-Z/][^<>]*>")
_BLOCKS = BODY | {BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION}


def check(document: Document) -> Iterator[Match]:
    """Each double mark that opens a quotation which never closes, or closes one that never opened.

    Marks inside tags are none. A quotation that a stray line break cuts in two has both its marks.
    """
    strays = _unpaired(document, list(_strays(document)))
    opened = _opened(document)
    if not strays and not opened:
        return
    cut = _cut(document, opened, strays)
    tags = [match.span() for match in _TAG.finditer(document.prose)]
    for offsets, problem in ((opened, "opens and is never closed"), (strays, "has no partner")):
        shown = [offset for offset in offsets if offset not in cut and not _is_inside(offset, tags)]
        yield from _matches(document, shown, problem)


def _matches(document: Document, offsets: list[int], problem: str) -> Iterator[Match]:
    """One for each mark, ten at most in a paragraph; a row of six or more is one thing to the eye, and one match."""
    end = 0
    found: Counter[int] = Counter()
    for offset in offsets:
        block = document.block_at(offset)
        if offset >= end and found[block] < _MOST:
            row = _ROW.match(document.prose, offset)
            end = row.end() if row else offset + 1
            found[block] += 1
            yield Match(Span(offset, end), details={"problem": problem})


def _is_inside(offset: int, tags: list[tuple[int, int]]) -> bool:
    place = bisect_right(tags, (offset, 0)) - 1
    return place >= 0 and tags[place][0] <= offset < tags[place][1]


def _opened(document: Document) -> list[int]:
    """The marks that open and are never closed; of a pair whose second mark turns the wrong way only the second."""
    unclosed = [quote for quote in document.bare_quotes if not quote.is_single and not quote.is_closed]
    turned = {first.parts[-1].start for first, second in pairwise(unclosed) if _is_turned(document, first, second)}
    starts = (quote.parts[-1].start for quote in unclosed)
    return [start for start in starts if start not in turned]


def _is_turned(document: Document, first: Quote, second: Quote) -> bool:
    """Whether a second mark that nothing follows was to close what the first opened."""
    at = second.parts[0].start
    after = document.prose[at + 1 : at + 2]
    return (not after or after.isspace()) and document.block_at(first.parts[-1].start) == document.block_at(at)


def _cut(document: Document, opened: list[int], strays: list[int]) -> set[int]:
    """The marks of quotations that a paragraph break in mid-sentence cuts in two."""
    last = {document.block_at(offset): offset for offset in opened}
    first = {document.block_at(offset): offset for offset in reversed(strays)}
    found: set[int] = set()
    for block, closing in first.items():
        start = document.blocks[block].span.start
        if block - 1 in last and document.prose[start : start + 1].islower():
            found |= {last[block - 1], closing}
    return found


def _strays(document: Document) -> Iterator[int]:
    """The marks that stand in no quotation."""
    parts = sorted([(part.start, part.end) for quote in document.bare_quotes for part in quote.parts])
    place = 0
    for found in _MARK.finditer(document.prose):
        start = found.start()
        while place < len(parts) and parts[place][1] <= start:
            place += 1
        if (place < len(parts) and parts[place][0] <= start) or _is_measure(document.prose, start):
            continue
        block = document.block_at(start)
        if block >= 0 and document.blocks[block].kind in _BLOCKS:
            yield start


def _unpaired(document: Document, strays: list[int]) -> list[int]:
    """Strays without the closing mark of a paragraph that opens with a mark turned the wrong way: the two are a pair."""
    closed: dict[int, int] = {}
    for offset in strays:
        block = document.block_at(offset)
        start = document.blocks[block].span.start
        if start < offset and document.prose[start] == document.prose[offset] == "”":
            closed.setdefault(block, offset)
    return [offset for offset in strays if offset not in closed.values()]


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
    triggers=frozenset({"“", "”", '"', "„", "«", "»", "``", "''"}),
    check=check,
    bad=(
        "{“}We will pay for the bridge, the mayor said.\n\nWork begins in May.",
        "We will pay for the bridge,{”} the mayor said.",
        'She called it a "disgrace" and left. {"}We won, he said.',
        "“They see that. {“}\n\nShe left.",
        "{“}We will pay in full, the mayor said.\n\nIt was too late,{”} she said.",
    ),
    good=(
        "“We will pay for the bridge,” the mayor said.",
        "“We will pay for the bridge.\n\n“Work begins in May,” the mayor said.",
        'The plank is 5" wide and 6\'2" long, and the word "wide" is right.',
        "“He said ‘no’ and ‘never’,” she said.",
        "She spoke.\n\n” … we learned a lot from the bridge,” she said.",
        "“We will all take part personally\n\nin the vote,” she said.",
        'He wrote. <tweet pic="" author="x y" title="5 " /> She left.',
    ),
)
