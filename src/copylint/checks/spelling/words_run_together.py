"""Two words without a space between them."""

from __future__ import annotations

from copylint.checks.spelling._unknown import joined
from copylint.rule import Confidence, Fix, Rule, Severity

RULE = Rule(
    code="SPL105",
    name="words-run-together",
    summary="A word that stands in no word list is a small word and another, run together.",
    rationale="The reader stumbles where a space is missing.",
    message="“{text}” is in no word list. Two words: “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=joined,
    bad=(
        "It was a question {ofthe => of the} day.",
        "He drove {withthe => with the} mayor and {saidthat => said that} it rained.",
    ),
    good=(
        "It was a question of the day, and of the night.",
        "“It was a question ofthe day,” the child wrote.",
        "She lives in Inverness, forever without a toothache.",
        "The handover went well.",
    ),
)
