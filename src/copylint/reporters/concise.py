"""One line a finding, for grep, editors and continuous integration."""

from __future__ import annotations

from copylint.finding import Finding, Report
from copylint.reporters.escape import escaped, shown_path
from copylint.reporters.paint import BOLD, DIM, OF_SEVERITY, Paint
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Concise:
    """`path:line:column: CODE message`.

    No heading and no count, so that a machine can read every line; failures go to standard error by way of the command.
    """

    format: str = "concise"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002 - every line is a mark already
        """The lines of a report, each with its line feed; empty where there is nothing to say."""
        paint = Paint(color)
        return "".join(f"{_finding_line(finding, paint)}\n" for finding in report.findings)


def _finding_line(finding: Finding, paint: Paint) -> str:
    path = paint(shown_path(finding.path), BOLD)
    place = paint(f":{finding.start.line}:{finding.start.column}:", DIM)
    return f"{path}{place} {paint(escaped(finding.code), OF_SEVERITY[finding.severity])} {escaped(finding.message)}"
