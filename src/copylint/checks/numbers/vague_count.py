"""People who were hurt, held or sent away, counted as “a number of”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_VAGUE = lazy(
    r"\b(?P<count>(?:[Aa]|[Aa]n unknown|[Aa] small|[Aa] large) number of|[Nn]umerous|[Vv]arious)"
    r" (?:[a-z]+ ){0,2}?(?P<who>[a-z]+(?:s|men|women|people|children|police)) (?:were|was|have been|had been|are|got)"
    r" (?:also |later |then |reportedly |seriously |badly |briefly )?"
    r"(?P<what>killed|injured|wounded|hurt|arrested|detained|held|"
    r"removed|expelled|evicted|ejected|deported|evacuated|displaced|fined|charged|convicted|jailed|imprisoned|sentenced|executed|"
    r"suspended|dismissed|fired|sacked|rescued|infected|hospitali[sz]ed|poisoned|burned|destroyed|damaged|seized"
    r"|kidnapped|abducted)\b"
)


def check(document: Document) -> Iterator[Match]:
    """Each such count outside quotations."""
    for block in document.body():
        for found in _VAGUE.finditer(document.prose, block.span.start, block.span.end):
            span = Span(*found.span("count"))
            if not document.is_quoted(span):
                yield Match(span, details={"what": found["what"]})


RULE = Rule(
    code="NUM129",
    name="vague-count",
    summary="Those who were hurt, held or sent away are “a number of” them.",
    rationale="Any number is a number; how many is the first thing a reader asks.",
    message="“{text}”: how many were {what}, and who says so?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(["number of", "numerous", "various"]),
    check=check,
    bad=(
        "Police came at noon. {A number of} young protesters were arrested.",
        "{Numerous} houses were destroyed in the fire.",
    ),
    good=(
        "Police came at noon. A number of them went home.",
        "Police came at noon. Twelve protesters were arrested.",
        "“A number of protesters were arrested,” he said.",
        "The number of people injured rose to 12.",
    ),
)
