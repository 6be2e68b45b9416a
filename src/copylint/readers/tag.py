"""HTML and XML cut into tags, comments, references and text, each with its place; in time proportional to the text.

No entity is ever expanded, so none can blow up, and nothing outside the text is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from html import unescape

from copylint.lazy import lazy, re
from copylint.readers.markup import Finder
from copylint.values import dataclass

_OPENS = lazy(r"[<&]")
_TAG = lazy(r"<(/?)([^\W\d][\w:.-]*)(?:[^>=]+|=\s*(?:\"[^\"]*\"|'[^']*')?)*")
_NAME = lazy(r"</?[^\s/>]*")
_REFERENCE = lazy(r"&(?:#[xX][0-9a-fA-F]{1,6};?|#[0-9]{1,7};?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_ATTRIBUTE = lazy(r"([^\s=/>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))|([^\s=/>\"']+)")
_ENTITY_DECLARED = lazy(r"<!ENTITY", re.IGNORECASE)
_CDATA = "<![CDATA["
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""The elements of HTML in which tags are text."""


class TokenKind(Enum):
    """What a token is; a reference is `&amp;` and its like."""

    TEXT = 1
    REFERENCE = 2
    OPEN = 3
    CLOSE = 4
    COMMENT = 5
    CDATA = 6
    OTHER = 7


@dataclass(slots=True)
class Token:
    """A bit of HTML or XML. `value` is what a reference stands for, or the name of a tag without its prefix, in small letters.

    `is_closed` tells of a tag that opens and closes, of a comment that it ends.
    """

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    is_closed: bool = False


def attributes(tag: str) -> dict[str, str]:
    """The attributes of an opening tag, names in small letters, without entities."""
    found: dict[str, str] = {}
    name = _NAME.match(tag)
    for match in _ATTRIBUTE.finditer(tag, name.end() if name else 0):
        found.setdefault((match[1] or match[5]).lower(), unescape(match[2] or match[3] or match[4] or ""))
    return found


Fail = Callable[[str, int], None]
"""Raises for something that XML may not have, with its place; does nothing where it may be."""


@dataclass(slots=True)
class Scanner:
    """Cuts a text into tokens. `fail` makes it XML: names count as they are written, and CDATA is text. A token of
    CDATA has its marks, `<![CDATA[` and `]]>`.
    """

    text: str
    fail: Fail | None = None

    def tokens(self) -> Iterator[Token]:
        """The tokens, in order; together they are the whole text."""
        finder, at, text = Finder(self.text), 0, self.text
        while found := _OPENS.search(text, at):
            if found.start() > at:
                yield Token(TokenKind.TEXT, at, found.start())
            token = self._reference(found.start()) if found[0] == "&" else self._markup(found.start(), finder)
            yield token
            at = token.end
            if self.fail is None and token.kind is TokenKind.OPEN and token.value in _RAW and not token.is_closed:
                end = self._raw_end(token, finder)
                if end > at:
                    yield Token(TokenKind.OTHER, at, end)
                at = end
        if at < len(text):
            yield Token(TokenKind.TEXT, at, len(text))

    def _say(self, message: str, offset: int) -> None:
        if self.fail:
            self.fail(message, offset)

    def _raw_end(self, token: Token, finder: Finder) -> int:
        """Where the text of an element ends in which tags are text."""
        closer = re.compile(rf"</{token.value}(?=[\s/>])", re.IGNORECASE)
        found = None if token.value in finder.absent else closer.search(self.text, token.end)
        if found:
            return found.start()
        finder.absent.add(token.value)
        return len(self.text)

    def _reference(self, at: int) -> Token:
        found = _REFERENCE.match(self.text, at)
        if found:
            meant = unescape(found[0])
            if meant != found[0]:
                return Token(TokenKind.REFERENCE, at, found.end(), meant)
            if found[0].endswith(";"):
                self._say(f"{found[0]} stands for nothing that copylint knows", at)
        else:
            self._say("a bare & stands here, where it is written &amp;", at)
        return Token(TokenKind.TEXT, at, at + 1)

    def _markup(self, at: int, finder: Finder) -> Token:
        text = self.text
        if text.startswith("<!--", at):
            return self._enclosed(TokenKind.COMMENT, at, finder, "-->")
        if text.startswith(_CDATA, at) and self.fail:
            return self._enclosed(TokenKind.CDATA, at, finder, "]]>")
        if text.startswith("<?", at):
            return self._enclosed(TokenKind.OTHER, at, finder, "?>")
        if text.startswith("<!", at):
            return self._declaration(at, finder)
        found = _TAG.match(text, at)
        if not found:
            self._say("a < stands here that opens nothing: as text it is written &lt;", at)
            return Token(TokenKind.TEXT, at, at + 1)
        end = found.end()
        if not text.startswith(">", end):
            self._say("a tag opens here and never ends", at)
            return Token(TokenKind.OTHER, at, len(text))
        name = found[2].rpartition(":")[2]
        kind = TokenKind.CLOSE if found[1] else TokenKind.OPEN
        is_closed = text[end - 1] == "/" and kind is TokenKind.OPEN
        return Token(kind, at, end + 1, name if self.fail else name.lower(), is_closed)

    def _enclosed(self, kind: TokenKind, at: int, finder: Finder, closer: str) -> Token:
        end = finder.after(closer, at + 2)
        if end is None:
            self._say(f"something opens here that no {closer} ends", at)
            end = len(self.text)
            return Token(kind, at, end)
        return Token(kind, at, end, is_closed=True)

    def _declaration(self, at: int, finder: Finder) -> Token:
        """A DOCTYPE or another declaration. XML's may not declare entities."""
        text = self.text
        end = finder.after(">", at) or len(text)
        inner = text.find("[", at, end)
        if inner >= 0 and self.fail:
            end = finder.after("]>", inner) or len(text)
            if _ENTITY_DECLARED.search(text, inner, end):
                self.fail("it declares entities of its own, which copylint doesn't read", at)
        if not text.startswith(">", end - 1):
            self._say("a declaration opens here and never ends", at)
        return Token(TokenKind.OTHER, at, end)
