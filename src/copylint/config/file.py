"""Config files: what one and the files it extends say."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import reduce
from pathlib import Path

from copylint.config.layer import Layer
from copylint.config.line import KeyLines
from copylint.config.parser import Scope
from copylint.config.said import layer_of
from copylint.config.setting import Origin
from copylint.config.toml import has_table, parsed, text_of
from copylint.errors import ConfigError
from copylint.values import replace

_TABLE = ("tool", "copylint")


def load(path: Path, *, root: Path) -> Layer:
    """The settings of a config file, over those of the files it extends, each of which counts once.

    Files below `root` are shown relative to it. Raises ConfigError for a file that is missing, unreadable or wrong, and for
    files that extend one another in a circle.
    """
    place = _real(path)
    if not place.is_file():
        raise ConfigError("there is no such config file", path=_shown(place, root))
    layers: dict[Path, Layer] = {}
    _load(place, root, (), layers)
    return reduce(lambda base, over: over.over(base), layers.values())


def _load(path: Path, root: Path, chain: tuple[Path, ...], layers: dict[Path, Layer]) -> None:
    """Adds a file to the layers, after the files it extends."""
    scope = _scope(path, root)
    for named in scope.table.strings("extends"):
        other = _real(path.parent / named)
        if other in (*chain, path):
            circle = " → ".join(_shown(step, root) for step in (*chain, path, other))
            raise scope.fail("extends", f"these files extend one another: {circle}")
        if not other.is_file():
            raise scope.fail("extends", f'extends "{named}", and there is no such file')
        if other not in layers:
            _load(other, root, (*chain, path), layers)
    data = {key: value for key, value in scope.data.items() if key != "extends"}
    layers[path] = layer_of(replace(scope, data=data), path)


def _scope(path: Path, root: Path) -> Scope:
    label = _shown(path, root)
    text = text_of(path, label)
    data = parsed(text, label)
    keys: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        keys = _TABLE
        if not has_table(data):
            raise ConfigError("has no table [tool.copylint]", path=label)
        data = data["tool"]["copylint"]
    lines = KeyLines.of(text)
    scope = Scope(data, path.parent, lambda keys: Origin(label, lines.of_key(keys), path), keys)
    if not isinstance(data, Mapping):
        raise scope.fail("", "tool.copylint takes a table")
    return scope


def _real(path: Path) -> Path:
    """A path whose folders are followed through links; the file itself isn't: its own paths count from where it lies."""
    return Path(os.path.realpath(path.parent)) / path.name


def _shown(path: Path, root: Path) -> str:
    """A path as it is shown: relative to the root if it lies below."""
    base = Path(os.path.realpath(root))
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else str(path)
