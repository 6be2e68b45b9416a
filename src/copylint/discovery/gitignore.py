"""What git's own files leave out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from copylint.discovery.glob import Excludes, Globs

Fail = Callable[[str, Exception], None]
"""`fail(path, error)` is told of a file that can't be read."""


def above(folder: str, *, root: str, fail: Fail) -> Excludes:
    """What the files above a folder say: from the top of its repository or, outside one, from the root."""
    around = [Path(folder), *Path(folder).parents]
    repositories = (place for place in around if os.path.exists(place / ".git"))  # noqa: PTH110 (Path.exists may raise)
    top = next(repositories, Path(root))
    if top not in around:
        return Excludes(())
    found = with_file(Excludes(()), top / ".git" / "info" / "exclude", folder=top, fail=fail)
    for place in reversed(around[1 : around.index(top) + 1]):
        found = with_file(found, place / ".gitignore", folder=place, fail=fail)
    return found


def with_file(excludes: Excludes, file: Path, *, folder: Path, fail: Fail) -> Excludes:
    """Patterns joined by those of a file, if there is one; they count from the folder."""
    try:
        text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return excludes
    except OSError as error:
        fail(str(file), error)
        return excludes
    return excludes.joined(Globs(str(folder), tuple(line.rstrip("\r") for line in text.split("\n"))))
