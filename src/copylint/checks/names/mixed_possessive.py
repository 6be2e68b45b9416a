"""A name in s whose possessive has an s after the apostrophe here, and none there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_APOSTROPHES = "'’"
_LONGER = ("s's", "s’s", "S's", "S’s", "x's", "x’s", "z's", "z’s")


def check(document: Document) -> Iterator[Match]:
    """The first place of the rarer form of each such name; a name in the plural never has the longer one."""
    words = document.words
    for surface in words.capitals:
        if surface.endswith(_LONGER) and surface[0].isupper():
            stem = surface[:-2]
            longer = [words.span(n, n + 1) for mark in _APOSTROPHES for n in words.index.get(f"{stem}{mark}s", ())]
            shorter = [
                Span(words.starts[number], words.ends[number] + 1)
                for number in words.index.get(stem, ())
                if document.prose[words.ends[number] : words.ends[number] + 1] in tuple(_APOSTROPHES)
                and document.prose[words.ends[number] + 1 : words.ends[number] + 3].strip().islower()
            ]
            sides = [_told(document, side) for side in (longer, shorter)]
            if all(sides):
                rare, usual = sorted(sides, key=lambda side: (len(side), -side[0].start))
                yield _match(document, rare, usual)


def _told(document: Document, spans: Sequence[Span]) -> list[Span]:
    blocks = document.blocks
    return sorted(s for s in spans if not document.is_quoted(s) and blocks[document.block_at(s.start)].kind in BODY)


def _match(document: Document, rare: Sequence[Span], usual: Sequence[Span]) -> Match:
    other = usual[0].of(document.prose)
    return Match(rare[0], (other,), {"other": other}, tuple(Related(span, "written so here") for span in usual[:3]))


RULE = Rule(
    code="NAM020",
    name="mixed-possessive",
    summary="The possessive of a name in s is written two ways in one story.",
    rationale="Guides differ on the s after the apostrophe; one story has one form.",
    message="“{text}” is “{other}” elsewhere in the story. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    triggers=frozenset(["s'", "s’", "x'", "x’", "z'", "z’"]),
    check=check,
    bad=(
        "They fear ISIS’s leader. Few speak of {ISIS’ => ISIS’s} money, and ISIS’s men are far.",
        "Tom Hodges’ house burned. Hodges’ car did not, and {Hodges’s => Hodges’} dog fled.",
    ),
    good=(
        "They fear ISIS’s leader, and ISIS’s men are far.",
        "Tom Hodges’s house burned. The Hodgeses’ car did not.",
        "Tom Hodges’s house burned. “Tom Hodges’ house is gone,” he said.",
        "The Democrats’ plan failed, and so did Hodges’s.",
    ),
)
