"""Config files: the nearest one, and what it and the files it extends say."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import Any

from copylint.config.layer import Layer
from copylint.config.line import KeyLines
from copylint.config.parser import Scope
from copylint.config.setting import Origin
from copylint.errors import ConfigError
from copylint.values import replace

NAMES = ("copylint.toml", ".copylint.toml", "pyproject.toml")
"""The files that hold a config, the first of a folder before the others."""
_TABLE = ("tool", "copylint")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def nearest(path: Path, known: dict[Path, Path | None] | None = None) -> Path | None:
    """The config file for a file or folder: in its folder or the nearest above that has one.

    A pyproject.toml without `[tool.copylint]` doesn't count. `known` remembers folders from call to call. Links to folders
    are followed, a link that is itself a config file isn't. Raises ConfigError for a pyproject.toml that can't be read.
    """
    known = {} if known is None else known
    absolute = os.path.realpath(path if os.path.isdir(path) else path.parent)  # noqa: PTH112 (Path.is_dir may raise)
    passed: list[Path] = []
    found: Path | None = None
    for folder in (Path(absolute), *Path(absolute).parents):
        found = known[folder] if folder in known else _config_in(folder)
        passed.append(folder)
        if found or folder in known:
            break
    known.update(dict.fromkeys(passed, found))
    return found


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
    layers[path] = Layer.of(replace(scope, data=data), path)


def _scope(path: Path, root: Path) -> Scope:
    label = _shown(path, root)
    text = _text(path, label)
    data = _parsed(text, label)
    keys: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        keys = _TABLE
        if not _has_table(data):
            raise ConfigError("has no table [tool.copylint]", path=label)
        data = data["tool"]["copylint"]
    lines = KeyLines.of(text)
    scope = Scope(data, path.parent, lambda keys: Origin(label, lines.of_key(keys), path), keys)
    if not isinstance(data, Mapping):
        raise scope.fail("", "tool.copylint takes a table")
    return scope


def _config_in(folder: Path) -> Path | None:
    for name in NAMES:
        path = folder / name
        if os.path.isfile(path) and (name != "pyproject.toml" or _is_ours(path)):  # noqa: PTH113 (Path.is_file may raise)
            return path
    return None


def _is_ours(path: Path) -> bool:
    """Whether a pyproject.toml has a table for copylint; one that doesn't name copylint isn't even parsed."""
    return b"copylint" in _bytes(path, str(path)) and _has_table(_parsed(_text(path, str(path)), str(path)))


def _has_table(data: Mapping[str, Any]) -> bool:
    tool = data.get("tool")
    return isinstance(tool, Mapping) and "copylint" in tool


def _bytes(path: Path, label: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror or error}", path=label) from None


def _text(path: Path, label: str) -> str:
    try:
        return _bytes(path, label).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"isn't UTF-8: {error.reason} at byte {error.start}", path=label) from None


def _parsed(text: str, label: str) -> dict[str, Any]:
    """The tables of a TOML text. `Any`: that is what a parser gives."""
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        reason = _PLACE.sub("", str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        where = f"column {place[2]}" if place and place[2] else "end of the file"
        raise ConfigError(f"{where}: no TOML: {reason[:1].lower()}{reason[1:]}", path=label, line=line) from None
    except RecursionError:
        raise ConfigError("is nested too deep", path=label) from None


def _real(path: Path) -> Path:
    """A path whose folders are followed through links; the file itself isn't: its own paths count from where it lies."""
    return Path(os.path.realpath(path.parent)) / path.name


def _shown(path: Path, root: Path) -> str:
    """A path as it is shown: relative to the root if it lies below."""
    base = Path(os.path.realpath(root))
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else str(path)
