"""Finds the needles of a pattern.

Most patterns are never tried on a text, nor even compiled, because no needle of theirs is in it; the others are tried only
where one is. A pattern is read as a row of parts, each with the folded phrases that it may be, if they are few. The needles are
the phrases of those neighbouring parts whose phrases are rarest, or of a group's branches: each match holds one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from copylint.lazy import lazy
from copylint.patterns.again import MOST_WORDS
from copylint.patterns.fold import SPACE, is_of_words, is_word
from copylint.patterns.needle import AGAIN, STRETCH, Needle, cost
from copylint.patterns.phrase import LONGEST, NOTHING, ONE_SPACE, Phrases, class_phrases, joined, phrases_of
from copylint.patterns.reach import Branch, Reach, branch_begins_with_word, has_gap, most_marks, reach_of, total
from copylint.patterns.tree import Node, tree
from copylint.values import dataclass, replace

MOST_NEEDLES = 256
TOO_COMMON = 0.03
"""Needles that are expected oftener than so a character help nothing: the pattern is tried everywhere."""
RARE = 1e-9
"""Needles that are expected no oftener than so a character aren't multiplied further."""
_LEAST = 12
"""So many phrases each branch may have, however many branches there are."""
_KEYLESS = 1e-7
"""What a phrase without a whole word costs more: it is looked up by a piece, which more texts hold."""
_HANGS_ON_THE_SEARCH = lazy(r"\\G")


@dataclass(frozen=True, slots=True)
class _Part:
    """Neighbouring nodes of a branch, the phrases that they may be, or None, and their reach."""

    start: int
    end: int
    phrases: Phrases | None
    reach: Reach


@lru_cache(maxsize=1 << 15)
def needles(pattern: str, *, bounds: bool) -> tuple[Needle, ...]:
    """The needles of a pattern, of which each match holds one; none where it has to be tried everywhere."""
    if _HANGS_ON_THE_SEARCH.search(pattern):
        return ()
    branches = tree(pattern).branches
    if bounds and len(branches) == 1 and _is_again(branches[0]):
        return (Needle(AGAIN, False, 0, 0, 0),)
    found = _alternatives(branches, bounds, bounds, MOST_NEEDLES)
    return found if found and cost(found) <= TOO_COMMON else ()


def _worth(found: Sequence[Needle]) -> float:
    """What some needles cost: what is looked up by a word costs least."""
    return cost(found) + _KEYLESS * sum(needle.in_words and not needle.is_bounded for needle in found)


