"""A commission or an inquiry that is said to exist, without its name."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_BODY = lazy(
    r"\b[Tt]here (?:is|was|has been) (?:currently |now |already |also )?an? "
    r"(?P<kind>commission|committee|inquiry|task force|tribunal|working group|watchdog|regulator)\b"
)


def check(document: Document) -> Iterator[Match]:
    """Each such body, where the story has none with a name."""
    for block in document.body():
        for found in _BODY.finditer(document.prose, block.span.start, block.span.end):
            span = Span(*found.span("kind"))
            if not document.is_quoted(span) and found["kind"].title() not in document.prose:
                yield Match(span)


RULE = Rule(
    code="NAM039",
    name="body-without-name",
    summary="A commission or the like is said to exist, and the story doesn’t name it.",
    rationale="A body that does something official has a name, and the reader can look it up by that.",
    message="Which {text}? The story never names it.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(
        [
            "a commission",
            "a committee",
            "an inquiry",
            "a task force",
            "a tribunal",
            "a working group",
            "a watchdog",
            "a regulator",
        ]
    ),
    check=check,
    bad=(
        "There is currently a {commission} that looks into it.",
        "There was already an {inquiry}, the minister said.",
    ),
    good=(
        "There is a commission that looks into it, the Norland Flood Commission.",
        "“There is a commission,” he said.",
        "The firm has a committee for it.",
    ),
)
