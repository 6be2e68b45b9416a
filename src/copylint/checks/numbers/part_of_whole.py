"""Parts of a whole that come to more than it, and a share in per cent that two figures don't bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.checks.numbers._near import are_together, gap, is_rough, written
from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity

_W = r"[^\W\d_][\w’'-]*"
_OF_THE = lazy(r"\b[Oo]f\s(?:the|its|his|her|their|those|these)\s(?:about\s|nearly\s|some\s)?\Z")
_OF_WHICH = lazy(rf"(?:\s{_W}){{0,6}}?,\sof\s(?:which|whom|them)\s(?:about\s)?")
_WHOLE_AFTER = lazy(r"\sof\s(?:the|its)\s")
_TO_FIRST = lazy(rf"(?:\s{_W}){{1,4}},\s(?:{_W}\s){{0,2}}")
_TO_NEXT = lazy(rf"(?:\s{_W}){{0,6}}?(?:,\sand|,|;|\sand)\s(?:{_W}\s){{0,4}}?")
_VERB = lazy(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|said|say|did|do|does|who|that|which|when|while|but|also"
    r"|including|than|from|\w{3,}ed)\b"
)
_OF_THEM = lazy(rf"(?:\s{_W}){{1,6}},\s")
_THEM = lazy(r"\sof\s(?:them|whom|these)\b")
_OF = lazy(r"\b[Oo]f\s(?:the|its|his|her|their|those|these)?\s?\Z")
_THEN = lazy(rf"(?:\s{_W}){{1,4}},\s")
_OR = lazy(r",\sor\s")
_AFTER_LAST = lazy(rf"(?:\s{_W}){{0,3}}")
_SHARE = lazy(rf"(?:\s{_W}){{0,5}}?(?:,\sor\s|\s\(|\s[—–-]\s(?:or\s)?)\Z")
_SHARE_OF = lazy(r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|some)\s)?(?:(?:last|past|first|previous)\s)?")
_OF_IT = lazy(r"\s?\)|\sof\s(?:them|the total|all|those)|[,.;]|\s*\Z")


def check(document: Document) -> Iterator[Match]:
    """Each whole that its parts outrun, and each share beside the two figures it is the share of."""
    numbers = [number for number in document.numbers if number.kind is not NumberKind.YEAR]
    for place, number in enumerate(numbers):
        if number.kind is NumberKind.PERCENT and place > 1:
            yield from _share(document, numbers[place - 2], numbers[place - 1], number)
            yield from _share_of(document, numbers[place - 2], numbers[place - 1], number)
        elif number.kind in (NumberKind.COUNT, NumberKind.MONEY) and number.last is None and place + 1 < len(numbers):
            yield from _parts(document, numbers, place)


def _parts(document: Document, numbers: Sequence[Number], place: int) -> Iterator[Match]:
    """“Of the 48 survivors, 31 went home and 18 to a clinic”, “$12 million, of which”, “14 of the 31 seats, the Greens 11”."""
    prose, number, after = document.prose, numbers[place], numbers[place + 1]
    if _OF_THE.search(prose, max(0, number.span.start - 20), number.span.start) and not _is_part(prose, numbers, place):
        whole, first = number, place + 1
        if not _TO_FIRST.fullmatch(gap(prose, number, after)):
            return
    elif _OF_WHICH.fullmatch(gap(prose, number, after)) or (
        _THEM.match(prose, after.span.end) and _OF_THEM.fullmatch(gap(prose, number, after))
    ):
        whole, first = number, place + 1
    elif _WHOLE_AFTER.fullmatch(gap(prose, number, after)):
        whole, first = after, place
    else:
        return
    parts = _row(document, numbers, first, whole)
    if len(parts) == 1 and not _OF_THE.search(prose, max(0, number.span.start - 20), number.span.start):
        return
    total = sum(part.value for part in parts)
    if parts and total > whole.value and not is_rough(prose, whole):
        related = tuple(Related(part.span, "a part") for part in parts)
        yield Match(whole.span, (), {"what": f"the parts come to {written(total, '1')}"}, related)


def _is_part(prose: str, numbers: Sequence[Number], place: int) -> bool:
    """Whether a number is the whole of the part before it: “14 of the 31”."""
    return place > 0 and _WHOLE_AFTER.fullmatch(gap(prose, numbers[place - 1], numbers[place])) is not None


def _row(document: Document, numbers: Sequence[Number], first: int, whole: Number) -> list[Number]:
    """The parts that are told in a row, each but the first without a verb of its own, so that none lies in another."""
    prose, parts, last = document.prose, [numbers[first]], numbers[first]
    start = first + 2 if numbers[first + 1 : first + 2] == [whole] else first + 1
    before = whole if start == first + 2 else last
    for number in numbers[start : start + 6]:
        is_next = _TO_NEXT.fullmatch(gap(prose, before, number)) and are_together(document, last, number)
        if not is_next or not _is_like(number, whole) or _VERB.search(_AFTER_LAST.match(prose, number.span.end)[0]):  # type: ignore[index]  # it matches anywhere
            break
        parts.append(number)
        before = number
    is_one = len(parts) == 1 and start == first + 1
    if not all(_is_like(part, whole) for part in parts) or (len(parts) == 1 and not is_one):
        return []
    return parts


def _is_like(number: Number, whole: Number) -> bool:
    return number.kind is whole.kind and number.unit == whole.unit and number.last is None


def _share(document: Document, part: Number, whole: Number, share: Number) -> Iterator[Match]:
    """“60 of 75 stations, or 90 percent of them”."""
    prose = document.prose
    if not part.kind is whole.kind is NumberKind.COUNT or not 0 < part.value < whole.value or share.last is not None:
        return
    if not are_together(document, part, share) or not _OF_IT.match(prose, share.span.end):
        return
    if not _SHARE_OF.fullmatch(gap(prose, part, whole)) or not _SHARE.search(gap(prose, whole, share)):
        return
    yield from _told(prose, part, whole, share)


def _share_of(document: Document, whole: Number, part: Number, share: Number) -> Iterator[Match]:
    """“Of 200 beds, 180, or 95 percent, are full”."""
    prose = document.prose
    if not part.kind is whole.kind is NumberKind.COUNT or not 0 < part.value < whole.value or share.last is not None:
        return
    is_of = _OF.search(prose, max(0, whole.span.start - 12), whole.span.start) and are_together(document, whole, share)
    if is_of and _THEN.fullmatch(gap(prose, whole, part)) and _OR.fullmatch(gap(prose, part, share)):
        yield from _told(prose, part, whole, share)


def _told(prose: str, part: Number, whole: Number, share: Number) -> Iterator[Match]:
    """The mark on a share that isn't the one of a part in its whole."""
    right = 100 * part.value / whole.value
    if any(is_rough(prose, number) for number in (part, whole, share)) or abs(right - share.value) <= 1:
        return
    figure = share.figure.of(prose)
    related = (Related(part.span.joined(whole.span), "the two figures"),)
    text = f"{written(right, figure)}{prose[share.figure.end : share.span.end]}"
    yield Match(share.span, (text,) if figure[:1].isdigit() else (), {"what": f"it is {text}"}, related)


