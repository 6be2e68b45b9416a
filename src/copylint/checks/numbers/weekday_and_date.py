"""A weekday that its date doesn't fall on."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BlockKind, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Example, Fix, Match, Rule, Severity
from copylint.spans import Span
from copylint.typed import Any

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})"
    rf"|(?P<month_first>{_MONTH})\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,:-]*\d))"
)
_BEFORE = lazy(rf"\b(?P<name>{_DAY})(?=,?\s(?:the\s)?{_DATE}(?P<end>(?:,?\s(?P<year>(?:19|20)\d\d)\b)?))")
_AFTER = lazy(rf"\b{_DATE},?\s(?P<year>(?:19|20)\d\d)(?P<end>(?:,?\sa\s|\s\()(?P<name>{_DAY}))\b")
_STORY = lazy(rf"\b{_DATE},?\s(?P<year>(?:19|20)\d\d)\b")
_OFFSETS = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)
_FAR = 45
"""In days: what lies further from the story's own date may belong to another year."""

_Date = tuple[int, int, int]


def check(document: Document) -> Iterator[Match]:
    """Each weekday beside a date that falls on another.

    A date without a year is taken for the one nearest to the date on top of the story, and left alone where there is none.
    """
    prose = document.prose
    story = _story_date(document)
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(prose):
            date = _date(found, story)
            right = None if date is None else _weekday(date)
            if right is None or right == found["name"]:
                continue
            start, end = found.start(), found.end("end")
            text = prose[start:end]
            at = found.start("name") - start
            better = text[:at] + right + text[at + len(found["name"]) :]
            severity = None if found["year"] else Severity.WARNING
            yield Match(Span(start, end), (better,), {"right": right}, severity=severity)


def _date(found: Any, story: _Date | None) -> _Date | None:
    """The date that was found, if there is such a date; `Any`: a match of `re`."""
    month = _MONTHS.index((found["month"] or found["month_first"])[:3].lower()) + 1
    day = int(found["day"] or found["day_after"])
    if not 0 < day <= _LENGTHS[month - 1]:
        return None
    if found["year"]:
        return int(found["year"]), month, day
    if story is None:
        return None
    nearest = min(((year, month, day) for year in range(story[0] - 1, story[0] + 2)), key=lambda date: _apart(date, story))
    return nearest if _apart(nearest, story) <= _FAR else None


def _apart(one: _Date, other: _Date) -> int:
    """How many days lie between two dates, to a few."""
    return abs((one[0] - other[0]) * 365 + (one[1] - other[1]) * 30 + one[2] - other[2])


def _weekday(date: _Date) -> str:
    """The name of the day on which a date of our calendar falls."""
    year, month, day = date
    if month < 3:
        year -= 1
    return _WEEKDAYS[(year + year // 4 - year // 100 + year // 400 + _OFFSETS[month - 1] + day - 1) % 7]


def _story_date(document: Document) -> _Date | None:
    """The date that stands on top of the story."""
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            found = _STORY.search(document.prose, block.span.start, block.span.end)
            return None if found is None else _date(found, None)
    return None


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
    triggers=frozenset(day.lower() for day in _WEEKDAYS),
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
