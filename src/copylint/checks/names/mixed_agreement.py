"""A group that has a singular verb here and a plural verb there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

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
    r"(?:[^\S\r\n]+\([A-Z][\w.&-]*\))?(?P<comma>,)?[^\S\r\n]+(?:(?:also|still|now|often|never|already|then|only|even|both)[^\S\r\n]+)?"
    r"(?P<verb>[a-z]+(?:['’]t)?)(?P<to>[^\S\r\n]+to\b)?"
)
_SUBJECT = lazy(
    r"(?:\A|[.!?;:—–\r\n“\"(]\s*|,\s*|\b(?:that|but|because|while|when|if|as|where|since|although|though|said|says|say"
    r"|whether|until|what)\s+)"
    r"(?:the\s+|The\s+|But\s+the\s+|But\s+|While\s+(?:the\s+)?|Meanwhile,?\s+(?:the\s+)?)?\Z"
)
_REACH = 30
# What a group that is named is called by, and one that isn't.
_HEAD = lazy(
    r"\b(?:Movement|Party|Front|Army|Group|Council|Committee|Union|Club|Team|Government|Coalition|Alliance|Brigade|Force|Militia"
    r"|Ministry|Department|Company|Corporation|Association|Federation|Organi[sz]ation|Agency|Board|Commission|Court|Parliament"
    r"|League|Network|Society|Institute|Authority|Bureau|Congress|Guard|Navy|University)\Z"
)
_COMMON = frozenset(
    "army government council committee company team group party union club board cabinet jury ministry militia coalition"
    " opposition navy band orchestra jury agency department federation association organisation organization firm".split()
)
_THE = frozenset(["the", "The"])


@dataclass(frozen=True, slots=True)
class _Use:
    """A group as the subject of a verb: both together, whether the verb is singular, and the verb's other number."""

    span: Span
    is_singular: bool
    other: str


def check(document: Document) -> Iterator[Match]:
    """The first use in the rarer number (of two as frequent, the later) of each group: a name whose number a names pack gives,
    one that the story brings in as a body, or a common noun such as “the army”.
    """
    for spans in _groups(document):
        uses = list(_uses(document, spans))
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


def _groups(document: Document) -> Iterator[list[Span]]:
    """Where each group is named, in order."""
    for entity in document.entities:
        if entity.name.agreement if entity.name else _is_body(entity):
            yield [mention.span for mention in told(document, entity)]
    common: defaultdict[str, list[Span]] = defaultdict(list)
    words = document.words
    for number in words.places(_COMMON):
        span = words.span(number, number + 1)
        block = document.block_at(span.start)
        is_body = block >= 0 and document.blocks[block].kind in BODY
        if is_body and number and words.surface(number - 1) in _THE and not document.is_quoted(span):
            common[words.surface(number)].append(span)
    yield from (spans for spans in common.values() if len(spans) > 1)


def _is_body(entity: Entity) -> bool:
    """Whether a name that no pack knows is that of a body."""
    return any(_HEAD.search(mention.surface) for mention in entity.mentions)


def _uses(document: Document, spans: Iterable[Span]) -> Iterator[_Use]:
    for named in spans:
        found = _VERB.match(document.prose, named.end)
        before = document.prose[max(0, named.start - _REACH) : named.start]
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
            span = Span(named.start, found.end("verb"))
            kept = document.prose[named.start : found.start("verb")]
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
        "The Red Coast Movement (RCM) has four envoys. The {RCM are => RCM is} divided. The Red Coast Movement is young.",
        "The army has closed the road. The army says it is mined. The {army have => army has} sent men to guard it.",
        "The Taliban say they won. The Taliban have four envoys. The {Taliban wants => Taliban want} to trade, but the"
        " Taliban are divided.",
    ),
    good=(
        "Hamas has rejected the offer. Leaders of Hamas are ready to talk.",
        "Hamas has rejected the offer. Hamas and Hezbollah are ready to talk.",
        "Hamas has rejected the offer. “Hamas are liars,” he said.",
        "Hamas has rejected the offer. Hamas claims are hard to check, and Hamas rockets fall.",
        "Hezbollah are divided. Hamas is not.",
        "The army has closed the road. The men of the army have closed it. “The army have gone,” she said.",
        "The council has met. The council and the mayor have agreed. Members of the council are tired.",
    ),
)
