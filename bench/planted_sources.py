"""The command `python -m bench.planted_sources TEXTS`: how many missing sources, planted in articles, are found.

The texts are a folder of articles, or a file with a JSON object a line. Each copy of an article gets one defect: the speaker of
a paragraph that is all quotation taken out, a named source made experts or critics, “according to” taken out beside a claim.
It counts as found where a rule on sourcing marks something in the planted sentence that it leaves alone in the article itself.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bench.planted_names import Plant
from bench.process import BenchError
from bench.texts import Texts, folder_texts, jsonl_texts
from copylint.analysis import analyse
from copylint.desk import Desk, Request
from copylint.document import BlockKind, Document
from copylint.finding import Finding
from copylint.spans import Span

RULES = ["ATT", "QUO"]
SPEAKERLESS = "speaker taken out"
_ORPHANS = "ATT107"
_LEAST, _MOST = 6, 20
"""The words that a quotation has at least, and the tokens that stand beside it at most."""
_SAID = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|explained|argued|continued|noted|warned|stated)\b")
_BEFORE = re.compile(r"[^.!?]{3,120}\b(?:said|added|wrote|told \w+),\s?$")
_NEW_SENTENCE = re.compile(r"[.!?]\s+\S")
_NAME = r"(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+"
_STARTS = r"(?:(?<=[a-z)\d”][.”\"] )(?<!\b[A-Z][a-z]\. )(?<!\b[A-Z][a-z]{2}\. )(?<!,[”\"] )|(?<=\n))"
_SAYS = re.compile(
    rf"{_STARTS}(?P<who>{_NAME}) (?P<verb>said|says|say|argued?|warned|claimed|told reporters|added) (?:that )?(?=[a-z])"
)
_CREDIT = re.compile(
    r"(?P<tail>, according to [^.\n“”\"]{3,120}(?=\.))|(?:(?<=[.\n])|(?<=\. ))According to [^.,\n]{3,80}, (?=\w)"
)
_CLAIM = re.compile(
    r"\b(?:killed|injured|wounded|dead|died|per ?cent|accused|fraud|corrupt\w*|stole|abused?|illegal\w*|bribe\w*)\b|\d%"
)
_KNOWN = re.compile(r"\bdie[ds]\b(?!.*\d+ (?:people|others))")
"""A death is reported by many, and no claim."""
_PLURAL = {"says": "say", "told reporters": "said"}

Planter = Callable[[Document, random.Random], Iterator[Plant]]


def _speakerless(document: Document, _: random.Random) -> Iterator[Plant]:
    """Paragraphs of one quotation, or one in two parts, with nothing beside it but who says it."""
    prose = document.prose
    for block in document.body(frozenset([BlockKind.PARAGRAPH])):
        inside = [quote for quote in document.quotes if block.span.contains(quote.span)]
        if not 1 <= len(inside) <= 2 or not all(quote.is_closed and not quote.is_single for quote in inside):
            continue
        around = [inside[0].span.end, inside[1].span.start] if len(inside) == 2 else [inside[0].span.end, block.span.end]
        beside = prose[slice(*around)]
        if inside[0].span.start > block.span.start:
            beside = prose[block.span.start : inside[0].span.start] if _BEFORE.match(_opening(prose, block.span)) else ""
        elif len(inside) == 2 and len(prose[inside[1].span.end : block.span.end].strip(".")) > 0:
            continue
        if not _SAID.search(beside) or _NEW_SENTENCE.search(beside) or len(beside.split()) > _MOST:
            continue
        told = _joined([quote.inside.of(prose) for quote in inside], beside)
        if len(told.split()) >= _LEAST:
            yield Plant(block.span, f"{prose[inside[0].span.start]}{told}{prose[inside[0].span.end - 1]}")


def _opening(prose: str, block: Span) -> str:
    return re.split(r"[“\"]", block.of(prose), maxsplit=1)[0]


def _joined(parts: Sequence[str], beside: str) -> str:
    """The parts of a quotation as one."""
    parts = [part.rstrip(" ,") for part in parts]
    stops = [part if part[-1:] in ".!?…" else f"{part}." for part in parts]
    return " ".join(stops) if beside.rstrip().endswith(".") else ", ".join([*parts[:-1], stops[-1]])


def _made(who: str) -> Planter:
    """The planter of so many people without names in the place of a named source."""

    def planter(document: Document, _: random.Random) -> Iterator[Plant]:
        for match in _said(document):
            verb = _PLURAL.get(match["verb"], match["verb"])
            yield Plant(Span(match.start(), match.end("verb")), f"{who} {verb}")

    return planter


def _believed(document: Document, _: random.Random) -> Iterator[Plant]:
    for match in _said(document):
        yield Plant(Span(*match.span()), "It is believed that ")


def _said(document: Document) -> Iterator[re.Match[str]]:
    found = _SAYS.finditer(document.prose)
    return (match for match in found if not document.is_quoted(Span(*match.span())))


def _uncredited(document: Document, _: random.Random) -> Iterator[Plant]:
    """Claims – casualties, shares, accusations – whose “according to” is taken out."""
    for match in _CREDIT.finditer(document.prose):
        number = document.sentence_at(match.start())
        if number < 0 or document.is_quoted(Span(*match.span())):
            continue
        sentence = document.sentences[number].span
        claim = document.prose[sentence.start : match.start()] + document.prose[match.end() : sentence.end]
        if _CLAIM.search(claim) and not _KNOWN.search(claim):
            opens = not match["tail"]
            end = match.end() + opens
            yield Plant(Span(match.start(), end), document.prose[match.end() : end].upper())


PLANTERS: dict[str, Planter] = {
    SPEAKERLESS: _speakerless,
    "experts for a name": _made("Experts"),
    "critics for a name": _made("Critics"),
    "observers for a name": _made("Observers"),
    "many for a name": _made("Many"),
    "some for a name": _made("Some"),
    "it is believed for a name": _believed,
    "according to taken out": _uncredited,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A planted defect and what is found of it."""

    shown: str
    found: tuple[Finding, ...]


