"""A pattern as a tree, for the questions that can't be answered piece by piece."""

from __future__ import annotations

from functools import lru_cache

from copylint.lazy import lazy
from copylint.patterns.scanner import Piece, Token, counts, scanned
from copylint.values import dataclass, field

DEEPEST = 40
MOST_REPEATS = 10_000

_RANGE = r"[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]"
_CODES = r"\\(?:[wWdDsStnr]|p\{L[ul]?\}|x[0-9A-Fa-f]{2}|u[0-9A-CE-Fa-ce-f][0-9A-Fa-f]{3})"
_SIMPLE_CLASS = lazy(rf"\[\^?-?(?:{_RANGE}|[A-Za-z0-9 _,.;:!?%$€£@#()*+/=’‘“”–—…'\"]|\\[-.\[\]()/$*+?^'\"]|{_CODES})+-?\]")
_RANGES = lazy(_RANGE)
_SIMPLE_CODE = lazy(_CODES)
_SPECIAL = lazy(r"[\\.^$*+?{}\[\]|()]")
_SIMPLE_OPEN = frozenset({"(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:", "(?-i:"})
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


class PatternError(ValueError):
    """A pattern that is wrong, or refused; the message says why and where."""


@dataclass(slots=True)
class Node:
    """A character, another single thing, or a group with its branches; and how often it stands.

    `kind` is `char`, `atom`, `edge`, `back`, `look` or `group`. It is changed only while the tree is built.
    """

    kind: str
    text: str
    branches: list[list[Node]] = field(default_factory=list)
    low: int = 1
    high: int | None = 1

    @property
    def is_single(self) -> bool:
        """Whether it stands exactly once."""
        return self.low == 1 and self.high == 1


@dataclass(slots=True)
class Tree:
    """The branches of a pattern, the groups it numbers, and whether `regex` is certain to take it."""

    branches: list[list[Node]]
    groups: int
    is_certain: bool

    @property
    def literal(self) -> str | None:
        """The text that the pattern is, if it is nothing but characters, and right."""
        is_plain = len(self.branches) == 1 and all(node.kind == "char" and node.is_single for node in self.branches[0])
        if not (self.is_certain and is_plain):
            return None
        return "".join(node.text for node in self.branches[0])


_KINDS = {
    Piece.CLASS: "atom",
    Piece.ESCAPE: "atom",
    Piece.DOT: "atom",
    Piece.EDGE: "edge",
    Piece.BACK: "back",
    Piece.CALL: "back",
}


@lru_cache(maxsize=1 << 12)
def _char(text: str) -> Node:
    """The node of a character that stands once, the same for all patterns: it isn't changed."""
    return Node("char", text)


@lru_cache(maxsize=1 << 15)
def tree(pattern: str) -> Tree:
    """The tree of a pattern. Raises PatternError for one whose groups don't close, or lie too deep."""
    if not _SPECIAL.search(pattern):
        return Tree([[*map(_char, pattern)]], 0, True)
    builder = _Builder()
    for token in scanned(pattern):
        builder.take(token)
    return builder.tree(len(pattern))


class _Builder:
    """A tree that grows piece by piece."""

    def __init__(self) -> None:
        self.root: list[list[Node]] = [[]]
        self.stack = [self.root]
        self.groups, self.is_certain = 0, True

    def take(self, token: Token) -> None:
        """Add a piece at the end."""
        last = self.stack[-1][-1]
        if token.kind is Piece.WORD:
            last += map(_char, token.text)
        elif token.kind is Piece.CHAR:
            self.is_certain = self.is_certain and token.text not in "[](){}\\"
            last.append(_char(token.text[-1]))
        elif token.kind is Piece.REPEAT:
            self._repeat(last, token)
        elif token.kind is Piece.OPEN:
            self._open(last, token)
        elif token.kind is Piece.CLOSE:
            if len(self.stack) == 1:
                raise PatternError(f"a bracket closes at position {token.start} that wasn't opened")
            self.stack.pop()
        elif token.kind is Piece.BAR:
            self.stack[-1].append([])
        elif token.kind in (Piece.FLAGS, Piece.FUZZY):
            self.is_certain = False
        elif token.kind in _KINDS:
            self.is_certain = self.is_certain and _is_simple(token)
            last.append(Node(_KINDS[token.kind], token.text))

    def _repeat(self, last: list[Node], token: Token) -> None:
        self.is_certain = self.is_certain and _is_repeatable(last, token)
        if last:
            last[-1] = _repeated(last[-1], token)

    def _open(self, last: list[Node], token: Token) -> None:
        is_named = token.text.startswith(("(?P<", "(?<")) and token.text not in _LOOKS
        self.groups += is_named or token.text == "("
        self.is_certain = self.is_certain and token.text in _SIMPLE_OPEN
        node = Node("look" if token.text in _LOOKS else "group", token.text, [[]])
        last.append(node)
        self.stack.append(node.branches)
        if len(self.stack) > DEEPEST:
            raise PatternError(f"groups lie more than {DEEPEST} deep at position {token.start}")

    def tree(self, length: int) -> Tree:
        """What has grown."""
        if len(self.stack) > 1:
            raise PatternError(f"a bracket isn't closed at position {length}")
        return Tree(self.root, self.groups, self.is_certain)


def _repeated(node: Node, token: Token) -> Node:
    low, high = counts(token.text)
    if not node.is_single:
        return Node("group", "(?:", [[node]], low, high)
    return Node(node.kind, node.text, node.branches, low, high)


def _is_repeatable(last: list[Node], token: Token) -> bool:
    low, high = counts(token.text)
    return bool(last) and last[-1].kind in ("char", "atom", "group") and last[-1].is_single and (high is None or low <= high)


def _is_simple(token: Token) -> bool:
    if token.kind is Piece.CLASS:
        return _is_simple_class(token.text)
    return token.kind in (Piece.DOT, Piece.EDGE) or _SIMPLE_CODE.fullmatch(token.text) is not None


@lru_cache(maxsize=1 << 12)
def _is_simple_class(text: str) -> bool:
    if not _SIMPLE_CLASS.fullmatch(text):
        return False
    return all(span[0] <= span[-1] for span in _RANGES.findall(text))


def width(branches: list[list[Node]]) -> int:
    """The least number of code points that a match covers; 0 for whatever can't be told."""
    return min(sum(_width(node) for node in branch) for branch in branches)


def _width(node: Node) -> int:
    if node.kind in ("look", "edge", "back") or not node.low:
        return 0
    if node.kind == "group":
        # A conditional group may have no branch for the other case.
        return 0 if node.text.startswith("(?(") else width(node.branches) * node.low
    return node.low


def repeats(branches: list[list[Node]]) -> int:
    """The greatest product of the counted repeats that lie inside one another."""
    return max((_repeats(node) for branch in branches for node in branch), default=1)


def _repeats(node: Node) -> int:
    times = node.low if node.high is None else node.high
    return max(1, times) * (repeats(node.branches) if node.branches else 1)
