"""XML as elements with their places: for formats that keep a story in records and not in running text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from copylint.errors import ReadError
from copylint.readers.limits import DEPTH
from copylint.readers.passage import Passage
from copylint.readers.prose import Piece
from copylint.readers.tag import Scanner, Token, TokenKind, attributes
from copylint.spans import LineIndex, Span
from copylint.values import dataclass, field

CDATA_OPENS, CDATA_CLOSES = len("<![CDATA["), len("]]>")


@dataclass(slots=True)
class Node:
    """An element: its name without prefix, its attributes, the span between its tags, its own text in pieces, what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inner: Span = field(default_factory=lambda: Span(0, 0))
    pieces: list[Piece] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    start: int = 0

    @property
    def passage(self) -> Passage:
        """Its own text."""
        return Passage.made(self.pieces)

    @property
    def text(self) -> str:
        """Its own text, without white space round it."""
        return "".join(piece.text for piece in self.pieces).strip()

    def all(self, *names: str) -> Iterator[Node]:
        """The elements of these names directly in it, in order."""
        return (child for child in self.children if child.name in names)

    def one(self, name: str) -> Node:
        """The first element of a name directly in it; an empty one where there is none."""
        return next(self.all(name), _NONE)

    def below(self, *names: str) -> Iterator[Node]:
        """The elements of these names in it, however deep, in order; what lies in them isn't looked through."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.below(*names)


_NONE = Node("")


def failing(path: str, raw: str, what: str = "it") -> Callable[[str, int], None]:
    """What raises ReadError for something that XML may not have."""

    def fail(message: str, offset: int) -> None:
        position = LineIndex.of(raw).position(min(offset, len(raw)))
        raise ReadError(f"{what} is damaged at {position.line}:{position.column}: {message}", path=path)

    return fail


@dataclass(slots=True)
class Scan:
    """Cuts a text of XML into tokens and holds it to its rules. `names` are those of the elements that a token lies in."""

    raw: str
    fail: Callable[[str, int], None]
    names: list[str] = field(default_factory=list)

    def tokens(self) -> Iterator[Token]:
        """The tokens, in order; an element that opens and closes at once gives two. Raises ReadError for what is no XML."""
        is_begun = False
        for token in Scanner(self.raw, self.fail).tokens():
            if token.kind is TokenKind.OPEN:
                if is_begun and not self.names:
                    self.fail("a second element stands beside the outermost one", token.start)
                is_begun = True
                yield token
                self._enter(token)
                if token.is_closed:
                    self.names.pop()
                    yield Token(TokenKind.CLOSE, token.end, token.end, token.value)
            else:
                if token.kind is TokenKind.CLOSE:
                    self._leave(token)
                yield token
        if self.names or not is_begun:
            self.fail(f"<{self.names[-1]}> is never closed" if self.names else "there is no element in it", len(self.raw))

    def _enter(self, token: Token) -> None:
        if len(self.names) >= DEPTH:
            self.fail(f"more than {DEPTH} elements lie inside one another", token.start)
        self.names.append(token.value)

    def _leave(self, token: Token) -> None:
        if not self.names or self.names[-1] != token.value:
            due = f"where </{self.names[-1]}> is to" if self.names else "and closes nothing"
            self.fail(f"</{token.value}> stands {due}", token.start)
        self.names.pop()


def nodes(path: str, raw: str, names: Collection[str]) -> Iterator[Node]:
    """The elements of these names in a file of XML, one by one, each with all that is in it; of one in another, the outer.

    Raises ReadError for what is no XML, or lies too deep.
    """
    gathered: list[Node] = []
    for token in Scan(raw, failing(path, raw)).tokens():
        if token.kind is TokenKind.OPEN:
            if gathered or token.value in names:
                found = attributes(raw[token.start : token.end])
                gathered.append(Node(token.value, found, Span(token.end, token.end), start=token.start))
        elif gathered and token.kind is TokenKind.CLOSE:
            node = gathered.pop()
            node.inner = Span(node.inner.start, max(node.inner.start, token.start))
            if gathered:
                gathered[-1].children.append(node)
            else:
                yield node
        elif gathered:
            gathered[-1].pieces += _own_text(raw, token)


def _own_text(raw: str, token: Token) -> Iterator[Piece]:
    if token.kind is TokenKind.REFERENCE:
        yield Piece(token.value, Span(token.start, token.end))
    elif token.kind in (TokenKind.TEXT, TokenKind.CDATA):
        inside = CDATA_OPENS if token.kind is TokenKind.CDATA else 0
        span = Span(token.start + inside, token.end - (CDATA_CLOSES if inside else 0))
        yield Piece(span.of(raw), span)
