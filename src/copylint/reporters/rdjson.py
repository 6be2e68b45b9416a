"""The Reviewdog Diagnostic Format, whose replacements a reviewer takes over at a click."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.finding import FileReport, Finding, Original, Report
from copylint.reporters.record import json_text
from copylint.reporters.sarif_rule import address
from copylint.reporters.uri import slashed
from copylint.rule import Severity
from copylint.values import dataclass

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.QUERY: "INFO"}
Range = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Rdjson:
    """`{source, diagnostics}`, the diagnostics in the order of the files and of the text.

    Lines end at LF. Columns count bytes of UTF-8 from 1, those of a byte-order mark included; the end is the place after the
    last. Of a file that has changed since it was checked, whole lines are given and no suggestions. Failures have no place.
    """

    format: str = "rdjson"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  JSON has one form
        """The object on one line; the same whether coloured, quiet or neither."""
        addresses = {rule.code: address(rule.source) for rule in report.rules}
        diagnostics = [each for file in report.files for each in _diagnostics(file, report, addresses)]
        return json_text({"source": {"name": "copylint"}, "diagnostics": diagnostics}) + "\n"


def _diagnostics(file: FileReport, report: Report, addresses: dict[str, str]) -> Iterator[dict[str, object]]:
    story = report.story(file) if file.findings else None
    for finding in file.findings:
        place = _range(finding, story)
        url = addresses.get(finding.code)
        diagnostic: dict[str, object] = {
            "message": finding.message,
            "location": {"path": slashed(file.path), "range": place},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.code, **({"url": url} if url else {})},
        }
        texts = [text for text in dict.fromkeys(finding.replacements) if finding.takes(text)]
        if story and texts:
            diagnostic["suggestions"] = [{"range": place, "text": text} for text in texts]
        yield diagnostic


def _range(finding: Finding, story: Original | None) -> Range:
    if story is None:
        return {"start": {"line": finding.start.line}, "end": {"line": finding.end.line}}
    return {
        "start": _position(finding.span.start, story),
        "end": _position(finding.span.end, story),
    }


def _position(offset: int, story: Original) -> dict[str, int]:
    raw = story.document.source.raw
    start = raw.rfind("\n", 0, offset) + 1  # lines end where git has them end, and a lone CR is a letter
    mark = 0 if start else story.mark
    return {"line": raw.count("\n", 0, start) + 1, "column": mark + len(raw[start:offset].encode()) + 1}
