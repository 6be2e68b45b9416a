"""A needle: what a text has to hold for a pattern to match it, and how far before it a match may begin."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from copylint.patterns.fold import MARK_GRAMS, SPACE, WORD_GRAMS, words_of
from copylint.patterns.rarity import frequency
from copylint.values import dataclass

STRETCH = b"  "
"""The phrase of a needle that stands wherever there is more than one white space in a row."""
AGAIN = b"  again"
"""The phrase of a needle that stands wherever some words stand twice in a row; see `copylint.patterns.again`."""
_COMMON = 1e-5
"""Words that are commoner than so a character are worth no more than a piece of the phrase, if it is rarer."""
_LESS_WORTH = 2.0
"""How much more a piece has to tell: many have the same, and a word may be the topic of a story."""


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
        """Two neighbouring whole words of the phrase, the rarest, with a space between them, or its one whole word.

        Nothing where there is none, or a piece of the phrase is rarer than a common one.
        """
        words = list(filter(None, words_of(self.phrase).split(SPACE)[1:-1]))
        keys = [one + SPACE + other for one, other in pairwise(words)] or words
        best = min(keys, key=lambda key: (_commonness(key), key), default=b"")
        if best and _commonness(best) > _COMMON and self.phrase.strip() != best:
            return b"" if _LESS_WORTH * frequency(self.gram) < _commonness(best) else best
        return best

    @property
    def gram(self) -> bytes:
        """The rarest short piece of the phrase."""
        return self.gram_beside(b"")

    def gram_beside(self, words: bytes) -> bytes:
        """The rarest short piece of the phrase that isn't in some words, of the greatest length that it has; or nothing.

        It is one of `Folded.grams` wherever the phrase stands.
        """
        if self.phrase in (STRETCH, AGAIN):
            return b""
        lengths = WORD_GRAMS if self.in_words and len(self.phrase) >= min(WORD_GRAMS) else MARK_GRAMS
        phrase = self.phrase.strip() if self.in_words and lengths is MARK_GRAMS else self.phrase
        length = next(length for length in lengths if length <= len(phrase))
        pieces = {phrase[start : start + length] for start in range(len(phrase) - length + 1)}
        known = SPACE + words + SPACE
        return min((piece for piece in pieces if piece not in known), key=lambda piece: (frequency(piece), piece), default=b"")


def _commonness(words: bytes) -> float:
    return frequency(SPACE + words + SPACE)


def is_bounded(phrase: bytes) -> bool:
    """Whether a phrase holds a whole word."""
    return any(phrase.split(SPACE)[1:-1])


def cost(found: Iterable[Needle]) -> float:
    """How many of some needles are to be expected for each character of a text."""
    return sum(frequency(needle.phrase) for needle in found)
