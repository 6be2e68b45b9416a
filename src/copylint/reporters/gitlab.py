"""The report that GitLab shows in a merge request as code quality."""

from __future__ import annotations

from copylint.finding import FileReport, Finding, Report
from copylint.reporters.fingerprint import fingerprints
from copylint.reporters.record import json_text
from copylint.reporters.uri import slashed
from copylint.rule import Severity
from copylint.values import dataclass

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.QUERY: "info"}


@dataclass(frozen=True, slots=True)
class GitLab:
    """An array of `{description, check_name, fingerprint, severity, location}`.

    Correct is `major`, check is `minor`, ask is `info`. The fingerprint is made of path, code, words and what stands round
    them, so that a mark which only moves is neither new nor mended. Failures have no place in it.
    """

    format: str = "gitlab"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  JSON has one form
        """The array on one line; `[]` where nothing was found."""
        return json_text([record for file in report.files for record in _records(file)]) + "\n"


def _records(file: FileReport) -> list[dict[str, object]]:
    pairs = zip(file.findings, fingerprints(file.findings), strict=True)
    return [_record(finding, fingerprint) for finding, fingerprint in pairs]


def _record(finding: Finding, fingerprint: str) -> dict[str, object]:
    from hashlib import sha256

    path = slashed(finding.path)
    return {
        "description": finding.message,
        "check_name": finding.code,
        "fingerprint": sha256(f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.start.line, "end": finding.end.line}},
    }
