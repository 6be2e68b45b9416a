"""The command `python -m bench.precision`: how often a rule finds something in real copy, and how often it is right there.

`--corpus DIR --run NAME` counts what the default rules find in the articles below a folder, into `docs/precision/NAME.tsv`.
Whoever reads the findings writes into that file how many of a rule's were read and how many of those were right. Without
`--corpus`, the page is made anew from all files. No sentence of an article is kept.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.page import replaced
from bench.planted import default_desk
from bench.process import BenchError
from bench.texts import Texts, folder_texts
from copylint.desk import Desk
from copylint.kit import Kit

PAGE = Path(__file__).parents[1] / "docs" / "precision.md"
RUNS = PAGE.with_suffix("")
_COLUMNS = "code\tfound\tread\tright"
_TITLE = "# "


@dataclass(frozen=True, slots=True)
class Count:
    """Of one rule in one run: how many findings there are, how many were read, and how many of those are right."""

    code: str
    found: int
    read: int = 0
    right: int = 0

    @property
    def share(self) -> str:
        """The share that is right of what was read."""
        return f"{self.right / self.read:.0%}" if self.read else "–"


@dataclass(frozen=True, slots=True)
class Run:
    """A run over some articles: what they are, and the counts, by code."""

    title: str
    counts: tuple[Count, ...]

    @property
    def text(self) -> str:
        """The run as its file has it."""
        rows = (f"{each.code}\t{each.found}\t{each.read}\t{each.right}" for each in self.counts)
        return "\n".join((f"{_TITLE}{self.title}", _COLUMNS, *rows)) + "\n"

    @property
    def all(self) -> Count:
        """The counts of all rules together."""
        return Count("all", *(sum(column) for column in zip(*((c.found, c.read, c.right) for c in self.counts), strict=True)))


def run_of(text: str) -> Run:
    """The run in a file. Raises BenchError for a line that is no count."""
    title, columns, *rows = text.splitlines()
    if not title.startswith(_TITLE) or columns != _COLUMNS:
        raise BenchError(f"a run begins with a line “{_TITLE}title” and one “{_COLUMNS}”")
    return Run(title.removeprefix(_TITLE), tuple(map(_count, rows)))


def _count(row: str) -> Count:
    code, *numbers = row.split("\t")
    if len(numbers) != 3 or not all(number.isdigit() for number in numbers):
        raise BenchError(f"“{row}” is no code with three numbers")
    found, read, right = map(int, numbers)
    if not right <= read <= found:
        raise BenchError(f"{code}: {right} right of {read} read of {found} found can't be")
    return Count(code, found, read, right)


def counted(texts: Texts, desk: Desk) -> Counter[str]:
    """How often each rule finds something in texts."""
    reports = (desk.checked("article.txt", text.encode()) for text in texts)
    return Counter(finding.code for report in reports for finding in report.findings)


def renewed(run: Run, found: Mapping[str, int]) -> Run:
    """The run with other findings. What was read of a rule counts on where it still finds as many."""
    before = {count.code: count for count in run.counts}
    fresh = (Count(code, number) for code, number in sorted(found.items()))
    kept = (
        replace(each, read=old.read, right=old.right) if (old := before.get(each.code)) and old.found == each.found else each
        for each in fresh
    )
    return Run(run.title, tuple(kept))


def tables(runs: Iterable[Run], kit: Kit) -> str:
    """The tables of the page, one a run."""
    return "\n".join(line for run in runs for line in _table(run, kit))


def _table(run: Run, kit: Kit) -> Iterator[str]:
    yield from (f"### {run.title}", "", "| rule | | says | found | read | right | share |", "|---|---|---|--:|--:|--:|--:|")
    for count in run.counts:
        rule = kit.rules.get(count.code)
        name, label = (rule.name, rule.severity.label) if rule else ("", "")
        link = f"[{count.code}](rules/{count.code[:3]}.md)" if rule else count.code
        yield f"| {link} | {name} | {label} | {count.found:,} | {count.read:,} | {count.right:,} | {count.share} |"
    whole = run.all
    yield from (f"| all | | | {whole.found:,} | {whole.read:,} | {whole.right:,} | {whole.share} |", "")


def page(text: str, folder: Path, kit: Kit) -> str:
    """The page with the tables of the runs in a folder."""
    files = sorted(folder.glob("*.tsv"))
    return replaced(text, tables((run_of(file.read_text("utf-8")) for file in files), kit))


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 2 where something is missing or wrong."""
    parser = argparse.ArgumentParser("python -m bench.precision", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="count what is found in the .txt and .md files below it")
    parser.add_argument("--run", metavar="NAME", help="the name of the run’s file")
    parser.add_argument("--title", metavar="TEXT", help="what the articles are, for a run that is new")
    arguments = parser.parse_args(argv)
    if bool(arguments.corpus) != bool(arguments.run):
        parser.error("--corpus and --run go together")
    desk = default_desk()
    try:
        if arguments.corpus:
            _write(RUNS / f"{arguments.run}.tsv", arguments.title, counted(folder_texts(arguments.corpus), desk))
        PAGE.write_text(page(PAGE.read_text("utf-8"), RUNS, desk.kit), "utf-8")
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    return 0


def _write(path: Path, title: str | None, found: Mapping[str, int]) -> None:
    run = run_of(path.read_text("utf-8")) if path.exists() else Run(title or path.stem, ())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(renewed(replace(run, title=title or run.title), found).text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
