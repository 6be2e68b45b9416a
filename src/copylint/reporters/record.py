"""Findings and failures as plain JSON values, and JSON that any terminal and any file can take."""

from __future__ import annotations

from copylint.finding import Failure, Finding, RelatedPlace
from copylint.lazy import lazy
from copylint.spans import Position, Span

_COMMAND = lazy(r"#(?=#(?:[Vv][Ss][Oo])?\[)")  # what a build's log would obey


def json_text(value: object) -> str:
    r"""The value as JSON on one line, ASCII only: whatever a terminal could obey or fail to encode stands as `\uXXXX`.

    A parser gives back the exact strings.
    """
    import json

    return _COMMAND.sub(r"\\u0023", json.dumps(value, ensure_ascii=True, separators=(",", ":")))


def finding_record(finding: Finding) -> dict[str, object]:
    """A finding with all its keys, present even when empty; offsets in code points from 0, lines and columns from 1."""
    return {
        "path": finding.path,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        **_place(finding.span, finding.start, finding.end),
        "text": finding.text,
        "replacements": list(finding.replacements),
        "fix": finding.fix.value,
        "related": [_related_record(place) for place in finding.related],
        "note": finding.note,
        "item": finding.item,
        "score": finding.score,
    }


def failure_record(failure: Failure) -> dict[str, object]:
    """A failure with all its keys; `path` and `code` are empty where it belongs to no file or no rule."""
    return {"path": failure.path, "code": failure.code, "message": failure.message}


def _related_record(place: RelatedPlace) -> dict[str, object]:
    return {**_place(place.span, place.start, place.end), "text": place.text, "note": place.note}


def _place(span: Span, start: Position, end: Position) -> dict[str, object]:
    return {
        "start": span.start,
        "end": span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
