"""What reads copy and what prints reports: the protocols of both."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.document import Source
from copylint.finding import Report
from copylint.typed import Protocol


class Reader(Protocol):
    """Turns the decoded text of a file into a Source."""

    @property
    def format(self) -> str:
        """Its name, as in `markdown`."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file suffixes it reads, lower case, with the stop."""

    def read(self, path: str, raw: str) -> Source | Sequence[Source]:
        """The story in a text without its byte-order mark, or the stories of one that holds several.

        Raises ReadError for a text that isn't of its format.
        """


class Reporter(Protocol):
    """Prints a report."""

    @property
    def format(self) -> str:
        """Its name, as in `--format json`."""

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """The report as text; the last line ends in a line feed unless the text is empty.

        Must escape control, ANSI and bidirectional characters of the copy.
        """
