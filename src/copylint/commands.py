"""A call of the command: what is to be printed, and the exit status. What checks is here, other commands are in `tasks.py`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import FAILED, INTERRUPTED, MARKED, OK, Answer, Streams
from copylint.arguments import BEYOND_MARKING, SETTINGS
from copylint.desk import Desk, Request
from copylint.errors import UsageError, did_you_mean
from copylint.finding import Report
from copylint.formats import Reporter
from copylint.recall import keep
from copylint.reporters import OwnReporter
from copylint.rule import Severity
from copylint.run import report
from copylint.values import replace

_ABOUT_RULES = frozenset({"explain", "rules", "test-rules", "inspect", "impact"})
_MACHINE = frozenset({"json", "jsonl", "github", "sarif", "gitlab", "rdjson", "junit", "checkstyle", "azure", "html"})


def answered(arguments: SimpleNamespace, streams: Streams) -> Answer:
    """The answer to one call. Raises CopylintError where the command, the config or a pack is wrong."""
    desk = Desk(_request(arguments, streams))
    if arguments.command == "check":
        answer = _check(arguments, streams, desk)
        keep(desk.cache)  # here, since the reporters have patterns as well
        return answer
    from copylint.tasks import TASKS

    answer = TASKS[arguments.command](arguments, streams, desk)
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
    return checked(arguments, streams, desk)[0]


def checked(arguments: SimpleNamespace, streams: Streams, desk: Desk, *, quiet: bool = False) -> tuple[Answer, Report]:
    """The answer to a check, and the report that it was made from; `quiet` where only marks are wanted."""
    settings = desk.config
    name = settings.format or ("full" if streams.is_terminal and not settings.output else "concise")
    reporter = _fitted(_reporter(name, desk), streams)
    if settings.output:
        from copylint.outfile import refuse_unwritable, save

        refuse_unwritable(Path(settings.output))
    quiet = quiet or settings.quiet
    told = None if quiet else streams.told
    color = streams.is_colored(settings.color, settings.output)
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
        done = checked(SimpleNamespace(**{**vars(arguments), "paths": [*paths]}), streams, desk, quiet=True)
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
    color = streams.is_colored(settings.color)
    done = gone_through(arguments, streams, desk, width=streams.width, color=color)
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
        return replace(reporter, width=streams.width)
    return reporter


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


def _status(found: Report, fail_on: str) -> int:
    if found.all_failures:
        return FAILED
    if fail_on == "never":
        return OK
    least = Severity(fail_on).rank
    return MARKED if any(finding.severity.rank >= least for finding in found.findings) else OK
