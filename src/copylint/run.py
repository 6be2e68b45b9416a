"""One run of the command: finds the files, has each checked, and gathers the report."""

from __future__ import annotations

import os
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from copylint import __version__
from copylint.batch import checked
from copylint.desk import Desk, file_bytes
from copylint.discovery import Found, files, is_excluded
from copylint.document import Source
from copylint.errors import ReadError, UsageError
from copylint.finding import Failure, FileReport, Original, Report, RuleFacts
from copylint.stale import stale_entries
from copylint.values import replace

STDIN = "-"


def report(
    paths: Sequence[str],
    desk: Desk,
    *,
    stdin: Callable[[], bytes] = bytes,
    stdin_name: str | None = None,
    told: Callable[[int, int], None] | None = None,
    wanted: Callable[[str], bool] | None = None,
    read: Callable[[str], bytes] = file_bytes,
) -> Report:
    """The report of a run, files in path order whatever the order of arguments and the number of processes.

    `told` is called now and then with the number of files that are done and that of all. `wanted` says of a file whether it is
    to be checked at all, `read` gives what it holds.
    """
    started = time.perf_counter()
    found = found_in([path for path in paths if path != STDIN], desk)
    reports = checked(tuple(filter(wanted, found.files)) if wanted else found.files, desk, told=told, read=read)
    given: dict[str, bytes] = {}
    if STDIN in paths:
        name = stdin_name or "<stdin>"
        given[name] = stdin()
        reports.append(desk.checked(name, given[name]))
    reports.extend(stale_entries(reports, desk.orders))
    reports.sort(key=lambda file: file.path)
    return Report(
        files=tuple(reports),
        failures=(*desk.kit.failures, *found.failures),
        rules=facts(reports, desk),
        version=__version__,
        seconds=time.perf_counter() - started,
        has_baseline=bool(desk.config.baseline),
        original=originals(desk, lambda path: given[path] if path in given else read(path)),
    )


def originals(desk: Desk, read: Callable[[str], bytes]) -> Callable[[str], Original | None]:
    """What gives the story at a path out of the bytes that `read` gives for it; None where they can't be read."""

    def original(path: str) -> Original | None:
        from copylint.analysis import analyse  # few reporters ask for it

        try:
            data = read(path)
            document = analyse(desk.source(path, data), desk.kit_for(desk.config_for(Path(path))).knowledge)
            return Original(document, len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0)
        except ReadError:
            return None

    return original


def found_in(paths: Sequence[str], desk: Desk) -> Found:
    """The files to look at: those of the run's own excludes, less what a nested config excludes."""
    force, root = desk.config.force_exclude, desk.request.root
    found = files(paths, suffixes=desk.kit.suffixes, exclude=desk.config.excluded, force_exclude=force, root=root)
    named = frozenset() if force else frozenset(map(os.path.normpath, paths))
    kept = (path for path in found.files if path in named or not _is_excluded(path, desk))
    output = os.path.realpath(desk.config.output) if desk.config.output else ""
    if output in map(os.path.realpath, paths):
        raise UsageError(f"{desk.config.output} is to be checked; writing the report there would lose it")
    kept = (path for path in kept if not output or os.path.realpath(path) != output)
    asked = frozenset(map(os.path.normpath, paths))
    return replace(found, files=tuple(path for path in kept if path in asked or not desk.is_foreign(path)))


def _is_excluded(path: str, desk: Desk) -> bool:
    config = desk.config_for(Path(path))
    return config is not desk.config and is_excluded(path, exclude=config.excluded, root=desk.request.root)


def sources_of(
    paths: Sequence[str], desk: Desk, *, stdin: Callable[[], bytes] = bytes, stdin_name: str | None = None
) -> tuple[tuple[Source, ...], tuple[Failure, ...]]:
    """The stories in files and folders, in path order, and what could not be read."""
    found = found_in([path for path in paths if path != STDIN], desk)
    named: list[tuple[str, bytes | None]] = [(path, None) for path in found.files]
    if STDIN in paths:
        named.append((stdin_name or "<stdin>", stdin()))
    sources: list[Source] = []
    failures = list(found.failures)
    for path, data in sorted(named, key=lambda pair: pair[0]):
        try:
            sources.extend(desk.sources(path, file_bytes(path) if data is None else data))
        except ReadError as error:
            failures.append(Failure(path, str(error)))
    return tuple(sources), tuple(failures)


def facts(reports: Iterable[FileReport], desk: Desk) -> tuple[RuleFacts, ...]:
    """The facts of the rules that found something."""
    found = {(f.code, desk.config_for(Path(file.path)).packs): file.path for file in reports for f in file.findings}
    rules = {code: desk.orders(path).rules[code] for (code, _), path in found.items()}
    return tuple(
        RuleFacts(rule.code, rule.name, rule.summary, rule.rationale, rule.source, rule.severity, rule.confidence)
        for _, rule in sorted(rules.items())
    )
