"""AsciiDoc: its prose, without code, tables, attributes and macros."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from copylint.document import BlockKind, Directive, Source
from copylint.lazy import lazy
from copylint.readers.asciidoc_inline import inline
from copylint.readers.directive import directive
from copylint.readers.edit import edited
from copylint.readers.headline import with_headline
from copylint.readers.limits import refuse_large
from copylint.readers.prose import Part, story
from copylint.readers.rows import Row, filled, passage_of, rows_of
from copylint.values import dataclass, field

RESERVED: Final = "*_`#^~+<>[]{}|\\&"
_TITLE = lazy(r"(={1,6}|#{1,6})\s+(?=\S)")
_UNREAD = lazy(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|```.*|[|,:!]===)$")
_READ = lazy(r"(?:={4,}|\*{4,}|_{4,}|--|\"\")$")
_ITEM = lazy(r"(?:\*{1,6}|-|\.{1,6}|[0-9]{1,4}\.|[a-z]\.|<[0-9.]{1,4}>)\s+(?:\[[ x*]\]\s+)?(?=\S)")
_TERM = lazy(r"(?=\S)(.{1,300}?)(?::{2,4}|;;)(?:\s+|$)")
_ATTRIBUTES = lazy(r"\[[^\[\]]*\]$|\[\[[^\[\]]*\]\]$")
_MACRO = lazy(r"[A-Za-z]\w{1,30}::[^\s\[\]]*\[.*\]$")
_ATTRIBUTE = lazy(r":!?[\w][\w -]*!?:(?:\s|$)")
_LABEL = lazy(r"(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):\s+(?=\S)")
_UNREAD_STYLE = lazy(
    r"\[(?:source|listing|literal|pass|stem|latexmath|asciimath|plantuml|ditaa|mermaid|graphviz|comment|verse)\b"
)
_CAPTION = lazy(r"\.(?=[^\s.])")
_RULE = lazy(r"(?:'{3,}|<{3,}|-{3}|\*{3})$")
_AUTHOR = lazy(r"[^\W\d][\w.'’ -]{1,80}(?:<[^<>]*>)?(?:;.*)?$")


class AsciidocReader:
    """Reads AsciiDoc. A comment `// copylint: ignore-next PUN101` leaves findings out."""

    format: Final = "asciidoc"
    suffixes: Final = (".adoc", ".asciidoc")

    def read(self, path: str, raw: str) -> Source:
        """The story in a text; any text is one."""
        refuse_large(path, len(raw))
        walk = _Walk(raw)
        walk.run()
        return story(path, self.format, raw, with_headline(walk.parts), directives=walk.directives, reserved=RESERVED)


@dataclass(slots=True)
class _Walk:
    """Goes through the lines and gathers parts and directives. `open` are the delimiters of blocks that are read."""

    raw: str
    parts: list[Part] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    in_list: bool = False
    style: str = ""

    def run(self) -> None:
        """Takes all rows."""
        rows = rows_of(self.raw)
        closers = _closers(rows)
        at = 0
        while at < len(rows):
            at = self._take(rows, at, closers)

    def _take(self, rows: Sequence[Row], at: int, closers: Mapping[int, int]) -> int:
        """Takes what begins at a row; the row behind it."""
        row = rows[at]
        text = row.text
        if at in closers:
            self.style = ""
            return closers[at]
        if _READ.match(text):
            self._delimit(text)
            return at + 1
        if row.indent == 0 and (found := _TITLE.match(text)):
            return self._title(rows, at, found.end())
        if row.indent == 0 and (_MACRO.match(text) or _ATTRIBUTE.match(text) or _RULE.match(text)):
            return at + 1
        if row.indent == 0 and _ATTRIBUTES.match(text):
            self.style = self.style or text
            return at + 1
        if row.indent == 0 and _CAPTION.match(text):
            self._add([row.behind(1)], BlockKind.CAPTION)
            return at + 1
        if not text or text == "+":
            self.in_list = self.in_list and text == "+"
            return at + 1
        if text.startswith("//"):
            return self._comment(row, at)
        return self._text(rows, at)

    def _title(self, rows: Sequence[Row], at: int, end: int) -> int:
        """Takes a title; below that of the story, its author and revision."""
        level = len(rows[at].text.split(None, 1)[0])
        self.in_list = False
        self._add([rows[at].behind(end)], BlockKind.SUBHEAD, level)
        at += 1
        if level == 1 and len(self.parts) == 1 and at < len(rows) and _AUTHOR.match(rows[at].text):
            self._add([rows[at]], BlockKind.BYLINE)
            at += 1
            if at < len(rows) and rows[at].text and not _ATTRIBUTE.match(rows[at].text):
                at += 1
        return at

    def _delimit(self, text: str) -> None:
        """Opens a block that is read, or closes it."""
        if text in self.open:
            del self.open[self.open.index(text) :]
        else:
            self.open.append(text)
        self.style, self.in_list = "", False

    def _comment(self, row: Row, at: int) -> int:
        order = directive(row.text[2:], row.span)
        if order:
            self.directives.append(order)
        return at + 1

    def _text(self, rows: Sequence[Row], at: int) -> int:
        """Takes a paragraph, an item of a list, or a term and what is said of it."""
        first = rows[at]
        item = _ITEM.match(first.text)
        term = None if item else _TERM.match(first.text)
        style, self.style = self.style, ""
        is_literal = first.indent > 0 and not item and not term and not self.in_list
        if is_literal or _UNREAD_STYLE.match(style):
            return filled(rows, at)
        self.in_list = self.in_list or bool(item or term)
        end = at + 1
        while end < len(rows) and rows[end].text and not self._is_new(rows[end]):
            end += 1
        kind = self._kind(style)
        marker = item or term or _LABEL.match(first.text)
        if term:
            self._add([Row(term[1], first.start, first.indent)], kind)
        self._add([first.behind(marker.end()) if marker else first, *rows[at + 1 : end]], kind)
        return end

    def _is_new(self, row: Row) -> bool:
        """Whether a row begins something new without an empty one before it."""
        text = row.text
        is_block = _READ.match(text) or _UNREAD.match(text) or _ATTRIBUTES.match(text) or text == "+" or text.startswith("//")
        return bool(is_block or (self.in_list and (_ITEM.match(text) or _TERM.match(text))))

    def _kind(self, style: str) -> BlockKind:
        if style.startswith("[quote") or any(delimiter[:2] in ("__", '""') for delimiter in self.open):
            return BlockKind.BLOCK_QUOTE
        return BlockKind.LIST_ITEM if self.in_list else BlockKind.PARAGRAPH

    def _add(self, rows: Sequence[Row], kind: BlockKind, level: int = 0) -> None:
        passage = passage_of(self.raw, rows)
        if passage.text:
            self.parts.append(Part(kind, tuple(edited(passage, inline(passage.text))), level))


def _closers(rows: Sequence[Row]) -> dict[int, int]:
    """For each row that opens a block which isn't read, the row behind that block; one that never closes takes all."""
    found: dict[int, int] = {}
    opener, start = "", 0
    for number, row in enumerate(rows):
        if opener and row.text == ("```" if opener.startswith("```") else opener):
            found[start] = number + 1
            opener = ""
        elif not opener and row.indent == 0 and _UNREAD.match(row.text):
            opener, start = row.text, number
    if opener:
        found[start] = len(rows)
    return found
