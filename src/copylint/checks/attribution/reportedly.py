"""“Reportedly”, with no report."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found, is_sourced
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_REPORTEDLY = lazy(
    r"\breportedly\b|\b(?:is|are|was|were)\s(?:also\s)?said\sto\s(?:be|have)\b|\bpurportedly\b"
    r"|\bsupposedly\s(?:because|after|to)\b",
    re.I,
)
_ADVERBS = frozenset(["reportedly", "purportedly", "supposedly"])
_SAID, _TO = frozenset(["said"]), frozenset(["to"])
_SAYS = lazy(
    r"\s(?:said|told|asked|wrote|claimed|warned|announced|agreed|promised|admitted|denied|refused|threatened|ordered)\b"
)
"""Where somebody reportedly says something, the word of another in the sentence before is no report of it."""
_BESIDE = 25


def check(document: Document) -> Iterator[Match]:
    """Each such word where neither its sentence nor the one before names a report."""
    words = document.words
    for match, sentence in found(document, _REPORTEDLY, words.places(_ADVERBS) + words.pairs(_SAID, _TO)):
        span = Span(*match.span())
        around = Span(max(0, span.start - _BESIDE), span.end + _BESIDE)
        if is_sourced(document, sentence, besides=around):
            continue
        if _SAYS.match(document.prose, span.end) or not _follows_report(document, sentence):
            yield Match(span)


def _follows_report(document: Document, sentence: int) -> bool:
    """Whether the sentence before, in the same paragraph, reports somebody’s word."""
    if sentence == 0 or document.sentences[sentence - 1].block != document.sentences[sentence].block:
        return False
    return is_sourced(document, sentence - 1)


RULE = Rule(
    code="ATT103",
    name="reportedly",
    summary="“Reportedly” or “is said to be” stands where no report is named.",
    rationale="The word tells the reader that there is a source, and keeps it from them.",
    message="“{text}”: reported by whom?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(["reportedly", "said to", "purportedly", "supposedly"]),
    check=check,
    bad=(
        "The two men {reportedly} met in a car park.",
        "The painting {is said to be} worth four million pounds.",
        "“It is ours,” Lee told the court. The museum {reportedly} said that it was not.",
    ),
    good=(
        "The two men met in a car park, the Herald reported.",
        "“The two men reportedly met in a car park,” he said.",
        "The Herald said that the two men had met. They reportedly met in a car park.",
        "The painting was said by its owner to be worth four million pounds.",
        "According to the Herald, the two men reportedly met.",
    ),
)
