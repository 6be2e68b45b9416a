"""Workflow commands that GitHub shows as annotations beside the lines of a change."""

from __future__ import annotations

from collections import Counter

from copylint.finding import Failure, Finding, Report
from copylint.reporters.escape import escaped
from copylint.reporters.uri import slashed
from copylint.rule import Severity
from copylint.values import dataclass

LIMIT = 10
"""GitHub shows so many annotations of each level for a step, the first that come."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


@dataclass(frozen=True, slots=True)
class GitHub:
    """`::error file=…,line=…,endLine=…,col=…,endColumn=…,title=CODE::message`: failures first, then the worst findings.

    Columns count from 1; `endColumn` is the one after the last, as in an editor (GitHub's manual doesn't say which).
    Findings over more than one line have no columns: GitHub refuses them. Where a level has more than GitHub shows, a
    notice before the other notices says how many. With `quiet`, findings only.
    """

    format: str = "github"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  commands take no colour
        """The commands, a line each; empty where there is nothing to say."""
        findings = sorted(report.findings, key=lambda finding: -finding.severity.rank)
        failures = () if quiet else report.all_failures
        lines = [_failure_command(failure) for failure in failures]
        lines += [_finding_command(finding) for finding in findings if finding.severity is not Severity.QUERY]
        lines += () if quiet else _overflow(findings, len(failures))
        lines += [_finding_command(finding) for finding in findings if finding.severity is Severity.QUERY]
        return "".join(f"{line}\n" for line in lines)


def _finding_command(finding: Finding) -> str:
    start, end = finding.start, finding.end
    properties = {"file": slashed(finding.path), "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    return _command(_LEVELS[finding.severity], finding.message, properties | {"title": finding.code})


def _failure_command(failure: Failure) -> str:
    properties = {"file": slashed(failure.path)} if failure.path else {}
    return _command("error", failure.message, properties | {"title": failure.code or "failed"})


def _overflow(findings: list[Finding], failures: int) -> list[str]:
    """The notice of what GitHub will not show, if there is any."""
    counts = Counter(_LEVELS[finding.severity] for finding in findings) + Counter(error=failures)
    if max(counts.values(), default=0) <= LIMIT:
        return []
    counts["notice"] += 1  # this one
    hidden = sum(max(0, count - LIMIT) for count in counts.values())
    message = f"GitHub shows {LIMIT} annotations of a level for each step; {hidden} more stand in this log only."
    return [_command("notice", message, {"title": "copylint"})]


def _command(level: str, message: str, properties: dict[str, str]) -> str:
    listed = ",".join(f"{key}={escaped(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{level} {listed}::{escaped(message).translate(_DATA)}"
