"""The command and other programs, run by tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
CACHE = "COPYLINT_CACHE_DIR"
"""What steers copylint away from the user's cache."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command gave."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of a run with `--format jsonl`."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def codes(self) -> list[str]:
        """The codes of a run with `--format jsonl`, in order."""
        return [finding["code"] for finding in self.findings]


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder of copy, and the command run in it."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def command(self, *argv: str) -> Outcome:
        """What `copylint ARGV` gives, run in this process in the folder."""
        from copylint.cli import main

        self.capture.readouterr()
        try:
            status = main([*argv])
        except SystemExit as error:  # --help and --version leave this way
            status = error.code if isinstance(error.code, int) else 0
        out, err = self.capture.readouterr()
        return Outcome(status, out, err)

    def run(self, *options: str) -> Outcome:
        """What `copylint OPTIONS .` gives."""
        return self.command(*options, ".")

    def marks(self, *options: str) -> list[str]:
        """The codes that `copylint OPTIONS .` finds, in order."""
        return self.run("--format", "jsonl", *options).codes


def run_process(
    *argv: str | Path, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, timeout: float = 900
) -> Outcome:
    """What a process gives.

    Its environment is ours without what would steer copylint, Python, pip or git elsewhere; the cache stays that of the tests.
    """
    steering = ("COPYLINT_", "PYTHON", "VIRTUAL_ENV", "GIT_", "PRE_COMMIT", "NO_COLOR", "FORCE_COLOR", "COV_", "GITHUB_ACTIONS")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(steering) or name == CACHE}
    done = subprocess.run(
        [str(part) for part in argv],
        cwd=cwd,
        input=stdin,
        env={**clean, "PYTHONUTF8": "1", **(env or {})},
        capture_output=True,
        timeout=timeout,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def succeed(*argv: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """The output of a process that has to succeed."""
    done = run_process(*argv, cwd=cwd, env=env)
    assert done.status == 0, f"{argv} gave {done.status}:\n{done.out}\n{done.err}"
    return done.out


def the_one(folder: Path, pattern: str) -> Path:
    """The only file of a folder that fits a pattern."""
    (found,) = folder.glob(pattern)
    return found


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment of its own."""

    folder: Path

    @classmethod
    def fresh(cls, folder: Path) -> Environment:
        """A new one with nothing in it."""
        succeed(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
        return cls(folder)

    def command(self, name: str) -> Path:
        """Where one of its commands lies."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / name

    def install(self, *requirements: str | Path) -> Environment:
        """Itself, with the requirements installed."""
        pip = (sys.executable, "-m", "pip", "--python", self.command("python"), "--disable-pip-version-check", "--quiet")
        succeed(*pip, "install", *requirements, cwd=self.folder)
        return self

    def run(self, *argv: str, cwd: Path) -> Outcome:
        """What its `copylint ARGV` gives in a folder."""
        return run_process(self.command("copylint"), *argv, cwd=cwd)

    def run_python(self, *argv: str, cwd: Path) -> str:
        """What its Python prints in a folder, whatever its exit code."""
        return run_process(self.command("python"), *argv, cwd=cwd).out

    def python(self, code: str) -> str:
        """What its Python prints for a piece of code."""
        return succeed(self.command("python"), "-c", code, cwd=self.folder).strip()
