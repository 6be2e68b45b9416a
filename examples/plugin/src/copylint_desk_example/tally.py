"""`--format tally`: one line a file with the number of marks, for a wall screen."""

from copylint.finding import Report


class Tally:
    """A report of numbers."""

    format = "tally"

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """A line for each file: its path and how many marks it has; with `quiet`, only files that have any."""
        files = [file for file in report.files if file.findings or not quiet]
        return "".join(f"{_printable(file.path)}: {len(file.findings)}\n" for file in files)


def _printable(text: str) -> str:
    """The text with control and bidirectional characters escaped, as every report format has to."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
