"""Finds pack files and reads them: TOML in, parsed tables out, each with its path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from copylint.errors import PackError

PackTable = tuple[str, Mapping[str, object]]
"""The path of a pack, and what it holds."""


def builtin_folder() -> Path:
    """The folder of our own packs: beside the code in an installed copylint, at the top level of a source checkout."""
    here = Path(__file__).resolve()
    installed, checkout = here.parent / "rules", here.parents[2] / "rules"
    return installed if installed.is_dir() else checkout


def pack_files(path: Path) -> tuple[Path, ...]:
    """The packs at a path: the file itself, or all `*.toml` below a folder, in order. Raises PackError if there is nothing."""
    if path.is_dir():
        found = tuple(sorted(path.rglob("*.toml")))
        if not found:
            raise PackError("the folder holds no packs (*.toml)", path=str(path))
        return found
    if not path.exists():
        raise PackError("there is no such pack", path=str(path))
    return (path,)


def pack_tables(paths: Iterable[Path]) -> tuple[PackTable, ...]:
    """The parsed packs, in order. Raises PackError for a file that can't be read or isn't TOML."""
    return tuple((str(path), _table(path)) for path in paths)


def _table(path: Path) -> Mapping[str, object]:
    import tomli

    try:
        table: Mapping[str, object] = tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        raise PackError(f"this is not TOML: {error}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise PackError(f"this is not UTF-8 (byte {error.start})", path=str(path)) from error
    except OSError as error:
        raise PackError(f"can't be read: {error.strerror}", path=str(path)) from error
    return table
