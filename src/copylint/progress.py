"""A line on the terminal that tells how far a long run is."""

from __future__ import annotations

import time
from collections.abc import Callable

from copylint.values import dataclass, field

_PATIENCE = 1.0
"""The seconds in which a run may end before anything is said."""
_INTERVAL = 0.1
_BAR = 24
_ERASED = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """The line, drawn by `draw` once a run has lasted for a second, and ten times a second from then on.

    `clock` gives seconds.
    """

    draw: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    _due: float = field(default=0.0, init=False)
    _is_drawn: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._due = self.clock() + _PATIENCE

    def told(self, done: int, total: int) -> None:
        """Take note of how many files are done, of how many."""
        if self.clock() >= self._due and done < total:
            self._due = self.clock() + _INTERVAL
            self._is_drawn = True
            full = _BAR * done // total
            self.draw(f"\r{'#' * full}{'-' * (_BAR - full)} {done} of {total} files")

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self._is_drawn:
            self._is_drawn = False
            self.draw(_ERASED)
