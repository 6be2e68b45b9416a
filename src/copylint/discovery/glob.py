"""Patterns in the manner of .gitignore, and what they say of a path."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

NOT_COPY = (
    "node_modules/",
    ".venv/",
    "venv/",
    "__pycache__/",
    "site-packages/",
    "*.egg-info/",
    "*.dist-info/",
    "requirements*.txt",
    "*-requirements.txt",
    "*_requirements.txt",
    "constraints*.txt",
    "top_level.txt",
    "SOURCES.txt",
    "dependency_links.txt",
    "entry_points.txt",
    "robots.txt",
    "humans.txt",
    "security.txt",
    "ads.txt",
    "app-ads.txt",
    "llms.txt",
    "CMakeLists.txt",
    "CMakeCache.txt",
    "LICENSE*",
    "LICENCE*",
    "COPYING*",
    "NOTICE.txt",
)
"""What isn't copy, though its suffix might say so; `!robots.txt` under `exclude` brings one back."""
_FOLDER = "ps_d"
"""The group by which a regular expression of pathspec marks the end of a folder."""


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns that count from one folder; the last that matches decides."""

    folder: str
    patterns: tuple[str, ...]

    def verdict(self, path: str, *, start: str, is_folder: bool) -> bool | None:
        """Whether the patterns take in an absolute path; None where none matches.

        A path outside the folder is seen from `start`, where the walk began.
        """
        relative = _below(path, self.folder) or _below(path, start)
        shape = f"{relative}/" if is_folder else relative
        return next((is_in for regex, is_in in _regexes(self.patterns) if _matches(regex, shape)), None) if relative else None


@dataclass(frozen=True, slots=True)
class Excludes:
    """Sets of patterns, the weakest first."""

    globs: tuple[Globs, ...]

    @classmethod
    def of(cls, patterns: Sequence[tuple[Path, str]], *, root: str) -> Excludes:
        """What isn't copy, then the patterns, each from its folder."""
        groups = groupby(patterns, key=lambda pair: pair[0])
        own = (Globs(os.path.realpath(folder), tuple(pattern for _, pattern in group)) for folder, group in groups)
        return cls((Globs(root, NOT_COPY), *own))

    def joined(self, globs: Globs) -> Excludes:
        """These, with a stronger set."""
        return Excludes((*self.globs, globs))

    def takes_in(self, path: str, *, start: str, is_folder: bool = False) -> bool:
        """Whether the strongest set that says anything takes in the path."""
        verdicts = (globs.verdict(path, start=start, is_folder=is_folder) for globs in reversed(self.globs))
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def reach(self, path: str, *, root: str) -> bool:
        """Whether they take in a real path that was named, or a folder above it and below the root."""
        if path == root:
            return False
        start = root if _below(path, root) else str(Path(path).parent)
        above = [str(folder) for folder in Path(path).parents if _below(str(folder), start)]
        return any(self.takes_in(folder, start=start, is_folder=True) for folder in above) or self.takes_in(
            path, start=start, is_folder=Path(path).is_dir()
        )


def is_excluded(path: str, *, exclude: Sequence[tuple[Path, str]], root: Path) -> bool:
    """Whether a file, or a folder above it, is excluded or isn't copy. .gitignore isn't asked.

    `exclude` has folders and patterns, the later deciding; a relative path counts from `root`.
    """
    top = os.path.realpath(root)
    return Excludes.of(exclude, root=top).reach(real(root / path), root=top)


def real(path: Path) -> str:
    """The absolute path whose folders are no links; its last part may be one."""
    if path.name in ("", ".."):
        return os.path.realpath(path)
    return str(Path(os.path.realpath(path.parent)) / path.name)


def _below(path: str, folder: str) -> str:
    """A path as seen from a folder, with slashes; empty if it doesn't lie below."""
    prefix = folder.rstrip(os.sep) + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else ""


def _matches(regex: re.Pattern[str], path: str) -> bool:
    """Whether a pattern matches a path itself and not, as the library also would, just a folder above it."""
    found = regex.search(path)
    if not found or _FOLDER not in regex.groupindex or found[_FOLDER] is None:
        return bool(found)
    return found.end(_FOLDER) == len(path)


@lru_cache(maxsize=1024)
def _regexes(patterns: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """What each pattern compiles to, and whether it takes in or brings back; the last first.

    A line that is no pattern matches nothing, as in git.
    """
    import warnings

    from pathspec import GitIgnoreSpec

    found: list[tuple[re.Pattern[str], bool]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for line in reversed(patterns):
            try:
                compiled = GitIgnoreSpec.from_lines([line]).patterns
            except (ValueError, re.error, FutureWarning):
                continue
            found += [(each.regex, each.include) for each in compiled if each.regex is not None and each.include is not None]
    return tuple(found)
