"""Per cent where percentage points are meant."""

from __future__ import annotations

from collections.abc import Iterator
from re import IGNORECASE

from copylint.document import Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Rule, Severity
from copylint.spans import Span

_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_SIGN = r"(?:\s?%|\spercent\b|\sper\scent\b|-percent\b|-per-cent\b)"
_CHANGE = rf"(?P<change>(?P<by>{_NUMBER}){_SIGN})(?!\spoints?)"
_LEADS = (
    r"(?:up|down|by|of|an?|rose|rise|fell|fall|gained|lost|increased|decreased|dropped|climbed|jumped|grew|slipped|added|won)"
)
_SHIFT = lazy(
    rf"\bfrom\s(?:\w+\s){{0,2}}(?P<before>{_NUMBER}){_SIGN}?(?:\s[\w’'-]+){{0,6}}?\sto\s(?:\w+\s){{0,2}}(?P<after>{_NUMBER}){_SIGN}"
    rf"(?:[\s,;:(–—-]+[\w’'-]+){{0,7}}?[\s,;:(–—-]+{_LEADS}\s(?:about\s|nearly\s|almost\s|some\s)?{_CHANGE}",
    IGNORECASE,
)
_RISE = lazy(
    rf"\b(?:{_LEADS})\s(?:by\s)?(?:about\s|nearly\s|almost\s|some\s)?{_CHANGE},?\s(?:\w+\s){{0,2}}to\s"
    rf"(?:\w+\s){{0,2}}(?P<after>{_NUMBER}){_SIGN}?,?\s(?:up\s|down\s)?from\s(?:\w+\s){{0,2}}(?P<before>{_NUMBER}){_SIGN}",
    IGNORECASE,
)
_UP = lazy(
    rf"(?<![\d.])(?P<after>{_NUMBER}){_SIGN}(?:[\s,(–—-]+[\w’'-]+){{0,4}}?[\s,(–—-]+(?:up|down)\s{_CHANGE}\sfrom\s(?:\w+\s){{0,4}}"
    rf"(?P<before>{_NUMBER}){_SIGN}",
    IGNORECASE,
)
_NOUN = lazy(r"\s(?:rise|fall|drop|increase|decrease|gain|loss|jump|decline|swing|cut|hike|change|lead|dip|boost|surge)\b")
_SLACK = 0.051


def check(document: Document) -> Iterator[Match]:
    """Each change in per cent that is just the difference of the two shares beside it."""
    seen: set[int] = set()
    for pattern in (_SHIFT, _RISE, _UP):
        for found in pattern.finditer(document.prose):
            before, after, by = (float(found[key]) for key in ("before", "after", "by"))
            if found.start("change") in seen or not _is_difference(before, after, by):
                continue
            if document.sentence_at(found.start()) != document.sentence_at(found.end() - 1):
                continue
            seen.add(found.start("change"))
            is_before_noun = _NOUN.match(document.prose, found.end("change"))
            points = "-point" if is_before_noun else " point" if by == 1 else " points"
            full = "-percentage-point" if is_before_noun else " percentage" + points
            yield Match(Span(*found.span("change")), (found["by"] + full, found["by"] + points))


def _is_difference(before: float, after: float, by: float) -> bool:
    """Whether a change is the difference of two shares, and not the per cent by which one grew into the other."""
    apart = abs(after - before)
    if not apart or not before or abs(apart - by) >= _SLACK:
        return False
    return abs(100 * apart / before - by) >= 0.6


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
