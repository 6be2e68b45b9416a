"""Mark-up inside a paragraph of AsciiDoc: emphasis, code, links, macros, attributes."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.lazy import lazy, re
from copylint.readers.edit import Edit
from copylint.readers.markup import entity_at
from copylint.readers.prose import OBJECT
from copylint.spans import Span

_MOST = 500  # characters of mark-up that is taken for some; it keeps the time in bounds
_IN, _OUT = r"(?<![\w;:}\\])", r"(?!\w)"
_URL = r"(?:https?|ftp|irc|mailto)://?[^\s\[\]<>]{1,2000}"
_MARKUP = lazy(
    rf"(?P<gone>\(\(\([^()\n]{{1,200}}\)\)\)|\[\[[\w:.-]{{1,100}}(?:,[^\]\n]{{0,200}})?\]\]|\[#[\w:.-]{{1,100}}\](?=[#*_`])"
    rf"|\s{{0,4}}footnote(?:ref)?:[\w-]{{0,60}}\[[^\]]{{0,{_MOST}}}\]|(?<=\s)\+(?=\r?\n|$)|\s<\d{{1,3}}>(?=\r?\n|$))"
    rf"|(?P<escape>\\(?=[*_`#^~+{{\[<\"'\-.&])|\[\.[\w.-]{{1,60}}\](?=[#*_`]))"
    rf"|(?P<curly>[\"']`(?=[^`\s])(?P<said>[^`]{{0,{_MOST}}}[^`\s]|[^`\s])`[\"'])"
    rf"|(?P<object>``[^`]{{1,{_MOST}}}``|{_IN}`(?=\S)[^`]{{0,{_MOST}}}?(?<=\S)`{_OUT}"
    rf"|\+\+\+.{{1,{_MOST}}}?\+\+\+|{_IN}\+(?=[^\s+])[^+\n]{{0,{_MOST}}}?[^\s+]?\+{_OUT}"
    rf"|(?<!\w)(?:kbd|btn|stem|latexmath|asciimath|pass|icon|image|menu):[^\s\[\]]{{0,200}}\[[^\]]{{0,{_MOST}}}\]"
    rf"|\{{[\w][\w-]{{0,60}}\}})"
    rf"|(?P<link><<[^<>,\n]{{1,200}},\s?(?P<shown>[^<>]{{1,{_MOST}}})>>"
    rf"|(?:(?:link|xref):[^\s\[\]]{{1,2000}}|(?<!\w){_URL})\[(?P<words>[^\]]{{1,{_MOST}}})\])"
    rf"|(?P<bare><<[^<>,\n]{{1,200}}>>|(?:link|xref):[^\s\[\]]{{1,2000}}\[\]|(?<!\w){_URL}\[\]|(?<!\w){_URL}(?<![.,;:!?)'\"”’]))"
    rf"|(?P<double>(?P<two>\*\*|__|##)(?=\S)(?P<doubled>.{{1,{_MOST}}}?)(?P=two))"
    rf"|(?P<single>{_IN}(?P<one>[*_#])(?=\S)(?!(?P=one))(?P<held>.{{0,{_MOST}}}?\S)(?P=one){_OUT})"
    rf"|(?P<raised>(?P<at>[\^~])(?=\S)(?P<small>[^\s^~]{{1,60}})(?P=at))"
    rf"|(?P<dash>(?<=\w)--(?=\w)|(?<=[ ])--(?=[ \r\n]))"
    rf"|(?P<entity>&(?:#[xX]?[0-9a-fA-F]{{1,7}}|[A-Za-z][A-Za-z0-9]{{1,31}});)"
    rf"|(?P<term>\(\((?P<index>[^()\n]{{1,200}})\)\))",
    re.DOTALL,
)
_INNER = {"double": "doubled", "single": "held", "raised": "small", "term": "index"}
_KINDS = ("gone", "escape", "curly", "object", "link", "bare", "double", "single", "raised", "dash", "entity", "term")
_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}


def inline(text: str) -> Iterator[Edit]:
    """The places of a paragraph that don't stand in prose as they are, in order."""
    yield from _within(text, 0, len(text), 0)


def _within(text: str, start: int, end: int, depth: int) -> Iterator[Edit]:
    for found in _MARKUP.finditer(text, start, end):
        kind = next(name for name in _KINDS if found[name] is not None)
        span = Span(*found.span())
        if kind == "link":
            yield from _around(text, span, found.span("words" if found["words"] else "shown"), depth)
        elif kind == "curly":
            opens, closes = _QUOTES[found[0][0]]
            inner = found.span("said")
            yield Edit(Span(span.start, inner[0]), opens)
            yield from _within(text, *inner, depth + 1) if depth < 4 else ()
            yield Edit(Span(inner[1], span.end), closes)
        elif kind in _INNER:
            yield from _around(text, span, found.span(_INNER[kind]), depth)
        elif kind == "entity":
            entity = entity_at(text, span.start)
            yield from (Edit(span, entity[0]),) if entity else ()
        else:
            yield Edit(span, {"object": OBJECT, "bare": OBJECT, "dash": "—"}.get(kind, ""))


def _around(text: str, span: Span, inner: tuple[int, int], depth: int) -> Iterator[Edit]:
    """The edits of mark-up round a text, and those inside it."""
    yield Edit(Span(span.start, inner[0]))
    if depth < 4:
        yield from _within(text, *inner, depth + 1)
    yield Edit(Span(inner[1], span.end))
