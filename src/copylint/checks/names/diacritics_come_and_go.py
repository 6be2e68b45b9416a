"""A name that has its accents here and lacks them there."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._variants import WHERE, Kind, variants
from copylint.document import Document
from copylint.rule import Confidence, Match, Related, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """The first place of the rarer form of each name that stands with and without diacritics."""
    if document.prose.isascii():
        return
    for one in variants(document):
        if one.kind is Kind.DIACRITICS:
            related = tuple(Related(span, "spelled so here") for span in one.usual_places[:3])
            yield Match(one.places[0], (one.usual,), {"other": one.usual}, related)


RULE = Rule(
    code="NAM018",
    name="diacritics-come-and-go",
    summary="A name has its accents in one place and lacks them in another.",
    rationale="Either is a style; both in one story look as if two people were meant.",
    message="“{text}” is “{other}” elsewhere in the story. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=WHERE,
    check=check,
    bad=(
        "Nuria Pérez won. Pérez thanked her voters, and {Perez => Pérez} wept.",
        "The São Tomé talks failed, and {Tome => Tomé} is quiet. Tomé had hoped for more.",
    ),
    good=(
        "Nuria Pérez won. Pérez thanked her voters.",
        "Nuria Pérez won. “Perez is a thief,” he wrote.",
        "Nuria Pérez met Tom Perez.",
        "The resumé was long, and they resume work.",
    ),
)
