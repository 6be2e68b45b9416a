"""One document as one rule sees it: where it may look, and what its patterns match there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from time import monotonic
from typing import Any

from copylint.document import Document
from copylint.patterns.needle import Needle, folded, levelled, words
from copylint.patterns.pattern import Pattern
from copylint.rule import Fault, Quotes, Rule
from copylint.spans import Span

BUDGET = 5.0
"""Seconds that one pattern may take on one text."""

Found = Any  # regex.Match[str]: the module has no types of its own


class SlowPatternError(Exception):
    """A pattern that has spent its time on a text."""

    def __init__(self, pattern: Pattern) -> None:
        super().__init__(f'pattern "{pattern.text}" took longer than {BUDGET:g} s on this text and was given up')

    @property
    def fault(self) -> Fault:
        """What the report says of it."""
        return Fault(str(self))


class Folded:
    """The folded prose of a document and its words, made once for all rules, when first needed."""

    def __init__(self, prose: str) -> None:
        self._prose = prose

    @cached_property
    def text(self) -> str:
        """The prose without the case of its letters, code point by code point."""
        return folded(self._prose)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its different words."""
        return words(self.text)

    @cached_property
    def level(self) -> str:
        """The text with single spaces and straight marks."""
        return levelled(self.text)

    def allows(self, pattern: Pattern) -> bool:
        """Whether the pattern may match; false only where it can't."""
        return all(any(map(self._holds, choice)) for choice in pattern.choices)

    def _holds(self, needle: Needle) -> bool:
        return (not needle.is_word or needle.run in self.words) and needle.phrase in self.level


class View:
    """What one rule sees of a document."""

    def __init__(self, document: Document, rule: Rule, exceptions: Sequence[Pattern], text: Folded) -> None:
        self.document, self.rule, self.prose = document, rule, document.prose
        self._exceptions, self._text = exceptions, text
        self._slow: set[Pattern] = set()

    def matches(self, pattern: Pattern) -> list[Found]:
        """The matches that count, in order: in one block that the rule reads, by its quotations, and not excepted.

        Raises SlowPatternError.
        """
        return [match for match in self.everywhere(pattern) if self.holds(Span(*match.span()))]

    def everywhere(self, pattern: Pattern) -> list[Found]:
        """All matches that cover something and cross no block, in order. Raises SlowPatternError."""
        return list(self.each(pattern))

    def each(self, pattern: Pattern, *, deadline: float | None = None) -> Iterator[Found]:
        """The same one by one. A deadline of `time.monotonic` takes the place of the budget of one pattern."""
        deadline = monotonic() + BUDGET if deadline is None else deadline
        if monotonic() >= deadline or pattern in self._slow:
            raise SlowPatternError(pattern)
        if not self._text.allows(pattern):
            return
        place = 0
        while (match := self._search(pattern, deadline, place, len(self.prose))) is not None:
            start, end = match.span()
            if self._crosses(start, end):
                place = max(start, place) + 1
                for block in self._touched(start, end):
                    yield from self._inside(pattern, deadline, max(block.start, start), block.end)
                    place = block.end
                continue
            if start < end:
                yield match
            place = max(end, place + (start >= end))

    def _inside(self, pattern: Pattern, deadline: float, place: int, limit: int) -> Iterator[Found]:
        """The matches from a place in a block to its end, as if the text ended there."""
        while (match := self._search(pattern, deadline, place, limit)) is not None:
            start, end = match.span()
            if start < end:
                yield match
            place = max(end, place + (start >= end))

    def _search(self, pattern: Pattern, deadline: float, place: int, limit: int) -> Found | None:
        if place > limit:
            return None
        left = deadline - monotonic()
        try:
            return pattern.compiled.search(self.prose, place, limit, timeout=left) if left > 0 else _out_of_time()
        except TimeoutError as error:
            self._slow.add(pattern)
            raise SlowPatternError(pattern) from error

    def _touched(self, start: int, end: int) -> Iterator[Span]:
        """The blocks that a match from start to end lies in or touches, in order: each is searched by itself only once."""
        blocks = self.document.blocks
        for place in range(bisect_right(blocks, start, key=lambda block: block.span.end), len(blocks)):
            if blocks[place].span.start >= end:
                return
            yield blocks[place].span

    def _crosses(self, start: int, end: int) -> bool:
        block = self.document.block_at(start)
        return block < 0 or self.document.blocks[block].span.end < end

    def holds(self, span: Span) -> bool:
        """Whether what is found at a span counts."""
        block = self.document.blocks[self.document.block_at(span.start)]
        return block.kind in self.rule.blocks and self._is_voiced(span) and not self._is_excepted(span)

    def _is_voiced(self, span: Span) -> bool:
        if self.rule.quotes is Quotes.INCLUDE:
            return True
        if self.rule.quotes is Quotes.SKIP:
            return not self.document.is_quoted(span)
        return self._quoted.holds(span)

    def _is_excepted(self, span: Span) -> bool:
        return bool(self._exceptions) and self._excepted.holds(span)

    @cached_property
    def _quoted(self) -> _Covers:
        return _Covers(part for quote in self.document.quotes for part in quote.parts or (quote.span,))

    @cached_property
    def _excepted(self) -> _Covers:
        return _Covers(Span(*match.span()) for pattern in self._exceptions for match in self.everywhere(pattern))


def _out_of_time() -> Found:
    raise TimeoutError


class _Covers:
    """Spans, and whether one of them holds another span: the furthest end of those that start before it tells."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def holds(self, span: Span) -> bool:
        """Whether a span lies wholly inside one of them."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._ends[before - 1] >= span.end
