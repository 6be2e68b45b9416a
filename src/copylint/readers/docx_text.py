"""The paragraphs of a Word document's XML: their text as it would be printed, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from copylint.document import BlockKind
from copylint.readers.docx_styles import CODE, Styles
from copylint.readers.headline import with_headline
from copylint.readers.prose import Part, Piece
from copylint.readers.tag import Token, TokenKind, attributes
from copylint.readers.tree import Scan
from copylint.spans import Span
from copylint.values import dataclass, field

LINE_BREAK: Final = "\u2028"
"""Stands in the text of a document for a line break inside a paragraph."""
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "footnoteReference", "object", "chart"})
_CHARACTERS: Mapping[str, str] = {"tab": "\t", "ptab": "\t", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "\u2011"}
_SHOWN: Mapping[str, str] = {"\t": " ", LINE_BREAK: "\n"}
_OFF = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on its way: its style, whether it is in a list or a table, and its text."""

    in_table: bool
    style: str = ""
    level: int = 0
    in_list: bool = False
    text: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Paragraphs:
    """Takes the tokens of a document and gathers its paragraphs."""

    xml: str
    styles: Styles
    scan: Scan
    open: list[_Paragraph] = field(default_factory=list)
    done: list[tuple[_Paragraph, str]] = field(default_factory=list)
    is_hidden: bool = False

    def run(self) -> Paragraphs:
        """Takes all tokens; itself."""
        for token in self.scan.tokens():
            if token.kind is TokenKind.OPEN:
                self._open(token)
            elif token.kind is TokenKind.CLOSE:
                self._close(token.value)
            elif self.open and self._is_text:
                self._text(token)
        return self

    @property
    def raw(self) -> str:
        """The text of the document, a line a paragraph."""
        return "\n".join(text for _, text in self.done)

    @property
    def is_styled(self) -> bool:
        """Whether any paragraph says what it is."""
        return any(self._kind(paragraph)[0] is not BlockKind.PARAGRAPH for paragraph, text in self.done if text)

    def parts(self) -> tuple[Part, ...]:
        """The paragraphs as parts of prose, without code."""
        return tuple(with_headline(self._parts()))

    def _parts(self) -> Iterator[Part]:
        at = 0
        for paragraph, text in self.done:
            kind, level = self._kind(paragraph)
            if kind is not CODE:
                pieces = tuple(_pieces(text, at))
                yield Part(kind, pieces, level)
            at += len(text) + 1

    def _kind(self, paragraph: _Paragraph) -> tuple[BlockKind | None, int]:
        kind, level = self.styles.kind(paragraph.style)
        if kind is BlockKind.PARAGRAPH and paragraph.in_table:
            return BlockKind.TABLE_CELL, 0
        if kind is BlockKind.PARAGRAPH and paragraph.in_list:
            return BlockKind.LIST_ITEM, 0
        if kind is BlockKind.PARAGRAPH and paragraph.level:
            return BlockKind.SUBHEAD, paragraph.level
        return kind, level

    @property
    def _is_text(self) -> bool:
        return self.scan.names[-1:] == ["t"] and not self.is_hidden and _SKIPPED.isdisjoint(self.scan.names)

    def _text(self, token: Token) -> None:
        text = token.value if token.kind is TokenKind.REFERENCE else self.xml[token.start : token.end]
        if token.kind is TokenKind.CDATA:
            text = text[9:-3]
        if token.kind is not TokenKind.COMMENT and token.kind is not TokenKind.OTHER:
            self.open[-1].text.append(" ".join(text.splitlines()) if "\n" in text or "\r" in text else text)

    def _open(self, token: Token) -> None:
        name = token.value
        if name == "p":
            self.open.append(_Paragraph("tc" in self.scan.names))
        elif self.open:
            self._inside(name, attributes(self.xml[token.start : token.end]))

    def _inside(self, name: str, found: Mapping[str, str]) -> None:
        """What an element says of the paragraph that it lies in."""
        paragraph, value = self.open[-1], found.get("w:val", "")
        if name == "pStyle":
            paragraph.style = value
        elif name == "outlineLvl" and value.isdecimal():
            paragraph.level = int(value) + 1 if int(value) < 9 else 0
        elif name == "numPr":
            paragraph.in_list = True
        elif name == "vanish":
            self.is_hidden = self.is_hidden or ("r" in self.scan.names[-3:] and value not in _OFF)
        elif name in _CHARACTERS and "r" in self.scan.names[-3:] and _SKIPPED.isdisjoint(self.scan.names):
            paragraph.text.append(_CHARACTERS[name])

    def _close(self, name: str) -> None:
        if name == "r":
            self.is_hidden = False
        elif name == "p" and self.open:
            paragraph = self.open.pop()
            self.done.append((paragraph, "".join(paragraph.text)))


def _pieces(text: str, start: int) -> Iterator[Piece]:
    """A paragraph in pieces: tabs are spaces, line breaks are line ends."""
    last = 0
    for at, character in enumerate(text):
        if character in _SHOWN:
            yield Piece(text[last:at], Span(start + last, start + at))
            yield Piece(_SHOWN[character], Span(start + at, start + at + 1))
            last = at + 1
    yield Piece(text[last:], Span(start + last, start + len(text)))
