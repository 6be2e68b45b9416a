"""JUnit's XML, which nearly every build server shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from copylint.finding import Failure, FileReport, Finding, Report
from copylint.reporters.uri import slashed
from copylint.reporters.xml import DECLARATION, element
from copylint.rule import Severity
from copylint.values import dataclass

_KINDS = {Severity.ERROR: "failure", Severity.WARNING: "failure", Severity.QUERY: "skipped"}


@dataclass(frozen=True, slots=True)
class JUnit:
    """A suite for each file, in it a case for each finding; of a file without any, one case that went well.

    What is to correct or to check has failed, a question is skipped: it is shown and fails nothing. What could not be done is
    an error.
    """

    format: str = "junit"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  XML has one form
        """The document; the same whether coloured, quiet or neither."""
        suites = [_Suite.of(file) for file in report.files]
        if report.failures:
            suites.append(_Suite("copylint", tuple(map(_failed, report.failures)), {"errors": len(report.failures)}))
        counts = {key: sum(suite.counts.get(key, 0) for suite in suites) for key in ("failures", "errors")}
        tests = sum(len(suite.cases) for suite in suites)
        inside = (suite.written() for suite in suites)
        return DECLARATION + element("testsuites", {"name": "copylint", "tests": tests, **counts}, inside)


@dataclass(frozen=True, slots=True)
class _Suite:
    """The cases of a file as XML, and how many of them there are of each kind."""

    name: str
    cases: tuple[str, ...]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, file: FileReport) -> _Suite:
        kinds = [_KINDS[finding.severity] for finding in file.findings]
        counts = {"failures": kinds.count("failure"), "errors": len(file.failures), "skipped": kinds.count("skipped")}
        cases = tuple(chain(map(_failed, file.failures), map(_marked, file.findings)))
        name = slashed(file.path)
        return cls(name, cases or (element("testcase", {"name": "nothing to mark", "classname": name}),), counts)

    def written(self) -> str:
        counts = {key: self.counts.get(key, 0) for key in ("failures", "errors", "skipped")}
        return element("testsuite", {"name": self.name, "tests": len(self.cases), **counts}, self.cases)


def _marked(finding: Finding) -> str:
    place = f"line {finding.start.line}, column {finding.start.column}"
    facts = {"type": finding.code, "message": finding.message}
    text = "\n".join(_told(finding))
    case = {"name": f"{finding.code}, {place}", "classname": slashed(finding.path)}
    return element("testcase", case, (element(_KINDS[finding.severity], facts, text=text),))


def _told(finding: Finding) -> Iterable[str]:
    yield f"{slashed(finding.path)}:{finding.start.line}:{finding.start.column}: {finding.severity.label}: {finding.message}"
    if finding.text:
        yield f"“{finding.text}”"


def _failed(failure: Failure) -> str:
    case = {"name": f"{failure.code or 'copylint'} could not be done", "classname": slashed(failure.path) or "copylint"}
    return element("testcase", case, (element("error", {"type": "failed", "message": failure.message}),))
