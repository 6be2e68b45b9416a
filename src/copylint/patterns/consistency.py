"""Two forms of one thing in one story: the kind `consistency`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from copylint.patterns.caseless import levelled
from copylint.patterns.entry import longest
from copylint.patterns.pattern import Pattern
from copylint.patterns.reading import RuleTable
from copylint.patterns.search import SlowPatternError
from copylint.patterns.template import in_case_of
from copylint.patterns.view import View
from copylint.rule import Fault, Match, Related
from copylint.spans import Span
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write something: its pattern, its name, and the text to replace another form with, if it is one text."""

    pattern: Pattern
    name: str = ""
    written: str | None = None


@dataclass(frozen=True, slots=True)
class ConsistencySpec:
    """Lists of forms, of which a story keeps to one."""

    either: tuple[tuple[Form, ...], ...]
    minimum: int
    is_constant = False

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns of all forms, list after list."""
        return tuple(form.pattern for forms in self.either for form in forms)

    def pattern(self, number: int) -> Pattern:
        """One of the patterns, by its place among them."""
        for forms in self.either:
            if number < len(forms):
                return forms[number].pattern
            number -= len(forms)
        raise IndexError(number)


@dataclass(frozen=True, slots=True)
class _Use:
    """A form and where it stands, in order."""

    form: Form
    spans: tuple[Span, ...]
    text: str

    @property
    def times(self) -> str:
        return {1: "once", 2: "twice"}.get(len(self.spans), f"{len(self.spans)} times")


def consistency(rule: RuleTable) -> ConsistencySpec:
    """The `either` and `minimum` of a table. Raises PackError."""
    lists = rule.table.data.get("either")
    if not isinstance(lists, (list, tuple)) or not lists:
        raise rule.fail("either", "takes a list of lists of patterns, or of tables from name to pattern")
    either = tuple(_forms(rule, forms) for forms in lists)
    rule.once("either", (form.pattern.text for forms in either for form in forms))
    minimum = rule.table.number("minimum", 2)
    if not 2 <= minimum <= max(len(forms) for forms in either):
        raise rule.fail("minimum", f"is 2 or more, and no more than the forms of a list, not {minimum}")
    return ConsistencySpec(either, minimum)


def _forms(rule: RuleTable, forms: object) -> tuple[Form, ...]:
    named = list(forms.items()) if isinstance(forms, Mapping) else None
    if named is None and isinstance(forms, (list, tuple)):
        named = [("", text) for text in forms]
    if named is None or len(named) < 2 or not all(isinstance(text, str) for _, text in named):
        raise rule.fail("either", "each list holds two patterns or more, or names with a pattern each")
    return tuple(_form(rule, name, text) for name, text in named)


def _form(rule: RuleTable, name: str, text: str) -> Form:
    pattern, shape = rule.checked("either", text)
    is_written = bool(name) and shape.literal is None and pattern.compiled.fullmatch(name) is not None
    return Form(pattern, name, name if is_written else shape.literal)


def consistency_matches(spec: ConsistencySpec, view: View, live: Iterable[int]) -> Iterator[Match | Fault]:
    """One match for each list of which several forms are used: the first of the rarest form."""
    wanted, first = frozenset(live), 0
    for forms in spec.either:
        numbers = [index for index in range(len(forms)) if first + index in wanted]
        base, first = first, first + len(forms)
        if len(numbers) < spec.minimum:
            continue
        try:
            uses = _uses(forms, numbers, base, view)
        except SlowPatternError as slow:
            yield slow.fault
            continue
        if len(uses) >= spec.minimum:
            yield _match(uses, view)


def _uses(forms: tuple[Form, ...], numbers: Iterable[int], base: int, view: View) -> list[_Use]:
    """The forms that are used, the commonest first; of two equally common ones, the one that comes first in the text.

    `base` is the number of the first form among the patterns of the rule.
    """
    candidates = [(Span(*match.span()), index, match) for index in numbers for match in view.matches(base + index)]
    places: dict[int, list[Span]] = {}
    for span, index, _ in longest(candidates):
        places.setdefault(index, []).append(span)
    uses = [_Use(forms[index], tuple(spans), _shown(forms[index], spans, view)) for index, spans in places.items()]
    return sorted(uses, key=lambda use: (-len(use.spans), use.spans[0]))


def _shown(form: Form, spans: list[Span], view: View) -> str:
    if form.name:
        return form.name
    texts = Counter(span.of(view.prose) for span in spans)
    return max(texts, key=lambda text: (texts[text], -sum(map(str.isupper, text))))


def _match(uses: list[_Use], view: View) -> Match:
    rarest = uses[-1]
    span = rarest.spans[0]
    others = (Related(use.spans[0], f"“{use.text}” {use.times}") for use in uses[:-1])
    again = (Related(other, f"“{rarest.text}” again") for other in rarest.spans[1:])
    counts = ", ".join(f"‘{use.text}’ {use.times}" for use in uses)
    return Match(span, _replacements(uses, span.of(view.prose)), {"forms": counts}, (*others, *again))


def _replacements(uses: list[_Use], found: str) -> tuple[str, ...]:
    """The commonest form in the case of what is found, where both are plain text."""
    best, own = uses[0].form, uses[-1].form
    if best.written is None or own.written is None or not _is_same(found, own.written):
        return ()
    has_capital = best.pattern.case_sensitive or best.written != best.written.lower()
    return (best.written if has_capital else in_case_of(found, best.written),)


def _is_same(found: str, written: str) -> bool:
    return levelled(found) == levelled(written)
