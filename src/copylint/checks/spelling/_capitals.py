"""Capitalised words that are none: well-known names with a slip in them, and words at the start of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.spelling._context import is_in_english
from copylint.checks.spelling._strange import judged, strange
from copylint.document import Document
from copylint.lexicon import Grade
from copylint.lexicon.proper import is_institution, proper_name
from copylint.rule import Match

_SHORTEST = 7
_SLIP, _RANK = 0.9, 1
_BEFORE_PLACES = frozenset(
    "north south east west northern southern eastern western new central upper lower the in on by a an his her their its"
    " this that these those two three some many most all both when after before while but and if as at for with from of to"
    " under".split()
)


def names(document: Document) -> Iterator[Match]:
    """Each capitalised word that nobody knows, and that is a slip away from a well-known name."""
    words = document.words
    for surface in strange(document).capitals:
        name, numbers = proper_name(surface), words.index[surface]
        if not name or (not is_institution(name) and len(numbers) > 1):
            continue
        for number in numbers:
            if is_in_english(document, number) and (is_institution(name) or not _has_capital_beside(document, number)):
                yield Match(words.span(number, number + 1), (name,))


def _has_capital_beside(document: Document, number: int) -> bool:
    """Whether another name is beside a token, or a title: somebody may be called so."""
    words = document.words
    around = [words.surface(other) for other in (number - 1, number + 1) if 0 <= other < len(words)]
    return any(surface[0].isupper() and surface.lower() not in _BEFORE_PLACES for surface in around)


def openings(document: Document) -> Iterator[Match]:
    """Each word that has its capital from the start of the sentence alone, and is a usual slip away from a very common word."""
    words = document.words
    for surface in strange(document).capitals:
        numbers = words.index[surface]
        if len(surface) < _SHORTEST or len(numbers) > 1 or not _opens(document, numbers[0]) or proper_name(surface):
            continue
        found = judged(surface.lower())
        if found is None or found.grade is not Grade.SURE or found.slip > _SLIP or found.rank > _RANK:
            continue
        if is_in_english(document, numbers[0]):
            yield Match(words.span(numbers[0], numbers[0] + 1), tuple(map(str.capitalize, found.replacements)))


def _opens(document: Document, number: int) -> bool:
    """Whether a word opens a sentence, and a word in small letters or a comma comes next."""
    words = document.words
    start = words.starts[number]
    following = words.surface(number + 1) if number + 1 < len(words) else ""
    if not following.islower() and following != ",":
        return False
    sentence = document.sentence_at(start)
    return sentence >= 0 and document.sentences[sentence].span.start == start
