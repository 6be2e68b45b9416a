"""How often each rule found something."""

from __future__ import annotations

from collections import Counter

from copylint.finding import Report
from copylint.reporters.escape import escaped


def statistics(report: Report) -> str:
    """A line for each code: how many findings, the code, the rule's name; most first, then by code. Empty without findings."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    width = len(str(rows[0][1])) if rows else 0
    return "".join(f"{count:>{width}}  {escaped(code)}  {escaped(name)}\n" for (code, name), count in rows)
