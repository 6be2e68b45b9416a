"""One figure with a million in one place and a billion in another."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.numbers._near import digit
from copylint.document import Document, Number, NumberKind
from copylint.rule import Confidence, Match, Related, Rule, Severity

_KINDS = (NumberKind.COUNT, NumberKind.MONEY)


def check(document: Document) -> Iterator[Match]:
    """Each sum of two digits or more that stands in the story a thousand times as large, or as small, as before."""
    before: dict[tuple[str, str], Number] = {}
    for number in document.numbers:
        if number.kind in _KINDS and number.span != number.figure and digit(document.prose, number) >= 1e4:
            if document.is_quoted(number.span):
                continue
            figure = number.figure.of(document.prose)
            first = before.setdefault((figure, number.unit), number)
            is_telling = len(figure.strip("0").replace(".", "")) > 1
            if is_telling and first.value in (1000 * number.value, number.value / 1000):
                related = (Related(first.span, "first given here"),)
                yield Match(number.span, (first.span.of(document.prose),), {"other": first.span.of(document.prose)}, related)


RULE = Rule(
    code="NUM014",
    name="million-for-billion",
    summary="One figure is millions in one place of a story and billions in another.",
    rationale="One of the two is a thousand times wrong.",
    message="“{text}” here, “{other}” before. Which?",
    severity=Severity.QUERY,
    confidence=Confidence.LOW,
    source="house",
    preview=True,
    triggers=frozenset(["million", "billion", "bn"]),
    check=check,
    bad=(
        "The loan was $3.5 billion. The bank took back the {$3.5 million => $3.5 billion}.",
        "Some 1.2 million people live there. Of the {1.2 billion => 1.2 million} a third are poor.",
    ),
    good=(
        "The loan was $3.5 billion, of which $3.4 million was lost.",
        "“It was $3.5 million,” she said of the $3.5 billion.",
        "It cost $5 million of $5 billion.",
    ),
)
