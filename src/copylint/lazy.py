"""Patterns that are compiled when they are first used, and compiled anew only where none of the processes before has done it.

To compile one takes 0.1 to 3 ms, and most texts need few of the two hundred that our modules have: compiled on import, they
took more time than reading an article did. What `re` compiles a pattern to is a list of numbers, which is kept (`memo.py`);
with that a pattern is made without `re`, which takes 6 ms to import.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the half of `re` that is in C
from array import array

from copylint.memo import MEMO
from copylint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from typing import AnyStr
else:

    class _Re:
        """Stands for `re`, which is imported when something is asked of it that isn't a flag."""

        ASCII, DOTALL, IGNORECASE, MULTILINE, VERBOSE = 256, 16, 2, 8, 64

        def __getattr__(self, name):
            import re

            return getattr(re, name)

    re = _Re()

__all__ = ["compiled", "lazy", "maker", "re"]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags")


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, compiled at its first use, which raises `re.error` if it is none. Made for constants of a module."""
    found: Any = _Lazy(pattern, flags)  # to its users it is a pattern
    return found  # type: ignore[no-any-return]


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern as `re` compiles it. Raises `re.error` for one that is none. Not for patterns that hold words of the copy."""
    code = MEMO.of(("re", pattern, int(flags)), lambda: _code(pattern, flags))
    return re.compile(pattern, flags) if code is None else _restored(pattern, *code)


def maker() -> bytes:
    """What says how the numbers of a compiled pattern are meant."""
    return b"%d " % _sre.MAGIC + array("I", (1,)).tobytes()


def _code(pattern: AnyStr, flags: int) -> tuple[Any, ...] | None:
    """What a pattern compiles to, as `re` hands it to the half of itself that is in C; None where it does so in another way."""
    compiler, parser = _halves()
    try:
        parsed = parser.parse(pattern, flags)
        state, numbers = parsed.state, compiler._code(parsed, int(flags))
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = int(flags | state.flags), array("I", numbers).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)
        return code if _restored(pattern, *code).pattern == pattern else None
    except (AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return None


def _halves() -> tuple[Any, Any]:
    """The modules behind `re` that compile and that parse, by their names before and after Python 3.11."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:
        import sre_compile
        import sre_parse

        return sre_compile, sre_parse
    return _compiler, _parser


def _restored(pattern: AnyStr, flags: int, code: bytes, groups: int, numbers: Any, names: Any) -> re.Pattern[AnyStr]:
    return _sre.compile(pattern, flags, array("I", code).tolist(), groups, numbers, names)  # type: ignore[no-any-return]


class _Lazy:
    """Has the methods of a pattern once the first of them was asked for: from then on a call costs what the pattern's costs."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._given, self.pattern = (pattern, flags), pattern

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = compiled(*self._given)
        self.__dict__.update((each, getattr(made, each)) for each in _METHODS)
        return self.__dict__[name]
