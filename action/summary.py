"""The marks as a table in Markdown, for the summary of a job."""

from __future__ import annotations

import re
from typing import Any

LABELS = {"error": "Correct", "warning": "Check", "query": "Ask"}
COUNTED = (("errors", "to correct"), ("warnings", "to check"), ("queries", "to ask about"))
_ORDER = tuple(LABELS)
_PLAIN = re.compile(r"[^\w .,;?’‘“”–—…-]|_")


def summary(report: dict[str, Any], room: int) -> str:
    """The summary of a report as `--format json` gives it: the worst first, in so many bytes."""
    counts = report["summary"]
    told = [f"{counts[key]} {words}" for key, words in COUNTED if counts[key]]
    lines = ["## copylint", "", ", ".join(told) + "." if told else "Nothing to mark."]
    findings = [finding for file in report["files"] for finding in file["findings"]]
    findings.sort(key=lambda finding: _ORDER.index(finding["severity"]))
    if findings:
        lines += ["", "| | where | what | rule |", "|---|---|---|---|"]
    used = sum(map(len, lines))
    for number, finding in enumerate(findings):
        line = _row(finding)
        used += len(line.encode()) + 1
        if used > room:
            lines += ["", f"And {len(findings) - number} more, in the log."]
            break
        lines.append(line)
    failures = [*report["failures"], *(failure for file in report["files"] for failure in file["failures"])]
    if failures:
        lines += ["", "Could not be done:", "", *(f"- {shown(_failure(each))}" for each in failures[:50])]
    return "\n".join(lines) + "\n"


def _row(finding: dict[str, Any]) -> str:
    place = f"{finding['path']}:{finding['line']}"
    return f"| {LABELS[finding['severity']]} | {shown(place)} | {shown(finding['message'])} | {shown(finding['code'])} |"


def _failure(failure: dict[str, str]) -> str:
    return f"{failure['path']}: {failure['message']}" if failure["path"] else failure["message"]


def shown(text: str) -> str:
    """The text as words and nothing else: no mark-up, link, picture or mention; controls and what can't be seen left out."""
    seen = "".join(each if each.isprintable() else " " for each in text)
    return _PLAIN.sub(lambda match: f"&#{ord(match[0])};", seen)
