"""What a command is given from outside, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copylint.values import dataclass

OK, MARKED, WRONG, FAILED = 0, 1, 2, 3
"""The exit statuses."""
INTERRUPTED = 130
"""The exit status where a person broke it off."""
_NARROWEST, _WIDEST = 40, 120


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command prints to standard output (`text`) and, a line each, to standard error (`notes`).

    Where copy itself goes to standard output, it is `data`, to the byte, and `aside` is for standard error.
    """

    text: str = ""
    status: int = OK
    notes: tuple[str, ...] = ()
    data: bytes = b""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Streams:
    """What the outside gives: standard input and the width when asked for, whether a terminal shows it, the environment.

    `told` is told, now and then, how many files are done, and of how many. `show` puts a text on standard output at once,
    `note` a line on standard error. `ask` shows a text and gives the line that is typed then, without its end, or raises
    EOFError where none comes; it is None where nobody sits at a terminal.
    """

    stdin: Callable[[], bytes]
    is_terminal: bool
    columns: Callable[[], int]
    environment: Mapping[str, str]
    told: Callable[[int, int], None] | None = None
    show: Callable[[str], None] = lambda _: None
    note: Callable[[str], None] = lambda _: None
    ask: Callable[[str], str] | None = None

    @property
    def width(self) -> int:
        """How many columns a report for reading takes."""
        return max(_NARROWEST, min(self.columns(), _WIDEST))

    def is_colored(self, wish: str, output: str = "") -> bool:
        """Whether standard output, or the file `output`, gets colour.

        NO_COLOR (no-color.org) and FORCE_COLOR count when they are set and not empty; a wish said aloud outranks them.
        """
        if wish != "auto":
            return wish == "always"
        if self.environment.get("NO_COLOR"):
            return False
        is_shown = self.is_terminal and not output and self.environment.get("TERM") != "dumb"
        return bool(self.environment.get("FORCE_COLOR")) or is_shown
