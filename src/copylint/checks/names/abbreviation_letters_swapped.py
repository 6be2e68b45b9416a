"""An abbreviation whose letters stand in another order than where the story explains it."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.name_form import is_abbreviation
from copylint.checks.names._place import short_form, told_introductions
from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Related, Rule, Severity

_SHORTEST = 3


def check(document: Document) -> Iterator[Match]:
    """The first place of each abbreviation that nobody explains and that has the letters of one that is explained."""
    told = {short_form(one.short.of(document.prose)): one.short for one in told_introductions(document)}
    explained = {"".join(sorted(short)): short for short in told if len(short) >= _SHORTEST}
    if not explained:
        return
    words = document.words
    known = {short_form(mention.surface) for entity in document.entities for mention in entity.mentions}
    for surface in words.capitals:
        short = short_form(surface) if surface[1:2].isupper() else ""
        other = explained.get("".join(sorted(short)), "")
        if other in ("", short) or short in told or short in known or not is_abbreviation(short):
            continue
        span = words.span(words.index[surface][0], words.index[surface][0] + 1)
        block = document.block_at(span.start)
        if block >= 0 and document.blocks[block].kind in BODY and not document.is_quoted(span):
            yield Match(span, (other,), {"other": other}, (Related(told[other], "explained here"),))


RULE = Rule(
    code="NAM041",
    name="abbreviation-letters-swapped",
    summary="An abbreviation has the letters of one that the story explains, in another order.",
    rationale="It reads as another body, which doesn’t exist.",
    message="“{text}” stands nowhere else. Is it “{other}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(["(", ", or "]),
    check=check,
    bad=(
        "The River Trust Board (RTB) met. A clerk of the {RBT => RTB} wept, and the RTB left.",
        "The Tidal Power Council, or TPC, met. It pleased the {TCP => TPC}.",
    ),
    good=(
        "The River Trust Board (RTB) met. A clerk of the RTB wept.",
        "The River Trust Board (RTB) met the Board of River Trade (BRT). The BRT left.",
        "The River Trust Board (RTB) met. “The RBT is finished,” he said, and the RTB left.",
    ),
)
