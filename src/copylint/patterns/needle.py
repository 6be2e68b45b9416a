"""A needle: what a text has to hold for a pattern to match it, and how far before it a match may begin."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.patterns.fold import SPACE
from copylint.patterns.rarity import frequency
from copylint.values import dataclass

STRETCH = b"  "
"""The phrase of a needle that stands wherever there is more than one white space in a row."""
AGAIN = b"  again"
"""The phrase of a needle that stands wherever some words stand twice in a row; see `copylint.patterns.again`."""


@dataclass(frozen=True, slots=True)
class Needle:
    """A phrase that a match holds, and how many characters of the folded text lie between its start and the match's.

    A phrase `in_words` is looked for in `Folded.words`, where a space at its end bounds a word, any other in `Folded.level`.
    A match begins `low` to `high` characters before the phrase; `high` is None where there is no saying.
    `gaps` is then the most characters before the phrase that belong to no word, and None where there is no saying that either.
    """

    phrase: bytes
    in_words: bool
    low: int
    high: int | None
    gaps: int | None

    @property
    def key(self) -> bytes:
        """What a text has to hold for the phrase to be in it: the rarest of its whole words, or of its marks; or nothing."""
        if not self.in_words:
            return bytes((min(self.phrase, key=lambda byte: frequency(bytes((byte,)))),))
        words = self.phrase.split(SPACE)[1:-1]
        return min((word for word in words if word), key=lambda word: (frequency(b" " + word + b" "), -len(word)), default=b"")


def cost(found: Iterable[Needle]) -> float:
    """How many of some needles are to be expected for each character of a text."""
    return sum(frequency(needle.phrase) for needle in found)
