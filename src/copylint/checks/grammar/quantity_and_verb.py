"""A part of several, or of a mass, and a verb for the other: “all of the prisoners was”, “a lot of the money were”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, for_several
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import MEASURES, NUMBERS, ODD
from copylint.checks.grammar._subject import begins_clause
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_PARTS = NUMBERS | frozenset(
    "all most some half many several few both lot lots plenty rest remainder third thirds quarter quarters fifths tenths "
    "two-thirds three-quarters dozens hundreds thousands millions scores".split()
)
_OF_A_MASS = frozenset("all most some half lot lots plenty rest third thirds quarter quarters much".split())
_DETERMINERS = frozenset("the these those its his her their our my".split())
_BEFORE = frozenset("a an the about almost nearly around some over two three four one more than quite least at up to".split())
_OBJECTS = frozenset("a an the his her their its our my it them him us me that".split())
_SUMMED_UP = frozenset("a an the enough too not what how nothing one".split())


def check(document: Document) -> Iterator[Match]:
    """Each verb right after “… of” and a noun, or after a noun with one word before it, at the beginning of a clause."""
    line = Line(document)
    for part in line.places(_PARTS | _OF_A_MASS):
        if line.after(part) != "of" or not _begins(line, part):
            continue
        is_told = line.after(part, 2) in _DETERMINERS and line.is_joined(part + 2)
        first = part + 2 + is_told
        for noun in (first, first + 1):
            right = _right(line, part, noun, is_told=is_told and noun == first)
            if right:
                yield line.mend(noun, noun + 1, right)
                break


def _begins(line: Line, part: int) -> bool:
    """Whether a part and the words that go with it begin a clause."""
    first = part
    while line.before(first) in _BEFORE and not line.opens(first):
        first -= 1
    return line.opens(first) or begins_clause(line, first)


def _right(line: Line, part: int, noun: int, *, is_told: bool) -> str:
    """The form of the verb after a noun that goes with a part of it, or nothing; it is told by its determiner or its form."""
    verb, word, known = noun + 1, line.word(noun), nouns()
    if not line.is_joined(noun - 1) or not line.is_joined(noun) or not line.is_small(noun) or not line.is_small(verb):
        return ""
    is_several = word == "people" or (word in known.plurals and (known.is_strict(word) or is_told))
    if is_several and word not in MEASURES and line.after(verb) not in _SUMMED_UP:
        return for_several(line.word(verb)) or (_with_object(line, verb) if line.word(verb) not in ODD else "")
    is_mass = word in known.mass and word not in known.singulars and line.word(part) in _OF_A_MASS
    return FOR_ONE.get(line.word(verb), "") if is_mass and not line.word(verb).startswith("do") else ""


def _with_object(line: Line, verb: int) -> str:
    """The form for several of a word that may be a plural too, if an object stands after it, or nothing."""
    return verbs().thirds.get(line.word(verb), "") if line.after(verb) in _OBJECTS else ""


RULE = Rule(
    code="GRM181",
    name="quantity-and-verb",
    summary="“all of the prisoners was”, “most of the money were”: a part, what it is part of, and the verb.",
    rationale="A part of several is several, and a part of what can’t be counted is one.",
    message="“{text}”: noun and verb disagree. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=_PARTS | _OF_A_MASS,
    check=check,
    bad=(
        "All of the {prisoners was => prisoners were} freed. Two thirds of {voters is => voters are} against it.",
        "The rest of the {houses was => houses were} saved, and he said that a lot of {people was => people were} hurt.",
        "Half of his {votes was => votes were} counted.",
        "Most of the {money were => money was} lost. Some of the {students uses => students use} it.",
    ),
    good=(
        "All of the prisoners were freed, and most of the money was lost.",
        "Two thirds of the vote was for her. Hundreds of miles is a long way. A lot of people is what we need.",
        "One of all of the houses was lost; the loss of half of the houses was a blow.",
        "“All of the prisoners was freed,” he said.",
    ),
)
