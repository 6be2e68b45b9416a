"""The marks of each file below its name, a line each and in the order of the text, for whoever goes through a folder."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.finding import FileReport, Finding, Report
from copylint.reporters.closing import closing
from copylint.reporters.column import columns, wrapped
from copylint.reporters.escape import escaped, shown_path
from copylint.reporters.paint import BOLD, DIM, OF_SEVERITY, Paint
from copylint.values import dataclass

_LABEL = 7  # "Correct"
_NARROWEST = 20  # columns left for words, however narrow the terminal


@dataclass(frozen=True, slots=True)
class Grouped:
    """A heading for each file, then `line:column  Correct  message  CODE`. `width` is how many columns the terminal has.

    With `quiet`, no closing count. Failures go to standard error by way of the command.
    """

    format: str = "grouped"
    width: int = 100

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """The files with an empty line between them; empty only where it is quiet and nothing was found."""
        paint = Paint(color)
        parts = ["".join(_lines(file, self.width, paint)) for file in report.files if file.findings]
        if not quiet:
            parts.append(f"{closing(report)}\n")
        return "\n".join(parts)


def _lines(file: FileReport, width: int, paint: Paint) -> Iterator[str]:
    yield f"{paint(shown_path(file.path), BOLD)}\n"
    places = [f"{finding.start.line}:{finding.start.column}" for finding in file.findings]
    widest = max(map(len, places))
    for place, finding in zip(places, file.findings, strict=True):
        yield from _mark(finding, place.rjust(widest), width, paint)


def _mark(finding: Finding, place: str, width: int, paint: Paint) -> Iterator[str]:
    label, code = finding.severity.label, escaped(finding.code)
    indent = 2 + len(place) + 2 + _LABEL + 2
    room = max(_NARROWEST, width - indent - columns(code) - 2)
    first, *rest = wrapped(finding.message, room=room)
    gap, end = " " * (_LABEL - len(label) + 2), " " * (room - columns(first) + 2)
    yield f"  {paint(place, DIM)}  {paint(label, OF_SEVERITY[finding.severity])}{gap}{first}{end}{paint(code, DIM)}\n"
    yield from (f"{' ' * indent}{line}\n" for line in rest)
