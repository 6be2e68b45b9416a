"""An epithet that could mean more than one of the groups a story names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.document import BODY, Document, Mention
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_EPITHET = re.compile(
    r"\bthe (?:terror|terrorist|militant|extremist|jihadist|jihadi|Islamist|insurgent|rebel|armed|guerrilla|separatist)"
    r" (?:group|organi[sz]ation|outfit|network|movement|militia)(?![\w-])",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r"['’]?s?,?\s+(?:(?:called|known as|named|of|that calls itself|which)\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_WINDOW = 2


def check(document: Document) -> Iterator[Match]:
    """Each epithet where the two paragraphs before it name two groups or more and its own sentence, before it, none."""
    groups = sorted(
        (mention for entity in document.entities if entity.name and entity.name.type == "group" for mention in entity.mentions),
        key=lambda mention: mention.span,
    )
    if len({mention.entity for mention in groups}) < 2:
        return
    for found in _EPITHET.finditer(document.prose):
        span = Span(*found.span())
        if not _is_named(document, span, groups):
            near = _near(document, span, groups)
            if len(near) > 1:
                names = " or ".join(f"“{mention.surface}”" for mention in near[:3])
                yield Match(span, details={"names": names}, related=tuple(Related(one.span, "named here") for one in near[:3]))


def _is_named(document: Document, span: Span, groups: list[Mention]) -> bool:
    """Whether the epithet's own sentence names a group before it, or right after it (“the terror group Hamas”)."""
    index = document.sentence_at(span.start)
    if index < 0:
        return True
    sentence = document.sentences[index].span
    for mention in groups:
        if sentence.start <= mention.span.start < span.start:
            return True
        if mention.span.start >= span.end:
            return _NAMED_AFTER.fullmatch(document.prose[span.end : mention.span.start][:40]) is not None
    return False


def _near(document: Document, span: Span, groups: list[Mention]) -> list[Mention]:
    """The last mention of each group in the paragraph, before the epithet, and in the two that go before."""
    body = [index for index, block in enumerate(document.blocks) if block.kind in BODY]
    here = document.block_at(span.start)
    if here not in body:
        return []
    window = body[max(0, body.index(here) - _WINDOW) : body.index(here) + 1]
    last = {mention.entity: mention for mention in groups if mention.block in window and mention.span.end <= span.start}
    return sorted(last.values(), key=lambda mention: mention.span)


RULE = Rule(
    code="NAM021",
    name="ambiguous-epithet",
    summary="An epithet such as “the terror group” could mean more than one of the groups just named.",
    rationale="The reader may pin the deed on the wrong one.",
    message="Which is “{text}”: {names}? Name it?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(["group", "organi", "outfit", "network", "movement", "militia"]),
    check=check,
    bad=(
        "Hamas and Hezbollah signed the pact. Three days later {the militant group} broke it.",
        "Al-Shabab attacked the port, and Boko Haram the barracks.\n\nSoldiers are being hunted by {the terror group}.",
    ),
    good=(
        "Hamas and Hezbollah signed the pact. Three days later the militant group Hamas broke it.",
        "Hamas and Hezbollah signed the pact. Hamas was silent, and three days later the militant group broke it.",
        "Hamas signed the pact. Three days later the militant group broke it.",
        "Hamas and Hezbollah signed the pact. “The militant group broke it,” he said.",
    ),
)
