"""A headline that says outright what the story only alleges."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Example, Match, Related, Rule, Severity
from copylint.spans import Span

_STEMS = {
    "murder": "murder(?:s|er|ers)",
    "kill": "kill(?:s|er|ers)",
    "rape|raping": "rap(?:es|ists?)",
    "stab": "stabs",
    "steal|stole|theft": "steals|thief|thieves",
    "rob": "robs|robbers?",
    "assault": "assaults",
    "abus": "abuses|abusers?",
    "defraud|fraud": "defrauds|fraudsters?",
    "embezzl": "embezzles|embezzlers?",
    "smuggl": "smuggles|smugglers?",
    "kidnap|abduct": "kidnaps|kidnappers?|abducts|abductors?",
    "molest": "molests|molesters?",
    "strangl": "strangles|strangler",
    "launder": "launders",
    "poison": "poisons|poisoners?",
    "bribe|bribing|bribery": "bribes",
    "arson|fire": "arsonists?",
}
_FLAT = lazy(rf"\b(?:{'|'.join(_STEMS.values())})\b", re.IGNORECASE)
_HEDGED = lazy(
    r"[?“”\"‘:]|\b(?:accus|alleg|charg|suspect|arrest|held\b|trial|court|jury|judge|police|cops\b|prosecut|says?\b|said\b|claim"
    r"|report|den(?:y|ies)|faces?\b|facing|convict|guilty|jail|sentenc|admit|confess|hunt|search|seek|sought|wanted|case\b|probe"
    r"|not\b|no\b|who\b|if\b|could|may\b|might|would|anti|serial|law|bill|ban\b|how\b|why\b)",
    re.IGNORECASE,
)
_SETTLED = lazy(
    r"\b(?:convict(?:s|ed|ion)|found guilty|plead(?:ed|s)? guilty|pled guilty|admitted|confessed|sentenced|confession)\b",
    re.IGNORECASE,
)
_ALLEGED = (
    r"\b(?:allegedly|alleged(?: to have)?|accus(?:ed|es|ing)(?: \w+){{0,3}} of|charged(?: \w+){{0,2}} with|suspected of"
    r"|on suspicion of|suspected)(?: [\w’'-]+){{0,5}}? (?:{stems})"
)


def check(document: Document) -> Iterator[Match]:
    """The crime in a headline without a hedge, where the story ties the same crime to a charge and knows of no verdict."""
    for head in document.body(frozenset([BlockKind.HEADLINE])):
        title = head.span.of(document.prose)
        flat = _FLAT.search(title)
        if flat is None or _HEDGED.search(title):
            continue
        told = [block.span for block in document.body(BODY)]
        if any(_SETTLED.search(span.of(document.prose)) for span in told):
            continue
        word = flat[0].lower()
        stems = next(stem for stem, forms in _STEMS.items() if re.fullmatch(forms, word))
        alleged = re.compile(_ALLEGED.format(stems=stems), re.IGNORECASE)
        first = next((found for span in told if (found := alleged.search(document.prose, span.start, span.end))), None)
        if first is not None:
            place = Span(head.span.start + flat.start(), head.span.start + flat.end())
            yield Match(place, related=(Related(Span(*first.span()), "only alleged here"),))


RULE = Rule(
    code="HED104",
    name="flat-accusation",
    summary="A headline says outright what the story only alleges.",
    rationale="Until a court has found so, it is an accusation; the headline is what most people read, and what they sue over.",
    message="“{text}”: the story only alleges it. “accused of” or “charged with” in the headline too?",
    severity=Severity.QUERY,
    confidence=Confidence.LOW,
    source="house",
    blocks=frozenset([BlockKind.HEADLINE]),
    preview=True,
    check=check,
    bad=(
        Example(
            "# Oulton man {murders} neighbour\n\nTom Roe, 41, is accused of murdering the woman next door on Monday.",
            format="markdown",
        ),
        Example(
            "# Clerk {embezzles} $2m from town\n\nA town clerk was charged on Monday with embezzling two million dollars.",
            format="markdown",
        ),
    ),
    good=(
        Example(
            "# Oulton man accused of murdering neighbour\n\nTom Roe, 41, is accused of murdering the woman next door.",
            format="markdown",
        ),
        Example(
            "# Oulton man murders neighbour\n\nTom Roe, 41, was convicted on Monday. He had been accused of murdering a woman.",
            format="markdown",
        ),
        Example("# Storm kills three\n\nA storm killed three people on Monday.", format="markdown"),
        Example("# “He murders them”\n\nTom Roe, 41, is accused of murdering the woman next door.", format="markdown"),
    ),
)
