"""The file a report is written to: whole or not at all."""

import os
from pathlib import Path

import pytest

from copylint.errors import UsageError
from copylint.outfile import refuse_unwritable, save


def test_a_text_takes_the_place_of_what_was_there(tmp_path):
    file = tmp_path / "marks.txt"
    for text in ("one\r\n“two”", ""):
        save(text, file)
        assert file.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [file]


def test_asking_leaves_no_file_behind(tmp_path):
    refuse_unwritable(tmp_path / "marks.txt")
    assert list(tmp_path.iterdir()) == []


def test_asking_leaves_what_was_there(tmp_path):
    file = tmp_path / "marks.txt"
    file.write_text("old")
    refuse_unwritable(file)
    assert file.read_text() == "old"


@pytest.mark.parametrize("name", ["nowhere/marks.txt", "."])
@pytest.mark.parametrize("act", [refuse_unwritable, lambda path: save("x", path)])
def test_what_cannot_be_written_is_told(tmp_path, name, act):
    with pytest.raises(UsageError, match="can't be written"):
        act(tmp_path / name)


def test_a_write_that_fails_leaves_the_old_report(tmp_path, monkeypatch):
    file = tmp_path / "marks.txt"
    file.write_text("old")

    def interrupted(path: Path, data: bytes) -> None:
        with path.open("wb") as half:
            half.write(data[:2])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save("new report", file)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights and links")
def test_rights_and_links_stay_as_they_are(tmp_path):
    file, link = tmp_path / "marks.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    save("new", link)
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device")
def test_a_device_is_written_to_and_not_replaced():
    refuse_unwritable(Path("/dev/null"))
    save("x", Path("/dev/null"))
    assert not Path("/dev/null").is_file()


def test_a_folder_that_takes_no_new_file_may_have_one_that_can_be_written_to(tmp_path, monkeypatch):
    file = tmp_path / "marks.txt"
    file.write_text("old")

    def refused(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("copylint.outfile._replace", refused)
    save("new", file)
    assert file.read_text() == "new"
