"""JSON with places: objects, lists, and strings that know where each of their characters stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final

from copylint.errors import ReadError
from copylint.lazy import lazy
from copylint.readers.limits import DEPTH
from copylint.readers.passage import Passage
from copylint.readers.prose import Piece
from copylint.spans import LineIndex, Span
from copylint.values import dataclass, field

_TOKEN = lazy(
    r"[ \t\r\n]*(?:([{}\[\]:,])"
    r'|"([^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*)"'
    r"|(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.]))"
)
_BLANK = lazy(r"[ \t\r\n]*")
_HIGH, _LOW = "[dD][89abAB][0-9a-fA-F]{2}", "[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = lazy(rf'\\u{_HIGH}\\u{_LOW}|\\u[0-9a-fA-F]{{4}}|\\["\\/bfnrt]')
_SHORT: Mapping[str, str] = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(slots=True)
class Text:
    """A string; `span` is what stands between its quotation marks."""

    raw: str
    span: Span

    @property
    def passage(self) -> Passage:
        """What it says, and where."""
        return Passage.made(self._pieces())

    @property
    def value(self) -> str:
        """What it says."""
        return "".join(piece.text for piece in self._pieces())

    def _pieces(self) -> Iterator[Piece]:
        at = self.span.start
        for escape in _ESCAPE.finditer(self.raw, at, self.span.end):
            yield Piece(self.raw[at : escape.start()], Span(at, escape.start()))
            yield Piece(_meant(escape[0]), Span(escape.start(), escape.end()))
            at = escape.end()
        yield Piece(self.raw[at : self.span.end], Span(at, self.span.end))


def _meant(escape: str) -> str:
    if len(escape) == 2:
        return _SHORT.get(escape[1], escape[1])
    if len(escape) == 6:
        code = int(escape[2:], 16)
        return "\ufffd" if code in _SURROGATES else chr(code)
    return chr(0x10000 + ((int(escape[2:6], 16) - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00)


@dataclass(slots=True)
class Object:
    """An object: its members in order."""

    members: list[tuple[str, object]] = field(default_factory=list)

    def one(self, *names: str) -> object:
        """The first member of one of these names; None where there is none."""
        return next((value for name, value in self.members if name in names), None)

    def text(self, *names: str) -> str:
        """What the first member of one of these names says, if it is a string."""
        value = self.one(*names)
        return value.value if isinstance(value, Text) else ""

    def objects(self, *names: str) -> list[Object]:
        """The objects in the member of one of these names: those of a list, or of an object's members."""
        value = self.one(*names)
        held = [each for _, each in value.members] if isinstance(value, Object) else value
        return [each for each in held if isinstance(each, Object)] if isinstance(held, list) else []


class _Due(Enum):
    """What may come next."""

    VALUE = "a value"
    VALUE_OR_END = "a value or ]"
    KEY = "a name in quotation marks"
    KEY_OR_END = "a name in quotation marks or }"
    COLON = ":"
    AFTER = ", or the end of what is open"


def parsed(path: str, raw: str) -> object:
    """What a text of JSON holds. Raises ReadError for what is no JSON, or lies too deep."""
    return _Parser(path, raw).run()


@dataclass(slots=True)
class _Parser:
    """Takes a text token by token."""

    path: str
    raw: str
    due: _Due = _Due.VALUE
    key: str = ""
    open: list[Object | list[object]] = field(default_factory=lambda: [[]])
    at: int = 0

    def run(self) -> object:
        while not (self.due is _Due.AFTER and len(self.open) == 1):
            found = _TOKEN.match(self.raw, self.at)
            if not found:
                self._fail()
                break
            self.at = found.end()
            start = found.end() - len(found[0].lstrip(" \t\r\n"))
            if found[1]:
                self._mark(found[1], start)
            elif found[2] is not None and self.due in (_Due.KEY, _Due.KEY_OR_END):
                self.key, self.due = Text(self.raw, Span(*found.span(2))).value, _Due.COLON
            else:
                self._put(Text(self.raw, Span(*found.span(2))) if found[2] is not None else found[3], start)
                self.due = _Due.AFTER
        self._end()
        root = self.open[0]
        return root[0] if isinstance(root, list) else root

    def _mark(self, mark: str, start: int) -> None:
        if mark in "{[":
            new: Object | list[object] = Object() if mark == "{" else []
            self._put(new, start)
            if len(self.open) > DEPTH:
                self._fail(start, f"more than {DEPTH} parts lie inside one another")
            self.open.append(new)
            self.due = _Due.KEY_OR_END if mark == "{" else _Due.VALUE_OR_END
        elif mark in "}]":
            self._close(mark, start)
        elif mark == ":" and self.due is _Due.COLON:
            self.due = _Due.VALUE
        elif mark == "," and self.due is _Due.AFTER:
            self.due = _Due.KEY if isinstance(self.open[-1], Object) else _Due.VALUE
        else:
            self._fail(start)

    def _close(self, mark: str, start: int) -> None:
        is_object = isinstance(self.open[-1], Object)
        dues = (_Due.AFTER, _Due.KEY_OR_END if is_object else _Due.VALUE_OR_END)
        if self.due not in dues or is_object != (mark == "}"):
            self._fail(start)
        self.open.pop()
        self.due = _Due.AFTER

    def _put(self, value: object, start: int) -> None:
        if self.due not in (_Due.VALUE, _Due.VALUE_OR_END):
            self._fail(start)
        holder = self.open[-1]
        if isinstance(holder, Object):
            holder.members.append((self.key, value))
        else:
            holder.append(value)

    def _end(self) -> None:
        blank = _BLANK.match(self.raw, self.at)
        self.at = blank.end() if blank else self.at
        if self.at < len(self.raw):
            self._fail(self.at, "the end of the file is due here")

    def _fail(self, start: int = -1, message: str = "") -> None:
        if start < 0:
            blank = _BLANK.match(self.raw, self.at)
            start = blank.end() if blank else self.at
        place = LineIndex.of(self.raw).position(start)
        said = message or f"{self.due.value} is due here"
        raise ReadError(f"it is damaged at {place.line}:{place.column}: {said}", path=self.path)
