"""The table: lines with a figure, what it is compared with, and whether it holds what was set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.process import Usage
from bench.tool import FAILED

_HEAD = ("", "figure", "CPU", "peak", "ratio", "to", "target", "")


@dataclass(frozen=True, slots=True)
class Ratio:
    """How often a figure has another one in it; the target is the most or the least that it may be, 0 where there is none.

    Where a rule failed in the run, it isn't sound, and misses its target whatever the value.
    """

    value: float
    against: str
    most: float = 0.0
    least: float = 0.0
    is_sound: bool = True

    @property
    def target(self) -> str:
        """The target as the table has it."""
        return f"≤ {self.most:g}" if self.most else f"≥ {self.least:g}" if self.least else ""

    @property
    def verdict(self) -> str:
        """Whether it holds the target, in a word; empty without one."""
        if not self.target:
            return ""
        is_met = self.value <= self.most if self.most else self.value >= self.least
        return "holds" if is_met and self.is_sound else "MISSED"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was measured, with its figures as text, and its ratios."""

    name: str
    figure: str
    cpu: str = ""
    peak: str = ""
    ratios: tuple[Ratio, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


def seconds(value: float) -> str:
    """A time, in ms up to ten seconds."""
    return f"{value * 1000:.0f} ms" if value < 10 else f"{value:.1f} s"


def rate(value: float) -> str:
    """Megabytes a second, to two places or three figures."""
    return f"{value:.3f} MB/s" if value < 0.1 else f"{value:.2f} MB/s" if value < 10 else f"{value:.1f} MB/s"


def mebibytes(value: float) -> str:
    """Peak memory."""
    return f"{value:.0f} MiB"


def named(name: str, usage: Usage) -> str:
    """The name of a line, which says so where a rule was given up because it took too long on a text: a run that did less."""
    return f"{name} (a rule failed)" if usage.status == FAILED else name


def timed(name: str, usage: Usage, *ratios: Ratio) -> Line:
    """The line of whole processes: on the clock, of the processor, peak memory."""
    return Line(named(name, usage), seconds(usage.wall), seconds(usage.cpu), mebibytes(usage.peak), ratios)


def _rows(section: Section) -> Iterator[tuple[str, ...]]:
    for line in section.lines:
        first: tuple[str, ...] = (line.name, line.figure, line.cpu, line.peak)
        for ratio in line.ratios or (None,):
            cells = ("", "", "", "") if ratio is None else (f"{ratio.value:.2f}", ratio.against, ratio.target, ratio.verdict)
            yield (*first, *cells)
            first = ("", "", "", "")


def as_text(section: Section) -> str:
    """The table of a section for a terminal, under its title."""
    rows = [_HEAD, *_rows(section)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join([section.title, *(_aligned(row, widths) for row in rows)]) + "\n"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    numbers = {1, 2, 3, 4}
    cells = (
        cell.rjust(width) if place in numbers else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return ("  " + "  ".join(cells)).rstrip()


def as_markdown(sections: Iterable[Section]) -> str:
    """The tables for a page, one a section under its title."""
    parts = []
    for section in sections:
        rows = [_HEAD, ("---", "--:", "--:", "--:", "--:", "---", "---", "---"), *_rows(section)]
        parts.append(f"### {section.title}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n")
    return "\n".join(parts)
