"""What is derived once, not once a story: from something that can't be hashed, such as all names of a run, or from a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps

from copylint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TypeVar

    Given = TypeVar("Given")
    Made = TypeVar("Made")

_MOST_KEPT = 50_000


def kept(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """A function that keeps what it made last, and gives it again for the same object: not an equal one, the same."""
    last: list[tuple[Given, Made]] = []  # with the object, so that no other can take its identity

    @wraps(make)
    def made(given: Given) -> Made:
        if not last or last[0][0] is not given:
            last[:] = [(given, make(given))]
        return last[0][1]

    return made


class _ByWord(dict[str, Any]):
    def __init__(self, make: Callable[[str], Any]) -> None:
        self._make = make

    def __missing__(self, word: str) -> Any:
        if len(self) >= _MOST_KEPT:
            self.clear()
        made = self[word] = self._make(word)
        return made


def by_word(make: Callable[[str], Made]) -> Mapping[str, Made]:
    """What a function makes of each word: made when the word is first looked up, then kept, since most words come again."""
    return _ByWord(make)
