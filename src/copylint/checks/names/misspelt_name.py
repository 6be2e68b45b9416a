"""A known misspelling of a name."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.name_form import forms_of, plain
from copylint.document import Document, Name
from copylint.rule import Confidence, Fix, Match, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """Each mention in a form that a names pack gives as always wrong, with the right form nearest to it."""
    for entity in document.entities:
        if entity.name is None or not entity.name.misspelt:
            continue
        wrong = {plain(form) for form in entity.name.misspelt}
        for mention in entity.mentions:
            surface = plain(mention.surface)
            if surface in wrong:
                yield Match(mention.span, (_nearest(surface, entity.name),), {"note": entity.name.note})


def _nearest(surface: str, name: Name) -> str:
    from difflib import SequenceMatcher  # here, since few stories misspell a known name

    forms = [form for form in forms_of(name) if len(form.split()) == len(surface.split())] or [name.canonical]
    return max(forms, key=lambda form: SequenceMatcher(None, surface, plain(form)).ratio())


RULE = Rule(
    code="NAM024",
    name="misspelt-name",
    summary="A name is spelled in a way that is known to be wrong.",
    rationale="A misspelt name is what those who bear it notice first.",
    message="“{text}” is “{replacement}”.",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    check=check,
    bad=(
        "The plant belongs to {Proctor & Gamble => Procter & Gamble}.",
        "A statue of {Mahatma Ghandi => Mahatma Gandhi} stands in the square, near the {Phillipines => Philippines} embassy.",
    ),
    good=(
        "The plant belongs to Procter & Gamble.",
        "“I met Mahatma Ghandi,” the pupil wrote.",
        "The proctor of the college took a gamble.",
        "A statue of Mahatma Gandhi stands near Proctor Street.",
    ),
)
