"""A weekday that its date doesn't fall on."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.numbers._dates import WEEKDAYS, is_real, story_day, weekday, with_year
from copylint.document import Document, NumberKind
from copylint.rule import Confidence, Example, Fix, Match, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """Each weekday beside a date that falls on another.

    A date without a year is taken for the one nearest to the date on top of the story, and left alone where there is none.
    """
    story = story_day(document)
    for number in document.numbers:
        day = number.day
        if number.kind is not NumberKind.DATE or day is None or not day.weekday or not is_real(day):
            continue
        dated = with_year(day, story)
        right = weekday(dated) if dated is not None else day.weekday
        if right != day.weekday:
            text = number.span.of(document.prose)
            severity = None if day.year else Severity.WARNING
            yield Match(number.span, (text.replace(day.weekday, right),), {"right": right}, severity=severity)


RULE = Rule(
    code="NUM001",
    name="weekday-and-date",
    summary="A weekday and a date stand together and don’t agree.",
    rationale="One of the two is wrong, and readers who go by it come on the wrong day.",
    message="“{text}”: that day is a {right}. Is it the weekday or the date?",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    triggers=frozenset(day.lower() for day in WEEKDAYS),
    check=check,
    bad=(
        "They met on {Monday 5 March 2019 => Tuesday 5 March 2019} in Leeds.",
        "On {Tuesday, July 4, 2018 => Wednesday, July 4, 2018}, it rained.",
        "The vote was on {March 5, 2019, a Monday => March 5, 2019, a Tuesday}.",
        Example(
            "Ferry back in service\n\nThursday, October 17, 2019\n\n"
            "The ferry to Norvik sailed again on {Tuesday, October 14 => Monday, October 14}, the operator said.",
            format="plain",
        ),
    ),
    good=(
        "They met on Tuesday 5 March 2019, and on Wednesday, July 4, 2018, it rained.",
        "“We met on Monday 5 March 2019,” she said.",
        "On Monday, March 5 people were held; on Tuesday 12 June 300 came.",
        "On Friday 31 June 2019 it shut.",
        Example(
            "Ferry back in service\n\nThursday, October 17, 2019\n\n"
            "The ferry to Norvik sailed again on Monday, October 14, the operator said. It had sunk on Sunday, May 3.",
            format="plain",
        ),
    ),
)
