"""How long a try of a pattern at one place may take: in how many ways its repeats can share out the text among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from copylint.lazy import lazy
from copylint.patterns.charclass import listed
from copylint.patterns.fold import LONGEST_LINE, LONGEST_TEXT, LONGEST_WORD, UNKNOWN, bytes_of, is_word
from copylint.patterns.tree import Node, tree
from copylint.values import dataclass

_FEW = 5
MOST_WAYS = 1_000_000
"""A pattern whose repeats all end may go as many ways at one place: some hundredths of a second."""
MOST_BESIDE = 20
"""With a repeat without end beside them they may go so many for each character."""
MOST_IN_COPY = 50_000_000
"""So many ways a pattern may go at one place in such copy: more than are ever gone, since they all would have to fail late."""
_COUNTLESS = 1 << 60
_CODES = lazy(r"\\(?:[wds]|p\{(?:L|Ll|Lu|Latin)\})")
_ENDS_A_WORD = frozenset({r"\b", "^", "$", r"\A", r"\Z"})


@dataclass(frozen=True, slots=True)
class _Effort:
    """How many repeats without end can get in each other's way, and in how many ways the others can go; `in_copy` all of them.

    That is where words, lines and the text are no longer than `LONGEST_WORD`, `LONGEST_LINE` and `LONGEST_TEXT`.
    """

    open: int = 0
    ways: int = 1
    in_copy: int = 1

    def beside(self, other: _Effort) -> _Effort:
        ways, in_copy = self.ways * other.ways, self.in_copy * other.in_copy
        return _Effort(self.open + other.open, min(ways, _COUNTLESS), min(in_copy, _COUNTLESS))

    def either(self, other: _Effort) -> _Effort:
        return _Effort(max(self.open, other.open), max(self.ways, other.ways), max(self.in_copy, other.in_copy))

    def times(self, low: int, high: int) -> _Effort:
        ways, in_copy = ((each + (low < high)) ** high for each in (self.ways, self.in_copy))
        return _Effort(self.open * high, min(ways, _COUNTLESS), min(in_copy, _COUNTLESS))


_NONE = _Effort()
_BEYOND = _Effort(_COUNTLESS, 1, _COUNTLESS)


@lru_cache(maxsize=1 << 15)
def is_quick(pattern: str) -> bool:
    """Whether a try at one place is soon over, whatever the text: it takes time in a straight line with the text at most."""
    effort = _effort(pattern)
    return effort.ways <= MOST_WAYS if not effort.open else effort.open == 1 and effort.ways <= MOST_BESIDE


@lru_cache(maxsize=1 << 15)
def is_quick_in_copy(pattern: str) -> bool:
    """The same where words and lines are no longer than in copy."""
    return is_quick(pattern) or _effort(pattern).in_copy <= MOST_IN_COPY


def _effort(pattern: str) -> _Effort:
    return _of_branches(tree(pattern).branches, (), step=1)


def _of_branches(branches: Sequence[Sequence[Node]], after: Sequence[Node], *, step: int) -> _Effort:
    """The effort of the branches of a group before what is matched after it; a look back is matched from its end: -1 steps."""
    most = _NONE
    for branch in branches:
        row, effort, looks = branch[::step], _NONE, _NONE
        for place, node in enumerate(row):
            if node.kind == "look":  # what it has matched is not matched in another way
                looks = looks.either(_of_branches(node.branches, (), step=-1 if node.text.startswith("(?<") else 1))
            elif node.branches or node.high != 1 or node.kind == "back":
                effort = effort.beside(_of_node(node, [*row[place + 1 :], *after], step))
        most = most.either(effort.beside(looks))
    return most


def _of_node(node: Node, after: Sequence[Node], step: int) -> _Effort:
    if not node.branches:
        if node.kind == "back":
            return _BEYOND if node.high is None else _without_end(node).times(node.low, node.high)
        if node.low == node.high or node.text == " " or _ends_at(node, after, step):
            return _NONE
        return _without_end(node) if node.high is None else _counted(node)
    again = () if node.is_single else (Node(node.kind, node.text, node.branches, 0, 1),)
    inner = _of_branches(node.branches, [*again, *after], step=step)
    if node.is_single:
        return inner
    if inner == _NONE and _is_one_at_a_time(node.branches):
        return _Effort(1, 1, LONGEST_LINE) if node.high is None else _counted(node)
    return _BEYOND if node.high is None or node.high > _FEW else inner.times(node.low, node.high)


def _counted(node: Node) -> _Effort:
    """The effort of a repeat that has one way to go on at each time, and ends."""
    ways = (node.high or 0) - node.low + 1
    return _Effort(0, ways, ways)


def _without_end(node: Node) -> _Effort:
    if node.kind == "back" or not (_may_be(node, " ") or _may_be(node, "\n")):
        return _Effort(1, 1, LONGEST_WORD)
    return _Effort(1, 1, LONGEST_TEXT if _may_be(node, "\n") else LONGEST_LINE)


def _is_one_at_a_time(branches: Sequence[Sequence[Node]]) -> bool:
    """Whether no two branches can begin with the same character."""
    first = [next((node for node in branch if node.kind not in ("look", "edge")), None) for branch in branches]
    nodes = [node for node in first if node is not None and node.low and not node.branches]
    return len(nodes) == len(branches) and all(
        _ends_before(one, other, 1) or _ends_before(other, one, 1) for one, other in combinations(nodes, 2)
    )


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
    chars = [*rest[1:-1]] if rest in ("", "[]", "[-]") else listed(rest)
    if chars is None or UNKNOWN in bytes_of(char):
        return True
    if is_not:
        return not (char in chars or (char.isspace() and r"\s" in codes))
    is_of_code = any(char.isspace() if code == r"\s" else is_word(bytes_of(char)[0]) for code in codes)
    return is_of_code or bytes_of(char) in map(bytes_of, chars)
