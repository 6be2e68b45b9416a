"""Mark-up inside a paragraph of reStructuredText: literals, roles, links, emphasis."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.lazy import lazy, re
from copylint.readers.edit import Edit
from copylint.readers.prose import OBJECT
from copylint.spans import Span

_BEFORE = r"(?<![^\s'\"(\[{<\-/:‘“’«¡¿–—])"
_AFTER = r"(?=$|[\s'\")\]}>\-/:.,;!?\\’”»–—])"
_MOST = 500  # characters of mark-up that is taken for some; it keeps the time in bounds
_MARKUP = lazy(
    rf"(?P<escape>\\(?:\s|[^\s]|$))"
    rf"|(?P<object>{_BEFORE}``(?=\S).{{0,{_MOST}}}?\S``{_AFTER}"
    rf"|{_BEFORE}:[\w:.+-]{{1,60}}:`[^`]{{1,{_MOST}}}`|{_BEFORE}`[^`]{{1,{_MOST}}}`:[\w:.+-]{{1,60}}:"
    rf"|{_BEFORE}\|[^\s|](?:[^|]{{0,80}}[^\s|])?\|_{{0,2}}{_AFTER}"
    rf"|(?<![\w])(?:https?://|www\.)[^\s<>`]{{0,2000}}[^\s<>`.,;:!?)'\"\]’”])"
    rf"|(?P<link>{_BEFORE}`(?P<words>[^`<]{{1,{_MOST}}}?)(?:\s+<[^`<>]{{1,{_MOST}}}>)?`__?{_AFTER})"
    rf"|(?P<target>{_BEFORE}_`(?P<named>[^`]{{1,{_MOST}}})`{_AFTER})"
    rf"|(?P<title>{_BEFORE}`[^`]{{1,{_MOST}}}`{_AFTER})"
    rf"|(?P<strong>{_BEFORE}\*\*(?=\S)(?P<bold>.{{0,{_MOST}}}?\S)\*\*{_AFTER})"
    rf"|(?P<weak>{_BEFORE}\*(?=[^\s*])(?P<slanted>[^*]{{0,{_MOST}}}?[^\s*])\*{_AFTER})"
    rf"|(?P<note>\s{{0,4}}\[(?:\d{{1,4}}|#[\w-]{{0,60}}|\*|[A-Za-z][\w.-]{{0,60}})\]_{_AFTER})"
    rf"|(?P<tail>(?<=[^\W_])_{{1,2}}{_AFTER})",
    re.DOTALL,
)
_INNER = {"link": "words", "target": "named", "strong": "bold", "weak": "slanted"}


def inline(text: str) -> Iterator[Edit]:
    """The places of a paragraph that don't stand in prose as they are, in order."""
    for found in _MARKUP.finditer(text):
        span = Span(*found.span())
        kind = next(name for name in _KINDS if found[name] is not None)
        if kind in _INNER:
            inner = Span(*found.span(_INNER[kind]))
            yield Edit(Span(span.start, inner.start))
            yield Edit(Span(inner.end, span.end))
        elif kind == "escape":
            is_white = found[0][1:] in (" ", "\t", "\r", "\n")
            yield Edit(Span(span.start, span.end if is_white else span.start + 1))
        else:
            yield Edit(span, OBJECT if kind in ("object", "title") else "")


_KINDS = ("escape", "object", "link", "target", "title", "strong", "weak", "note", "tail")
