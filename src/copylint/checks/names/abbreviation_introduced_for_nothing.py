"""An abbreviation that is introduced in brackets and never used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from copylint.checks.names._place import short_form, told_introductions
from copylint.document import BODY, COPY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.words import Words

_WORD = lazy(r"[^\W_]+(?:[.&/-][^\W_]+)*")
_PART = lazy(r"[^\W_]+")
_TIME_ZONES = frozenset(
    "GMT UTC BST CET CEST EET EEST EST EDT CST CDT MST MDT PST PDT AKST HST AEST AEDT ACST ACDT AWST NZST NZDT IST JST".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each abbreviation in brackets whose letters stand nowhere else in the copy."""
    told = [one for one in told_introductions(document) if one.is_bracketed and one.short.start > one.full.start]
    shorts = [short_form(one.short.of(document.prose)) for one in told]
    uses = _uses(document, frozenset(shorts))
    for one, short in zip(told, shorts, strict=True):
        if uses[short] == 1 and short not in _TIME_ZONES:
            yield Match(one.short, details={"full": " ".join(one.full.of(document.prose).split())})


def _uses(document: Document, shorts: frozenset[str]) -> Counter[str]:
    """How often each of these abbreviations stands in the copy; ISIS-linked is a use of ISIS too."""
    uses: Counter[str] = Counter()
    for start, end in _stretches(document, shorts):
        for match in _WORD.finditer(document.prose, start, end):
            word = match[0].replace(".", "")
            uses.update({word, *word.split("-"), *word.split("/"), word.removesuffix("s")} & shorts)
    return uses


def _stretches(document: Document, shorts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of copy without white space that can hold one of these abbreviations, each once, in order."""
    words, reached = document.words, 0
    for number in _numbers(words, shorts) if shorts else ():
        place = words.starts[number]
        index = document.block_at(place)
        if place < reached or index < 0 or document.blocks[index].kind not in COPY:
            continue
        first = last = number
        while first and words.ends[first - 1] == words.starts[first]:
            first -= 1
        while last + 1 < len(words) and words.ends[last] == words.starts[last + 1]:
            last += 1
        block = document.blocks[index].span
        reached = min(words.ends[last], block.end)
        yield max(words.starts[first], block.start), reached


def _numbers(words: Words, shorts: frozenset[str]) -> list[int]:
    """The tokens that have letters of these abbreviations, or a stop between letters: R.T.B is RTB."""
    parts = {part for short in shorts for part in _PART.findall(short.lower())}
    numbers = words.places(frozenset(parts | {f"{part}s" for part in parts}))
    numbers += chain.from_iterable(of for surface, of in words.index.items() if "." in surface[:-1])
    prose, starts = words.prose, words.starts
    stops = (number for number in words.index.get(".", ()) if 0 < starts[number] < len(prose) - 1)
    numbers += (one for one in stops if prose[starts[one] - 1].isalnum() and prose[starts[one] + 1].isalnum())
    return sorted(numbers)


RULE = Rule(
    code="NAM003",
    name="abbreviation-never-used",
    summary="An abbreviation is introduced in brackets and never used again.",
    rationale="It asks the reader to remember letters that never come.",
    message="“{text}” is not used again. Leave it out?",
    severity=Severity.QUERY,
    confidence=Confidence.HIGH,
    source="house",
    blocks=BODY,
    triggers=frozenset(["("]),
    check=check,
    bad=(
        "The River Trust Board ({RTB}) met on Monday. The board voted for the plan.",
        "She chairs the Tidal Power Council ({TPC}), which has 12 members.",
    ),
    good=(
        "The River Trust Board (RTB) met on Monday. The RTB’s chairman resigned.",
        "The River Trust Board (RTB) met on Monday. “The RTB is finished,” he said.",
        "“Our River Trust Board (RTB) won,” the leaflet said.",
        "The River Trust Board (RTB) sent RTB-funded boats.",
        "Ann Lee (SNP) voted for it, and Tom Roe (D-Ohio) against.",
        "The plane crashed at about Central Daylight Time (ACDT) noon.",
    ),
)
