"""`--fix` and its kin, as a person or a hook meets them."""

from __future__ import annotations

import codecs
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import run_process, succeed

from copylint import revision
from copylint.desk import Desk, Request
from copylint.fixes import Wish
from copylint.mending import repaired

SLIP = "It rained , and the  ferry sailed.\n"
MENDED = "It rained, and the ferry sailed.\n"
UNSAFE = "The plan was was good.\n"
CLEAN = "The ferry sailed on Tuesday.\n"
SPOKEN = "“It rained , and the  ferry sailed,” she said.\n"


def text_of(desk, name: str) -> str:
    return (desk.folder / name).read_bytes().decode()


def test_safe_fixes_are_made_and_the_rest_is_shown(copy):
    desk = copy({"a.txt": SLIP, "b.txt": UNSAFE, "c.txt": CLEAN})
    done = desk.run("--fix")
    assert text_of(desk, "a.txt") == MENDED
    assert text_of(desk, "b.txt") == UNSAFE
    assert done.out.startswith("b.txt:1:10: GRM101")
    assert (done.status, done.err) == (1, "copylint: 2 fixes made in 1 file\n")


def test_the_status_is_that_of_what_is_left(copy):
    desk = copy({"a.txt": SLIP})
    done = desk.run("--fix", "--quiet")
    assert (done.status, done.out, done.err) == (0, "", "")
    assert desk.run("--fix", "--exit-non-zero-on-fix").status == 0


def test_a_hook_can_fail_for_what_was_mended(copy):
    assert copy({"a.txt": SLIP}).run("--fix", "--exit-non-zero-on-fix").status == 1


def test_the_second_time_nothing_is_written(copy):
    desk = copy({"a.txt": SLIP + UNSAFE})
    desk.run("--fix", "--unsafe-fixes")
    before = (desk.folder / "a.txt").stat()
    done = desk.run("--fix", "--unsafe-fixes")
    assert (done.status, done.err) == (0, "")
    assert (desk.folder / "a.txt").stat().st_mtime_ns == before.st_mtime_ns
    assert (desk.folder / "a.txt").stat().st_ino == before.st_ino


def test_unsafe_fixes_are_made_when_asked_for(copy):
    desk = copy({"a.txt": UNSAFE})
    assert desk.run("--fix", "--unsafe-fixes").status == 0
    assert text_of(desk, "a.txt") == "The plan was good.\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_words_of_others_are_left_unless_asked_for(copy, name):
    desk = copy({name: SPOKEN})
    desk.run("--fix")
    assert text_of(desk, name) == SPOKEN
    desk.run("--fix", "--fix-quotes")
    assert text_of(desk, name) == "“It rained, and the ferry sailed,” she said.\n"


def test_a_block_quotation_is_somebodys_words(copy):
    desk = copy({"a.md": f"She wrote:\n\n> {SLIP}"})
    desk.run("--fix")
    assert text_of(desk, "a.md") == f"She wrote:\n\n> {SLIP}"
    desk.run("--fix", "--fix-quotes")
    assert text_of(desk, "a.md") == f"She wrote:\n\n> {MENDED}"


def test_what_is_not_shown_is_not_mended(copy):
    desk = copy({"a.md": f"{SLIP.strip()} <!-- copylint: ignore PUN104 -->\n"})
    desk.run("--fix", "--ignore", "PUN106")
    assert text_of(desk, "a.md").startswith("It rained , and the  ferry")


@pytest.mark.parametrize("option", ["--unsafe-fixes", "--fix-quotes", "--exit-non-zero-on-fix"])
def test_an_option_about_fixes_goes_with_them(copy, option):
    done = copy({"a.txt": SLIP}).run(option)
    assert (done.status, done.out) == (2, "")
    assert f"{option} goes with --fix or --diff" in done.err


def test_a_diff_writes_nothing(copy):
    desk = copy({"a.txt": SLIP + CLEAN, "b.txt": CLEAN})
    done = desk.run("--diff")
    assert text_of(desk, "a.txt") == SLIP + CLEAN
    assert done.out == f"--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-{SLIP}+{MENDED} {CLEAN}"
    assert (done.status, done.err) == (1, "copylint: 2 fixes to be made in 1 file\n")
    assert desk.run("--diff", "--fix").out == done.out
    assert text_of(desk, "a.txt") == SLIP + CLEAN


