"""The part of a paragraph that shows the marked words on one line."""

from __future__ import annotations

from copylint.finding import Finding
from copylint.lazy import lazy, re
from copylint.reporters.column import columns, reach
from copylint.reporters.escape import escaped
from copylint.values import dataclass

_BREAK = lazy(r"\r\n?|\n|\t")
_QUOTATION_MARKS = frozenset('“”"')
_FOLLOWING = lazy(r"[ \t]?[^\s“”\"]{1,30}(?:[ \t][^\s“”\"]{1,30}){0,2}")
_WORD_EDGE = 20  # a cut moves at most so many code points to reach the edge of a word


@dataclass(frozen=True, slots=True)
class View:
    """One line of a paragraph, escaped: what stands before the marked words, the words, what stands after."""

    before: str
    words: str
    after: str

    @property
    def underline(self) -> str:
        """Marks for the line below: `~` under each column of the words, or `^` where a place and no word is marked."""
        return " " * columns(self.before) + ("~" * columns(self.words) or "^")


def view(finding: Finding, *, room: int) -> View:
    """The words of a finding with as much of their paragraph as so many columns hold, cut with … between words.

    A line break or a tab shows as a space. Words too long for the line are cut at their end. A lone quotation mark is shown
    with the words that follow it.
    """
    if finding.excerpt is None:
        return _view(finding.text, 0, len(finding.text), room=room)
    text = finding.excerpt.text
    start, end = (min(max(offset - finding.excerpt.start, 0), len(text)) for offset in (finding.span.start, finding.span.end))
    following = _FOLLOWING.match(text, end) if text[start:end] in _QUOTATION_MARKS else None
    return _view(text, start, following.end() if following else end, room=room)


def _view(text: str, start: int, end: int, *, room: int) -> View:
    room -= 2  # for … at either side
    cut = reach(text, start, end, room=room)
    if cut < end:
        return View("…" if start else "", _plain(text[start:cut]), "…")
    room -= columns(_plain(text[start:end]))
    first, last = _context(text, start, end, room)
    before, after = _plain(text[first:start]).lstrip(" "), _plain(text[end:last]).rstrip(" ")
    return View(("…" if first else "") + before, _plain(text[start:end]), after + ("…" if last < len(text) else ""))


def _context(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """Where the line begins and ends: three fifths of the room go before the words, more where little stands after them."""
    after = columns(_plain(text[end : reach(text, end, len(text), room=room)]))
    first = reach(text, start, 0, room=max(room * 3 // 5, room - after))
    first = _after_space(text, first, start)
    room -= columns(_plain(text[first:start]))
    return first, _before_space(text, end, reach(text, end, len(text), room=room))


def _after_space(text: str, first: int, start: int) -> int:
    if first == 0 or text[first - 1].isspace():
        return first
    edge = re.compile(r"\s+").search(text, first, min(start, first + _WORD_EDGE))
    if edge:
        return edge.end()
    while first < start and not columns(text[first]):
        first += 1  # a combining mark whose letter was cut off
    return first


def _before_space(text: str, end: int, last: int) -> int:
    if last == len(text) or text[last].isspace():
        return last
    spaces = [offset for offset in range(max(end, last - _WORD_EDGE), last) if text[offset].isspace()]
    return spaces[-1] if spaces else last


def _plain(text: str) -> str:
    return escaped(_BREAK.sub(" ", text))
