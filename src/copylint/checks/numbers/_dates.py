"""What the rules on numbers ask of dates."""

from __future__ import annotations

from copylint.document import BlockKind, Day, Document, NumberKind
from copylint.values import replace

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OFFSETS = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)
_FAR = 45
"""In days: what lies further from the story's own date may belong to another year."""


def is_real(day: Day) -> bool:
    """Whether a month has such a day."""
    return 0 < day.day <= _LENGTHS[day.month - 1]


def weekday(day: Day) -> str:
    """The name of the day on which a date of our calendar falls."""
    year = day.year - (day.month < 3)
    return WEEKDAYS[(year + year // 4 - year // 100 + year // 400 + _OFFSETS[day.month - 1] + day.day - 1) % 7]


def story_day(document: Document) -> Day | None:
    """The date that stands on top of the story."""
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            days = (each.day for each in document.numbers if each.kind is NumberKind.DATE and block.span.contains(each.span))
            return next((day for day in days if day is not None and day.year and is_real(day)), None)
    return None


def with_year(day: Day, story: Day | None) -> Day | None:
    """The day in its year, or else in the year that brings it nearest to the story's date; None where that is far away."""
    if day.year or story is None:
        return day if day.year else None
    nearest = min(
        (replace(day, year=year) for year in range(story.year - 1, story.year + 2)), key=lambda one: _apart(one, story)
    )
    return nearest if _apart(nearest, story) <= _FAR else None


def _apart(one: Day, other: Day) -> int:
    """How many days lie between two dates, to a few."""
    return abs((one.year - other.year) * 365 + (one.month - other.month) * 30 + one.day - other.day)
