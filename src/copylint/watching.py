"""`copylint --watch`: checks what is saved, as it is saved, until Ctrl-C.

Folders are watched, not files: an editor may put a new file in the place of the old one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import Answer, Streams
from copylint.config.place import NAMES
from copylint.desk import Desk
from copylint.errors import CopylintError, UsageError
from copylint.finding import Report
from copylint.packs import pack_files
from copylint.reporters import escaped
from copylint.reporters.closing import closing
from copylint.run import STDIN, found_in
from copylint.typed import Any

_ODD = ("interactive", "fix", "diff", "unsafe_fixes", "fix_quotes", "exit_non_zero_on_fix")
_CLEARED = "\x1b[H\x1b[2J"
_MOST = 3
"""So many names of files are told."""
_TURN = 200
"""The milliseconds in which each watcher has its turn."""
_LOOKS = 15
"""So many turns a new folder is looked into again: what comes in it before it is watched itself is not told of."""

Check = Callable[[Sequence[str], Desk], tuple[Answer, Report]]
"""Checks files: gives what is to be printed, and the report that it was made from."""


def refuse_odd(arguments: SimpleNamespace) -> None:
    """Raise UsageError for what doesn't go together with watching, and where watchfiles is missing."""
    for option in _ODD:
        if getattr(arguments, option):
            raise UsageError(f"--watch shows marks while you write; it doesn't go with --{option.replace('_', '-')}")
    if STDIN in arguments.paths:
        raise UsageError("--watch watches files and folders, not standard input")
    for path in arguments.paths:
        if not Path(path).exists():
            raise UsageError(f"--watch: there is no {escaped(path)}")
    try:
        import watchfiles  # noqa: F401 - an extra, missed here before anything is checked
    except ImportError as error:
        raise UsageError("--watch needs watchfiles. Try: pip install 'copylint[watch]'") from error


class Watch:
    """What is watched, and who checks it.

    `remade` gives a desk with the settings as they are by then; `is_screen` is true where a terminal shows what is found, and
    `is_summed_up` where a line is to say how many marks there are.
    """

    def __init__(
        self,
        paths: Sequence[str],
        streams: Streams,
        check: Check,
        remade: Callable[[], Desk],
        *,
        is_screen: bool,
        is_summed_up: bool,
    ) -> None:
        self._paths, self._streams, self._check, self._remade = paths, streams, check, remade
        self._is_screen, self._is_summed_up = is_screen, is_summed_up
        self._known: dict[str, str] = {}

    def run(self, desk: Desk) -> None:
        """Check all, then what is saved, until Ctrl-C."""
        try:
            batches = _batches(self._paths, desk)
            next(batches)  # from here on nothing is missed
            self._show(self._files(desk), desk)
            for changed in batches:
                desk = self._seen(changed, desk)
        except KeyboardInterrupt:
            self._streams.show("\n")

    def _files(self, desk: Desk) -> tuple[str, ...]:
        """The files there are, which are then known by where they really are."""
        files = found_in(self._paths, desk).files
        self._known = {place: path for path in files for place in (_place(path), os.path.realpath(path))}
        return files

    def _seen(self, changed: set[str], desk: Desk) -> Desk:
        """The desk with the settings after a batch of changes, when what came of these has been shown."""
        try:
            if _settings(desk) & changed or any(os.path.basename(path) in NAMES for path in changed):  # noqa: PTH119
                desk = self._remade()
                self._show(self._files(desk), desk)
                return desk
            before = self._known
            self._files(desk)
            gone = {
                before[place] for place in before.keys() - self._known.keys()
            }  # told now: the next look knows no more of them
            new = self._known.keys() - before.keys()  # those of a new folder come before that is watched
            there = {self._known[place] for place in (changed & self._known.keys()) | new if Path(place).exists()}
            if there or gone:
                self._show(sorted(there), desk, sorted(gone - there))
        except CopylintError as error:  # a config that is half written: the next save may mend it
            self._clear()
            self._streams.note(str(error))
        return desk

    def _show(self, files: Sequence[str], desk: Desk, gone: Sequence[str] = ()) -> None:
        answer, report = self._check(files, desk) if files else (Answer(), Report(()))
        self._clear()
        self._streams.show(answer.text)
        for note in answer.notes:
            self._streams.note(note)
        if self._is_summed_up:
            told = [f"{_names(files)}: {closing(report)}"] if files else []
            told += [f"{_names(gone)}: gone."] if gone else []
            gap = "\n" if self._is_screen and answer.text else ""
            words = " ".join(told) or "There is no copy here yet."
            self._streams.show(f"{gap}{time.strftime('%H:%M:%S')}  {words} Watching; Ctrl-C ends it.\n")

    def _clear(self) -> None:
        if self._is_screen:
            self._streams.show(_CLEARED)


def _batches(paths: Sequence[str], desk: Desk) -> Iterator[set[str]]:
    """The places of what was changed together, again and again; at first none, as soon as all is being watched."""
    from watchfiles import watch

    folders = {os.path.realpath(path) for path in paths if Path(path).is_dir()}
    named = {place for path in paths if not Path(path).is_dir() for place in (_place(path), os.path.realpath(path))}
    wanted, suffixes = named | _settings(desk), tuple(desk.kit.suffixes)
    beside = {str(Path(place).parent) for place in wanted} | {os.path.realpath(desk.request.root)}
    beside = {path for path in beside if not any(Path(path).is_relative_to(folder) for folder in folders)}

    def is_wanted(_: object, path: str) -> bool:
        is_below = any(Path(path).is_relative_to(folder) for folder in folders)
        is_ours = Path(path).name in NAMES or (is_below and (path.lower().endswith(suffixes) or Path(path).is_dir()))
        return is_ours or _place(path) in wanted

    given: dict[str, Any] = {"watch_filter": is_wanted, "yield_on_timeout": True, "rust_timeout": _TURN}
    watchers = [watch(*folders, recursive=True, **given)] if folders else []
    watchers += [watch(*beside, recursive=False, **given)] if beside else []
    early = [each for watcher in watchers for each in next(watcher)]
    yield set()
    yield {_place(path) for _, path in early}
    later: dict[str, int] = {}
    for watcher in cycle(watchers):
        if changes := next(watcher):
            yield {_place(path) for _, path in changes}
            later.update((path, _LOOKS) for _, path in changes if Path(path).is_dir())
        elif later:
            yield {*later}
            later = {path: looks - 1 for path, looks in later.items() if looks > 1}


def _settings(desk: Desk) -> set[str]:
    """The places of the files that the settings of a run stand in."""
    config = desk.config
    packs = [file for pack in config.packs for file in pack_files(pack)]
    baseline = [Path(config.baseline)] if config.baseline else []
    return {_place(str(file)) for file in (*config.files, *packs, *baseline, *(plugin.path for plugin in config.plugins))}


def _place(path: str) -> str:
    """Where a file is, the links of its folders followed and not its own: an editor may put another in its place."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - `Path.resolve` follows the last link too
    return str(Path(os.path.realpath(folder)) / name)


def _names(paths: Sequence[str]) -> str:
    shown = ", ".join(escaped(path) for path in paths[:_MOST])
    more = len(paths) - _MOST
    return f"{shown} and {more:,} more" if more > 0 else shown
