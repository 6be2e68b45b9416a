"""Marks of changed lines alone, in real git repositories; and a desk's way from old copy to clean copy."""

from __future__ import annotations

import os
import sys

import pytest
import yaml
from processes import Desk, run_process, succeed

from copylint.changes import changed_lines

GIT = (
    *("git", "-c", "user.name=A Test", "-c", "user.email=test@copylint.example", "-c", "core.autocrlf=false"),
    *("-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"),
)
SLIP = "The plan was was good.\n"
OTHER = "It rained , she said.\n"
CLEAN = "The ferry sailed on Tuesday.\n"


@pytest.fixture(autouse=True)
def _no_git_of_ours(monkeypatch):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)


def git(desk: Desk, *words: str) -> str:
    return succeed(*GIT, *words, cwd=desk.folder)


def commit(desk: Desk) -> None:
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "--message=Copy")


@pytest.fixture
def repo(copy):
    """Makes a repository with these files committed."""

    def make(files):
        desk = copy(files)
        git(desk, "init", "--quiet")
        commit(desk)
        return desk

    return make


def write(desk: Desk, name: str, text: str | bytes) -> None:
    path = desk.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def places(desk: Desk, *argv: str) -> list[tuple[str, int]]:
    done = desk.command("--format", "jsonl", *(argv or ("--diff-base", "HEAD", ".")))
    assert done.status in (0, 1), done.err
    return [(finding["path"], finding["line"]) for finding in done.findings]


