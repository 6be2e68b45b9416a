"""How large and how deep a file may be that is read: more than any story, less than what a hostile one would need."""

from __future__ import annotations

from copylint.errors import ReadError
from copylint.spans import LineIndex

DEPTH = 500
"""The most elements, objects or lists inside one another."""
CHARACTERS = 100_000_000
"""The most characters of a file with mark-up, and of what a packed one holds."""


def refuse_large(path: str, size: int) -> None:
    """Raise ReadError for more than we read."""
    if size > CHARACTERS:
        raise ReadError(f"it has {size:,} characters, and more than {CHARACTERS:,} are not read; divide it", path=path)


def refuse_deep(path: str, raw: str, depth: int, offset: int) -> None:
    """Raise ReadError for what lies too deep; `offset` says where that is in the text."""
    if depth > DEPTH:
        line = LineIndex.of(raw).position(offset).line
        raise ReadError(f"line {line}: more than {DEPTH} parts lie inside one another here; it can't be read", path=path)
