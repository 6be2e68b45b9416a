"""Per cent where percentage points are meant."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.numbers._change import Change, changes
from copylint.document import Document, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Related, Rule, Severity

_NOUN = lazy(r"\s(?:rise|fall|drop|increase|decrease|gain|loss|jump|decline|swing|cut|hike|change|lead|dip|boost|surge)\b")
_SLACK = 0.051


def check(document: Document) -> Iterator[Match]:
    """Each change in per cent that is just the difference of the two shares beside it."""
    for change in changes(document):
        if not _is_difference(change):
            continue
        by = change.by
        figure = by.figure.of(document.prose)
        is_before_noun = _NOUN.match(document.prose, by.span.end)
        points = "-point" if is_before_noun else " point" if by.value == 1 else " points"
        full = "-percentage-point" if is_before_noun else " percentage" + points
        shares = sorted((change.before.span, change.after.span))
        related = tuple(Related(share, "one of the two shares") for share in shares)
        yield Match(by.span, (figure + full, figure + points), related=related)


def _is_difference(change: Change) -> bool:
    """Whether a change is the difference of two shares, and not the per cent by which one grew into the other."""
    before, after, by = change.before, change.after, change.by
    kinds = {before.kind, after.kind}
    if NumberKind.PERCENT not in kinds or not kinds <= {NumberKind.PERCENT, NumberKind.COUNT}:
        return False
    apart = abs(after.value - before.value)
    if not apart or not before.value or abs(apart - by.value) >= _SLACK:
        return False
    return abs(100 * apart / before.value - by.value) >= 0.6


RULE = Rule(
    code="NUM002",
    name="percent-for-points",
    summary="A share rises from one per cent to another, and the difference is told in per cent.",
    rationale="From 40% to 44% is a rise of four points, and of 10 per cent.",
    message="“{text}” is the difference of the two shares, so points: “{replacement}”.",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="AP Stylebook, “percent, percentage, percentage points”",
    triggers=frozenset(["%", "percent", "cent"]),
    check=check,
    bad=(
        "Support rose from 40% to 44%, up {4% => 4 percentage points}.",
        "Unemployment fell from 8 percent to 6 percent, a {2 percent => 2-percentage-point} drop.",
        "Rates rose by {0.5% => 0.5 percentage points} to 2.5%, from 2%.",
        "Turnout was 61%, up {3% => 3 percentage points} from 58% in 2015.",
    ),
    good=(
        "Support rose from 40% to 44%, up 10%, or four points.",
        "“Support rose from 40% to 44%, up 4%,” he said.",
        "Sales grew from 100% of the target to 104%, up 4%.",
        "It rose from 40% to 44%. The other fell by 4% a year.",
        "Support rose from 40% to 44%, up 4 percentage points.",
    ),
)
