"""What a file, the environment or the command line says, as the settings of that place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from copylint.config.layer import Layer
from copylint.config.parser import SELECTORS, Scope, names_of, values_of, wants, with_ignores
from copylint.config.setting import KEYS, PREFIX, Origin

_FILE_ONLY = frozenset({"plugins", "rules", "overrides", "ignores"})


def layer_of(scope: Scope, *files: Path) -> Layer:
    """The layer of a parsed table. Raises ConfigError for the first thing that is wrong in it."""
    scope = with_ignores(scope)
    values = values_of(scope)
    origins = {key: (scope.origin((*scope.keys, key)),) for key in values}
    return Layer(values, origins, tuple(names_of(scope, values)), files)


def from_command(command: Mapping[str, object], *, root: Path) -> Layer:
    """The layer of the command's options, by key of Config; None means not given.

    Lists of codes are split at commas. Globs and paths count from `root`. Raises ConfigError.
    """
    data = {key: _split(key, value) for key, value in command.items() if value is not None}
    return layer_of(Scope(data, root, lambda keys: Origin(f"--{keys[0].replace('_', '-')}")))


def from_environment(environment: Mapping[str, str], *, root: Path) -> Layer:
    """The layer of the variables `COPYLINT_SELECT` and so on; empty ones and others of that prefix are left alone.

    Lists are split at commas. Raises ConfigError.
    """
    said = {key: environment.get(PREFIX + key.upper(), "") for key in KEYS if key not in _FILE_ONLY}
    data = {key: _parsed(key, text) for key, text in said.items() if text}
    return layer_of(Scope(data, root, lambda keys: Origin(PREFIX + keys[0].upper())))


def _split(key: str, value: object) -> object:
    if key not in SELECTORS:
        return value
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)) or not all(isinstance(text, str) for text in texts):
        return value
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def _parsed(key: str, text: str) -> object:
    """The text of a variable as its key wants it; left as text where it can't be, for the reader to complain."""
    kind = wants(key)
    if kind is tuple:
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind is bool:
        return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(text.lower(), text)
    return int(text) if kind is int and text.isdecimal() else text
