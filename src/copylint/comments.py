"""The comment that leaves a mark out of a story, where the format of the story has one and there is room for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copylint.finding import Finding
from copylint.fixes import Edit, applied
from copylint.lazy import lazy
from copylint.spans import Span

_MARKUP = "<!-- copylint: ignore {} -->"
COMMENTS = {"markdown": _MARKUP, "html": _MARKUP}
"""How a comment is written in each format that has them; `{}` stands for the code, and the reason if there is one."""
_LINE_END = lazy(r"\r\n?|\n|\Z")
_ENDINGS = lazy(r"-{2,}|[<>\r\n]")
"""What would end a comment, or be no reason in one."""


def comment(finding: Finding, text: str, format: str, reason: str, look: Callable[[str], Sequence[Finding]]) -> Edit | None:
    """The edit that puts in a comment which leaves out a mark and makes no other; None where no place is right for one.

    `look` gives the marks of a text.
    """
    form = COMMENTS.get(format)
    if form is None:
        return None
    why = " ".join(_ENDINGS.sub(" ", reason).split())
    words = form.format(f"{finding.code} -- {why}" if why else finding.code)
    for place in _places(finding, text):
        edit = Edit(Span(place, place), f" {words}", finding.code)
        if _works(edit, finding, look(text), look(applied(text, [edit]))):
            return edit
    return None


def _places(finding: Finding, text: str) -> list[int]:
    """Where the comment may stand, the nearest first: at the end of the line that the mark is in, or of its paragraph."""
    places = {_end_of_line(text, finding.span.end)}
    if finding.excerpt is not None:
        places.add(max(finding.span.end, finding.excerpt.start + len(finding.excerpt.text.rstrip())))
    return sorted(places)


def _end_of_line(text: str, offset: int) -> int:
    """The end of the last word on a line: the spaces behind it may mean something."""
    end = _LINE_END.search(text, offset)
    line = text[offset : end.start() if end else len(text)]
    return offset + len(line.rstrip())


def _works(edit: Edit, finding: Finding, before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether the mark is gone, others of its rule at most with it, and none is new."""
    old = {(each.code, each.span.start) for each in before}
    new = {(each.code, _back(each.span.start, edit)) for each in after}
    gone = old - new
    return new <= old and (finding.code, finding.span.start) in gone and all(code == finding.code for code, _ in gone)


def _back(offset: int, edit: Edit) -> int:
    """Where an offset stood before the edit."""
    return offset if offset <= edit.span.start else max(edit.span.start, offset - len(edit.text))
