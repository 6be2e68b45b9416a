"""A clause that opens its sentence and runs into it without a comma."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import verbs
from copylint.checks.punctuation._clause import (
    BE,
    MAYBE,
    PARTICLES,
    PRONOUNS,
    SAYING,
    TITLES,
    ends_clause,
    is_main_past,
    is_name,
    is_past,
    is_sure_verb,
    joins,
    subject_start,
)
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity

_CLAUSE = frozenset("when after because as although since before if while though once until unless whereas".split())
_PHRASE = frozenset(
    "having speaking asked talking addressing writing born founded faced armed dressed based built educated despite unlike "
    "following to".split()
)
_HANGING = frozenset("speaking talking asked writing born founded faced armed dressed based built educated".split())
_TO = frozenset("after before since".split())
_AFTER_SPEAKING = frozenset("to at after before on in during from outside about ahead for with by".split())
_LEADS_ON = frozenset("and but which who whose including saying according with while where as although because".split())
_LONGEST = 22


def check(document: Document) -> Iterator[Match]:
    """The end of each opening clause after which the subject of the sentence begins without a comma."""
    line = Line(document)
    for number in line.places(_CLAUSE | _PHRASE):
        if line.opens(number) and is_name(line, number):
            start = _main_clause(line, number)
            if start > 0 and _is_single(line, start):
                before, first = line.written(start - 1), line.written(start)
                yield Match(line.span(start - 1, start), (f"{before}, {first}",))


def _main_clause(line: Line, opener: int) -> int:
    """Where the subject of the sentence begins that follows an opening clause, or 0."""
    is_clause = line.word(opener) in _CLAUSE
    seen = 0
    if not is_clause and not _is_phrase(line, opener):
        return 0
    for place in range(opener + 1, opener + _LONGEST):
        word = line.word(place)
        if not line.is_joined(place - 1) or (joins(line, place) and (is_clause or word not in _TO)):
            return 0
        if word in SAYING and not (seen or not is_clause):
            return 0
        is_verb = is_sure_verb(line, place) or is_past(line, place)
        if not is_verb:
            continue
        if is_clause and not seen:
            seen = place
            continue
        start = _start(line, place, seen or opener)
        if start > 0:
            return start if is_clause or _is_after_phrase(line, start, place) else 0
        if is_sure_verb(line, place) and not (seen and place - seen == 1):
            return 0
    return 0


def _is_phrase(line: Line, opener: int) -> bool:
    """Whether an opening word begins a phrase that hangs on the subject."""
    word, following = line.word(opener), line.after(opener)
    if word == "having":
        return following in verbs().participles
    if word == "to":
        return following in verbs().bases
    if word in _HANGING:
        return following in _AFTER_SPEAKING
    return bool(following)


def _start(line: Line, verb: int, first: int) -> int:
    """Where the subject of a verb begins, if it begins after a token and what stands before may end a clause, or 0."""
    start = subject_start(line, verb, first)
    if start < 0 or not ends_clause(line, start - 1) or not line.is_joined(start - 1):
        return 0
    subject = line.word(start)
    if not (is_sure_verb(line, verb) or subject in PRONOUNS or is_main_past(line, verb)):
        return 0
    if line.word(start - 1) in SAYING or (is_name(line, start) and not _may_stand_alone(line, start)):
        return 0
    return start


def _may_stand_alone(line: Line, start: int) -> bool:
    """Whether a name is no part of what stands before it: it has a title, or a verb or a particle stands there."""
    before = line.word(start - 1)
    is_parted = before in PARTICLES or before in verbs().participles or before in verbs().pasts
    return line.word(start) in TITLES or (is_parted and not is_name(line, start - 1))


def _is_after_phrase(line: Line, start: int, verb: int) -> bool:
    """Whether a subject after a phrase without a verb is sure: no form of “be” that may have the phrase for its subject."""
    before = line.word(start - 1)
    if before in verbs().participles or before in verbs().gerunds:
        return False
    is_sure = line.word(start) in PRONOUNS or line.word(verb) not in BE | MAYBE
    return is_sure and before not in PARTICLES and not before.endswith("ly")


def _is_single(line: Line, start: int) -> bool:
    """Whether no later comma in the sentence may be the one that ends the opening clause."""
    for place in range(start, start + 60):
        word = line.word(place)
        if line.opens(place) or not word:
            return True
        if word in ",–—":
            following = line.word(place + 1)
            return following in _LEADS_ON or line.word(place + 2) in ("said", "says") or following.endswith("ing")
        if word in '?"“”':
            return word != "?"
    return True


RULE = Rule(
    code="PUN175",
    name="opening-clause-without-comma",
    summary="A clause that opens the sentence runs into its subject without a comma.",
    rationale="The reader takes the subject for a part of the clause and has to go back.",
    message="Where does the opening clause end? “{replacement}”",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    quotes=Quotes.INCLUDE,
    source="AP Stylebook, “comma”: introductory clauses and phrases",
    blocks=BODY,
    supersedes=("PUN150",),
    triggers=_CLAUSE | _PHRASE,
    check=check,
    bad=(
        "When the rain {stopped the => stopped, the} crowd went home.",
        "Because the bridge was {shut drivers => shut, drivers} were sent round by the lake.",
        "Having won the {cup the => cup, the} coach has signed a new deal.",
        "Born in {Leeds she => Leeds, she} moved south at 18. As the fire {grew they => grew, they} fled.",
        "Unlike his {brother Mr => brother, Mr} Lee does not smoke.",
    ),
    good=(
        "When the rain stopped, the crowd went home. After the vote the mayor left.",
        "If you think the plan is bad, say so. When the man he hired left the firm, it closed.",
        "“When he said the road was shut I laughed,” she said.",
        "Having children was hard. Having seen the house was a help.",
        "As the mayor said the road would be shut. When the mayor spoke to the crowd was unclear.",
        "Since the war ended in the north the most. While in Paris he wrote.",
        "Despite the fact the bridge is shut they came.",
    ),
)
