"""What follows a link's text: a target in brackets, or a label. And addresses that stand bare in the copy."""

from __future__ import annotations

from copylint.lazy import lazy, re

_SPACE = lazy(r"[ \t\r\n]*")
_ANGLED = lazy(r"<(?:[^<>\r\n\\]|\\.)*>")
_DESTINATION = lazy(r"[^\x00-\x20\x7f()\\]+|\\[^\x00-\x20]|\\|[()]")
_TITLE = lazy(
    r'"[^"\\]*(?:\\.[^"\\]*)*"' r"|'[^'\\]*(?:\\.[^'\\]*)*'" r"|\([^()\\]*(?:\\.[^()\\]*)*\)",
    re.DOTALL,
)
_LABEL = lazy(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_DEPTH = 32  # brackets inside a target, as in the reference implementation
_ADDRESS = lazy(r"""(?i:https?://|www\.)[^\s<>\[\]"`|\\*“”‘’«»—–…]+""")
_TRAIL = "?!.,:;_~'"


def target_end(text: str, start: int) -> int | None:
    """The end of `(target "title")`, if it stands there."""
    if not text.startswith("(", start):
        return None
    at = _skipped(text, start + 1)
    end = _destination_end(text, at)
    if end is None:
        return None
    at = _skipped(text, end)
    title = _TITLE.match(text, at) if at > end else None
    if title:
        at = _skipped(text, title.end())
    return at + 1 if text.startswith(")", at) else None


def label_at(text: str, start: int) -> tuple[str, int] | None:
    """The label in square brackets that stands there, and its end. It may be empty."""
    found = _LABEL.match(text, start)
    return (found[1], found.end()) if found else None


def address_end(text: str, start: int) -> int | None:
    """The end of a web address that stands bare in the text, without the stop or bracket of the sentence round it."""
    found = _ADDRESS.match(text, start)
    if not found:
        return None
    address = found[0]
    surplus = address.count(")") - address.count("(")
    end = len(address)
    while address[end - 1] in _TRAIL or (address[end - 1] == ")" and surplus > 0):
        surplus -= address[end - 1] == ")"
        end -= 1
    scheme = "://" if "://" in address[:8] else "."
    return start + end if end > address.index(scheme) + len(scheme) else None


def _skipped(text: str, start: int) -> int:
    found = _SPACE.match(text, start)
    return found.end() if found else start


def _destination_end(text: str, start: int) -> int | None:
    """The end of a target, which may be empty; None where it is malformed."""
    if text.startswith("<", start):
        angled = _ANGLED.match(text, start)
        return angled.end() if angled else None
    depth = 0
    while found := _DESTINATION.match(text, start):
        depth += (found[0] == "(") - (found[0] == ")")
        if depth < 0 or depth > _DEPTH:
            return start if depth < 0 else None
        start = found.end()
    return None if depth else start
