"""Which marks of a run are shown: none that is put aside, and none in lines that haven't changed, where that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from copylint.baselines import known, stale_note
from copylint.changes import Changes, is_changed
from copylint.desk import Desk, file_bytes
from copylint.errors import ReadError
from copylint.finding import FileReport
from copylint.fixes import Spans
from copylint.readers import decoded
from copylint.values import replace


class Sieve:
    """What the baseline of a run and its `--diff-base` leave of the marks in a file."""

    def __init__(self, arguments: SimpleNamespace, desk: Desk) -> None:
        self._desk = desk
        self._known = known(desk)
        self._changes = Changes(arguments.diff_base, desk.request.root) if arguments.diff_base else None

    @property
    def wanted(self) -> Callable[[str], bool] | None:
        """Says of a file whether it is to be checked at all; None: each is."""
        return self._changes.is_touched if self._changes else None

    def read(self, path: str) -> bytes:
        """What a file holds; where what is staged counts, that. Raises ReadError."""
        staged = self._changes.staged(path) if self._changes and self._changes.is_staged else None
        return file_bytes(path) if staged is None else staged

    def is_mixed(self, path: str) -> bool:
        """Whether a file holds other words than those that are staged, where these are what counts."""
        return self._changes is not None and self._changes.is_mixed(path)

    def changed(self, file: FileReport) -> Spans | None:
        """The spans of the changed lines of a file; None: all of it counts as changed."""
        if self._changes is None or not file.findings:
            return None
        try:
            return self._changes.spans(file.path, decoded(self.read(file.path), file.path))
        except ReadError:
            return None

    def sifted(self, file: FileReport, changed: Spans | None) -> FileReport:
        """The report on a file with the marks that are shown."""
        file = self._known.sifted(file) if self._known else file
        if changed is None:
            return file
        return replace(file, findings=tuple(finding for finding in file.findings if is_changed(finding, changed)))

    def stale(self, files: Sequence[FileReport]) -> Sequence[str]:
        """A word on what was put aside and is no more, if the run wants words."""
        return stale_note(self._known, files, self._desk) if self._known and not self._desk.config.quiet else ()
