"""Mark-up inside a paragraph of Markdown: what of it is text, and what is dropped or replaced.

Follows CommonMark 0.31 and GitHub's strikethrough (two tildes), with three differences: an address that stands bare counts as
a link, a numbered entity of 128 to 159 means what browsers take it for, and a link's target may have any scheme.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from copylint.lazy import lazy
from copylint.readers.edit import Edit
from copylint.readers.emphasis import Run, pair, run_at
from copylint.readers.link import address_end, label_at, target_end
from copylint.readers.markup import Finder, autolink_end, entity_at, is_break
from copylint.readers.prose import OBJECT
from copylint.spans import Span
from copylint.values import dataclass, field

_SPECIAL = lazy(r"[\\`*_~&<\[\]]|!\[|(?<![^\W_])(?i:https?://|www\.)")
_TICKS = lazy(r"`+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BLANK = " \t"
_LABEL_LENGTH = 999  # code points, as in the specification


@dataclass(frozen=True, slots=True)
class Image:
    """An image: all of it, and its description."""

    span: Span
    alt: Span


@dataclass(frozen=True, slots=True)
class Inline:
    """The mark-up of a text, in order; images and comments by themselves too."""

    edits: tuple[Edit, ...]
    images: tuple[Image, ...]
    comments: tuple[Span, ...]

    def outer(self) -> Iterator[Edit]:
        """The edits that lie in no other."""
        end = 0
        for edit in self.edits:
            if edit.span.start >= end:
                yield edit
                end = edit.span.end

    def without(self, image: Image) -> Inline:
        """The same with the description of an image as text."""
        before, behind = Span(image.span.start, image.alt.start), Span(image.alt.end, image.span.end)
        edits = [edit for edit in self.edits if edit.span != image.span]
        return Inline(_ordered([*edits, Edit(before), Edit(behind)]), self.images, self.comments)


_NONE = Inline((), (), ())


def scanned(text: str, is_label: Callable[[str], bool]) -> Inline:
    """The mark-up of a paragraph's text. `is_label` tells whether a link's label is defined. Takes any text, in linear time."""
    if not _SPECIAL.search(text):
        return _NONE
    scan = _Scan(text, is_label, Finder(text))
    at = 0
    while found := _SPECIAL.search(text, at):
        at = _HANDLERS.get(found[0], _address)(scan, found.start())
    scan.pair_from(0)
    return Inline(_ordered(scan.edits), tuple(scan.images), tuple(scan.comments))


def _ordered(edits: list[Edit]) -> tuple[Edit, ...]:
    return tuple(sorted(edits, key=lambda edit: edit.span.start))


@dataclass(slots=True)
class _Bracket:
    """An opening bracket; `run` is the number of runs before it."""

    start: int
    end: int
    run: int
    is_image: bool


@dataclass(slots=True)
class _Scan:
    """What a scan has found so far."""

    text: str
    is_label: Callable[[str], bool]
    finder: Finder
    edits: list[Edit] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    spent: int = 0  # how many of the brackets hold a link already, and so can't be one
    ticks: dict[int, list[int]] = field(default_factory=dict)

    def edit(self, start: int, end: int, text: str = "") -> int:
        """Notes an edit; its end."""
        self.edits.append(Edit(Span(start, end), text))
        return end

    def pair_from(self, first: int) -> None:
        """Settles the emphasis of the runs from one on."""
        runs = self.runs[first:]
        pair(runs)
        self.edits.extend(Edit(span) for run in runs for span in run.markup())
        del self.runs[first:]


def _escape(scan: _Scan, at: int) -> int:
    following = scan.text[at + 1 : at + 2]
    if following in _PUNCTUATION:
        return scan.edit(at, at + 1) + 1
    return scan.edit(at, at + 1) if following in ("\n", "\r") else at + 1


def _code(scan: _Scan, at: int) -> int:
    if not scan.ticks:
        for run in _TICKS.finditer(scan.text):
            scan.ticks.setdefault(len(run[0]), []).append(run.start())
    found = _TICKS.match(scan.text, at)
    end = found.end() if found else at + 1
    closers = scan.ticks.get(end - at, [])
    place = bisect_left(closers, end)
    return scan.edit(at, closers[place] + end - at, OBJECT) if place < len(closers) else end


def _run(scan: _Scan, at: int) -> int:
    run = run_at(scan.text, at)
    if run.can_open or run.can_close:
        scan.runs.append(run)
    return at + run.length


def _entity(scan: _Scan, at: int) -> int:
    found = entity_at(scan.text, at)
    return scan.edit(at, found[1], found[0]) if found else at + 1


def _angle(scan: _Scan, at: int) -> int:
    end = autolink_end(scan.text, at)
    if end:
        return scan.edit(at, end, OBJECT)
    end = scan.finder.markup_end(at)
    if not end:
        return at + 1
    markup = scan.text[at:end]
    if markup.startswith("<!--"):
        scan.comments.append(Span(at, end))
        return scan.edit(*_with_blanks(scan.text, at, end))
    if is_break(markup):
        start, end = _with_blanks(scan.text, at, end)
        return scan.edit(start, end, "" if scan.text[end : end + 1] in ("", "\n", "\r") else "\n")
    return scan.edit(at, end)


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of mark-up that nothing stands for, with the blanks before it, where they would be left over."""
    if text[end : end + 1] in ("", " ", "\t", "\n", "\r"):
        while start and text[start - 1] in _BLANK:
            start -= 1
    return start, end


def _open(scan: _Scan, at: int) -> int:
    is_image = scan.text[at] == "!"
    end = at + 1 + is_image
    scan.brackets.append(_Bracket(at, end, len(scan.runs), is_image))
    return end


def _close(scan: _Scan, at: int) -> int:
    if not scan.brackets:
        return at + 1
    bracket = scan.brackets.pop()
    is_spent = len(scan.brackets) < scan.spent and not bracket.is_image
    scan.spent = min(scan.spent, len(scan.brackets))
    end = None if is_spent else _link_end(scan, bracket, at)
    if end is None:
        return at + 1
    scan.pair_from(bracket.run)
    if bracket.is_image:
        scan.images.append(Image(Span(bracket.start, end), Span(bracket.end, at)))
        return scan.edit(bracket.start, end, OBJECT)
    scan.spent = len(scan.brackets)
    scan.edit(bracket.start, bracket.end)
    return scan.edit(at, end)


def _link_end(scan: _Scan, bracket: _Bracket, at: int) -> int | None:
    """The end of the link or image whose text ends there."""
    text = scan.text
    end = target_end(text, at + 1)
    if end:
        return end
    label = label_at(text, at + 1)
    if label and label[0]:
        return label[1] if scan.is_label(label[0]) else None
    if at - bracket.end > _LABEL_LENGTH or not scan.is_label(text[bracket.end : at]):
        return None
    return label[1] if label else at + 1


def _address(scan: _Scan, at: int) -> int:
    end = address_end(scan.text, at)
    return scan.edit(at, end, OBJECT) if end else at + 1


_HANDLERS: dict[str, Callable[[_Scan, int], int]] = {
    "\\": _escape,
    "`": _code,
    "*": _run,
    "_": _run,
    "~": _run,
    "&": _entity,
    "<": _angle,
    "[": _open,
    "![": _open,
    "]": _close,
}
