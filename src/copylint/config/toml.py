"""The text and the tables of a config file, or a plain word on what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from copylint.errors import ConfigError
from copylint.lazy import lazy
from copylint.typed import Any

_PLACE = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def file_bytes(path: Path, label: str) -> bytes:
    """What a config file holds. Raises ConfigError, with the label for its path, where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror or error}", path=label) from None


def text_of(path: Path, label: str) -> str:
    """The text of a config file. Raises ConfigError, with the label for its path, where it can't be read."""
    try:
        return file_bytes(path, label).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"isn't UTF-8: {error.reason} at byte {error.start}", path=label) from None


def parsed(text: str, label: str) -> dict[str, Any]:
    """The tables of a TOML text; `Any`: that is what a parser gives. Raises ConfigError, with the line, for no TOML."""
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


def has_table(data: Mapping[str, Any]) -> bool:
    """Whether parsed tables have `[tool.copylint]`."""
    tool = data.get("tool")
    return isinstance(tool, Mapping) and "copylint" in tool


def is_ours(path: Path) -> bool:
    """Whether a pyproject.toml has a table for copylint. Raises ConfigError where that can't be told."""
    return has_table(parsed(text_of(path, str(path)), str(path)))
