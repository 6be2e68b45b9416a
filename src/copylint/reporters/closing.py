"""The last line of a report for people: how many marks of each kind there are."""

from __future__ import annotations

from copylint.finding import Report
from copylint.rule import Severity

_COUNTED = ((Severity.ERROR, "to correct"), (Severity.WARNING, "to check"), (Severity.QUERY, "to ask about"))


def closing(report: Report) -> str:
    """The count of marks and files: `2 to correct, 1 to ask about, in 1 file.`."""
    severities = [finding.severity for finding in report.findings]
    if not severities:
        return "Nothing to mark in what could be read." if report.all_failures else "Nothing to mark."
    counts = [f"{severities.count(severity)} {words}" for severity, words in _COUNTED if severity in severities]
    files = sum(bool(file.findings) for file in report.files)
    return f"{', '.join(counts)}, in {files} {'file' if files == 1 else 'files'}."
