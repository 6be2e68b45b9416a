"""The command `python -m bench.planted_names FOLDER`: how many inconsistencies of names, planted in articles, are found.

Each copy of an article gets one defect: a surname misspelt, an institution's word in lower case, a hyphen dropped. It counts as
found where a finding that the article itself doesn't have touches the planted words, or names them as a related place.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.planted import default_desk
from copylint.analysis import analyse
from copylint.desk import Desk
from copylint.document import BODY, Document
from copylint.finding import Finding
from copylint.spans import Span

_FULL = re.compile(r"(?<![\w’'.-] )(?<![\w-])([A-Z][a-zà-ÿ]{3,}) ((?:Mc|O’|O')?[A-Z][a-zà-ÿ]{3,})(?![\w-]| [A-Z])")
_ORG = re.compile(r"(?<=the )[A-Z][a-z]+(?: (?:of|for|and) (?:the )?| )(?:[A-Z][a-z]+ ){0,3}[A-Z][a-z]+(?![\w-]| [A-Z])")
_KIND = re.compile(
    r"Agency|Army|Assembly|Bank|Board|Bureau|Commission|Committee|Congress|Council|Court|Department|Ministry|Office"
)
_HYPHENED = re.compile(r"(?<![\w-])(?:[A-Z][\w’']+|al|Al)-[A-Z][\w’']+(?![\w-])")
_UNITED = re.compile(r"(?<![\w$.])(?:US|U\.S\.|UN|U\.N\.|UK|U\.K\.)(?![\w.$-])")
_NUMBERS = {"has": "have", "is": "are", "was": "were", "says": "say"} | {
    "have": "has",
    "are": "is",
    "were": "was",
    "say": "says",
}
_STOPS = {"US": "U.S.", "UN": "U.N.", "UK": "U.K."} | {"U.S.": "US", "U.N.": "UN", "U.K.": "UK"}


@dataclass(frozen=True, slots=True)
class Plant:
    """A defect: the words to be replaced, and what stands there instead."""

    span: Span
    text: str

    def planted(self, prose: str) -> str:
        """A text with the defect in it."""
        return prose[: self.span.start] + self.text + prose[self.span.end :]


Planter = Callable[[Document, random.Random], Iterator[Plant]]


def mistyped(word: str, chance: random.Random) -> str:
    """A word with one slip inside it: a letter left out, doubled, changed, or swapped with the next."""
    at = chance.randrange(1, len(word) - 1)
    other = chance.choice("aeiou" if word[at] in "aeiou" else "bdklmnrst")
    shapes = (
        word[:at] + word[at + 1 :],
        word[: at + 1] + word[at:],
        word[:at] + other + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    changed = [shape for shape in shapes if shape != word]
    return chance.choice(changed)


def _told(document: Document, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """The matches in running copy outside quotations."""
    found = (
        match for block in document.body(BODY) for match in pattern.finditer(document.prose, block.span.start, block.span.end)
    )
    return [match for match in found if not document.is_quoted(Span(*match.span()))]


def _people(document: Document) -> Iterator[tuple[re.Match[str], list[re.Match[str]]]]:
    """Each first full name whose surname stands by itself later, with the places where it does."""
    seen = set()
    for full in _told(document, _FULL):
        bare = _told(document, re.compile(rf"(?<![A-Z][a-z] )(?<![\w-]){full[2]}(?![\w-]| [A-Z])"))
        alone = [
            one
            for one in bare
            if one.start() > full.end() and not re.search(r"[A-Z][\w’']*\.? \Z", document.prose[: one.start()])
        ]
        if alone and full[2] not in seen:
            seen.add(full[2])
            yield full, alone


def _bare_surname(document: Document, chance: random.Random) -> Iterator[Plant]:
    for full, alone in _people(document):
        yield Plant(Span(*chance.choice(alone).span()), mistyped(full[2], chance))


def _full_surname(document: Document, chance: random.Random) -> Iterator[Plant]:
    for full, _ in _people(document):
        yield Plant(Span(*full.span(2)), mistyped(full[2], chance))


def _given_name(document: Document, chance: random.Random) -> Iterator[Plant]:
    counts = Counter(match[0] for match in _told(document, _FULL))
    for full in _told(document, _FULL):
        if counts[full[0]] > 1:
            yield Plant(Span(*full.span(1)), mistyped(full[1], chance))


def _institution(document: Document, chance: random.Random) -> Iterator[Plant]:
    found = [match for match in _told(document, _ORG) if _KIND.search(match[0])]
    counts = Counter(match[0] for match in found)
    for match in found:
        words = [word for word in re.finditer(r"[A-Z][a-z]+", match[0]) if word.start()]
        if counts[match[0]] > 1 and words:
            start = match.start() + chance.choice(words).start()
            yield Plant(Span(start, start + 1), document.prose[start].lower())


def _hyphen(document: Document, _: random.Random) -> Iterator[Plant]:
    found = _told(document, _HYPHENED)
    counts = Counter(match[0] for match in found)
    yield from (Plant(Span(*match.span()), match[0].replace("-", " ")) for match in found if counts[match[0]] > 1)


def _alias(document: Document, chance: random.Random) -> Iterator[Plant]:
    for entity in document.entities:
        told = [one for one in entity.mentions if not one.is_quoted and document.blocks[one.block].kind in BODY]
        if entity.name is None or len(told) < 2:
            continue
        beside = {entity.name.canonical, *entity.name.compatible, *(one.surface for one in told)}
        others = [form for form in entity.name.allowed if form not in beside and form.isupper() == told[-1].surface.isupper()]
        if others:
            yield Plant(told[-1].span, chance.choice(others))


def _introductions(document: Document) -> Iterator[tuple[Span, Span, list[Span]]]:
    """The full name, the bracket and the later uses of each abbreviation that is introduced and used outside quotations."""
    for one in document.introductions:
        short = one.short.of(document.prose)
        later = [Span(*match.span()) for match in _told(document, re.compile(rf"(?<![\w.-]){re.escape(short)}(?![\w-])"))]
        later = [span for span in later if span.start > one.short.end]
        if one.short.start < one.full.end:
            continue
        bracket = Span(one.full.end, one.short.end + 1)
        if later and bracket.of(document.prose) == f" ({short})" and not document.is_quoted(one.full):
            yield one.full, bracket, later


def _removed(document: Document, _: random.Random) -> Iterator[Plant]:
    """Without the bracket; what a names pack says needs no introduction is none the worse for that."""
    known = {
        mention.span
        for entity in document.entities
        if entity.name and not entity.name.needs_intro
        for mention in entity.mentions
    }
    for full, bracket, _later in _introductions(document):
        if not any(full.overlaps(span) for span in known):
            yield Plant(bracket, "")


def _doubled(document: Document, _: random.Random) -> Iterator[Plant]:
    for full, bracket, later in _introductions(document):
        yield Plant(later[-1], full.of(document.prose) + bracket.of(document.prose))


def _late(document: Document, _: random.Random) -> Iterator[Plant]:
    for full, bracket, later in _introductions(document):
        name, tied = full.of(document.prose), bracket.of(document.prose)
        between = document.prose[bracket.end : later[0].start]
        yield Plant(Span(full.start, later[0].end), f"{tied[2:-1]}{between}{name}{tied}")


def _stops(document: Document, _: random.Random) -> Iterator[Plant]:
    found = _told(document, _UNITED)
    counts = Counter(match[0] for match in found)
    yield from (Plant(Span(*match.span()), _STOPS[match[0]]) for match in found if counts[match[0]] > 1)


def _number(document: Document, _: random.Random) -> Iterator[Plant]:
    for entity in document.entities:
        if entity.name is None or not entity.name.agreement:
            continue
        verbs = []
        for mention in entity.mentions:
            verb = re.compile(r" (has|is|was|says|have|are|were|say)\b").match(document.prose, mention.span.end)
            before = document.prose[max(0, mention.span.start - 6) : mention.span.start]
            if verb and not mention.is_quoted and re.search(r"(?:[.\n] *|, |that )(?:[Tt]he )?\Z", before):
                verbs.append(Span(*verb.span(1)))
        yield from (Plant(verb, _NUMBERS[verb.of(document.prose)]) for verb in verbs if len(verbs) > 1)


PLANTERS: dict[str, Planter] = {
    "surname misspelt, bare": _bare_surname,
    "surname misspelt, full name": _full_surname,
    "given name misspelt": _given_name,
    "institution in lower case": _institution,
    "hyphen dropped": _hyphen,
    "alias swapped": _alias,
    "introduction removed": _removed,
    "introduction doubled": _doubled,
    "introduction late": _late,
    "US for U.S.": _stops,
    "number of a group's verb": _number,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A planted defect and what is found of it."""

    article: str
    plant: Plant
    shown: str
    found: tuple[Finding, ...]


