"""An abbreviation of a little-known body that the story never explains."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._place import is_short, told
from copylint.checks.names.abbreviation_before_introduction import NOUN_AFTER, is_explained
from copylint.document import BODY, Document, Entity, Mention
from copylint.rule import Confidence, Match, Related, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """The first use of each abbreviation that a names pack says needs an introduction, where the story has none at all."""
    for entity in document.entities:
        if entity.name is not None and entity.name.needs_intro:
            yield from _unexplained(document, entity)


def _unexplained(document: Document, entity: Entity) -> Iterator[Match]:
    mentions = list(told(document, entity))
    if not mentions or not all(map(is_short, entity.mentions)):
        return
    if not any(is_explained(document, mention) or _is_told(document, mention) for mention in mentions) and entity.name:
        related = tuple(Related(mention.span, "again here") for mention in mentions[1:4])
        yield Match(mentions[0].span, details={"full": entity.name.canonical}, related=related)


def _is_told(document: Document, mention: Mention) -> bool:
    """Whether a mention is a credit in brackets, or the word after it says what it is: “[NYT]”, “the YPG militia”."""
    prose, span = document.prose, mention.span
    return prose[max(0, span.start - 1) : span.start] in ("[", "(") or NOUN_AFTER.match(prose, span.end) is not None


RULE = Rule(
    code="NAM001",
    name="abbreviation-never-explained",
    summary="An abbreviation that few readers know is never explained.",
    rationale="Whoever doesn't know the letters doesn't know who acted.",
    message="What is “{text}”? The story never says. “{full}”?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Fighters of the {PKK} crossed the river on Monday. Villagers fled.",
        "He joined {ISKP}, his brother said.",
    ),
    good=(
        "The Kurdistan Workers’ Party (PKK) crossed the river. The PKK has fought the state since 1984.",
        "He joined the militant group ISKP, his brother said.",
        "“The PKK is gone,” he said.",
        "PKK fighters crossed the river, and so did the PKK militia.",
        "The FBI came.",
        "He joined the PKK, an armed Kurdish group.",
    ),
)
