"""`copylint baseline write`, `show` and `prune`; and which entries of a baseline find nothing any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import FAILED, OK, Answer, Streams
from copylint.baseline import Entry, Known, read, written
from copylint.desk import Desk
from copylint.errors import UsageError
from copylint.finding import FileReport, Report
from copylint.outfile import save
from copylint.reporters import escaped
from copylint.rule import Severity
from copylint.run import report

DEFAULT = "copylint.baseline"


def known(desk: Desk) -> Known | None:
    """The marks that the settings of a run put aside. Raises ConfigError."""
    file = desk.config.baseline
    return Known(Path(file), read(Path(file))) if file else None


def stale(marks: Known, files: Iterable[FileReport], desk: Desk) -> set[Entry]:
    """The entries of files that were checked whose rule ran and found nothing."""
    found: set[Entry] = set()
    for file in files:
        path = marks.path_of(file.path)
        if path not in marks.met or file.failures:
            continue
        orders = desk.orders(file.path)
        if orders.least is Severity.QUERY:
            of_file = (entry for entry in marks.entries if entry.path == path and entry.code in orders.enabled)
            found.update(entry for entry in of_file if entry not in marks.met[path])
    return found


def stale_note(marks: Known, files: Iterable[FileReport], desk: Desk) -> tuple[str, ...]:
    """A word on entries that find nothing any more, if there are any."""
    count = len(stale(marks, files, desk))
    entries = "1 entry finds" if count == 1 else f"{count:,} entries find"
    return (f"{marks.file}: {entries} nothing any more; copylint baseline prune takes out what is mended",) if count else ()


def answered(arguments: SimpleNamespace, streams: Streams, desk: Desk) -> Answer:
    """The answer to `copylint baseline`. Raises UsageError and ConfigError."""
    file = Path(desk.config.baseline or DEFAULT)
    work = {"write": _write, "show": _show, "prune": _prune}[arguments.action]
    return work(arguments, streams, desk, file)


def _write(arguments: SimpleNamespace, streams: Streams, desk: Desk, file: Path) -> Answer:
    if file.exists() and not arguments.rewrite:
        raise UsageError(f"{file} is there already; prune it, or make it anew with --rewrite")
    marks = Known(file, ())
    found = report(arguments.paths or ["."], desk, told=streams.told)
    entries = [entry for each in found.files for entry in marks.entries_of(each)]
    save(written(entries), file)
    text = f"{_counted(entries)} written to {escaped(str(file))}.\n"
    if not desk.config.baseline:
        text += f'Put baseline = "{escaped(str(file))}" into copylint.toml, and they are not shown again.\n'
    return _answer(text, found, desk)


def _show(arguments: SimpleNamespace, streams: Streams, desk: Desk, file: Path) -> Answer:
    marks, found, gone = _judged(arguments, streams, desk, file)
    counts = Counter((entry.path, entry.code, entry in gone) for entry in marks.entries)
    lines = [
        f"{escaped(path)}: {count} {code}{' (finds nothing)' * out}" for (path, code, out), count in sorted(counts.items())
    ]
    total = (
        f"{_counted(marks.entries)} put aside; {len(gone):,} of them {'finds' if len(gone) == 1 else 'find'} nothing any more."
    )
    return _answer("".join(f"{line}\n" for line in (*lines, total)), found, desk)


def _prune(arguments: SimpleNamespace, streams: Streams, desk: Desk, file: Path) -> Answer:
    marks, found, gone = _judged(arguments, streams, desk, file)
    places = {entry: path for path, met in marks.met.items() for entry in met}
    kept = {Entry(places.get(entry, entry.path), entry.code, entry.digest) for entry in marks.entries - gone}
    if kept != marks.entries:
        save(written(kept), file)
    return _answer(f"{_counted(gone)} taken out of {escaped(str(file))}; {len(kept):,} left.\n", found, desk)


def _judged(arguments: SimpleNamespace, streams: Streams, desk: Desk, file: Path) -> tuple[Known, Report, set[Entry]]:
    """The entries of a file, the report on what was checked, and the entries that find nothing any more."""
    marks = Known(file, read(file))
    named = sorted({str(file.parent / entry.path) for entry in marks.entries if not marks.is_gone(entry)})
    found = report(arguments.paths or [str(file.parent), *named], desk, told=streams.told)
    for each in found.files:
        marks.sifted(each)
    met = set().union(*marks.met.values())
    gone = stale(marks, found.files, desk)
    if not arguments.paths:
        gone |= {entry for entry in marks.entries - met if marks.is_gone(entry)}
    return marks, found, gone


def _counted(entries: Iterable[Entry]) -> str:
    entries = set(entries)
    files = len({entry.path for entry in entries})
    marks = "1 mark" if len(entries) == 1 else f"{len(entries):,} marks"
    return f"{marks} in {files:,} {'file' if files == 1 else 'files'}" if entries else "no mark"


def _answer(text: str, found: Report, desk: Desk) -> Answer:
    failures = found.all_failures
    return Answer(text, FAILED if failures else OK, (*desk.notes, *map(str, failures)))
