"""XML in ASCII that any terminal and any file can take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copylint.lazy import lazy, re
from copylint.reporters.escape import escaped

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IMPOSSIBLE = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = lazy(r'[&<>"\t\n\r\x7f]|#(?=#(?:vso)?\[)')  # the last: what a build's log would take for a command


def xml_text(text: str) -> str:
    r"""The text as it may stand in XML, between tags or quotation marks: ASCII, with a reference for any other character.

    A parser gives back the exact string, but for the few characters that XML can't hold: they stand as `\x1b`.
    """
    legal = _IMPOSSIBLE.sub(lambda match: _shown(match.group()), text)
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", legal).encode("ascii", "xmlcharrefreplace").decode()


def _shown(character: str) -> str:
    shown = escaped(character)
    return shown if shown != character else f"\\u{ord(character):04x}"


def element(name: str, attributes: Mapping[str, object], inside: Iterable[str] = (), *, text: str = "") -> str:
    """The lines of an element with other elements inside it, two spaces further in, or with a text; with a line feed."""
    start = name + "".join(f' {key}="{xml_text(str(value))}"' for key, value in attributes.items())
    if text:
        return f"<{start}>{xml_text(text)}</{name}>\n"
    lines = "".join(re.sub("^", "  ", each.rstrip("\n"), flags=re.MULTILINE) + "\n" for each in inside)
    return f"<{start}>\n{lines}</{name}>\n" if lines else f"<{start}/>\n"
