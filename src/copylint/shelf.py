"""Many strings of bytes in one, each taken out when it is asked for: `marshal` reads a few of them, not thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from functools import cached_property

from copylint.typed import Any

_WIDTH = 4
_BETWEEN = b"\n"


class Row(Sequence[bytes]):
    """Strings of bytes by number, as `row` wrote them."""

    def __init__(self, data: Sequence[Any]) -> None:
        self._ends, self._all = data

    def __len__(self) -> int:
        return len(self._ends) // _WIDTH

    def __getitem__(self, place: Any) -> Any:
        number = range(len(self))[place] * _WIDTH
        start = int.from_bytes(self._ends[number - _WIDTH : number], "little") if number else 0
        return self._all[start : int.from_bytes(self._ends[number : number + _WIDTH], "little")]


def row(items: Iterable[bytes]) -> tuple[bytes, bytes]:
    """The items as one string, and where each ends."""
    parts = tuple(items)
    ends, end = [], 0
    for part in parts:
        end += len(part)
        ends.append(end.to_bytes(_WIDTH, "little"))
    return b"".join(ends), b"".join(parts)


class Shelf(Mapping[bytes, bytes]):
    """Strings of bytes by keys, as `shelf` wrote them. Which of its keys are in a set is told quickly."""

    def __init__(self, data: Sequence[Any]) -> None:
        keys, *rest = data
        self._joined, self._row = keys, Row(rest)

    @cached_property
    def names(self) -> list[bytes]:
        """The keys in order."""
        return self._joined.split(_BETWEEN) if len(self._row) else []

    def __len__(self) -> int:
        return len(self._row)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.names)

    def __getitem__(self, key: bytes) -> bytes:
        number = bisect_left(self.names, key)
        if number == len(self) or self.names[number] != key:
            raise KeyError(key)
        found: bytes = self._row[number]
        return found

    def keys(self) -> KeysView[bytes]:
        """The keys."""
        return _Keys(self)


class _Keys(KeysView[bytes]):
    _mapping: Shelf

    def __and__(self, other: Iterable[Any]) -> set[bytes]:
        wanted = other if isinstance(other, (set, frozenset)) else frozenset(other)
        return {*wanted.intersection(self._mapping.names)}


def shelf(table: Mapping[bytes, bytes]) -> tuple[bytes, bytes, bytes]:
    """A table as three strings. Raises ValueError for a key with the end of a line in it."""
    keys = sorted(table)
    if any(_BETWEEN in key for key in keys):
        raise ValueError("a key has the end of a line in it")
    return _BETWEEN.join(keys), *row(table[key] for key in keys)
