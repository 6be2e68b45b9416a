"""Fixtures for files, the command, and processes; the profiles of Hypothesis."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from once import made_once, shared
from processes import ROOT, Desk, Environment, Outcome, run_process, succeed, the_one

from copylint.cache import Cache
from copylint.packs import _name_of, builtin_folder, keep, read_packs

settings.register_profile(
    "here", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=10)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def packs_at_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds our own packs and nothing else, to be copied: to check them again takes a test many seconds."""

    def keep_ours(folder: Path) -> None:
        folder.chmod(0o700)
        packs = read_packs([builtin_folder()], Cache(str(folder)))
        keep(packs, packs)
        ours = {f"{name}.cache" for name in (_name_of(packs), *(pack.digest for pack in packs))}
        for other in {each.name for each in folder.iterdir()} - ours:
            (folder / other).unlink()

    return made_once(shared(tmp_path_factory) / "packs", keep_ours)


@pytest.fixture(scope="session")
def cache_folder(packs_at_hand: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which all tests together keep checked packs."""

    def copy(folder: Path) -> None:
        shutil.copytree(packs_at_hand, folder, dirs_exist_ok=True)

    return made_once(shared(tmp_path_factory) / "cache", copy)


@pytest.fixture(scope="session", autouse=True)
def _our_own_cache(cache_folder: Path) -> Iterator[None]:
    """No test, and nothing that is made for tests, touches the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYLINT_CACHE_DIR", str(cache_folder))
        yield


@pytest.fixture
def copy(
    tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Mapping[str, str | bytes]], Desk]:
    """Makes a Desk of the given files (path → text); text is written as it is, in UTF-8."""
    for name in [name for name in os.environ if name.startswith("COPYLINT_")] + ["NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(cache_folder))
    monkeypatch.setenv("COPYLINT_KEEP_RESULTS", "false")  # a test is about what is checked, not about what another test found

    def desk(files: Mapping[str, str | bytes]) -> Desk:
        folder = tmp_path / "copy"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        monkeypatch.chdir(folder)
        return Desk(folder, capsys)

    return desk


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Outcome]:
    """Runs `copylint` as a process of its own: `process("--format", "json", "-", stdin=b"…")`."""

    def run(*argv: str, cwd: Path = tmp_path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Outcome:
        return run_process(sys.executable, "-m", "copylint", *argv, cwd=cwd, stdin=stdin, env=env)

    return run


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository of its own with the files of this checkout as they are now, ignored ones left out."""
    return made_once(shared(tmp_path_factory) / "copylint", _commit_checkout)


def _commit_checkout(folder: Path) -> None:
    git = ("git", "-c", "user.name=A Test", "-c", "user.email=test@copylint.example", "-c", "core.autocrlf=false")
    succeed(*git, "init", "--quiet", folder, cwd=ROOT)
    here = (*git, f"--git-dir={folder / '.git'}")
    succeed(*here, f"--work-tree={ROOT}", "add", "--all", ".", cwd=ROOT)
    succeed(*here, "commit", "--quiet", "--no-verify", "--message=As it is", cwd=ROOT)
    succeed(*git, "reset", "--quiet", "--hard", cwd=folder)


@pytest.fixture(scope="session")
def built(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist, and the wheel built from it."""

    def build(folder: Path) -> None:
        succeed(sys.executable, "-m", "build", "--outdir", folder, repository, cwd=folder)

    return made_once(shared(tmp_path_factory) / "dist", build)


@pytest.fixture(scope="session")
def wheel_environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A virtual environment with the wheel, for tests that change nothing in it."""

    def install(folder: Path) -> None:
        Environment.fresh(folder / "environment").install(the_one(built, "*.whl"))

    return Environment(made_once(shared(tmp_path_factory) / "wheel", install) / "environment")


@pytest.fixture(scope="session")
def hooks_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment that all tests of hooks share; it sees to it that one process makes it."""
    return shared(tmp_path_factory) / "pre-commit"


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A virtual environment with nothing in it."""
    return Environment.fresh(tmp_path / "environment")
