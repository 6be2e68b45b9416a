"""What the rules on sourcing ask of a sentence: whether it, or its neighbour, says whose word it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from copylint.document import BODY, Block, Document
from copylint.lazy import lazy, re
from copylint.spans import Span

_LONGEST = 800
SOURCED = 0.76
"""The score above which a sentence is reported speech, a report or a quotation; below are wishes and views."""
REPORTING = lazy(r"\b(?:according to|said|says|told|reported|announced|confirmed|tweeted|wrote)\b", re.IGNORECASE)
"""The plainest words that report one; a sentence may have them beside its weightiest cue."""
_LATER_NAME = lazy(r"(?<=[a-z,’'”\"\d][ \t])(?!I\b)[A-Z][a-z’'-]+|\b[A-Z][\w’'-]+[ \t][A-Z][a-z]+|\b[A-Z]{2,}\b")
_DATES = lazy(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)


def found(document: Document, pattern: re.Pattern[str], *needed: Iterable[int]) -> Iterator[tuple[re.Match[str], int]]:
    """Each match in running copy outside quotations, with the index of its sentence.

    Looks only at paragraphs that have one of each of the `needed` tokens, given by their numbers.
    """
    for block in _holders(document, needed):
        for match in pattern.finditer(document.prose, block.span.start, block.span.end):
            sentence = document.sentence_at(match.start())
            if sentence >= 0 and not document.is_quoted(Span(*match.span())):
                yield match, sentence


def _holders(document: Document, needed: Sequence[Iterable[int]]) -> Iterator[Block]:
    """The blocks of running copy with at least one of each of the needed tokens, in order."""
    if not needed:
        yield from document.body(BODY)
        return
    held = [{document.block_at(document.words.starts[number]) for number in numbers} for numbers in needed]
    for index in sorted(set.intersection(*held)):
        if index >= 0 and document.blocks[index].kind in BODY:
            yield document.blocks[index]


def is_sourced(document: Document, sentence: int, *, besides: Span | None = None) -> bool:
    """Whether a sentence of the story says whose word it is, by a cue that lies outside `besides`."""
    if not 0 <= sentence < len(document.sentences):
        return False
    attribution = document.attributions[sentence]
    if attribution.score < SOURCED:
        return False
    if attribution.cue is None or besides is None or not attribution.cue.overlaps(besides):
        return True
    span = document.sentences[sentence].span
    return any(not Span(*other.span()).overlaps(besides) for other in REPORTING.finditer(document.prose, span.start, span.end))


def speaks(document: Document, sentence: int) -> bool:
    """Whether a sentence has a cue outside quotations, or quotes."""
    return document.attributions[sentence].cue is not None or document.is_quoted(document.sentences[sentence].span)


def beside(document: Document, sentence: int, *steps: int) -> list[int]:
    """The sentences so many steps from one, in the same paragraph."""
    near = (sentence + step for step in steps)
    block = document.sentences[sentence].block
    return [each for each in near if 0 <= each < len(document.sentences) and document.sentences[each].block == block]


def text(document: Document, sentence: int) -> str:
    """The text of a sentence, of a very long one the beginning; empty where there is none."""
    if not 0 <= sentence < len(document.sentences):
        return ""
    span = document.sentences[sentence].span
    return document.prose[span.start : min(span.end, span.start + _LONGEST)]


def has_name(words: str) -> bool:
    """Whether the words hold a name: a capital where no sentence begins, dates left out."""
    return _LATER_NAME.search(_DATES.sub("", words)) is not None


def is_named_source(document: Document, sentence: int, *, besides: Span | None = None) -> bool:
    """Whether a sentence reports what somebody says and names them."""
    if not is_sourced(document, sentence, besides=besides):
        return False
    source = document.attributions[sentence].source
    return source is not None and has_name(f"x {source.of(document.prose)}")


def is_lead(document: Document, sentence: int) -> bool:
    """Whether a sentence stands in the first two paragraphs of the running copy."""
    body = (index for index, block in enumerate(document.blocks) if block.kind in BODY)
    return document.sentences[sentence].block in islice(body, 2)
