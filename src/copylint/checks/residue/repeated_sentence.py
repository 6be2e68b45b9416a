"""A sentence of the story that stands in it twice."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BlockKind, Document, TokenKind
from copylint.rule import Confidence, Match, Related, Rule, Severity

_LEAST = 8
_BLOCKS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def check(document: Document) -> Iterator[Match]:
    """Each sentence of eight words or more whose words, in the same order, have stood in the story before."""
    seen: dict[tuple[str, ...], int] = {}
    tokens = document.tokens
    for index, sentence in enumerate(document.sentences):
        if document.blocks[sentence.block].kind not in _BLOCKS:
            continue
        inside = tokens.within(sentence.span)
        words = tuple(tokens.span(i).of(document.prose).casefold() for i in inside if tokens.kinds[i] != TokenKind.MARK)
        if len(words) < _LEAST or document.is_quoted(sentence.span):
            continue
        first = seen.setdefault(words, index)
        if first != index:
            yield Match(sentence.span, related=(Related(document.sentences[first].span, "first stands here"),))


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
    ),
    good=(
        "It was a long day. It was a long day.",
        "“We will never again shut a school here,” he said. “We will never again shut a school here,” she said.",
        "The council will meet again on Thursday to vote on the plan.\n\n"
        "The council will meet again on Friday to vote on the plan.",
    ),
)