def _alternatives(branches: Sequence[Branch], left: bool, right: bool, most: int) -> tuple[Needle, ...]:
    """The needles of each branch; `left` and `right` tell whether nothing of a word can stand beside them."""
    found: dict[Needle, None] = {}
    for branch in branches:
        best = _Row(branch, left, right, max(most // len(branches), _LEAST)).best()
        found.update(dict.fromkeys(best))
        if not best or len(found) > MOST_NEEDLES:
            return ()
    return tuple(found)


class _Row:
    """What stands in a row: the nodes of a branch, with what a look at its start or end asks for as if it stood there.

    Parts of it are neighbouring nodes with the phrases that they may be.
    """

    def __init__(self, branch: Branch, left: bool, right: bool, most: int) -> None:
        self.left, self.right, self.most = left, right, most
        looks = _looks(branch)
        lead = [look for look in looks if _is_look(look, "(?<=") and reach_of(_as_group(look)).high is not None][-1:]
        tail = [look for look in _looks(branch[::-1]) if _is_look(look, "(?=")][:1]
        body = tuple(_flat(node for node in branch if node.kind != "look"))
        self.nodes = (*map(_as_group, lead), *body, *map(_as_tail, tail))
        self.first, self.last = len(lead), len(lead) + len(body)
        self.parts = self._parts()

    def _parts(self) -> tuple[_Part, ...]:
        """The row in parts: characters that stand once make one together, and a repeat without end is two."""
        parts: list[_Part] = []
        for index, node in enumerate(self.nodes):
            phrases, reach = phrases_of(node, self.most), reach_of(node)
            last = parts[-1] if parts else None
            if last and self._is_one_with(index) and len(last.phrases or ()) == len(phrases or ()) == 1:
                parts[-1] = _Part(
                    last.start, index + 1, joined(last.phrases or NOTHING, phrases or NOTHING), last.reach.then(reach)
                )
                continue
            if phrases is None:
                times = self._sure_times(node)
                if times:
                    certain = replace(node, low=times, high=times)
                    parts.append(_Part(index, index, phrases_of(certain, self.most), reach_of(certain)))
                    reach = reach_of(replace(node, low=node.low - times, high=total(node.high, -times)))
            parts.append(_Part(index, index + 1, phrases, reach))
        return tuple(parts)

    def _is_one_with(self, index: int) -> bool:
        """Whether a node goes on with the part before it: at a space a new one begins, for fewer to be tried."""
        node, before = self.nodes[index], self.nodes[index - 1]
        return index not in (0, self.first, self.last) and node.text != " " and node.kind == before.kind == "char"

    def _sure_times(self, node: Node) -> int:
        """How many of the first times that a node has to stand are few enough phrases."""
        if node.is_single or node.kind not in ("char", "atom", "group"):
            return 0
        counts = range(min(node.low, LONGEST), 0, -1)
        return next((times for times in counts if phrases_of(replace(node, low=times, high=times), self.most) is not None), 0)

    def best(self) -> tuple[Needle, ...]:
        """The rarest needles."""
        choices = [choice for index in range(len(self.parts)) for choice in self._from(index)]
        choices += map(self._inside, range(len(self.parts)))
        choices += map(self._stretch, range(len(self.parts)))
        return min(filter(None, choices), key=_worth, default=())

    def _before(self, index: int) -> Reach:
        """From the start of a match to a part: less than nothing where the part is in the look back."""
        if self.parts[index].start >= self.first:
            return _reach_of_all(part for part in self.parts[:index] if part.start >= self.first)
        back = _reach_of_all(part for part in self.parts[index:] if part.start < self.first)
        return Reach(-(back.high or 0), -back.low, 0)

    def _is_free_before(self, part: _Part) -> bool:
        is_first = part.start == self.first and self.left
        return is_first or has_gap(reversed(self.nodes[: part.start]), self.left and not self.first, at_end=True)

    def _is_free_after(self, part: _Part) -> bool:
        if part.start == part.end:
            return False
        is_last = part.end == self.last and self.right
        return is_last or has_gap(self.nodes[part.end :], self.right and self.last == len(self.nodes), at_end=False)

    def _from(self, first: int) -> Iterator[tuple[Needle, ...]]:
        """The needles of each stretch of parts that begins with the first."""
        before, is_free = self._before(first), self._is_free_before(self.parts[first])
        phrases: Phrases = NOTHING
        is_rare = False
        for part in self.parts[first:]:
            if part.phrases is None or (is_rare and len(part.phrases) > 1):
                return
            if len(phrases) * len(part.phrases) > self.most or len(next(iter(phrases))) > LONGEST:
                return
            phrases = joined(phrases, part.phrases)
            if all(phrase.strip() for phrase in phrases):
                is_free_after = self._is_free_after(part)
                found = tuple(_needle(phrase, before, is_free, is_free_after) for phrase in sorted(phrases))
                yield found
                is_rare = cost(found) < RARE

    def _inside(self, index: int) -> tuple[Needle, ...]:
        """The needles of a group that has to stand and is too many-sided for phrases of its own."""
        part = self.parts[index]
        node = self.nodes[part.start]
        if part.phrases is not None or node.kind != "group" or not node.low or node.text.startswith("(?("):
            return ()
        left = node.is_single and self._is_free_before(part)
        right = node.is_single and self._is_free_after(part)
        before = self._before(index)
        return tuple(_moved(needle, before) for needle in _alternatives(node.branches, left, right, self.most))

    def _stretch(self, index: int) -> tuple[Needle, ...]:
        """The needle of white space that has to be more than one character."""
        node, before = self.nodes[self.parts[index].start], self._before(index)
        is_one = node.kind == "atom" and class_phrases(node.text) == ONE_SPACE and node.low > 1
        return (Needle(STRETCH, False, before.low, before.high, before.gaps),) if is_one else ()


def _reach_of_all(parts: Iterable[_Part]) -> Reach:
    """The reach of parts, one behind the other."""
    reach = Reach()
    for part in parts:
        reach = reach.then(part.reach)
    return reach


def _looks(branch: Branch) -> Sequence[Node]:
    """What is looked at where a branch begins."""
    end = next((index for index, node in enumerate(branch) if node.kind not in ("look", "edge")), len(branch))
    return [node for node in branch[:end] if node.kind == "look"]


def _is_look(node: Node, kind: str) -> bool:
    return node.kind == "look" and node.text == kind and node.is_single


def _as_group(look: Node) -> Node:
    return Node("group", "(?:", look.branches)


def _as_tail(look: Node) -> Node:
    """The same of a look at what follows, where the end of a line is white space: a folded text ends in some."""
    ends = Node("char", " ")
    return Node(
        "group", "(?:", [[ends if node.text == "$" and node.kind == "edge" else node for node in b] for b in look.branches]
    )


def _flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, with those of a group that stands once and has no alternatives in its place."""
    for node in nodes:
        if node.kind == "group" and node.is_single and len(node.branches) == 1 and not node.text.startswith("(?("):
            yield from _flat(inner for inner in node.branches[0] if inner.kind != "look")
        else:
            yield node


def _is_again(branch: Branch) -> bool:
    """Whether a branch is a group of words, which are in its own bounds, a space, and the same again."""
    row = [node for node in branch if node.kind not in ("look", "edge")]
    if len(row) == 2 and row[1].kind == "group" and row[1].low and len(row[1].branches) == 1:
        row = [row[0], *row[1].branches[0]]
    if len(row) != 3 or (row[1].kind, row[1].text) != ("char", " ") or row[2].kind != "back":
        return False
    group = row[0]
    is_first = group.kind == "group" and group.is_single and group.text in ("(", "(?P<again>")
    is_named = row[2].text == ("(?P=again)" if group.text == "(?P<again>" else r"\1")
    marks = most_marks(group)
    return (
        is_first and is_named and marks is not None and marks < MOST_WORDS and all(map(branch_begins_with_word, group.branches))
    )


def _moved(needle: Needle, reach: Reach) -> Needle:
    """A needle of a group for the row that the group stands in."""
    whole = reach.then(Reach(needle.low, needle.high, needle.gaps))
    return Needle(needle.phrase, needle.in_words, whole.low, whole.high, whole.gaps)


def _needle(phrase: bytes, reach: Reach, left: bool, right: bool) -> Needle:
    if not is_of_words(phrase):
        return Needle(phrase, False, reach.low, reach.high, reach.gaps)
    lead = SPACE if left and is_word(phrase[0]) else b""
    tail = SPACE if right and is_word(phrase[-1]) else b""
    return Needle(lead + phrase + tail, True, reach.low - len(lead), total(reach.high, -len(lead)), reach.gaps)
