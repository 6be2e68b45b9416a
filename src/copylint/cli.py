"""The command: streams and exit codes. Nothing else prints, nothing else knows `sys`.

Exit status: 0 nothing at or above --fail-on, 1 something there, 2 the command or config is wrong, 3 something failed (it
outranks 1).
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from copylint.answer import FAILED, INTERRUPTED, WRONG, Answer, Streams
from copylint.progress import Progress

_OBJECTS = 100_000
"""So many objects are made before garbage is looked for: a run over one article makes few, and keeps nearly all."""


def command() -> None:
    """Run the command as a process of its own, which ends here.

    It ends without freeing object after object, which takes a tenth of a run over one article; all that is written was flushed.
    """
    gc.set_threshold(_OBJECTS)
    status = main()
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of one call of the command. No traceback reaches the user."""
    try:
        answer = _answer(sys.argv[1:] if argv is None else argv)
        _write(answer)
    except OSError:  # a closed pipe, a full disk: nobody is left to tell
        _drop_stdout()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return answer.status


def _answer(argv: Sequence[str]) -> Answer:
    # Imported here: by now `command` has said how seldom garbage is to be looked for, which saves a tenth of importing them.
    from copylint.arguments import parsed
    from copylint.commands import answered
    from copylint.errors import CopylintError, PluginError, ReadError, RunError

    try:
        arguments = parsed(argv)
    except SystemExit as stop:  # argparse has said why already
        return Answer(status=stop.code if isinstance(stop.code, int) else WRONG)
    progress = Progress(_drawn)
    try:
        return answered(arguments, _streams(progress))
    except KeyboardInterrupt:
        raise
    except CopylintError as error:
        status = FAILED if isinstance(error, (PluginError, ReadError, RunError)) else WRONG
        return Answer(status=status, notes=(str(error),))
    except BaseException as error:  # whatever is wrong with us or a plugin, the user gets one line and no traceback
        return Answer(status=FAILED, notes=(f"internal error, please report it: {type(error).__name__}: {error}",))
    finally:
        progress.clear()


def _drawn(text: str) -> None:
    """Draw on the terminal, if there is one to see it; what can't be drawn isn't worth failing for."""
    if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with suppress(OSError):
            _print(text, sys.stderr)


def _streams(progress: Progress) -> Streams:
    return Streams(
        stdin=_stdin,
        is_terminal=sys.stdout is not None and sys.stdout.isatty(),
        columns=_columns,
        environment=dict(os.environ),
        told=progress.told,
        show=partial(_shown, progress),
        note=partial(_noted, progress),
        ask=partial(_asked, progress) if _is_attended() else None,
    )


def _shown(progress: Progress, text: str) -> None:
    progress.clear()
    _print(text, sys.stdout)


def _noted(progress: Progress, text: str) -> None:
    progress.clear()
    _print_note(text)


def _is_attended() -> bool:
    """Whether somebody sits at a terminal, to see and to type."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _asked(progress: Progress, text: str) -> str:
    _shown(progress, text)
    line: bytes = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode(sys.stdin.encoding or "utf-8", "replace").rstrip("\r\n")


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size(fallback=(100, 24)).columns


def _stdin() -> bytes:
    if sys.stdin is None:
        from copylint.errors import ReadError

        raise ReadError("standard input is closed", path="-")
    return sys.stdin.buffer.read()


def _write(answer: Answer) -> None:
    for note in answer.notes:
        _print_note(note)
    _print(answer.aside, sys.stderr)
    _print(answer.text, sys.stdout)
    if answer.data and sys.stdout is not None:
        sys.stdout.buffer.write(answer.data)
        sys.stdout.buffer.flush()


def _print_note(note: str) -> None:
    from copylint.reporters import escaped

    _print(f"copylint: {escaped(note)}\n", sys.stderr)


def _print(text: str, stream: object) -> None:
    """Write text to a stream that may not know all its characters: those it can't show stand as escapes."""
    if stream is None:  # closed by whoever called us; print would take standard output for it
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), end="", file=stream, flush=True)  # type: ignore[call-overload]


def _drop_stdout() -> None:
    """Point standard output at nothing, so that closing a broken pipe at exit says nothing either."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream without a descriptor needs no redirecting
        return
