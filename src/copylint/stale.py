"""Entries of a config that leave out nothing any more, as findings in the config file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from copylint.finding import FileReport, Finding
from copylint.linter import Orders
from copylint.spans import LineIndex, Span
from copylint.suppression import UNUSED


def stale_entries(reports: Sequence[FileReport], orders: Orders) -> tuple[FileReport, ...]:
    """A report for each config file with such entries, if the rule that tells of them is on."""
    found: dict[str, dict[int, str]] = {}
    for report in reports:
        for path, line, names in report.unused:
            found.setdefault(path, {})[line] = f"{names} in {report.path}"
    if UNUSED not in orders.enabled or orders.rules[UNUSED].severity.rank < orders.least.rank:
        return ()
    return tuple(FileReport(path, tuple(_findings(path, lines, orders))) for path, lines in found.items())


def _findings(path: str, lines: dict[int, str], orders: Orders) -> Iterator[Finding]:
    text = Path(path).read_bytes().decode("utf-8-sig")
    index, rule = LineIndex.of(text), orders.rules[UNUSED]
    for line, what in sorted(lines.items()):
        span = index.line(line)
        words = span.of(text).rstrip("\r\n")
        span = Span(span.start, span.start + len(words))
        yield Finding(
            path=path,
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            confidence=rule.confidence,
            message=rule.message.replace("{codes}", what),
            span=span,
            start=index.position(span.start),
            end=index.position(span.end),
            text=words,
        )
