"""The report on one file as bytes, to keep it or to send it to another process, and back.

Words that stand in the copy are written as their places in it; who reads the bytes has the copy too.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence

from copylint.finding import Excerpt, Failure, FileReport, Finding, RelatedPlace
from copylint.rule import Confidence, Fix, Severity
from copylint.spans import Position, Span
from copylint.typed import Any

FORM = 2
"""The number of this way to write reports down; another way has another."""
_MARSHAL = 4
"""The newest of marshal's formats that every Python reads which runs copylint."""
_SEVERITIES: dict[Any, Severity] = {each.value: each for each in Severity}
_CONFIDENCES: dict[Any, Confidence] = {each.value: each for each in Confidence}
_FIXES: dict[Any, Fix] = {each.value: each for each in Fix}


def written(report: FileReport, text: str) -> bytes:
    """The report on a file that holds this text. Raises ValueError for one with values of a plugin's own types."""
    excerpts: dict[Excerpt, int] = {}
    for finding in report.findings:
        if finding.excerpt is not None:
            excerpts.setdefault(finding.excerpt, len(excerpts))
    data: Any = (
        report.path,
        report.words,
        report.characters,
        report.suppressed,
        report.unused,
        tuple((failure.path, failure.message, failure.code) for failure in report.failures),
        tuple((each.start, _words(each.text, each.start, text), each.paragraph, each.part) for each in excerpts),
        tuple(_written_finding(finding, text, excerpts) for finding in report.findings),
    )
    return marshal.dumps(data, _MARSHAL)


def read(payload: bytes, text: str) -> FileReport:
    """The report that was written down so for a file that holds this text."""
    path, words, characters, suppressed, unused, failures, excerpts, findings = marshal.loads(payload)
    shown = [Excerpt(_read_words(what, start, text), start, paragraph, part) for start, what, paragraph, part in excerpts]
    return FileReport(
        path=path,
        findings=tuple([_read_finding(data, text, shown) for data in findings]),
        failures=tuple([Failure(*failure) for failure in failures]),
        words=words,
        characters=characters,
        suppressed=suppressed,
        unused=unused,
    )


def _words(words: str, start: int, text: str) -> int | str:
    """How many code points the words have at their place, or the words where the text there is another."""
    return len(words) if text.startswith(words, start) else words


def _read_words(what: int | str, start: int, text: str) -> str:
    return text[start : start + what] if isinstance(what, int) else what


def _written_finding(finding: Finding, text: str, excerpts: dict[Excerpt, int]) -> tuple[Any, ...]:
    span, start, end = finding.span, finding.start, finding.end
    return (
        (finding.path, finding.code, finding.name, finding.item),
        (finding.severity.value, finding.confidence.value, finding.fix.value),
        (span.start, span.end, start.line, start.column, end.line, end.column),
        _words(finding.text, span.start, text),
        finding.message,
        finding.note,
        finding.replacements,
        tuple(_written_related(place, text) for place in finding.related),
        finding.score,
        -1 if finding.excerpt is None else excerpts[finding.excerpt],
        finding.is_quoted,
        finding.reserved,
    )


def _read_finding(data: tuple[Any, ...], text: str, excerpts: Sequence[Excerpt]) -> Finding:
    (path, code, name, item), grade, place, words, message, note, replacements, related, score, excerpt, *rest = data
    span, start, end = _places(place)
    return Finding(
        path=path,
        code=code,
        name=name,
        severity=_SEVERITIES[grade[0]],
        confidence=_CONFIDENCES[grade[1]],
        message=message,
        span=span,
        start=start,
        end=end,
        text=_read_words(words, span.start, text),
        replacements=replacements,
        fix=_FIXES[grade[2]],
        related=tuple([_read_related(each, text) for each in related]),
        note=note,
        score=score,
        item=item,
        excerpt=None if excerpt < 0 else excerpts[excerpt],
        is_quoted=rest[0],
        reserved=rest[1],
    )


def _written_related(place: RelatedPlace, text: str) -> tuple[Any, ...]:
    span, start, end = place.span, place.start, place.end
    numbers = (span.start, span.end, start.line, start.column, end.line, end.column)
    return numbers, _words(place.text, span.start, text), place.note


def _read_related(data: tuple[Any, ...], text: str) -> RelatedPlace:
    span, start, end = _places(data[0])
    return RelatedPlace(span, start, end, _read_words(data[1], span.start, text), data[2])


def _places(numbers: Sequence[int]) -> tuple[Span, Position, Position]:
    first, last, line, column, end_line, end_column = numbers
    return Span(first, last), Position(line, column), Position(end_line, end_column)
