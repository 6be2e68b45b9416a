"""`copylint --interactive`: goes through the marks with whoever sits there, and writes what was chosen when all is said.

Until then nothing is written: whoever leaves by Ctrl-C finds all files as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace

from copylint.answer import Streams
from copylint.desk import Desk
from copylint.errors import CopylintError, UsageError
from copylint.finding import Failure, Report
from copylint.omission import Omission
from copylint.outfile import save
from copylint.reporters.paint import Paint
from copylint.run import STDIN, facts, report
from copylint.sieve import Sieve
from copylint.sitting import Sitting, Story
from copylint.swap import LeftAloneError, swap, sweep
from copylint.values import dataclass, replace

_ODD = ("fix", "diff", "unsafe_fixes", "fix_quotes", "exit_non_zero_on_fix", "output")


@dataclass(frozen=True, slots=True)
class GoneThrough:
    """What came of it: the report on what is left, a word on what was written, and whether it was broken off."""

    report: Report
    text: str = ""
    is_broken_off: bool = False


def gone_through(arguments: SimpleNamespace, streams: Streams, desk: Desk, *, width: int, color: bool) -> GoneThrough:
    """What came of going through the marks of files. Raises UsageError where nobody sits there to be asked."""
    _refuse_odd(arguments, streams)
    sieve = Sieve(arguments, desk)
    found = report(arguments.paths, desk, told=streams.told, wanted=sieve.wanted, read=sieve.read)
    shown = tuple(sieve.sifted(file, sieve.changed(file)) for file in found.files)
    sitting = Sitting(shown, streams, desk, sieve, Paint(color), width)
    try:
        sitting.run()
    except (EOFError, KeyboardInterrupt):
        streams.show("\n")
        return GoneThrough(found, is_broken_off=True)
    stories, omissions = tuple(sitting.state.stories.values()), sitting.state.omissions
    failures = (*_written(stories), *_added(omissions))
    files = tuple(map(sitting.left, shown))
    left = replace(found, files=files, failures=(*found.failures, *failures), rules=facts(files, desk))
    return GoneThrough(left, _told(stories, omissions, left) if not failures else "")


def _refuse_odd(arguments: SimpleNamespace, streams: Streams) -> None:
    for option in _ODD:
        if getattr(arguments, option):
            raise UsageError(f"--interactive asks what to do with each mark; it doesn't go with --{option.replace('_', '-')}")
    if STDIN in arguments.paths:
        raise UsageError("--interactive goes through files; standard input is where you type")
    if streams.ask is None:
        raise UsageError("--interactive asks at a terminal, and there is none here; try --diff, then --fix")


def _written(stories: Iterable[Story]) -> list[Failure]:
    """What couldn't be written of the stories that were changed; the rest is written."""
    failures = []
    for story in stories:
        if story.new != story.old:
            sweep(Path(story.path).parent)
            try:
                swap(Path(story.path), story.old, story.new)
            except LeftAloneError as error:
                failures.append(Failure(story.path, f"it is left as it was: {error}"))
    return failures


def _added(omissions: Sequence[Omission]) -> list[Failure]:
    """What couldn't be put into config files; the rest is put in."""
    failures = []
    for file in dict.fromkeys(each.file for each in omissions):
        try:
            _add(file, [each for each in omissions if each.file == file])
        except (CopylintError, LeftAloneError, OSError, UnicodeError) as error:
            words = "; ".join(f"{each.code} {each.text}" for each in omissions if each.file == file)
            failures.append(Failure(str(file), f"it is left as it was, without {words}: {error}"))
    return failures


def _add(file: Path, omissions: Iterable[Omission]) -> None:
    is_new = not file.exists()
    old = b"" if is_new else file.read_bytes()
    mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
    text = old.decode("utf-8-sig")
    for each in omissions:
        text = each.added(text)
    if is_new:
        text.encode()
        save(text, file)
    else:
        swap(file, old, f"{mark}{text}".encode())


def _told(stories: Sequence[Story], omissions: Sequence[Omission], left: Report) -> str:
    """A line on what was done."""
    fixes, comments = sum(story.fixes for story in stories), sum(story.comments for story in stories)
    parts = [_counted(fixes, "fix", "fixes"), _counted(comments, "comment"), _counted(len(omissions), "entry", "entries")]
    done = ", ".join(filter(None, parts))
    kept = len(left.findings)
    return f"\n{done or 'Nothing'} written; {_counted(kept, 'mark') or 'no mark'} left.\n"


def _counted(count: int, one: str, more: str = "") -> str:
    return "" if not count else f"1 {one}" if count == 1 else f"{count:,} {more or one + 's'}"
