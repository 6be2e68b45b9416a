"""Processes that share out work: nothing is lost, nobody is left."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from copylint.batch import _chunks, _Copy
from copylint.errors import ConfigError, RunError
from copylint.pool import shared_out

has_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are told by /proc")
is_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")


def doubled(number: int) -> int:
    return 2 * number


def wrong(number: int) -> int:
    if number == 3:
        raise ConfigError("no", path="a.toml", line=3)
    return number


def killed(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def odd(number: int) -> object:
    return threading.Lock() if number == 3 else number


def large(number: int) -> bytes:
    return bytes(1 << 20)


def endless(number: int) -> int:
    time.sleep(600)
    return number


def test_every_chunk_comes_back_with_its_result():
    assert dict(shared_out(range(50), doubled, jobs=3)) == {number: 2 * number for number in range(50)}
    assert dict(shared_out([], doubled, jobs=2)) == {}


def test_in_a_program_with_threads_it_is_the_same():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert dict(shared_out(range(5), doubled, jobs=2)) == {number: 2 * number for number in range(5)}
    finally:
        stop.set()
        thread.join()


def test_chunks_and_results_larger_than_a_pipe_holds_do_not_block():
    chunks = [(bytes([number]) * (1 << 20)) for number in range(6)]
    assert [(len(chunk), len(result)) for chunk, result in shared_out(chunks, large, jobs=2)] == [(1 << 20, 1 << 20)] * 6


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(ConfigError) as caught:
        list(shared_out(range(9), wrong, jobs=2))
    assert (caught.value.path, caught.value.line) == ("a.toml", 3)


def test_a_process_that_is_killed_is_told():
    with pytest.raises(RunError, match="try --jobs 1"):
        list(shared_out(range(9), killed, jobs=2))


def test_a_result_that_cannot_be_sent_is_told():
    with pytest.raises(RunError, match="can't be sent"):
        list(shared_out(range(9), odd, jobs=2))


def test_a_run_that_is_given_up_waits_for_nobody():
    started = time.monotonic()
    with closing(shared_out(iter([1, 2, 3]), endless, jobs=2)) as results:
        timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            next(results)
    assert time.monotonic() - started < 20
    timer.join()


def test_the_handler_of_signals_is_put_back():
    before = signal.getsignal(signal.SIGTERM)
    list(shared_out(range(3), doubled, jobs=2))
    assert signal.getsignal(signal.SIGTERM) is before


def test_chunks_are_small_in_files_and_in_size():
    def copies(*sizes: int) -> list[_Copy]:
        return [_Copy(f"{number}.txt", bytes(size), None) for number, size in enumerate(sizes)]

    def sizes(*given: int) -> list[list[int]]:
        return [[len(copy.data) for copy in chunk] for chunk in _chunks(copies(*given), 3)]

    assert sizes(1, 1, 1, 1) == [[1, 1, 1], [1]]
    assert sizes(1, 5_000_000, 30_000, 30_000, 1) == [[1, 5_000_000], [30_000, 30_000], [1]]
    assert sizes() == []


PLUGIN = """
import time
from pathlib import Path
from copylint.hookspecs import hookimpl
from copylint.readers import PlainReader

class Slow:
    format = "slow"
    suffixes = (".slow",)

    def read(self, path, raw):
        if not path.startswith("0"):  # which is checked before there are processes
            Path(path + ".started").touch()
            time.sleep(120)
        return PlainReader().read(path, raw)

@hookimpl
def copylint_readers():
    return (Slow(),)
"""


@pytest.fixture
def slow_run(copy):
    """Starts a run of the command that takes minutes, in a process group of its own, and waits until it is at work."""
    started: list[subprocess.Popen[bytes]] = []
    desk = copy({"copylint.toml": "plugins = ['slow.py']\n", "slow.py": PLUGIN} | {f"{n}.slow": "A text.\n" for n in range(9)})

    def start(*options: str, at_work: int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "copylint", ".", *options],
            cwd=desk.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        started.append(process)
        deadline = time.monotonic() + 60
        while len(list(desk.folder.glob("*.started"))) < at_work and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(list(desk.folder.glob("*.started"))) == at_work
        return process

    yield start
    for process in started:
        if not is_gone(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def is_gone(group: int) -> bool:
    """Whether no process of a group runs any more; one that was killed takes a moment to go."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@is_posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_everything_at_once(slow_run, jobs):
    process = slow_run("--jobs", str(jobs), "--output", "marks.txt", at_work=jobs)
    started = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all of them
    out, err = process.communicate(timeout=60)
    assert time.monotonic() - started < 10
    assert (process.returncode, out, err) == (130, b"", b"")
    assert is_gone(process.pid)
    assert not list(Path.cwd().glob("*marks*"))


@is_posix
def test_ctrl_c_that_reaches_only_the_first_process_ends_all(slow_run):
    process = slow_run("--jobs", "2", at_work=2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert is_gone(process.pid)


@is_posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_sigterm_leaves_no_orphans(slow_run, jobs):
    process = slow_run("--jobs", str(jobs), at_work=jobs)
    process.terminate()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (-signal.SIGTERM, b"", b"")
    assert is_gone(process.pid)


def children(process: subprocess.Popen[bytes]) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@has_proc
def test_ctrl_c_is_for_the_first_process_to_act_on(slow_run):
    process = slow_run("--jobs", "2", at_work=2)
    for child in children(process):
        os.kill(child, signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=0.5)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")


@has_proc
def test_a_worker_that_is_killed_gives_one_clear_line(slow_run):
    process = slow_run("--jobs", "2", at_work=2)
    os.kill(children(process)[0], signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.count(b"\n")) == (3, b"", 1)
    assert b"try --jobs 1" in err
    assert is_gone(process.pid)
