"""Whether cost grows in a straight line: one long document beside many short ones, and the memory that it takes."""

from __future__ import annotations

from functools import partial

from bench.bench import Bench
from bench.bulk import MEGA
from bench.process import Order, alternated
from bench.table import Line, Ratio, Section, mebibytes, named, rate, seconds
from bench.texts import documents, lay_out, stamp_all
from bench.tool import FAILED

_FREE, _MOST_TIMES = 80.0, 12.0
_MEBI = 2**20


def growth(bench: Bench) -> Section:
    """MB a second on one long document and on the same amount in short ones; peak memory as a multiple of the long one."""
    long, short = bench.sizes.long, bench.sizes.short
    rooms = {"one": bench.room("long"), "many": bench.room("short")}
    written = {"one": lay_out(documents(bench.texts, long, long), rooms["one"])}
    written["many"] = lay_out(documents(bench.texts, long, short), rooms["many"])

    def order(name: str) -> Order:
        stamp_all(rooms[name], next(bench.stamps))
        files = sorted(path.name for path in rooms[name].glob("*.txt"))
        return bench.copylint.order(rooms[name], "--jobs", "1", *files)

    idle = bench.idle(bench.copylint)
    taken = alternated({name: partial(order, name) for name in rooms}, bench.long_runs)
    rates = {name: written[name] / MEGA / max(taken[name].cpu - idle.cpu, 1e-6) for name in rooms}
    times = max(0.0, taken["one"].peak * _MEBI / MEGA - _FREE) * MEGA / written["one"]
    many, one = f"documents of {short / 1000:g} KB", f"one document of {long / MEGA:g} MB"
    lines = (
        Line(named(many, taken["many"]), rate(rates["many"]), seconds(taken["many"].cpu), mebibytes(taken["many"].peak)),
        Line(
            named(one, taken["one"]),
            rate(rates["one"]),
            seconds(taken["one"].cpu),
            mebibytes(taken["one"].peak),
            (
                Ratio(rates["one"] / rates["many"], many, least=0.8, is_sound=taken["one"].status != FAILED),
                Ratio(times, f"its size (peak less {_FREE:g} MB)", most=_MOST_TIMES),
            ),
        ),
    )
    return Section(f"Growth: {long / MEGA:g} MB", lines)
