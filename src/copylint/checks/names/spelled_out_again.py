"""A full name that is spelled out again after its abbreviation was introduced."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._place import told_introductions
from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span


def check(document: Document) -> Iterator[Match]:
    """The first place of each full name after a use of the abbreviation that stands in brackets behind its first."""
    prose, words = document.prose, document.words
    again = {one.full.start for one in document.introductions}
    for intro in told_introductions(document):
        if not intro.is_bracketed or intro.short.start < intro.full.start:
            continue
        uses = (words.starts[number] for number in words.index.get(intro.short.of(prose), ()))
        used = next((start for start in uses if start > intro.short.end), -1)
        place = prose.find(intro.full.of(prose), used) if used >= 0 else -1
        if place < 0 or place in again:
            continue
        span = Span(place, place + intro.full.length)
        index = document.block_at(place)
        if index >= 0 and document.blocks[index].kind in BODY and not prose[span.end : span.end + 1].isalnum():
            related = (Related(intro.short, "introduced here"),)
            yield Match(span, (intro.short.of(prose),), {"short": intro.short.of(prose)}, related)


RULE = Rule(
    code="NAM005",
    name="spelled-out-again",
    summary="A name is spelled out again after the story has introduced its abbreviation and used it.",
    rationale="What the reader was asked to remember is then not used; some desks like the change: for those who don't.",
    message="“{text}” was introduced as “{short}”. “{short}” here too?",
    severity=Severity.QUERY,
    confidence=Confidence.LOW,
    source="house",
    blocks=BODY,
    triggers=frozenset(["("]),
    preview=True,
    check=check,
    bad=(
        "The River Trust Board (RTB) met. The RTB voted. A clerk of the {River Trust Board => RTB} left.",
        "She chairs the Tidal Power Council (TPC). The TPC met on Monday, and the {Tidal Power Council => TPC} voted.",
    ),
    good=(
        "The River Trust Board (RTB) met. The RTB voted, and the board left.",
        "The River Trust Board (RTB) met. The River Trust Board voted.",
        "The River Trust Board (RTB) met. The RTB voted. “The River Trust Board is finished,” he said.",
        "The River Trust Board (RTB) met. The RTB voted. The River Trust Boarding School did not.",
    ),
)
