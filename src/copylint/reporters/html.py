"""The proof: one page that needs nothing else, with each story as it stands, its marks in the text, the notes beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from copylint.families import TITLES
from copylint.finding import FileReport, Finding, Report
from copylint.reporters.closing import closing
from copylint.reporters.html_row import row_lines
from copylint.reporters.html_story import rows
from copylint.reporters.html_text import on_one_line, shown
from copylint.rule import Severity
from copylint.values import dataclass

_KINDS = ((Severity.ERROR, "correct"), (Severity.WARNING, "check"), (Severity.QUERY, "ask"))


@dataclass(frozen=True, slots=True)
class Html:
    """A page with a proof of each file that has marks; the others are named at its end.

    It loads nothing and runs only its own script: its policy refuses all else. Without a script, all of it can be read. Of a
    file that has changed since it was checked, only the paragraphs with marks are shown.
    """

    format: str = "html"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:  # noqa: ARG002  a page has one form
        """The page; the same whether coloured, quiet or neither."""
        return "".join(f"{line}\n" for line in _page(report))


def _page(report: Report) -> Iterator[str]:
    style, script = _part("html.css"), _part("html.js")
    policy = f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'"
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">'
    yield f"<title>{on_one_line(_title(report))}</title>"
    yield f"<style>{style}</style></head>"
    yield "<body>"
    yield '<a class="skip" href="#stories">Go to the text</a>'
    yield f'<header><h1>{_heading(report)}</h1><p class="sum">{shown(closing(report))}</p></header>'
    yield from _bar(report.findings)
    marked = [file for file in report.files if file.findings]
    yield from _contents(marked)
    yield '<main id="stories" tabindex="-1">'
    facts = {rule.code: rule for rule in report.rules}
    for number, file in enumerate(marked, 1):
        yield f'<section class="story" id="s{number}" aria-labelledby="t{number}">'
        yield f'<h2 id="t{number}">{on_one_line(file.path)}</h2>'
        story = report.story(file)
        if story is None:
            yield '<p class="partly">Only the paragraphs with marks: the rest can’t be read any more.</p>'
        for row in rows(file, story):
            yield from row_lines(row, number, facts)
        yield "</section>"
    yield from _rest(report)
    yield "</main>"
    yield f"<script>{script}</script>"
    yield "</body></html>"


def _title(report: Report) -> str:
    return f"Proof: {report.files[0].path}" if len(report.files) == 1 else _heading(report)


def _heading(report: Report) -> str:
    return "Proof" if len(report.files) == 1 else f"Proof of {len(report.files):,} articles"


def _part(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _digest(text: str) -> str:
    """What the page's policy calls a style or a script by."""
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _bar(findings: Iterable[Finding]) -> Iterator[str]:
    marks = list(findings)
    if not marks:
        return
    yield '<nav class="bar" aria-label="Marks">'
    yield '<button type="button" id="previous" aria-keyshortcuts="k">Previous <kbd>k</kbd></button>'
    yield '<button type="button" id="next" aria-keyshortcuts="j">Next <kbd>j</kbd></button>'
    yield '<output id="place" aria-live="polite"></output>'
    yield '<details class="filter"><summary>Show</summary><div class="choices">'
    counts = Counter(finding.severity for finding in marks)
    kinds = [(kind, severity.label, counts[severity]) for severity, kind in _KINDS]
    yield from _choices("Marks", "severity", kinds)
    families = Counter(finding.code[:3] for finding in marks)
    yield from _choices("About", "family", [(name, TITLES.get(name, name), count) for name, count in families.most_common()])
    yield "</div></details>"
    yield '<button type="button" id="theme" aria-pressed="false">Dark</button>'
    yield '<button type="button" id="print">Print</button>'
    yield "</nav>"


def _choices(legend: str, key: str, choices: Iterable[tuple[str, str, int]]) -> Iterator[str]:
    yield f"<fieldset><legend>{legend}</legend>"
    for value, label, count in choices:
        if count:
            box = f'<input type="checkbox" checked data-key="{key}" value="{shown(value)}">'
            yield f'<label>{box} {shown(label)} <span class="count">{count:,}</span></label>'
    yield "</fieldset>"


def _contents(files: list[FileReport]) -> Iterator[str]:
    if len(files) < 2:
        return
    yield '<nav class="contents" aria-label="Articles"><ol>'
    for number, file in enumerate(files, 1):
        yield f'<li><a href="#s{number}">{on_one_line(file.path)}</a> <span class="count">{len(file.findings):,}</span></li>'
    yield "</ol></nav>"


def _rest(report: Report) -> Iterator[str]:
    clean = [file.path for file in report.files if not file.findings and not file.failures]
    for title, texts in (
        ("Nothing to mark", clean),
        ("Could not be done", [str(failure) for failure in report.all_failures]),
    ):
        if texts:
            yield f'<section class="rest"><h2>{title}</h2><ul>'
            yield from (f"<li>{on_one_line(text)}</li>" for text in texts)
            yield "</ul></section>"
