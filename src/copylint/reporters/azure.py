"""Logging commands that Azure Pipelines shows as the errors and warnings of a build."""

from __future__ import annotations

from copylint.finding import Failure, Finding, Report
from copylint.reporters.escape import escaped
from copylint.reporters.uri import slashed
from copylint.rule import Severity
from copylint.values import dataclass

_DATA = {ord("%"): "%AZP25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_DATA, ord(";"): "%3B", ord("]"): "%5D"}


@dataclass(frozen=True, slots=True)
class Azure:
    """`##vso[task.logissue type=error;sourcepath=…;linenumber=…;columnnumber=…;code=…;]message`: the worst first.

    Azure knows errors and warnings and nothing below: questions are warnings that begin with `Ask:`. With `quiet`, findings
    only.
    """

    format: str = "azure"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  commands take no colour
        """The commands, a line each; empty where there is nothing to say."""
        lines = [] if quiet else [_failure_command(failure) for failure in report.all_failures]
        lines += [_finding_command(each) for each in sorted(report.findings, key=lambda finding: -finding.severity.rank)]
        return "".join(f"{line}\n" for line in lines)


def _finding_command(finding: Finding) -> str:
    place = {"linenumber": str(finding.start.line), "columnnumber": str(finding.start.column)}
    kind = "error" if finding.severity is Severity.ERROR else "warning"
    message = f"Ask: {finding.message}" if finding.severity is Severity.QUERY else finding.message
    return _command(kind, message, {"sourcepath": slashed(finding.path), **place, "code": finding.code})


def _failure_command(failure: Failure) -> str:
    path = {"sourcepath": slashed(failure.path)} if failure.path else {}
    code = {"code": failure.code} if failure.code else {}
    return _command("error", failure.message, path | code)


def _command(kind: str, message: str, properties: dict[str, str]) -> str:
    listed = "".join(f"{key}={escaped(value).translate(_PROPERTY)};" for key, value in {"type": kind, **properties}.items())
    return f"##vso[task.logissue {listed}]{escaped(message).translate(_DATA)}"
