"""A paragraph of quotation that nobody says."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import speaks
from copylint.document import BODY, BlockKind, Document, Quote
from copylint.rule import Confidence, Match, Quotes, Related, Rule, Severity

_SHORTEST = 8
"""The tokens that a quotation has at least; a shorter one is a title or a motto."""
_MANY = 3
"""So many paragraphs of nothing but quotation are an interview or a document, whose speaker stands elsewhere."""
_REPORTS = ":,"


def check(document: Document) -> Iterator[Match]:
    """Each paragraph that is one quotation, where the sentences before and after it report nobody’s word."""
    bare = [(quote, number) for quote in document.quotes if (number := _whole(document, quote)) >= 0]
    if len(bare) > _MANY:
        return
    for quote, number in bare:
        before, after = _sentence(document, number, -1), _sentence(document, number, 1)
        if before is None or _leads_in(document, before) or (after is not None and speaks(document, after)):
            continue
        span = document.sentences[before].span
        yield Match(quote.span, related=(Related(span, "the sentence before reports nobody’s word"),))


def _whole(document: Document, quote: Quote) -> int:
    """The number of the paragraph that a quotation without a speaker fills, or -1."""
    number = document.block_at(quote.span.start)
    if number < 0 or quote.cue is not None or not quote.is_closed or len(quote.parts) > 1:
        return -1
    block = document.blocks[number]
    if block.kind is not BlockKind.PARAGRAPH or quote.span.length < block.span.length:
        return -1
    return number if len(document.tokens.within(quote.inside)) >= _SHORTEST else -1


def _sentence(document: Document, number: int, step: int) -> int | None:
    """The number of the sentence that ends the paragraph before a block, or begins the one after; None where there is none."""
    place = number + step
    while 0 <= place < len(document.blocks) and document.blocks[place].kind is not BlockKind.PARAGRAPH:
        if document.blocks[place].kind in BODY:
            return None
        place += step
    if not 0 <= place < len(document.blocks):
        return None
    block = document.blocks[place]
    offset = block.span.end - 1 if step < 0 else block.span.start
    found = document.sentence_at(offset)
    return found if found >= 0 else None


def _leads_in(document: Document, sentence: int) -> bool:
    """Whether a sentence brings in what follows: it reports a word, quotes, asks, or ends in a colon."""
    span = document.sentences[sentence].span
    ending = span.of(document.prose).rstrip()[-1:]
    return speaks(document, sentence) or ending in _REPORTS or ending == "?"


RULE = Rule(
    code="ATT107",
    name="orphan-quotation",
    summary="A paragraph is a quotation, and neither it nor its neighbours say who speaks.",
    rationale="The reader has to guess whose words these are.",
    message="Who says this? Neither the quotation nor what stands beside it names a speaker.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="Reuters Handbook of Journalism, quotations: the reader knows at once who speaks",
    quotes=Quotes.INCLUDE,
    blocks=BODY,
    triggers=frozenset(['"', "“", "‘", "«", "''"]),
    check=check,
    bad=(
        "The bridge was closed on Monday. Lorries went by the coast.\n\n{“We had no idea that it was in such a state at all.”}"
        "\n\nThe coast road is narrow.",
        'The mill burnt down in 1911.\n\n{"It was the only place for miles around where there was any work."}\n\nIt fell.',
    ),
    good=(
        "The bridge was closed on Monday, Ann Lee said.\n\n“We had no idea that it was in such a state at all.”\n\nIt is old.",
        "The bridge was closed on Monday.\n\n“We had no idea that it was in such a state,” Ann Lee said.\n\nIt is old.",
        "Ann Lee stood on the bridge:\n\n“We had no idea that it was in such a state at all.”\n\nIt is old.",
        "It was closed.\n\n“We had no idea that it was in such a state at all.”\n\nAnn Lee said so in a letter.",
        "He was asked about the bridge. “It is old.”\n\n“We had no idea that it was in such a state at all.”\n\nIt is old.",
        "The sign has one line.\n\n“No way through.”\n\nIt is old.",
    ),
)
