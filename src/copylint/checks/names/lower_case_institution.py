"""An institution’s name that is partly in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.analysis.name_form import forms_of, plain
from copylint.document import BODY, BlockKind, Document
from copylint.rule import Confidence, Fix, Match, Related, Rule, Severity
from copylint.spans import Span

_LAST = (
    "Academy|Agency|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cathedral|Center|Centre|Chamber|Church|College"
    "|Commission|Committee|Conference|Congress|Constabulary|Corps|Council|Court|Department|Directorate|Federation"
    "|Foundation|Fund|Guard"
    "|Hospital|Institute|Institution|Laboratory|League|Library|Ministry|Museum|Office|Organisation|Organization"
    "|Parliament|Party"
    "|Senate|Service|Services|Society|Trust|Union|University"
)
_CAPITAL = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)*"
_FULL = re.compile(
    rf"(?<![\w’'.-]){_CAPITAL}(?:[ ](?:(?:of|for|and|the)[ ]){{0,2}}{_CAPITAL}){{0,5}}[ ](?:{_LAST})\b(?![’'-]?[A-Z])"
)
_PARTLY = re.compile(
    rf"(?<![\w’'.-]){_CAPITAL}(?:[ ](?:(?:of|for|and"
    rf"|the)[ ]){{0,2}}[A-Za-z][a-zà-ÿ]+(?:-[A-Za-z]+)*){{0,5}}?[ ](?i:{_LAST})\b(?![’'-]?[A-Z])"
)
_TYPES = frozenset(["group", "org", "news", "country"])
_SMALL = frozenset(["of", "for", "and", "the", "on", "in"])


def check(document: Document) -> Iterator[Match]:
    """Each name of a names pack in other capitals than its own, and each that stands in capitals elsewhere in the story."""
    known = set()
    for entity in document.entities:
        if entity.name is None or entity.name.type not in _TYPES:
            continue
        right = {plain(form) for form in forms_of(entity.name)}
        forms = {form.casefold(): form for form in right}
        for mention in entity.mentions:
            surface = plain(mention.surface)
            form = forms.get(surface.casefold(), surface)
            if _is_partly_lower(surface, form, right) and document.blocks[mention.block].kind is not BlockKind.HEADLINE:
                known.add(mention.span)
                yield Match(mention.span, (form,))
    yield from (match for match in _elsewhere(document) if not any(match.span.overlaps(span) for span in known))


def _is_partly_lower(surface: str, form: str, right: set[str]) -> bool:
    if surface in right or surface[:1].upper() + surface[1:] in right:
        return False
    return any(a.islower() and b.isupper() for a, b in zip(surface, form, strict=False))


def _elsewhere(document: Document) -> Iterator[Match]:
    capitals: dict[str, Span] = {}
    for block in document.body(BODY):
        for match in _FULL.finditer(document.prose, block.span.start, block.span.end):
            name = _trimmed(document, match.start(), match.end())
            if " " in name.of(document.prose):
                capitals.setdefault(name.of(document.prose).casefold(), name)
    if not capitals:
        return
    for block in document.body(BODY):
        for match in _PARTLY.finditer(document.prose, block.span.start, block.span.end):
            yield from _partly(document, match, capitals)


def _partly(document: Document, match: re.Match[str], capitals: dict[str, Span]) -> Iterator[Match]:
    name = _trimmed(document, match.start(), match.end())
    text = name.of(document.prose)
    first = capitals.get(text.casefold())
    if first is None or not _is_half(text) or document.is_quoted(name) or document.is_quoted(first):
        return
    yield Match(name, (first.of(document.prose),), related=(Related(first, "in capitals here"),))


def _is_half(text: str) -> bool:
    """Whether a name begins with a capital and has a word, a small one aside, without one."""
    return text[0].isupper() and any(word[0].islower() and word not in _SMALL for word in text.split())


def _trimmed(document: Document, start: int, end: int) -> Span:
    """The name without a “The” that only opens it."""
    text = document.prose[start:end]
    return Span(start + 4, end) if text.startswith("The ") else Span(start, end)


RULE = Rule(
    code="NAM015",
    name="lower-case-institution",
    summary="An institution’s name is partly in lower case.",
    rationale="Half a name in capitals reads as a slip, and the reader can’t tell where the name ends.",
    message="“{text}” is a name. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "She flew to the {European union => European Union} talks on Monday.",
        "The Riverside County Court met. A clerk of the {Riverside county court => Riverside County Court} read the verdict.",
        "He had been an {Afghan national army => Afghan National Army} officer.",
    ),
    good=(
        "The Riverside County Court met. A clerk of the county court read the verdict.",
        "“The Riverside county court is a joke,” he said. The Riverside County Court met.",
        "The Afghan army fled, and the national army of the south with it.",
        "They dream of an Islamic state. The Islamic State group claimed the attack.",
        "Members of the Haqqani network fled.",
    ),
)
