"""An epithet that could mean more than one of the groups a story names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from copylint.document import BODY, Document, Mention
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_EPITHET = lazy(
    r"\bthe (?:terror|terrorist|militant|extremist|jihadist|jihadi|Islamist|insurgent|rebel|armed|guerrilla|separatist)"
    r" (?:group|organi[sz]ation|outfit|network|movement|militia)(?![\w-])",
    re.IGNORECASE,
)
_NAMED_AFTER = lazy(r"['’]?s?,?\s+(?:(?:called|known as|named|of|that calls itself|which)\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_PARAGRAPHS, _REACH, _MOST = 2, 40, 60


def check(document: Document) -> Iterator[Match]:
    """Each epithet where the two paragraphs before it name two groups or more and its own sentence, before it, none."""
    groups = sorted(
        (mention for entity in document.entities if entity.name and entity.name.type == "group" for mention in entity.mentions),
        key=lambda mention: mention.span,
    )
    if len({mention.entity for mention in groups}) < 2:
        return
    starts = [mention.span.start for mention in groups]
    body = [index for index, block in enumerate(document.blocks) if block.kind in BODY]
    for found in _EPITHET.finditer(document.prose):
        span = Span(*found.span())
        index = bisect_left(starts, span.start)
        if _is_named(document, span, groups[max(0, index - 1) : index + 1]):
            continue
        near = _near(_window(body, document.block_at(span.start)), groups[max(0, index - _MOST) : index])
        if len(near) > 1:
            names = " or ".join(f"“{mention.surface}”" for mention in near[-3:])
            yield Match(span, details={"names": names}, related=tuple(Related(one.span, "named here") for one in near[-3:]))


def _is_named(document: Document, span: Span, beside: list[Mention]) -> bool:
    """Whether the epithet's own sentence names a group before it, or right after it (“the terror group Hamas”)."""
    index = document.sentence_at(span.start)
    for mention in beside:
        if mention.span.start < span.start and (index < 0 or mention.span.start >= document.sentences[index].span.start):
            return True
        if mention.span.start >= span.end:
            return _NAMED_AFTER.fullmatch(document.prose[span.end : min(mention.span.start, span.end + _REACH)]) is not None
    return False


def _window(body: list[int], block: int) -> frozenset[int]:
    """The block and the two of running copy before it."""
    place = bisect_left(body, block)
    return frozenset(body[max(0, place - _PARAGRAPHS) : place + 1])


def _near(window: frozenset[int], before: list[Mention]) -> list[Mention]:
    """The last mention of each group in the window, in order."""
    last = {mention.entity: mention for mention in before if mention.block in window}
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
