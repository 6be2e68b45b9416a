"""Parts that don't add up to the whole they are said to make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.checks.numbers._near import are_together, gap, is_rough, written
from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity

_LOOSE = (
    r"(?!(?:including|among|at|about|around|nearly|almost|more|over|other|others|another|up|who|whom|which|where|when|while|but|or"
    r"|aged|ages|between|from|since|by|least|dead|per|each|every|then|plus|times|against|both|he|she|they|it|is|was|were|are|has|had)\b)"
)
_WORD = rf"{_LOOSE}[^\W\d_][\w’'-]*"
_OPENS = lazy(rf"(?:[ -]{_WORD}){{0,5}}(?P<opener>:\s|\s\(|\s?—\s?|\s–\s|\s-\s|,\s)(?:the\s)?")
_BETWEEN = lazy(rf"(?:\s(?P<part>{_WORD}(?:\s{_WORD}){{0,3}}))(?:,\s(?:and\s)?|,?\sand\s|;\s(?:and\s)?)(?:the\s)?")
_END = lazy(rf"(?:\s(?P<part>{_WORD}(?:\s{_WORD}){{0,3}}?))(?P<closer>\)|\s?—|\s–|\s-\s|,|\.(?:\s|\Z)|\s*\Z|\n)")
_CLOSERS = {":": (".", ""), "(": (")",), "—": ("—", ".", ""), "–": ("–", ".", ""), "-": ("-", ".", ""), ",": (",", ".", "")}
_APART = frozenset("men women boys girls children adults males females teenagers pupils teachers civilians soldiers".split())
"""Kinds of people of whom nobody is two, so that a comma is enough to tell a sum."""
_IN_ALL = lazy(r"\s(?:in\s(?:all|total)|altogether)\b")
_TO_ALL = lazy(rf"(?:\s{_WORD}){{1,3}}\s?\(")
_ROW = lazy(r"(?:\s[^\W\d_][\w’'-]*){1,6}?(?:,|,?\sand)\s")
_ROW_TO_ALL = lazy(r"(?:\s[^\W\d_][\w’'-]*){1,6},\s(?:or\s)?")
_OPINION = lazy(r"\b(?:undecided|no\sopinion|don.t\sknow|didn.t\sknow|not\ssure|unsure|neither|only|never|none)\b")
_SHARE = lazy(r"(?:\s[\w’'-]+){1,9}?(?:,\s(?:and\s|while\s)?|,?\sand\s|,?\swhile\s)(?:\w+\s)?")
_MOST = 101.0
"""In per cent: shares that were rounded may come to a little over 100."""


def check(document: Document) -> Iterator[Match]:
    """Each whole whose parts, told with it, come to another number; and shares of one whole that come to more than all."""
    numbers = document.numbers
    for place, number in enumerate(numbers):
        if number.kind is NumberKind.COUNT:
            yield from _parts_after(document, numbers, place)
            yield from _whole_after(document, numbers, place)
        elif number.kind is NumberKind.PERCENT and (place == 0 or numbers[place - 1].kind is not NumberKind.PERCENT):
            yield from _shares(document, numbers, place)


def _parts_after(document: Document, numbers: Sequence[Number], place: int) -> Iterator[Match]:
    """“14 people: seven men, three women and two children”."""
    prose, whole = document.prose, numbers[place]
    if place + 2 >= len(numbers) or whole.value < 2 or not _is_bare(whole):
        return
    opened = _OPENS.fullmatch(prose, whole.span.end, numbers[place + 1].span.start)
    if opened is None or is_rough(prose, whole):
        return
    parts, kinds, closer = _parts(prose, numbers, place + 1)
    opener = opened["opener"].strip()
    named = prose[whole.span.end : opened.start("opener")]
    if closer is None or len(parts) < 2 or closer not in _CLOSERS[opener] or not are_together(document, whole, parts[-1]):
        return
    total = sum(part.value for part in parts)
    if opener == "," and (abs(total - whole.value) > 2 or not _is_broken_down(named, kinds)):
        return
    if len({kind.split()[-1] for kind in kinds}) < len(kinds) and not _are_kinds_of(named, kinds):
        return
    if total != whole.value and len({" ".join(kind.split()[-2:]) for kind in kinds}) == len(kinds):
        yield _match(prose, whole, parts, total)


def _is_broken_down(whole: str, kinds: Sequence[str]) -> bool:
    """Whether kinds of people after a comma break down what stands before it, and don't go on with a list of kinds."""
    last = whole.split()[-1:]
    return _are_kinds_of(whole, kinds) or (
        all(kind.split()[-1] in _APART for kind in kinds) and last not in ([word] for word in _APART)
    )


def _are_kinds_of(whole: str, kinds: Sequence[str]) -> bool:
    """Whether parts are kinds of what the whole is: “12 schools, seven primary schools and five high schools”."""
    last = whole.split()[-1:]
    return all(kind.split()[-1:] == last and " " in kind for kind in kinds)


