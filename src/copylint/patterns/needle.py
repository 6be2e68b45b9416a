"""A needle: what a text has to hold for a pattern to match it, and how far before it a match may begin."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from copylint.patterns.fold import MARK_GRAM, SPACE, WORD_GRAM
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
        """Two neighbouring whole words of the phrase, the rarest, with a space between them, or its one word; or nothing."""
        words = self.phrase.split(SPACE)[1:-1] if self.in_words else []
        keys = [one + SPACE + other for one, other in pairwise(words) if one and other]
        if not keys and self.phrase[:1] == self.phrase[-1:] == SPACE:
            keys = [word for word in words if word]
        return min(keys, key=lambda key: (frequency(SPACE + key + SPACE), key), default=b"")

    @property
    def gram(self) -> bytes:
        """The rarest short piece of the phrase: of four characters among words, or three with marks; of a shorter one, none."""
        length = WORD_GRAM if self.in_words else MARK_GRAM
        is_any = self.phrase in (STRETCH, AGAIN)
        pieces = {self.phrase[start : start + length] for start in range(len(self.phrase) - length + 1) if not is_any}
        return min(pieces, key=lambda piece: (frequency(piece), piece), default=b"")


def is_bounded(phrase: bytes) -> bool:
    """Whether a phrase holds a whole word."""
    return any(phrase.split(SPACE)[1:-1])


def cost(found: Iterable[Needle]) -> float:
    """How many of some needles are to be expected for each character of a text."""
    return sum(frequency(needle.phrase) for needle in found)
