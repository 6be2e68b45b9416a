"""What a slip costs that makes one word of another: the likelier the slip, the less."""

from __future__ import annotations

from itertools import combinations, pairwise

from copylint.lazy import lazy

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR_KEYS = frozenset(
    frozenset(pair)
    for pair in (
        *(row[at : at + 2] for row in _ROWS for at in range(len(row) - 1)),
        *(upper[at : at + 1] + lower[at : at + 1] for upper, lower in pairwise(_ROWS) for at in range(len(lower))),
        *(upper[at + 1 : at + 2] + lower[at : at + 1] for upper, lower in pairwise(_ROWS) for at in range(len(lower))),
    )
    if len(pair) == 2
)
_ALIKE = frozenset(
    frozenset(pair)
    for sounds in ("csz", "ckq", "gj", "dt", "fv", "mn", "bp", "xs", "xc", "wv")
    for pair in combinations(sounds, 2)
)
"""Consonants that sound alike."""

IE = 0.5
DOUBLED, MISSING, MISSING_VOWEL, SWAPPED, EXTRA, EXTRA_VOWEL = 0.5, 1.2, 0.9, 0.8, 1.4, 1.1
VOWEL, Y_FOR_ANOTHER, SOUND, KEY, OTHER = 0.7, 1.3, 1.0, 1.5, 2.3
FIRST, LAST = 1.5, 0.6
"""What is added where the first letter is another, and where the last is one too many."""


def transposed(pair: str, at: int) -> float:
    """The cost of two letters that changed places, the first of them at an offset."""
    return IE if pair in ("ie", "ei") else SWAPPED + (SWAPPED if at == 0 else 0)


def surplus(word: str, at: int) -> float:
    """The cost of a letter of the word that is one too many."""
    letter = word[at]
    if (at and word[at - 1] == letter) or word[at + 1 : at + 2] == letter:
        return DOUBLED + (FIRST if at == 0 else 0)
    cost = EXTRA_VOWEL if letter in _VOWELS else EXTRA
    if at == len(word) - 1 and letter != "e":
        cost += LAST
    return cost + (FIRST if at == 0 else 0)


def lacking(word: str, at: int, letter: str) -> float:
    """The cost of a letter that isn't in the word before an offset."""
    if (at and word[at - 1] == letter) or word[at : at + 1] == letter:
        return DOUBLED + (FIRST if at == 0 else 0)
    if letter == "'":
        return 0.6
    return (MISSING_VOWEL if letter in _VOWELS or letter == "h" else MISSING) + (FIRST if at == 0 else 0)


def exchanged(one: str, other: str, at: int) -> float:
    """The cost of one letter that stands for another."""
    pair = frozenset((one, other))
    first = FIRST if at == 0 else 0
    if pair <= _VOWELS:
        return (Y_FOR_ANOTHER if "y" in pair and "i" not in pair else VOWEL) + first
    if pair in _ALIKE:
        return SOUND + first
    return (KEY if pair in _NEAR_KEYS else OTHER) + first


_SPELLINGS = (
    *(("ph", "f"), ("gh", "g"), ("sc", "s"), ("sch", "sk"), ("ck", "k"), ("qu", "k"), ("tch", "ch"), ("dge", "ge")),
    *(("tion", "sion"), ("tion", "cion"), ("cian", "tion"), ("ssion", "tion"), ("ctious", "xious"), ("cious", "tious")),
    *(
        ("cial", "tial"),
        ("eous", "ious"),
        ("ious", "ius"),
        ("or", "our"),
        ("ally", "ly"),
        ("lly", "ly"),
        ("ely", "ly"),
        ("ys", "ies"),
        ("ful", "full"),
    ),
    *(("x", "ks"), ("x", "cks"), ("ex", "exc"), ("aw", "au"), ("ough", "uff"), ("igh", "y"), ("ei", "a"), ("ai", "ei")),
)
EXCHANGES = (*_SPELLINGS, *(pair[::-1] for pair in _SPELLINGS))
"""Spellings of one sound, each with another."""
SPELLING = 0.9
LY = 0.5
"""The cost of a slip in the ending -ly."""


def skeletons(words: str) -> list[str]:
    """What is left of each word when vowels go, doubles are one, and sounds have one spelling: the same for what sounds alike.

    The words are parted by spaces, all at once: that takes a tenth of the time.
    """
    words = _DOUBLE.sub(r"\1", words)
    for one, other in _SAME_SOUND:
        words = words.replace(one, other)
    return _DOUBLE.sub(r"\1", words.translate(_SOUNDS)).split(" ")


_DOUBLE = lazy(r"([a-z])\1+")
_SAME_SOUND = (
    *(("ph", "f"), ("sch", "sk"), ("sce", "se"), ("sci", "si"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("ck", "k")),
    *(("tch", "ch"), ("gh", ""), ("dg", "g")),
)
_SOUNDS = str.maketrans("cqzxj", "kkssg", "aeiouyhw'")


def one_slip(word: str, other: str) -> float:
    """The cost of the slip of one letter that parts a word from another."""
    at = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other)))
    if len(word) > len(other):
        return surplus(word, at)
    if len(word) < len(other):
        return lacking(word, at, other[at])
    if word[at + 1 :] != other[at + 1 :]:
        return transposed(word[at : at + 2], at)
    return exchanged(word[at], other[at], at)


def distance(word: str, other: str) -> float:
    """The cost of the cheapest way from a word to another by slips of one letter."""
    above: list[float] = []
    before = [0.0]
    for at in range(len(other)):
        before.append(before[-1] + lacking(word, 0, other[at]))
    for row in range(1, len(word) + 1):
        line = [before[0] + surplus(word, row - 1)]
        for column in range(1, len(other) + 1):
            one, two = word[row - 1], other[column - 1]
            cost = min(
                before[column] + surplus(word, row - 1),
                line[column - 1] + lacking(word, row, two),
                before[column - 1] + (0 if one == two else exchanged(one, two, row - 1)),
            )
            if row > 1 < column and one == other[column - 2] != two == word[row - 2]:
                cost = min(cost, above[column - 2] + transposed(word[row - 2 : row], row - 2))
            line.append(cost)
        above, before = before, line
    return before[-1]
