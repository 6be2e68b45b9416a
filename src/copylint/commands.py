"""The commands: each takes the parsed arguments and gives back what is to be printed, and the exit status."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import FAILED, INTERRUPTED, MARKED, OK, Answer, Streams
from copylint.arguments import BEYOND_MARKING, SETTINGS
from copylint.desk import Desk, Request
from copylint.errors import UsageError, did_you_mean
from copylint.finding import Report
from copylint.formats import Reporter
from copylint.recall import keep
from copylint.reporters import OwnReporter, escaped
from copylint.rule import Severity
from copylint.run import report, sources_of
from copylint.values import replace

_ABOUT_RULES = frozenset({"explain", "rules", "test-rules", "inspect"})
_MACHINE = frozenset({"json", "jsonl", "github", "sarif", "gitlab", "rdjson", "junit", "checkstyle", "azure", "html"})
_NARROWEST, _WIDEST = 40, 120


def answered(arguments: SimpleNamespace, streams: Streams) -> Answer:
    """The answer to one call. Raises CopylintError where the command, the config or a pack is wrong."""
    desk = Desk(_request(arguments, streams))
    answer = _COMMANDS[arguments.command](arguments, streams, desk)
    if arguments.command == "check":
        keep(desk.cache)  # here, since the reporters have patterns as well
    if arguments.command not in _ABOUT_RULES:
        return answer
    notes = tuple(map(str, desk.kit.failures))
    return replace(answer, status=FAILED if notes else answer.status, notes=(*answer.notes, *notes))


def _request(arguments: SimpleNamespace, streams: Streams) -> Request:
    given = {key: getattr(arguments, key, None) for key in SETTINGS}
    if arguments.command in ("rules", "inspect", "impact"):
        given["format"] = None
    return Request(
        command={key: value for key, value in given.items() if value is not None},
        environment=streams.environment,
        config_file=Path(arguments.config) if arguments.config else None,
        isolated=arguments.isolated,
        plugins=not arguments.no_plugins,
        cache=not arguments.no_cache,
        packs=(Path(arguments.rule),) if arguments.command == "impact" and _is_path(arguments.rule) else (),
    )


def _is_path(word: str) -> bool:
    return word.endswith(".toml") or "/" in word or os.sep in word


def _check(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    if not arguments.paths:
        raise UsageError("which files? Try: copylint article.txt, or copylint . for all below this folder")
    if arguments.watch:
        return _watch(arguments, streams, desk)
    if arguments.interactive:
        return _interactive(arguments, streams, desk)
    return _checked(arguments, streams, desk)[0]


def _checked(arguments: SimpleNamespace, streams: Streams, desk: Desk, *, quiet: bool = False) -> tuple[Answer, Report]:
    """The answer to a check, and the report that it was made from; `quiet` where only marks are wanted."""
    settings = desk.config
    name = settings.format or ("full" if streams.is_terminal and not settings.output else "concise")
    reporter = _fitted(_reporter(name, desk), streams)
    if settings.output:
        from copylint.outfile import refuse_unwritable, save

        refuse_unwritable(Path(settings.output))
    quiet = quiet or settings.quiet
    told = None if quiet else streams.told
    color = _is_colored(settings.color, settings.output, streams)
    revision = None
    if settings.baseline or any(getattr(arguments, option) for option in BEYOND_MARKING):
        from copylint.revision import revised

        revision = revised(arguments, streams, desk, told)
        found = revision.report
    else:
        found = report(arguments.paths, desk, stdin=streams.stdin, stdin_name=arguments.stdin_filename, told=told)
    text, trouble = _rendered(reporter, found, desk, color=color, quiet=quiet)
    if settings.statistics and name not in _MACHINE:
        from copylint.reporters.statistics import statistics

        text += statistics(found)
    if settings.output:
        save(text, Path(settings.output))
    notes = (*desk.notes, *map(str, found.all_failures), *trouble)
    status = FAILED if trouble else _status(found, settings.fail_on)
    answer = Answer("" if settings.output else text, status, notes)
    return revision.over(answer, arguments, is_shown=streams.is_terminal, color=color) if revision else answer, found


def _watch(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    from copylint.watching import Watch, refuse_odd

    refuse_odd(arguments)
    arguments.jobs = arguments.jobs or 1  # a process that watches is no good one to be forked

    def check(paths: Sequence[str], desk: Desk) -> tuple[Answer, Report]:
        done = _checked(SimpleNamespace(**{**vars(arguments), "paths": [*paths]}), streams, desk, quiet=True)
        keep(desk.cache)
        return done

    is_screen = streams.is_terminal and streams.environment.get("TERM") != "dumb"
    is_summed_up = not desk.config.quiet and desk.config.format not in _MACHINE

    def remade() -> Desk:
        return Desk(_request(arguments, streams))

    Watch(arguments.paths, streams, check, remade, is_screen=is_screen, is_summed_up=is_summed_up).run(remade())
    return Answer()


def _interactive(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    from copylint.interactive import gone_through

    settings = desk.config
    color = _is_colored(settings.color, "", streams)
    done = gone_through(arguments, streams, desk, width=_width(streams), color=color)
    if done.is_broken_off:
        return Answer(status=INTERRUPTED, notes=("broken off; nothing is written, all files are as they were",))
    notes = (*desk.notes, *map(str, done.report.all_failures))
    return Answer("" if settings.quiet else done.text, _status(done.report, settings.fail_on), notes)


def _reporter(name: str, desk: Desk) -> Reporter:
    known = desk.kit.reporters
    if name not in known:
        raise UsageError(f'there is no format "{name}"{did_you_mean(name, known)} (known: {", ".join(sorted(known))})')
    return known[name]


def _fitted(reporter: Reporter, streams: Streams) -> Reporter:
    """The reporter at the terminal's width, if it is ours for reading."""
    if isinstance(reporter, OwnReporter) and reporter.is_for_reading:
        return replace(reporter, width=_width(streams))
    return reporter


