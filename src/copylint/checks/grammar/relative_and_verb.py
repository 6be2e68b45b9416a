"""A noun and the verb after “who”, “which” or “that” that disagree: “people who has”, “the rules that applies”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL, for_one, for_several
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import NUMBERS
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_RELATIVES = frozenset({"who", "which", "that"})
_OF = frozenset("of for with from among between in to by on at and or".split())
_PLACE = frozenset("in at near on here there".split())
_BE = frozenset("is was are were be been not".split())
_DETERMINERS = NUMBERS | frozenset("the a an some many most several all these those no any other few young old".split())


def check(document: Document) -> Iterator[Match]:
    """Each noun with nothing before it that the clause could hang on, and the verb right after its relative pronoun."""
    line = Line(document)
    for number in line.places(_RELATIVES):
        if line.is_joined(number) and line.written(number + 1).islower():
            right = _right(line, number)
            if right and right != line.word(number + 1):
                yield line.mend(number - 1, number + 1, right)


def _right(line: Line, number: int) -> str:
    """The form that goes with the noun before a relative pronoun, or nothing where it stands or isn't sure."""
    noun, verb, known = line.before(number), line.word(number + 1), nouns()
    if noun == "those" and line.word(number) == "who" and "one" not in list(line.clause(number - 1))[:4]:
        return for_several(verb)
    if not line.written(number - 1).islower() and not line.opens(number - 1):
        return ""
    is_person = line.word(number) == "who"
    if line.word(number) == "that" and _is_lone(line, number - 1):
        return for_one(verb) if verb not in FOR_ONE or verb == "have" else ""
    if (
        is_person
        and verb == "lives"
        and noun in known.plurals
        and line.after(number + 1) in _PLACE
        and not _hangs(line, number - 1)
    ):
        return "live"
    if not is_person and not (line.word(number) == "which" or line.opens(number - 2)):
        return ""
    if noun in known.plurals and noun not in known.singulars and not _hangs(line, number - 1):
        return for_several(verb) if verb in FOR_SEVERAL or is_person or line.opens(number - 2) else ""
    lead = line.before(number, 2)
    is_one = lead in ("a", "an", "the") and noun in known.singulars and noun not in known.group and known.is_strict(noun)
    if is_one and is_person and line.before(number, 3) not in ("and", "or", "of") and line.word(number - 3) != ",":
        return for_one(verb) if verb not in ("were", "weren't") else "lives" if verb == "live" else ""
    return ""


def _is_lone(line: Line, noun: int) -> bool:
    """Whether “a” and a singular with no preposition before them lead to the clause, so that it can be about nothing else."""
    word, known = line.word(noun), nouns()
    if line.before(noun) not in ("a", "an") or not known.is_strict(word) or word not in known.singulars or word in known.group:
        return False
    before = line.before(noun, 2)
    return before in verbs().bases or before in verbs().thirds or before in verbs().pasts or before in _BE


def _hangs(line: Line, noun: int) -> bool:
    """Whether a word before the noun may be what the clause is about: the leader of rebels who is."""
    place = noun - 1
    while line.is_joined(place) and (line.word(place) in _DETERMINERS or line.word(place) not in _OF) and noun - place < 4:
        if line.opens(place):
            return False
        place -= 1
    before = line.word(place)
    return before in _OF or before == "one" or "one" in list(line.clause(noun))[:6] or before in (",", "—", "–", "-")


RULE = Rule(
    code="GRM141",
    name="relative-and-verb",
    summary="“people who has”, “the rules that applies”: a noun and the verb of its clause that disagree.",
    rationale="One or several: readers stop where noun and verb don’t say the same.",
    message="“{text}”: noun and verb disagree. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    triggers=_RELATIVES,
    check=check,
    bad=(
        "{People who has => People who have} no papers wait; {those who is => those who are} late go home.",
        "She met a {man who have => man who has} no papers.",
        "The {rules that applies => rules that apply} here are old. It is a {problem that affect => problem that affects} us.",
        "The {people who lives => people who live} in Leeds know.",
    ),
    good=(
        "People who have no papers wait; a man who has papers goes home.",
        "He is one of the men who has papers, and the leader of rebels who is in jail.",
        "Ann Lee and the man who were hurt; the couple who have two sons.",
        "“People who has papers,” he said.",
        "It is a problem that affects us, like the ills of a city that affect us. A review of a man that live on.",
        "He told reporters that was wrong. The head of the officers who was fired left.",
    ),
)
