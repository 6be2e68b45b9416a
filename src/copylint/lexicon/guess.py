"""What may have been meant by a word that is none."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.lexicon.derived import FUNCTION_WORDS
from copylint.lexicon.slips import EXCHANGES, LETTERS, LY, SPELLING, distance, one_slip, skeletons
from copylint.lexicon.words import Lexicon
from copylint.values import dataclass

_RANKS = (0.0, 0.5, 1.2, 2.0, 2.5, 0.7, 2.2, 0.7, 2.2)
"""What it costs that a word is in one of the fields: rarer ones are meant less often."""
_LONG = 6
"""From so many letters on, a word may be two slips away."""
_BEST, _GOOD, _MOST = 1.0, 1.8, 4.0
"""No letter is moved once there is one of the best guesses, and no guess further away is looked for once there is a good one; a
slip that costs more than the most is none."""
_FAR, _MOVED = 2.6, 1.3
"""The most that slips in several letters may cost, and what it costs that a letter stands two or three places off."""
_BOTH_SMALL, _ONE_SMALL = 0.9, 2.2
_HALF = 3
"""The letters that the other word has at least where a small word has run into it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A common word, or two, what the slip costs, and how rare the word is."""

    word: str
    slip: float
    rank: int

    @property
    def cost(self) -> float:
        """The likelier, the less."""
        return self.slip + _RANKS[self.rank]


def guesses(word: str, words: Lexicon, *, is_near: bool = False) -> list[Guess]:
    """The common words that a word of small ASCII letters may have been meant for, the likeliest first.

    `is_near` leaves out what is more than one slip away.
    """
    found: dict[str, Guess] = {}
    for guess in (*_near(word, words), *_spelled(word, words), *_split(word, words)):
        if guess.word not in found or guess.slip < found[guess.word].slip:
            found[guess.word] = guess
    if len(word) >= _LONG and not is_near and all(guess.cost > _BEST for guess in found.values()):
        for guess in _moved(word, words):
            found.setdefault(guess.word, guess)
    if len(word) >= _LONG and not is_near and all(guess.cost > _GOOD for guess in found.values()):
        for guess in _sounding(word, words):
            found.setdefault(guess.word, guess)
        if len(word) > _LONG:
            for guess in _of_same_letters(word, words):
                found.setdefault(guess.word, guess)
    return sorted(found.values(), key=lambda guess: (guess.cost, guess.word))


def _near(word: str, words: Lexicon) -> Iterator[Guess]:
    """What is one letter away."""
    found = {other for other in _edits(word, 3) if f" {other[3:]} " in words.part(other[:3])}
    part, opening = words.part(word[:3]), word[:3]
    if part:
        found.update(opening + rest for rest in _edits(word[3:], len(word) - 2) if f" {rest} " in part)
    for other in found:
        if other != word:
            yield Guess(other, one_slip(word, other), words.rank(other))


def _edits(word: str, end: int) -> list[str]:
    """What a word becomes by a slip of one letter before an offset, known or not."""
    halves = [(word[:at], word[at:]) for at in range(min(end, len(word) + 1))]
    made = [head + letter + tail for head, tail in halves for letter in LETTERS]
    made += [head + letter + tail[1:] for head, tail in halves if tail for letter in LETTERS]
    made += [head + tail[1:] for head, tail in halves if tail]
    made += [head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1]
    made += [f"{head}'{tail}" for head, tail in halves if 0 < len(tail) < 3]
    return made


def _spelled(word: str, words: Lexicon) -> Iterator[Guess]:
    """What sounds alike but for one spelling of a sound."""
    for one, other in EXCHANGES:
        at = word.find(one)
        while at >= 0:
            made = word[:at] + other + word[at + len(one) :]
            if words.is_common(made):
                yield Guess(made, LY if other.endswith("ly") else SPELLING, words.rank(made))
            at = word.find(one, at + 1)


def _split(word: str, words: Lexicon) -> Iterator[Guess]:
    """The word as two, one of them a small word that is often run into its neighbour."""
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        is_pair = first in _BEFORE and second in _AFTER
        if is_pair or (first in _RUN_ON and len(second) > _HALF and second not in FUNCTION_WORDS):
            rank = words.rank(second)
        elif second in _RUN_IN and len(first) > _HALF and first not in FUNCTION_WORDS:
            rank = words.rank(first)
        else:
            continue
        if 0 <= rank <= 1:
            yield Guess(f"{first} {second}", _BOTH_SMALL if is_pair else _ONE_SMALL, rank)


_BEFORE = frozenset(
    "of in to on at for and with from by that is was as but if when than be has have had will not are were".split()
)
_AFTER = frozenset("the a an his her its their this that it he she they be been not all my our your these those".split())
_RUN_IN = frozenset("of to the and that with from for".split())
_RUN_ON = frozenset("of in to on at for and with from by that the as this their each every".split())


def _moved(word: str, words: Lexicon) -> Iterator[Guess]:
    """The common words in which one letter stands two or three places off."""
    for at, letter in enumerate(word):
        rest = word[:at] + word[at + 1 :]
        for place in (at - 3, at - 2, at + 2, at + 3):
            made = rest[:place] + letter + rest[place:]
            if 0 < place <= len(rest) and at and words.is_common(made):
                yield Guess(made, _MOVED, words.rank(made))


def _sounding(word: str, words: Lexicon) -> Iterator[Guess]:
    """Common words that sound alike."""
    (key,) = skeletons(word)
    for opening in _openings(word):
        for other, rank in words.sounding(opening, key):
            slip = distance(word, other) if abs(len(other) - len(word)) <= _HALF else _MOST
            if slip < _MOST:
                yield Guess(other, slip, rank)


def _of_same_letters(word: str, words: Lexicon) -> Iterator[Guess]:
    """Quite common words that begin alike and have nearly the same letters."""
    letters = set(word)
    for other, rank in words.common(word[:3]):
        if rank <= 2 and abs(len(other) - len(word)) <= 2 and len(letters.symmetric_difference(other)) <= 2:
            slip = distance(word, other)
            if slip <= _FAR:
                yield Guess(other, slip, rank)


def _openings(word: str) -> list[str]:
    """The first three letters, and others that sound alike."""
    found = {word[:3]}
    for at in (1, 2):
        if word[at] in "aeiouy":
            found.update(word[:at] + vowel + word[at + 1 : 3] for vowel in "aeiouy")
        else:
            found.add((word[:at] + word[at] + word[at:])[:3])
    if word[1] == word[2]:
        found.add(word[:2] + word[3])
    return sorted(found)