def _parts(prose: str, numbers: Sequence[Number], place: int) -> tuple[list[Number], list[str], str | None]:
    """The parts from a place on, what each counts, and the mark that closes them, if they are told in a row."""
    parts, kinds, is_last = [numbers[place]], [], False
    while not is_last and place + 1 < len(numbers) and _is_bare(numbers[place]):
        between = _BETWEEN.fullmatch(prose, numbers[place].span.end, numbers[place + 1].span.start)
        if between is None:
            break
        kinds.append(between["part"])
        is_last = "and" in between[0][between.end("part") - between.start() :]
        place += 1
        parts.append(numbers[place])
    end = _END.match(prose, numbers[place].span.end)
    if not is_last or end is None or not _is_bare(numbers[place]):
        return parts, kinds, None
    return parts, [*kinds, end["part"]], end["closer"].strip()


def _is_bare(number: Number) -> bool:
    return number.kind is NumberKind.COUNT and number.span == number.figure and number.last is None


def _whole_after(document: Document, numbers: Sequence[Number], place: int) -> Iterator[Match]:
    """“seven women and six men (12 in all)”, “700 here, 300 there and 400 abroad, 1,200 in all”."""
    yield from _row_before(document, numbers, place)
    if place + 2 >= len(numbers):
        return
    prose, (first, second, whole) = document.prose, numbers[place : place + 3]
    if not all(map(_is_bare, (first, second, whole))) or not _IN_ALL.match(prose, whole.span.end):
        return
    is_row = _BETWEEN.fullmatch(prose, first.span.end, second.span.start)
    before = numbers[place - 1] if place else None
    is_first = before is None or not _BETWEEN.fullmatch(prose, before.span.end, first.span.start)
    total = first.value + second.value
    if is_row and is_first and _TO_ALL.fullmatch(prose, second.span.end, whole.span.start) and total != whole.value:
        yield _match(prose, whole, [first, second], total)


def _row_before(document: Document, numbers: Sequence[Number], place: int) -> Iterator[Match]:
    """The sum “in all” behind a row of three parts or more."""
    prose, whole = document.prose, numbers[place]
    if not _is_bare(whole) or not _IN_ALL.match(prose, whole.span.end):
        return
    row: list[Number] = []
    after, pattern = whole, _ROW_TO_ALL
    while (
        place > len(row) and _is_bare(before := numbers[place - 1 - len(row)]) and pattern.fullmatch(gap(prose, before, after))
    ):
        row.append(before)
        after, pattern = before, _ROW
    total = sum(part.value for part in row)
    if len(row) > 2 and total != whole.value and are_together(document, row[-1], whole):
        yield _match(prose, whole, row[::-1], total)


def _shares(document: Document, numbers: Sequence[Number], place: int) -> Iterator[Match]:
    """“45 percent said yes, 38 percent said no and 27 percent had no opinion”."""
    prose, shares = document.prose, [numbers[place]]
    while place + 1 < len(numbers) and numbers[place + 1].kind is NumberKind.PERCENT:
        if not _SHARE.fullmatch(gap(prose, shares[-1], numbers[place + 1])):
            break
        place += 1
        shares.append(numbers[place])
    total = sum(share.value for share in shares)
    if len(shares) < 3 or not _MOST < total < 150 or not are_together(document, shares[0], shares[-1]):
        return
    sentence = document.sentences[document.sentence_at(shares[0].span.start)].span
    if _OPINION.search(prose, shares[1].span.end, sentence.end):
        yield _match(prose, shares[0], shares[1:], total)


def _match(prose: str, whole: Number, parts: Sequence[Number], total: float) -> Match:
    related = tuple(Related(part.span, "a part") for part in parts)
    if whole.kind is NumberKind.PERCENT:
        return Match(whole.span.joined(parts[-1].span), (), {"total": f"{total:g} per cent"}, related)
    figure = whole.figure.of(prose)
    return Match(whole.span, (written(total, figure),), {"total": written(total, "1")}, related)


RULE = Rule(
    code="NUM004",
    name="parts-and-whole",
    summary="Parts that are told with their whole come to another number.",
    rationale="Readers add up, and somebody was counted twice or left out.",
    message="The parts come to {total}. Which figure is wrong?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    check=check,
    bad=(
        "The storm killed {14 => 12} people: seven men, three women and two children.",
        "They held {22 => 23} suspects — 13 men and 10 women — for a week.",
        "Police arrested {nine => eight} people, six men and two women, on Friday.",
        "The town has {12 => 13} schools, seven primary schools and six high schools.",
        "Some 700 jobs go in Norland, 300 in Farland and 400 in Island, {1,200 => 1,400} in all.",
        "The jury of {12 => 13}, seven women and six men, retired.",
        "The jury of seven women and six men ({12 => 13} in all) retired.",
        "Of those asked, {45 percent said yes, 38 percent said no and 27 percent} were undecided.",
    ),
    good=(
        "The storm killed 12 people: seven men, three women and two children.",
        "“It killed 14 people: seven men and three women,” he said.",
        "It killed 14 people, including seven men and two children; at least 20 people (12 men and 7 women) were hurt.",
        "Police arrested nine people, two of them women and six from Leeds, and charged three men and one woman.",
        "Of those asked, 45 percent said yes, 38 percent said no and 17 percent were undecided.",
        "The team won 14 games: three at home and nine away from it.",
    ),
)
