"""Patterns in the manner of .gitignore, and what they say of a path."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from copylint.discovery.pattern import patterns
from copylint.values import dataclass

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
        found = (pattern.is_out for pattern in patterns(self.patterns) if pattern.matches(relative, is_folder=is_folder))
        return next(found, None) if relative else None


@dataclass(frozen=True, slots=True)
class Excludes:
    """Sets of patterns, the weakest first."""

    globs: tuple[Globs, ...]

    @classmethod
    def of(cls, exclude: Sequence[tuple[Path, str]], *, root: str) -> Excludes:
        """What isn't copy, then the patterns, each from its folder."""
        groups = groupby(exclude, key=lambda pair: pair[0])
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
