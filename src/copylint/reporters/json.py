"""The whole report as one JSON object."""

from __future__ import annotations

from copylint.finding import FileReport, Report
from copylint.reporters.record import failure_record, finding_record, json_text
from copylint.rule import Severity
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Json:
    """`{version, files, failures, summary}`; `failures` are those of no file.

    Leaves out the time it took, so that the same copy gives the same output.
    """

    format: str = "json"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  JSON has one form
        """The object on one line; the same whether coloured, quiet or neither."""
        value = {
            "version": report.version,
            "files": [_file_record(file) for file in report.files],
            "failures": [failure_record(failure) for failure in report.failures],
            "summary": _summary(report),
        }
        return json_text(value) + "\n"


def _file_record(file: FileReport) -> dict[str, object]:
    return {
        "path": file.path,
        "words": file.words,
        "characters": file.characters,
        "suppressed": file.suppressed,
        "findings": [finding_record(finding) for finding in file.findings],
        "failures": [failure_record(failure) for failure in file.failures],
    }


def _summary(report: Report) -> dict[str, int]:
    severities = [finding.severity for finding in report.findings]
    return {
        "files": len(report.files),
        "words": sum(file.words for file in report.files),
        "findings": len(severities),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "queries": severities.count(Severity.QUERY),
        "suppressed": sum(file.suppressed for file in report.files),
        "failures": len(report.all_failures),
    }
