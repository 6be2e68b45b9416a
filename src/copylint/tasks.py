"""The commands beside `check`: each takes the parsed arguments, and gives what is to be printed and the exit status."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import FAILED, MARKED, OK, Answer, Streams
from copylint.desk import Desk
from copylint.errors import UsageError
from copylint.reporters import escaped
from copylint.run import sources_of


def _explain(arguments: SimpleNamespace, _: Streams, desk: Desk) -> Answer:
    from copylint.manual import explained

    return Answer(explained(arguments.codes, desk.kit), notes=desk.notes)


def _rules(arguments: SimpleNamespace, _: Streams, desk: Desk) -> Answer:
    from copylint.manual import listed, listed_data
    from copylint.tally import tabled, tallies

    if arguments.pages:
        from copylint.pages import write_pages

        return Answer(write_pages(desk.kit, Path(arguments.pages)), notes=desk.notes)
    counted = tallies(desk.kit, desk.enabled) if arguments.statistics else ()
    if arguments.format == "json":
        import json

        data = [each.data for each in counted] or listed_data(desk.kit, desk.enabled)
        return Answer(json.dumps(data, indent=2) + "\n", notes=desk.notes)
    return Answer(tabled(counted) if counted else listed(desk.kit, desk.enabled), notes=desk.notes)


def _test_rules(arguments: SimpleNamespace, _: Streams, desk: Desk) -> Answer:
    from copylint.orders import refuse_unknown
    from copylint.proof import all_doubts
    from copylint.selection import enabled
    from copylint.tally import entries_by_code
    from copylint.testing import failures, warnings

    kit, codes = desk.kit_with(tuple(map(Path, arguments.packs)))
    if arguments.select:
        refuse_unknown(desk.config, kit)
        styles = tuple({style for card in kit.cards for style in card.styles})
        chosen = enabled(kit.cards, select=arguments.select, preview=True, styles=styles)
        codes = tuple(code for code in codes if code in chosen)
    doubts = tuple(all_doubts(codes, kit, desk.cache))
    wrong = [f"{code}: {problem}" for code in codes for problem in failures(kit.rules[code], kit)]
    wrong += [str(doubt) for doubt in doubts if doubt.is_wrong]
    examples = sum(len(kit.rules[code].bad) + len(kit.rules[code].good) for code in codes)
    entries = sum(entries_by_code(kit)[code] for code in codes)
    closing = f"{len(codes):,} rules, {examples:,} examples, {entries:,} entries, {len(wrong):,} wrong"
    notes = (*desk.notes, *warnings(codes, kit), *(str(doubt) for doubt in doubts if not doubt.is_wrong))
    return Answer("".join(f"{escaped(line)}\n" for line in (*wrong, closing)), MARKED if wrong else OK, notes)


def _inspect(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    from copylint.inspection import drawn, seen

    sources, failed = sources_of(arguments.paths, desk, stdin=streams.stdin, stdin_name=arguments.stdin_filename)
    if arguments.format == "json":
        import json

        text = json.dumps([seen(source, desk.kit.knowledge) for source in sources], indent=1) + "\n"
    else:
        text = "\n".join(drawn(source, desk.kit.knowledge) for source in sources)
    return Answer(text, FAILED if failed else OK, (*desk.notes, *map(str, failed)))


def _config(arguments: SimpleNamespace, _: Streams, desk: Desk) -> Answer:
    from copylint.config.listing import shown

    desk.orders(arguments.path)
    return Answer(shown(desk.settings(Path(arguments.path))))


def _init(_: SimpleNamespace, __: Streams, ___: Desk) -> Answer:
    from copylint.starter import STARTER

    path = Path("copylint.toml")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(STARTER)
    except FileExistsError:
        raise UsageError(f"{path} is there already; it is left as it is") from None
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from error
    return Answer(f"{path} is written. Try: copylint .\n")


def _cache(arguments: SimpleNamespace, _: Streams, desk: Desk) -> Answer:
    cache = desk.cache
    if not cache.folder:
        return Answer("there is no cache\n")
    if arguments.dir:
        return Answer(f"{cache.folder}\n")
    try:
        return Answer(f"{cache.clear()} files deleted in {cache.folder}\n")
    except OSError as error:
        raise UsageError(f"{cache.folder} can't be cleared: {error.strerror}") from error


def _baseline(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    from copylint.baselines import answered as baseline_answered

    return baseline_answered(arguments, streams, desk)


def _impact(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    from copylint.impact_report import answered as impact_answered

    color = streams.is_colored(desk.config.color)
    return impact_answered(arguments, desk, told=streams.told, width=streams.width, color=color)


TASKS: Mapping[str, Callable[[SimpleNamespace, Streams, Desk], Answer]] = {
    "explain": _explain,
    "rules": _rules,
    "test-rules": _test_rules,
    "inspect": _inspect,
    "config": _config,
    "init": _init,
    "cache": _cache,
    "baseline": _baseline,
    "impact": _impact,
}
