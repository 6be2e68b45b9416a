"""Mends the files of a run: each is read, checked, mended and checked again until it is done."""

from __future__ import annotations

from collections.abc import Callable

from copylint.desk import Desk
from copylint.finding import FileReport
from copylint.fixes import Mended, Spans, Wish, mended
from copylint.readers import encoded
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """What came of mending a file: its bytes before and after, the report on what is left, and how many fixes there were.

    `at_odds` are the codes that undo each other's fixes in it, or never come to an end.
    """

    old: bytes
    new: bytes
    report: FileReport
    fixes: int = 0
    at_odds: tuple[str, ...] = ()


Sift = Callable[[FileReport, "Spans | None"], FileReport]
"""Gives of a report on a file what is to be mended and shown, where the lines at some spans are changed."""


def _all(report: FileReport, _: Spans | None) -> FileReport:
    return report


def repaired(path: str, data: bytes, desk: Desk, wish: Wish, sift: Sift = _all, changed: Spans | None = None) -> Repair:
    """The file at a path, which holds `data`, mended; nothing is written.

    `changed` are the spans of its changed lines (None: all of it). Raises ReadError for what isn't text, and for a fix that
    needs a character its encoding doesn't have.
    """
    text = desk.text(path, data)
    known: dict[tuple[str, Spans | None], FileReport] = {}

    def look(now: str, changed: Spans | None) -> FileReport:
        if (now, changed) not in known:
            known.clear()
            known[now, changed] = sift(desk.checked(path, encoded(now, data, path)), changed)
        return known[now, changed]

    outcome: Mended = mended(text, lambda now, changed: look(now, changed).findings, wish, changed=changed)
    report = look(outcome.text, outcome.changed)
    return Repair(data, encoded(outcome.text, data, path), report, outcome.fixes, outcome.at_odds)
