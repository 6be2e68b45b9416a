"""A range whose end stands before its start."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from re import IGNORECASE

from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_OTHER_YEARS = lazy(r"[\w–-]|[,.]\d|\s?B\.?C")
_HELD = lazy(
    r"\b(?:serv|rul|reign|govern|liv|work|play|last|run|ran|rang|minister|mayor|president|governor|chairman|chief|editor"
    r"|senator|director|manager|king|queen|coach|captain|member|office|power|leader|married|prison|jailed|employed|taught"
    r"|led)\w*\s(?:\w+\s){0,4}?from\s\Z",
    IGNORECASE,
)
_COUNTED = lazy(
    r"\s(?:people|men|women|children|homes|jobs|votes|soldiers|troops|deaths|members|seats|students|workers|migrants|refugees"
    r"|passengers|protesters|times)\b(?!\s(?:BC|ago|before|below))"
)
_OLDEN = lazy(r"\s(?:BC|ago|before|below)\b")
_CLAUSE = lazy(r"[.,;)]|\s(?:and|he|she|it|they|the|when|in|as|but|was|were|there)\b")
_BORN = lazy(r"\bborn\b[^.;:\n]{0,60}\Z")
_DIED = lazy(r"[^.;:\n]{0,40}?\bdied\b[^.;:\n]{0,30}")
_TRIGGERS = frozenset(["between", "from", "born", "–", "-"])


def check(document: Document) -> Iterator[Match]:
    """Each range of years or of counted things whose second figure is the smaller, with the two changed over."""
    prose = document.prose
    for number in document.numbers:
        if number.kind is NumberKind.YEAR and number.last is not None and number.last < number.value:
            first, dash, last = number.figure.of(prose).rpartition("–")
            if not dash:
                first, dash, last = number.figure.of(prose).rpartition("-")
            if len(first) == len(last) == 4 and not _OTHER_YEARS.match(prose, number.span.end) and _is_free(prose, number):
                yield Match(number.span, (f"{last}{dash}{first}",))
    for first_number, second in pairwise(document.numbers):
        if _size(second) < _size(first_number) and _is_range(prose, first_number, second):
            yield _changed_over(prose, first_number, second)


def _is_free(prose: str, number: Number) -> bool:
    """Whether no sign of a sum or a code stands before a range."""
    return prose[number.span.start - 1 : number.span.start] not in ("$", "£", "€", "–", "-", ",")


def _size(number: Number) -> float:
    return float(number.day.year) if number.day is not None else number.value


def _is_range(prose: str, first: Number, second: Number) -> bool:
    """Whether two numbers that stand after each other are the ends of one range or of one life."""
    between = prose[first.span.end : second.span.start]
    before = prose[max(0, first.span.start - 80) : first.span.start]
    are_years = first.kind is second.kind is NumberKind.YEAR and not _OTHER_YEARS.match(prose, second.span.end)
    if between == " and " and before.lower().endswith("between "):
        if are_years or all(map(_may_be_year, (first, second))):
            return _CLAUSE.match(prose, second.span.end) is not None
        return _is_alike(prose, first, second)
    if between in (" to ", " until ", " till ", " through "):
        return are_years and _HELD.search(before) is not None
    has_years = all(each.kind is NumberKind.YEAR or (each.day and each.day.year) for each in (first, second))
    return bool(has_years and _BORN.search(before) and _DIED.fullmatch(between))


def _may_be_year(number: Number) -> bool:
    """Whether a bare figure of four digits reads as a year."""
    is_bare = number.span == number.figure and number.span.length == 4 and number.last is None
    return is_bare and number.kind in (NumberKind.YEAR, NumberKind.COUNT) and 1600 <= number.value <= 2100


def _is_alike(prose: str, first: Number, second: Number) -> bool:
    """Whether two numbers count the same: by their signs and units, or by the noun that follows."""
    if first.last is not None or second.last is not None or _OLDEN.match(prose, second.span.end):
        return False
    is_same = first.kind is second.kind and first.unit == second.unit
    if is_same and first.kind is NumberKind.COUNT:
        return _COUNTED.match(prose, second.span.end) is not None
    kinds = (NumberKind.PERCENT, NumberKind.MONEY, NumberKind.MEASURE)
    is_bare = first.kind is NumberKind.COUNT and first.span == first.figure
    return second.kind in kinds and (is_same or is_bare)


def _changed_over(prose: str, first: Number, second: Number) -> Match:
    """The mark on a range, or on the years of a life, with its two figures changed over."""
    one, two = (each.figure if each.day is None else each.span for each in (first, second))
    signed = first.kind is second.kind is NumberKind.MONEY and first.span.start < one.start and second.span.start < two.start
    one, two = (first.span, second.span) if signed or first.day or second.day else (one, two)
    return Match(one.joined(two), (two.of(prose) + prose[one.end : two.start] + one.of(prose),))


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
        "He took it between {2009 and 2006 => 2006 and 2009}.",
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
