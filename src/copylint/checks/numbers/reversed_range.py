"""A range whose end stands before its start."""

from __future__ import annotations

from collections.abc import Iterator
from re import IGNORECASE

from copylint.document import Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Rule, Severity
from copylint.spans import Span
from copylint.typed import Any

_YEAR = r"(?:1[0-9]|20)\d\d"
_NO_BC = r"(?![\w–-]|,\d|\.\d|\s?B\.?C)"
_SPAN = lazy(rf"(?<![\w$£€.,/–-])(?P<first>{_YEAR})[–-](?P<last>{_YEAR}){_NO_BC}")
_FROM = lazy(
    r"\b(?:serv|rul|reign|govern|liv|work|play|last|run|ran|rang|minister|mayor|president|governor|chairman|chief|editor"
    r"|senator|director|manager|king|queen|coach|captain|member|office|power|leader|married|prison|jailed|employed|taught"
    rf"|led)(?:\w*)\s(?:\w+\s){{0,4}}?from\s(?P<first>{_YEAR})\s(?:to|until|till|through)\s(?P<last>{_YEAR}){_NO_BC}",
    IGNORECASE,
)
_BETWEEN = lazy(
    r"\bbetween\s(?P<first>[$£€]?\d[\d,]*(?:\.\d+)?)\sand\s(?P<last>[$£€]?\d[\d,]*(?:\.\d+)?)"
    r"(?=\s(?:people|men|women|children|homes|jobs|votes|soldiers|troops|years|days|weeks|months|hours|minutes|miles|metres"
    r"|meters|feet|kilometres|kilometers|km|kg|pounds|dollars|euros|tons|tonnes|percent|per\scent|deaths|members|seats"
    r"|students|workers|migrants|refugees|passengers|protesters|times|million|billion)\b(?!\s(?:BC|ago|before|below))|%)"
)
_YEARS = lazy(
    rf"\bbetween\s(?P<first>{_YEAR})\sand\s(?P<last>{_YEAR})(?=[.,;)]|\s(?:and|he|she|it|they|the|when|in|as|but|was|were|there))"
    rf"{_NO_BC}"
)
_LIFE = lazy(
    rf"\bborn\b[^.;:\n]{{0,60}}?\b(?P<first>{_YEAR})\b[^.;:\n]{{0,40}}?\bdied\b[^.;:\n]{{0,30}}?\b(?P<last>{_YEAR}){_NO_BC}"
)
_TRIGGERS = frozenset(["between", "from", "born", "–", "-"])


def check(document: Document) -> Iterator[Match]:
    """Each range of years or of counted things whose second figure is the smaller, with the two changed over."""
    prose = document.prose
    for pattern in (_SPAN, _FROM, _BETWEEN, _YEARS, _LIFE):
        for found in pattern.finditer(prose):
            if _value(found["first"]) <= _value(found["last"]) or not _is_alike(found):
                continue
            start, end = found.start("first"), found.end("last")
            between = prose[found.end("first") : found.start("last")]
            yield Match(Span(start, end), (found["last"] + between + found["first"],))


def _value(figure: str) -> float:
    return float(figure.lstrip("$£€").replace(",", "").rstrip("."))


def _is_alike(found: Any) -> bool:
    """Whether both figures count the same: both with a currency's sign, or neither; `Any`: a match of `re`."""
    signs = {figure[0] for figure in (found["first"], found["last"]) if not figure[0].isdigit()}
    if len(signs) == 1 and found["first"][0].isdigit() != found["last"][0].isdigit():
        return bool(found["last"][0].isdigit())
    after = found.string[found.end() : found.end() + 9].lstrip()
    is_scaled = after.startswith(("million", "billion"))
    return not is_scaled or _value(found["first"]) < 100


RULE = Rule(
    code="NUM003",
    name="reversed-range",
    summary="A range runs from the later year or the larger number to the earlier or smaller one.",
    rationale="Two figures changed places, or one of them is wrong.",
    message="“{text}” runs backwards. Is it “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    triggers=_TRIGGERS,
    check=check,
    bad=(
        "The war of {1990-1989 => 1989-1990} was short, and John Lee ({1950–1920 => 1920–1950}) saw it.",
        "He was president from {2009 to 2001 => 2001 to 2009}.",
        "Police counted between {20 and 10 => 10 and 20} people.",
        "She was born in {1950 and died in 1920 => 1920 and died in 1950}.",
    ),
    good=(
        "The war of 1989-1990 was short; he was president from 2001 to 2009.",
        "“He was president from 2009 to 2001,” she said.",
        "Sales fell from 2010 to 2001 units; the reign lasted from 1500-1450 BC.",
        "It will cost between $900 and $1 million, and between 11 and 2 the shop is shut.",
        "Call 1990-1989-22; it fell between 500 and 1 million people.",
        "The bones are between 1,500 and 1,400 years before our time.",
    ),
)
