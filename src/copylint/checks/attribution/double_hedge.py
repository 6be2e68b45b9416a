"""A claim hedged twice, or an accusation worn as a title."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_ADVERB = "allegedly|reportedly|supposedly|purportedly"
_ADVERBS = frozenset(_ADVERB.split("|"))
_HEDGES, _ACCUSED = frozenset(["alleged", "suspected"]), frozenset(["accused"])
_ALLEGED = frozenset(["suspect", "suspects", "alleged", "claim", "claims"])
_CULPRIT = "killer|murderer|thief|rapist|slayer|attacker|shooter|gunman|bomber|abuser|fraudster"
_CULPRITS = frozenset(_CULPRIT.split("|"))
_HEDGED = lazy(
    rf"\b(?:{_ADVERB})\s(?:claimed|claims|alleged|alleges|claiming|alleging|accused)\b"
    rf"|\b(?:accused|suspected)\sof\s(?:allegedly|supposedly)\b"
    r"|\b(?:charged|indicted)\s(?:with|for)\s(?:allegedly|supposedly)\b"
    rf"|\b(?:claims?|claimed|alleges?|alleged)\s(?:that\s)?(?:he|she|it|they)\s(?:had\s|have\s|has\s)?(?:{_ADVERB})\b"
    r"|\b(?:allegedly|reportedly)\s(?:suspected|rumou?red|believed|thought)\b"
    r"|\balleged\ssuspects?\b|\bsuspected\salleged\b|\balleged\sclaims?\b"
    rf"|\baccused\s(?:{_CULPRIT})(?=\s(?-i:[A-Z]))",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Match]:
    """Each place where two words say that a thing isn't proved, or one makes a suspect a culprit by title."""
    words = document.words
    needed = [*words.places(_ADVERBS), *words.pairs(_HEDGES, _ALLEGED), *words.pairs(_ACCUSED, _CULPRITS)]
    for match, _ in found(document, _HEDGED, needed):
        yield Match(Span(*match.span()), details={"advice": _advice(match[0].lower())})


def _advice(words: str) -> str:
    if words.startswith("accused ") and not words.startswith("accused of"):
        return "convicts by title. Say of what the person is accused?"
    return "says twice that it isn’t proved. Once is enough?"


RULE = Rule(
    code="ATT110",
    name="double-hedge",
    summary="A claim is hedged twice, or an accusation stands before a name as a title.",
    rationale="Two hedges blur who alleges what; a title convicts before a court has.",
    message="“{text}” {advice}",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="AP Stylebook, “allege” and “accused”",
    blocks=BODY,
    triggers=frozenset(["alleg", "reportedly", "supposedly", "purportedly", "accused", "suspected"]),
    check=check,
    bad=(
        "He was {accused of allegedly} stealing four bicycles.",
        "The firm {allegedly claimed} that the water was safe. The {accused murderer} Tom Roe wept.",
    ),
    good=(
        "He was accused of stealing four bicycles.",
        "He allegedly stole four bicycles, and the accused denied it.",
        "“He was accused of allegedly stealing four bicycles,” she read out.",
        "The alleged thief denied it. The suspect wept.",
    ),
)
