"""A forecast without a forecaster."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import beside, found, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span
from copylint.words import Words

_CHANGE = (
    "rise|fall|grow|shrink|reach|double|triple|quadruple|increase|decrease|decline|drop|climb|exceed|surpass|worsen|improve"
    "|jump|soar|plunge|slow|cost|lose|gain|top|hit|peak|spread|last|reduce|boost|widen|narrow|swell|rebound|collapse|slip|add"
    "|account|outnumber|run out|win|expand|control"
)
# What somebody arranges is expected because it was announced.
_ARRANGED = (
    "announce|appear|appoint|arrive|ask|attend|be|become|begin|call|decide|deliver|do|file|fly|give|go|headline|hold|introduce|issue"
    "|join|land|launch|leave|make|meet|name|nominate|open|pass|perform|play|plead|present|propose|publish|raise|release|return|rule"
    "|run|say|sign|speak|start|take|talk|testify|travel|unveil|visit|vote|again|also|come|happen|remain|have|seek|select|tell|use|continue|kick|produce|provide|comply|follow|report|serve"
)
_FORECAST = lazy(
    rf"\b(?:is|are|was|were)\s(?:now\s|also\s|widely\s|still\s)?(?:expected|projected|predicted|forecast|estimated)"
    rf"\sto\s(?!(?:{_ARRANGED})\b)(?:\w+ly\s)?\w+"
    rf"|\b(?:is|are|was|were)\s(?:now\s|also\s|still\s)?(?:likely|set|bound|poised|on\scourse|on\strack)\sto\s(?:\w+ly\s)?(?:{_CHANGE})\b"
    rf"|\b(?:will|would|could|may)\s(?:likely|probably|almost\scertainly)\s(?:{_CHANGE})\b"
    rf"|\bwill\s(?:{_CHANGE})\s(?:to\s|by\s|from\s|about\s|around\s|nearly\s|more\sthan\s|almost\s|another"
    rf"\s|an\sextra\s|at\sleast\s)*[$£€]?\d[\d,.]{{0,12}}"
    rf"|\bby\s(?:the\send\sof\s)?20[2-9]\d,?\s[^.;!?\r\n]{{0,40}}?\bwill\s(?:{_CHANGE})\b",
    re.IGNORECASE,
)
_LIKELY = frozenset("expected projected predicted forecast estimated likely set bound poised course track".split())
_TO, _BY, _WILL = frozenset(["to"]), frozenset(["by", "of"]), frozenset(["will"])
_MODALS, _HEDGES = frozenset(["will", "would", "could", "may"]), frozenset(["likely", "probably", "almost"])
_CHANGES = frozenset(_CHANGE.replace("run out", "run").split("|"))
_DATA = lazy(
    r"\b(?:forecasts?|forecasters|projections?|estimates?|models?|study|studies|report|reports|survey|polls?|data"
    r"|analysts?|economists?|experts?"
    r"|meteorologists?|scientists|researchers|according|predict\w*|budget office|outlook|census|delegates?|precincts?"
    r"|caucus\w*)\b",
    re.IGNORECASE,
)
_SCHEDULED = lazy(
    r"\b(?:hearing|trial|meeting|session|festival|conference|construction|works?|ceremony|event|tour|vote|talks|flight"
    r"|run|race|show|summit|shares?|stocks?"
    r"|hurricane|storm|winds?|rain|temperatures?|match|season|contract|term|sentence|law|rule|bill|pay|wage|fare|tax"
    r"|fee|toll|delegates?|votes?|seats?|ballots?|shutoffs?|outages?)\b",
    re.IGNORECASE,
)
_FIRST = lazy(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")


def check(document: Document) -> Iterator[Match]:
    """Each forecast whose sentence and the one before report nobody’s word, where no data stand near and nothing is"
    " arranged.
    """
    answered: dict[int, bool] = {}
    for match, sentence in found(document, _FORECAST, _ahead(document.words)):
        if sentence not in answered:
            is_said = any(is_sourced(document, number) for number in beside(document, sentence, -1, 0))
            answered[sentence] = is_said or _is_exempt(document, sentence)
        if answered[sentence]:
            continue
        yield Match(Span(match.start(), match.start() + len(match[0].rstrip(".,"))))


def _ahead(words: Words) -> list[int]:
    """The tokens of which each forecast has one."""
    years = {number for number in words.digits if words.surface(number).startswith("20")}
    by_year = (number for number in words.places(_BY) if number + 1 in years) if years else ()
    return [*words.pairs(_LIKELY, _TO), *words.pairs(_MODALS, _HEDGES), *words.pairs(_WILL, _CHANGES), *by_year]


def _is_exempt(document: Document, sentence: int) -> bool:
    """Whether data stand beside it, or it speaks of something arranged, of the writer, or asks."""
    own = text(document, sentence)
    if _SCHEDULED.search(own) or _FIRST.search(own) or own.rstrip('”" ').endswith("?"):
        return True
    return any(_DATA.search(text(document, number)) for number in beside(document, sentence, -1, 0))


RULE = Rule(
    code="ATT112",
    name="unsourced-forecast",
    summary="A forecast stands without a forecaster.",
    rationale="Nobody knows the future; the reader wants to know whose guess it is.",
    message="“{text}”: who expects it?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP, statement of news values: disputable facts that were not witnessed carry their source",
    blocks=BODY,
    check=check,
    bad=(
        "The town is growing fast. Its population {is expected to double} before the decade is out.",
        "The plan has its price. The bridge {will cost about $4} billion.",
    ),
    good=(
        "Its population is expected to double by then, the mayor said.",
        "“Its population is expected to double,” he said.",
        "The census office counted again. Its population is expected to double.",
        "The trial is expected to last four weeks.",
        "We are likely to lose, but I don’t mind.",
    ),
)
