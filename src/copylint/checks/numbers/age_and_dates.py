"""An age at death that the years of birth and death don't bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.checks.numbers._dates import is_real
from copylint.checks.numbers._near import is_rough
from copylint.document import Day, Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity

_BORN = lazy(r"\b(?:[Bb]orn|b\.)(?:\s(?!(?:and|died|but)\b)[^\W\d_][\w’'-]*,?){0,5}?\s\Z")
_DIED = lazy(
    r"\b(?:died|dies|d\.|death|passed away|killed|murdered|shot|assassinated|executed|drowned)\b(?:\s[\w’'-]+){0,6}?,?\s\Z", 2
)
_AGED = lazy(r"\b(?:aged|at\sage|at\sthe\sage\sof|(?:died|dies|death|murdered|killed)\sat)\s\Z", 2)
_DATED = (NumberKind.YEAR, NumberKind.DATE)


def check(document: Document) -> Iterator[Match]:
    """Each age at death of a sentence that tells one birth, one death and one age, where the three don't agree."""
    groups: dict[int, list[Number]] = {}
    for number in document.numbers:
        groups.setdefault(document.sentence_at(number.span.start), []).append(number)
    for group in groups.values():
        if len(group) > 1:
            yield from _at_odds(document.prose, group)


def _at_odds(prose: str, numbers: Sequence[Number]) -> Iterator[Match]:
    lives = [each for each in numbers if _is_life(prose, each)]
    births = [each for each in numbers if _is_after(prose, each, _BORN) and _year(each)]
    deaths = [each for each in numbers if _is_after(prose, each, _DIED) and not _is_after(prose, each, _BORN) and _year(each)]
    ages = [each for each in numbers if _is_age(prose, each)]
    if len(ages) != 1 or is_rough(prose, ages[0]):
        return
    if len(lives) == 1 and not births and not deaths and lives[0].last is not None:
        born, died, related = Day(int(lives[0].value), 0, 0), Day(int(lives[0].last), 0, 0), lives
    elif len(births) == len(deaths) == 1 and not lives and sum(each.kind in _DATED for each in numbers) == 2:
        born, died, related = _day(births[0]), _day(deaths[0]), sorted((births[0], deaths[0]), key=lambda each: each.span)
    else:
        return
    fitting = _ages(born, died)
    if ages[0].value not in fitting and 0 <= fitting[-1] < 125:
        right = " or ".join(str(age) for age in fitting)
        places = tuple(Related(each.span, "the dates") for each in related)
        yield Match(ages[0].figure, (str(fitting[0]),) if len(fitting) == 1 else (), {"right": right}, places)


def _is_after(prose: str, number: Number, pattern: object) -> bool:
    found = pattern.search(prose, max(0, number.span.start - 60), number.span.start)  # type: ignore[attr-defined]  # a pattern
    return found is not None and number.kind in _DATED


def _is_life(prose: str, number: Number) -> bool:
    """Whether a number is the two years of a life, in brackets behind a name: “John Lee (1921–1999)”."""
    start, end = number.span.start, number.span.end
    return (
        number.kind is NumberKind.YEAR
        and number.last is not None
        and prose[start - 1 : start] == "("
        and prose[end : end + 1] == ")"
    )


def _is_age(prose: str, number: Number) -> bool:
    if number.last is not None or number.kind not in (NumberKind.AGE, NumberKind.COUNT) or number.span != number.figure:
        return False
    return _AGED.search(prose, max(0, number.span.start - 24), number.span.start) is not None


def _year(number: Number) -> int:
    return number.day.year if number.day is not None else int(number.value)


def _day(number: Number) -> Day:
    return number.day if number.day is not None and is_real(number.day) else Day(_year(number), 0, 0)


def _ages(born: Day, died: Day) -> tuple[int, ...]:
    """The ages that somebody who was born on one day may have had on another, the likelier last."""
    years = died.year - born.year
    if born.month and died.month and (born.month, born.day) != (died.month, died.day):
        return (years - ((died.month, died.day) < (born.month, born.day)),)
    return (years - 1, years)


RULE = Rule(
    code="NUM006",
    name="age-and-dates",
    summary="An age at death doesn’t fit the dates of birth and death beside it.",
    rationale="It is the first sum that a family does.",
    message="“{text}”: by the dates it is {right}. Which of the three is wrong?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    triggers=frozenset(["aged", " at "]),
    check=check,
    bad=(
        "She was born in 1950 and died in 2019, aged {79}.",
        "Born on 3 March 1932, he died on 9 April 2001 at the age of {59 => 69}.",
        "John Lee (1921–1999) wrote until he died at {87}.",
    ),
    good=(
        "She was born in 1950 and died in 2019, aged 68.",
        "“She was born in 1950 and died in 2019, aged 79,” he said.",
        "Born in 1950, he moved to Leeds in 1979 aged 29 and died in 2019.",
        "John Lee (1921–1999) left school at 14 and died at 77.",
        "He died at 9 a.m. on 3 May 2001 in a house that was built in 1950 for a man aged 30.",
    ),
)
