"""What would be mended, as a unified diff that `patch` and `git apply -p0` take."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from copylint.lazy import lazy
from copylint.reporters import escaped
from copylint.reporters.paint import BOLD, DIM, Paint

_ADDED, _REMOVED = "32", "31"
_NO_END = "\\ No newline at end of file\n"
_ODD = lazy(r'[\x00-\x1f\x7f"\\]')


def patch(path: str, old: str, new: str) -> str:
    """The diff of a file: lines as they are, parted at line feeds; empty where nothing changes."""
    name = _name(path)
    return "".join(_whole(difflib.unified_diff(_lines(old), _lines(new), name, name)))


def shown(text: str, paint: Paint) -> str:
    """A diff for a terminal: painted, and characters made visible that could forge what is seen."""
    return "".join(f"{_painted(line, paint)}\n" for line in text.split("\n")[:-1])


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    return [*lines[:-1], *filter(None, [lines[-1][:-1]])]


def _whole(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def _name(path: str) -> str:
    """A path as `patch` reads it: in quotation marks where it holds what would end it."""
    if not _ODD.search(path):
        return path
    return '"' + _ODD.sub(lambda odd: f"\\{odd[0]}" if odd[0] in '"\\' else f"\\{ord(odd[0]):03o}", path) + '"'


def _painted(line: str, paint: Paint) -> str:
    styles = {"+": _ADDED, "-": _REMOVED, "@": DIM}
    style = BOLD if line.startswith(("--- ", "+++ ")) else styles.get(line[:1], "")
    text = escaped(line.removesuffix("\r"))
    return paint(text, style) if style else text
