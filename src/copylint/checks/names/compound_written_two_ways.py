"""A compound that is one word here, and two or a hyphened one there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copylint.document import BODY, Document
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_SHORTEST = 3
_FIRSTS = frozenset("all any every may some over under out off with some how what when where who".split())
_SECONDS = frozenset(
    "about away back body come day days down ever fast for how line long more not off one ones other out over own self selves"
    " stand there thing through time times together under ward way ways what where while with".split()
)
"""Words that make one thing with another when joined, and something else beside it: every day, break down, some time."""


def check(document: Document) -> Iterator[Match]:
    """The first place of the rarer form of each compound that stands both closed and with a space or a hyphen."""
    words = document.words
    open_places: dict[str, list[Span]] = {}
    known = {word for word in words.index if len(word) >= 2 * _SHORTEST and word.isalpha() and word.islower()}
    for number, (one, two) in enumerate(pairwise(map(words.surface, range(len(words))))):
        if one + two in known and _may_join(one, two) and words.starts[number + 1] - words.ends[number] == 1:
            open_places.setdefault(one + two, []).append(words.span(number, number + 2))
    for surface, numbers in words.index.items():
        one, _, two = surface.partition("-")
        if two and one + two in known and _may_join(one, two):
            open_places.setdefault(one + two, []).extend(words.span(number, number + 1) for number in numbers)
    for closed, apart in open_places.items():
        sides = [_told(document, apart), _told(document, [words.span(n, n + 1) for n in words.index[closed]])]
        if all(sides):
            rare, usual = sorted(sides, key=lambda side: (len(side), -side[0].start))
            other = usual[0].of(document.prose)
            related = tuple(Related(span, "written so here") for span in usual[:3])
            yield Match(rare[0], (other,), {"other": other}, related)


def _may_join(one: str, two: str) -> bool:
    return min(len(one), len(two)) >= _SHORTEST and one not in _FIRSTS and two not in _SECONDS


def _told(document: Document, spans: Sequence[Span]) -> list[Span]:
    blocks = document.blocks
    return sorted(s for s in spans if not document.is_quoted(s) and blocks[document.block_at(s.start)].kind in BODY)


RULE = Rule(
    code="NAM025",
    name="compound-written-two-ways",
    summary="A compound is one word in one place, and two words or a hyphened one in another.",
    rationale="One story has one form; a verb and its noun (break down, breakdown) may differ: for those who ask.",
    message="“{text}” is “{other}” elsewhere in the story. Which?",
    severity=Severity.QUERY,
    confidence=Confidence.LOW,
    source="house",
    blocks=BODY,
    preview=True,
    check=check,
    bad=(
        "Care for the policyholder is dear. Each policyholder pays more, and no {policy holder => policyholder} is glad.",
        "The lifeboat sank. A second {life-boat => lifeboat} came, and then a third lifeboat.",
    ),
    good=(
        "The policyholder pays more, and every policyholder knows it.",
        "She writes for Fox News; her page is foxnews.",
        "They meet every day; it is an everyday thing.",
        "The talks may break down. A breakdown would hurt.",
        "The lifeboat sank. “The life boat sank,” he wrote.",
    ),
)
