"""Too many of something, or too few: the kind `occurrence`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from copylint.patterns.pattern import Pattern
from copylint.patterns.reading import RuleTable
from copylint.patterns.search import SlowPatternError
from copylint.patterns.view import View
from copylint.rule import Fault, Match
from copylint.spans import Span
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class OccurrenceSpec:
    """How often a pattern may or has to stand in each unit: a sentence, a paragraph, a story."""

    limited: Pattern
    per: str
    most: int | None
    least: int

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The one pattern."""
        return (self.limited,)

    def pattern(self, number: int) -> Pattern:
        """One of the patterns, by its place among them."""
        return self.patterns[number]

    @property
    def is_constant(self) -> bool:
        """Whether it finds something where its pattern doesn't stand."""
        return self.least > 0


def occurrence(rule: RuleTable) -> OccurrenceSpec:
    """The `pattern`, `max` or `min`, and `per` of a table. Raises PackError."""
    pattern = rule.pattern("pattern", rule.table.string("pattern"))
    per = rule.table.choice("per", ("sentence", "paragraph", "story"))
    if ("max" in rule.table.data) == ("min" in rule.table.data):
        raise rule.fail("max", 'an occurrence rule has either "max" or "min"')
    if "max" in rule.table.data:
        return OccurrenceSpec(pattern, per, rule.table.number("max"), 0)
    least = rule.table.number("min")
    if not least:
        raise rule.fail("min", "0 is always reached; the least that says something is 1")
    return OccurrenceSpec(pattern, per, None, least)


def occurrence_matches(spec: OccurrenceSpec, view: View, live: Iterable[int]) -> Iterator[Match | Fault]:
    """In each unit, the first match past the most, or the whole unit where there are fewer than the least."""
    try:
        spans = [Span(*match.span()) for index in live for match in view.matches(index)]
    except SlowPatternError as slow:
        yield slow.fault
        return
    starts = [span.start for span in spans]
    for unit in _units(spec.per, view):
        first = bisect_left(starts, unit.start)
        count = bisect_left(starts, unit.end) - first
        if spec.most is not None and count > spec.most:
            yield Match(spans[first + spec.most], details={"count": str(count), "limit": str(spec.most)})
        elif count < spec.least:
            yield Match(unit, details={"count": str(count), "limit": str(spec.least)})


def _units(per: str, view: View) -> Iterator[Span]:
    document, kinds = view.document, view.rule.blocks
    blocks = [block.span for block in document.blocks if block.kind in kinds]
    if per == "paragraph":
        yield from blocks
    elif per == "sentence":
        yield from (sentence.span for sentence in document.sentences if document.blocks[sentence.block].kind in kinds)
    elif blocks:
        yield blocks[0].joined(blocks[-1])
