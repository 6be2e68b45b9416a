"""A group that has a singular verb here and a plural verb there."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._place import told
from copylint.document import BODY, Document, Entity
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span
from copylint.values import dataclass

_PAIRS = {"is": "are", "was": "were", "has": "have", "does": "do", "denies": "deny", "relies": "rely"}
_PAIRS |= {f"{one}n{mark}t": f"{many}n{mark}t" for one, many in list(_PAIRS.items())[:4] for mark in "'’"}
_VERBS = (
    "say insist believe deny reject refuse remain seem appear accuse continue consider oppose operate govern seek"
    " admit publish tell become "
    "carry commit consist contain describe enforce enjoy exist expect grow hold impose keep know lack lose maintain"
    " oppose own possess"
    " pose prefer recruit regard retain see send stand thrive use view"
).split()
# Words that are nouns as often as verbs count only before “to”.
_BEFORE_TO = "aim attempt claim fight hope intend need plan pledge promise tend threaten try vow want work".split()
_SINGULAR = {**_PAIRS, **{f"{verb}s": verb for verb in _VERBS}}
_PLURAL = {plural: singular for singular, plural in _SINGULAR.items()}
_TO_SINGULAR = {("tries" if verb == "try" else f"{verb}s"): verb for verb in _BEFORE_TO}
_TO_PLURAL = {plural: singular for singular, plural in _TO_SINGULAR.items()}
_VERB = lazy(
    r"(?P<comma>,)?[^\S\r\n]+(?:(?:also|still|now|often|never|already|then|only|even|both)[^\S\r\n]+)?"
    r"(?P<verb>[a-z]+(?:['’]t)?)(?P<to>[^\S\r\n]+to\b)?"
)
_SUBJECT = lazy(
    r"(?:\A|[.!?;:—–\r\n“\"(]\s*|,\s*|\b(?:that|but|because|while|when|if|as|where|since|although|though|said|says|say"
    r"|whether|until|what)\s+)"
    r"(?:the\s+|The\s+|But\s+the\s+|But\s+|While\s+(?:the\s+)?|Meanwhile,?\s+(?:the\s+)?)?\Z"
)
_REACH = 30


@dataclass(frozen=True, slots=True)
class _Use:
    """A group as the subject of a verb: both together, whether the verb is singular, and the verb's other number."""

    span: Span
    is_singular: bool
    other: str


def check(document: Document) -> Iterator[Match]:
    """The first use in the rarer number (of two as frequent, the later) of each name whose number a names pack gives."""
    for entity in document.entities:
        if entity.name is None or not entity.name.agreement:
            continue
        uses = list(_uses(document, entity))
        singular = [use for use in uses if use.is_singular]
        plural = [use for use in uses if not use.is_singular]
        if singular and plural:
            rare, usual = sorted((singular, plural), key=lambda side: (len(side), -side[0].span.start))
            yield Match(
                rare[0].span,
                (rare[0].other,),
                {"number": "singular" if rare[0].is_singular else "plural", "usual": usual[0].span.of(document.prose)},
                tuple(Related(use.span, "plural here" if rare[0].is_singular else "singular here") for use in usual[:5]),
            )


def _uses(document: Document, entity: Entity) -> Iterator[_Use]:
    for mention in told(document, entity):
        found = _VERB.match(document.prose, mention.span.end)
        before = document.prose[max(0, mention.span.start - _REACH) : mention.span.start]
        if found is None or not _SUBJECT.search(before):
            continue
        if found["comma"] and not before.rstrip().removesuffix("the").rstrip().endswith(","):
            continue
        singular, plural = _SINGULAR, _PLURAL
        if found["to"]:
            singular, plural = _SINGULAR | _TO_SINGULAR, _PLURAL | _TO_PLURAL
        verb = found["verb"]
        other = singular.get(verb) or plural.get(verb)
        if other:
            span = Span(mention.span.start, found.end("verb"))
            kept = document.prose[mention.span.start : found.start("verb")]
            yield _Use(span, verb in singular, kept + other)


RULE = Rule(
    code="NAM019",
    name="mixed-agreement",
    summary="A group takes a singular verb in one place and a plural verb in another.",
    rationale="Guides differ on the number, but one story has one: a change looks as if somebody else were meant.",
    message="“{text}” is {number} here, but “{usual}” elsewhere in the story. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Hamas has rejected the offer. Hamas is ready to talk. Later, {Hamas were => Hamas was} silent.",
        "The Taliban say they won. The Taliban have four envoys. The {Taliban wants => Taliban want} to trade, but the"
        " Taliban are divided.",
    ),
    good=(
        "Hamas has rejected the offer. Leaders of Hamas are ready to talk.",
        "Hamas has rejected the offer. Hamas and Hezbollah are ready to talk.",
        "Hamas has rejected the offer. “Hamas are liars,” he said.",
        "Hamas has rejected the offer. Hamas claims are hard to check, and Hamas rockets fall.",
        "Hezbollah are divided. Hamas is not.",
    ),
)
