"""An abbreviation that follows a full name and is never tied to it."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.name_form import is_abbreviation
from copylint.checks.names._place import is_short, short_form, told, told_introductions
from copylint.document import BODY, Document, Entity, Mention
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_OR = lazy(r"(?:[ \xa0][a-z][\w’'-]*){1,2}, (?:or|also known as|known as) (?:the )?")


def check(document: Document) -> Iterator[Match]:
    """The first use of each such abbreviation.

    Names that a names pack says need no introduction are left alone, and so are abbreviations with stops (S.E.C.): the
    styles that print them don't put them in brackets either.
    """
    tied = {short_form(one.short.of(document.prose)) for one in told_introductions(document)}
    for entity in document.entities:
        if entity.name is None or entity.name.needs_intro:
            yield from _untied(document, entity, tied)


def _untied(document: Document, entity: Entity, tied: set[str]) -> Iterator[Match]:
    mentions = list(told(document, entity))
    full = next((mention for mention in mentions if " " in mention.surface and not is_short(mention)), None)
    short = next((mention for mention in mentions if is_abbreviation(mention.surface)), None)
    if full is None or short is None or short.span.start < full.span.end:
        return
    if "." not in short.surface and short_form(short.surface) not in tied and not _is_beside(document, full, short):
        yield Match(
            Span(short.span.start, short.span.start + len(short.surface)),
            details={"full": " ".join(full.surface.split())},
            related=(Related(full.span, "named in full here"),),
        )


def _is_beside(document: Document, full: Mention, short: Mention) -> bool:
    """Whether nothing but marks and a small word stand between the two."""
    between = document.prose[full.span.end : short.span.start]
    if between.endswith("[") or _OR.fullmatch(between):
        return True
    return len(between) < 12 and not any(mark in between for mark in ".;:\n\r") and len(between.split()) < 3


RULE = Rule(
    code="NAM006",
    name="abbreviation-never-tied",
    summary="An abbreviation follows a full name, and nothing ties the two together.",
    rationale="A reader who doesn't know the abbreviation has to guess that it is the name further up.",
    message="“{text}” is nowhere tied to “{full}”. Put it in brackets after the first full name, or spell it out here?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "The Tidal Power Council met on Monday. Members of the {TPC} voted for the plan.",
        "She worked for the Wall Street Journal until May. The {WSJ} did not comment.",
    ),
    good=(
        "The Tidal Power Council (TPC) met on Monday. Members of the TPC voted for the plan.",
        "The Tidal Power Council, or TPC, met on Monday. The TPC voted for the plan.",
        "The Tidal Power Council met. “The TPC has failed us,” said Ann Lee.",
        "The Federal Bureau of Investigation opened a file in May. The FBI closed it in June.",
        "The European Union and the EU’s critics agreed.",
        "The Tidal Power Council met. The T.P.C. voted for the plan.",
        "The Tidal Power Council met. The RSPB sent nobody.",
        "The Tidal Power Council program, or TPC, was cut. The TPC cost too much.",
    ),
)
