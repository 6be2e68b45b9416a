"""The files of the cache: whole and our own, or none."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from copylint import cache as cache_module
from copylint.cache import NO_CACHE, Cache, cache_folder, digest

NAME = digest(b"a pack")
is_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(str(tmp_path / "caches" / "copylint"))


def the_file(cache: Cache) -> Path:
    (file,) = Path(cache.folder).iterdir()
    return file


def test_what_is_written_is_read(cache: Cache) -> None:
    assert cache.read(NAME) is None
    cache.write(NAME, b"one")
    cache.write(NAME, b"two")
    assert cache.read(NAME) == b"two"
    assert cache.read(digest(b"another pack")) is None


def test_without_a_folder_there_is_nothing() -> None:
    NO_CACHE.write(NAME, b"one")
    assert NO_CACHE.read(NAME) is None
    assert NO_CACHE.clear() == 0


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"copylint cache 0\n" + data[17:],
        lambda data: b"{}" + data,
    ],
)
def test_a_damaged_file_is_none(cache: Cache, damage) -> None:
    cache.write(NAME, b"payload")
    the_file(cache).write_bytes(damage(the_file(cache).read_bytes()))
    assert cache.read(NAME) is None
    cache.write(NAME, b"payload")
    assert cache.read(NAME) == b"payload"


def test_a_file_under_another_name_is_none(cache: Cache) -> None:
    cache.write(NAME, b"payload")
    other = digest(b"another pack")
    the_file(cache).rename(the_file(cache).with_name(f"{other}.cache"))
    assert cache.read(other) is None


@is_posix
def test_the_folder_and_its_files_are_the_owners_alone(cache: Cache) -> None:
    cache.write(NAME, b"payload")
    assert Path(cache.folder).stat().st_mode & 0o777 == 0o700
    assert the_file(cache).stat().st_mode & 0o777 == 0o600


@is_posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_to_is_not_used(cache: Cache, mode: int) -> None:
    cache.write(NAME, b"payload")
    Path(cache.folder).chmod(mode)
    assert cache.read(NAME) is None
    cache.write(NAME, b"another")
    assert cache.clear() == 0
    Path(cache.folder).chmod(0o700)
    assert cache.read(NAME) == b"payload"


@is_posix
def test_a_folder_of_someone_else_is_not_used(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write(NAME, b"payload")
    monkeypatch.setattr(cache_module.os, "geteuid", lambda: Path(cache.folder).stat().st_uid + 1)
    assert cache.read(NAME) is None
    cache.write(digest(b"x"), b"x")
    assert the_file(cache).name.startswith(NAME)


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        cache = Cache(str(folder))
        cache.write(NAME, b"payload")
        assert cache.read(NAME) is None


def test_a_write_that_fails_leaves_what_was_there(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write(NAME, b"payload")

    def full(_: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.write(NAME, b"another")
    assert cache.read(NAME) == b"payload"
    assert the_file(cache).name.startswith(NAME)


def test_many_writers_and_readers_see_whole_files(cache: Cache) -> None:
    payloads = [bytes([number]) * 100_000 for number in range(20)]

    def both(payload: bytes) -> bytes | None:
        cache.write(NAME, payload)
        return cache.read(NAME)

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(both, payloads)) <= set(payloads)


def test_old_files_make_room(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MOST_FILES", 4)
    for number in range(5):
        cache.write(digest(bytes([number])), b"x")
        os.utime(Path(cache.folder, f"{digest(bytes([number]))}.cache"), (number, number))
    cache.write(digest(b"new"), b"x")
    assert len(list(Path(cache.folder).iterdir())) <= 4
    assert cache.read(digest(bytes([0]))) is None
    assert cache.read(digest(b"new")) == b"x"


def test_clearing_leaves_the_files_of_others(cache: Cache) -> None:
    cache.write(NAME, b"payload")
    (Path(cache.folder) / "note.txt").write_text("mine")
    assert cache.clear() == 1
    assert the_file(cache).name == "note.txt"


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"COPYLINT_CACHE_DIR": "/here", "HOME": "/home/ed"}, "/here"),
        ("linux", {"HOME": "/home/ed"}, "/home/ed/.cache/copylint"),
        ("linux", {"HOME": "/home/ed", "XDG_CACHE_HOME": "/caches"}, "/caches/copylint"),
        ("linux", {"HOME": "/home/ed", "XDG_CACHE_HOME": "caches"}, "/home/ed/.cache/copylint"),
        ("linux", {}, ""),
        ("darwin", {"HOME": "/Users/ed", "XDG_CACHE_HOME": "/caches"}, "/Users/ed/Library/Caches/copylint"),
    ],
)
@is_posix
def test_the_folder_is_where_the_system_has_such_things(monkeypatch, platform, environment, folder) -> None:
    monkeypatch.setattr(cache_module.sys, "platform", platform)
    assert cache_folder(environment) == folder


def test_a_name_tells_apart_all_that_it_is_made_of() -> None:
    names = {digest(), digest(b""), digest(b"ab"), digest(b"a", b"b"), digest(b"b", b"a")}
    assert len(names) == 5
