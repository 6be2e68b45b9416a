"""Start-up, and one article of 5 KB: what a hook that runs on each change costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.bench import Bench
from bench.pack import generated_pack
from bench.process import Order, Usage, alternated, used
from bench.table import Line, Ratio, Section, timed
from bench.texts import article, stamped
from bench.tool import Tool

PASS = "python -c pass"
_WARM, _FIRST, _AGAIN, _MANY = "copylint", "copylint, first run", "copylint, nothing changed", "copylint, {:,} more rules"


def start_up(bench: Bench) -> Section:
    """The bare interpreter, and copylint that reads no copy."""
    room = bench.room("start-up")
    orders = {PASS: _pass(bench), "copylint --version": lambda: bench.copylint.order(room, "--version")}
    taken = alternated(_after_one(orders), bench.runs)
    lines = [timed(name, usage, *(_ratio(usage, taken[PASS], PASS) if name != PASS else ())) for name, usage in taken.items()]
    return Section("Start-up", tuple(lines))


def one_article(bench: Bench) -> Section:
    """One article, by copylint in several states of its caches, and by each peer."""
    room = bench.room("article")
    text = article(bench.texts, bench.sizes.article)
    config = with_generated_pack(bench)
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
        many: fresh(bench.copylint, "--config", str(config)),
        **{peer.name: fresh(peer) for peer in bench.peers},
    }
    taken = alternated(_after_one(orders), bench.runs)
    own = taken[_WARM]
    targets = {
        _WARM: (
            *_ratio(own, taken[PASS], PASS, most=7),
            *(ratio for peer in bench.peers for ratio in _ratio(own, taken[peer.name], peer.name)),
        ),
        _FIRST: _ratio(taken[_FIRST], own, _WARM, most=2.5),
        _AGAIN: _ratio(taken[_AGAIN], own, _WARM),
        many: _ratio(taken[many], own, _WARM, most=1.4),
        **{peer.name: _ratio(taken[peer.name], taken[PASS], PASS) for peer in bench.peers},
    }
    lines: list[Line] = [timed(name, usage, *targets.get(name, ())) for name, usage in taken.items()]
    return Section(f"One article of {bench.sizes.article / 1000:g} KB", tuple(lines))


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


def _ratio(usage: Usage, other: Usage, name: str, *, most: float = 0.0) -> tuple[Ratio, ...]:
    return (Ratio(usage.wall / other.wall, name, most),)