def test_only_changed_lines_are_shown(repo):
    desk = repo({"a.txt": SLIP + "\n" + SLIP + "\n" + CLEAN, "b.txt": SLIP})
    assert places(desk) == []
    write(desk, "a.txt", SLIP + "\n" + OTHER + "\n" + SLIP + "\n" + CLEAN)
    assert places(desk) == [("a.txt", 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_are_counted_as_git_counts_them(repo, end, mark):
    lines = [SLIP.strip(), "", f"{SLIP.strip()}\r{CLEAN.strip()}", "", SLIP.strip(), ""]
    desk = repo({"a.txt": mark + end.join(lines).encode()})
    lines[4] = OTHER.strip()
    write(desk, "a.txt", mark + end.join(lines).encode())
    done = desk.command("--diff-base", "HEAD", "--format", "jsonl", "a.txt")
    assert done.codes == ["PUN104"]


@pytest.mark.parametrize(
    "name", ["new.txt", "two words.txt", "naïve café.txt", 'a"b\\c.txt', "tab\there.txt", "deep/er/new.txt"]
)
def test_new_and_changed_files_of_any_name(repo, name):
    desk = repo({"a.txt": CLEAN})
    write(desk, name, SLIP)
    assert places(desk) == [(name, 1)]
    assert places(desk, "--diff-base", "staged", ".") == []
    git(desk, "add", "--all")
    assert places(desk) == places(desk, "--diff-base", "staged", ".") == [(name, 1)]
    commit(desk)
    write(desk, name, SLIP + "\n" + OTHER)
    assert places(desk) == [(name, 3)]


def test_a_renamed_file_shows_what_is_new_in_it(repo):
    desk = repo({"a.txt": SLIP + "\n" + CLEAN * 20})
    git(desk, "config", "diff.renames", "false")
    git(desk, "mv", "a.txt", "b c.txt")
    assert places(desk) == []
    write(desk, "b c.txt", SLIP + "\n" + CLEAN * 20 + "\n" + OTHER)
    assert places(desk) == [("b c.txt", 24)]


def test_a_place_that_a_mark_names_counts(repo):
    text = "The Marrow Police Service said so.\n\n" + CLEAN + "\nThe Marrow police Service agreed.\n"
    desk = repo({"a.txt": text.replace("Marrow Police", "local Police")})
    done = desk.command("--format", "jsonl", "--diff-base", "HEAD", ".")
    assert done.codes == []
    write(desk, "a.txt", text)
    done = desk.command("--format", "jsonl", "--diff-base", "HEAD", ".")
    assert [(finding["line"], [place["line"] for place in finding["related"]]) for finding in done.findings] == [(5, [1])]


def test_lines_taken_out_amidst_a_mark_count(repo):
    desk = repo({"a.md": "The plan was\nperhaps\nwas good.\n\n" + SLIP})
    write(desk, "a.md", "The plan was\nwas good.\n\n" + SLIP)
    assert places(desk) == [("a.md", 1)]


def test_from_a_folder_below(repo, monkeypatch):
    desk = repo({"deep/a.txt": SLIP, "b.txt": SLIP})
    write(desk, "deep/a.txt", SLIP + "\n" + OTHER)
    write(desk, "deep/new.txt", SLIP)
    monkeypatch.chdir(desk.folder / "deep")
    assert places(desk) == [("a.txt", 3), ("new.txt", 1)]
    assert places(desk, "--diff-base", "HEAD", "../deep/a.txt", "../b.txt") == [("a.txt", 3)]


def test_from_where_two_branches_part(repo):
    desk = repo({"a.txt": CLEAN, "b.txt": SLIP})
    git(desk, "checkout", "--quiet", "-b", "work")
    write(desk, "a.txt", CLEAN + "\n" + OTHER)
    commit(desk)
    git(desk, "checkout", "--quiet", "main")
    write(desk, "b.txt", CLEAN)
    commit(desk)
    git(desk, "checkout", "--quiet", "work")
    assert places(desk, "--diff-base", "main...", ".") == [("a.txt", 3)]
    assert places(desk, "--diff-base", "main", ".") == [("a.txt", 3), ("b.txt", 1)]


def test_staged_copy_is_read_as_it_is_staged(repo):
    desk = repo({"a.txt": CLEAN, "b.txt": CLEAN})
    write(desk, "a.txt", SLIP + "\n" + CLEAN)
    git(desk, "add", "--all")
    write(desk, "a.txt", OTHER)
    write(desk, "b.txt", OTHER)
    assert places(desk, "--diff-base", "staged", ".") == [("a.txt", 1)]
    done = desk.command("--diff-base", "staged", "--fix", "--unsafe-fixes", ".")
    assert done.status == 3
    assert "a.txt: it is left as it was: not all that has changed in it is staged" in done.err
    assert (desk.folder / "a.txt").read_text("utf-8") == OTHER


def test_the_first_commit_is_all_new(copy):
    desk = copy({"a.txt": SLIP})
    git(desk, "init", "--quiet")
    git(desk, "add", "--all")
    assert places(desk, "--diff-base", "staged", ".") == [("a.txt", 1)]


def test_only_changed_lines_are_mended_and_what_comes_of_it(repo):
    desk = repo({"a.txt": SLIP + "\n" + CLEAN})
    write(desk, "a.txt", SLIP + "\n" + "It  rained , she said the the end .\n\n" + CLEAN)
    done = desk.command("--diff-base", "HEAD", "--fix", "--unsafe-fixes", ".")
    assert (done.status, done.out) == (0, "")
    assert (desk.folder / "a.txt").read_text("utf-8") == SLIP + "\nIt rained, she said the end.\n\n" + CLEAN


def test_settings_of_git_change_nothing(repo):
    desk = repo({"a.txt": SLIP + "\n" + CLEAN})
    settings = {"diff.noprefix": "true", "diff.mnemonicPrefix": "true", "color.ui": "always", "diff.context": "9"}
    settings |= {"diff.interHunkContext": "9", "diff.renames": "false", "diff.external": "false", "diff.relative": "true"}
    for key, value in settings.items():
        git(desk, "config", key, value)
    write(desk, ".gitattributes", "*.txt -diff\n")
    write(desk, "a.txt", SLIP + "\n" + CLEAN + "\n" + OTHER)
    assert places(desk) == [("a.txt", 5)]


def test_no_repository_is_told(copy):
    done = copy({"a.txt": SLIP}).run("--diff-base", "HEAD")
    assert (done.status, done.out) == (2, "")
    assert "not a git repository" in done.err


def test_no_git_is_told(repo, monkeypatch):
    desk = repo({"a.txt": SLIP})
    monkeypatch.setenv("PATH", str(desk.folder))
    done = desk.run("--diff-base", "HEAD")
    assert done.status == 2
    assert "--diff-base needs git" in done.err


@pytest.mark.parametrize("base", ["nowhere", "nowhere...", "a..b", "-x", "--output=x"])
def test_a_commit_that_isnt_there_is_told(repo, base):
    done = repo({"a.txt": SLIP}).command(f"--diff-base={base}", ".")
    assert (done.status, done.out) == (2, "")
    assert "--diff-base" in done.err
    assert "shallow" not in done.err


def test_a_shallow_clone_says_what_to_type(repo, monkeypatch, tmp_path):
    desk = repo({"a.txt": SLIP})
    first = git(desk, "rev-parse", "HEAD").strip()
    write(desk, "a.txt", SLIP + OTHER)
    commit(desk)
    succeed(*GIT, "clone", "--quiet", "--depth=1", desk.folder.as_uri(), "shallow", cwd=tmp_path)
    monkeypatch.chdir(tmp_path / "shallow")
    done = desk.run("--diff-base", first)
    assert done.status == 2
    assert f"this clone is shallow. Try git fetch --depth=1 origin {first}" in done.err
    succeed(*GIT, "fetch", "--quiet", "--depth=1", "origin", first, cwd=tmp_path / "shallow")
    assert desk.run("--diff-base", first).status == 1
    assert "git fetch --unshallow" in desk.run("--diff-base", f"{first}...").err


def test_standard_input_has_no_lines_git_knows(repo):
    assert repo({"a.txt": SLIP}).command("--diff-base", "HEAD", "-").status == 2


def test_words_of_the_copy_that_look_like_a_diff_are_none():
    diff = b"diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n--- x\n+++ b/wrong\n+@@ -9 +9 @@\n"
    diff += b"\\ No newline\n@@ -7 +8,0 @@\n-x\n"
    assert changed_lines(diff) == {"a": [(1, 2), (8, 0)]}


# A desk's way.

TOWNS = "Arden Birch Calder Dunmore Elsted Farley Garth Holme Ingle Jarrow Kelling Lyde".split()
DEFECTS = (
    "The council  met on Tuesday.",
    "The vote was was close.",
    "It rained , residents said.",
    "They will recieve a grant.",
)


def article(number: int) -> str:
    town, defect = TOWNS[number % len(TOWNS)], DEFECTS[number % len(DEFECTS)]
    story = f"The plan for {town} was passed on Tuesday.\n\n{defect}\n\nWork in {town} begins in May.\n"
    return f"{town} council backs plan {number}\n\n{story}"


@pytest.mark.slow
def test_a_desk_adopts_edits_mends_and_prunes(repo, repository, hooks_home):
    names = [f"desk {number % 3}/naïve {number:02}.txt" for number in range(60)]
    settings = 'baseline = "copylint.baseline"\nkeep_results = false\n'
    desk = repo({name: article(number) for number, name in enumerate(names)})
    before = desk.marks()
    assert len(before) >= 60

    assert "60 files" in desk.command("baseline", "write").out
    write(desk, "copylint.toml", settings)
    revision = succeed("git", "rev-parse", "HEAD", cwd=repository).strip()
    hooks = [
        {"id": "copylint", "args": ["--diff-base=staged", "--"]},
        {"id": "copylint-fix", "args": ["--"], "stages": ["manual"]},
    ]
    write(
        desk, ".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": str(repository), "rev": revision, "hooks": hooks}]})
    )
    commit(desk)
    assert desk.run().status == 0

    edited = desk.folder / names[7]
    edited.write_text(edited.read_text("utf-8") + "\nThe mayor said that that  was wrong .\n\nIt was was late.\n", "utf-8")
    assert {path for path, _ in places(desk)} == {names[7]}
    assert {line for _, line in places(desk)} == {9, 11}
    assert places(desk, ".") == places(desk)

    git(desk, "add", "--all")
    home = {"PRE_COMMIT_HOME": str(hooks_home)}
    hook = (sys.executable, "-m", "pre_commit", "run")
    seen = run_process(*hook, "copylint", cwd=desk.folder, env=home)
    assert seen.status == 1, seen.out + seen.err
    assert ":9:" in seen.out
    assert ":5:" not in seen.out
    assert "desk 0/naïve 00.txt" not in seen.out

    mending = run_process(*hook, "copylint-fix", "--hook-stage=manual", cwd=desk.folder, env=home)
    assert mending.status == 1, mending.out + mending.err
    assert "files were modified by this hook" in mending.out
    assert succeed("git", "-c", "core.quotePath=off", "diff", "--name-only", cwd=desk.folder).strip() == names[7]
    assert "The mayor said that that was wrong.\n" in edited.read_text("utf-8")

    desk.run("--fix", "--unsafe-fixes")
    assert desk.run().status == 0
    git(desk, "add", "--all")
    assert run_process(*hook, "copylint", cwd=desk.folder, env=home).status == 0
    commit(desk)

    done = desk.run("--baseline", "", "--fix", "--unsafe-fixes")
    assert "fixes made in" in done.err
    assert desk.run("--baseline", "", "--fix", "--unsafe-fixes").err == ""
    left = len(desk.marks("--baseline", ""))
    assert "entries find nothing any more" in desk.run().err
    assert desk.command("baseline", "prune").out.endswith(f" {left} left.\n")
    assert desk.run().err == ""
