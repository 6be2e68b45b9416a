"""The command `python -m bench.planted`: how many slips of a list that no rule was written for are found.

A list has a sentence a line with the slip between braces, `{wrong => right}`, after its category and a tab. Each sentence is
checked alone with the default rules, once with the slip and once in its right form.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copylint.desk import Desk, Request
from copylint.example import MarkedExample, parsed
from copylint.finding import Finding

LIST = Path(__file__).parents[1] / "tests" / "planted" / "slips.tsv"
FIGURES = LIST.with_name("figures.tsv")
"""A list of wrong figures: weekdays, conversions, dates that can't be, sums, counts, ages, percentages, votes."""
_HEAD = ("", "slips", "found", "right first", "marks on the right form")


@dataclass(frozen=True, slots=True)
class Slip:
    """A sentence with one mistake: its category, the text between braces and all, and the text taken apart."""

    category: str
    written: str
    example: MarkedExample

    @property
    def wrong(self) -> str:
        """The sentence with the slip."""
        return self.example.text

    @property
    def right(self) -> str:
        """The sentence without it."""
        (span, right) = self.example.marks[0]
        return self.wrong[: span.start] + (right or "") + self.wrong[span.end :]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules say of a slip: the findings that touch it, and those on its right form."""

    slip: Slip
    found: tuple[Finding, ...]
    on_right: tuple[Finding, ...]

    @property
    def is_mended(self) -> bool:
        """Whether the first replacement that is offered makes the sentence right."""
        wrong, right = self.slip.wrong, _straight(self.slip.right)
        return any(
            _straight(wrong[: finding.span.start] + finding.replacements[0] + wrong[finding.span.end :]) == right
            for finding in self.found
            if finding.replacements
        )


def slips(path: Path) -> tuple[Slip, ...]:
    """The slips of a list. Raises ValueError for a line that isn't one."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return tuple(_slip(line) for line in lines)


def _slip(line: str) -> Slip:
    category, tab, sentence = line.partition("\t")
    example = parsed(sentence)
    if not tab or len(example.marks) != 1 or example.marks[0][1] is None:
        raise ValueError(f"“{line}” is no category, tab and sentence with one slip as {{wrong => right}}")
    return Slip(category, sentence, example)


def outcomes(planted: Iterable[Slip], desk: Desk) -> Iterator[Outcome]:
    """What the rules of a desk say of each slip."""
    for slip in planted:
        span, _ = slip.example.marks[0]
        touching = (each for each in _findings(slip.wrong, desk) if each.span.start <= span.end and span.start <= each.span.end)
        yield Outcome(slip, tuple(touching), _findings(slip.right, desk))


def default_desk() -> Desk:
    """The desk of the default rules, whatever the settings round about are."""
    return Desk(Request(isolated=True, plugins=False))


def table(measured: Sequence[Outcome]) -> str:
    """The counts by category and in all, in columns."""
    rows: list[tuple[str, ...]] = [_HEAD]
    by_category = Counter(outcome.slip.category for outcome in measured)
    for category in (*by_category, "all"):
        of_it = [outcome for outcome in measured if category in (outcome.slip.category, "all")]
        rows.append((category, *map(str, _counts(of_it))))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in rows)


def _counts(measured: Sequence[Outcome]) -> tuple[int, int, int, int]:
    tests: tuple[Callable[[Outcome], int], ...] = (
        lambda _: 1,
        lambda outcome: bool(outcome.found),
        lambda outcome: outcome.is_mended,
        lambda outcome: len(outcome.on_right),
    )
    first, second, third, fourth = (sum(map(test, measured)) for test in tests)
    return first, second, third, fourth


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status, which is 0 whatever is found."""
    parser = argparse.ArgumentParser("python -m bench.planted", description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("list", type=Path, nargs="?", default=LIST, help="another list than ours")
    parser.add_argument("--missed", action="store_true", help="print the slips that nothing touches")
    parser.add_argument("--marked", action="store_true", help="print the marks on right forms")
    arguments = parser.parse_args(argv)
    measured = tuple(outcomes(slips(arguments.list), default_desk()))
    print(table(measured))
    if arguments.missed:
        print("", *(outcome.slip.written for outcome in measured if not outcome.found), sep="\n")
    if arguments.marked:
        print(
            "",
            *(f"{each.code} “{each.text}”: {outcome.slip.right}" for outcome in measured for each in outcome.on_right),
            sep="\n",
        )
    return 0


def _findings(text: str, desk: Desk) -> tuple[Finding, ...]:
    return desk.checked("slip.txt", f"{text}\n".encode()).findings


def _straight(text: str) -> str:
    """A text with straight apostrophes and quotation marks: their shape is settled by the copy round them."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


if __name__ == "__main__":
    sys.exit(main())
