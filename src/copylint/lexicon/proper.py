"""Well-known proper names, and what may be meant by one that is misspelt."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path

from copylint.lexicon.slips import distance

FILE = Path(__file__).with_name("proper.txt")
_SHORTEST = 6
_MOST, _MOST_FOR_MIDDLING, _MOST_FOR_LONG = 0.9, 1.0, 1.6
_MIDDLING, _LONG = 8, 9


@lru_cache(maxsize=20_000)
def proper_name(word: str) -> str:
    """The well-known name that a capitalised word of ASCII letters was meant for, or nothing."""
    if len(word) < _SHORTEST:
        return ""
    folded, letters = word.lower(), set(word.lower())
    best, found = _most(len(word)), ""
    for name, other, its in _names().get(word[0], ()):
        if abs(len(name) - len(word)) <= 2 and len(letters.symmetric_difference(its)) <= 2:
            cost = distance(folded, other)
            if 0 < cost <= best and (cost < best or not found):
                best, found = cost, name
            elif cost == 0:
                return ""
    return found


def _most(letters: int) -> float:
    """The most that the slips in a word of so many letters may cost."""
    if letters >= _LONG:
        return _MOST_FOR_LONG
    return _MOST_FOR_MIDDLING if letters >= _MIDDLING else _MOST


def is_institution(name: str) -> bool:
    """Whether a well-known name is a word that names of institutions and titles are made of: University, Sergeant."""
    return name in _institutions()


@lru_cache(maxsize=1)
def _parts() -> tuple[list[str], list[str]]:
    """Names that stand by themselves, and words that longer names are made of."""
    names, _, institutions = FILE.read_text("ascii").partition("-\n")
    return names.split(), institutions.split()


@lru_cache(maxsize=1)
def _institutions() -> frozenset[str]:
    return frozenset(_parts()[1])


@lru_cache(maxsize=1)
def _names() -> dict[str, list[tuple[str, str, frozenset[str]]]]:
    """The names by their first letter, each with its form in small letters, and those letters."""
    names: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for name in dict.fromkeys(chain(*_parts())):
        names.setdefault(name[0], []).append((name, name.lower(), frozenset(name.lower())))
    return names
