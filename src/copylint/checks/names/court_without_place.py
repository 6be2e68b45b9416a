"""A court of which there are many, without the place that tells which."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_KIND = r"(?:Superior|Crown|District|Circuit|County|Magistrates[’']?|Magistrate[’']s|Municipal|Sheriff) Court"
_COURT = lazy(
    rf"\b(?:at|before|in|by|of|to|from) the {_KIND}\b(?! (?:of|for|in|at|on|judge|Judge|clerk)\b|[’']s?\b|, [A-Z]| [A-Z(])"
)
_NAMED = lazy(rf"(?:[A-Z][\w.’'-]* |\bof the )(?<!\bThe )(?<!\bA )(?<!\bAn ){_KIND}|{_KIND} (?:of|for|in|at) ")


def check(document: Document) -> Iterator[Match]:
    """The first such court, where no longer name of one stands in the file."""
    for block in document.body():
        found = _COURT.search(document.prose, block.span.start, block.span.end)
        if found:
            name = Span(found.end() - len(found[0].partition(" the ")[2]), found.end())
            if not document.is_quoted(name) and not _NAMED.search(document.prose.replace(found[0], "")):
                yield Match(name)
            return


RULE = Rule(
    code="NAM037",
    name="court-without-place",
    summary="A court of which every district has one stands without its place.",
    rationale="There are dozens of them; the record is of use only if the reader can tell which it was.",
    message="Which “{text}”? The story doesn’t say where.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(
        f"the {kind} court"
        for kind in "superior crown district circuit county magistrates magistrates’ magistrates' municipal sheriff".split()
    ),
    check=check,
    bad=(
        "He pleaded guilty to both at the {Superior Court}.",
        "She was fined by the {Magistrates’ Court}, and left at once.",
    ),
    good=(
        "He pleaded guilty to both at Norland Crown Court.",
        "Norland Crown Court heard him on Monday. On Tuesday he was back at the Crown Court.",
        "He pleaded guilty at the Superior Court of Norland.",
        "“I was at the Crown Court,” he said.",
        "It went to the Supreme Court and to the High Court.",
    ),
)
