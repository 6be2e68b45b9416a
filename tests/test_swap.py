"""A file in whose place another text is put: the old one or the new one is there, whole, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from copylint.swap import LeftAloneError, swap, sweep

OLD, NEW = b"the old text\r\n" * 5000, b"a new text\n" * 7000

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes, links and signals as POSIX has them")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    return path


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_text_stands_there_and_no_draft(file):
    swap(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert left(file.parent) == ["a.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o4750])
def test_the_mode_is_kept(file, mode):
    file.chmod(mode)
    swap(file, OLD, NEW)
    assert file.stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_the_owner_is_kept(file):
    os.chown(file, 4321, 1234)
    swap(file, OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (4321, 1234)


def test_a_file_whose_owner_cant_be_kept_is_left(file, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    real = Path.stat
    monkeypatch.setattr(os, "chown", refuse)
    other = os.stat_result([*real(file)[:4], 4321, *real(file)[5:]])
    monkeypatch.setattr(Path, "stat", lambda self, **_: other if self.name == "a.txt" else real(self))
    with pytest.raises(LeftAloneError, match="belongs to somebody else"):
        swap(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert left(file.parent) == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no attributes on this system")
def test_attributes_are_kept(file):
    try:
        os.setxattr(file, "user.desk", b"foreign")
    except OSError:
        pytest.skip("this file system keeps none")
    swap(file, OLD, NEW)
    assert os.getxattr(file, "user.desk") == b"foreign"


def test_a_link_stays_and_its_file_is_changed(file, tmp_path):
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "b.txt"
    link.symlink_to("../a.txt")
    swap(link, OLD, NEW)
    assert link.readlink() == Path("../a.txt")
    assert file.read_bytes() == NEW
    assert left(folder) == ["b.txt"]


def test_a_file_with_another_name_is_left(file):
    os.link(file, file.with_name("b.txt"))
    with pytest.raises(LeftAloneError, match="another name"):
        swap(file, OLD, NEW)
    assert file.read_bytes() == OLD


def test_a_file_that_has_changed_is_left(file):
    file.write_bytes(b"somebody else's work\n")
    with pytest.raises(LeftAloneError, match="changed meanwhile"):
        swap(file, OLD, NEW)
    assert file.read_bytes() == b"somebody else's work\n"
    assert left(file.parent) == ["a.txt"]


def test_a_file_that_changes_while_the_draft_is_written_is_left(file, monkeypatch):
    def change(_: int) -> None:
        file.write_bytes(b"somebody else's work\n")

    monkeypatch.setattr(os, "fsync", change)
    with pytest.raises(LeftAloneError, match="changed meanwhile"):
        swap(file, OLD, NEW)
    assert file.read_bytes() == b"somebody else's work\n"


def test_a_file_that_is_replaced_by_one_that_reads_the_same_is_left(file, monkeypatch):
    def change(_: int) -> None:
        other = file.with_name("other")
        other.write_bytes(OLD)
        other.replace(file)

    monkeypatch.setattr(os, "fsync", change)
    with pytest.raises(LeftAloneError, match="changed meanwhile"):
        swap(file, OLD, NEW)


def test_a_read_only_file_is_left(file, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(LeftAloneError, match="read-only"):
        swap(file, OLD, NEW)
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_text(file, monkeypatch, step):
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(LeftAloneError, match="No space left"):
        swap(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert left(file.parent) == ["a.txt"]


def test_it_is_on_the_disk_before_it_gets_the_name(file, monkeypatch):
    steps = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: (steps.append("fsync"), fsync(number)))
    monkeypatch.setattr(Path, "replace", lambda self, target: (steps.append("rename"), replace(self, target)))
    swap(file, OLD, NEW)
    assert steps == ["fsync", "rename", "fsync"]


def test_drafts_of_the_dead_are_swept_and_those_of_the_living_stay(tmp_path):
    dead = os.fork()
    if not dead:
        os._exit(0)
    os.waitpid(dead, 0)
    names = [f".a.txt.{dead}.copylint-new", f".a.txt.{os.getppid()}.copylint-new", ".a.txt.copylint-new", "b.txt"]
    for name in names:
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert left(tmp_path) == sorted(names[1:])


@pytest.mark.skipif(sys.platform == "darwin", reason="a fork there may not do much")
def test_killed_at_any_moment_it_leaves_the_old_text_or_the_new(file):
    seen, drafts, chance = set(), 0, random.Random(7)
    for _ in range(200):
        now = file.read_bytes()
        process = os.fork()
        if not process:
            try:
                while True:
                    swap(file, now, OLD if now == NEW else NEW)
                    now = OLD if now == NEW else NEW
            finally:
                os._exit(1)
        time.sleep(chance.random() * 0.004)
        os.kill(process, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(process, 0)[1])
        found = file.read_bytes()
        assert found in (OLD, NEW)
        seen.add(found)
        drafts += len(left(file.parent)) > 1
        sweep(file.parent)
        assert left(file.parent) == ["a.txt"]
    assert seen == {OLD, NEW}
    assert drafts, "not one was killed in the middle"
