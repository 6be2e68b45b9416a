"""The tokens of a text by what they are, so that whatever looks for some words need not walk over all the others."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from copylint.lazy import lazy
from copylint.spans import Span
from copylint.typed import Any

_PART = lazy(r"\w+")
_DIGIT = lazy(r"\d")
# Letters that `re` takes for s and i where capitals don't count, and `str.lower` doesn't.
_KIN = {0x17F: "s", 0x130: "i", 0x131: "i"}


class _Appends(dict[str, Any]):
    """For each surface, what adds a number to an array of its own."""

    def __missing__(self, surface: str) -> Any:
        append = self[surface] = array("l").append
        return append


class Words:
    """The tokens of a text: where each stands, and the places of those that are alike. Each part is made on first use."""

    def __init__(self, prose: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.prose, self.starts, self.ends = prose, starts, ends

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def index(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the tokens that are alike, in order, by how they are written."""
        noted = _Appends()
        for number, surface in enumerate(map(self.prose.__getitem__, map(slice, self.starts, self.ends))):
            noted[surface](number)
        return {surface: append.__self__ for surface, append in noted.items()}

    @cached_property
    def capitals(self) -> Sequence[str]:
        """The different tokens that aren't words in small letters, in the order in which each first stands there."""
        return [surface for surface in self.index if not surface.islower()]

    @cached_property
    def small(self) -> Sequence[str]:
        """The tokens in small letters with straight apostrophes, in order, and an empty one behind them."""
        small = {surface: surface.lower().replace("’", "'") for surface in self.index}
        surfaces = map(self.prose.__getitem__, map(slice, self.starts, self.ends))
        return [*map(small.__getitem__, surfaces), ""]

    @cached_property
    def _kinds(self) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
        """The tokens in ordinary capitals, by the word in small letters, and the others, by each of their parts."""
        ordinary: defaultdict[str, list[str]] = defaultdict(list)
        others: defaultdict[str, list[str]] = defaultdict(list)
        for surface in self.index:
            if surface.islower() and surface.isalpha() and surface.isascii():
                ordinary[surface].append(surface)
            elif parts := _parts(surface):
                for part in parts:
                    others[part].append(surface)
            else:
                ordinary[surface.lower()].append(surface)
        return ordinary, others

    @property
    def _ordinary(self) -> Mapping[str, Sequence[str]]:
        """The tokens that are words in ordinary capitals, by the word in small letters."""
        return self._kinds[0]

    @property
    def _others(self) -> Mapping[str, Sequence[str]]:
        """The tokens that are no ordinary words in ordinary capitals, by each of their parts: ISIS-linked by `linked` too."""
        return self._kinds[1]

    # Of two sets the smaller is gone through; of the keys of a dict and a frozenset that one, however large.
    @cached_property
    def _ordinary_words(self) -> frozenset[str]:
        return frozenset(self._ordinary)

    @cached_property
    def _other_words(self) -> frozenset[str]:
        return frozenset(self._others)

    def places(self, words: frozenset[str]) -> list[int]:
        """The numbers of the tokens that are one of these words, or have it between marks, in order; capitals don't count.

        The words are in small letters, and so are marks such as `%` and parts such as `isis` in ISIS-linked.
        """
        ordinary, others = self._ordinary, self._others
        surfaces = {*chain.from_iterable(map(ordinary.__getitem__, self._ordinary_words & words))}
        surfaces.update(*map(others.__getitem__, self._other_words & words))
        return sorted(chain.from_iterable(map(self.index.__getitem__, surfaces)))

    def pairs(self, words: frozenset[str], following: frozenset[str], *, or_digits: bool = False) -> list[int]:
        """The numbers of the tokens that are one of these words, right before one of those or, if asked for, before a digit."""
        first = self.places(words)
        if not first:
            return []
        second = {number - 1 for number in self.places(following)}
        if or_digits:
            second.update(number - 1 for number in self.digits)
        return [number for number in first if number in second]

    @cached_property
    def digits(self) -> Sequence[int]:
        """The numbers of the tokens that hold a digit, in order."""
        surfaces = {surface for part in self._others if _DIGIT.search(part) for surface in self._others[part]}
        return sorted(chain.from_iterable(map(self.index.__getitem__, surfaces)))

    def called(self, number: int) -> tuple[str, ...]:
        """What a token is called by in small letters, whole and in parts."""
        surface = self.surface(number)
        return _parts(surface) or (surface.lower(),)

    def surface(self, number: int) -> str:
        """A token as it is written."""
        return self.prose[self.starts[number] : self.ends[number]]

    def folded(self, number: int) -> str:
        """A token in small letters."""
        return self.prose[self.starts[number] : self.ends[number]].lower()

    def span(self, first: int, end: int) -> Span:
        """The span of the tokens from `first` up to, not including, `end`."""
        return Span(self.starts[first], self.ends[end - 1])


@lru_cache(maxsize=50_000)
def _parts(surface: str) -> tuple[str, ...]:
    """What a token is called by in small letters, whole and in parts; nothing for a word in ordinary capitals."""
    if surface.isascii() and surface.isalpha() and (surface.islower() or surface.istitle() or surface.isupper()):
        return ()
    folded = surface.translate(_KIN).lower()
    return tuple({folded, *_PART.findall(folded)})
