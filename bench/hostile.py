"""Texts that nobody would write, against as much news."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bench.bench import Bench
from bench.bulk import MEGA
from bench.process import LIMIT, Order, Usage, alternated, used
from bench.table import Line, Ratio, Section, mebibytes, named, seconds
from bench.texts import document, hostile, size, stamped
from bench.tool import FAILED

_MOST = 5.0
_GIVEN_UP, _LEAST_SECONDS = 2.0, 10.0
"""A text gets so many times the target before it is ended, and so many seconds at least."""


def hostile_texts(bench: Bench) -> Section:
    """Seconds of the processor for each, and how many times those for as many bytes of news they are."""
    length = bench.sizes.hostile
    news = "news"
    texts = {news: document(bench.texts, length), **hostile(bench.texts, length)}
    bench.idle(bench.copylint)
    limit = _limit(used(_order(bench, texts[news])))
    taken = alternated({name: partial(_order, bench, text, limit) for name, text in texts.items()}, bench.long_runs)
    per_byte = {name: usage.cpu / size(texts[name]) for name, usage in taken.items()}
    lines = [Line(named(news, taken[news]), seconds(taken[news].cpu), "", mebibytes(taken[news].peak))]
    lines += [_line(name, taken[name], per_byte[name] / per_byte[news]) for name in texts if name != news]
    return Section(f"Hostile texts: {length / MEGA:g} MB each, time of the processor", tuple(lines))


def _limit(usage: Usage) -> float:
    return max(_LEAST_SECONDS, usage.wall * _MOST * _GIVEN_UP)


def _order(bench: Bench, text: str, limit: float = LIMIT) -> Order:
    room = bench.room("hostile")
    (room / "text.txt").write_text(stamped(text, next(bench.stamps)), "utf-8")
    return replace(bench.copylint.order(room, "--jobs", "1", "text.txt"), limit=limit)


def _line(name: str, usage: Usage, times: float) -> Line:
    figure = f"given up after {seconds(usage.wall)}" if usage.is_over else seconds(usage.cpu)
    return Line(
        named(name, usage),
        figure,
        "",
        mebibytes(usage.peak),
        (Ratio(times, "news", most=_MOST, is_sound=usage.status != FAILED),),
    )
