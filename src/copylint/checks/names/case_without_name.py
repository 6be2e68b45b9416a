"""A ruling that the story leans on without naming the case."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_RULING = lazy(
    r"\b(?:an?|one) (?:previous|earlier|past|prior|landmark|older?|famous|well-known|historic|similar|different)"
    r" (?:U\.S\. |US )?(?:[A-Z][a-z]+ )?(?:Supreme|High|Appeals?|Federal) Court"
    r" (?:ruling|decision|judgment|judgement|opinion|precedent)\b"
)
_CASE = lazy(r"\bv(?:s\.?|\.)? [A-Z]|\bversus [A-Z]|[a-z] v [A-Z]")


def check(document: Document) -> Iterator[Match]:
    """Each such ruling, where no case with its two sides is named anywhere."""
    for block in document.body():
        for found in _RULING.finditer(document.prose, block.span.start, block.span.end):
            span = Span(found.start() + len(found[0].split(" ", 1)[0]) + 1, found.end())
            if not document.is_quoted(span) and not _CASE.search(document.prose):
                yield Match(span)


RULE = Rule(
    code="NAM038",
    name="case-without-name",
    summary="A story leans on an earlier ruling and doesn’t name the case.",
    rationale="Whoever wants to look it up can’t.",
    message="Which case, and of which year? The story doesn’t name the “{text}”.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(f"court {word}" for word in "ruling decision judgment judgement opinion precedent".split()),
    check=check,
    bad=(
        "The judge relied on a {previous Supreme Court ruling} that women may not serve.",
        "Lawyers cited a {landmark Supreme Court decision}.",
    ),
    good=(
        "The judge relied on a previous Supreme Court ruling, Lee v. Roe.",
        "“There is an earlier Supreme Court ruling,” he said.",
        "The judge relied on the ruling of the Supreme Court of 1981.",
    ),
)