def test_nothing_to_mend_is_an_empty_diff(copy):
    done = copy({"a.txt": CLEAN}).run("--diff")
    assert (done.status, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("name", ["a.txt", "two words.txt", "naïve.txt", 'a"b\\c.txt'])
@pytest.mark.parametrize(
    "data",
    [
        SLIP.encode(),
        SLIP.rstrip("\n").encode(),
        codecs.BOM_UTF8 + SLIP.replace("\n", "\r\n").encode() * 9,
        f"{CLEAN * 9}{SLIP}{CLEAN * 9}".encode(),
        SLIP.encode() + b"\r" + CLEAN.encode(),
    ],
)
def test_git_takes_the_diff(copy, name, data):
    desk = copy({name: data})
    whole = desk.run("--diff").out.encode()
    mended = desk.command("--fix", "--", name)
    expected = (desk.folder / name).read_bytes()
    assert mended.err
    (desk.folder / name).write_bytes(data)
    done = run_process("git", "apply", "-p0", "-", cwd=desk.folder, stdin=whole)
    assert done.err == "" or "whitespace" in done.err
    assert (desk.folder / name).read_bytes() == expected


PAGE = '<meta charset="windows-1252">\n<p>The café closed. {}'


def test_what_a_page_declares_it_is_written_in(copy):
    data, mended = (PAGE.format(text).encode("cp1252") for text in (SLIP, SLIP.replace(" ,", ",")))
    desk = copy({"a.html": data})
    whole = subprocess.run([sys.executable, "-m", "copylint", "--diff", "."], cwd=desk.folder, capture_output=True).stdout
    assert desk.run("--fix").status == 0
    assert (desk.folder / "a.html").read_bytes() == mended
    (desk.folder / "a.html").write_bytes(data)
    assert run_process("git", "apply", "-p0", "-", cwd=desk.folder, stdin=whole).err == ""
    assert (desk.folder / "a.html").read_bytes() == mended


def test_on_a_terminal_the_diff_is_made_safe_to_see(copy, monkeypatch):
    desk = copy({"a.txt": f"\x1b[31m{SLIP}"})
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    done = desk.run("--diff", "--color", "always")
    assert "\\x1b[31mIt rained" in done.out
    assert "\x1b[32m+" in done.out


def run_stdin(desk, data: bytes, monkeypatch, *options: str) -> tuple[int, bytes, str]:
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        patch.setattr(sys, "stdout", out)
        done = desk.command("-", *options)
    return done.status, out.buffer.getvalue(), done.err


def test_standard_input_comes_out_mended(copy, monkeypatch):
    desk = copy({"x.txt": UNSAFE})
    data = codecs.BOM_UTF8 + (SLIP + UNSAFE).replace("\n", "\r\n").encode()
    status, out, err = run_stdin(desk, data, monkeypatch, "--fix", "--stdin-filename", "x.txt")
    assert out == codecs.BOM_UTF8 + (MENDED + UNSAFE).replace("\n", "\r\n").encode()
    assert status == 1
    assert "x.txt:2:10: GRM101" in err
    assert text_of(desk, "x.txt") == UNSAFE


@pytest.mark.parametrize("data", [CLEAN.encode(), b"", "über".encode("utf-16"), b"\xff\xfe\x00"])
def test_standard_input_with_nothing_to_mend_comes_out_as_it_was(copy, monkeypatch, data):
    assert run_stdin(copy({"x.txt": ""}), data, monkeypatch, "--fix")[1] == data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_what_is_not_utf8_is_left_to_the_byte_and_told(copy, encoding):
    data = (SLIP * 20 + "Café.\n").encode(encoding)
    desk = copy({"a.txt": data, "b.txt": SLIP})
    done = desk.run("--fix")
    assert (desk.folder / "a.txt").read_bytes() == data
    assert text_of(desk, "b.txt") == MENDED
    assert done.status == 3
    assert "a.txt" in done.err


def test_a_file_that_changed_meanwhile_is_left_and_told(copy, monkeypatch):
    desk = copy({"a.txt": SLIP, "b.txt": SLIP})
    real = revision.swap

    def swap(path: Path, old: bytes, new: bytes) -> None:
        if path.name == "a.txt":
            path.write_text("Somebody else's work.\n")
        real(path, old, new)

    monkeypatch.setattr(revision, "swap", swap)
    done = desk.run("--fix")
    assert text_of(desk, "a.txt") == "Somebody else's work.\n"
    assert text_of(desk, "b.txt") == MENDED
    assert done.status == 3
    assert "a.txt: it is left as it was: it has changed meanwhile" in done.err


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_followed(copy):
    desk = copy({"deep/a.txt": SLIP})
    (desk.folder / "b.txt").symlink_to("deep/a.txt")
    desk.command("--fix", "b.txt")
    assert (desk.folder / "b.txt").is_symlink()
    assert text_of(desk, "deep/a.txt") == MENDED


@pytest.mark.skipif(os.name == "nt", reason="no such processes there")
def test_what_a_killed_run_left_behind_is_cleared_away(copy):
    desk = copy({"a.txt": SLIP, ".a.txt.999999999.copylint-new": "half of"})
    desk.run("--fix")
    assert sorted(path.name for path in desk.folder.iterdir()) == ["a.txt"]


RULES_AT_ODDS = """
from dataclasses import replace
from copylint.hookspecs import hookimpl
from copylint.rule import Confidence, Fix, Match, Rule, Severity
from copylint.spans import Span

def rule(code, old, new):
    def check(document):
        start = document.prose.find(old)
        return [Match(Span(start, start + len(old)), (new,))] if start >= 0 else []

    return Rule(
        code=code, name=f"a-{old}", summary="House style.", rationale="The desk says so.", message="{replacement}?",
        severity=Severity.ERROR, confidence=Confidence.HIGH, source="house", fix=Fix.SAFE, check=check,
        bad=(f"A {{{old} => {new}}}.", f"The {{{old} => {new}}}."), good=("A dog.", "“A bird,” he said.", "A bird."),
    )

@hookimpl
def copylint_rules():
    return [rule("HSE101", "lorry", "truck"), rule("HSE102", "truck", "lorry")]
"""


def test_rules_that_undo_each_other_are_told(copy):
    desk = copy({"house.py": RULES_AT_ODDS, "copylint.toml": 'plugins = ["house.py"]\n', "a.txt": f"The lorry left.\n{SLIP}"})
    done = desk.run("--fix")
    assert text_of(desk, "a.txt") == f"The lorry left.\n{MENDED}", done.err
    assert "a.txt: the fixes of HSE101 and HSE102 never come to an end here; theirs are left out" in done.err


def test_a_run_that_mends_nothing_imports_nothing_for_it(copy, process):
    desk = copy({"a.txt": SLIP})
    code = "import sys; from copylint.cli import main; main(['a.txt']); print(sorted(sys.modules))"
    out = succeed(sys.executable, "-c", code, cwd=desk.folder, env={"PYTHONPATH": str(Path(revision.__file__).parents[1])})
    modules = set(out.splitlines()[-1].replace("'", "").strip("[]").split(", "))
    assert "copylint.commands" in modules
    assert (
        modules
        & {f"copylint.{name}" for name in ("revision", "fixes", "mending", "patch", "swap", "baseline", "baselines", "changes")}
        == set()
    )


PIECES = st.sampled_from(
    [
        *(
            "He said",
            "the",
            "the",
            "plan",
            "was",
            "was",
            "good",
            " ",
            "  ",
            " ,",
            ",",
            ".",
            " .",
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            "\t",
        ),
        *(
            "“",
            "”",
            '"',
            "'",
            "(",
            ")",
            "..",
            "recieve",
            "an",
            "a",
            "hour",
            "—",
            " - ",
            "😀",
            "é",
            "1,000",
            "…",
            "> ",
            "# ",
            "**",
        ),
    ]
)
DESK = Desk(Request(isolated=True))


@given(st.lists(PIECES, max_size=25).map("".join), st.booleans(), st.booleans(), st.sampled_from(["a.txt", "a.md"]))
def test_whatever_stands_there_it_comes_to_an_end_and_what_is_round_a_fix_stays(text, has_mark, unsafe, name):
    data = (codecs.BOM_UTF8 if has_mark else b"") + text.encode()
    once = repaired(name, data, DESK, Wish(unsafe=unsafe))
    assert repaired(name, once.new, DESK, Wish(unsafe=unsafe)).new == once.new
    assert once.new.startswith(codecs.BOM_UTF8) == has_mark
    if not unsafe:  # our safe fixes touch no end of a line
        assert [c for c in once.new.decode() if c in "\r\n"] == [c for c in text if c in "\r\n"]
        assert (once.new == data) == (once.fixes == 0)
