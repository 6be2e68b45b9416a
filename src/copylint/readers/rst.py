"""reStructuredText: its prose, without code, tables, fields and most directives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from copylint.document import BlockKind, Directive, Source
from copylint.lazy import lazy
from copylint.readers.directive import directive
from copylint.readers.edit import edited
from copylint.readers.headline import with_headline
from copylint.readers.limits import refuse_large
from copylint.readers.prose import Part, story
from copylint.readers.rows import Row, filled, indented, passage_of, rows_of
from copylint.readers.rst_inline import inline
from copylint.spans import Span
from copylint.values import dataclass, field

RESERVED: Final = "*`_|\\:"
_RULE = lazy(r"([!-/:-@\[-`{-~])\1*$")
_BULLET = lazy(r"[-*+•‣⁃](?:\s+|$)")
_NUMBER = lazy(r"(?:\(?(?:[0-9]{1,4}|#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])\s+(?=\S)")
_FIELD = lazy(r":(?![:\s])[^:\n]{1,100}:(?:\s|$)")
_BORDER = lazy(r"\+[-=][-=+]*\+$|={2,}(?: +={2,})+$")
_DIRECTIVE = lazy(r"\.\. (?:\|[^|]+\| )?([\w][\w:.+-]*)::(?:\s+|$)")
_MOST_DEEP = 60
_MOST_ROWS = 500  # of a table
_PROSE: Final = {
    **dict.fromkeys(
        "note warning tip hint important caution attention danger error admonition seealso".split(), BlockKind.PARAGRAPH
    ),
    **dict.fromkeys("topic sidebar container compound versionadded versionchanged deprecated".split(), BlockKind.PARAGRAPH),
    **dict.fromkeys(("epigraph", "highlights", "pull-quote"), BlockKind.BLOCK_QUOTE),
    "figure": BlockKind.CAPTION,
}
_UNREAD_ARGUMENT = frozenset({"figure", "container", "versionadded", "versionchanged", "deprecated", "compound"})


class RstReader:
    """Reads reStructuredText. A comment `.. copylint: ignore-next PUN101` leaves findings out."""

    format: Final = "rst"
    suffixes: Final = (".rst", ".rest")

    def read(self, path: str, raw: str) -> Source:
        """The story in a text; any text is one."""
        refuse_large(path, len(raw))
        walk = _Walk(raw)
        walk.body(rows_of(raw), 0, BlockKind.PARAGRAPH, 0)
        return story(path, self.format, raw, with_headline(walk.parts), directives=walk.directives, reserved=RESERVED)


@dataclass(slots=True)
class _Walk:
    """Goes through the lines and gathers parts and directives. `styles` are those of titles, in order."""

    raw: str
    parts: list[Part] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def body(self, rows: Sequence[Row], indent: int, kind: BlockKind, depth: int) -> None:
        """Takes the rows of a body that is indented so far."""
        at = 0
        while at < len(rows) and depth < _MOST_DEEP:
            if not rows[at].text:
                at += 1
            elif rows[at].indent > indent:
                end = indented(rows, at, indent)
                quote = BlockKind.BLOCK_QUOTE if kind is BlockKind.PARAGRAPH else kind
                self.body(rows[at:end], min(row.indent for row in rows[at:end] if row.text), quote, depth + 1)
                at = end
            else:
                at = self._block(rows, at, rows[at].indent, kind, depth)

    def _block(self, rows: Sequence[Row], at: int, indent: int, kind: BlockKind, depth: int) -> int:
        """Takes the block that begins at a row; the row behind it."""
        text = rows[at].text
        if text == ".." or text.startswith(".. "):
            return self._explicit(rows, at, indent, kind, depth)
        if text.startswith("__ ") or _FIELD.match(text):
            return indented(rows, at + 1, indent)
        if title := self._title(rows, at):
            return title
        if _BORDER.match(text) or text.startswith(">>>"):
            return self._unread(rows, at)
        if text.startswith("| ") or text == "|":
            return self._line_block(rows, at, kind)
        bullet = _BULLET.match(text)
        marker = bullet.end() if bullet else self._number(rows, at)
        if marker:
            end = indented(rows, at + 1, indent)
            item = [rows[at].behind(marker), *rows[at + 1 : end]]
            self.body(item, item[0].indent, _in_list(kind), depth + 1)
            return end
        return self._paragraph(rows, at, indent, kind, depth)

    def _number(self, rows: Sequence[Row], at: int) -> int:
        """How long the number of an item is; 0 where none begins."""
        found = _NUMBER.match(rows[at].text)
        if not found:
            return 0
        after = rows[at + 1] if at + 1 < len(rows) else Row("", 0, 0)
        is_item = not after.text or after.indent >= rows[at].indent + found.end() or bool(_NUMBER.match(after.text))
        return found.end() if is_item else 0

    def _title(self, rows: Sequence[Row], at: int) -> int:
        """Takes a title or a rule; the row behind it, 0 where there is none."""
        here, *after = (row.text for row in rows[at : at + 3])
        if _RULE.match(here) and len(here) > 1:
            if len(after) > 1 and after[0] and after[1] == here and len(here) >= len(after[0]):
                self._headed(rows[at + 1], f"{here[0]}{here[0]}")
                return at + 3
            return at + 1 if len(here) >= 4 and not (after and after[0]) else 0
        is_underlined = bool(after and after[0] and _RULE.match(after[0]) and len(after[0]) >= min(4, len(here)))
        if not is_underlined or rows[at + 1].indent != rows[at].indent or after[0] in ("::", "..", "...", "--"):
            return 0
        self._headed(rows[at], after[0][0])
        return at + 2

    def _headed(self, row: Row, style: str) -> None:
        if style not in self.styles:
            self.styles.append(style)
        self._add([row], BlockKind.SUBHEAD, min(6, self.styles.index(style) + 1))

    def _unread(self, rows: Sequence[Row], at: int) -> int:
        """The row behind a table or a session at a prompt."""
        border = rows[at].text
        if border.startswith("="):  # its rows may have empty lines between them; its last line has one behind it
            for end in range(at + 2, min(len(rows), at + _MOST_ROWS)):
                if rows[end].text == border and (end + 1 == len(rows) or not rows[end + 1].text):
                    return end + 1
        return filled(rows, at)

    def _line_block(self, rows: Sequence[Row], at: int, kind: BlockKind) -> int:
        end = at
        while end < len(rows) and rows[end].text.startswith("|"):
            end += 1
        self._add([row.behind(1) for row in rows[at:end]], kind)
        return end

    def _paragraph(self, rows: Sequence[Row], at: int, indent: int, kind: BlockKind, depth: int) -> int:
        end = at + 1
        while end < len(rows) and rows[end].text and rows[end].indent == indent:
            end += 1
        is_term = end == at + 1 and end < len(rows) and bool(rows[end].text) and rows[end].indent > indent
        last = rows[end - 1]
        if last.text.endswith("::") and not is_term:
            kept = last.text[:-1] if len(last.text) > 2 and not last.text[-3].isspace() else last.text[:-2].rstrip()
            self._add([*rows[at : end - 1], Row(kept, last.start, last.indent)], kind)
            return self._literal(rows, end, indent)
        self._add(rows[at:end], _in_list(kind) if is_term else kind)
        if is_term:
            after = indented(rows, end, indent)
            self.body(rows[end:after], rows[end].indent, _in_list(kind), depth + 1)
            return after
        return end

    def _literal(self, rows: Sequence[Row], at: int, indent: int) -> int:
        """The row behind a literal block."""
        end = indented(rows, at, indent)
        if end > at:
            return end
        while at < len(rows) and not rows[at].text:
            at += 1
        mark = rows[at].text[:1] if at < len(rows) else ""
        while mark and not mark.isalnum() and at < len(rows) and rows[at].text.startswith(mark):
            at += 1
        return at

    def _explicit(self, rows: Sequence[Row], at: int, indent: int, kind: BlockKind, depth: int) -> int:
        """Takes a directive, a comment, a target, or another that two stops begin."""
        row, end = rows[at], indented(rows, at + 1, indent)
        found = _DIRECTIVE.match(row.text)
        if found and found[1] in _PROSE:
            first = row.behind(found.end())
            inner = list(rows[at + 1 : end])
            if first.text and found[1] not in _UNREAD_ARGUMENT:
                first = Row(first.text, first.start, min((each.indent for each in inner if each.text), default=first.indent))
                inner.insert(0, first)
            own = _PROSE[found[1]]
            deepest = min((each.indent for each in inner if each.text), default=0)
            self.body(inner, deepest, kind if own is BlockKind.PARAGRAPH else own, depth + 1)
        elif not found:
            last = rows[end - 1]
            order = directive(self.raw[row.start + 2 : last.span.end], Span(row.start, last.span.end))
            if order:
                self.directives.append(order)
        return end

    def _add(self, rows: Sequence[Row], kind: BlockKind, level: int = 0) -> None:
        passage = passage_of(self.raw, rows)
        if passage.text:
            self.parts.append(Part(kind, tuple(edited(passage, inline(passage.text))), level))


def _in_list(kind: BlockKind) -> BlockKind:
    return BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind
