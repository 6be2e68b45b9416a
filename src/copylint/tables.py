"""Strict reading of parsed TOML tables: each key is known, of its type, and read in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from copylint.errors import CopylintError, did_you_mean
from copylint.values import dataclass

_MISSING = object()


@dataclass(frozen=True, slots=True)
class Table:
    """A parsed table and how to complain about it: `fail(key, message)` makes the error to raise."""

    data: Mapping[str, object]
    fail: Callable[[str, str], CopylintError]

    def only(self, known: Iterable[str]) -> None:
        """Raise for the first key that isn't known, with the nearest that is."""
        known = tuple(known)
        for key in self.data:
            if key not in known:
                raise self.fail(key, f'unknown key "{key}"{did_you_mean(key, known)}')

    def string(self, key: str, default: str | None = None) -> str:
        """A string; raises if it is missing and has no default."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.fail(key, f'"{key}" takes a string, not {_kind(value)}')
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        """A boolean."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.fail(key, f'"{key}" takes true or false, not {_kind(value)}')
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number, 0 or more."""
        value = self._get(key, default)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise self.fail(key, f'"{key}" takes a whole number, not {_kind(value)}')
        if not isinstance(value, int) or value < 0:
            raise self.fail(key, f'"{key}" takes a whole number, 0 or more')
        return value

    def strings(self, key: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one."""
        value = self._get(key, default)
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, (list, tuple)):
            raise self.fail(key, f'"{key}" takes a list of strings, not {_kind(value)}')
        for item in value:
            if not isinstance(item, str):
                raise self.fail(key, f'"{key}" takes a list of strings; it holds {_kind(item)}')
        return tuple(value)

    def choice(self, key: str, choices: Iterable[str], default: str | None = None) -> str:
        """A string out of a few."""
        value, choices = self.string(key, default), tuple(choices)
        if value not in choices:
            raise self.fail(key, f'"{key}" is one of {", ".join(choices)}, not "{value}"{did_you_mean(value, choices)}')
        return value

    def table(self, key: str) -> Mapping[str, object]:
        """A table; empty if it is missing."""
        value = self._get(key, {})
        if not isinstance(value, Mapping):
            raise self.fail(key, f'"{key}" takes a table, not {_kind(value)}')
        return value

    def tables(self, key: str) -> tuple[Mapping[str, object], ...]:
        """An array of tables; empty if it is missing."""
        value = self._get(key, ())
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, Mapping) for item in value):
            raise self.fail(key, f'"{key}" takes an array of tables ([[{key}]]), not {_kind(value)}')
        return tuple(value)

    def _get(self, key: str, default: object) -> object:
        value = self.data.get(key, _MISSING)
        if value is _MISSING and default is None:
            raise self.fail(key, f'"{key}" is missing')
        return default if value is _MISSING else value


def _kind(value: object) -> str:
    kinds = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), f"a {type(value).__name__}")
