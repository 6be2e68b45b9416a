"""A paragraph of quotation that nobody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.checks.attribution._claim import text
from copylint.document import BODY, BlockKind, Document, Quote
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Quotes, Related, Rule, Severity
from copylint.spans import Span

_SHORTEST, _SHORTEST_SINGLE = 6, 10
"""The tokens that a quotation has at least; a shorter one is a title or a motto, above all in single marks."""
_MANY = 3
"""So many paragraphs of nothing but quotation are an interview or a document, whose speaker stands elsewhere."""
_SCENE = 3
"""A sentence of so few tokens sets a scene: “She pauses.”"""
_FRAGMENT = 0.25
"""A sentence of which less is quoted takes a few words of somebody's, and doesn't begin what they say."""
_NAME = lazy(r"(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w’'-]+\Z")
_LABEL = lazy(r"[A-Z][\w.’' -]{1,30}:\s")
_ANNOUNCING = lazy(
    r"[:,?]\W*\Z|\b(?:in|issued?|issuing|put\sout|released?|following|follows|made|makes|posted|wrote|published|sent|gave|read"
    r"|reads|continued|had)\s(?:[\w’']+\s){0,4}?(?:statement|remarks?|words|letter|e-?mail|memo|post|editorial|transcript|tweet"
    r"|message|question|answer|response)\b|\b(?:caption|reads|chant(?:s|ed|ing)?|sign|placard|banner|slogan|song|poem|prayer"
    r"|verse|motto|lyrics?)\b"
)
_CLAIMED = lazy(
    r"[-–—―]|So\s(?:said|says|wrote)\b|(?:Th(?:at|ose|ese)\s(?:was|were|is|are)"
    r"|(?:Th(?:e|ose|ese|is|at)|His|Her|Their)\s(?:\w+\s)?(?:statement|letter|remark|word|quotation|quote|e-?mail|message|tweet"
    r"|post|note|line|sentence)s?)\b|[^.]{0,80}\b(?:said|says|wrote|put\sit)\s(?:so|that|this|as\smuch)\b"
)
_BESIDE = " .,;\n\r\t"


def check(document: Document) -> Iterator[Match]:
    """Each paragraph that is all quotation and stands after one that neither quotes nor brings it in."""
    bare = list(_bare(document))
    if len(bare) > _MANY:
        return
    for number in bare:
        before, after = _sentence(document, number, -1), _sentence(document, number, 1)
        if before is None or _leads_in(document, before) or (after is not None and _CLAIMED.match(text(document, after))):
            continue
        span = document.sentences[before].span
        source = _source(document, before)
        yield Match(
            Span(document.blocks[number].span.start, _end(document, number)),
            details={"guess": f" Still “{source}”, of the paragraph before?" if source else ""},
            related=(Related(span, "the paragraph before ends so"),),
        )


def _bare(document: Document) -> Iterator[int]:
    """The numbers of the paragraphs that are closed quotations and nothing else."""
    here: dict[int, list[Quote]] = {}
    for quote in document.bare_quotes:
        here.setdefault(document.block_at(quote.span.start), []).append(quote)
    for number, quotes in here.items():
        if number >= 0 and document.blocks[number].kind is BlockKind.PARAGRAPH and _fill(document, number, quotes):
            yield number


def _fill(document: Document, number: int, quotes: Sequence[Quote]) -> bool:
    """Whether quotations fill a paragraph, with nothing but stops beside them."""
    block = document.blocks[number].span
    if quotes[0].span.start != block.start or not all(quote.is_closed and len(quote.parts) == 1 for quote in quotes):
        return False
    starts = [*(quote.span.start for quote in quotes[1:]), block.end]
    if any(document.prose[quote.span.end : start].strip(_BESIDE) for quote, start in zip(quotes, starts, strict=True)):
        return False
    if _LABEL.match(document.prose, quotes[0].inside.start):
        return False
    least = _SHORTEST_SINGLE if quotes[0].is_single else _SHORTEST
    return sum(len(document.tokens.within(quote.inside)) for quote in quotes) >= least


def _end(document: Document, number: int) -> int:
    block = document.blocks[number].span
    return block.start + len(block.of(document.prose).rstrip(_BESIDE))


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
    """Whether a sentence brings in what follows: it quotes more than a few words, announces some, asks, or sets a scene."""
    span = document.sentences[sentence].span
    within = document.tokens.within(span)
    if len(within) <= _SCENE or _ANNOUNCING.search(span.of(document.prose)):
        return True
    quoted = sum(len(document.tokens.within(quote.span)) for quote in document.bare_quotes if span.contains(quote.span))
    return document.is_quoted(span) and not 0 < quoted < _FRAGMENT * len(within)


def _source(document: Document, sentence: int) -> str:
    """Who speaks in a sentence, by name; empty where nobody does."""
    source = document.attributions[sentence].source
    words = source.of(document.prose) if source else ""
    return words if _NAME.match(words) else ""


RULE = Rule(
    code="ATT107",
    name="orphan-quotation",
    summary="A paragraph is a quotation that doesn’t say who speaks, after one that quotes nobody.",
    rationale="The reader has to guess whose words these are, or whether the last one to be reported still speaks.",
    message="Who says this? The quotation names no speaker.{guess}",
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
        "The bridge was closed on Monday, Ann Lee said.\n\n{“We had no idea of the state of it.” “Nobody had.”}\n\nIt is old.",
        "The bridge was closed.\n\n{“We had no idea that it was in such a state,”}\n\nThe coast road is narrow, Ann Lee said.",
    ),
    good=(
        "Ann Lee said that it was closed. “It is old,” she said.\n\n“We had no idea that it was in such a state.”\n\nIt is.",
        "The bridge was closed on Monday.\n\n“We had no idea that it was in such a state,” Ann Lee said.\n\nIt is old.",
        "Ann Lee stood on the bridge:\n\n“We had no idea that it was in such a state at all.”\n\nIt is old.",
        "It was closed.\n\n“We had no idea that it was in such a state at all.”\n\nAnn Lee said so in a letter.",
        "It was closed.\n\n“We had no idea that it was in such a state at all.”\n\n– Ann Lee, engineer",
        "The council put out a statement on Monday.\n\n“We had no idea that it was in such a state at all.”\n\nIt is old.",
        "He was asked about the bridge. “It is old.”\n\n“We had no idea that it was in such a state at all.”\n\nIt is old.",
        "The sign has one line.\n\n“No way through.”\n\nIt is old.",
        "It was closed.\n\n“LEE: We had no idea that it was in such a state.”\n\nIt is old.",
    ),
)
