"""Furniture of the page, and links to other stories, left in the copy."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BlockKind, Document
from copylint.rule import Confidence, Example, Match, Quotes, Rule, Severity
from copylint.spans import Span

_KINDS = frozenset({BlockKind.FURNITURE, BlockKind.RELATED_LINK})


def check(document: Document) -> Iterator[Match]:
    """Each run of neighbouring blocks that are furniture or links to other stories; a rule of dashes or stars is none."""
    run: Span | None = None
    for block in document.blocks:
        if block.kind in _KINDS and any(map(str.isalpha, block.span.of(document.prose))):
            run = block.span if run is None else run.joined(block.span)
        elif run is not None:
            yield Match(run)
            run = None
    if run is not None:
        yield Match(run)


RULE = Rule(
    code="RES151",
    name="page-furniture",
    summary="Labels, links or buttons of a web page stand in the copy.",
    rationale="They belong to the page the text was copied from; in print or in another layout they are nonsense.",
    message="“{text}” is part of the page, not of the story. Take it out?",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=_KINDS,
    check=check,
    bad=(
        Example(
            "Ferry back in service after storm\n\n{Read Mode\n4 min read}\n\n"
            "The ferry to Norvik sailed again on Tuesday after two days in harbour, the operator said.",
            format="plain",
        ),
        Example(
            "Ferry back in service after storm\n\n"
            "The ferry to Norvik sailed again on Tuesday after two days in harbour, the operator said.\n\n"
            "{Read more:\n\nStorm closes harbour for second day}",
            format="plain",
        ),
    ),
    good=(
        Example(
            "Ferry back in service after storm\n\nBy Ann Lee\n\n"
            "The ferry to Norvik sailed again on Tuesday after two days in harbour, the operator said.\n\n"
            "“Read more books,” the captain told passengers.",
            format="plain",
        ),
        Example(
            "Ferry back in service after storm\n\n"
            "Passengers were told to follow the crew on deck and to share this news with their families.",
            format="plain",
        ),
        Example("The advertisement ran for two weeks in the local paper and was then withdrawn.", format="plain"),
    ),
)
