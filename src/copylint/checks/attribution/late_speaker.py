"""A quotation whose speaker comes after its second sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from copylint.checks.attribution._claim import speaks
from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Quotes, Related, Rule, Severity

_LEAST = 30
"""A quotation of fewer tokens is read before anybody wonders."""
_MOST = 2
"""After so many sentences of a quotation the reader wants to know who speaks."""


def check(document: Document) -> Iterator[Match]:
    """The first words of each quotation of three sentences or more that opens a paragraph and names its speaker behind them."""
    for index, quote in enumerate(document.bare_quotes):
        number = document.block_at(quote.span.start)
        if number < 0 or len(quote.parts) > 1 or quote.span.start != document.blocks[number].span.start:
            continue
        if len(document.tokens.within(quote.inside)) < _LEAST:
            continue
        first = document.sentence_at(quote.span.start)
        count = bisect_left(document.sentences, quote.inside.end, key=lambda sentence: sentence.span.start) - first
        cue = document.quotes[index].cue if count > _MOST else None  # who speaks takes longest to find
        if cue is not None and cue.start >= quote.span.end and not _is_known(document, first):
            opening = document.sentences[first].span
            yield Match(opening, related=(Related(cue, "the speaker comes only here"),), details={"count": str(count)})


def _is_known(document: Document, first: int) -> bool:
    """Whether the sentence before reports a word, so that the reader takes its speaker for this one."""
    if first == 0:
        return False
    before = document.sentences[first - 1].span.of(document.prose)
    return before.rstrip().endswith(":") or speaks(document, first - 1)


RULE = Rule(
    code="ATT108",
    name="late-speaker",
    summary="The speaker of a long quotation is named only after its second sentence.",
    rationale="Readers hear a voice before they know whose it is, and have to go back.",
    message="{count} sentences before the reader learns who speaks. Name the speaker after the first?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="Reuters Handbook of Journalism, quotations: the speaker is named after the first sentence",
    quotes=Quotes.INCLUDE,
    blocks=BODY,
    triggers=frozenset(['"', "“", "‘", "«", "''"]),
    check=check,
    bad=(
        "It was closed.\n\n{“We had no idea that the piers were cracked.} It looked sound from the road."
        " Nobody had been under the arches since the year in which the old station was shut,” said Ann Lee, the engineer.",
        'The mill burnt down.\n\n{"It was the only place for miles around where a man could find any work.} Nobody has built'
        ' another. Those who could leave left, and those who stayed were poor," said Tom Roe, who was born there.',
    ),
    good=(
        "It was closed.\n\n“We had no idea,” said Ann Lee, the engineer. “It looked sound. Nobody had been there for years.”",
        "Ann Lee told the council so.\n\n“We had no idea. It looked sound. Nobody had been up there for years,” she said.",
        "It was closed.\n\n“We had no idea. It looked sound,” said Ann Lee, the engineer.",
        "They marched.\n\n“Hey, hey! Ho, ho! The mayor has to go!” the crowd chanted.",
        "Ann Lee stood there:\n\n“We had no idea. It looked sound. Nobody had been up there,” said the engineer.",
    ),
)
