"""The subject that opens a sentence and stands right before its first comma."""

from __future__ import annotations

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.punctuation._clause import is_name, is_sure_verb
from copylint.lexicon import lexicon
from copylint.values import dataclass
from copylint.word_kinds import KINDS

_ARTICLES = frozenset("the his her its their our my".split())
_LINKS = frozenset("of for at in".split())
_SMALL = frozenset(KINDS["SMALL"].split())
_TIMES = frozenset(
    "day days week weeks month months year years time times night morning evening afternoon moment minute hour decade century "
    "summer winter spring autumn season weekend way point thing more less fact problem question result answer truth sooner "
    "later longer better worse higher lower bigger faster".split()
)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december christmas easter editor note yes no well but and so besides amid among amongst beyond regarding "
    "concerning given thanks following including excluding considering barring throughout notwithstanding".split()
)
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Subject:
    """The number of its first token, and whether it is a name."""

    first: int
    is_name: bool


def first_subject(line: Line, comma: int) -> Subject | None:
    """The subject from the start of a sentence to a comma; None where something else may stand there."""
    first = _opening(line, comma)
    if first < 0 or not is_name(line, first) or line.word(first) in _NO_NAMES:
        return None
    if line.word(first) in _ARTICLES:
        return Subject(first, False) if _is_phrase(line, first + 1, comma) else None
    return Subject(first, True) if _is_whole_name(line, first, comma) else None


def _opening(line: Line, comma: int) -> int:
    """The first token of the sentence, if nothing but spaces parts the words from there to a comma, or -1."""
    document = line.document
    at = document.prose.rfind("\n", 0, line.span(comma, comma).start)
    sentence = document.sentence_at(line.span(comma, comma).start)
    if sentence < 0 or at > document.sentences[sentence].span.start:
        return -1
    start = document.sentences[sentence].span.start
    for place in range(comma - 1, comma - _LONGEST, -1):
        if place < 0 or (place < comma - 1 and not line.is_joined(place)) or not line.word(place)[:1].isalnum():
            return -1
        if line.span(place, place).start == start:
            return place
    return -1


def _is_whole_name(line: Line, first: int, comma: int) -> bool:
    if comma - first > 4 or not all(is_name(line, place) for place in range(first, comma)):
        return False
    if any(line.word(place) in _NO_NAMES | _SMALL or line.word(place).endswith("ed") for place in range(first, comma)):
        return False
    is_lone = comma - first == 1
    return not is_lone or not (lexicon().is_common(line.word(first)) or line.written(first).isupper())


def _is_phrase(line: Line, first: int, comma: int) -> bool:
    """Whether the tokens after an article are a noun with what describes it, and perhaps one more phrase after “of”."""
    known = nouns()
    words = [line.word(place) for place in range(first, comma)]
    if not words or any(word in _TIMES or word in verbs().gerunds for word in words):
        return False
    small = [word for word in words if word in _SMALL]
    if len(small) > 2 or any(word not in _LINKS | {"the", "a", "an"} for word in small):
        return False
    if any(is_sure_verb(line, place) for place in range(first, comma)):
        return False
    last = words[-1]
    is_noun = last in known.singulars or last in known.plurals or last in known.mass or is_name(line, comma - 1)
    return is_noun and not last.endswith("ed")