def outcomes(path: Path, desk: Desk, planter: Planter, most: int) -> Iterator[Outcome]:
    """What becomes of the defects of one kind in one article, at most so many."""
    text = path.read_text("utf-8")
    document = analyse(desk.source(str(path), text.encode()), desk.kit.knowledge)
    plants = list(planter(document, random.Random(path.name)))
    if not plants or document.prose != text:
        return
    old = Counter((finding.code, finding.text) for finding in desk.checked("a.txt", text.encode()).findings)
    for plant in random.Random(path.name).sample(plants, min(most, len(plants))):
        copy = plant.planted(text)
        place = Span(plant.span.start, plant.span.start + max(1, len(plant.text)))
        fresh = [one for one in desk.checked("a.txt", copy.encode()).findings if not old[one.code, one.text]]
        found = tuple(one for one in fresh if _touches(one, place) or not plant.text)
        yield Outcome(path.name, plant, copy[max(0, place.start - 30) : place.end + 30].replace("\n", " "), found)


def _touches(finding: Finding, place: Span) -> bool:
    spans = (finding.span, *(related.span for related in finding.related))
    return any(span.start <= place.end and place.start <= span.end for span in spans)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status, which is 0 whatever is found."""
    parser = argparse.ArgumentParser(
        "python -m bench.planted_names", description=__doc__.partition("\n")[0] if __doc__ else None
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=1, help="defects of one kind in one article")
    parser.add_argument("--missed", action="store_true", help="print the defects that are not found")
    arguments = parser.parse_args(argv)
    desk = default_desk()
    measured: dict[str, list[Outcome]] = defaultdict(list)
    for kind, planter in PLANTERS.items():
        check = partial(outcomes, desk=desk, planter=planter, most=arguments.most)
        measured[kind] += (outcome for path in sorted(arguments.folder.glob("*.txt")) for outcome in check(path))
    measured["all"] = [outcome for group in list(measured.values()) for outcome in group]
    for kind, group in measured.items():
        print(f"{kind:<30}{sum(bool(one.found) for one in group):>5} of{len(group):>5}")
    if arguments.missed:
        del measured["all"]
        missed = ((kind, one) for kind, group in measured.items() for one in group if not one.found)
        print(*(f"{kind}: {one.shown}  [{one.article[:40]}]" for kind, one in missed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
