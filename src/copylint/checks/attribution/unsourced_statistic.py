"""A statistic without a source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from copylint.checks.attribution._claim import beside, found, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span
from copylint.words import Words

_SHARE = (
    r"(?:\d[\d,.]{0,12}\s?(?:%|percent\b|per\scent\b)|(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s(?:in"
    r"|out\sof)\s(?:every\s)?(?:three|four|five|six"
    r"|seven|eight|nine|ten|twenty|\d+)\b|(?:more\sthan\s|about\s|nearly\s|almost\s|over\s|roughly\s)(?:half|a\sthird"
    r"|a\squarter|two-thirds|three-quarters))"
)
_RISE = (
    "risen|rose|fallen|fell|increased|decreased|dropped|jumped|soared|declined|climbed|surged|grown|grew|shrank|shrunk|plunged"
)
_ABOUT = (
    r"(?:(?:just|only|about|around|nearly|almost|over|under|roughly|some|approximately|at\sleast|up\sto|by|to|from|an\sestimated"
    r"|(?:more|less|fewer)\sthan|as\smuch\sas)\s){0,3}"
)
_SHARING = (
    "makes|make|made|making|accounts|account|accounted|accounting|comprises|comprise|comprised|comprising|represents|represent"
    "|represented|constitutes|constitute|constituted|holds|hold|held|owns|own|owned|covers|cover|covered|covering|controls|control"
    "|controlled|supplies|supply|supplied|supplying|produces|produce|produced|generates|generate|generated|consumes|consume"
    "|consumed|provides|provide|provided|draws|draw|employs|employ|employed|contain|contains|contained"
)
_STATISTIC = lazy(
    rf"\b{_SHARE}\s(?:of\s(?:\w+)|(?:fewer|more|less|higher|lower)\s\w+)"
    rf"|\b(?:{_RISE}|up|down)\s{_ABOUT}{_SHARE}"
    rf"|\b(?:{_SHARING})\s(?:up\s|for\s|in\s)?{_ABOUT}{_SHARE}"
    rf"|\b{_SHARE}\s(?:are|were|have|had|belong|live|lack|need|work|came\sout)\b",
    re.IGNORECASE,
)
_RATE = lazy(
    r"\b(?:around|about|roughly|approximately|an\sestimated)\s(?:US|A|C|NZ)?[$£€]\d[\d,.]*(?:\s(?:thousand|million|billion))?"
    r"\s(?:per\s\w+|an?\s(?:day|week|month|year|head|person|barrel|ton|tonne)|apiece)\b",
    re.IGNORECASE,
)
# What a share ends with (two-thirds has a part, thirds), and may follow it; what may follow a rise.
_PERCENT = frozenset(["%", "percent", "cent"])
_PARTS = frozenset("half third quarter thirds quarters three four five six seven eight nine ten twenty".split())
_OF = frozenset("of fewer more less higher lower are were have had belong live lack need work came".split())
_RISES = frozenset(_RISE.split("|"))
_BY = frozenset("by to from about nearly more almost over roughly around one two three four five six seven eight nine".split())
_ROUGHLY = frozenset("around about roughly approximately estimated".split())
_MONEY = frozenset(["us", "a", "c", "nz", "$", "£", "€"])
_REST = lazy(r"\s(?:of|fewer|more|less|higher|lower|are|were|have|had|belong|live|lack|need|work|came\sout)\b", re.IGNORECASE)
_LIMIT = lazy(
    r"\b(?:limit|quota|target|ceiling|cap|threshold|goal|at\sleast|comment|famous|infamous|trillion|gross\sdomestic|GDP|unemployment"
    r"|inflation|humidity|contained|complete|completed|full|sure|certain|time|way|day|week|season|game|games|match)\b",
    re.IGNORECASE,
)
_DATA = lazy(
    r"\b(?:according|surveys?|surveyed|census|study|studies|reports?|reported|data|figures|statistics|stats|estimates?"
    r"|estimated|polls?|polled|polling|pollsters?"
    r"|bureau|research\w*|analysis|index|found|records?|counted|audit|respondents|chart|graph|table|percentages?"
    r"|sample|numbers)\b",
    re.IGNORECASE,
)
_COUNTED = lazy(
    r"\b(?:vot\w+|ballots?|turnout|elections?|electorate|electors?|primary|primaries|delegates|seats?|caucus\w*"
    r"|referendum|shares?|shareholders|stocks?|stake|bonds?|traded"
    r"|trading|investors|markets?|yields?|tax|tariffs?|discount|supporters|Democrats|Republicans|precincts"
    r"|margin|approval|lead|leads|runoff|round|candidates?)\b",
    re.IGNORECASE,
)
_POLL = lazy(r"\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed|respondents|questionnaire)\b", re.IGNORECASE)
_NEAR = (-4, -3, -2, -1, 1, 2)
"""How far from its figures the makers of a poll are named."""
_DIGIT = lazy(r"\d")
_LIKELY = 0.5
"""From this probability on a sentence is taken to go on with what somebody says."""
_FIRST = lazy(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")


def check(document: Document) -> Iterator[Match]:
    """Each statistic that isn't counted in public, where neither its sentence nor its neighbours report a word or name data."""
    answered: dict[int, bool] = {}
    words = document.words
    shares = found(document, _STATISTIC, _shares(words))
    rates = found(document, _RATE, words.pairs(_ROUGHLY, _MONEY))
    for match, sentence in chain(shares, rates):
        if sentence not in answered:
            answered[sentence] = _is_answered(document, sentence)
        if not answered[sentence]:
            answered[sentence] = True  # one question a sentence
            yield Match(Span(match.start(), match.start() + len(_REST.split(match[0])[0])))


