"""What asks for something else: the kind `conditional`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic

from copylint.lazy import lazy
from copylint.patterns import search
from copylint.patterns.caseless import caseless
from copylint.patterns.pattern import Pattern, literal
from copylint.patterns.reading import RuleTable
from copylint.patterns.search import Found, SlowPatternError
from copylint.patterns.view import View
from copylint.rule import Fault, Match
from copylint.spans import Span
from copylint.values import dataclass

_GROUP = lazy(r"\{([1-9])\}")


@dataclass(frozen=True, slots=True)
class ConditionalSpec:
    """A pattern, and the text of the one that it asks for: `{1}` in it is filled with a group of each match of `first`."""

    first: Pattern
    second: str
    is_before: bool
    is_constant = False

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The pattern without which there is nothing to ask for."""
        return (self.first,)

    def pattern(self, number: int) -> Pattern:
        """One of the patterns, by its place among them."""
        return self.patterns[number]

    def asked(self, match: Found) -> Pattern:
        """What a match of `first` asks for."""
        text = _GROUP.sub(lambda group: literal(match.group(int(group[1])) or ""), self.second)
        return Pattern(text, self.first.case_sensitive, self.first.bounds, of_copy=True)


def conditional(rule: RuleTable) -> ConditionalSpec:
    """The `first`, `second` and `where` of a table. Raises PackError."""
    first, shape = rule.checked("first", rule.table.string("first"))
    second = rule.table.string("second")
    for group in _GROUP.finditer(second):
        if int(group[1]) > shape.groups:
            raise rule.fail("second", f'has "{group[0]}", but "first" has {shape.groups or "no"} groups')
    rule.pattern("second", _GROUP.sub("x", second))
    return ConditionalSpec(first, second, rule.table.choice("where", ("before", "anywhere"), "anywhere") == "before")


def conditional_matches(spec: ConditionalSpec, view: View, live: Iterable[int]) -> Iterator[Match | Fault]:
    """The first match of each text of `first` whose `second` stands nowhere in the story, or not before it."""
    try:
        found = [match for index in live for match in view.matches(index)]
        # All that `first` asks for shares one budget: a text may hold a hundred thousand different matches of it.
        deadline = monotonic() + search.BUDGET
        for match in _firsts(found, case_sensitive=spec.first.case_sensitive):
            second = next(view.search.each(spec.asked(match), deadline=deadline), None)
            if second is None or (spec.is_before and second.start() > match.start()):
                yield Match(Span(*match.span()))
    except SlowPatternError as slow:
        yield slow.fault


def _firsts(found: list[Found], *, case_sensitive: bool) -> list[Found]:
    firsts: dict[tuple[str, ...], Found] = {}
    for match in found:
        texts = match.groups("") or (match.group(),)
        firsts.setdefault(texts if case_sensitive else tuple(map(caseless, texts)), match)
    return list(firsts.values())
