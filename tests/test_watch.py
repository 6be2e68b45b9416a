"""Watching: what is saved is checked, whatever an editor does to the file."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import CACHE

pytest.importorskip("watchfiles")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way there")

BAD = "The vote was was close.\n"
CLEAN = "The vote was close.\n"


class Watching:
    """`copylint --watch` as a process, and the lines that it prints."""

    def __init__(self, folder: Path, *argv: str) -> None:
        env = {
            name: value for name, value in os.environ.items() if not name.startswith(("COPYLINT_", "PYTHON")) or name == CACHE
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "copylint", "--watch", *argv],
            cwd=folder,
            env={**env, "PYTHONUTF8": "1", "COPYLINT_KEEP_RESULTS": "false"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def batch(self) -> str:
        """What is printed up to the next line of summary."""
        seen = ""
        end = time.monotonic() + 90
        while "Ctrl-C ends it." not in seen:
            try:
                seen += self._lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"nothing more came after: {seen!r}")
        return seen

    def line(self) -> str:
        return self._lines.get(timeout=90)

    def is_silent(self, seconds: float = 1.0) -> bool:
        time.sleep(seconds)
        return self._lines.empty()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@pytest.fixture
def watching(copy) -> Iterator:
    """Starts it over files, and ends it whatever happens."""
    begun: list[Watching] = []

    def begin(files: dict[str, str | bytes], *argv: str) -> tuple[Path, Watching]:
        desk = copy(files)
        begun.append(Watching(desk.folder, *argv))
        return desk.folder, begun[-1]

    yield begin
    for each in begun:
        each.process.kill()
        each.process.wait()
        each.process.stdout.close()


def test_what_is_saved_is_shown_and_ctrl_c_ends_it(watching):
    folder, it = watching({"a.txt": BAD, "b.txt": CLEAN}, ".")
    first = it.batch()
    assert first.startswith("a.txt:1:10: GRM101 ")
    assert " a.txt, b.txt: 1 to correct, in 1 file. Watching; Ctrl-C ends it.\n" in first
    (folder / "b.txt").write_text(BAD)
    second = it.batch()
    assert second.startswith("b.txt:1:10: GRM101 ")
    assert "a.txt" not in second
    (folder / "b.txt").write_text(CLEAN)
    assert it.batch().endswith(" b.txt: Nothing to mark. Watching; Ctrl-C ends it.\n")
    assert it.end() == 0


@pytest.mark.parametrize("target", ["a.txt", "."])
def test_an_editor_may_put_another_file_in_its_place(watching, target):
    folder, it = watching({"a.txt": CLEAN}, target)
    it.batch()
    for _ in range(2):
        (folder / "a.txt.tmp~").write_text(BAD)
        (folder / "a.txt.tmp~").replace(folder / "a.txt")
        assert it.batch().startswith("a.txt:1:10: GRM101 ")
    (folder / "a.txt").rename(folder / "a.txt~")  # as vim does
    (folder / "a.txt").write_text(CLEAN)
    seen = it.batch()
    while "Nothing to mark" not in seen:
        assert "gone" in seen  # the moment between the two
        seen = it.batch()
    assert it.end() == 0


def test_a_file_that_is_gone_is_told_and_comes_back(watching):
    folder, it = watching({"desk/a.txt": BAD}, "desk")
    it.batch()
    (folder / "desk/a.txt").unlink()
    assert it.batch().endswith(" desk/a.txt: gone. Watching; Ctrl-C ends it.\n")
    (folder / "desk/more/yet").mkdir(parents=True)
    (folder / "desk/more/yet/new.md").write_text(BAD)
    assert it.batch().startswith("desk/more/yet/new.md:1:10: GRM101 ")
    assert it.end() == 0


def test_what_cant_be_read_is_told_and_it_goes_on(watching):
    folder, it = watching({"a.txt": CLEAN}, "a.txt")
    it.batch()
    (folder / "a.txt").write_bytes("über".encode("utf-16"))
    seen = it.batch()
    assert "copylint: a.txt: " in seen
    assert "Nothing to mark in what could be read." in seen
    (folder / "a.txt").write_text(BAD)
    assert "GRM101" in it.batch()
    assert it.end() == 0


def test_other_files_are_left_alone(watching):
    folder, it = watching({"a.txt": CLEAN, "b.txt": CLEAN, "old/c.txt": CLEAN, "copylint.toml": 'exclude = ["old/"]\n'}, ".")
    it.batch()
    for name in (".a.txt.swp", "a.txt~", ".#a.txt", "4913", "c.py", "old/c.txt"):
        (folder / name).write_text(BAD)
    (folder / ".#a.txt").unlink()
    assert it.is_silent()
    (folder / "a.txt").write_text(BAD)
    assert it.batch().startswith("a.txt:1:10")
    assert it.end() == 0


def test_a_config_that_changes_counts_and_a_wrong_one_is_told(watching):
    folder, it = watching({"desk/a.txt": BAD}, "desk")
    assert "GRM101" in it.batch()
    (folder / "copylint.toml").write_text('ignore = ["GRM101"]\n')
    assert it.batch().endswith("desk/a.txt: Nothing to mark. Watching; Ctrl-C ends it.\n")
    (folder / "copylint.toml").write_text("ignore = [\n")
    assert it.line().startswith("copylint: copylint.toml:")
    (folder / "copylint.toml").write_text("")
    assert "GRM101" in it.batch()
    assert it.end() == 0


def test_a_baseline_counts(watching):
    folder, it = watching({"a.txt": BAD, "copylint.toml": 'baseline = "known"\n', "known": "# copylint baseline 1\n"}, ".")
    assert "GRM101" in it.batch()
    subprocess.run(
        [sys.executable, "-m", "copylint", "baseline", "write", "--rewrite"], cwd=folder, check=True, capture_output=True
    )
    assert it.batch().endswith(" a.txt: Nothing to mark. Watching; Ctrl-C ends it.\n")
    assert it.end() == 0


def test_lines_for_machines_have_no_summary_between_them(watching):
    folder, it = watching({"a.txt": BAD}, "--format", "jsonl", ".")
    assert it.line().startswith("{")
    (folder / "a.txt").write_text(BAD + "\n" + BAD)
    assert it.line().startswith("{")
    assert it.line().startswith("{")
    assert it.is_silent()
    assert it.end() == 0


@pytest.mark.parametrize("option", ["--fix", "--diff", "--interactive", "--exit-non-zero-on-fix"])
def test_options_that_dont_go_with_it_are_refused(copy, option):
    done = copy({"a.txt": BAD}).command("--watch", option, "a.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"copylint: --watch shows marks while you write; it doesn't go with {option}\n"


@pytest.mark.parametrize(("path", "problem"), [("-", "not standard input"), ("nowhere", "there is no nowhere")])
def test_what_cant_be_watched_is_refused(copy, path, problem):
    done = copy({"a.txt": BAD}).command("--watch", path)
    assert done.status == 2
    assert problem in done.err


def test_without_watchfiles_it_says_what_to_type(copy, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = copy({"a.txt": BAD}).command("--watch", "a.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err == "copylint: --watch needs watchfiles. Try: pip install 'copylint[watch]'\n"
