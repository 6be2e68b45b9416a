"""Curly and straight quotation marks, or apostrophes, in one story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Quotes, Related, Rule, Severity
from copylint.spans import Span

_DOUBLE = re.compile(r"[“”]"), re.compile(r"(?<![\d/])\"")
# An apostrophe between letters; 6'2" is a measure.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])"), re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def check(document: Document) -> Iterator[Match]:
    """The first mark of the rarer shape (tie: the later), once for quotation marks and once for apostrophes."""
    for what, (curly, straight) in (("quotation marks", _DOUBLE), ("apostrophes", _APOSTROPHE)):
        shapes = {"curly": _found(document, curly), "straight": _found(document, straight)}
        if all(shapes.values()):
            yield _match(what, shapes)


def _found(document: Document, pattern: re.Pattern[str]) -> list[Span]:
    return [
        Span(*found.span())
        for block in document.body(BODY)
        for found in pattern.finditer(document.prose, block.span.start, block.span.end)
    ]


def _match(what: str, shapes: dict[str, list[Span]]) -> Match:
    rare, usual = sorted(shapes, key=lambda shape: (len(shapes[shape]), -shapes[shape][0].start))
    others = shapes[rare][1:5]
    return Match(
        shapes[rare][0],
        details={"what": what, "rare": rare, "usual": usual, "times": _times(len(shapes[rare])), "of": str(len(shapes[usual]))},
        related=(*(Related(span, f"{rare} too") for span in others), Related(shapes[usual][0], f"{usual} here")),
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule(
    code="PUN153",
    name="mixed-quote-style",
    summary="Curly and straight quotation marks, or apostrophes, stand in one story.",
    rationale="The mixture shows where text was pasted in, and looks careless in print.",
    message="The {what} are {usual} elsewhere ({of}) and {rare} here ({times}). One shape?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=BODY,
    check=check,
    bad=(
        '“We won,” she said. “At last.”\n\n{"}Never again," he said.',
        "The city’s mayor didn’t pay the city{'}s bill.",
        'He said "no" and "never" and {“}perhaps”.',
    ),
    good=(
        "“We won’t,” she said. “It’s the city’s bill.”",
        '"We won\'t," she said. "It\'s the city\'s bill."',
        '“He is 6\'2" tall,” she said, and the plank is 5" wide.',
    ),
)
