"""A lone comma between the subject that opens a sentence and its verb."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.punctuation._clause import AUXILIARIES, is_main_past, is_sure_verb
from copylint.checks.punctuation._subject import first_subject
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_QUESTION = frozenset("he she it they we you i there the a an this that his her".split())
_SPOKEN = frozenset("said says added told asked wrote replied answered continued explained thought heard felt".split())
_OBJECTS = frozenset("the a an his her its their two three".split())
_FARTHEST = 60


def check(document: Document) -> Iterator[Match]:
    """Each comma that follows the subject of a sentence, where its verb comes next and no other comma later."""
    line = Line(document)
    for number in line.places(frozenset({","})):
        verb = number + 1
        if not line.is_joined(number) or line.word(verb) in _SPOKEN or not _is_verb(line, verb):
            continue
        if first_subject(line, number) is not None and _is_last(line, verb):
            before, first = line.written(number - 1), line.written(verb)
            yield Match(line.span(number - 1, verb), (f"{before} {first}",))


def _is_verb(line: Line, verb: int) -> bool:
    if line.word(verb) in AUXILIARIES:
        return line.is_small(verb) and line.after(verb) != "" and line.after(verb) not in _QUESTION
    return is_sure_verb(line, verb) or (is_main_past(line, verb) and line.after(verb) in _OBJECTS)


def _is_last(line: Line, verb: int) -> bool:
    """Whether the sentence ends with a full stop, and before that no mark and no “and” or “but” stands."""
    for place in range(verb, verb + _FARTHEST):
        word = line.word(place)
        if word in STOPS or not word:
            return word == "."
        if not (word[0].isalnum() or word in "’'%$£€") or word in ("and", "but", "or"):
            return False
    return False


RULE = Rule(
    code="PUN178",
    name="comma-after-subject",
    summary="A lone comma stands between the subject that opens a sentence and its verb.",
    rationale="The reader takes the comma for the start of an aside, and the aside never ends.",
    message="The comma parts the subject from its verb: “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="New Oxford Style Manual, “comma”: none between subject and verb",
    blocks=BODY,
    supersedes=("PUN120",),
    check=check,
    bad=(
        "The new {hospital, will => hospital will} open in May.",
        "It rained. The mayor of {Leeds, went => Leeds went} home. Ann {Lee, has => Lee has} left.",
    ),
    good=(
        "The new hospital, it is hoped, will open in May. The new hospital, will it open?",
        "The boy fell, was taken to hospital and died. The road, which is long, was shut.",
        "“The road, was shut,” she said. The answer, was no.",
        "In Leeds, was the answer. The mayor, said the clerk. Ann Lee, left to her own means, went.",
    ),
)
