"""A run that mends is killed at random moments: no file is lost, and none is half."""

from __future__ import annotations

import os
import random
import signal
import sys
import time

import pytest

from copylint.answer import Streams
from copylint.arguments import parsed
from copylint.commands import checked
from copylint.desk import Desk, Request

TIMES, FILES = 60, 6
OLD = "The  harbour plan , they said, was passed..\n\nThey will recieve a grant.\n" * 3


@pytest.mark.slow
@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="a fork there may not do much, or there is none")
def test_killed_at_any_moment_each_file_is_the_old_or_the_new(copy):
    desk = copy({f"{number}.txt": OLD for number in range(FILES)})
    paths = sorted(desk.folder.iterdir())
    ours = Desk(Request(isolated=True))
    arguments = parsed(["--fix", "--isolated", "."])
    streams = Streams(bytes, False, lambda: 80, {})

    def run() -> None:
        checked(arguments, streams, ours)

    def dead_after(seconds: float) -> bool:
        """Whether a run of a process of its own was still at work when it was killed."""
        process = os.fork()
        if not process:
            try:
                run()
            finally:
                os._exit(0)
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(process, 0)[1])

    run()  # the kit is then at hand
    new = paths[0].read_bytes().decode()
    assert new != OLD
    started = time.perf_counter()
    for path in paths:
        path.write_text(OLD)
    run()
    whole = time.perf_counter() - started
    chance, killed, between = random.Random(11), 0, 0
    for _ in range(TIMES):
        for path in paths:
            path.write_text(OLD)
        killed += dead_after(chance.random() * 1.5 * whole)
        found = [path.read_bytes().decode() for path in paths]
        assert set(found) <= {OLD, new}
        between += len(set(found)) == 2
        assert {path.name for path in desk.folder.iterdir() if path.suffix == ".txt"} == {path.name for path in paths}
    assert killed > TIMES // 4
    assert between, "not one was killed between two files"
    for path in paths:
        path.write_text(OLD)
    run()
    assert [path.read_bytes().decode() for path in paths] == [new] * FILES
    assert sorted(desk.folder.iterdir()) == paths, "a draft of a killed run is still there"
