"""A source with “the” that the story hasn't brought in, or not in this number."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from copylint.checks.attribution._claim import found
from copylint.document import BODY, Document, Mention
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span
from copylint.words import Words

_ROLE = (
    "official|source|witness|spokesman|spokeswoman|officer|aide|adviser|advisor|diplomat|lawmaker|prosecutor|lawyer"
    "|researcher|analyst|expert|doctor"
)
_MORE = (
    "officials|sources|witnesses|spokesmen|spokeswomen|officers|aides|advisers|advisors|diplomats|lawmakers"
    "|prosecutors|lawyers|researchers|analysts|experts|doctors"
)
_SAYS = (
    "said|says|say|told|added|warned|claimed|confirmed|denied|declined|described|argued|explained|noted|cited|reported|insisted"
)
_KIND = (
    r"(?:(?P<kind>former|senior|local|military|police|defen[cs]e|intelligence|security|health|government|retired"
    r"|unnamed|anonymous)\s)?"
)
_MANY, _ONE = frozenset(_MORE.split("|")), frozenset(_ROLE.split("|"))
_THEN_SAYS = frozenset(["also", "later", "then", "has", *_SAYS.split("|")])
_DEFINITE = lazy(
    rf"\b(?P<words>[Tt]he\s{_KIND}(?:(?P<many>{_MORE})|(?P<one>{_ROLE})))\s(?:also\s|later\s|then\s)?(?:{_SAYS})\b"
)
_ROLES = lazy(rf"\b(?P<many>{_MORE})\b|\b(?P<one>{_ROLE})\b", re.IGNORECASE)
_BODY = lazy(
    rf"\b(?P<words>[Tt]he\s(?P<kind>organi[sz]ation|group|agency|outlet|newspaper|network))\s(?:also\s|later\s"
    rf"|has\s)?(?:{_SAYS})\b"
)
_BODIES = frozenset(["organisation", "organization", "group", "agency", "outlet", "newspaper", "network"])
_INDEFINITE = lazy(r"\b(?:an?|one|another)\s(?:[\w’'-]+\s){0,4}\Z", re.IGNORECASE)
_THE = lazy(r"\bthe\s(?:[\w’'-]+\s){0,3}\Z", re.IGNORECASE)
_INSTITUTION = lazy(
    r"\b[A-Z]{2,}\b|\b(?:University|Institute|Trust|Group|Foundation|Association|Centre|Center|Agency|Council|Society"
    r"|Times|Post|Journal|News)\b"
)
_NEWS = frozenset(["newspaper", "outlet"])
_TYPES = frozenset(["group", "org", "news", ""])
_WINDOW = 3
_REACH = 45
_MOST = 200
"""More definite sources than this are no article; the rest are passed over."""


def check(document: Document) -> Iterator[Match]:
    """Each plural source after one person only, and each “the organization said” that could be one of several."""
    yield from _in_another_number(document)
    yield from _of_several(document)


def _in_another_number(document: Document) -> Iterator[Match]:
    """“The officials said” where a story has brought in one official and no more."""
    needed = document.words.pairs(_MANY, _THEN_SAYS)
    definite = [match for match, _ in found(document, _DEFINITE, needed) if match["many"]]
    roles = _roles(document.words) if definite else {}
    for match in definite[:_MOST]:
        head = _singular(match["many"])
        earlier = takewhile(lambda role: role.start() < match.start("many"), roles.get(head, ()))  # noqa: B023 - used up here
        kind = (match["kind"] or "").lower()
        one = _one_person(document, (role for role in earlier if kind in _before(document, role).lower()))
        if one is not None:
            yield Match(
                Span(*match.span("words")),
                details={"question": f"the story has brought in one {head}. One or more?"},
                related=(Related(one, "one person here"),),
            )


def _roles(words: Words) -> dict[str, list[re.Match[str]]]:
    """Each source of the text, in order, by its role in the singular."""
    roles: dict[str, list[re.Match[str]]] = defaultdict(list)
    for number in words.places(_MANY | _ONE):
        end = min(words.ends[number] + 1, len(words.prose))  # the pattern looks at what follows
        for role in _ROLES.finditer(words.prose, words.starts[number], end):
            roles[_singular(role[0])].append(role)
    return roles


def _singular(role: str) -> str:
    role = role.lower()
    if role.endswith("men"):
        return f"{role[:-3]}man"
    return "witness" if role.startswith("witness") else role.removesuffix("s")


def _before(document: Document, role: re.Match[str]) -> str:
    return document.prose[max(0, role.start() - _REACH) : role.start()]


def _one_person(document: Document, roles: Iterable[re.Match[str]]) -> Span | None:
    """The first of some roles, where they are one “an official”, and besides it nothing but “the official”; else None."""
    first: Span | None = None
    introduced = 0
    for role in roles:
        before = _before(document, role)
        is_introduced = _INDEFINITE.search(before) is not None
        introduced += is_introduced
        if role["many"] or introduced > 1 or not (is_introduced or _THE.search(before)):
            return None
        first = first or Span(*role.span())
    return first if introduced else None


def _of_several(document: Document) -> Iterator[Match]:
    """“The organization said” where the last paragraphs name several, and quote none of them."""
    bodies = list(islice(found(document, _BODY, document.words.pairs(_BODIES, _THEN_SAYS)), _MOST))
    named = _bodies(document) if bodies else []
    for match, sentence in bodies:
        window = _window(document, match.start())
        types = {"news", ""} if match["kind"].lower() in _NEWS else _TYPES
        first, end = (bisect_left(named, (offset,)) for offset in (window.start, window.end))
        last = {
            mention.entity: mention for _, kind, mention in named[first:end] if kind in types and window.contains(mention.span)
        }
        if len(last) > 1 and not _is_clear(document, window, sentence, last):
            near = sorted(last.values(), key=lambda mention: mention.span)[-3:]
            names = " or ".join(f"“{' '.join(mention.surface.split())}”" for mention in near)
            yield Match(
                Span(*match.span("words")),
                details={"question": f"{names}, or another? Name it?"},
                related=tuple(Related(mention.span, "named here") for mention in near),
            )


def _bodies(document: Document) -> list[tuple[int, str, Mention]]:
    """Where each mention starts and the type of what it names, empty where nobody knows it, in order."""
    return sorted(
        (mention.span.start, entity.name.type if entity.name else "", mention)
        for entity in document.entities
        for mention in entity.mentions
    )


def _window(document: Document, offset: int) -> Span:
    """From the start of the third paragraph before an offset up to it."""
    here = document.block_at(offset)
    body = [index for index in range(max(0, here - 4 * _WINDOW), here + 1) if document.blocks[index].kind in BODY]
    return Span(document.blocks[body[-_WINDOW - 1 :][0]].span.start, offset)


def _is_clear(document: Document, window: Span, sentence: int, named: dict[str, Mention]) -> bool:
    """Whether an institution speaks in the sentences of the window, or one alone is named in the sentence right before."""
    first = max(0, document.sentence_at(window.start))
    for number in range(first, sentence):
        source = document.attributions[number].source
        if source and _INSTITUTION.search(source.of(document.prose)):
            return True
    before = document.sentences[sentence - 1].span if sentence else None
    return before is not None and _names_alone(document, before, named)


def _names_alone(document: Document, sentence: Span, named: dict[str, Mention]) -> bool:
    return sum(sentence.contains(mention.span) for mention in named.values()) == 1 and document.block_at(
        sentence.start
    ) == document.block_at(sentence.end + 1)


RULE = Rule(
    code="ATT109",
    name="definite-source",
    summary="A source with “the” could be several, or was one person before and is more now.",
    rationale="One source that becomes several makes a report look better founded than it is.",
    message="“{text}”: {question}",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="Reuters handbook, sourcing: a single source is never made plural",
    blocks=BODY,
    triggers=_MANY | _BODIES,
    check=check,
    bad=(
        "A former official spoke of fear. The former official had fled. {The former officials} said many had left.",
        "Hamas was split, and UNESCO was silent. A man in the street wept. {The organization} cited several reports.",
    ),
    good=(
        "Two former officials spoke of fear. The former officials said many had left.",
        "A former official spoke of fear. The former official said many had left.",
        "An official spoke, and another official nodded. The officials said many had left.",
        "“The officials said many had left,” he told us. An official denied it.",
        "Hamas was split. UNESCO said it was worried. The organization cited several reports.",
    ),
)
