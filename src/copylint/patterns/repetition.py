"""What stands twice with only a space between: the kind `repetition`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.patterns.hit import is_in
from copylint.patterns.pattern import Pattern
from copylint.patterns.reading import RuleTable
from copylint.patterns.search import SlowPatternError
from copylint.patterns.view import View
from copylint.rule import Fault, Match
from copylint.spans import Span
from copylint.values import dataclass

# A whole word with its inner hyphens and apostrophes; atomic, so that a long chain of them is gone through once.
_WORDS_AGAIN = r"(?<![-‐‑'])(?P<again>(?>[^\W\d_ʼ]+(?:['‐‑-][^\W\d_ʼ]+){0,5}))(?: (?P=again))+(?!-|'\w)"


@dataclass(frozen=True, slots=True)
class RepetitionSpec:
    """What may not stand twice, and the exceptions. `patterns` finds all its copies at once, the first as group `again`."""

    again: Pattern
    allow: tuple[Pattern, ...]
    is_constant = False

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The one pattern."""
        return (self.again,)

    def pattern(self, number: int) -> Pattern:
        """One of the patterns, by its place among them."""
        return self.patterns[number]


def repetition(rule: RuleTable) -> RepetitionSpec:
    """The `pattern` and `allow` of a table. Raises PackError, also for a pattern with groups of its own."""
    allow = rule.patterns("allow")
    text = rule.table.string("pattern", "")
    if not text:
        return RepetitionSpec(Pattern(_WORDS_AGAIN, rule.case_sensitive, rule.bounds), allow)
    _, shape = rule.checked("pattern", text)
    if shape.groups:
        raise rule.fail("pattern", "a repeated pattern has no groups of its own; write (?:…)")
    return RepetitionSpec(rule.pattern("pattern", f"(?P<again>{text})(?: (?P=again))+"), allow)


def repetition_matches(spec: RepetitionSpec, view: View, live: Iterable[int]) -> Iterator[Match | Fault]:
    """All copies as one match, with the first of them as the replacement."""
    try:
        found = [match for index in live for match in view.matches(index)]
    except SlowPatternError as slow:
        yield slow.fault
        return
    for match in found:
        first: str = match.group("again")
        if not any(is_in(first, pattern.needles) and pattern.compiled.fullmatch(first) for pattern in spec.allow):
            yield Match(Span(*match.span()), (first,), {"first": first})
