"""Runs one command and prints what it cost; a program of its own, which `process` starts anew for each.

What a system gives as the peak memory of a child isn't less than what its parent had when it started it: 204 MiB for `pass`
that was started by a program which held 200 MB, and not 12. So the parent has to be small. This one imports little, holds no
text, and reads its order, in JSON, from standard input.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress

_TAIL = 2000
_MEBI = 2**20
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts peak memory in."""


def main() -> None:
    """Run the order, and print wall and CPU seconds, peak MiB, the status, and the end of what the command complained of."""
    order = json.load(sys.stdin)
    with tempfile.TemporaryFile() as complaints:
        started = time.perf_counter()
        child = subprocess.Popen(
            order["command"],
            cwd=order["folder"],
            env=order["environment"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            start_new_session=True,
        )
        is_over = _killed_after(order["limit"], child.pid)
        try:
            _, status, usage = os.wait4(child.pid, 0)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            _kill(child.pid)
        wall = time.perf_counter() - started
        complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _TAIL))
        said = complaints.read().decode("utf-8", "replace")
    child.returncode = os.waitstatus_to_exitcode(status)
    cost = {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * _PEAK_UNIT / _MEBI}
    json.dump({**cost, "status": child.returncode, "is_over": bool(is_over), "said": said}, sys.stdout)


def _killed_after(seconds: float, group: int) -> list[bool]:
    """A list that gets an item when the time was up and the processes were killed."""
    over: list[bool] = []

    def end(*_: object) -> None:
        over.append(True)
        _kill(group)

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return over


def _kill(group: int) -> None:
    with suppress(ProcessLookupError, PermissionError):  # nobody is left of it
        os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
