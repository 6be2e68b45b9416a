"""Reporters: a report in, text out. Each is one file, imported when it is used, and escapes what comes from the copy."""

from __future__ import annotations

from copylint.finding import Report
from copylint.named import thing
from copylint.reporters.escape import escaped
from copylint.values import dataclass

__all__ = ["REPORTERS", "OwnReporter", "escaped"]


@dataclass(frozen=True, slots=True)
class OwnReporter:
    """A reporter that comes with copylint: its format, and the `module:name` of its class.

    `width` is how many columns the terminal has, for one that is for reading; 0 leaves it to the reporter.
    """

    format: str
    maker: str
    is_for_reading: bool = False
    width: int = 0

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """The report as text."""
        made = thing(self.maker)
        reporter = made(width=self.width) if self.width else made()
        text: str = reporter.render(report, color=color, quiet=quiet)
        return text


REPORTERS = (
    OwnReporter("concise", "copylint.reporters.concise:Concise"),
    OwnReporter("full", "copylint.reporters.full:Full", is_for_reading=True),
    OwnReporter("json", "copylint.reporters.json:Json"),
    OwnReporter("jsonl", "copylint.reporters.jsonl:JsonLines"),
    OwnReporter("github", "copylint.reporters.github:GitHub"),
    OwnReporter("sarif", "copylint.reporters.sarif:Sarif"),
    OwnReporter("grouped", "copylint.reporters.grouped:Grouped", is_for_reading=True),
    OwnReporter("gitlab", "copylint.reporters.gitlab:GitLab"),
    OwnReporter("rdjson", "copylint.reporters.rdjson:Rdjson"),
    OwnReporter("junit", "copylint.reporters.junit:JUnit"),
    OwnReporter("checkstyle", "copylint.reporters.checkstyle:Checkstyle"),
    OwnReporter("azure", "copylint.reporters.azure:Azure"),
    OwnReporter("html", "copylint.reporters.html:Html"),
)
"""The reporters that come with copylint."""
