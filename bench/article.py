"""Start-up, and one article of 5 KB: what a hook that runs on each change costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bench.bench import Bench
from bench.pack import generated_pack
from bench.process import Order, Usage, alternated, used
from bench.table import Line, Ratio, Section, timed
from bench.texts import article, stamped
from bench.tool import Tool

Compared = Mapping[str, tuple[tuple[str, float], ...]]
"""With what the commands are compared, and the most that the ratio may be; 0 where nothing is set."""
PASS, _VERSION = "python -c pass", "copylint --version"
_WARM, _FIRST, _AGAIN, _MANY = "copylint", "copylint, first run", "copylint, nothing changed", "copylint, {:,} more rules"


def start_up(bench: Bench) -> Section:
    """The bare interpreter, and copylint that reads no copy."""
    room = bench.room("start-up")
    orders = {PASS: _pass(bench), _VERSION: lambda: bench.copylint.order(room, "--version")}
    taken = alternated(_after_one(orders), bench.runs)
    return Section(bench.titled("Start-up"), compared_lines(bench, taken, {_VERSION: ((PASS, 0),)}))


def one_article(bench: Bench) -> Section:
    """One article, by copylint in several states of its caches, and by each peer."""
    room = bench.room("article")
    text = article(bench.texts, bench.sizes.article)
    many = _MANY.format(bench.sizes.patterns)
    (room / "unchanged.txt").write_text(text, "utf-8")

    def fresh(tool: Tool, *options: str) -> Callable[[], Order]:
        return lambda: tool.order(room, *options, _written(room, stamped(text, next(bench.stamps))))

    def first() -> Order:
        stamp = next(bench.stamps)
        empty = {"COPYLINT_CACHE_DIR": str(bench.folder / f"cache-{stamp}")}
        return bench.copylint.order(room, _written(room, stamped(text, stamp)), environment=empty)

    orders = {
        PASS: _pass(bench),
        _WARM: fresh(bench.copylint),
        _FIRST: first,
        _AGAIN: lambda: bench.copylint.order(room, "unchanged.txt"),
        many: fresh(bench.copylint, "--config", str(with_generated_pack(bench))),
        **{peer.name: fresh(peer) for peer in bench.peers},
    }
    taken = alternated(_after_one(orders), bench.runs)
    compared: Compared = {
        _WARM: ((PASS, 7), *((peer.name, 0) for peer in bench.peers)),
        _FIRST: ((_WARM, 2.5),),
        _AGAIN: ((_WARM, 0),),
        many: ((_WARM, 1.4),),
        **{peer.name: ((PASS, 0),) for peer in bench.peers},
    }
    return Section(bench.titled(f"One article of {bench.sizes.article / 1000:g} KB"), compared_lines(bench, taken, compared))


def compared_lines(bench: Bench, taken: Mapping[str, Usage], compared: Compared) -> tuple[Line, ...]:
    """The line of each command, with its ratios."""

    def ratio(name: str, other: str, most: float) -> Ratio:
        return Ratio(bench.time(taken[name]) / bench.time(taken[other]), other, most)

    return tuple(timed(name, usage, *(ratio(name, *to) for to in compared.get(name, ()))) for name, usage in taken.items())


def with_generated_pack(bench: Bench) -> Path:
    """The config that adds the generated pack to all others."""
    room = bench.room("pack")
    pack, config = room / "generated.toml", room / "copylint.toml"
    if not pack.exists():
        pack.write_text(generated_pack(bench.texts, bench.sizes.patterns), "utf-8")
        config.write_text('packs = ["generated.toml"]\n', "utf-8")
    return config


def _pass(bench: Bench) -> Callable[[], Order]:
    return lambda: Order((bench.python, "-c", "pass"), bench.folder)


def _written(room: Path, text: str) -> str:
    """The name of the file that the article is in."""
    (room / "article.txt").write_text(text, "utf-8")
    return "article.txt"


def _after_one(orders: dict[str, Callable[[], Order]]) -> dict[str, Callable[[], Order]]:
    """The orders, after each was carried out once, so that files are in memory and caches hold what they hold."""
    for order in orders.values():
        used(order())
    return orders