def _shares(words: Words) -> list[int]:
    """The tokens of which each share or rise has one."""
    return words.places(_PERCENT) + words.pairs(_PARTS, _OF) + words.pairs(_RISES, _BY)


def _is_answered(document: Document, sentence: int) -> bool:
    """Whether the sentence or one beside it says whose figure it is, or it is counted in public, or the writer’s own."""
    own = text(document, sentence)
    if _DATA.search(own) or _COUNTED.search(own) or _LIMIT.search(own) or _FIRST.search(own) or is_sourced(document, sentence):
        return True
    if any(_vouches(document, number) for number in beside(document, sentence, -1, 1)):
        return True
    if any(_POLL.search(text(document, sentence + step)) for step in _NEAR) or _goes_on(document, sentence):
        return True
    return document.attributed(sentence) >= _LIKELY


def _goes_on(document: Document, sentence: int) -> bool:
    """Whether the sentence before, in another paragraph too, gives the source of such a figure."""
    return is_sourced(document, sentence - 1) and _STATISTIC.search(text(document, sentence - 1)) is not None


def _vouches(document: Document, sentence: int) -> bool:
    """Whether a sentence beside the figure speaks of data, or reports somebody’s word on a figure."""
    words = text(document, sentence)
    return bool(_DATA.search(words)) or (is_sourced(document, sentence) and _DIGIT.search(words) is not None)


RULE = Rule(
    code="ATT111",
    name="unsourced-statistic",
    summary="A statistic stands without a source in its sentence or beside it.",
    rationale="A share or a rate was counted by somebody, in some year, in some way.",
    message="“{text}”: whose figure?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="BBC guidance on statistics: figures are attributed and put in context",
    blocks=BODY,
    check=check,
    bad=(
        "The town is poor. {More than half} of the children go to school hungry.",
        "It has changed. Crime has {risen by 14 percent} since the mine closed.",
        "The dam is full. Wind {supplies about 12 percent} of the power.",
        "Ann Lee told the council that the town was poor. About {60 percent} of the houses are empty.",
        "The crossing is dear. The town pays for the ferry, at {roughly $80,000 a month}.",
    ),
    good=(
        "More than half of the children go to school hungry, the council said.",
        "“Crime has risen by 14 percent,” he said.",
        "Crime has risen by 14 percent. The figures are for May.",
        "About 40 percent of residents voted for the plan.",
        "The tax rose to 20 percent.",
        "The council counted the mills. Wind supplies about 12 percent of the power.",
        "“We pay about $80,000 a month for the ferry,” he said.",
    ),
)
