"""SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

from itertools import chain

from copylint.finding import Failure, Finding, RelatedPlace, Report
from copylint.reporters.fingerprint import fingerprints
from copylint.reporters.record import json_text
from copylint.reporters.sarif_rule import level, rule_descriptor
from copylint.reporters.uri import is_absolute, uri
from copylint.spans import Position
from copylint.values import dataclass

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_MOST_LOCATIONS = 1000  # what code scanning takes for one result


@dataclass(frozen=True, slots=True)
class Sarif:
    """One run: the rules that found something, the findings with the worst first, the failures as notifications.

    Columns count code points from 1, and the end column is the one after the last; the run says so. A path is relative to
    `%SRCROOT%`, the folder of the command, unless it is absolute.
    """

    format: str = "sarif"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  JSON has one form
        """The log on one line; the same whether coloured, quiet or neither."""
        return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}) + "\n"


def _run(report: Report) -> dict[str, object]:
    indices = {rule.code: index for index, rule in enumerate(report.rules)}
    marked = list(chain.from_iterable(zip(file.findings, fingerprints(file.findings), strict=True) for file in report.files))
    marked.sort(key=lambda pair: -pair[0].severity.rank)
    version = {"version": report.version, "semanticVersion": report.version} if report.version else {}
    rules = [rule_descriptor(rule) for rule in report.rules]
    state = {"baselineState": "new"} if report.has_baseline else {}
    return {
        "tool": {"driver": {"name": "copylint", **version, "rules": rules}},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that copylint ran in."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [state | _result(finding, fingerprint, indices) for finding, fingerprint in marked],
    }


def _invocation(report: Report) -> dict[str, object]:
    failures = report.all_failures
    return {"executionSuccessful": not failures, "toolExecutionNotifications": [_notification(failure) for failure in failures]}


def _notification(failure: Failure) -> dict[str, object]:
    rule = {"associatedRule": {"id": failure.code}} if failure.code else {}
    places = {"locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}]} if failure.path else {}
    return {"level": "error", "message": {"text": failure.message}, **rule, **places}


def _result(finding: Finding, fingerprint: str, indices: dict[str, int]) -> dict[str, object]:
    index = {"ruleIndex": indices[finding.code]} if finding.code in indices else {}
    location = _physical(finding.path, _region(finding.start, finding.end) | {"snippet": {"text": finding.text}})
    result = {
        "ruleId": finding.code,
        **index,
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"copylint/v1": fingerprint},
    }
    if finding.related:
        places = finding.related[:_MOST_LOCATIONS]
        result["relatedLocations"] = [_related(finding.path, number, place) for number, place in enumerate(places, 1)]
    texts = [text for text in dict.fromkeys(finding.replacements) if finding.takes(text)]
    if texts:
        result["fixes"] = [_fix(finding, text) for text in texts]
    return result


def _related(path: str, number: int, place: RelatedPlace) -> dict[str, object]:
    message = {"message": {"text": place.note}} if place.note else {}
    return {"id": number, "physicalLocation": _physical(path, _region(place.start, place.end)), **message}


def _fix(finding: Finding, replacement: str) -> dict[str, object]:
    change = {"deletedRegion": _region(finding.start, finding.end), "insertedContent": {"text": replacement}}
    return {
        "description": {"text": f"Replace by “{replacement}”." if replacement else "Delete."},
        "artifactChanges": [{"artifactLocation": _artifact(finding.path), "replacements": [change]}],
    }


def _physical(path: str, region: dict[str, object]) -> dict[str, object]:
    return {"artifactLocation": _artifact(path), "region": region}


def _artifact(path: str) -> dict[str, object]:
    return {"uri": uri(path), **({} if is_absolute(path) else {"uriBaseId": _ROOT})}


def _region(start: Position, end: Position) -> dict[str, object]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
