"""One JSON object a finding and line."""

from __future__ import annotations

from copylint.finding import Report
from copylint.reporters.record import finding_record, json_text
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Findings only, so that whoever reads the lines can take each for a finding.

    Failures are left to the command, which tells them on its error stream.
    """

    format: str = "jsonl"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  JSON has one form
        """The lines, each with its line feed; empty where nothing was found."""
        return "".join(f"{json_text(finding_record(finding))}\n" for finding in report.findings)
