"""Whether two words are one but for a slip of the pen."""

from __future__ import annotations

from collections import Counter

_LONG = 8
_ENDINGS = frozenset("a al an ans ed er ers es ese i ian ic ie in ing is ish ism ist ly n na ns s y".split())


def is_slip(one: str, other: str) -> bool:
    """Whether two words in small letters differ by a slip: one letter, two in long words, no plural and no adjective."""
    if (
        sound(one[0]) != sound(other[0])
        or one.rstrip("s") == other.rstrip("s")
        or {one, other} in ({one, f"{one}es"}, {other, f"{other}es"})
    ):
        return False
    most = 2 if min(len(one), len(other)) >= _LONG else 1
    if abs(len(one) - len(other)) > most or sum((Counter(one) - Counter(other)).values()) > most:
        return False
    return not is_inflected(one, other) and distance(one, other, most) <= most


def sound(letter: str) -> str:
    """The letter that stands for all that begin a name with one sound: Quintero, Cuintero."""
    return "k" if letter in "cq" else letter


def is_inflected(one: str, other: str) -> bool:
    """Whether two words differ in their ending as a name and its adjective do, or a man’s name and a woman’s."""
    short, long = sorted((one.rstrip("s"), other.rstrip("s")), key=len)
    same = next((at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short))
    rest, more = short[same:], long[same:]
    if not rest:
        return more in _ENDINGS
    return {rest, more} <= {"a", "o", "e", "y", "i", "an", "as", "os", "ic", "ist", "us", "en", "ian"}


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be put in, taken out, changed or swapped with the next to make one word of another, if not more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and right == one[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
