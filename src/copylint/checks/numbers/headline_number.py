"""A number in the headline that just misses the one in the story."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document, Number, NumberKind
from copylint.lazy import lazy
from copylint.rule import Confidence, Example, Match, Related, Rule, Severity
from copylint.spans import Span

_KINDS = (NumberKind.COUNT, NumberKind.MONEY, NumberKind.PERCENT, NumberKind.MEASURE)
_WORD = lazy(r"[^\W\d_]{3,}")
_ROUGHLY = lazy(
    r"(?i:\b(?:nearly|almost|about|over|more than|less than|under|some|up to|at least|around|fewer than|top|a further)\s)\Z"
)
_STEMS = ("kill", "dead", "die", "deaths", "injur", "hurt", "wound", "arrest", "miss")
_NEAR, _BESIDE, _LONG = 5, 3, 6


def check(document: Document) -> Iterator[Match]:
    """Each number of the headline that the story doesn't have, where the story has one like it of the same thing."""
    headlines = [block.span for block in document.blocks if block.kind is BlockKind.HEADLINE]
    if not headlines:
        return
    inside = [number for number in document.numbers if any(span.contains(number.span) for span in headlines)]
    bodies = tuple(block.span for block in document.blocks if block.kind in BODY)
    told = [number for number in document.numbers if any(span.contains(number.span) for span in bodies)] if inside else []
    for number in inside:
        if number.kind in _KINDS and number.value >= 2 and number.last is None and not _is_told(document.prose, number, told):
            other = next((each for each in told if _is_slip(document.prose, number, each)), None)
            if other is not None:
                related = (Related(other.span, "the number in the story"),)
                yield Match(number.span, (), {"other": other.span.of(document.prose)}, related)


def _is_told(prose: str, number: Number, told: list[Number]) -> bool:
    """Whether the story has a number of the headline, the headline rounds one of the story, or it adds two of them."""
    if _ROUGHLY.search(prose, max(0, number.span.start - 14), number.span.start):
        return True
    values = [value for each in told for value in (each.value, each.last) if value is not None]
    if any(abs(value - number.value) <= 0.5 * number.step * (number.step > 1 or value != int(value)) for value in values):
        return True
    alike = [each.value for each in told if each.kind is number.kind]
    return any(one + two == number.value for place, one in enumerate(alike) for two in alike[place + 1 : place + 12])


def _is_slip(prose: str, number: Number, other: Number) -> bool:
    """Whether a number of the story is of the same thing as one of the headline, and but a key or two away from it."""
    if other.kind is not number.kind or other.unit != number.unit or other.last is not None:
        return False
    if number.span.length == 4 and 1900 <= number.value <= 2100 and number.span == number.figure:
        return False  # a year: “Canada 2019 general election”
    if number.kind is NumberKind.COUNT and not _things(prose, number.span) & _things(prose, other.span):
        return False
    one, two = f"{number.value:.12g}", f"{other.value:.12g}"
    if {one, two} & {"1"} or "e" in one + two:
        return number.value in (1000 * other.value, other.value / 1000)
    is_turned = len(one) == len(two) > 1 and sorted(one) == sorted(two)
    differing = sum(a != b for a, b in zip(one, two, strict=False)) if len(one) == len(two) else 9
    return (
        is_turned
        or (len(one) > 1 and differing == 1)
        or (number.kind is NumberKind.COUNT and abs(number.value - other.value) == 1)
    )


def _things(prose: str, span: Span) -> set[str]:
    """What a number counts: the stems of the words after it, and of what befell them."""
    words = [word[0].lower() for word in _WORD.finditer(prose, span.end, span.end + 40)][:_NEAR]
    line = prose[span.end : span.end + 40].partition("\n")[0].lower()
    stems = {next((stem for stem in _STEMS if word.startswith(stem)), "") for word in words if word in line}
    noun = words[0].rstrip("s") if words and words[0] in line[: len(words[0]) + 2] else ""
    long = {word for word in words[:_BESIDE] if len(word) >= _LONG and word in line}
    return ({"dead" if stem in ("kill", "die", "deaths") else stem for stem in stems} | {noun} | long) - {""}


RULE = Rule(
    code="NUM013",
    name="headline-number",
    summary="A number in the headline just misses the one in the story.",
    rationale="The headline is what most people read, and it is written last.",
    message="“{text}” in the headline, “{other}” in the story. Which?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=frozenset({BlockKind.HEADLINE}),
    check=check,
    bad=(
        Example(
            "{12} killed in bus crash near Oulton\n\nA bus left the road on Monday and 13 people were killed, police said."
            "\n\nThe driver was among those who died in the crash, the operator of the bus said.",
            format="plain",
        ),
        Example(
            "Norvik port loses {$5.2 million} a year\n\nThe port lost $2.5 million last year, its owner said on Monday."
            "\n\nIt had been in the red for several years, the owner said.",
            format="plain",
        ),
    ),
    good=(
        Example(
            "13 killed in bus crash near Oulton\n\nA bus left the road on Monday and 13 people were killed, police said."
            "\n\nThe driver was among the 12 people killed at once.",
            format="plain",
        ),
        Example(
            "“12 killed” in bus crash near Oulton\n\nA bus left the road on Monday and 13 people were killed, police said."
            "\n\nThe driver was among those who died in the crash.",
            format="plain",
        ),
        Example(
            "Nearly 20 hurt in bus crash near Oulton, 9 of them badly\n\nA bus left the road on Monday and 19 people were"
            " hurt, police said.\n\nFour men and five women were badly hurt.",
            format="plain",
        ),
        Example(
            "Norland 2019 general election held\n\nVoters chose a new parliament, as they did in the 2015 general election."
            "\n\nTurnout was high on the coast, the board said.",
            format="plain",
        ),
        "In this story 12 were killed and then 13 were killed.",
    ),
)
