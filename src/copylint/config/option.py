"""Values for the options of a rule, checked against the rule's own options dataclass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from enum import Enum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from copylint.errors import CopylintError, did_you_mean

Fail = Callable[[str, str], CopylintError]
_WORDS: Mapping[type, str] = {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}


def rule_options(default: Any, table: Mapping[str, object], fail: Fail) -> Any:
    """The options of a rule: its defaults, with the values of a table in their place.

    `default` is the rule's options (a frozen dataclass of any class, hence `Any`; None: it has none). Fields may be bool, int,
    float, str, an Enum, a Literal, `tuple[T, ...]` or `frozenset[T]` of these. Raises what `fail(key, message)` makes for an
    unknown option or a value of another type, and TypeError for a dataclass with other fields.
    """
    names = [] if default is None else [field.name for field in fields(default)]
    for key in table:
        if key not in names:
            raise fail(key, f'unknown option "{key}"{did_you_mean(key, names) or _known(names)}')
    if not table:
        return default
    types = get_type_hints(type(default))
    return replace(default, **{key: _value(types[key], key, value, fail) for key, value in table.items()})


def _known(names: list[str]) -> str:
    return f"; this rule has {', '.join(names)}" if names else "; this rule has no options"


def _value(kind: Any, key: str, value: object, fail: Fail) -> object:
    """A value of a type as annotated; `Any`: annotations are of many classes."""
    origin = get_origin(kind)
    if origin in (tuple, frozenset):
        return origin(_item(get_args(kind)[0], key, item, fail) for item in _items(key, value, fail))
    return _item(kind, key, value, fail)


def _items(key: str, value: object, fail: Fail) -> list[object]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise fail(key, f'"{key}" takes a list, not {value!r}')
    return value


def _item(kind: Any, key: str, value: object, fail: Fail) -> object:
    if get_origin(kind) is Literal:
        return _choice(get_args(kind), key, value, fail)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(_choice(tuple(member.value for member in kind), key, value, fail))
    if kind not in _WORDS:
        raise TypeError(f"a rule's option can't be of type {kind}")
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        raise fail(key, f'"{key}" takes {_WORDS[kind]}, not {value!r}')
    return value


def _choice(choices: tuple[object, ...], key: str, value: object, fail: Fail) -> object:
    if value not in choices:
        words = [str(choice) for choice in choices]
        raise fail(key, f'"{key}" is one of {", ".join(words)}, not {value!r}{did_you_mean(str(value), words)}')
    return value
