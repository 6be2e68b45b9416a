"""Where the config of a file of copy lies: in its folder, or the nearest above that has one."""

from __future__ import annotations

import os
from pathlib import Path

NAMES = ("copylint.toml", ".copylint.toml", "pyproject.toml")
"""The files that hold a config, the first of a folder before the others."""


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


def _config_in(folder: Path) -> Path | None:
    for name in NAMES:
        path = folder / name
        if os.path.isfile(path) and (name != "pyproject.toml" or _is_ours(path)):  # noqa: PTH113 (Path.is_file may raise)
            return path
    return None


def _is_ours(path: Path) -> bool:
    """Whether a pyproject.toml has a table for copylint; one that doesn't name copylint isn't even parsed."""
    from copylint.config.toml import file_bytes, is_ours

    return b"copylint" in file_bytes(path, str(path)) and is_ours(path)
