"""An abbreviation that is introduced in brackets and never used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copylint.checks.names._place import short_form, told_introductions
from copylint.document import BODY, COPY, Document
from copylint.rule import Confidence, Match, Rule, Severity

_WORD = re.compile(r"[^\W_]+(?:[.&/-][^\W_]+)*")


def check(document: Document) -> Iterator[Match]:
    """Each abbreviation in brackets whose letters stand nowhere else in the copy."""
    uses: Counter[str] | None = None
    for one in told_introductions(document):
        if one.is_bracketed and one.short.start > one.full.start:
            uses = uses or _uses(document)
            short = short_form(one.short.of(document.prose))
            if uses[short] == 1:
                yield Match(one.short, details={"full": " ".join(one.full.of(document.prose).split())})


def _uses(document: Document) -> Counter[str]:
    """How often each word of capitals stands in the copy, by its letters; ISIS-linked is a use of ISIS too."""
    uses: Counter[str] = Counter()
    for block in document.body(COPY):
        for match in _WORD.finditer(document.prose, block.span.start, block.span.end):
            word = match[0].replace(".", "")
            uses.update({word, *word.split("-"), *word.split("/"), word.removesuffix("s")})
    return uses


RULE = Rule(
    code="NAM003",
    name="abbreviation-never-used",
    summary="An abbreviation is introduced in brackets and never used again.",
    rationale="It asks the reader to remember letters that never come.",
    message="“{text}” is not used again. Leave it out?",
    severity=Severity.QUERY,
    confidence=Confidence.HIGH,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "The River Trust Board ({RTB}) met on Monday. The board voted for the plan.",
        "She chairs the Tidal Power Council ({TPC}), which has 12 members.",
    ),
    good=(
        "The River Trust Board (RTB) met on Monday. The RTB’s chairman resigned.",
        "The River Trust Board (RTB) met on Monday. “The RTB is finished,” he said.",
        "“Our River Trust Board (RTB) won,” the leaflet said.",
        "The River Trust Board (RTB) sent RTB-funded boats.",
        "Ann Lee (SNP) voted for it, and Tom Roe (D-Ohio) against.",
    ),
)
