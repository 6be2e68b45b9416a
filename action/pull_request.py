"""What a pull request changes, and the settings that count in one from a fork."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

_SETTINGS = (".toml", ".gitignore")
BASE, HEAD, HEAD_REPOSITORY = "EVENT_BASE", "EVENT_HEAD", "EVENT_HEAD_REPOSITORY"


class WrongError(Exception):
    """Something that whoever wrote the workflow has to put right."""


def base() -> str:
    """What to compare with, as `--diff-base` takes it; nothing outside a pull request.

    GitHub checks out the merge of a pull request into its base; the first parent is then the base as it was merged with, which
    can be fetched by itself. Of any other checkout, it is where the two have parted.
    """
    told = os.environ.get(BASE, "")
    if not told:
        return ""
    parents = re.findall(r"^parent ([0-9a-f]+)$", _git("cat-file", "-p", "HEAD").partition("\n\n")[0], re.MULTILINE)
    if len(parents) == 2 and parents[1] == os.environ.get(HEAD):
        return _fetched(parents[0])
    return f"{_fetched(told)}..."


def is_from_a_fork() -> bool:
    """Whether it is a pull request from another repository, or from one that is gone."""
    return bool(os.environ.get(BASE)) and os.environ.get(HEAD_REPOSITORY) != os.environ.get("GITHUB_REPOSITORY")


def with_settings_of_the_base(config: str) -> Path:
    """A folder with the copy as it is checked out, and with the configs, packs and baseline of the base; made for this run."""
    told = _fetched(os.environ[BASE])
    folder = Path(mkdtemp(dir=os.environ["RUNNER_TEMP"])) / "copy"
    _git("worktree", "add", "--quiet", "--detach", str(folder), "HEAD")
    _put_back(told, folder, lambda name: name.lower().endswith(_SETTINGS) or name == config)
    baseline = _baseline(folder, config)
    if baseline:
        _put_back(told, folder, lambda name: name == baseline)
    return folder


def _put_back(told: str, folder: Path, is_setting: Callable[[str], bool]) -> None:
    """Put files back as a commit has them; those that it doesn't have are deleted."""
    for name in filter(is_setting, _names("ls-files", "-z", at=folder)):
        (folder / name).unlink(missing_ok=True)
    there = [name for name in _names("ls-tree", "-r", "-z", "--name-only", "--full-tree", told, at=folder) if is_setting(name)]
    if there:
        listed = "\0".join(there).encode("utf-8", "surrogateescape")
        _git("--literal-pathspecs", "checkout", told, "--pathspec-from-file=-", "--pathspec-file-nul", at=folder, told=listed)


def _baseline(folder: Path, config: str) -> str:
    """The file of marks that are put aside, from the top of the repository; nothing for one that lies elsewhere."""
    options = ["--config", config] if config else []
    done = subprocess.run(
        [sys.executable, "-I", "-m", "copylint", "config", "--no-plugins", *options, "."],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = re.search(r'^baseline = ("(?:[^"\\]|\\.)*")', done.stdout, re.MULTILINE)
    value = json.loads(found[1]) if found else ""
    if not value:
        return ""
    name = os.path.relpath(os.path.abspath(folder / value), folder)  # noqa: PTH100  a link must not be followed
    return "" if name.startswith("..") else Path(name).as_posix()


def _fetched(commit: str) -> str:
    """A commit, fetched if it isn't there."""
    if subprocess.run(["git", "cat-file", "-e", f"{commit}^{{commit}}"], capture_output=True, check=False).returncode:
        _git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", commit)
    return commit


def _names(*command: str, at: Path) -> list[str]:
    return [name for name in _git(*command, at=at).split("\0") if name]


def _git(*command: str, at: Path | None = None, told: bytes = b"") -> str:
    """What git prints. Raises WrongError with what it says is wrong."""
    try:
        done = subprocess.run(["git", *command], cwd=at, input=told, capture_output=True, check=False)
    except FileNotFoundError:
        raise WrongError("there is no git here") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().split("\n")
        raise WrongError(f"git {command[0]}: {lines[-1]} (is actions/checkout a step before this one?)")
    return done.stdout.decode("utf-8", "surrogateescape")
