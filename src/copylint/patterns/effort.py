"""How long a try of a pattern at one place may take: in how many ways its repeats can share out the text among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copylint.lazy import lazy
from copylint.patterns.charclass import listed
from copylint.patterns.fold import UNKNOWN, bytes_of, is_word
from copylint.patterns.tree import Node, tree
from copylint.values import dataclass

_FEW = 5
MOST_WAYS = 1_000_000
"""A pattern whose repeats all end may go as many ways at one place: some hundredths of a second."""
MOST_BESIDE = 20
"""With a repeat without end beside them they may go so many for each character."""
_COUNTLESS = 1 << 60
_CODES = lazy(r"\\(?:[wds]|p\{(?:L|Ll|Lu|Latin)\})")
_ENDS_A_WORD = frozenset({r"\b", "^", "$", r"\A", r"\Z"})


@dataclass(frozen=True, slots=True)
class _Effort:
    """How many repeats without end can get in each other's way, and in how many ways the others can go."""

    open: int = 0
    ways: int = 1

    def beside(self, other: _Effort) -> _Effort:
        return _Effort(self.open + other.open, min(self.ways * other.ways, _COUNTLESS))

    def either(self, other: _Effort) -> _Effort:
        return _Effort(max(self.open, other.open), max(self.ways, other.ways))


_NONE = _Effort()
_WITHOUT_END = _Effort(1)
_BEYOND = _Effort(_COUNTLESS)


@lru_cache(maxsize=1 << 15)
def is_quick(pattern: str) -> bool:
    """Whether a try at one place is soon over, whatever the text: it takes time in a straight line with the text at most."""
    effort = _of_branches(tree(pattern).branches, (), step=1)
    return effort.ways <= MOST_WAYS if not effort.open else effort.open == 1 and effort.ways <= MOST_BESIDE


def _of_branches(branches: Sequence[Sequence[Node]], after: Sequence[Node], *, step: int) -> _Effort:
    """The effort of the branches of a group before what is matched after it; a look back is matched from its end: -1 steps."""
    most = _NONE
    for branch in branches:
        row, effort = branch[::step], _NONE
        for place, node in enumerate(row):
            if node.branches or node.high != 1 or node.kind == "back":
                effort = effort.beside(_of_node(node, [*row[place + 1 :], *after], step))
        most = most.either(effort)
    return most


def _of_node(node: Node, after: Sequence[Node], step: int) -> _Effort:
    if not node.branches:
        if node.low == node.high or node.text == " " or _ends_at(node, after, step):
            return _NONE if node.kind != "back" else _WITHOUT_END
        return _WITHOUT_END if node.high is None else _Effort(0, node.high - node.low + 1)
    if node.kind == "look":
        return _of_branches(node.branches, (), step=-1 if node.text.startswith("(?<") else 1)
    inner = _of_branches(node.branches, after if node.is_single else (), step=step)
    if node.is_single:
        return inner
    if node.high is None or node.high > _FEW:
        return _BEYOND
    return _Effort(inner.open * node.high, min((inner.ways + 1) ** node.high, _COUNTLESS))


def _ends_at(node: Node, after: Sequence[Node], step: int) -> bool:
    """Whether what stands after a repeat can be nothing that it repeats: then there is one place only where it may end."""
    for following in after:
        if following.kind == "edge":
            if following.text in _ENDS_A_WORD and _is_of_words(node.text):
                return True
        elif following.kind == "look":
            if following.text == ("(?=" if step > 0 else "(?<=") and _ends_before(node, following, step):
                return True
        elif not _ends_before(node, following, step):
            return False
        elif following.low:
            return True
    return False


def _ends_before(node: Node, following: Node, step: int) -> bool:
    """Whether a repeat can't go on where another node begins."""
    if following.branches:
        return not following.text.startswith("(?(") and all(_ends_at(node, row[::step], step) for row in following.branches)
    chars = [following.text] if following.kind == "char" else listed(following.text)
    return bool(chars) and not any(_may_be(node, char) for char in chars or ())


def _is_of_words(text: str) -> bool:
    return _CODES.fullmatch(text) is not None and text != r"\s"


def _may_be(node: Node, char: str) -> bool:
    """Whether a character or class may stand for a character; it may, where there is no saying."""
    if node.kind == "char":
        return bytes_of(node.text) == bytes_of(char)
    is_not, codes = node.text.startswith("[^"), _CODES.findall(node.text)
    rest = _CODES.sub("", node.text).replace("[^", "[", 1)
    chars = [] if rest in ("", "[]") else listed(rest)
    if chars is None or UNKNOWN in bytes_of(char):
        return True
    if is_not:
        return not (char in chars or (char.isspace() and r"\s" in codes))
    is_of_code = any(char.isspace() if code == r"\s" else is_word(bytes_of(char)[0]) for code in codes)
    return is_of_code or bytes_of(char) in map(bytes_of, chars)
