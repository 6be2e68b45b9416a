"""A present tense with a time that is past: “Yesterday she goes to the market”, “He is arrested two days ago”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import thirds
from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_PAST = frozenset("yesterday ago last".split())
_UNITS = frozenset(
    "week month year night summer winter spring autumn fall monday tuesday wednesday thursday friday saturday".split()
)
_DECADES = frozenset(("195", "196", "197", "198", "199", "200", "201"))
_UNITS |= {"sunday", "weekend"}
_BE = {"is": "was", "are": "were", "am": "was"}
_PERSONS = frozenset("he she it they we i you".split())
_SEVERAL = frozenset("they we i you".split())
_DETERMINERS = frozenset("the a an his her their its our my this these those".split())
_BETWEEN = frozenset("from since than until like as of by before after for to in with between compared over on or and".split())
_FINITE = frozenset(
    "was were has have had did will would can could may might must shall should said says that who which when if "
    "because while where what how not".split()
)
_HABITS = frozenset(
    "say tell recall remember mark mean show include remain reflect suggest know say think believe seem appear like".split()
)
_FARTHEST = 9


def check(document: Document) -> Iterator[Match]:
    """Each verb in the present that is the only one beside a time that is past, with the past."""
    line = Line(document)
    years = [number for number in line.words.digits if line.word(number)[:3] in _DECADES and line.before(number) == "in"]
    for number in (*line.places(_PAST), *years):
        first, last = _time(line, number)
        if last < 0:
            continue
        if line.opens(first):
            subject = last + 1 + (line.word(last + 1) == ",")
            verb = _after_subject(line, subject)
        else:
            verb = _before_time(line, first) if line.word(number) in _PAST else 0
        yield from _match(line, verb)
    for number in line.places(frozenset({"when"})):
        yield from _match(line, _after_when(line, number))


def _match(line: Line, verb: int) -> Iterator[Match]:
    right = _past(line, verb) if verb > 0 else ""
    if right:
        yield Match(line.span(verb, verb), (right,))


def _after_when(line: Line, when: int) -> int:
    """The verb after “When I was young, I”, or 0."""
    if not line.opens(when) or line.after(when) not in _PERSONS or line.after(when, 2) not in ("was", "were"):
        return 0
    for place in range(when + 3, when + _FARTHEST):
        if line.word(place) == ",":
            return place + 2 if line.word(place + 1) in _PERSONS and line.is_joined(place + 1) else 0
        if not line.is_joined(place - 1):
            return 0
    return 0


def _time(line: Line, number: int) -> tuple[int, int]:
    """The first and the last token of the time that a word belongs to; -1 for the last where it tells none."""
    word = line.word(number)
    if word == "yesterday":
        return number, number + (line.after(number) in ("morning", "afternoon", "evening"))
    if word[:1].isdigit():
        return number - 1, number if len(word) == 4 else -1
    if word == "last":
        is_time = line.after(number) in _UNITS and line.before(number) not in (
            "the",
            "this",
            "his",
            "her",
            "their",
            "our",
            "on",
        )
        return number, number + 1 if is_time else -1
    is_time = line.before(number).rstrip("s") in ("day", "week", "month", "year", "hour", "minute")
    return number - 2, number if is_time else -1


def _after_subject(line: Line, subject: int) -> int:
    """The verb right after a short subject, or 0."""
    word = line.word(subject)
    if word in _PERSONS | {"there"}:
        return subject + 1 if line.is_joined(subject) else 0
    if word == "police" or word in nouns().plurals or (not line.is_small(subject) and word not in _DETERMINERS):
        return _after_bare(line, subject)
    if word not in _DETERMINERS:
        return 0
    for noun in range(subject + 1, subject + 4):
        if not line.is_joined(noun - 1) or not line.is_joined(noun):
            return 0
        is_noun = line.word(noun) in nouns().singulars or line.word(noun) in nouns().plurals
        if is_noun and _is_present(line, noun + 1):
            return noun + 1
    return 0


def _after_bare(line: Line, subject: int) -> int:
    """The verb right after a name or a plural that has no determiner, or 0."""
    verb = subject + 1
    while line.is_joined(verb - 1) and not line.is_small(verb) and line.written(verb)[:1].isalpha():
        verb += 1
    if not line.is_joined(verb - 1) or not line.is_joined(verb):
        return 0
    is_one = not line.is_small(verb - 1)
    is_base = not is_one and line.word(verb) in verbs().bases and line.word(verb + 1) in _DETERMINERS
    return verb if is_base or (is_one and _is_present(line, verb)) else 0


def _is_present(line: Line, verb: int) -> bool:
    """Whether a word after a noun is a verb in the present for one, or “is” or “are”."""
    word = line.word(verb)
    if word in _BE or word in thirds():
        return True
    return word in verbs().thirds and line.after(verb) in _DETERMINERS


def _before_time(line: Line, first: int) -> int:
    """The only verb of a sentence that ends in a time, or 0."""
    if line.word(first - 1) in _BETWEEN or line.word(first - 1) in _DETERMINERS or not line.is_joined(first - 1):
        return 0
    after = line.word(_time_end(line, first) + 1)
    if after not in STOPS and after not in ("in", "at", "by", "with", "after"):
        return 0
    for start in range(first - 1, max(first - _FARTHEST, -1), -1):
        if line.word(start) in _FINITE or line.word(start) == ",":
            return 0
        if line.opens(start):
            verb = _after_subject(line, start)
            is_done = line.word(verb) in _BE and line.word(verb + 1) in verbs().participles and verb + 2 == first
            is_free = not any(line.word(place) in verbs().pasts for place in range(verb + 1, first))
            return verb if 0 < verb < first and (is_done or (is_free and line.word(verb) not in ("is", "are"))) else 0
    return 0


def _time_end(line: Line, first: int) -> int:
    """The last token of a time that opens at a token."""
    places = (place for place in range(first, first + 3) if line.word(place) in _PAST | _UNITS)
    return next((place for place in places if line.after(place) not in _UNITS and line.after(place) != "ago"), first)


def _past(line: Line, verb: int) -> str:
    """The past of a verb in the present, or nothing for a word that may be none or that looks back as it is."""
    word, known = line.word(verb), verbs()
    if not line.is_small(verb):
        return ""
    if word in _BE:
        return _BE[word] if not (line.after(verb) == "going" or line.word(verb - 1) == "this") else ""
    base = known.thirds.get(word, "") or (word if word in known.bases else "")
    if not base and line.word(verb - 1) == "there":
        return ""
    if not base or base in _HABITS or base in known.pasts:
        return ""
    return known.past.get(base, "")


RULE = Rule(
    code="GRM172",
    name="tense-and-day",
    summary="“Yesterday she goes to the market”, “He is arrested two days ago”: a present tense with a time that is past.",
    rationale="What is over takes the past; the reader wonders whether it is still so.",
    message="“{text}” with a time that is past: “{replacement}”?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=frozenset({"yesterday", " ago", "ast ", "when ", "in 19", "in 20"}),
    check=check,
    bad=(
        "Yesterday she {goes => went} to the market. Last week the minister {announces => announced} a plan.",
        "He {is => was} arrested two days ago. Two years ago we {buy => bought} a house.",
        "She {goes => went} to Rome last year. In 2015 the firm {opens => opened} a plant in Spain.",
        "When I was young, I {play => played} every day. Three days ago, police {find => found} the car.",
    ),
    good=(
        "Yesterday she went to the market. The figure is up from last year; he says he saw her last week.",
        "Yesterday's paper is here. The last week is the best. It is the sum spent last year.",
        "“Yesterday she goes to the market,” he said.",
        "He knows what happened last year. The price is higher than two years ago.",
        "Last week's vote shows how little they know. When he was ill, he put it off.",
    ),
)
