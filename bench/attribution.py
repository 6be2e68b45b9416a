"""The command `python -m bench.attribution FOLDER NAME`: how well copylint tells which sentences are attributed.

In the folder lie the articles `NAME.docs.jsonl` (`doc`, `text`), their sentences with a verdict `NAME.sents.jsonl` (`doc`, the
number `i`, the offsets `b` and `e`, `text`, and `y`: 1 for one that is attributed) and, if there are any, `mutants_*.jsonl`:
sentences from which source and cue were taken away (`doc`, `i`, `mut`). Nothing is kept of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.planted import default_desk
from bench.process import BenchError
from copylint.analysis.document import Analysis

FLAGGED = 0.10
"""The share of originals that may fall below the threshold by which mutants are caught."""
_APART = 4
"""So many sentences lie between two mutants of one text, so that none changes what is around another."""
_DESK = default_desk()
_MARKS = frozenset('"“”')
_TITLE = "| sentences | attributed F1 | unattributed F1 | attributed F1 without quotation marks |\n|--:|--:|--:|--:|"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of an article as people judged it."""

    number: int
    start: int
    end: int
    is_attributed: bool
    has_marks: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article, its judged sentences, and what some of them read without source and cue, by their number."""

    text: str
    sentences: tuple[Judged, ...]
    mutants: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many sentences were told rightly and wrongly."""

    hits: int
    false_alarms: int
    misses: int
    rejections: int

    @property
    def attributed(self) -> float:
        """F1 of the attributed sentences."""
        return 2 * self.hits / max(1, 2 * self.hits + self.false_alarms + self.misses)

    @property
    def unattributed(self) -> float:
        """F1 of the others."""
        return 2 * self.rejections / max(1, 2 * self.rejections + self.false_alarms + self.misses)


def articles(folder: Path, name: str) -> list[Article]:
    """The articles of a name in a folder. Raises BenchError where the files aren't there."""
    sentences: dict[str, list[Judged]] = {}
    for row in _rows(folder / f"{name}.sents.jsonl"):
        judged = Judged(row["i"], row["b"], row["e"], bool(row["y"]), not _MARKS.isdisjoint(row["text"]))
        sentences.setdefault(row["doc"], []).append(judged)
    mutants: dict[str, dict[int, str]] = {}
    file = folder / f"mutants_{name.rpartition('_')[2]}.jsonl"
    for row in _rows(file) if file.exists() else ():
        mutants.setdefault(row["doc"], {})[row["i"]] = row["mut"]
    texts = {row["doc"]: row["text"] for row in _rows(folder / f"{name}.docs.jsonl")}
    return [Article(text, tuple(sentences.get(doc, ())), mutants.get(doc, {})) for doc, text in texts.items()]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)
    except OSError as error:
        raise BenchError(f"{path} can't be read: {error.strerror}") from error


def analysed(text: str) -> Analysis:
    """The document of a text."""
    return Analysis(_DESK.source("article.txt", text.encode()), _DESK.kit.knowledge)


def held(document: Analysis, judged: Iterable[Judged]) -> list[int]:
    """For each judged sentence the number of ours that holds most of it."""
    spans = [sentence.span for sentence in document.sentences]
    starts = [span.start for span in spans]
    found = []
    for each in judged:
        first = max(0, bisect_right(starts, each.start) - 1)
        near = range(first, max(first + 1, bisect_right(starts, each.end)))
        found.append(max(near, key=lambda number: min(spans[number].end, each.end) - max(spans[number].start, each.start)))
    return found


def with_mutants(article: Article) -> Iterator[tuple[str, list[Judged]]]:
    """The text with some of its sentences changed, and where those stand then, until each mutant stood in one."""
    groups: list[list[Judged]] = []
    for judged in (each for each in article.sentences if each.number in article.mutants):
        for group in groups:
            if judged.number - group[-1].number >= _APART:
                group.append(judged)
                break
        else:
            groups.append([judged])
    for group in groups:
        yield _changed(article, group)


def _changed(article: Article, group: Sequence[Judged]) -> tuple[str, list[Judged]]:
    text, places, end = "", [], 0
    for judged in group:
        text += article.text[end : judged.start]
        start, end = len(text), judged.end
        text += article.mutants[judged.number]
        places.append(Judged(judged.number, start, len(text), False, judged.has_marks))
    return text + article.text[end:], places


def confusion(told: Iterable[tuple[bool, bool]]) -> Confusion:
    """The counts of pairs of what was told and what people judged."""
    pairs = list(told)
    return Confusion(*(pairs.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))))


def caught(originals: Sequence[float], mutants: Sequence[float]) -> float:
    """The share of mutants below the score that `FLAGGED` of the originals fall below."""
    threshold = sorted(originals)[int(len(originals) * FLAGGED)]
    return sum(score < threshold for score in mutants) / len(mutants)


def measured(found: Sequence[Article]) -> str:
    """The table of the figures."""
    told: list[tuple[Judged, bool]] = []
    originals: list[float] = []
    mutants: list[float] = []
    for article in found:
        document = analysed(article.text)
        for judged, number in zip(article.sentences, held(document, article.sentences), strict=True):
            score = document.attributed(number)
            told.append((judged, score >= 0.5))
            if judged.number in article.mutants:
                originals.append(score)
        for text, places in with_mutants(article):
            document = analysed(text)
            mutants += [document.attributed(number) for number in held(document, places)]
    every = confusion((is_told, judged.is_attributed) for judged, is_told in told)
    plain = confusion((is_told, judged.is_attributed) for judged, is_told in told if not judged.has_marks)
    figures = (every.attributed, every.unattributed, plain.attributed)
    table = f"{_TITLE}\n| {len(told):,} | {' | '.join(f'{figure:.3f}' for figure in figures)} |\n"
    if mutants:
        table += f"\nMutants caught where {FLAGGED:.0%} of the originals are flagged: {caught(originals, mutants):.1%}\n"
    return table


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 2 for wrong arguments."""
    parser = argparse.ArgumentParser(prog="python -m bench.attribution", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the files lie")
    parser.add_argument("name", help="what their names begin with")
    given = parser.parse_args(arguments)
    try:
        print(measured(articles(given.folder, given.name)), end="")
    except BenchError as error:
        print(f"bench.attribution: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
