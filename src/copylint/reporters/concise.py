"""One line a finding, for grep, editors and continuous integration."""

from __future__ import annotations

from dataclasses import dataclass

from copylint.finding import Failure, Finding, Report
from copylint.reporters.escape import escaped
from copylint.reporters.paint import BOLD, DIM, OF_SEVERITY, Paint


@dataclass(frozen=True, slots=True)
class Concise:
    """`path:line:column: CODE message`, then `path: failed: message`; with `quiet`, findings only.

    No heading and no count, so that a machine can read every line.
    """

    format: str = "concise"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """The lines of a report, each with its line feed; empty where there is nothing to say."""
        paint = Paint(color)
        lines = [_finding_line(finding, paint) for finding in report.findings]
        if not quiet:
            lines += [_failure_line(failure, paint) for failure in report.all_failures]
        return "".join(f"{line}\n" for line in lines)


def _finding_line(finding: Finding, paint: Paint) -> str:
    path = paint(escaped(finding.path), BOLD)
    place = paint(f":{finding.start.line}:{finding.start.column}:", DIM)
    return f"{path}{place} {paint(escaped(finding.code), OF_SEVERITY[finding.severity])} {escaped(finding.message)}"


def _failure_line(failure: Failure, paint: Paint) -> str:
    where = f"{paint(escaped(failure.path), BOLD)}: " if failure.path else ""
    code = f"{escaped(failure.code)} " if failure.code else ""
    return f"{where}{paint('failed', BOLD)}: {code}{escaped(failure.message)}"
