"""A change told in per cent beside the two figures it is the change of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import IGNORECASE

from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.values import dataclass

_W = r"[\w’'-]+"
_SEP = r"[\s,;:(–—-]+"
_LEADS = (
    r"(?:up|down|by|of|an?|rose|rise|fell|fall|gained|lost|increased|decreased|dropped|climbed|jumped|grew|grown|risen|fallen"
    r"|slipped|added|won|soared|plunged|surged|declined|shrank|slumped)"
)
_HEDGED = r"(?:(?:about|nearly|almost|some|around|roughly|over|more\sthan)\s)?"
_FROM = lazy(rf"\bfrom\s(?:{_W}\s){{0,2}}\Z", IGNORECASE)
_TO = lazy(rf"(?:\s{_W}){{0,6}}?\sto\s(?:{_W}\s){{0,2}}", IGNORECASE)
_LED_ON = lazy(rf"(?:{_SEP}{_W}){{0,7}}?{_SEP}{_LEADS}\s{_HEDGED}", IGNORECASE)
_LED = lazy(rf"\b{_LEADS}\s(?:by\s)?{_HEDGED}\Z", IGNORECASE)
_ON_TO = lazy(rf",?\s(?:{_W}\s){{0,2}}to\s(?:{_W}\s){{0,2}}", IGNORECASE)
_BACK_FROM = lazy(rf"(?:\s{_W}){{0,3}}?,?\s(?:up\s|down\s|compared\swith\s)?from\s(?:{_W}\s){{0,2}}", IGNORECASE)
_UP = lazy(rf"(?:[\s,(–—-]+{_W}){{0,4}}?[\s,(–—-]+(?:up|down)\s{_HEDGED}", IGNORECASE)
_TO_FIRST = lazy(r"\bto\s\Z")
_UP_FROM = lazy(rf"(?:[\s(–—-]+{_W}){{0,5}}?(?:,|\s[(–—-])\s?(?:up|down)\sfrom\s(?:{_W}\s){{0,3}}", IGNORECASE)
_FROM_ON = lazy(rf"\sfrom\s(?:{_W}\s){{0,4}}", IGNORECASE)
_ON_FROM = lazy(rf",?\s(?:{_W}\s){{0,3}}?from\s(?:{_W}\s){{0,2}}", IGNORECASE)
_DATED = (NumberKind.YEAR, NumberKind.DATE)
_POINT = lazy(r"[\s-](?:percentage[\s-])?points?\b")


@dataclass(frozen=True, slots=True)
class Change:
    """What was before, what came after, and by how many per cent the copy says that it changed."""

    before: Number
    after: Number
    by: Number


def changes(document: Document) -> Iterator[Change]:
    """Each change of a sentence that is told with both figures and in per cent."""
    prose = document.prose
    numbers = [number for number in document.numbers if number.kind not in _DATED]
    for place, by in enumerate(numbers):
        if by.kind is NumberKind.PERCENT and by.last is None and not _POINT.match(prose, by.span.end):
            found = (shape(prose, numbers, place) for shape in (_after, _up_from, _back, _ahead, _amid))
            change = next((one for one in found if one is not None), None)
            if change is not None and _are_together(document, change):
                yield change


def _are_together(document: Document, change: Change) -> bool:
    starts = [number.span.start for number in (change.before, change.after, change.by)]
    return document.sentence_at(min(starts)) == document.sentence_at(max(starts))


def _after(prose: str, numbers: Sequence[Number], place: int) -> Change | None:
    """“from 40 to 44, up 10%”."""
    if place < 2:
        return None
    before, after, by = numbers[place - 2 : place + 1]
    is_led = _LED_ON.fullmatch(prose, after.span.end, by.span.start) and _TO.fullmatch(prose, before.span.end, after.span.start)
    is_told = is_led and _FROM.search(prose, max(0, before.span.start - 40), before.span.start)
    return Change(before, after, by) if is_told else None


def _up_from(prose: str, numbers: Sequence[Number], place: int) -> Change | None:
    """“44, up from 40, a rise of 10%”."""
    if place < 2:
        return None
    after, before, by = numbers[place - 2 : place + 1]
    is_up = _UP_FROM.fullmatch(prose, after.span.end, before.span.start) and _LED_ON.fullmatch(
        prose, before.span.end, by.span.start
    )
    return Change(before, after, by) if is_up else None


def _back(prose: str, numbers: Sequence[Number], place: int) -> Change | None:
    """“fell to 40 from 44, a drop of 10%”."""
    if place < 2:
        return None
    after, before, by = numbers[place - 2 : place + 1]
    is_to = _TO_FIRST.search(prose, max(0, after.span.start - 20), after.span.start)
    is_back = is_to and _BACK_FROM.fullmatch(prose, after.span.end, before.span.start)
    return Change(before, after, by) if is_back and _LED_ON.fullmatch(prose, before.span.end, by.span.start) else None


def _ahead(prose: str, numbers: Sequence[Number], place: int) -> Change | None:
    """“rose 10% to 44 from 40”, “rose 10%, from 40 to 44”."""
    if place + 2 >= len(numbers) or not _LED.search(prose, max(0, numbers[place].span.start - 40), numbers[place].span.start):
        return None
    by, first, second = numbers[place : place + 3]
    gaps = (by.span.end, first.span.start), (first.span.end, second.span.start)
    if _ON_TO.fullmatch(prose, *gaps[0]) and _BACK_FROM.fullmatch(prose, *gaps[1]):
        return Change(second, first, by)
    if _ON_FROM.fullmatch(prose, *gaps[0]) and _TO.fullmatch(prose, *gaps[1]):
        return Change(first, second, by)
    return None


def _amid(prose: str, numbers: Sequence[Number], place: int) -> Change | None:
    """“44, up 10% from 40”."""
    if not 0 < place < len(numbers) - 1:
        return None
    after, by, before = numbers[place - 1 : place + 2]
    is_up = _UP.fullmatch(prose, after.span.end, by.span.start) and _FROM_ON.fullmatch(prose, by.span.end, before.span.start)
    return Change(before, after, by) if is_up else None
