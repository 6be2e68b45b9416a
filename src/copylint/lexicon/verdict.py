"""What to say of a word by itself: that it is one, that it is misspelt, or that nobody can tell."""

from __future__ import annotations

from enum import Enum

from copylint.lexicon.guess import Guess, guesses
from copylint.lexicon.words import LONGEST_WORD, Lexicon, Support
from copylint.values import dataclass


class Grade(str, Enum):
    """How sure it is that a word is misspelt, or that two have run together."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a word, and what may be meant, the likeliest first. `slip` and `rank` are those of the first."""

    grade: Grade
    replacements: tuple[str, ...]
    slip: float
    rank: int


_SHORTEST = 4
_SURE = (0.0, 0.0, 0.0, 0.0, 0.9, 1.3, 1.75, 1.9, 2.1, 2.3)
_DOUBTFUL = (0.0, 0.0, 0.0, 0.0, 1.3, 2.0, 2.5, 3.3, 3.4, 3.6)
_WEAK = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.9, 1.3, 1.9, 1.9)
"""The most that a guess may cost, by the letters of the word: the longer, the fewer words are near."""
_FAR = 0.9
"""How much dearer than the first a further guess may be."""
_MOST = 3


def verdict(word: str, words: Lexicon) -> Verdict | None:
    """What is wrong with a word of small ASCII letters and apostrophes; None for one that is right, or that nothing is near."""
    support = words.support(word)
    if not _SHORTEST <= len(word) <= LONGEST_WORD or support is Support.FULL:
        return None
    found = guesses(word, words, is_near=support is Support.WEAK)
    if not found:
        return None
    grade = _grade(word, found, support)
    if grade is None:
        return None
    first = found[0]
    near = tuple(guess.word for guess in found[:_MOST] if guess.cost <= first.cost + _FAR)
    return Verdict(grade, near, first.slip, first.rank)


def _grade(word: str, found: list[Guess], support: Support) -> Grade | None:
    first = found[0]
    letters = min(len(word), len(_SURE) - 1)
    if support is Support.WEAK:
        return Grade.DOUBTFUL if first.cost <= _WEAK[letters] and " " not in first.word else None
    if " " in first.word:
        return Grade.JOINED
    if first.cost <= _SURE[letters]:
        return Grade.SURE
    return Grade.DOUBTFUL if first.cost <= _DOUBTFUL[letters] else None
