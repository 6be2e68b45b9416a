"""The line of each key of a TOML text, which the parser doesn't tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copylint.lazy import lazy, re
from copylint.values import dataclass

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = lazy(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_KEY = lazy(rf"[ \t]*({_DOTTED})[ \t]*=")
_EACH_PART = lazy(_PART)
_MARK = lazy(r"""\"{3}|'{3}|"(?:[^"\\]|\\.)*"|'[^']*'|#.*|[\[\]{}]""")


@dataclass(frozen=True, slots=True)
class KeyLines:
    """The line, counted from 1, of each key path; the tables of an array count from "0"."""

    lines: Mapping[tuple[str, ...], int]

    @classmethod
    def of(cls, text: str) -> KeyLines:
        """The lines of a valid TOML text."""
        lines: dict[tuple[str, ...], int] = {}
        counts: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in _openings(text):
            if header := _HEADER.match(line):
                path = table = _table(header, counts)
            elif key := _KEY.match(line):
                path = (*table, *_parts(key[1]))
            else:
                continue
            for end in range(1, len(path) + 1):
                lines.setdefault(path[:end], number)
        return cls(lines)

    def of_key(self, path: tuple[str, ...]) -> int:
        """The line of a key path, or of the nearest table round it that has one; 0 if none has."""
        ends = range(len(path), 0, -1)
        return next((self.lines[path[:end]] for end in ends if path[:end] in self.lines), 0)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _EACH_PART.findall(dotted))


def _table(header: re.Match[str], counts: dict[tuple[str, ...], int]) -> tuple[str, ...]:
    """The path of a table header; each array of tables on the way is followed by the number of its last table."""
    is_array = header[1] == "[["
    path: tuple[str, ...] = ()
    parts = _parts(header[2])
    for i, part in enumerate(parts):
        path = (*path, part)
        if is_array and i == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, str(counts[path]))
    return path


def _openings(text: str) -> Iterator[tuple[int, str]]:
    """The number and text of each line that begins outside a string or list of several lines."""
    depth, string = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not depth and not string:
            yield number, line
        depth, string = _state(line, depth, string)


def _state(line: str, depth: int, string: str) -> tuple[int, str]:
    """How deep in brackets, and in which string of several lines, a line ends that began so."""
    place = 0
    while True:
        if string:
            end = line.find(string, place)
            if end < 0:
                return depth, string
            place, string = end + 3, ""
        mark = _MARK.search(line, place)
        if mark is None:
            return depth, ""
        place = mark.end()
        if mark[0] in ('"""', "'''"):
            string = mark[0]
        elif mark[0] in "[{":
            depth += 1
        elif mark[0] in "]}":
            depth = max(0, depth - 1)
