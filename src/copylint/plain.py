"""Values of our own classes as plain data that `marshal` takes, and back."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

from copylint.shelf import Row, row
from copylint.typed import Any

_SET, _FIRST = 0, 1
_ITSELF = frozenset((str, bytes, int, bool, float, type(None)))
"""What is written down as it is."""
_FORMAT = 4  # of `marshal`: what every Python version reads


class Plain:
    """A way to write values down: dataclasses and enums of the classes named, among strings, numbers, tuples, sets and dicts.

    A list stands for what isn't plain: the number of its class, then its fields. What changes a class changes the data, so
    whoever keeps such data keeps with it what it was made by. `later` names classes whose one field is a sequence that is read
    item by item, when one is asked for. `instead` gives, for a class, what is written in the place of a value.
    """

    def __init__(
        self, *classes: type, later: Iterable[type] = (), instead: Mapping[type, Callable[[Any], Any]] | None = None
    ) -> None:
        self._later, self._instead = frozenset(later), instead or {}
        self._numbers = {cls: number for number, cls in enumerate(classes, _FIRST)}
        self._names = {cls: _names(cls) for cls in classes}
        self._makers: list[Callable[[list[Any]], Any]] = [self._set, *map(self._maker, classes)]

    def written(self, value: object) -> Any:
        """The value as plain data. Raises TypeError for one of another class."""
        if type(value) in _ITSELF:
            return value
        if type(value) in self._numbers:
            return [self._numbers[type(value)], *self._fields(value)]
        if isinstance(value, Mapping):
            return {key: self.written(item) for key, item in value.items()}
        if isinstance(value, frozenset):
            return [_SET, *sorted(map(self.written, value), key=repr)]
        if isinstance(value, Sequence) and not isinstance(value, str):
            return tuple(map(self.written, value))
        raise TypeError(f"a {type(value).__name__} can't be written down")

    def _fields(self, value: Any) -> list[object]:
        if type(value) in self._later:
            return [*row(marshal.dumps(self.written(item), _FORMAT) for item in getattr(value, self._names[type(value)][0]))]
        if type(value) in self._instead:
            value = self._instead[type(value)](value)
        if isinstance(value, Enum):
            return [value.value]
        return [self.written(getattr(value, name)) for name in self._names[type(value)]]

    def read(self, data: Any) -> Any:
        """The value that was written down as these data."""
        kind = type(data)
        if kind is list:
            return self._makers[data[0]](data)
        if kind is tuple:
            return tuple([each if type(each) in _ITSELF else self.read(each) for each in data])
        if kind is dict:
            return {key: self.read(item) for key, item in data.items()}
        return data

    def _set(self, data: list[Any]) -> frozenset[Any]:
        return frozenset(map(self.read, data[1:]))

    def _maker(self, cls: Any) -> Callable[[list[Any]], Any]:
        names = self._names[cls]
        if cls in self._later:
            return lambda data: cls(Later(Row(data[1:]), self.read))
        if names and cls.__match_args__ != names:  # they are given by name
            return lambda data: cls(**dict(zip(names, map(self.read, data[1:]), strict=True)))
        if names:
            return lambda data: cls(*[each if type(each) in _ITSELF else self.read(each) for each in data[1:]])
        members = {member.value: member for member in cls}
        return lambda data: members[data[1]]


def _names(cls: Any) -> tuple[str, ...]:
    return () if issubclass(cls, Enum) else tuple(cls.__slots__)


class Later(Sequence[Any]):
    """A sequence of values that are read each when it is first asked for."""

    def __init__(self, data: Sequence[bytes], read: Callable[[Any], Any]) -> None:
        self._data, self._read = data, read
        self._values: dict[int, Any] = {}

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return tuple(self[index] for index in range(*place.indices(len(self))))
        if place not in self._values:
            index = range(len(self._data))[place]
            self._values[place] = self[index] if index != place else self._read(marshal.loads(self._data[index]))
        return self._values[place]
