"""Finds pack files, reads them, and makes of them rules and knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from copylint.document import Knowledge
from copylint.errors import PackError
from copylint.knowledge import knowledge
from copylint.patterns import PackChecker, PackRule, check_loops, pack_rules


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack file and what it holds, to the byte. What is made of it is made once a process."""

    path: str
    data: bytes

    @property
    def table(self) -> Mapping[str, object]:
        """The parsed TOML. Raises PackError if it is none."""
        return _table(self)

    @property
    def rules(self) -> tuple[PackRule, ...]:
        """Its rules, checked. Raises PackError for the first that is wrong."""
        return _rules(self)


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


def read_packs(paths: Iterable[Path]) -> tuple[Pack, ...]:
    """The packs at paths, files and folders, in order. Raises PackError for one that is missing or can't be read."""
    return tuple(_read(file) for path in paths for file in pack_files(path))


def _read(path: Path) -> Pack:
    try:
        return Pack(str(path), path.read_bytes())
    except OSError as error:
        raise PackError(f"can't be read: {error.strerror}", path=str(path)) from error


@lru_cache(maxsize=256)
def _table(pack: Pack) -> Mapping[str, object]:
    import tomli

    try:
        table: Mapping[str, object] = tomli.loads(pack.data.decode("utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        raise PackError(f"this is not TOML: {error}", path=pack.path) from error
    except UnicodeDecodeError as error:
        raise PackError(f"this is not UTF-8 (byte {error.start})", path=pack.path) from error
    return table


@lru_cache(maxsize=256)
def _rules(pack: Pack) -> tuple[PackRule, ...]:
    return pack_rules(pack.table, path=pack.path)


@lru_cache(maxsize=8)
def knowledge_of(packs: tuple[Pack, ...]) -> Knowledge:
    """What the packs tell the analysis. Raises PackError for what is wrong in them."""
    return knowledge((pack.path, pack.table) for pack in packs)


@lru_cache(maxsize=8)
def checker_of(packs: tuple[Pack, ...]) -> PackChecker:
    """One checker of all rules of the packs, which don't clash. Raises PackError where replacements go round in a circle."""
    rules = [rule for pack in packs for rule in pack.rules]
    check_loops(rules)
    return PackChecker(sorted(rules, key=lambda rule: rule.rule.code))
