"""The tokens of a text by what they are, so that whatever looks for some words need not walk over all the others."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from copylint.spans import Span

_PART = re.compile(r"\w+")
# Letters that `re` takes for s and i where capitals don't count, and `str.lower` doesn't.
_KIN = {0x17F: "s", 0x130: "i", 0x131: "i"}


class Words:
    """The tokens of a text: where each stands, and the places of those that are alike. Each part is made on first use."""

    def __init__(self, prose: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.prose, self.starts, self.ends = prose, starts, ends

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def index(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the tokens that are alike, in order, by how they are written."""
        prose = self.prose
        numbers: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        for number, (start, end) in enumerate(zip(self.starts, self.ends)):
            numbers[prose[start:end]].append(number)
        return numbers

    @cached_property
    def _surfaces(self) -> Mapping[str, Sequence[str]]:
        """How each word is written in this text, by its small letters; ISIS-linked is a surface of isis and of linked too."""
        surfaces: defaultdict[str, list[str]] = defaultdict(list)
        for surface in self.index:
            folded = surface.lower() if surface.isascii() else surface.translate(_KIN).lower()
            surfaces[folded].append(surface)
            if not folded.isalnum():
                for part in {*_PART.findall(folded)} - {folded}:
                    surfaces[part].append(surface)
        return surfaces

    def places(self, words: Iterable[str]) -> list[int]:
        """The numbers of the tokens that are one of these words, or have it between marks, in order; capitals don't count.

        The words are in small letters, and so are marks such as `%` and parts such as `isis` in ISIS-linked.
        """
        known = self._surfaces
        surfaces = {surface for word in words if word in known for surface in known[word]}
        return sorted(chain.from_iterable(map(self.index.__getitem__, surfaces)))

    def surface(self, number: int) -> str:
        """A token as it is written."""
        return self.prose[self.starts[number] : self.ends[number]]

    def folded(self, number: int) -> str:
        """A token in small letters."""
        return self.prose[self.starts[number] : self.ends[number]].lower()

    def span(self, first: int, end: int) -> Span:
        """The span of the tokens from `first` up to, not including, `end`."""
        return Span(self.starts[first], self.ends[end - 1])
