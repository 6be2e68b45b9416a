"""What is derived from something that can't be hashed, such as all names of a run: derived once, not once a story."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from copylint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    Given = TypeVar("Given")
    Made = TypeVar("Made")


def kept(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """A function that keeps what it made last, and gives it again for the same object: not an equal one, the same."""
    last: list[tuple[Given, Made]] = []  # with the object, so that no other can take its identity

    @wraps(make)
    def made(given: Given) -> Made:
        if not last or last[0][0] is not given:
            last[:] = [(given, make(given))]
        return last[0][1]

    return made
