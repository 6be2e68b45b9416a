"""Patterns that are compiled when they are first used.

To compile one takes 0.1 to 3 ms, and most texts need few of the two hundred that our modules have: compiled on import, they
took more time than reading an article did.
"""

from __future__ import annotations

import re

from copylint.typed import Any

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use, which raises `re.error` if it is none. Made for constants of a module."""
    found: Any = _Lazy(pattern, flags)  # to its users it is a pattern
    return found  # type: ignore[no-any-return]


class _Lazy:
    """Has the methods of a pattern once the first of them was asked for: from then on a call costs what the pattern's costs."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        self.__dict__.update((each, getattr(compiled, each)) for each in _METHODS)
        return self.__dict__[name]
