"""A file read as it is looked at: of a large one a run needs few places."""

from __future__ import annotations

from mmap import ACCESS_READ, mmap

from copylint.typed import Any


def mapped(path: str) -> Any:
    """What a file holds; None where there is none, or it is empty. For files that are replaced and never written to."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (a Path takes longer than all the rest)
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
