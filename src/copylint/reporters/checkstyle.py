"""The format of Checkstyle, which many tools read."""

from __future__ import annotations

from copylint.finding import FileReport, Finding, Report
from copylint.reporters.uri import slashed
from copylint.reporters.xml import DECLARATION, element
from copylint.rule import Severity
from copylint.values import dataclass

_VERSION = "8.0"  # of Checkstyle, whose form it has
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "info"}


@dataclass(frozen=True, slots=True)
class Checkstyle:
    """A `file` for each file with findings, an `error` for each of them; its `source` is `copylint.` and the code.

    Columns count code points from 1. Failures have no place in it and go to standard error by way of the command.
    """

    format: str = "checkstyle"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  XML has one form
        """The document; one without files where nothing was found."""
        files = (_file(file) for file in report.files if file.findings)
        return DECLARATION + element("checkstyle", {"version": _VERSION}, files)


def _file(file: FileReport) -> str:
    return element("file", {"name": slashed(file.path)}, map(_error, file.findings))


def _error(finding: Finding) -> str:
    facts = {
        "line": finding.start.line,
        "column": finding.start.column,
        "severity": _SEVERITIES[finding.severity],
        "message": finding.message,
        "source": f"copylint.{finding.code}",
    }
    return element("error", facts)
