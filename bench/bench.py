"""What all measurements share: where files lie, which texts, which tools, how much of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bench.process import Usage, middle, used
from bench.texts import Texts
from bench.tool import Tool


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured, in bytes, and how many generated patterns."""

    article: int = 5_000
    patterns: int = 13_000
    bulk: int = 4_000_000
    long: int = 5_000_000
    short: int = 50_000
    hostile: int = 1_000_000


QUICK = Sizes(patterns=300, bulk=30_000, long=30_000, short=5_000, hostile=5_000)
"""So little that all of it takes a minute: to see that it works, not to quote."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured with what.

    `folder` is ours to write in, `runs` is how often each short command is run, and `by_cpu` whether those are compared by the
    time of the processor instead of the clock. Each text that a run is given has a number of
    `stamps` at its end, so that no run finds kept what an earlier one found out about the very same text.
    """

    folder: Path
    python: str
    texts: Texts
    copylint: Tool
    peers: tuple[Tool, ...]
    runs: int
    sizes: Sizes
    by_cpu: bool = False
    stamps: Iterator[int] = field(default_factory=count)

    @property
    def long_runs(self) -> int:
        """How often a long command is run."""
        return max(1, self.runs // 3)

    def room(self, name: str) -> Path:
        """A folder for one thing."""
        path = self.folder / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def time(self, usage: Usage) -> float:
        """The seconds by which short commands are compared."""
        return usage.cpu if self.by_cpu else usage.wall

    def titled(self, title: str) -> str:
        """The title of a table of short commands."""
        return f"{title} (ratios of CPU)" if self.by_cpu else title

    def idle(self, tool: Tool, *options: str) -> Usage:
        """What a tool takes with hardly any text, after a first run that fills the caches."""
        room = self.room("small")
        (room / "small.txt").write_text("Rain fell.\n", "utf-8")
        order = tool.order(room, *options, "small.txt")
        used(order)
        return middle(used(order) for _ in range(self.long_runs))
