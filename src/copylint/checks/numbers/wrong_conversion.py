"""A measure whose conversion is another length, weight or temperature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import floor, log10

from copylint.analysis.units import converted, units
from copylint.checks.numbers._near import digit, gap, is_rough, written
from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Related, Rule, Severity

_METRIC = frozenset("mm cm m km sqm sqkm ha g kg t ml l km/h C".split())
_EITHER = frozenset(["nmi", "kn", "bbl"])
"""Units of the sea and of oil, which are converted to both kinds."""
_BESIDE = lazy(
    r"(?:(?:\s[\w’'-]+){0,3}?\s?[(\[]|,?\sor\s|\s?/\s?|\s[–—-]\s)(?:(?:or|about|approximately|approx\.?|roughly|around|some|nearly"
    r"|almost|over|just\sover|just\sunder|under|up\sto|equivalent\sto|equal\sto|i\.e\.|the\sequivalent\sof)\s|[~=≈]\s?)*"
)
_DIFFERENCE = lazy(
    r"\b(?:by|of|rise|rose|warm(?:er|ed|ing)|cool(?:er|ed|ing)|hott?er|colder|above|below|increase\w*|drop\w*|fell|than|limit\w*|within|extra)\b",
    2,
)
_ROUGHLY, _EXACTLY = 0.12, 0.05
"""How far a round figure may lie from the one it was converted to, as a share of itself."""


def check(document: Document) -> Iterator[Match]:
    """Each measure beside one in another unit that isn't the same, with what it would be."""
    prose = document.prose
    for first, second in pairwise(document.numbers):
        if first.kind is second.kind is NumberKind.MEASURE and _are_convertible(first.unit, second.unit):
            if not _BESIDE.fullmatch(gap(prose, first, second)) or _fits(prose, first, second):
                continue
            right = _right(prose, first, second)
            details = {"right": right or "something else", "first": first.span.of(prose)}
            related = (Related(first.span, "the figure it is converted from"),)
            yield Match(second.span, (right,) if right else (), details, related)


def _are_convertible(one: str, other: str) -> bool:
    known = units()
    if one == other or known[one].dimension != known[other].dimension or known[one].dimension == "time":
        return False
    return (one in _METRIC) != (other in _METRIC) or bool(_EITHER & {one, other})


def _fits(prose: str, first: Number, second: Number) -> bool:
    """Whether two measures are the same, rounded as they are; each end of a range by itself."""
    ends = [(first.value, second.value)]
    if (first.last is None) != (second.last is None):
        return True
    if first.last is not None and second.last is not None:
        ends.append((first.last, second.last))
    if first.unit in ("C", "F"):
        around = prose[max(0, first.span.start - 50) : second.span.end + 20]
        slack = 2.5 if is_rough(prose, first) else 1.05
        are_apart = bool(_DIFFERENCE.search(around))
        return all(
            _is_warm(one, other, first.unit, slack) or (are_apart and _is_rise(one, other, first.unit)) for one, other in ends
        )
    share = _ROUGHLY if is_rough(prose, first) or is_rough(prose, second) else _EXACTLY
    return all(
        _is_near(one, first.unit, other, second.unit, _slack(prose, second, other, share))
        or _is_near(other, second.unit, one, first.unit, _slack(prose, first, one, share))
        for one, other in ends
    )


def _slack(prose: str, number: Number, value: float, share: float) -> float:
    """How far from a value its exact figure may lie: half of its last digit, or more where it is round."""
    if number.unit in ("ft", "lb", "st") and number.step < 1:
        return 0.6 * number.step
    if number.unit in ("mph", "km/h", "kn") and value >= 20 and not value % 5:
        return 5.0
    return max(
        0.6 * digit(prose, number),
        min(0.5 * number.step, share * abs(value)),
        0.004 * abs(value),
    )


def _is_near(value: float, unit: str, other: float, other_unit: str, slack: float) -> bool:
    least, most = converted(value, unit, other_unit)
    return least - slack <= other <= most + slack


def _is_warm(one: float, other: float, unit: str, slack: float) -> bool:
    return abs(converted(one, unit, "F" if unit == "C" else "C")[0] - other) <= slack


def _is_rise(one: float, other: float, unit: str) -> bool:
    return abs((one * 1.8 if unit == "C" else one / 1.8) - other) <= 1.05


def _right(prose: str, first: Number, second: Number) -> str:
    """The second measure as it would stand, or nothing for a range or a measure in two units."""
    figure = second.figure.of(prose)
    if second.last is not None or first.last is not None or second.step < 0.1 or figure[:1].isalpha() or second.value < 0:
        return ""
    value = sum(converted(first.value, first.unit, second.unit)) / 2
    if value <= 0:
        return ""
    if "." not in figure and value >= 100 and second.step > 1:
        place = 10.0 ** (floor(log10(value)) - 1)
        value = round(value / place) * place
    start = second.figure.start - second.span.start
    text = second.span.of(prose)
    return text[:start] + written(value, figure) + text[start + len(figure) :]


RULE = Rule(
    code="NUM007",
    name="wrong-conversion",
    summary="A measure and its conversion into another unit don’t agree.",
    rationale="One of the two figures is wrong, and half of the readers go by it.",
    message="“{first}” is “{right}”, not “{text}”. Which figure is wrong?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    triggers=frozenset(["(", " or ", "/", "–", "—"]),
    check=check,
    bad=(
        "The fire has burned 300 acres ({1,200 hectares => 120 hectares}) of heath.",
        "The village lies 12 miles ({91km => 19km}) north of Leeds.",
        "It was 40C ({114F => 104F}) in the shade, and 5 feet 10 inches ({187 cm => 178 cm}) of rain fell in a year.",
        "The lake is 15 to 20 miles ({24 to 42 km}) long.",
    ),
    good=(
        "The fire has burned 300 acres (120 hectares), and lies 30 miles (50 km) off.",
        "“It burned 300 acres (1,200 hectares),” she said.",
        "It was about 40C (104F), 2C (3.6F) warmer than in May.",
        "The wall is 6 feet (1.8 m) high, 5ft 10in (1.78m) in one place, and 100 yards (90 metres) long.",
        "A 500-pound (230-kilogram) bear ran 2 miles (about 3 km), or 3.2km.",
        "It is 3 km (or 10 minutes) away, and ran 5 km in 2 miles (of fog).",
        "A pipe spilled 5,000 gallons (19,000 litres) or 1,000 barrels (42,000 gallons).",
    ),
)