def outcomes(text: str, desk: Desk, planter: Planter, most: int) -> Iterator[Outcome]:
    """What becomes of the defects of one kind in one article, at most so many."""
    document = analyse(desk.source("a.txt", text.encode()), desk.kit.knowledge)
    plants = list(planter(document, random.Random(text))) if document.prose == text else []
    if not plants:
        return
    old = Counter((finding.code, finding.text) for finding in _findings(desk, text))
    for plant in random.Random(text).sample(plants, min(most, len(plants))):
        copy = plant.planted(text)
        place = _sentence(desk, copy, plant)
        fresh = (one for one in _findings(desk, copy) if not old[one.code, one.text])
        found = tuple(one for one in fresh if one.span.start <= place.end and place.start <= one.span.end)
        yield Outcome(copy[max(0, place.start - 120) : place.end + 60].replace("\n", " "), found)


def _sentence(desk: Desk, copy: str, plant: Plant) -> Span:
    """The sentence that holds a planted defect."""
    document = analyse(desk.source("a.txt", copy.encode()), desk.kit.knowledge)
    number = document.sentence_at(max(0, plant.span.start - (not plant.text)))
    place = Span(plant.span.start, plant.span.start + max(1, len(plant.text)))
    return document.sentences[number].span if number >= 0 else place


def _findings(desk: Desk, text: str) -> tuple[Finding, ...]:
    return desk.checked("a.txt", text.encode()).findings


def untouched(texts: Texts, desk: Desk) -> str:
    """A line on what the rules ask of the articles as they are."""
    words = sum(analyse(desk.source("a.txt", text.encode()), desk.kit.knowledge).word_count for text in texts)
    codes = Counter(finding.code for text in texts for finding in _findings(desk, text))
    tens, thousands = words / 10_000, words / 1_000
    return (
        f"as they are: {codes.total() / thousands:.2f} questions in 1,000 words,"
        f" {codes[_ORPHANS] / tens:.2f} quotations without a speaker in 10,000"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 2 where there are no texts."""
    parser = argparse.ArgumentParser(
        "python -m bench.planted_sources", description=__doc__.partition("\n")[0] if __doc__ else None
    )
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--field", default="text", help="the field of the objects that holds the text")
    parser.add_argument("--most", type=int, default=1, help="defects of one kind in one article")
    parser.add_argument("--missed", action="store_true", help="print the defects that are not found")
    arguments = parser.parse_args(argv)
    try:
        groups = (folder_texts(path) if path.is_dir() else jsonl_texts(path, arguments.field) for path in arguments.texts)
        texts = tuple(chain.from_iterable(groups))
    except (BenchError, OSError) as error:
        print(f"bench.planted_sources: {error}", file=sys.stderr)
        return 2
    desk = Desk(Request(command={"select": RULES}, isolated=True, plugins=False))
    measured: dict[str, list[Outcome]] = defaultdict(list)
    for kind, planter in PLANTERS.items():
        for text in texts:
            measured[kind] += outcomes(text, desk, planter, arguments.most)
        found = sum(bool(one.found) for one in measured[kind])
        print(f"{kind:<30}{found:>5} of{len(measured[kind]):>5}{found / max(1, len(measured[kind])):>6.0%}")
    print(untouched(texts, desk))
    if arguments.missed:
        missed = ((kind, one) for kind, group in measured.items() for one in group if not one.found)
        print(*(f"{kind}: {one.shown}" for kind, one in missed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
