"""Which files a run reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.discovery import NOT_COPY, files, is_excluded
from copylint.discovery.walk import _kind

SUFFIXES = frozenset({".md", ".txt"})


@pytest.fixture
def desk(tmp_path):
    """Makes a folder with the given files (name → text, or a list of names) and gives it."""
    folder = tmp_path / "desk"
    folder.mkdir()

    def write(names):
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(names[name] if isinstance(names, dict) else "", "utf-8")
        return folder

    return write


def found(root, *paths, exclude=(), **settings):
    globs = [(root, pattern) for pattern in exclude]
    return files(paths or ["."], suffixes=SUFFIXES, exclude=globs, root=root, **settings)


def names(root, *paths, **settings):
    result = found(root, *paths, **settings)
    assert result.failures == ()
    return list(result.files)


def failures(root, *paths, **settings):
    return [(failure.path, failure.message) for failure in found(root, *paths, **settings).failures]


def test_a_folder_gives_its_copy_sorted(desk):
    root = desk(["b.md", "a.txt", "B.MD", "c.py", "sub/deep/d.md", "sub/e.md", "README.md"])
    assert names(root) == ["B.MD", "README.md", "a.txt", "b.md", "sub/deep/d.md", "sub/e.md"]


def test_a_file_that_is_named_is_taken_whatever_its_suffix(desk):
    root = desk(["a.py", "robots.txt", ".hidden.md", "node_modules/a.md", "b", ".gitignore"])
    paths = [".gitignore", ".hidden.md", "a.py", "b", "node_modules/a.md", "robots.txt"]
    assert names(root, *reversed(paths)) == paths


def test_what_is_named_twice_is_taken_once(desk):
    root = desk(["a.md", "sub/b.md"])
    assert names(root, "./a.md", "a.md", "sub/../a.md", str(root / "a.md"), ".", "sub", "sub/") == ["a.md", "sub/b.md"]
    assert names(root, "sub/..", "sub/../sub") == ["a.md", "sub/b.md"]


def test_a_path_below_the_root_is_told_relative_to_it_and_another_as_given(desk):
    root = desk(["sub/a.md", "other/b.md", "other/deep/c.md"])
    sub = root / "sub"
    assert names(sub, str(sub / "a.md"), "../sub/a.md", "../other") == ["../other/b.md", "../other/deep/c.md", "a.md"]
    assert names(sub, f"{root / 'other'}/") == [f"{root}/other/b.md", f"{root}/other/deep/c.md"]


def test_a_root_behind_a_link_is_the_root_all_the_same(desk):
    root = desk(["real/a.md"])
    (root / "link").symlink_to("real")
    assert names(root / "link", str(root / "real" / "a.md")) == ["a.md"]
    assert names(root / "link", str(root / "link" / "a.md")) == ["a.md"]


def test_a_file_called_hyphen_is_not_standard_input(desk):
    assert names(desk(["-"]), "./-") == ["./-"]


ODD = ["-x.md", "a b.md", "new\nline.md", "ünï.md", "quote'\".md", "[a].md", "#a.md", "\u202eback.md", "\udcff.md"]


def test_odd_names_are_names(desk):
    root = desk(["a.md"])
    for name in ODD:
        Path(os.fsdecode(os.fsencode(root)) + os.sep + name).touch()
    assert names(root) == sorted([*ODD, "a.md"])
    assert names(root, *ODD) == sorted(ODD)


def test_what_is_not_copy_is_passed_over(desk):
    root = desk(
        [
            *("requirements.txt", "requirements-dev.txt", "constraints.txt", "robots.txt", "CMakeLists.txt", "LICENSE.txt"),
            *(
                "LICENCE.md",
                "a.egg-info/SOURCES.txt",
                "node_modules/x/README.md",
                ".venv/a.md",
                "venv/a.md",
                "__pycache__/a.txt",
            ),
            *(".git/a.md", ".hidden/a.md", ".hidden.md", "sub/requirements.txt", "sub/humans.txt", "kept.txt"),
        ]
    )
    assert names(root) == ["kept.txt"]


def test_an_exclude_can_bring_back_what_is_not_copy(desk):
    root = desk(["robots.txt", "humans.txt", "venv/a.md"])
    assert names(root, exclude=["!robots.txt", "!venv/"]) == ["robots.txt", "venv/a.md"]


def test_excludes_count_from_their_folder_and_the_later_decides(desk):
    root = desk(["a/drafts/x.md", "drafts/x.md", "a/keep.md", "a/no.md"])
    assert names(root, exclude=["/drafts", "a/*.md", "!keep.md"]) == ["a/drafts/x.md", "a/keep.md"]
    globs = [(root, "*.md"), (root / "a", "!/keep.md")]
    assert files(["."], suffixes=SUFFIXES, exclude=globs, root=root).files == ("a/keep.md",)


def test_excludes_reach_a_folder_outside_theirs(desk):
    root = desk(["here/a.md", "there/a.md", "there/drafts/b.md"])
    assert names(root / "here", "../there", exclude=["drafts/"]) == ["../there/a.md"]


def test_how_much_was_passed_over_is_counted(desk):
    root = desk({"a.md": "", "b.md": "", "c.py": "", "robots.txt": "", "d/e.md": "", ".gitignore": "b.md\nd/\n"})
    assert found(root).passed_over == 2
    assert found(root, ".", "b.md").passed_over == 1
    assert found(root, "a.md", "b.md", exclude=["a.md"], force_exclude=True).passed_over == 1


def test_forced_excludes_hold_for_what_is_named(desk):
    root = desk(["a.md", "drafts/b.md", "drafts/deep/c.md", "requirements.txt", "node_modules/d.md", "e.md"])
    paths = ["a.md", "drafts/b.md", "drafts/deep/c.md", "requirements.txt", "node_modules/d.md", "drafts", "e.md"]
    result = found(root, *paths, exclude=["drafts/", "a.md"], force_exclude=True)
    assert (result.files, result.failures, result.passed_over) == (("e.md",), (), 6)


def test_forced_excludes_hold_outside_the_root_by_name(desk):
    root = desk(["venv/here/x.md", "venv/a.md", "venv/robots.txt", "venv/drafts/b.md"])
    here = root / "venv/here"
    assert names(here, "../a.md", "../robots.txt", "../drafts", exclude=["drafts/"], force_exclude=True) == ["../a.md"]
    assert names(here, ".", force_exclude=True) == ["x.md"]
    assert names(root / "venv", ".", force_exclude=True) == ["a.md", "drafts/b.md", "here/x.md"]


def test_forced_excludes_do_not_ask_gitignore(desk):
    root = desk({".gitignore": "a.md", "a.md": ""})
    assert names(root, "a.md", force_exclude=True) == ["a.md"]


def test_a_folder_that_is_named_is_walked_though_it_is_left_out(desk):
    root = desk({".gitignore": "build/\n*.tmp.md\n", "build/a.md": "", "build/b.tmp.md": "", "build/no/c.md": ""})
    assert names(root, "build", exclude=["build", "no/"]) == ["build/a.md"]
    assert names(root, "build", exclude=["build", "no/"], force_exclude=True) == []


def test_an_exclude_is_asked_of_a_single_file(desk):
    root = desk(["a.md", "drafts/b.md"])
    globs = [(root, "drafts/")]
    asked = ["a.md", "drafts/b.md", "drafts/deep/new.md", "robots.txt", str(root / "drafts/b.md")]
    assert [is_excluded(path, exclude=globs, root=root) for path in asked] == [False, True, True, True, True]


def git(root, *argv):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *argv], cwd=root, capture_output=True, check=True, env=environment)
    return sorted(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)


PATTERNS = [
    "*.md", "!a.md", "/a.md", "d/", "!d/", "d", "d/*", "!d/a.md", "**/a.md", "d/**", "e/**/a.md", "/*", "!/e", "!/e/", "!*.txt",
    "?.md", "[ab].md", "# a.md", "\\#.md", "", "a.md ", "a*", "!", "[z-a]", "[z-ab].md", "[!z-a]*",
    "d/e", "e/a.md", "!e/a.md\r", "\\!x.md", "d/e/", "**/d/", "!**/e/", "*/a.md", "e/*/", "**", "!**", "*", "!*/",
    "[[:alpha:]].md", "[![:alpha:]]*", "[^a].md", "[]a].md", "[a\\]]*", "[a", "a\\", "e/?/a.md", "d**", "e/**a",
    "e//a.md", "e[/]d", "d/ ", "\\a.md", "[a-\\b].md", "a.md\\ ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PATTERNS), max_size=5), st.lists(st.sampled_from(PATTERNS), max_size=4))
def test_gitignore_means_what_it_means_to_git(tmp_path_factory, top, nested):
    root = tmp_path_factory.mktemp("repository")
    for name in ("a.md", "b.md", "#.md", "!x.md", "c.txt", "d/a.md", "d/c.txt", "d/e/a.md", "e/a.md", "e/d/a.md", "e/d/b.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    (root / ".gitignore").write_text("\n".join(top), "utf-8", newline="")
    (root / "e/.gitignore").write_text("\n".join(nested), "utf-8", newline="")
    git(root, "init", "--quiet")
    listed = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    assert names(root) == [name for name in listed if not name.endswith(".gitignore")]


def test_a_pattern_that_is_none_matches_nothing(desk):
    assert names(desk({".gitignore": "[z-a].md\n[z-y]\n[a\n!\na.md\\\n[[:alfa:]].md\nb.md", "a.md": "", "b.md": ""})) == [
        "a.md"
    ]


def test_gitignore_counts_from_the_top_of_the_repository(desk):
    root = desk(
        {".gitignore": "*.tmp.md", "sub/.gitignore": "/no.md", "sub/deep/a.tmp.md": "", "sub/no.md": "", "sub/deep/b.md": ""}
    )
    (root / ".git/info").mkdir(parents=True)
    (root / ".git/info/exclude").write_text("c.md", "utf-8")
    (root / "sub/deep/c.md").touch()
    assert names(root / "sub/deep") == ["b.md"]
    assert names(root, "sub") == ["sub/deep/b.md"]


def test_gitignore_above_the_repository_does_not_count(desk):
    root = desk({".gitignore": "*.md", "inner/a.md": "", "inner/.git": "gitdir: elsewhere"})
    assert names(root / "inner") == ["a.md"]
    assert names(root, "inner") == ["inner/a.md"]


def test_outside_a_repository_gitignore_counts_from_the_root(desk):
    root = desk({".gitignore": "*.tmp.md", "sub/a.tmp.md": "", "sub/b.md": ""})
    assert names(root, "sub") == ["sub/b.md"]
    assert names(root / "sub") == ["a.tmp.md", "b.md"]


def test_what_cannot_be_looked_at_is_told_and_the_rest_goes_on(desk):
    root = desk(["a.md", "file.md"])
    (root / "broken.md").symlink_to("gone")
    (root / "loop.md").symlink_to("loop.md")
    os.mkfifo(root / "pipe.md")
    os.mkfifo(root / "pipe")
    long = "x" * 300
    result = found(root, ".", "gone.md", "file.md/x", "pipe", long, "", "a\0b")
    assert result.files == ("a.md", "file.md")
    assert {failure.path: failure.message for failure in result.failures} == {
        "": "a path is empty",
        "a\0b": "a path can't hold a NUL",
        "broken.md": "it is a link to something that isn't there",
        "file.md/x": "there is no such file or folder",
        "gone.md": "there is no such file or folder",
        "loop.md": "it is a link that leads in a circle",
        "pipe": "it is no file but a pipe",
        "pipe.md": "it is no file but a pipe",
        long: "its name is too long",
    }


def test_every_kind_of_thing_has_a_word():
    import stat

    modes = [stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK, 0]
    assert [_kind(mode) for mode in modes] == ["a pipe", "a socket", "a device", "a device", "something else"]


def test_a_folder_that_cannot_be_read_is_told(desk, monkeypatch):
    root = desk(["a.md", "secret/b.md"])
    scandir = os.scandir

    def guarded(path):
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    result = found(root)
    assert result.files == ("a.md",)
    assert [(failure.path, failure.message) for failure in result.failures] == [("secret", "we may not read it")]


def test_a_gitignore_that_cannot_be_read_is_told(desk):
    root = desk(["a.md"])
    (root / ".gitignore").mkdir()
    assert [path for path, _ in failures(root)] == [str(root / ".gitignore")]
    assert found(root).files == ("a.md",)


def test_links_to_files_are_followed_and_links_to_folders_are_not(desk):
    root = desk(["real/a.md", "real.md/b.txt"])
    (root / "file.md").symlink_to("real/a.md")
    (root / "folder").symlink_to("real")
    (root / "up.md").symlink_to(".")
    (root / "folder.md").symlink_to("real")
    assert names(root) == ["file.md", "real.md/b.txt", "real/a.md"]
    assert names(root, "folder") == ["folder/a.md"]


def test_one_folder_by_two_names_is_read_once(desk):
    root = desk(["real/a.md"])
    (root / "also").symlink_to("real")
    assert names(root, "real", "also") == names(root, "also", "real") == ["also/a.md"]


@given(st.permutations(["a.md", "sub", ".", "sub/b.md", "gone.md", "./sub/"]))
def test_the_order_of_the_arguments_does_not_matter(tmp_path_factory, paths):
    root = tmp_path_factory.mktemp("desk")
    (root / "sub").mkdir()
    for name in ("a.md", "sub/b.md", "sub/robots.txt"):
        (root / name).touch()
    result = found(root, *paths)
    assert (result.files, len(result.failures), result.passed_over) == (("a.md", "sub/b.md"), 1, 1)


def test_what_is_not_copy_is_excluded_by_name():
    assert [name for name in NOT_COPY if name.lower().startswith(("readme", "changelog", "contributing"))] == []


@pytest.mark.skipif(sys.platform != "linux", reason="names that aren't UTF-8 need a file system that takes them")
def test_a_folder_whose_name_is_not_utf_8_is_walked(desk):
    root = desk(["a.md"])
    folder = Path(os.fsdecode(os.fsencode(root) + b"/\xff"))
    folder.mkdir()
    (folder / "b.md").touch()
    (folder / "c.md").touch()
    (root / ".gitignore").write_bytes(b"\xff/c.md\n")
    assert names(root) == ["a.md", "\udcff/b.md"]
