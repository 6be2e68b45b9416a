"""Processes that share out work: each is given the next chunk when it is done with one, and none outlives the run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from typing import Any, TypeVar

from copylint.errors import RunError
from copylint.values import dataclass

T = TypeVar("T")
U = TypeVar("U")
_GOODBYE = 1.0
"""The seconds that a process has to leave by itself once there is no more work."""
_ENDINGS = (signal.SIGINT, signal.SIGTERM)


def shared_out(chunks: Iterable[T], work: Callable[[T], U], *, jobs: int) -> Generator[tuple[T, U], None, None]:
    """Each chunk with what `work` makes of it in one of so many processes, in the order in which they are done.

    `work`, chunks and results can be pickled. Raises what `work` raises, and RunError where a process is killed. Closing it
    before its end leaves no process behind.
    """
    crew = _Crew()
    with _ended_with(crew):
        try:
            crew.start(work, jobs)
            yield from crew.done(chunks)
            crew.dismiss()
        finally:
            crew.kill()


class _Crew:
    """The processes, each by the connection to it."""

    def __init__(self) -> None:
        # A fork takes 7 ms and has the rules at hand, but it copies the locks of other threads as they are at that moment.
        self._is_forking = multiprocessing.get_all_start_methods()[0] != "spawn" and threading.active_count() == 1
        self._context: Any = multiprocessing.get_context("fork" if self._is_forking else "spawn")
        self._processes: dict[Any, Any] = {}

    def start(self, work: Callable[[T], U], jobs: int) -> None:
        """Start so many processes; no signal reaches one before it knows what to do about it."""
        with _signals_held():
            for _ in range(jobs):
                ours, theirs = self._context.Pipe()
                not_theirs = (*self._processes, ours) if self._is_forking else ()
                process = self._context.Process(target=_serve, args=(work, theirs, not_theirs))
                try:
                    process.start()
                except OSError as error:
                    raise RunError(f"no more processes can be started: {error.strerror}; try --jobs 1") from error
                self._processes[ours] = process
                theirs.close()

    def done(self, chunks: Iterable[T]) -> Iterator[tuple[T, Any]]:
        """Each chunk with what came of it; whoever is idle gets the next before that is looked at."""
        rest = iter(chunks)
        chunk = next(rest, None)
        idle, at_work = list(self._processes), dict[Any, T]()
        finished: list[tuple[T, Any]] = []
        while True:
            while idle and chunk is not None:
                _send(idle[-1], chunk)
                at_work[idle.pop()] = chunk
                chunk = next(rest, None)
            yield from finished
            if not at_work:
                return
            finished = [(at_work.pop(each), _received(each)) for each in _ready(at_work)]
            idle.extend(each for each in self._processes if each not in at_work and each not in idle)

    def dismiss(self) -> None:
        """Let the processes leave: they do when there is nobody to give them work."""
        for connection in self._processes:
            connection.close()
        for process in self._processes.values():
            process.join(_GOODBYE)

    def kill(self) -> None:
        """End the processes that there still are, at once."""
        for process in self._processes.values():
            process.kill()
        for connection, process in self._processes.items():
            process.join()
            connection.close()


@dataclass(frozen=True, slots=True)
class _Raised:
    """What `work` raised."""

    error: BaseException


def _ready(at_work: Iterable[Any]) -> list[Any]:
    return wait(list(at_work))


def _send(connection: Any, chunk: object) -> None:
    try:
        connection.send(chunk)
    except OSError as error:
        raise _killed() from error


def _received(connection: Any) -> Any:
    try:
        outcome = connection.recv()
    except (EOFError, OSError) as error:
        raise _killed() from error
    if isinstance(outcome, _Raised):
        raise outcome.error
    return outcome


def _killed() -> RunError:
    return RunError("a process ended before its files were checked, perhaps for want of memory; try --jobs 1")


def _serve(work: Callable[[Any], object], connection: Any, not_ours: Sequence[Any]) -> None:
    """What a process does: work on chunks until there is nobody at the other end. Ctrl-C is for the one who started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
    for each in not_ours:  # with these open, it would never learn that the other end is gone
        each.close()
    with suppress(EOFError, OSError):
        while True:
            _give(connection, _outcome(work, connection.recv()))


def _outcome(work: Callable[[Any], object], chunk: object) -> object:
    try:
        return work(chunk)
    except Exception as error:  # it is raised where the chunk came from
        return _Raised(error)


def _give(connection: Any, outcome: object) -> None:
    try:
        connection.send(outcome)
    except OSError:
        raise
    except Exception as error:  # what can't be pickled says so in many ways
        connection.send(_Raised(RunError(f"what a plugin gives can't be sent between processes: {error}; try --jobs 1")))


@contextmanager
def _signals_held() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _ended_with(crew: _Crew) -> Iterator[None]:
    """Let SIGTERM, which by default ends us and nobody else, end the crew first."""
    before = signal.getsignal(signal.SIGTERM)
    if before in (None, signal.SIG_IGN) or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: object) -> None:
        crew.kill()
        signal.signal(number, before)
        os.kill(os.getpid(), number)

    signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
