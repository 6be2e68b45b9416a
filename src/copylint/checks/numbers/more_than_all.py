"""More than all: votes that outnumber the voters, a part that is larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from copylint.checks.numbers._near import are_together, gap
from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity

_OF = lazy(r"\s(?:out\s)?of\s(?:(?:the|its|their|our|his|her)\s)?", 2)
_PLURAL = lazy(r"\s(?:[^\W\d_][\w’'-]*\s){0,2}?(?:people|men|women|children|(?!(?:times|is|was|has|this)\b)[a-z][\w’'-]*s)\b")
_BODY = lazy(r"-(?:member|seat|judge|justice|person|strong|nation|delegate)s?\b")
_VOTED = lazy(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|passed|approved|rejected|ruled|decided|split|confirmed)\b(?:\s(?!from\b)[\w’'-]+){0,4}?\s\Z",
    2,
)
_WON = lazy(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|ing|en)?|defeat(?:s|ed)?|leads?|led|victory|elected|took|tak(?:es|ing))\b[^.;:\n]{0,80}\Z",
    2,
)
_AGAINST = lazy(
    r"(?:\sof\s(?:the\s)?votes?)?,?\s(?:to|against|compared\s(?:with|to)|versus|to\s(?:his|her|their)|against\s(?:his|her|their))\s"
    r"(?:[\w’'.-]+\s){0,4}",
    2,
)
_MOST = 101.0
"""In per cent: two shares that were rounded may come to a little over 100."""


def check(document: Document) -> Iterator[Match]:
    """Each part that is larger than its whole, each vote with more votes than members, and two shares of more than all."""
    for place, (first, second) in enumerate(pairwise(document.numbers)):
        if first.kind is NumberKind.PERCENT and second.kind is NumberKind.PERCENT:
            yield from _shares(document, first, second)
        elif first.kind is second.kind is NumberKind.COUNT and first.value > second.value:
            yield from _part(document.prose, first, second)
        if first.kind is NumberKind.COUNT and _BODY.match(document.prose, first.span.end):
            yield from _vote(document, place)


def _part(prose: str, part: Number, whole: Number) -> Iterator[Match]:
    """“12 of the 11 members”."""
    if not _OF.fullmatch(gap(prose, part, whole)) or part.last is not None or whole.last is not None:
        return
    if whole.span == whole.figure and _PLURAL.match(prose, whole.span.end) and whole.value > 1:
        yield Match(part.span.joined(whole.span), (), {"sum": "a part is larger than its whole"})


def _vote(document: Document, place: int) -> Iterator[Match]:
    """“The 15-member board voted 9-7”."""
    prose, body = document.prose, document.numbers[place]
    for number, after in pairwise((*document.numbers[place + 1 : place + 4], body)):
        if not are_together(document, body, number) or not _VOTED.search(
            prose, max(0, number.span.start - 70), number.span.start
        ):
            continue
        is_pair = number.kind is after.kind is NumberKind.COUNT and gap(prose, number, after) in (" to ", " against ")
        last = number.last if number.kind is NumberKind.SCORE else after.value if is_pair else None
        if last is None or number.value + last <= body.value:
            continue
        total = f"{number.value + last:g} votes of {body.value:g}"
        end = after if number.last is None else number
        related = (Related(body.span, "the number of members"),)
        yield Match(number.span.joined(end.span), (), {"sum": total}, related)
        return


def _shares(document: Document, first: Number, second: Number) -> Iterator[Match]:
    """“58 percent of the vote to her 48 percent”."""
    total, prose = first.value + second.value, document.prose
    if not _MOST < total < 150 or first.last is not None or second.last is not None:
        return
    if not are_together(document, first, second) or not _AGAINST.fullmatch(gap(prose, first, second)):
        return
    before = prose[max(0, first.span.start - 100) : first.span.start]
    is_vote = "vote" in gap(prose, first, second) or "vote" in before
    if _WON.search(before) and (is_vote or "elect" in before) and not before.endswith("from "):
        yield Match(first.span.joined(second.span), (), {"sum": f"the two come to {total:g} per cent"})


RULE = Rule(
    code="NUM012",
    name="more-than-all",
    summary="Votes outnumber those who vote, or a part is larger than its whole.",
    rationale="It can’t be, and the sum is what readers do first with a result.",
    message="“{text}”: {sum}. Which figure is wrong?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    check=check,
    bad=(
        "The motion passed with {12 of the 11} members in favour.",
        "The 15-member board voted {9-7} to dismiss the head teacher.",
        "The 100-seat Senate voted {53 to 49} to confirm her.",
        "He won with {58 percent of the vote to her 48 percent}.",
    ),
    good=(
        "The motion passed with 10 of the 11 members in favour, and the 15-member board voted 8-7.",
        "“The 15-member board voted 9-7,” she said.",
        "The 100-seat Senate voted 48 to 47 in its 53rd week; 300 of the two million letters came.",
        "He won 58 percent of the votes in Ohio and 48 percent in Iowa.",
        "The 12-member choir sang for the 9-7 vote in a 16-member court.",
        "He was first in 12 of his two dozen races, and one of two.",
    ),
)
