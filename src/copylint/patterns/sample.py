"""Texts made from a pattern: what it may match, and what has to stand round it.

They are guesses, and whoever asks for them tries them: what a pattern refuses, or asks for in its midst, is not worked out.
The same pattern gives the same samples.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import lru_cache

from copylint.lazy import lazy
from copylint.patterns.dialect import compiled
from copylint.patterns.tree import Node, tree
from copylint.values import dataclass, field

_CHARS = "eatosrnb1250EATSM -.,:;!?'\"’‘“”()$%£€–—/&é\t\n_cdfghijklmpquvwxyz346789BCDFGHIJKLNOPQRUVWXYZ*#+=<>[]{}@|~"
_CODE_POINT = lazy(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_WORDS = (
    *("boat", "reported", "he", "Smith", "city", "a", "12", "the", "walking", "people", "of", "slow", "Ann", "it", "driver"),
    *("5", "2019", "was", "large", "house", "s", "and", "quickly", "they", "Monday", "work", "station", "Paris", "10", "in"),
)
_MOST_TIMES = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """A text that a pattern may match, and what its look-around asks for before and after it."""

    before: str
    text: str
    after: str


def samples(pattern: str, most: int) -> Iterator[Sample]:
    """So many samples at the most, no two alike: the shortest first, then one with all that may stand there, then others."""
    branches, numbers = tree(pattern).branches, _numbered(tree(pattern).branches)
    seen = set()
    for turn in range(most):
        made = _made(branches, numbers, _Choice(turn, random.Random(f"{turn} {pattern}")))
        if made.text and made not in seen:
            seen.add(made)
            yield made


@dataclass(slots=True)
class _Choice:
    """What is taken where a pattern leaves a choice: the first or least, the last or most, or anything."""

    turn: int
    chance: random.Random

    def of(self, count: int) -> int:
        """One of so many, counted from 0."""
        return 0 if self.turn == 0 else count - 1 if self.turn == 1 else self.chance.randrange(count)

    def times(self, node: Node) -> int:
        """How often a piece stands."""
        most = node.low + _MOST_TIMES if node.high is None else min(node.high, node.low + _MOST_TIMES)
        return node.low + min(1, most - node.low) if self.turn == 1 else node.low + self.of(most - node.low + 1)


@dataclass(slots=True)
class _Text:
    """A sample that grows, and the texts of the groups in it."""

    before: str = ""
    text: str = ""
    after: str = ""
    groups: dict[str, str] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Write on; what was asked for after an earlier place stands here now, or never."""
        if text:
            self.text += text
            self.after = ""


def _made(branches: list[list[Node]], numbers: Mapping[int, str], choice: _Choice) -> Sample:
    grown = _Text()
    _grow(grown, branches, numbers, choice)
    return Sample(grown.before, grown.text, grown.after)


def _grow(grown: _Text, branches: list[list[Node]], numbers: Mapping[int, str], choice: _Choice) -> None:
    for node in branches[choice.of(len(branches))]:
        if node.kind == "look":
            _look(grown, node, numbers, choice)
        elif node.kind == "atom":
            grown.add(_atom(node, choice))
        elif node.kind != "edge":
            for _ in range(choice.times(node)):
                _add(grown, node, numbers, choice)


def _add(grown: _Text, node: Node, numbers: Mapping[int, str], choice: _Choice) -> None:
    if node.kind == "char":
        grown.add(node.text)
    elif node.kind == "back":
        grown.add(grown.groups.get(node.text.strip("\\g<>(?P=)"), ""))
    else:
        start = len(grown.text)
        _grow(grown, node.branches, numbers, choice)
        for name in numbers.get(id(node), "").split():
            grown.groups[name] = grown.text[start:]


def _look(grown: _Text, node: Node, numbers: Mapping[int, str], choice: _Choice) -> None:
    """Take down what a look-around asks for at an end of the sample; what it refuses is left to whoever tries the sample."""
    if node.text not in ("(?=", "(?<="):
        return
    asked = _made(node.branches, numbers, choice)
    if node.text == "(?=":
        grown.after = max(grown.after, asked.text + asked.after, key=len)
        return
    text = asked.before + asked.text
    if grown.text:  # it looks back over the sample: what it asks for begins before that, by a word or by more
        words = text.split(" ")
        words = words[: -len(grown.text.split(" "))] if choice.turn % 2 else words[:1]
        text = "".join(f"{word} " for word in words)
    grown.before = max(grown.before, text, key=len)


def _numbered(branches: list[list[Node]]) -> Mapping[int, str]:
    """The number and the name, if it has one, of each group that has a number, by the identity of its node."""
    groups = [node for node in _nodes(branches) if node.kind == "group" and (node.text == "(" or node.text.endswith(">"))]
    named = [node for node in groups if node.text.startswith(("(", "(?P<", "(?<")) and node.text != "(?>"]
    return {id(node): f"{number} {node.text.strip('(?P<>')}" for number, node in enumerate(named, 1)}


def _nodes(branches: list[list[Node]]) -> Iterator[Node]:
    for branch in branches:
        for node in branch:
            yield node
            yield from _nodes(node.branches)


def _atom(node: Node, choice: _Choice) -> str:
    """A text of characters of one class: a word where one fits, so that the sample looks like copy."""
    if node.is_single:
        fitting = _characters(node.text)
        return fitting[choice.of(min(len(fitting), 6))] if fitting else ""
    words = _words(node.text, node.low, node.high)
    if words and (node.low or choice.times(node)):
        return words[0 if choice.turn < 2 else choice.of(len(words))]
    fitting = _characters(node.text)
    return fitting[choice.of(min(len(fitting), 6))] * choice.times(node) if fitting else ""


@lru_cache(maxsize=1 << 10)
def _characters(atom: str) -> str:
    """Those of the usual characters that an atom stands for."""
    one = compiled(atom, case_sensitive=True, bounds=False)
    own = (chr(int("".join(code), 16)) for code in _CODE_POINT.findall(atom))
    return "".join(char for char in dict.fromkeys((*_CHARS, *own, *atom)) if one.fullmatch(char))


@lru_cache(maxsize=1 << 10)
def _words(atom: str, low: int, high: int | None) -> tuple[str, ...]:
    """The words that so many of an atom stand for."""
    one = compiled(atom, case_sensitive=True, bounds=False)
    fitting = (word for word in _WORDS if len(word) >= low and (high is None or len(word) <= high))
    return tuple(word for word in fitting if all(one.fullmatch(char) for char in word))
