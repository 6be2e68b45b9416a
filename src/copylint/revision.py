"""A check that does more than mark: it mends, shows what it would mend, or shows only what is new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import MARKED, Answer, Streams
from copylint.desk import Desk, file_bytes
from copylint.errors import ReadError, UsageError
from copylint.finding import Failure, FileReport, Report
from copylint.fixes import Spans, Wish
from copylint.mending import Repair, repaired
from copylint.patch import patch, shown
from copylint.reporters.paint import Paint
from copylint.run import STDIN, facts, originals, report
from copylint.sieve import Sieve
from copylint.swap import LeftAloneError, swap, sweep
from copylint.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Revised:
    """What is left to mark, how many fixes there are, standard input as it is now, and the diff if one is asked for."""

    report: Report
    fixes: int = 0
    stdin: bytes | None = None
    diff: str = ""
    notes: tuple[str, ...] = ()

    def over(self, answer: Answer, arguments: SimpleNamespace, *, is_shown: bool, color: bool) -> Answer:
        """The answer with what was mended, and its status; `is_shown` where a terminal shows it."""
        status = answer.status
        if self.fixes and (arguments.diff or arguments.exit_non_zero_on_fix):
            status = max(status, MARKED)
        answer = replace(answer, status=status, notes=(*answer.notes, *self.notes))
        if arguments.diff:
            text = shown(self.diff, Paint(color)) if is_shown else ""
            return replace(answer, text=text, data=b"" if is_shown else self.diff.encode("utf-8", "surrogateescape"))
        return answer if self.stdin is None else replace(answer, text="", data=self.stdin, aside=answer.text)


def revised(arguments: SimpleNamespace, streams: Streams, desk: Desk, told: Callable[[int, int], None] | None) -> Revised:
    """What came of a check that does more than mark. Raises UsageError for options that don't go together."""
    refuse_odd(arguments)
    return _Revision(arguments, streams, desk).run(told)


def refuse_odd(arguments: SimpleNamespace) -> None:
    """Raise UsageError for options that don't go together."""
    for option in ("unsafe_fixes", "fix_quotes", "exit_non_zero_on_fix"):
        if getattr(arguments, option) and not (arguments.fix or arguments.diff):
            raise UsageError(f"--{option.replace('_', '-')} goes with --fix or --diff")
    if arguments.diff_base and STDIN in arguments.paths:
        raise UsageError("--diff-base compares files; standard input has no lines that git knows")


class _Revision:
    """One such check."""

    def __init__(self, arguments: SimpleNamespace, streams: Streams, desk: Desk) -> None:
        self._arguments, self._streams, self._desk = arguments, streams, desk
        self._wish = Wish(unsafe=arguments.unsafe_fixes, quotes=arguments.fix_quotes)
        self._stdin_name = (arguments.stdin_filename or "<stdin>") if STDIN in arguments.paths else None
        self._is_mending = arguments.fix or arguments.diff
        self._sieve = Sieve(arguments, desk)
        self._swept: set[Path] = set()
        self._repairs: list[tuple[str, Repair]] = []
        self._notes: list[str] = []

    @cached_property
    def _stdin(self) -> bytes:
        return self._streams.stdin()

    def run(self, told: Callable[[int, int], None] | None) -> Revised:
        desk, arguments = self._desk, self._arguments
        found = report(
            arguments.paths,
            desk,
            stdin=lambda: self._stdin,
            stdin_name=arguments.stdin_filename,
            told=told,
            wanted=self._sieve.wanted,
            read=self._sieve.read,
        )
        files = tuple(map(self._file, found.files))
        fixes = sum(repair.fixes for _, repair in self._repairs)
        return Revised(
            report=replace(found, files=files, rules=facts(files, desk), original=originals(desk, self._now)),
            fixes=fixes,
            stdin=self._stdin_now() if arguments.fix and not arguments.diff else None,
            diff=self._diff() if arguments.diff else "",
            notes=(*self._notes, *self._told(fixes), *self._sieve.stale(files)),
        )

    def _now(self, path: str) -> bytes:
        """What a file holds that the report is on: of one that is mended, or would be, what came of that."""
        mended = next((repair.new for name, repair in self._repairs if name == path), None)
        if mended is not None:
            return mended
        return self._stdin if path == self._stdin_name else self._sieve.read(path)

    def _file(self, file: FileReport) -> FileReport:
        changed = self._sieve.changed(file)
        return self._mended(self._sieve.sifted(file, changed), changed)

    def _mended(self, file: FileReport, changed: Spans | None) -> FileReport:
        """The report on what is left in a file, which is mended by then."""
        if self._is_mending and self._desk.is_packed(file.path) and any(finding.replacements for finding in file.findings):
            self._notes.append(f"{file.path}: a Word document is not mended: its marks are to be made in Word")
        if not self._is_mending or not any(map(self._wish.grants, file.findings)):
            return file
        if self._sieve.is_mixed(file.path):
            failure = Failure(file.path, "it is left as it was: not all that has changed in it is staged")
            return replace(file, failures=(*file.failures, failure))
        is_stdin = file.path == self._stdin_name
        try:
            data = self._stdin if is_stdin else file_bytes(file.path)
            repair = repaired(file.path, data, self._desk, self._wish, self._sieve.sifted, changed)
        except ReadError as error:
            return replace(file, failures=(*file.failures, Failure(file.path, f"it is left as it was: {error}")))
        if repair.at_odds:
            codes = " and ".join(repair.at_odds)
            self._notes.append(f"{file.path}: the fixes of {codes} never come to an end here; theirs are left out")
        if not is_stdin and not self._arguments.diff and repair.new != repair.old:
            try:
                self._swap(Path(file.path), repair)
            except LeftAloneError as error:
                failure = Failure(file.path, f"it is left as it was: {error}")
                return replace(file, failures=(*file.failures, failure))
        self._repairs.append((file.path, repair))
        return repair.report

    def _swap(self, path: Path, repair: Repair) -> None:
        if path.parent not in self._swept:
            sweep(path.parent)
            self._swept.add(path.parent)
        swap(path, repair.old, repair.new)

    def _stdin_now(self) -> bytes | None:
        if self._stdin_name is None:
            return None
        return next((repair.new for path, repair in self._repairs if path == self._stdin_name), self._stdin)

    def _diff(self) -> str:
        """What the fixes change; bytes that aren't UTF-8 come through as they are."""
        return "".join(patch(path, _lenient(each.old), _lenient(each.new)) for path, each in self._repairs)

    def _told(self, fixes: int) -> Sequence[str]:
        if not fixes or self._desk.config.quiet:
            return ()
        files = sum(repair.fixes > 0 for _, repair in self._repairs)
        done = "to be made" if self._arguments.diff else "made"
        return (f"{fixes} {'fix' if fixes == 1 else 'fixes'} {done} in {files} {'file' if files == 1 else 'files'}",)


def _lenient(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