def _width(streams: Streams) -> int:
    return max(_NARROWEST, min(streams.columns(), _WIDEST))


def _rendered(reporter: Reporter, found: Report, desk: Desk, *, color: bool, quiet: bool) -> tuple[str, tuple[str, ...]]:
    """The report as text; where a plugin's reporter fails, in our own plainest format, and what went wrong."""
    try:
        text = reporter.render(found, color=color, quiet=quiet)
        if not isinstance(text, str):
            raise TypeError(f"it gives a {type(text).__name__}, not text")
        return text, ()
    except (Exception, SystemExit) as error:  # a plugin's reporter may raise anything, and no finding is lost by it
        giver = desk.kit.givers.get(f"format {reporter.format}")
        if giver is None:
            raise
        plain = desk.kit.reporters["concise"].render(found, color=color, quiet=quiet)
        return plain, (f"{giver}: format {reporter.format} failed: {type(error).__name__}: {error}",)


def _is_colored(wish: str, output: str, streams: Streams) -> bool:
    """NO_COLOR (no-color.org) and FORCE_COLOR count when they are set and not empty; a wish said aloud outranks them."""
    if wish != "auto":
        return wish == "always"
    if streams.environment.get("NO_COLOR"):
        return False
    return bool(streams.environment.get("FORCE_COLOR")) or (
        streams.is_terminal and not output and streams.environment.get("TERM") != "dumb"
    )


def _status(found: Report, fail_on: str) -> int:
    if found.all_failures:
        return FAILED
    if fail_on == "never":
        return OK
    least = Severity(fail_on).rank
    return MARKED if any(finding.severity.rank >= least for finding in found.findings) else OK


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
    from copylint.proof import all_doubts
    from copylint.tally import entries_by_code
    from copylint.testing import failures, warnings

    kit, codes = desk.kit_with(tuple(map(Path, arguments.packs)))
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

    color = _is_colored(desk.config.color, "", streams)
    return impact_answered(arguments, desk, told=streams.told, width=_width(streams), color=color)


_COMMANDS: Mapping[str, Callable[[SimpleNamespace, Streams, Desk], Answer]] = {
    "check": _check,
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
