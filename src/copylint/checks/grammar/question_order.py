"""A question whose words stand as in a statement: “What time the train leaves?”, “Where you have been?”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import thirds
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_ASKING = frozenset("what where when why how".split())
_WITH_NOUN = frozenset("time many much long often old far kind sort colour color".split())
_PERSONS = frozenset("he she it they we i you".split())
_AUXILIARIES = frozenset(
    "is are was were am has have had can could will would should must may might isn't aren't wasn't weren't haven't "
    "hasn't can't won't".split()
)
_COUNTING = frozenset("many much kind sort".split())
_BREAKS = frozenset(", if that is and".split())
_DOING = frozenset("do does did".split())
_DETERMINERS = frozenset("the his her their its our my your this".split())
_FARTHEST = 14


def check(document: Document) -> Iterator[Match]:
    """Each question that opens with what it asks for and goes on with a subject and its verb, with the verb first."""
    line = Line(document)
    for mark in line.places(frozenset({"?"})):
        first = next((place for place in range(mark - 1, max(mark - _FARTHEST, -1), -1) if line.opens(place)), -1)
        if first >= 0 and line.word(first) in _ASKING and (match := _match(line, first, mark)):
            yield match


def _match(line: Line, first: int, mark: int) -> Match | None:
    """The subject and its verb where they stand as in a statement, in a question of one clause."""
    aside = 1 if line.word(first) == "when" else 4
    if any(line.word(place) in _BREAKS or not line.word(place) for place in range(first + aside, mark)):
        return None
    subject = first + 1
    if line.word(subject) in _WITH_NOUN and line.word(first) in ("what", "how"):
        subject += 1 + (line.word(subject) in _COUNTING and line.word(subject + 1) in nouns().plurals)
    last = subject + (line.word(subject) in _DETERMINERS)
    is_noun = line.word(last) in nouns().singulars or line.word(last) in nouns().plurals
    if not (is_noun if last > subject else line.word(subject) in _PERSONS):
        return None
    return _turned(line, subject, last, mark) if all(line.is_joined(place) for place in range(first, last + 1)) else None


def _turned(line: Line, subject: int, last: int, mark: int) -> Match | None:
    """The subject and its verb the other way round; nothing where another verb may follow: what he does is."""
    verb, known = last + 1, verbs()
    word, told = line.word(verb), line.text(subject, last)
    if any(line.word(place) in _AUXILIARIES or line.word(place) in _DOING for place in range(verb + 1, mark)):
        return None
    if word in _AUXILIARIES:
        return Match(line.span(subject, verb), (f"{line.written(verb)} {told}",)) if verb + 1 < mark else None
    several = line.word(subject) in ("they", "we", "i", "you") or line.word(last) in nouns().plurals
    if base := known.pasts.get(word):
        return Match(line.span(subject, verb), (f"did {told} {base}",)) if word not in known.bases else None
    base = known.thirds.get(word, "") if word in thirds() or not several else ""
    if not base and several and word in known.bases:
        base = word
    if not base or word in _DOING:
        return None
    return Match(line.span(subject, verb), (f"{'do' if several else 'does'} {told} {base}",))


RULE = Rule(
    code="GRM174",
    name="question-order",
    summary="“What time the train leaves?”, “Where you have been?”: a question in the order of a statement.",
    rationale="A question puts its verb before its subject, or takes “do” for it.",
    message="“{text}”: in a question, “{replacement}”.",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=frozenset({"?"}),
    supersedes=("GRM154", "GRM147"),
    check=check,
    bad=(
        "What time {the train leaves => does the train leave}? Where {you have => have you} been?",
        "How many people {you know => do you know} here? Why {she left => did she leave} so early?",
        "How {he did => did he do} it? When {they came => did they come} home?",
    ),
    good=(
        "What time does the train leave? Where have you been? How many people know her?",
        "When he left, was it late? What you see is what you get, isn't it?",
        "“What time the train leaves?” he asked.",
        "Why not? How the mighty fall! What they do is the question?",
    ),
)
