"""One document as one rule sees it: where it may look, and what its patterns match there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from copylint.patterns.pattern import Pattern
from copylint.patterns.search import Found, Search, SlowPatternError
from copylint.rule import Quotes, Rule
from copylint.spans import Span

Raw = Mapping[int, "Sequence[Found] | SlowPatternError"]
"""What the patterns of a rule match, by their numbers, wherever it stands."""


class View:
    """What one rule sees of a document."""

    def __init__(self, search: Search, rule: Rule, exceptions: Sequence[Pattern], raw: Raw) -> None:
        self.search, self.rule = search, rule
        self.document, self.prose = search.document, search.prose
        self._exceptions, self._raw = exceptions, raw

    def matches(self, number: int) -> list[Found]:
        """The matches of a pattern that count, in order: in a block that the rule reads, by its quotations, and not excepted.

        Raises SlowPatternError.
        """
        found = self._raw.get(number, ())
        if isinstance(found, SlowPatternError):
            raise found
        return [match for match in found if self.holds(Span(*match.span()))]

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
        return _Covers(part for quote in self.document.bare_quotes for part in quote.parts or (quote.span,))

    @cached_property
    def _excepted(self) -> _Covers:
        return _Covers(Span(*match.span()) for pattern in self._exceptions for match in self.search.everywhere(pattern))


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
