"""Entries of a config that leave out nothing any more, as findings in the config file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from copylint.finding import FileReport, Finding
from copylint.linter import Orders
from copylint.rule import Rule
from copylint.spans import LineIndex, Span
from copylint.suppression import UNUSED


def stale_entries(reports: Sequence[FileReport], orders: Callable[[str], Orders]) -> tuple[FileReport, ...]:
    """A report for each config file with such entries; `orders` of the file they are for say whether it is told."""
    found: dict[str, dict[tuple[int, str], Rule]] = {}
    for report in (report for report in reports if report.unused):
        own = orders(report.path)
        rule = own.rules[UNUSED]
        if UNUSED in own.enabled and rule.severity.rank >= own.least.rank:
            for path, line, names in report.unused:
                found.setdefault(path, {})[line, f"{names} in {report.path}"] = rule
    return tuple(FileReport(path, tuple(_findings(path, entries))) for path, entries in found.items())


def _findings(path: str, entries: Mapping[tuple[int, str], Rule]) -> Iterator[Finding]:
    text = Path(path).read_bytes().decode("utf-8-sig")
    index = LineIndex.of(text)
    for (line, what), rule in sorted(entries.items(), key=lambda entry: entry[0]):
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
