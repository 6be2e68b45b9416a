"""A story as the rows of its proof: a part of the story each, with the marks in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from copylint.document import BODY, Block, Document
from copylint.finding import FileReport, Finding, Original
from copylint.spans import SegmentMap, Span
from copylint.values import dataclass, replace

OUTSIDE = "outside"
"""The part of what stands in no block of the story: a comment, a setting, a file that isn't copy."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with its number in the story and its place in the text of its row.

    One that goes on over several rows has a mark in each; the first has the note, the last the number.
    """

    number: int
    finding: Finding
    start: int
    end: int
    is_first: bool = True
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a story: what it is, its text, its number among the paragraphs (0: none), its language, its marks."""

    part: str
    text: str
    marks: tuple[Mark, ...] = ()
    number: int = 0
    level: int = 0
    language: str = ""


def rows(file: FileReport, original: Original | None) -> tuple[Row, ...]:
    """The rows of a file: all of its story, or without the story those that have marks."""
    made = _of_story(file.findings, original.document) if original else _of_excerpts(file.findings)
    return tuple(made)


def _of_excerpts(findings: Sequence[Finding]) -> Iterator[Row]:
    marks: dict[object, list[Mark]] = {}
    for number, finding in enumerate(findings, 1):
        excerpt = finding.excerpt
        text = finding.text if excerpt is None else excerpt.text
        start = finding.span.start if excerpt is None else excerpt.start
        first, last = (min(max(offset - start, 0), len(text)) for offset in (finding.span.start, finding.span.end))
        marks.setdefault(excerpt or number, []).append(Mark(number, finding, first, last))
    for those in marks.values():
        excerpt = those[0].finding.excerpt
        if excerpt is None:
            yield Row(OUTSIDE, those[0].finding.text, tuple(those))
        else:
            yield Row(excerpt.part or "paragraph", excerpt.text, tuple(those), excerpt.paragraph)


def _of_story(findings: Sequence[Finding], document: Document) -> Iterator[Row]:
    place = _Places(document)
    marks: dict[int, list[Mark]] = {}
    outside: list[tuple[int, Mark]] = []
    for number, finding in enumerate(findings, 1):
        indices = place.blocks(finding.span)
        for index in indices:
            mark = place.mark(number, finding, index)
            mark = replace(mark, is_first=index == indices[0], is_last=index == indices[-1])
            marks.setdefault(index, []).append(mark)
        if not indices:
            outside.append((finding.span.start, Mark(number, finding, 0, len(finding.text))))
    paragraphs = 0
    for index, block in enumerate(document.blocks):
        while outside and outside[0][0] < place.raw[index].start:
            yield _outside(outside.pop(0)[1])
        paragraphs += block.kind in BODY
        number = paragraphs if block.kind in BODY else 0
        language = block.language or document.source.language
        text = block.span.of(document.prose)
        yield Row(block.kind.value, text, tuple(marks.get(index, ())), number, block.level, language)
    yield from (_outside(mark) for _, mark in outside)


def _outside(mark: Mark) -> Row:
    return Row(OUTSIDE, mark.finding.text, (mark,))


class _Places:
    """Finds the place in the prose of what stands at a place in the raw text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._segments = document.source.segments
        self._starts = [segment.raw.start for segment in self._segments]
        there = SegmentMap(self._segments)
        self.raw = [there.raw(block.span) for block in document.blocks]
        self._block_starts = [span.start for span in self.raw]

    def blocks(self, raw: Span) -> range:
        """The indices of the blocks that a raw span has a part of; an empty span lies in the block that it touches."""
        first = bisect_right(self._block_starts, raw.start) - 1
        if first < 0 or raw.start > self.raw[first].end or (raw.length and raw.start == self.raw[first].end):
            first += 1
        last = first
        while last < len(self.raw) and self._block_starts[last] < max(raw.end, raw.start + 1):
            last += 1
        return range(first, last)

    def mark(self, number: int, finding: Finding, index: int) -> Mark:
        """The mark in a block; mark-up in it doesn't count, and what is mark-up alone is a place between two letters."""
        block: Block = self._document.blocks[index]
        length = block.span.length
        first = self._prose(finding.span.start, up=False) - block.span.start
        last = self._prose(finding.span.end, up=True) - block.span.start
        first = min(max(first, 0), length)
        return Mark(number, finding, first, min(max(last, first), length) if finding.span.length else first)

    def _prose(self, raw: int, *, up: bool) -> int:
        """The offset in the prose; of what is but one whole, such as `&amp;`, its start or its end."""
        index = bisect_right(self._starts, raw if not up else max(raw - 1, 0)) - 1
        if index < 0:
            return 0
        segment = self._segments[index]
        if raw >= segment.raw.end:
            return segment.prose.end
        if segment.is_exact:
            return segment.prose.start + raw - segment.raw.start
        return segment.prose.end if up else segment.prose.start
