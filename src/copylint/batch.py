"""Checks files: takes what earlier runs found, checks the rest here or in several processes, and keeps what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

from copylint.desk import Desk, file_bytes
from copylint.errors import ReadError
from copylint.finding import Failure, FileReport
from copylint.typed import Any
from copylint.values import dataclass

_SERIAL_BYTES = 200_000
"""With so much copy or less, one process is done sooner than two."""
_FILE_BYTES = 1_000
"""A file takes as long as so much copy, be it empty."""
_CHUNK_FILES, _CHUNK_BYTES = 40, 50_000
"""The most that a process is given at once: little enough that none is left with much to do when the others are done."""
_MOST_A_CORE = 4


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file that has been read and is to be checked."""

    path: str
    data: bytes
    key: Any = None  # of copylint.results, which is imported where results are kept


def checked(
    paths: Sequence[str],
    desk: Desk,
    *,
    told: Callable[[int, int], None] | None,
    read: Callable[[str], bytes] = file_bytes,
) -> list[FileReport]:
    """The reports on files, in no order. `told` hears the number of files done and of all, every now and then."""
    for path in {id(desk.config_for(Path(path))): path for path in paths}.values():
        desk.approve(path)  # what is wrong with a config is told here, once, and before anything is checked
    batch = _Batch(paths, desk, told, read)
    batch.run()
    return batch.reports


class _Batch:
    """The files of a run, and the reports on those that are done."""

    def __init__(
        self, paths: Sequence[str], desk: Desk, told: Callable[[int, int], None] | None, read: Callable[[str], bytes]
    ) -> None:
        self.reports: list[FileReport] = []
        self._paths, self._desk, self._told, self._read_bytes = paths, desk, told, read
        self._results = _results(desk)

    def run(self) -> None:
        """Check all files. Raises ConfigError for wrong settings of one, and RunError where a process is killed."""
        fresh = self._fresh()
        first, jobs = _beginning(fresh, self._desk.config.jobs)
        copies = chain(first, fresh)
        if jobs > 1:
            if len(first) > jobs and len(first[0].data) < _CHUNK_BYTES:
                self._check(next(copies))  # the modules and patterns it calls for are then at hand in each process forked
            self._share_out(copies, jobs)
        for copy in copies:
            self._check(copy)
        if self._results:
            self._results.save()

    def _fresh(self) -> Iterator[_Copy]:
        """The files that no earlier run has seen as they are; what those found is taken on the way."""
        for path in self._paths:
            try:
                data = self._read_bytes(path)
            except ReadError as error:
                self._done(FileReport(path, failures=(Failure(path, str(error)),)))
                continue
            key = self._results.key(path, data) if self._results else None
            payload = self._results.find(key) if self._results and key else None
            if payload is None:
                yield _Copy(path, data, key)
            else:
                self._done(_read(payload, self._desk, path, data))

    def _check(self, copy: _Copy) -> None:
        report = self._desk.checked(copy.path, copy.data)
        if copy.key:
            self._keep(copy, report, _written(report, self._desk, copy))
        self._done(report)

    def _share_out(self, copies: Iterable[_Copy], jobs: int) -> None:
        from copylint.pool import shared_out  # only here: it takes 15 ms to import

        most = max(1, min(_CHUNK_FILES, len(self._paths) // (jobs * 4)))
        with closing(shared_out(_chunks(copies, most), partial(_outcomes, self._desk), jobs=jobs)) as outcomes:
            for chunk, payloads in outcomes:
                for copy, payload in zip(chunk, payloads, strict=True):
                    report = _read(payload, self._desk, copy.path, copy.data) if isinstance(payload, bytes) else payload
                    self._keep(copy, report, payload)
                    self._done(report)

    def _keep(self, copy: _Copy, report: FileReport, payload: bytes | FileReport) -> None:
        """Keep a report for the next run, unless something failed in it: then it is to be tried again."""
        if self._results and copy.key and isinstance(payload, bytes) and not report.failures:
            self._results.keep(copy.key, payload)

    def _done(self, report: FileReport) -> None:
        self.reports.append(report)
        if self._told:
            self._told(len(self.reports), len(self._paths))


def _results(desk: Desk) -> Any:
    """What earlier runs found; None where nothing of it may count, or be kept."""
    is_known = not desk.kit.failures and not (desk.config.plugins and desk.request.plugins)
    if not desk.cache.folder or not desk.config.keep_results or not is_known:
        return None
    from copylint.fingerprint import Fingerprints
    from copylint.results import Results

    try:
        return Results(desk.cache, Fingerprints(desk).of)
    except OSError:
        return None


def _beginning(fresh: Iterator[_Copy], wished: int) -> tuple[list[_Copy], int]:
    """The first of the files to check, enough of them to tell how many processes are worth it, and how many that are."""
    available = cores()
    most = min(wished, _MOST_A_CORE * available) or available
    first: list[_Copy] = []
    weight = 0
    while most > 1 and (len(first) <= most or (not wished and weight <= _SERIAL_BYTES)):
        copy = next(fresh, None)
        if copy is None:
            break
        first.append(copy)
        weight += len(copy.data) + _FILE_BYTES
    return first, 1 if not wished and weight <= _SERIAL_BYTES else min(most, len(first))


def cores() -> int:
    """How many cores we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(copies: Iterable[_Copy], most: int) -> Iterator[tuple[_Copy, ...]]:
    chunk: list[_Copy] = []
    weight = 0
    for copy in copies:
        chunk.append(copy)
        weight += len(copy.data)
        if len(chunk) >= most or weight >= _CHUNK_BYTES:
            yield tuple(chunk)
            chunk, weight = [], 0
    if chunk:
        yield tuple(chunk)


def _outcomes(desk: Desk, chunk: Sequence[_Copy]) -> list[bytes | FileReport]:
    """The reports on files as they are sent to the process that asked for them."""
    return [_written(desk.checked(copy.path, copy.data), desk, copy) for copy in chunk]


def _written(report: FileReport, desk: Desk, copy: _Copy) -> bytes | FileReport:
    from copylint.flat import written

    try:
        return written(report, _text(desk, copy.path, copy.data))
    except ValueError:
        return report


def _read(payload: bytes, desk: Desk, path: str, data: bytes) -> FileReport:
    from copylint.flat import read

    return read(payload, _text(desk, path, data))


def _text(desk: Desk, path: str, data: bytes) -> str:
    """The text of a file; of one that can't be read, nothing, for then there is no finding in it either."""
    try:
        return desk.text(path, data)
    except ReadError:
        return ""
