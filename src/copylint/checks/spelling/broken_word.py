"""A word with a space in it."""

from __future__ import annotations

from copylint.checks.spelling._unknown import broken
from copylint.rule import Confidence, Fix, Rule, Severity

RULE = Rule(
    code="SPL106",
    name="broken-word",
    summary="A word that stands in no word list makes a common one with that beside it.",
    rationale="The reader stumbles where a space has slipped into a word.",
    message="A space in “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=broken,
    bad=(
        "They came {to gether => together} on Monday.",
        "It was {imposs ible => impossible} to reach the {univ ersity => university}.",
    ),
    good=(
        "They came together on Monday.",
        "“They came to gether,” the child wrote.",
        "He asked for some thing to eat, and any where would do.",
        "The semi final was played in the after noon sun.",
    ),
)
