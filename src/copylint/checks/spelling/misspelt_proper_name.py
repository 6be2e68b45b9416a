"""A well-known name of a place, a people, a day or an institution with a slip in it."""

from __future__ import annotations

from copylint.checks.spelling._capitals import names
from copylint.rule import Confidence, Fix, Rule, Severity

RULE = Rule(
    code="SPL107",
    name="misspelt-proper-name",
    summary="The well-known name of a place, a people, a day or an institution has a slip in it.",
    rationale="Those whose name it is see it first.",
    message="“{text}” is in no list of names. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=names,
    bad=(
        "The ship sailed from {Pennsylvannia => Pennsylvania} to the coast of {Portugual => Portugal}.",
        "He spoke on {Thurdsay => Thursday} to the {Committe => Committee} on Trade.",
    ),
    good=(
        "The ship sailed from Massachusetts to the coast of Portugal.",
        "Brasilia is a city, and Columbia is a university.",
        "“I live in Massachussetts,” the pupil wrote.",
        "Mr Portugall and Ms Germane met Dr Chicano.",
    ),
)