RULE = Rule(
    code="NUM131",
    name="part-of-whole",
    summary="Parts come to more than their whole, or a share in per cent doesn’t fit its two figures.",
    rationale="Readers add up, and one wrong figure makes them doubt the rest.",
    message="“{text}”: {what}. Which figure is wrong?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    triggers=frozenset(["of "]),
    check=check,
    bad=(
        "Of the {48} survivors, 31 were treated at the hospital and 18 at a clinic.",
        "It is to give {$12 million}, of which $5 million is for roads, $4 million for schools and $6 million for homes.",
        "Observers were at 60 of 75 stations, or {90 percent => 80 percent} of them.",
        "The party won 14 of the {31} seats, the Alliance 11 and the Greens 7.",
        "{Eleven} people have died, seven of them in the town and five in the hills.",
        "Of 200 hospital beds, 180, or {95 percent => 90 percent}, are full.",
        "Of the {300} schools in the region, 320 were damaged.",
    ),
    good=(
        "Of the 48 survivors, 31 were treated at the hospital and 17 at a clinic.",
        "Of the 48 survivors, 31 were women and 25 were older than 60.",
        "“Of the 300 schools in the region, 320 were damaged,” he said.",
        "Observers were at 60 of 75 stations, or 80 percent of them; about 2 of 3 stations, or 70 percent, were open.",
        "Of the 12 songs on the record, two took 14 months and three took 20.",
        "It won 14 of the 31 seats, the most since 1998.",
        "She was above it in two polls, of which four are needed.",
    ),
)
