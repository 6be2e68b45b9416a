"""Finds the needles of a pattern.

Most patterns are never tried on a text, nor even compiled, because no needle of theirs is in it; the others are tried only
where one is. A pattern is read as a row of parts, each with the folded phrases that it may be, if they are few. The needles are
the phrases of those neighbouring parts whose phrases are rarest, or of a group's branches: each match holds one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import inf

from copylint.lazy import lazy
from copylint.patterns.fold import SPACE, is_of_words, is_word
from copylint.patterns.needle import AGAIN, STRETCH, Needle, cost, is_bounded
from copylint.patterns.phrase import (
    LONGEST,
    NOTHING,
    ONE_SPACE,
    Phrases,
    class_phrases,
    folded_word,
    joined,
    phrases_of,
    word_end,
)
from copylint.patterns.rarity import frequency
from copylint.patterns.reach import Branch, Reach, has_gap, reach_of, row_reach, total
from copylint.patterns.row import as_group, as_tail, flat, is_again, is_look, looks
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
_Bounded = tuple[bytes, bool, int]
"""A phrase, whether it is of words, and how many characters earlier it begins than the one that was asked for."""
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
    if bounds and len(branches) == 1 and is_again(branches[0]):
        return (Needle(AGAIN, False, 0, 0, 0),)
    found = _alternatives(branches, bounds, bounds, MOST_NEEDLES)
    return found if found and cost(found) <= TOO_COMMON else ()


def _worth(found: Sequence[Needle]) -> float:
    """What some needles cost: what is looked up by a word costs least."""
    return cost(found) + _KEYLESS * sum(needle.in_words and not is_bounded(needle.phrase) for needle in found)


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
        first = looks(branch)
        lead = [look for look in first if is_look(look, "(?<=") and reach_of(as_group(look)).high is not None][-1:]
        tail = [look for look in looks(branch[::-1]) if is_look(look, "(?=")][:1]
        body = tuple(flat(node for node in branch if node.kind != "look"))
        self.nodes = (*map(as_group, lead), *body, *map(as_tail, tail))
        self.first, self.last = len(lead), len(lead) + len(body)
        self.parts = self._parts()
        self.found: tuple[Needle, ...] = ()
        self.worth = inf

    def _parts(self) -> tuple[_Part, ...]:
        """The row in parts: characters that stand once make one together, and a repeat without end is two."""
        parts: list[_Part] = []
        index = 0
        while index < len(self.nodes):
            node, start = self.nodes[index], index
            index = self._word_end(start)
            phrases, reach = self._phrases(start, index), row_reach(self.nodes[start:index])
            last = parts[-1] if parts else None
            if last and self._is_one_with(start) and len(last.phrases or ()) == len(phrases or ()) == 1:
                whole = joined(last.phrases or NOTHING, phrases or NOTHING)
                parts[-1] = _Part(last.start, index, whole, last.reach.then(reach))
                continue
            times = self._sure_times(node) if phrases is None else 0
            if times:
                certain = replace(node, low=times, high=times)
                parts.append(_Part(start, start, phrases_of(certain, self.most), reach_of(certain)))
                reach = reach_of(replace(node, low=node.low - times, high=total(node.high, -times)))
            parts.append(_Part(start, index, phrases, reach))
        return tuple(parts)

    def _word_end(self, start: int) -> int:
        """Where the plain characters end that begin at a node, which goes for one by itself if it is something else."""
        end = word_end(self.nodes, start)
        return min((edge for edge in (self.first, self.last) if start < edge < end), default=max(end, start + 1))

    def _phrases(self, start: int, end: int) -> Phrases | None:
        """The phrases of what `_word_end` told of."""
        return folded_word(self.nodes, start, end) if end - start > 1 else phrases_of(self.nodes[start], self.most)

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
        places = range(len(self.parts))
        for index in places:
            self._try_from(index)
        for found in chain(map(self._inside, places), map(self._stretch, places)):
            if found and _worth(found) < self.worth:
                self.found, self.worth = found, _worth(found)
        return self.found

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

    def _try_from(self, first: int) -> None:
        """Take the needles of a stretch of parts that begins with the first, if they are rarer than what was found before."""
        is_free = self._is_free_before(self.parts[first])
        phrases: Phrases = NOTHING
        is_rare = False
        for part in self.parts[first:]:
            if part.phrases is None or (is_rare and len(part.phrases) > 1):
                return
            if len(phrases) * len(part.phrases) > self.most or min(map(len, phrases)) > LONGEST:
                return
            phrases = joined(phrases, part.phrases)
            if all(phrase.strip() for phrase in phrases):
                is_rare = self._try(first, sorted(phrases), is_free, self._is_free_after(part))

    def _try(self, first: int, phrases: Sequence[bytes], left: bool, right: bool) -> bool:
        """Take the needles of some phrases if they are rarer than what was found before. Whether they are rare."""
        bounded: list[_Bounded] = []
        least, worth = max(self.worth, RARE), 0.0
        for phrase in phrases:
            bounded.append(_bounded(phrase, left, right))
            worth += frequency(bounded[-1][0])
            if worth > least:
                return False
        is_rare = worth < RARE
        worth += _KEYLESS * sum(in_words and not is_bounded(phrase) for phrase, in_words, _ in bounded)
        if worth < self.worth:
            self.found, self.worth = _needles(bounded, self._before(first)), worth
        return is_rare

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
        node = self.nodes[self.parts[index].start]
        if node.kind != "atom" or node.low < 2 or class_phrases(node.text) != ONE_SPACE:
            return ()
        before = self._before(index)
        return (Needle(STRETCH, False, before.low, before.high, before.gaps),)


def _reach_of_all(parts: Iterable[_Part]) -> Reach:
    """The reach of parts, one behind the other."""
    reach = Reach()
    for part in parts:
        reach = reach.then(part.reach)
    return reach


def _moved(needle: Needle, reach: Reach) -> Needle:
    """A needle of a group for the row that the group stands in."""
    whole = reach.then(Reach(needle.low, needle.high, needle.gaps))
    return Needle(needle.phrase, needle.in_words, whole.low, whole.high, whole.gaps)


def _bounded(phrase: bytes, left: bool, right: bool) -> _Bounded:
    """The phrase with a space where nothing of a word can stand beside it, and the rest of `_Bounded`."""
    if not is_of_words(phrase):
        return phrase, False, 0
    lead = SPACE if left and is_word(phrase[0]) else b""
    tail = SPACE if right and is_word(phrase[-1]) else b""
    return lead + phrase + tail, True, len(lead)


def _needles(bounded: Iterable[_Bounded], reach: Reach) -> tuple[Needle, ...]:
    return tuple(
        Needle(phrase, in_words, reach.low - lead, total(reach.high, -lead), reach.gaps) for phrase, in_words, lead in bounded
    )
