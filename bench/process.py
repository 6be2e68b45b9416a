"""What whole processes cost: time on the clock, time of the processor, peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_PROBE = Path(__file__).with_name("probe.py")
_STEERING = ("COPYLINT_", "XDG_", "RUST_")
LIMIT = 1800.0
"""Seconds after which a command that has no other limit is ended."""


class BenchError(Exception):
    """Something can't be measured; the message says what and why."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command, the folder it runs in, what its environment has besides, and the seconds after which it is ended.

    With a `status` that isn't in `statuses`, it has failed and its time means nothing.
    """

    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    limit: float = LIMIT
    statuses: frozenset[int] = frozenset({0, 1})


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process and its children took: seconds on the clock and of the processor, and MiB of the largest of them.

    `status` is what it ended with, and `is_over` says that it was ended when its time was up.
    """

    wall: float
    cpu: float
    peak: float
    status: int = 0
    is_over: bool = False


def used(order: Order) -> Usage:
    """What one run of a command takes. Raises BenchError if it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_STEERING)}
    given = {
        "command": [*order.command],
        "folder": str(order.folder),
        "environment": {**environment, "HOME": str(order.folder), **order.environment},
        "limit": order.limit,
    }
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_PROBE)], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BenchError(f"{order.command[0]} can't be run: {done.stderr.strip().rpartition(chr(10))[2]}")
    told = json.loads(done.stdout)
    if not told["is_over"] and told["status"] not in order.statuses:
        said = told["said"].strip() or "nothing"
        raise BenchError(f"{' '.join(order.command[:4])} … ended with status {told['status']} and said:\n{said}")
    return Usage(told["wall"], told["cpu"], told["peak"], told["status"], told["is_over"])


def alternated(orders: Mapping[str, Callable[[], Order]], runs: int) -> dict[str, Usage]:
    """The medians of each command, run in turn: all once, all again, and so on, so that what slows the machine slows all.

    What gives an order is asked anew for each run, and may write files before it answers.
    """
    taken: dict[str, list[Usage]] = {name: [] for name in orders}
    for _ in range(runs):
        for name, order in orders.items():
            taken[name].append(used(order()))
    return {name: middle(usages) for name, usages in taken.items()}


def middle(usages: Iterable[Usage]) -> Usage:
    """The median of each number, and the highest status; over if any is."""
    usages = tuple(usages)
    return Usage(
        median(usage.wall for usage in usages),
        median(usage.cpu for usage in usages),
        median(usage.peak for usage in usages),
        max(usage.status for usage in usages),
        any(usage.is_over for usage in usages),
    )
