"""The words in small letters that are none, each with what may be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.checks.spelling._context import is_in_english
from copylint.checks.spelling._strange import Part, strange
from copylint.document import Document
from copylint.lexicon import FIELDS, Grade, Support, lexicon
from copylint.rule import Match
from copylint.spans import Span

_COINED, _COINED_IF_DOUBTFUL = 3, 2
"""So often a word stands in a story that its writer means it."""
_SHORTEST_WHOLE, _SHORTEST_BROKEN = 6, 2
_COMMON, _ANY = 2, len(FIELDS)
"""The last field of words that are so common that a space in them is likelier than two slips; and of all words."""


def sure(document: Document) -> Iterator[Match]:
    """Each word that stands in no list of words and is a usual slip away from a common one."""
    return _judged(document, Grade.SURE)


def doubtful(document: Document) -> Iterator[Match]:
    """Each word that stands in no list of words and is not far from one."""
    return _judged(document, Grade.DOUBTFUL)


def joined(document: Document) -> Iterator[Match]:
    """Each word that stands in no list of words and is a small word and another."""
    return _judged(document, Grade.JOINED)


def broken(document: Document) -> Iterator[Match]:
    """Each word that stands in no list of words and makes a common one with that before or after it."""
    for surface, parts in strange(document).small.items():
        if parts[0].support is Support.NONE and surface.isalpha() and len(surface) >= _SHORTEST_BROKEN:
            for number in document.words.index[surface]:
                whole = _whole(document, number)
                if whole is not None:
                    yield Match(whole, (whole.of(document.prose).replace(" ", ""),))


def _judged(document: Document, grade: Grade) -> Iterator[Match]:
    for surface, parts in strange(document).small.items():
        numbers = document.words.index[surface]
        for part in parts:
            if part.verdict is None or part.verdict.grade is not grade or _is_meant(document, part, len(numbers)):
                continue
            for number in numbers:
                if is_in_english(document, number) and _whole(document, number, _ANY) is None:
                    start = document.words.starts[number] + part.start
                    yield Match(Span(start, start + len(part.word)), _sided(document, part.verdict.replacements))


def _sided(document: Document, replacements: Sequence[str]) -> tuple[str, ...]:
    """The replacements, those first that are spelled as the story spells: `colour` where there is `organise`."""
    from copylint.lexicon.sides import side_of, spelled  # most copy has nothing that is misspelt

    words = lexicon()
    side = side_of(filter(str.islower, document.words.index), words)
    if side is None:
        return tuple(replacements)
    own = (spelled(word, side, words) for word in replacements)
    return tuple(dict.fromkeys((*own, *replacements)))[: len(replacements)]


def _is_meant(document: Document, part: Part, count: int) -> bool:
    """Whether the story shows that the writer means the word: it comes again and again, or is a name."""
    index = document.words.index
    if part.word.capitalize() in index or part.word.upper() in index:
        return True
    is_sure = part.verdict is not None and part.verdict.grade is Grade.SURE
    return count >= (_COINED if is_sure else _COINED_IF_DOUBTFUL)


def _whole(document: Document, number: int, last: int = _COMMON) -> Span | None:
    """The span of a token and one beside it that make one word together, if there is nothing but a space between.

    `last` is the last field that the word may stand in.
    """
    words = document.words
    for first in (number - 1, number):
        if first < 0 or first + 1 >= len(words):
            continue
        one, other = words.surface(first), words.surface(first + 1)
        whole = f"{one}{other}".lower()
        if len(whole) < _SHORTEST_WHOLE or not whole.isalpha() or not other.islower() or not whole.isascii():
            continue
        if document.prose[words.ends[first] : words.starts[first + 1]] == " " and 0 <= lexicon().rank(whole) <= last:
            return words.span(first, first + 2)
    return None
