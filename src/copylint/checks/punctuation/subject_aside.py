"""An aside after the subject of a sentence that has a comma before it and none after."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.punctuation._clause import (
    AUXILIARIES,
    SAYING,
    ends_clause,
    is_main_past,
    is_name,
    is_past,
    is_sure_verb,
    joins,
)
from copylint.checks.punctuation._subject import Subject, first_subject
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_DETERMINERS = frozenset("a an the his her its their one".split())
_WHO = frozenset("who which whose".split())
_MADE = frozenset(
    "passed published released built founded based located formed created introduced launched opened signed held "
    "adopted issued written directed born known".split()
)
_POSTS = frozenset(
    "mayor president minister spokesman spokeswoman spokesperson director chairman chairwoman chair leader head "
    "governor captain coach manager editor secretary ambassador chancellor "
    "lawyer attorney deputy boss owner founder author singer premier senator executive officer widow "
    "partner girlfriend boyfriend fiancée".split()
)
_KIN = frozenset("wife husband brother sister son daughter mother father uncle aunt".split())
_THEIR = frozenset("his her their".split())
_ADVERBS = frozenset("also now still never not already later then reportedly".split())
_AFTER = frozenset("the a an its his her their that to more two three all".split())
_AFTER_SAYING = frozenset("a an its his her their".split())
_NAMED = frozenset("considered named called dubbed turned made given shown sent".split())
_LONGEST, _FARTHEST = 16, 40


def check(document: Document) -> Iterator[Match]:
    """The last word of each aside after a subject, where the verb of the sentence comes next and no comma before it."""
    line = Line(document)
    for number in line.places(frozenset({","})):
        subject = first_subject(line, number)
        if subject is not None and (verb := _verb_after_aside(line, number, subject)):
            last = verb - 1
            while line.word(last) in _ADVERBS or line.word(last).endswith("ly"):
                last -= 1
            yield Match(line.span(last, last), (f"{line.written(last)},",))


def _verb_after_aside(line: Line, comma: int, subject: Subject) -> int:
    """The verb of the sentence that follows an aside without a comma, or 0."""
    first = comma + 1
    word = line.word(first)
    if word in _WHO:
        return _after_relative(line, first)
    if word in _DETERMINERS and not _is_time(line, first):
        is_sure = subject.is_name or word in ("a", "an")
        return _next_verb(line, first) if is_sure else 0
    if word in _MADE:
        return _next_verb(line, first) if line.word(first + 1) in ("in", "last", "on", "by", "this", "at") else 0
    if (
        is_name(line, first)
        and not subject.is_name
        and (_names_post(line, subject.first, comma) or (line.word(subject.first) in _THEIR and line.word(comma - 1) in _KIN))
    ):
        return _after_name(line, first)
    return 0


def _names_post(line: Line, first: int, comma: int) -> bool:
    return any(line.word(place) in _POSTS for place in range(first, comma))


def _is_time(line: Line, first: int) -> bool:
    return any(
        line.word(place) in ("day", "week", "month", "year", "time", "night", "moment") for place in range(first, first + 3)
    )


def _after_name(line: Line, first: int) -> int:
    place = first
    while is_name(line, place) and line.is_joined(place):
        place += 1
    is_verb = is_sure_verb(line, place) or is_main_past(line, place)
    return place if first < place <= first + 3 and is_verb and line.is_joined(place) and _may_tell(line, place) else 0


def _may_tell(line: Line, verb: int) -> bool:
    """Whether a verb is none of saying that has an aside of its own: a comma follows that ends it."""
    if line.word(verb) not in SAYING:
        return True
    for place in range(verb + 1, verb + _FARTHEST):
        if line.word(place) in STOPS or not line.word(place):
            return True
        if line.word(place) == ",":
            return False
    return False


def _next_verb(line: Line, first: int) -> int:
    """The first finite verb after the start of an aside without a verb, if a noun stands before it and no comma behind it."""
    for place in range(first + 1, first + _LONGEST):
        if not line.is_joined(place - 1) or joins(line, place):
            return 0
        if is_sure_verb(line, place) or _is_told(line, place):
            return place if _is_main(line, place) and _may_tell(line, place) else 0
    return 0


def _is_told(line: Line, place: int) -> bool:
    """Whether a past tense that may be a participle is the verb of the sentence."""
    after, word = line.after(place), line.word(place)
    return is_main_past(line, place) and word not in _NAMED and after in (_AFTER_SAYING if word in SAYING else _AFTER)


def _after_relative(line: Line, who: int) -> int:
    """The second finite verb after “who” or “which”, if it can only be that of the sentence."""
    first = who + 1
    while line.word(first) in _ADVERBS or line.word(first).endswith("ly"):
        first += 1
    if line.word(who) == "whose" or line.word(first) in SAYING:
        return 0
    word, known = line.word(first), verbs()
    if not (is_sure_verb(line, first) or is_past(line, first) or word in known.thirds or word in known.bases):
        return 0
    for place in range(first + 1, first + _LONGEST):
        if not line.is_joined(place - 1) or joins(line, place) or line.word(place) in SAYING:
            return 0
        if line.word(place) in AUXILIARIES and line.is_small(place) and place > first + 1:
            return place if _is_main(line, place) and line.word(place - 1) not in ("he", "she", "they", "it") else 0
    return 0


def _is_main(line: Line, verb: int) -> bool:
    before = line.word(verb - 1)
    is_end = (ends_clause(line, verb - 1) and not before.endswith("ly")) or before in _ADVERBS or before.isdigit()
    return is_end and line.is_joined(verb) and line.word(verb) != "heard" and before not in nouns().adjectives


RULE = Rule(
    code="PUN176",
    name="subject-aside-left-open",
    summary="An aside after the subject has a comma before it and none before the verb.",
    rationale="The aside runs into the verb, and the reader has to find where it ends.",
    message="The aside wants a comma at its end too: “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="AP Stylebook, “comma”; The Guardian and Observer style guide, “commas”",
    blocks=BODY,
    check=check,
    bad=(
        "Oslo, the capital of {Norway => Norway,} hosted the talks.",
        "His wife, a nurse at the local {clinic => clinic,} was at home.",
        "Ann Lee, who won the vote in {May => May,} has left. The firm, which makes {shoes => shoes,} is in Turin.",
        "The bill, passed last {week => week,} will ban plastic bags. His wife, {Ana => Ana,} told the court she slept.",
    ),
    good=(
        "Oslo, the capital of Norway, hosted the talks. Last week, the capital of Norway hosted the talks.",
        "A former nurse, the mayor has left. The son of a miner, Ann Lee has left.",
        "“Oslo, the capital of Norway hosted the talks,” she said.",
        "In Oslo, the capital of Norway, it rained. The next day, a nurse at the clinic was at home.",
        "Ann Lee, who police said was ill, left. The more he worked, the better he was.",
        "The man, who had been told the road was shut, left. Oslo, the court heard, was shut.",
        "Oslo, Rome and Paris have hosted the talks. The coach, Reed told reporters, has left.",
    ),
)
