"""Characters that could forge, hide or turn round what a reader of the report sees, made visible."""

from __future__ import annotations

from copylint.lazy import lazy, re

_UNSAFE = lazy(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL and C1 controls: line ends, ANSI escapes
    "\xad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian vowel separator
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, bidirectional, line and paragraph separators
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # zero-width no-break space, annotations, tags
    "\ud800-\udfff"  # lone surrogates: bytes of a file name that aren't UTF-8
    "]"
    r"|#(?=#(?:[Vv][Ss][Oo])?\[)"  # ##[error] and ##vso[task…], which a build's log obeys wherever they stand in a line
)
_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def escaped(text: str) -> str:
    r"""The text with each control, bidirectional and invisible character as `\n`, `\x1b`, `\u202e` or `\U000e0041`.

    Letters of every script and combining marks stay; so does the backslash, which makes this a way to show a text and not
    one to store it. The joiner inside some emoji is shown too.
    """
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return _NAMED.get(character) or (f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}")


def shown_path(path: str) -> str:
    """A path to begin a line with: escaped, and never taken by a build's log for a command (`::error::`, `##[error]`)."""
    text = escaped(path)
    return f"./{text}" if text.lstrip().startswith(("::", "##[")) else text
