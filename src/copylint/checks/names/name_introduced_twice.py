"""An abbreviation that is explained in brackets twice."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._place import short_form, told_introductions
from copylint.document import BODY, Document, Introduction
from copylint.rule import Confidence, Match, Related, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """Each explanation of an abbreviation after its first."""
    first: dict[str, Introduction] = {}
    for one in told_introductions(document):
        if not one.is_bracketed:
            continue
        short = short_form(one.short.of(document.prose))
        earlier = first.setdefault(short, one)
        if earlier is not one and earlier.full.of(document.prose)[:1].lower() == one.full.of(document.prose)[:1].lower():
            yield Match(one.short, related=(Related(earlier.short, "introduced here"),))


RULE = Rule(
    code="NAM004",
    name="abbreviation-introduced-twice",
    summary="An abbreviation is explained in brackets a second time.",
    rationale="The reader knows it already, and wonders whether another body is meant.",
    message="“{text}” was introduced above. Is it needed again?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    blocks=BODY,
    triggers=frozenset(["("]),
    check=check,
    bad=(
        "The River Trust Board (RTB) met. Later the River Trust Board ({RTB}) voted.",
        "Members of the Tidal Power Council (TPC) came.\n\nThe Tidal Power Council ({TPC}) was founded in 1950.",
    ),
    good=(
        "The River Trust Board (RTB) met. Later the RTB voted.",
        "The River Trust Board (RTB) and the Rail Transport Bureau (RTB2) met.",
        "The River Trust Board (RTB) met. “Our River Trust Board (RTB) won,” the leaflet said.",
        "Ann Lee (Labour) and Tom Roe (Labour) voted for it.",
    ),
)
