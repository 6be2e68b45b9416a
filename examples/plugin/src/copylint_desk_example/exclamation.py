"""DSK101: an exclamation mark in our own voice."""

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """A match for each exclamation mark in running copy outside quotations."""
    tokens = document.tokens
    for block in document.body():
        for index in tokens.within(block.span):
            span = tokens.span(index)
            if span.of(document.prose) == "!" and not document.is_quoted(span):
                yield Match(span, replacements=(".",))


RULE = Rule(
    code="DSK101",
    name="exclamation-mark",
    summary="An exclamation mark stands in our own voice.",
    rationale="News that shouts is trusted less.",
    message="An exclamation mark in our own voice. Would “{replacement}” do?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    blocks=BODY,
    triggers=frozenset("!"),
    check=check,
    bad=("The ferry is saved{! => .}", "It rained{! => .} The fair went on."),
    good=("The ferry is saved.", "“We did it!” she said.", "They sang “Oklahoma!” and went home."),
)
