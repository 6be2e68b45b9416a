"""The few colours of the terminal that copylint uses."""

from __future__ import annotations

from copylint.rule import Severity
from copylint.values import dataclass

BOLD = "1"
DIM = "2"
OF_SEVERITY = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.QUERY: "36"}
"""Red to correct, yellow to check, cyan to ask."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Paints text, or leaves it alone where `color` is false."""

    color: bool

    def __call__(self, text: str, *styles: str) -> str:
        """The text in the given ANSI styles; an empty text stays empty."""
        return f"\x1b[{';'.join(styles)}m{text}\x1b[0m" if self.color and text else text
