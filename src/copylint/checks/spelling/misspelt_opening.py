"""A misspelt word that opens a sentence."""

from __future__ import annotations

from copylint.checks.spelling._capitals import openings
from copylint.rule import Confidence, Fix, Rule, Severity

RULE = Rule(
    code="SPL108",
    name="misspelt-opening",
    summary="The first word of a sentence stands in no word list, and is a usual slip away from a very common word.",
    rationale="A misspelling costs the reader’s trust in everything around it.",
    message="“{text}” is in no word list. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=openings,
    bad=(
        "It rained. {Eventualy => Eventually}, the river fell.",
        "{Severel => Several} houses were flooded.",
    ),
    good=(
        "It rained. Eventually, the river fell.",
        "Vandermeer said the river fell. Vandermeer lives there.",
        "“Severel houses was wet,” the note said.",
        "Severel Jones said that houses were flooded.",
    ),
)
