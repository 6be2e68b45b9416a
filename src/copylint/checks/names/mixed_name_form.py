"""A name with and without its hyphen, its stops, or a capital inside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from copylint.analysis.name_run import bare
from copylint.checks.names._variants import Kind, variants
from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span
from copylint.words import Words

_HYPHENED = lazy(r"(?P<one>[^\W\d_a-z][\w’'.]*|[Aa]l|[Ee]l)-(?P<two>[^\W\d_a-z][\w’']+)\Z")
_INITIALS = lazy(r"(?:[A-Z]\.){2,3}\Z")
_STOPPED = lazy(r"(?:[A-Z]\.){3,6}\Z")
_PEOPLES = frozenset(
    "American Americans African Africans Asian British Canadian Israeli Indian French German Russian Era".split()
)
_STATES = frozenset(["US", "UN", "UK", "EU", "DC", "USA", "UAE", "LA", "NY"])
"""What other rules know the stops of."""


def check(document: Document) -> Iterator[Match]:
    """The first place of the rarer of two forms of each such name."""
    for one in variants(document):
        if one.kind is Kind.CAPITALS:
            yield _match(document, one.places, one.usual_places)
    words = document.words
    marked: dict[str, list[int]] = defaultdict(list)
    for surface in words.capitals:
        if ("-" in surface or "." in surface) and (stem := bare(surface)):
            marked[stem] += words.index[surface]
    for stem, numbers in marked.items():
        sides = [_told(document, spans) for spans in _sides(words, stem, numbers)]
        if sides and all(sides):
            rare, usual = sorted(sides, key=lambda side: (len(side), -side[0].start))
            yield _match(document, rare, usual)


def _sides(words: Words, stem: str, numbers: Sequence[int]) -> Sequence[Sequence[Span]]:
    """Where a name stands with its marks, and where without them."""
    hyphened = _HYPHENED.match(stem)
    if hyphened and hyphened["two"] not in _PEOPLES:
        own = [Span(words.starts[number], words.starts[number] + len(stem)) for number in numbers]
        return own, [*_pairs(words, hyphened["one"], hyphened["two"]), *_closed(words, hyphened["one"] + hyphened["two"])]
    if _STOPPED.match(stem) and (bare_letters := stem.replace(".", "")) not in _STATES:
        own = [words.span(number, number + 1) for number in numbers]
        return own, [words.span(number, number + 1) for number in words.index.get(bare_letters, ())]
    if _INITIALS.match(stem) and (letters := stem.replace(".", "")) not in _STATES:
        after = {_next(words, number) for number in numbers}
        own = [words.span(number, number + 1) for number in numbers if _next(words, number)[:1].isupper()]
        return own, [words.span(number, number + 1) for number in words.index.get(letters, ()) if _next(words, number) in after]
    return ()


def _next(words: Words, number: int) -> str:
    return words.surface(number + 1) if number + 1 < len(words) else ""


def _pairs(words: Words, one: str, two: str) -> Iterator[Span]:
    """Where two words stand beside each other with a space between."""
    for number in words.index.get(one, ()):
        if number + 1 < len(words) and words.starts[number + 1] - words.ends[number] == 1 and bare(_next(words, number)) == two:
            yield Span(words.starts[number], words.starts[number + 1] + len(two))


def _closed(words: Words, closed: str) -> Iterator[Span]:
    """Where two words stand run into one, the second with its capital or without."""
    for form in {closed, closed[0] + closed[1:].lower()}:
        for number in words.index.get(form, ()):
            yield words.span(number, number + 1)


def _told(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Those of some places that lie in running copy outside quotations."""
    blocks = document.blocks
    told = (span for span in spans if not document.is_quoted(span) and blocks[document.block_at(span.start)].kind in BODY)
    return tuple(sorted(told))


def _match(document: Document, rare: Sequence[Span], usual: Sequence[Span]) -> Match:
    other = bare(usual[0].of(document.prose)) or usual[0].of(document.prose)
    return Match(rare[0], (other,), {"other": other}, tuple(Related(span, "written so here") for span in usual[:3]))


RULE = Rule(
    code="NAM014",
    name="mixed-name-form",
    summary="A name stands with and without its hyphen, its stops or a capital inside it.",
    rationale="Those whose name it is write it one way.",
    message="“{text}” is “{other}” elsewhere in the story. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Maya Orton-Hale won. Orton-Hale thanked her voters, and {Orton Hale => Orton-Hale} wept.",
        "The office of J.R. Abbott burned. Aides of J.R. Abbott fled, and so did {JR => J.R.} Abbott.",
        "The Tidal Power Council (TPC) met. A clerk of the {T.P.C. => TPC} wept, and the TPC left.",
        "The singer joined SoundBarn. A lawyer for {Soundbarn => SoundBarn} said that SoundBarn was content.",
    ),
    good=(
        "Maya Orton-Hale won. Orton-Hale thanked her voters.",
        "African-American voters liked it, and one African American did not.",
        "Maya Orton-Hale won. “Orton Hale is a thief,” he wrote.",
        "The Orton-based Hale Trust met in Orton. Hale is near.",
        "The office of J.R. Abbott burned. JR railways paid for it.",
    ),
)
