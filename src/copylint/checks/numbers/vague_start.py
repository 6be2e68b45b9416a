"""A law or a ban of which the story doesn't say on what day it takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_START = lazy(
    r"\b(?:tak(?:es?|ing) effect|com(?:es?|ing) into (?:effect|force)|go(?:es|ing)? into (?:effect|force)|enters? into force)"
    r" (?P<when>(?:sometime |some time )?(?:late|later|early|at the end of|in the middle of|at the start of)"
    r" (?:this|next|the) (?:week|month|year|summer|autumn|fall|winter|spring)|soon|shortly|in the coming (?:days|weeks|months)"
    r"|(?:this|next) week)\b"
)
_DAY = lazy(
    r"[^.]{0,40}\b(?:on|from) (?:[A-Z][a-z]+day|(?:\d{1,2} )?"
    r"(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b)"
)


def check(document: Document) -> Iterator[Match]:
    """Each such time, with no day in the same sentence."""
    for block in document.body():
        for found in _START.finditer(document.prose, block.span.start, block.span.end):
            span = Span(*found.span("when"))
            if not document.is_quoted(span) and not _DAY.match(document.prose, span.end):
                yield Match(span)


RULE = Rule(
    code="NUM130",
    name="vague-start",
    summary="The story doesn’t give the day on which a law or a rule takes effect.",
    rationale="Those whom it binds have to know, and a law has a day.",
    message="On which day? A law or a rule that takes effect “{text}” has a date.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(["effect", "into force"]),
    check=check,
    bad=(
        "The ban is to take effect {late this week}.",
        "The tax comes into force {early next month}.",
    ),
    good=(
        "The ban is to take effect on Friday.",
        "“The ban takes effect next week,” he said.",
        "The ban is to take effect early next month, on 2 May.",
        "The pill takes effect within an hour.",
    ),
)
