"""A sentence of the story that stands in it twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from re import IGNORECASE

from copylint.document import BlockKind, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity

_LEAST = 8
_SHORTEST = 2 * _LEAST - 1
"""In code points: eight words of a letter, and the spaces between."""
_BLOCKS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
# What parts the entries of a live blog: “8:06 p.m.”, “12.30pm ET”, “___”.
_DIVIDER = lazy(
    r"\(?\d{1,2}(?:[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s?\(?[A-Z]{2,4}\)?)?\)?:?|[_*=-]{3,}|[*_](?:\s[*_]){2,}",
    IGNORECASE,
)
_LONGEST_DIVIDER = 40
_NO_LETTERS = bytes(code for code in range(256) if not (chr(code).isascii() and chr(code).isalnum()))
"""What isn't in a sentence's key: all but ASCII letters and digits, which are the same wherever the words are."""


def check(document: Document) -> Iterator[Match]:
    """Each sentence of eight words or more whose words, in the same order, have stood in the story before.

    In a live blog each entry may repeat what is known: a line that is only a time or a rule begins the story anew.
    """
    alike = _alike(document)
    dividers = _dividers(document) if alike else []
    seen: dict[tuple[str, ...], int] = {}
    for index in alike:
        sentence = document.sentences[index]
        words = tuple(word.casefold() for word in document.words_in(sentence.span))
        if len(words) < _LEAST or document.is_quoted(sentence.span):
            continue
        first = seen.setdefault(words, index)
        if first == index:
            continue
        if _is_parted(dividers, document.sentences[first].block, sentence.block):
            seen[words] = index
        else:
            yield Match(sentence.span, related=(Related(document.sentences[first].span, "first stands here"),))


def _alike(document: Document) -> list[int]:
    """The indices of sentences whose letters another has too, all that can be repeated: in most stories there are none."""
    prose, blocks = document.prose, document.blocks
    indices = [
        index
        for index, sentence in enumerate(document.sentences)
        if sentence.span.length >= _SHORTEST and blocks[sentence.block].kind in _BLOCKS
    ]
    spans = [document.sentences[index].span for index in indices]
    folded = prose.casefold()
    if len(folded) == len(prose):
        codes = _codes(folded)
        keys = [codes[span.start : span.end].translate(None, _NO_LETTERS) for span in spans]
    else:  # one letter became two, as ß does
        keys = [_codes(span.of(prose).casefold()).translate(None, _NO_LETTERS) for span in spans]
    counts = Counter(keys)
    return [index for index, key in zip(indices, keys, strict=True) if counts[key] > 1] if len(counts) < len(keys) else []


def _codes(text: str) -> bytes:
    """One byte for each code point, which is its own where it is an ASCII letter or a digit."""
    return text.encode("latin-1", "replace")


def _dividers(document: Document) -> list[int]:
    """The indices of the blocks that are nothing but a time or a rule, in order."""
    return [
        index
        for index, block in enumerate(document.blocks)
        if block.span.length <= _LONGEST_DIVIDER and _DIVIDER.fullmatch(block.span.of(document.prose).strip())
    ]


def _is_parted(dividers: list[int], first: int, second: int) -> bool:
    place = bisect_left(dividers, first)
    return place < len(dividers) and dividers[place] < second


RULE = Rule(
    code="RES152",
    name="repeated-sentence",
    summary="A sentence of eight words or more stands in the story twice.",
    rationale="A paragraph moved by copying was not deleted where it came from.",
    message="This sentence stands in the story already. Delete one of the two?",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    source="house",
    blocks=_BLOCKS,
    check=check,
    bad=(
        "The council will meet again on Thursday to vote on the plan. It rained.\n\n"
        "{The council will meet again on Thursday to vote on the plan.}",
        "No trains will run between the two towns until Monday morning.\n\nBuses will.\n\n"
        "{No trains will run between the two towns until Monday morning.}",
        "8:06 p.m.\n\nNo trains will run between the two towns until Monday morning.\n\nThe mayor spoke at 7:30 p.m.\n\n"
        "{No trains will run between the two towns until Monday morning.}",
    ),
    good=(
        "It was a long day. It was a long day.",
        "“We will never again shut a school here,” he said. “We will never again shut a school here,” she said.",
        "The council will meet again on Thursday to vote on the plan.\n\n"
        "The council will meet again on Friday to vote on the plan.",
        "8:06 p.m.\n\nThe council will meet again on Thursday to vote on the plan.\n\n___\n\n7:30 p.m.\n\nIt rained.\n\n"
        "The council will meet again on Thursday to vote on the plan.",
    ),
)
