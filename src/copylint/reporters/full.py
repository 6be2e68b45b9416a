"""The report for an editor: each story, its marks with the worst first, questions about sources at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.finding import FileReport, Finding, Report
from copylint.reporters.closing import closing
from copylint.reporters.escape import escaped, shown_path
from copylint.reporters.mark import mark
from copylint.reporters.paint import BOLD, DIM, Paint
from copylint.rule import Severity
from copylint.values import dataclass

_SOURCING = ("ATT", "QUO")


@dataclass(frozen=True, slots=True)
class Full:
    """Reads like a desk's notes on a story. `width` is how many columns the terminal has.

    In each story, corrections and checks come in the order of the text, then questions, then questions about sources and
    quotations, then a closing count. With `quiet`, findings only. Failures go to standard error by way of the command.
    """

    format: str = "full"
    width: int = 100

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """The report as paragraphs with an empty line between them; empty only where it is quiet and nothing was found."""
        paint = Paint(color)
        parts = [part for file in report.files for part in _file_parts(file, self.width, paint)]
        if not quiet:
            parts.append(closing(report))
        text = "\n\n".join(filter(None, parts))
        return f"{text}\n" if text else ""


def _file_parts(file: FileReport, width: int, paint: Paint) -> Iterator[str]:
    stories: dict[str, list[Finding]] = {}
    for finding in file.findings:
        stories.setdefault(finding.item, []).append(finding)
    for item, findings in stories.items():
        yield paint(shown_path(file.path), BOLD) + (f"  {escaped(item)}" if item else "")
        yield from _story_parts(findings, width, paint)


def _story_parts(findings: Iterable[Finding], width: int, paint: Paint) -> Iterator[str]:
    marks: list[Finding] = []
    questions: list[Finding] = []
    sourcing: list[Finding] = []
    for finding in findings:
        if finding.severity is not Severity.QUERY:
            marks.append(finding)
        else:
            (sourcing if finding.code.startswith(_SOURCING) else questions).append(finding)
    yield from (mark(finding, width=width, paint=paint) for finding in (*marks, *questions))
    if sourcing:
        yield paint("  Sources and quotations", DIM)
        yield from (mark(finding, width=width, paint=paint) for finding in sourcing)
