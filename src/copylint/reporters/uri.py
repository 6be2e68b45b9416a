"""Paths as other programs want them."""

from __future__ import annotations

from copylint.lazy import lazy

_WINDOWS = lazy(r"[A-Za-z]:[\\/]|\\\\")


def slashed(path: str) -> str:
    """The path with `/` between its parts and no `./` before them."""
    from pathlib import PurePath

    return PurePath(path).as_posix() if path else ""


def is_absolute(path: str) -> bool:
    """Whether a path starts from a root or a drive, on any system."""
    return path.startswith("/") or _WINDOWS.match(path) is not None


def uri(path: str) -> str:
    """The path as a URI reference: relative as it is, absolute with `file://`; bytes that aren't UTF-8 keep their value."""
    from urllib.parse import quote

    try:
        name = slashed(path).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte, as Windows allows
        name = slashed(path).encode("utf-8", "surrogatepass")
    if _WINDOWS.match(path):
        name = name.replace(b"\\", b"/")
        return ("file:" if name.startswith(b"//") else "file:///") + quote(name, safe="/:")
    return ("file://" if is_absolute(path) else "") + quote(name)
