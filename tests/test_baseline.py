"""Marks that are put aside: what they are known by, the file they stand in, and the command that makes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_finding
from hypothesis import given
from hypothesis import strategies as st

from copylint.baseline import HEADER, Entry, digests, read, written
from copylint.errors import ConfigError
from copylint.finding import Excerpt

OLD = "The plan was was good. It rained , she said.\n"
NEW = "The idea was was bad.\n"


def known(text: str, marked: str = "was was") -> str:
    finding = a_finding(text, marked)
    return digests([replace(finding, excerpt=Excerpt(text, 0, 1))])[0]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was was good.",
        "Another sentence. The plan was was good.",
        "The plan was was good. Another one.",
        "the  PLAN was was\ngood.",
        "The plan , was was good!",
    ],
)
def test_a_mark_is_known_by_its_sentence(text):
    assert known(text) == known("The plan was was good.")


def test_the_shape_of_quotation_marks_does_not_count():
    assert known("“The plan” was was hers.") == known('"The plan" was was hers.')


def test_of_mere_marks_those_count():
    assert known("— ..", "..") != known("— ,,", ",,")


def test_another_sentence_or_code_is_another_mark():
    assert known("The plan was was bad.") != known("The plan was was good.")
    finding = a_finding()
    assert digests([finding]) != digests([replace(finding, code="PUN102")])
    assert len(set(digests([finding, finding]))) == 2


def test_marks_over_two_sentences_are_known_by_both():
    assert known("It fell. it broke.", "fell. it") != known("It fell. it bent.", "fell. it")


@pytest.mark.parametrize("number", range(3))
def test_lines_before_and_after_do_not_count(copy, number):
    desk = copy({"a.txt": OLD})
    assert desk.command("baseline", "write").status == 0
    lines = ["", "The ferry sailed.", "It was Tuesday."][:number]
    (desk.folder / "a.txt").write_text("\n\n".join([*lines, OLD, *lines]), "utf-8")
    assert desk.marks("--baseline", "copylint.baseline") == []


ENTRIES = st.builds(
    Entry,
    st.text(min_size=1).filter(lambda text: text != "\0"),
    st.from_regex(r"[A-Z]{3}[0-9]{3}", fullmatch=True),
    st.from_regex("[0-9a-f]{24}", fullmatch=True),
)


@given(st.sets(ENTRIES, max_size=5), st.randoms())
def test_the_file_is_read_as_it_was_written_in_any_order(tmp_path, entries, chance):
    lines = written(entries).split("\n")
    assert lines[:-1] == [HEADER, *sorted(lines[1:-1], key=lambda line: lines.index(line))]
    chance.shuffle(lines)
    file = tmp_path / "x.baseline"
    file.write_bytes("\r\n".join(lines + lines).encode())
    assert read(file) == entries


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "it is no baseline"),
        (b"\xff\xfe", "not UTF-8"),
        (f"{HEADER}\nGRM101 12 a.txt\n".encode(), ":2: it is damaged"),
        (f"{HEADER}\n<<<<<<< HEAD\n".encode(), ":2: it is damaged: a merge left its marks here; keep both sides"),
        (b'{"version": 1}\n', "it is no baseline"),
    ],
)
def test_a_damaged_file_is_told(copy, data, problem):
    desk = copy({"a.txt": OLD, "x.baseline": data})
    for done in (desk.run("--baseline", "x.baseline"), desk.command("baseline", "prune", "--baseline", "x.baseline")):
        assert (done.status, done.out) == (2, "")
        assert problem in done.err
    with pytest.raises(ConfigError):
        read(desk.folder / "x.baseline")


def test_a_missing_file_is_told(copy):
    done = copy({"a.txt": OLD}).run("--baseline", "x.baseline")
    assert done.status == 2
    assert "there is no such file; copylint baseline write makes it" in done.err


def test_what_is_put_aside_is_not_shown_and_new_marks_are(copy):
    desk = copy({"a.txt": OLD, "deep/b.txt": OLD, "copylint.toml": 'baseline = "copylint.baseline"\n'})
    assert desk.command("baseline", "write", "--baseline", "copylint.baseline").out.startswith("4 marks in 2 files written")
    assert "was" not in (desk.folder / "copylint.baseline").read_text("utf-8")
    done = desk.run()
    assert (done.status, done.out, done.err) == (0, "", "")
    (desk.folder / "a.txt").write_text(NEW + "\n" + OLD, "utf-8")
    assert desk.run().out.startswith("a.txt:1:10: GRM101")
    assert desk.run("--baseline", "").out.count("\n") == 5


def test_it_counts_from_its_folder_wherever_the_command_runs(copy, monkeypatch):
    desk = copy({"deep/b.txt": OLD, "copylint.toml": 'baseline = "marks/x.baseline"\n', "marks/.keep": ""})
    desk.command("baseline", "write")
    assert " ../deep/b.txt\n" in (desk.folder / "marks/x.baseline").read_text("utf-8")
    monkeypatch.chdir(desk.folder / "deep")
    assert desk.command("b.txt").status == 0
    assert desk.command(str(desk.folder / "deep/b.txt")).status == 0


def test_no_run_adds_to_it_and_only_a_wish_writes_it_anew(copy):
    desk = copy({"a.txt": OLD})
    desk.command("baseline", "write")
    before = (desk.folder / "copylint.baseline").read_bytes()
    (desk.folder / "a.txt").write_text(OLD + "\n" + NEW, "utf-8")
    desk.run("--baseline", "copylint.baseline")
    desk.command("baseline", "prune")
    assert (desk.folder / "copylint.baseline").read_bytes() == before
    refused = desk.command("baseline", "write")
    assert refused.status == 2
    assert "is there already" in refused.err
    assert desk.command("baseline", "write", "--rewrite").out.startswith("3 marks in 1 file")


def test_what_is_mended_is_told_and_pruned(copy):
    desk = copy({"a.txt": OLD, "b.txt": OLD})
    desk.command("baseline", "write")
    (desk.folder / "a.txt").write_text("The plan was good. It rained , she said.\n", "utf-8")
    (desk.folder / "b.txt").unlink()
    done = desk.run("--baseline", "copylint.baseline")
    assert done.status == 0
    assert "copylint.baseline: 1 entry finds nothing any more" in done.err
    assert desk.run("--baseline", "copylint.baseline", "--select", "PUN").err == ""
    assert "4 marks in 2 files put aside; 3 of them find nothing" in desk.command("baseline", "show").out
    assert desk.command("baseline", "prune").out.startswith("3 marks in 2 files taken out")
    assert (desk.folder / "copylint.baseline").read_text("utf-8").count("\n") == 2
    assert desk.run("--baseline", "copylint.baseline").err == ""


def test_a_renamed_file_keeps_its_marks_aside_and_a_copy_does_not(copy):
    desk = copy({"a.txt": OLD})
    desk.command("baseline", "write")
    (desk.folder / "c.txt").write_text(OLD, "utf-8")
    assert len(desk.marks("--baseline", "copylint.baseline")) == 2
    (desk.folder / "a.txt").rename(desk.folder / "naïve name.txt")
    (desk.folder / "c.txt").unlink()
    assert desk.marks("--baseline", "copylint.baseline") == []
    desk.command("baseline", "prune")
    assert (desk.folder / "copylint.baseline").read_text("utf-8").count(" naïve name.txt\n") == 2


def test_what_is_put_aside_is_not_mended(copy):
    desk = copy({"a.txt": OLD})
    desk.command("baseline", "write")
    (desk.folder / "a.txt").write_text(f"It  snowed.\n\n{OLD}", "utf-8")
    desk.run("--baseline", "copylint.baseline", "--fix", "--unsafe-fixes")
    assert (desk.folder / "a.txt").read_text("utf-8") == f"It snowed.\n\n{OLD}"


def test_a_file_that_cant_be_read_is_told(copy):
    done = copy({"a.txt": OLD, "b.txt": b"\xff"}).command("baseline", "write")
    assert done.status == 3
    assert "b.txt" in done.err
