"""A change in per cent that its two figures don't bear out."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.numbers._change import Change, changes
from copylint.checks.numbers._near import digit, is_rough, written
from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity

_OTHERWISE = lazy(
    r"\b(?:annual\w*|a\syear\b(?!\s(?:ago|earlier|before))|per\syear|each\syear|adjust\w*|constant|excluding|underlying|like-for-like"
    r"|same-store|real\sterms|inflation|compound\w*|organic\w*|quarter\w*|on\saverage)\b",
    2,
)
_FIGURES = (NumberKind.COUNT, NumberKind.MONEY, NumberKind.MEASURE)


def check(document: Document) -> Iterator[Match]:
    """Each change in per cent that isn't the one from the first figure to the second, with the right one."""
    prose = document.prose
    for change in changes(document):
        before, after, by = change.before, change.after, change.by
        if before.kind is not after.kind or before.unit != after.unit or before.kind not in _FIGURES:
            continue
        if before.value <= 0 or before.value == after.value or before.last is not None or after.last is not None:
            continue
        sentence = document.sentences[document.sentence_at(by.span.start)].span
        if _OTHERWISE.search(prose, sentence.start, sentence.end) or _fits(prose, change):
            continue
        right = 100 * abs(after.value - before.value) / before.value
        figure = by.figure.of(prose)
        text = written(right, figure) + prose[by.figure.end : by.span.end]
        related = (Related(before.span, "the figure before"), Related(after.span, "the figure after"))
        yield Match(
            by.span, (text,) if figure[:1].isdigit() else (), {"right": text}, tuple(sorted(related, key=lambda one: one.span))
        )


def _fits(prose: str, change: Change) -> bool:
    """Whether the change lies where the two figures put it, rounded as they are."""
    before, after, by = change.before, change.after, change.by
    one, two = _slack(prose, before), _slack(prose, after)
    ends = [100 * ((after.value + high) / max(before.value + low, 1e-9) - 1) for high in (-two, two) for low in (-one, one)]
    slack = 0.6 * max(1.0, digit(prose, by)) if not is_rough(prose, by) else max(3.0, 0.1 * by.value)
    sign = 1 if after.value > before.value else -1
    return min(ends) - slack <= sign * by.value <= max(ends) + slack


def _slack(prose: str, number: Number) -> float:
    """How far a figure may lie from the exact one: half of its last digit, more for a round or rough one."""
    if is_rough(prose, number):
        return max(0.5 * digit(prose, number), 0.03 * number.value)
    is_scaled = digit(prose, number) > 1
    if is_scaled or number.value >= 1000:
        return min(0.5 * max(digit(prose, number), number.step / 10), 0.03 * number.value)
    return 0.0 if number.kind is NumberKind.COUNT else min(0.5 * digit(prose, number), 0.03 * number.value)


RULE = Rule(
    code="NUM011",
    name="wrong-percentage",
    summary="A change in per cent doesn’t fit the two figures beside it.",
    rationale="Readers do the sum, and one wrong figure makes them doubt the rest.",
    message="“{text}”: from the first figure to the second it is “{right}”. Which of the three is wrong?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    triggers=frozenset(["%", "percent", "cent"]),
    check=check,
    bad=(
        "Deaths dropped from 400 to 300, a {33 per cent => 25 per cent} fall.",
        "Profit fell {50% => 20%} to £40 million from £50 million.",
        "Membership grew by {60 percent => 40 percent}, from 5,000 to 7,000.",
        "Visits rose from 200,000 in 2015 to 250,000 in 2018, an increase of {50 percent => 25 percent}.",
        "Profit fell to $400 million from $500 million a year earlier, a drop of {25 percent => 20 percent}.",
        "The line carried 1.2 million people, up from 1 million in 2018, a rise of {30 percent => 20 percent}.",
        "Sales were $150 million, up {25% => 50%} from $100 million a year earlier.",
    ),
    good=(
        "Deaths dropped from 400 to 300, a 25 per cent fall.",
        "“It dropped from 400 to 300, down 33 per cent,” he said.",
        "Profit fell 22% to £40 million from £51 million, and rose from $1.1 billion to $1.4 billion, up 30%.",
        "It grew from 5,000 to 7,000, an average of 12% a year; from 2 to 3 points, up 1%.",
        "Membership grew by about 30 percent, from 5,300 to 7,000.",
    ),
)
