"""The machine and the versions that figures belong to."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

from bench.bench import Bench
from bench.texts import size


def told(bench: Bench, source: str) -> tuple[str, ...]:
    """A line each for the machine, the tools, and the texts, which came from `source`."""
    python = subprocess.run([bench.python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    tools = ", ".join(f"{tool.name} {tool.version}" for tool in (bench.copylint, *bench.peers))
    total = sum(map(size, bench.texts))
    return (
        f"Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {python}",
        f"Tools: {tools}",
        f"Texts: {len(bench.texts)} of {source}, {total / 1000:,.0f} KB in all; repeated where more is needed",
        f"Runs: the median of {bench.runs} in turn, of {bench.long_runs} where one takes long",
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").split("\n")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
