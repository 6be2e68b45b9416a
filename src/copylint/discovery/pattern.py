"""The lines of a .gitignore as git means them: each matches an entry itself, and never what lies below it.

The library for this takes in what lies below too, so that what one file brings back undoes what another leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copylint.lazy import lazy, re
from copylint.values import dataclass

_PIECE = lazy(r"\\(.)|(?:(?<=/)|^)(\*\*)(?:(/)|$)|(\*+)|(\?)|(\[)|(.)", re.DOTALL)
_CLASS = lazy(r"\[:(\w+):\]|(?:\\(.)|([^\\]))(?:-(?:\\(.)|([^\]\\])))?", re.DOTALL)
_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": r"\x21-\x7e",
    "lower": "a-z",
    "print": r"\x20-\x7e",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line: what it matches, whether that must be a folder, and whether it leaves it out or brings it back."""

    regex: re.Pattern[str]
    is_for_folders: bool
    is_out: bool

    @classmethod
    def of(cls, line: str) -> Pattern | None:
        """The pattern of a line; None for a comment, an empty line, and one that can match nothing."""
        bare = line.rstrip(" ")
        body = f"{bare} " if bare.endswith("\\") and bare != line else bare
        is_out = not body.startswith("!")
        body = body if is_out else body[1:]
        is_for_folders = body.endswith("/")
        body = body.removesuffix("/")
        if not body or line.startswith("#"):
            return None
        start = "" if "/" in body else "(?:.*/)?"
        core = _translated(body.removeprefix("/"))
        return None if core is None else cls(re.compile(start + core, re.DOTALL), is_for_folders, is_out)

    def matches(self, path: str, *, is_folder: bool) -> bool:
        """Whether it matches a path as seen from the folder of the pattern."""
        return (is_folder or not self.is_for_folders) and self.regex.fullmatch(path) is not None


@lru_cache(maxsize=1024)
def patterns(lines: Sequence[str]) -> tuple[Pattern, ...]:
    """The patterns of lines, the last, which decides first, before the others."""
    return tuple(pattern for line in reversed(lines) if (pattern := Pattern.of(line)))


def _translated(glob: str) -> str | None:
    """A regular expression for a glob without its outer slashes; None where it can match nothing."""
    out: list[str] = []
    place = 0
    while place < len(glob):
        piece = _PIECE.match(glob, place)
        if piece is None or piece[7] == "\\":  # a backslash at the end
            return None
        place = piece.end()
        if piece[6]:
            end = _class_end(glob, place)
            if not end:
                return None
            out.append(_class(glob[place : end - 1]))
            place = end
        else:
            out.append(_simple(piece))
    return "".join(out)


def _simple(piece: re.Match[str]) -> str:
    escaped, anywhere, slash, star, one, _, literal = piece.groups()
    if anywhere:
        return "(?:.*/)?" if slash else ".*"
    if star:
        return "[^/]*"
    return "[^/]" if one else re.escape(escaped or literal)


def _class_end(glob: str, place: int) -> int:
    """Where a class ends whose bracket has just opened, its own bracket included; 0 if it never does."""
    found = re.compile(r"[!^]?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]", re.DOTALL).match(glob, place)
    return found.end() if found else 0


def _class(inside: str) -> str:
    is_not = inside.startswith(("!", "^"))
    members = []
    for name, *ends in _CLASS.findall(inside[is_not:]):
        low, high = ends[0] or ends[1], ends[2] or ends[3]
        if name:
            members.append(_POSIX.get(name, ""))
        elif not high:
            members.append(re.escape(low))
        elif low <= high:
            members.append(f"{re.escape(low)}-{re.escape(high)}")
    if not any(members):
        return "[^/]" if is_not else "(?!)"
    return f"(?!/)[{'^' if is_not else ''}{''.join(members)}]"
