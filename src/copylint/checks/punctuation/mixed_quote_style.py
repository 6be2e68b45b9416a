"""Curly and straight quotation marks, or apostrophes, in one story."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Quotes, Related, Rule, Severity
from copylint.spans import Span

_CURLY_DOUBLE = lazy("[“”]")
_STRAIGHT_DOUBLE = lazy(r"\"(?<![\d/]\")")  # 6'2" is a measure
_TAG = lazy(r"<[a-z/][^<>]*$")
_REACH = 1000
_CURLY_APOSTROPHE = lazy(r"’(?<=[^\W\d_]’)(?=[^\W\d_])")
_STRAIGHT_APOSTROPHE = lazy(r"'(?<=[^\W\d_]')(?=[^\W\d_])")


def check(document: Document) -> Iterator[Match]:
    """The first mark of the rarer shape (tie: the later), once for quotation marks and once for apostrophes."""
    prose = document.prose
    if '"' in prose and ("“" in prose or "”" in prose):
        yield from _mixed(document, "quotation marks", _CURLY_DOUBLE, _STRAIGHT_DOUBLE)
    if "'" in prose and "’" in prose:
        yield from _mixed(document, "apostrophes", _CURLY_APOSTROPHE, _STRAIGHT_APOSTROPHE)


def _mixed(document: Document, what: str, curly: re.Pattern[str], straight: re.Pattern[str]) -> Iterator[Match]:
    if (straights := _found(document, straight)) and (curlies := _found(document, curly)):
        yield _match(what, {"curly": curlies, "straight": straights})


def _found(document: Document, pattern: re.Pattern[str]) -> list[int]:
    """The offsets of a mark in running copy."""
    blocks, block_at = document.blocks, document.block_at
    starts = [found.start() for found in pattern.finditer(document.prose)]
    return [
        start
        for start in starts
        if (block := block_at(start)) >= 0 and blocks[block].kind in BODY and not _is_in_tag(document.prose, start)
    ]


def _is_in_tag(prose: str, offset: int) -> bool:
    """Whether a mark belongs to the code of a web page."""
    return _TAG.search(prose[max(0, offset - _REACH) : offset]) is not None


def _match(what: str, shapes: dict[str, list[int]]) -> Match:
    rare, usual = sorted(shapes, key=lambda shape: (len(shapes[shape]), -shapes[shape][0]))
    first, *others = shapes[rare][:5]
    return Match(
        _mark(first),
        details={"what": what, "rare": rare, "usual": usual, "times": _times(len(shapes[rare])), "of": str(len(shapes[usual]))},
        related=(
            *(Related(_mark(start), f"{rare} too") for start in others),
            Related(_mark(shapes[usual][0]), f"{usual} here"),
        ),
    )


def _mark(start: int) -> Span:
    return Span(start, start + 1)


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
    triggers=frozenset({"'", '"'}),
    check=check,
    bad=(
        '“We won,” she said. “At last.”\n\n{"}Never again," he said.',
        "The city’s mayor didn’t pay the city{'}s bill.",
        'He said "no" and "never" and {“}perhaps”.',
    ),
    good=(
        "“We won’t,” she said. “It’s the city’s bill.”",
        '"We won\'t," she said. "It\'s the city\'s bill."',
        '“It is true,” she said. “Very.” <tweet id="5678" /> He left.',
        '“He is 6\'2" tall,” she said, and the plank is 5" wide.',
    ),
)
