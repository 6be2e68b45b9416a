"""Two spaces where one belongs."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import COPY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Quotes, Related, Rule, Severity
from copylint.spans import Span

_SPACES = lazy(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
# Editors marked each of six in a story; more than eight are a habit, and one mark tells of it.
_MOST = 8


def check(document: Document) -> Iterator[Match]:
    """Each run of two spaces or more between words; one match for all where there are more than eight in the story."""
    blocks, block_at = document.blocks, document.block_at
    spans = [Span(*found.span()) for found in _SPACES.finditer(document.prose)]
    spans = [span for span in spans if (block := block_at(span.start)) >= 0 and blocks[block].kind in COPY]
    if len(spans) <= _MOST:
        yield from (Match(span, (" ",), {"where": ""}) for span in spans)
        return
    where = f" in {len(spans)} places, here first"
    related = tuple(Related(span, "two spaces here too") for span in spans[1:5])
    yield Match(spans[0], (" ",), {"where": where}, related=related, fix=Fix.NONE)


RULE = Rule(
    code="PUN106",
    name="double-space",
    summary="Two spaces stand where one belongs.",
    rationale="They show as a hole in the line, and break up justified text.",
    message="Two spaces{where}; one is enough.",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    fix=Fix.SAFE,
    source="house",
    quotes=Quotes.INCLUDE,
    triggers=frozenset({"  ", "\t", "\u00a0"}),
    check=check,
    bad=(
        "The bridge is shut.{   =>  }Buses run.",
        "The{    =>  }bridge is shut, and{ \u00a0 =>  }stays shut.",
        "“We are shut,{   =>  }and stay shut,” she said.",
        "One.{   =>  }Two." + "".join(f"  It went on to {number}." for number in range(3, 12)),
    ),
    good=(
        "The bridge is shut. Buses run.",
        "The bridge is 12\u00a0km long; it is shut.",
        "“We are shut,” she said.  \nShe left.",
    ),
)
