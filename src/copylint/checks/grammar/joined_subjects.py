"""Two nouns that share a verb, or only seem to: “the army and the police was”, “the minister, along with two aides, were”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns
from copylint.checks.grammar._number import is_only_plural
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_DETERMINERS = frozenset("the a an his her its their our my".split())
_WITH = frozenset((("along", "with"), ("together", "with"), ("accompanied", "by"), ("as", "well")))
_APART = frozenset(
    "house home car bus lorry truck van plane passport phone laptop camera knife gun bridge road roof wall door window tree "
    "bike motorcycle wallet bag watch ring dog cat barn garage computer jacket coat".split()
)
"""Things of which no two are one."""
_PAIRS = frozenset(
    (("mother", "child"), ("mother", "baby"), ("mother", "daughter"), ("mother", "son"), ("father", "son"), ("boy", "girl"))
) | frozenset((("man", "woman"), ("father", "daughter"), ("brother", "sister"), ("driver", "passenger"), ("husband", "wife")))
_LONGEST = 12
"""How many words what comes along may have."""


def check(document: Document) -> Iterator[Match]:
    """Each verb that disagrees with two nouns before it, or with the one that something comes along with."""
    line = Line(document)
    for verb in line.places(frozenset(FOR_SEVERAL) | frozenset(FOR_ONE)):
        if not line.is_small(verb):
            continue
        right = FOR_SEVERAL.get(line.word(verb), "")
        is_several = _is_sum(line, verb - 1) or _is_pair(line, verb - 1) or _is_nearer(line, verb - 1)
        if right and line.is_joined(verb - 1) and is_several:
            yield line.mend(verb - 1, verb, right)
        right = FOR_ONE.get(line.word(verb), "")
        if right and line.word(verb - 1) == "," and _is_accompanied(line, verb):
            yield Match(line.span(verb, verb), (right,))


def _is_sum(line: Line, last: int) -> bool:
    """Whether a word closes “the army and the police” at the beginning of a sentence, each with its own determiner."""
    second = _lead(line, last)
    if second < 0 or line.before(second) != "and":
        return False
    first = _lead(line, second - 2)
    return first >= 0 and line.opens(first)


def _is_pair(line: Line, last: int) -> bool:
    """Whether two that can't be one share the determiner that opens a sentence: his house and car."""
    first, lead = last - 2, last - 3
    if line.before(last) != "and" or line.word(lead) not in _DETERMINERS or not line.opens(lead) or not line.is_joined(lead):
        return False
    pair = (line.word(first), line.word(last))
    return line.is_joined(first) and (
        pair in _PAIRS or pair[::-1] in _PAIRS or (pair[0] != pair[1] and _APART.issuperset(pair))
    )


def _is_nearer(line: Line, last: int) -> bool:
    """Whether a plural closes “nor the councillors” or “either the mayor or his aides”: the verb goes with what is nearer."""
    lead = last - 1
    if line.word(lead) not in _DETERMINERS or not line.is_small(last) or not line.is_joined(lead):
        return False
    is_either = line.before(lead) == "or" and line.word(lead - 4) == "either" and line.opens(lead - 4)
    return (is_either or line.before(lead) == "nor") and (line.word(last) in ("aides", "parents") or is_only_plural(line, last))


def _lead(line: Line, last: int) -> int:
    """The determiner of a noun phrase of one or two words in small letters, or -1."""
    for lead in (last - 1, last - 2):
        if not line.is_joined(lead) or not line.written(lead + 1).islower():
            return -1
        if line.word(lead) in _DETERMINERS:
            return lead if line.word(last) in nouns().singulars or line.word(last) in nouns().mass | {"police"} else -1
    return -1


def _is_accompanied(line: Line, verb: int) -> bool:
    """Whether the verb closes “The minister, along with two aides,”: one thing, and others that come along."""
    for place in range(verb - 2, max(verb - _LONGEST, 1), -1):
        if line.word(place) == ",":
            along = (line.word(place + 1), line.word(place + 2)) in _WITH
            noun, known = line.word(place - 1), nouns()
            lead = next((place - step for step in (2, 3) if line.word(place - step) in _DETERMINERS), -1)
            is_one = noun in known.singulars and noun not in known.group and noun not in known.plurals
            return along and lead >= 0 and line.opens(lead) and is_one
        if line.opens(place):
            return False
    return False


RULE = Rule(
    code="GRM182",
    name="joined-subjects",
    summary="“the army and the police was”, “the minister, along with two aides, were”: two nouns and their verb.",
    rationale="What “and” joins is several; what only comes along doesn’t count, and after “nor” the nearer one does.",
    message="“{text}”: noun and verb disagree. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=frozenset("and nor either along together accompanied well".split()),
    check=check,
    bad=(
        "The army and the {police was => police were} sent in. The fire and its {smoke was => smoke were} seen.",
        "The minister, along with two aides, {were => was} held.",
        "Neither the mayor nor the {councillors was => councillors were} there.",
        "Either the mayor or his {aides has => aides have} told them. His house and {car was => car were} lost.",
    ),
    good=(
        "The army and the police were sent in, and the minister, along with two aides, was held.",
        "The day and night was long. The talk of the army and the police was loud.",
        "The committee, along with two aides, were held. Neither the councillors nor the mayor was there.",
        "“The army and the fire was here,” he said. The sale of the house and car was stopped.",
        "His friend and colleague was there; the bed and breakfast was sold. Either the aides or the mayor has told them.",
    ),
)
