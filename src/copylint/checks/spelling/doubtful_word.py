"""A word that is none, and not far from one."""

from __future__ import annotations

from copylint.checks.spelling._unknown import doubtful
from copylint.rule import Confidence, Fix, Rule, Severity

RULE = Rule(
    code="SPL104",
    name="doubtful-word",
    summary="A word that stands in no word list is not far from one that does.",
    rationale="A misspelling costs the reader’s trust in everything around it.",
    message="“{text}” is in no word list. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=doubtful,
    bad=(
        "Three were {hopitalised => hospitalised} on Monday.",
        "A {spokeman => spokesman} said the ferry sank.",
        "The two loads were {contraster => contrasted} with each other.",
    ),
    good=(
        "Three were hospitalised on Monday, a spokesman said.",
        "“I was hopitalised,” the boy wrote.",
        "The chef, who has an umlaut in his name, serves hwachae and jangajji.",
        "They are pre-empted by a coup in absentia, a fait accompli.",
    ),
)
