"""The words of a text one after another, as the rules on grammar look at them: what stands before and after a word."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import Document
from copylint.rule import Match
from copylint.spans import Span

STOPS = frozenset(".!?:;…")
MANY = 12
"""How many words back a clause is looked at."""


class Line:
    """The tokens of a document by number; a word beyond the edge of a block, or with a mark between, is an empty string."""

    def __init__(self, document: Document) -> None:
        self.document, self.words = document, document.words
        self.prose = document.prose
        self._starts, self._ends = self.words.starts, self.words.ends
        self._small = self.words.small
        self._last = len(self._starts) - 1

    def places(self, words: frozenset[str]) -> list[int]:
        """The numbers of the tokens that are one of these words, whole: not a part of another."""
        small = self._small
        return [number for number in self.words.places(words) if small[number] in words]

    def word(self, number: int) -> str:
        """A token in small letters with straight apostrophes, or nothing outside the text."""
        return self._small[number] if 0 <= number <= self._last else ""

    def written(self, number: int) -> str:
        """A token as it is written, or nothing outside the text."""
        return self.prose[self._starts[number] : self._ends[number]] if 0 <= number <= self._last else ""

    def is_small(self, number: int) -> bool:
        """Whether a token stands in small letters."""
        return self.written(number) == self.word(number)

    def is_joined(self, number: int) -> bool:
        """Whether only a space stands between a token and the next, in one block."""
        if not 0 <= number < self._last:
            return False
        gap = self.prose[self._ends[number] : self._starts[number + 1]]
        if gap == " ":
            return True
        at = self.document.block_at
        return gap.isspace() and at(self._starts[number]) == at(self._starts[number + 1])

    def after(self, number: int, steps: int = 1) -> str:
        """The word so many steps after a token, in small letters, or nothing where the copy breaks off before it."""
        for place in range(number, number + steps):
            if not self.is_joined(place):
                return ""
        return self.word(number + steps)

    def before(self, number: int, steps: int = 1) -> str:
        """The word so many steps before a token, likewise."""
        for place in range(number - 1, number - steps - 1, -1):
            if not self.is_joined(place):
                return ""
        return self.word(number - steps)

    def opens(self, number: int) -> bool:
        """Whether a token is the first of its sentence."""
        if number == 0:
            return True
        at = self.document.block_at
        return self.word(number - 1) in STOPS or at(self._starts[number]) != at(self._starts[number - 1])

    def clause(self, number: int) -> Iterator[str]:
        """The words before a token back to a stop, nearest first, marks among them."""
        at, block = self.document.block_at, self.document.block_at(self._starts[number])
        for place in range(number - 1, max(-1, number - MANY - 1), -1):
            if self.word(place) in STOPS or at(self._starts[place]) != block:
                return
            yield self.word(place)

    def mend(self, first: int, last: int, *rights: str, kept: int | None = None) -> Match:
        """A match on the tokens from one to a later one, with each word that is right instead of those after the last kept.

        All but the last are kept if nothing else is told.
        """
        before = self.text(first, last - 1 if kept is None else kept)
        return Match(self.span(first, last), tuple(f"{before} {right}" for right in rights))

    def span(self, first: int, last: int) -> Span:
        """The span from a token to a later one."""
        return Span(self._starts[first], self._ends[last])

    def text(self, first: int, last: int) -> str:
        """The copy from a token to a later one."""
        return self.prose[self._starts[first] : self._ends[last]]
