"""Text of a stranger's in a page of HTML."""

from __future__ import annotations

from copylint.lazy import lazy
from copylint.reporters.escape import escaped

_BREAK = lazy(r"\r\n?|[\n\t]")
_JOINERS = {"\u200c": "&zwnj;", "\u200d": "&zwj;"}


def shown(text: str) -> str:
    r"""The text between tags or inside quotation marks: no mark-up, and controls and invisible characters as `\u202e`.

    What joins the parts of an emoji, or parts the letters of a Persian word, does so.
    """
    from html import escape

    shown = escape(escaped(text.translate(_HELD)))
    for joiner, held in _HELD.items():
        shown = shown.replace(held, _JOINERS[chr(joiner)])
    return shown


def on_one_line(text: str) -> str:
    """The same, with a space for each line break and tab."""
    return shown(_BREAK.sub(" ", text))


_HELD = {0x200C: "\ufdd0", 0x200D: "\ufdd1"}  # two of the code points that no text holds
