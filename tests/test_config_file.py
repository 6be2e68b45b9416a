"""Config files: found, read strictly, extended."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from copylint.config.file import load
from copylint.config.layer import resolved
from copylint.config.line import KeyLines
from copylint.config.place import nearest
from copylint.config.setting import Glob
from copylint.errors import ConfigError
from copylint.rule import Severity


@pytest.fixture
def desk(tmp_path):
    """Writes files (path → text) and gives their folder."""

    def write(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return tmp_path

    return write


def config_of(folder, name="copylint.toml"):
    return resolved(load(folder / name, root=folder))


def complaint(folder, name="copylint.toml"):
    with pytest.raises(ConfigError) as caught:
        load(folder / name, root=folder)
    return str(caught.value)


def test_the_nearest_folder_with_a_config_wins(desk):
    folder = desk({"copylint.toml": "", "a/.copylint.toml": "", "a/b/c.md": "", "d/e.md": ""})
    assert nearest(folder / "a/b/c.md") == folder / "a/.copylint.toml"
    assert nearest(folder / "a/b") == folder / "a/.copylint.toml"
    assert nearest(folder / "d/not_there_yet.md") == folder / "copylint.toml"


def test_in_one_folder_the_plain_name_goes_first(desk):
    names = ["copylint.toml", ".copylint.toml", "pyproject.toml"]
    folder = desk(dict.fromkeys(names, "[tool.copylint]"))
    found = []
    for name in names:
        found.append(nearest(folder).name)
        (folder / name).unlink()
    assert found == names


@pytest.mark.parametrize("text", ["[project]\nname='x'", "[project]\nname='copylint'", "tool = 3 # copylint", b"\xff"])
def test_a_pyproject_without_our_table_does_not_count(desk, text):
    folder = desk({"copylint.toml": "", "a/pyproject.toml": text})
    assert nearest(folder / "a") == folder / "copylint.toml"


def test_above_everything_there_is_no_config(desk, monkeypatch):
    folder = desk({"a.md": ""})
    monkeypatch.setattr("copylint.config.place.NAMES", ("no such name",))
    assert nearest(folder / "a.md") is None


def test_folders_are_remembered(desk):
    folder = desk({"copylint.toml": "", "a/b/c.md": ""})
    known = {}
    nearest(folder / "a/b/c.md", known)
    (folder / "copylint.toml").unlink()
    assert nearest(folder / "a/d.md", known) == folder / "copylint.toml"
    assert nearest(folder / "a/b/e.md", known) == folder / "copylint.toml"


def test_a_config_behind_a_linked_folder_is_the_one_it_really_is(desk):
    folder = desk({"real/copylint.toml": ""})
    (folder / "link").symlink_to("real")
    assert nearest(folder / "link" / "a.md") == folder / "real/copylint.toml"


def test_every_value_is_read_with_its_line(desk):
    folder = desk({"desk/copylint.toml": '# ours\nselect = ["PUN"]\n\nseverity = "error"\njobs = 2\nquiet = true\n'})
    config = resolved(load(folder / "desk/copylint.toml", root=folder))
    assert (config.select, config.severity, config.jobs, config.quiet) == (("PUN",), Severity.ERROR, 2, True)
    assert config.origins["severity"] == "desk/copylint.toml:4"
    assert config.origins["format"] == "default"
    assert config.files == (folder / "desk/copylint.toml",)


def test_a_byte_order_mark_is_no_part_of_the_config(desk):
    assert config_of(desk({"copylint.toml": "\ufeffjobs = 3"})).jobs == 3


def test_a_pyproject_is_read_at_its_table(desk):
    folder = desk({"pyproject.toml": '[project]\nname = "x"\n[tool.copylint]\nselect = "USE"\n'})
    config = config_of(folder, "pyproject.toml")
    assert config.select == ("USE",)
    assert config.origins["select"] == "pyproject.toml:4"


def test_what_a_file_extends_is_laid_below_it(desk):
    folder = desk(
        {
            "base.toml": 'select = ["USE"]\nextend_select = ["A"]\njobs = 1\nquiet = true\nexclude = ["x"]',
            "other.toml": 'jobs = 2\nextend_select = ["B"]',
            "a/copylint.toml": 'extends = ["../base.toml", "../other.toml"]\nselect = ["PUN"]\nextend_select = "C"',
        }
    )
    config = resolved(load(folder / "a/copylint.toml", root=folder))
    assert (config.select, config.jobs, config.quiet) == (("PUN",), 2, True)
    assert config.extend_select == ("A", "B", "C")
    assert config.exclude == (Glob(folder, "x"),)
    assert config.origins["jobs"] == "other.toml:1"
    assert config.origins["extend_select"] == "base.toml:2, other.toml:2, a/copylint.toml:3"
    assert [file.name for file in config.files] == ["base.toml", "other.toml", "copylint.toml"]


def test_a_file_that_two_others_extend_counts_once_and_below_both(desk):
    folder = desk(
        {
            "base.toml": 'jobs = 1\nextend_select = ["A"]',
            "b.toml": 'extends = "base.toml"\njobs = 2',
            "c.toml": 'extends = "base.toml"\nquiet = true',
            "copylint.toml": 'extends = ["b.toml", "c.toml"]',
        }
    )
    config = config_of(folder)
    assert (config.jobs, config.extend_select, config.quiet) == (2, ("A",), True)


def test_files_that_extend_one_twice_over_are_each_read_once(desk):
    files = {f"{i}.toml": f'extends = ["{i + 1}.toml", "{i + 1}.toml", "{i + 2}.toml"]' for i in range(40)}
    folder = desk({**files, "40.toml": 'extend_select = ["A"]', "41.toml": ""})
    config = config_of(folder, "0.toml")
    assert (config.extend_select, len(config.files)) == (("A",), 42)


def test_overrides_ignores_and_rules_are_joined(desk):
    folder = desk(
        {
            "base.toml": '[rules.PUN101]\nseverity = "query"\nlimit = 1\n[rules.USE101]\nseverity = "error"\n'
            '[[overrides]]\npaths = ["a"]\n[[ignores]]\npath = "a.md"\n',
            "copylint.toml": 'extends = "base.toml"\n[rules.PUN101]\nlimit = 2\n'
            '[[overrides]]\npaths = ["b"]\nselect = ["USE"]\n[[ignores]]\npath = "b.md"\ncode = "PUN101"\nreason = "house"\n',
        }
    )
    config = config_of(folder)
    assert [override.paths[0].pattern for override in config.overrides] == ["a", "b"]
    assert [(ignore.glob.pattern, ignore.code, ignore.file, ignore.line) for ignore in config.ignores] == [
        ("a.md", "", "base.toml", 8),
        ("b.md", "PUN101", "copylint.toml", 7),
    ]
    assert list(config.rules) == ["USE101", "PUN101"]
    assert (config.rules["PUN101"].severity, config.rules["PUN101"].options) == (Severity.QUERY, {"limit": 2})
    assert str(config.rules["PUN101"].fail("limit", "no")) == "copylint.toml:3: no"
    assert str(config.rules["PUN101"].fail("severity", "no")) == "base.toml:2: no"


def test_every_name_of_a_rule_is_kept_with_its_line(desk):
    text = (
        'select = ["PUN"]\nignore = ["USE101"]\n[rules.x-y]\nseverity = "error"\n'
        '[[overrides]]\npaths = ["a"]\nignore = ["NUM"]\n[overrides.rules.NUM102]\nlimit = 1\n'
        '[[ignores]]\npath = "a"\n[[ignores]]\npath = "b"\ncode = "SPL"\n'
    )
    names = config_of(desk({"copylint.toml": text})).names
    assert [(name.text, name.key, name.origin.line, name.is_exact) for name in names] == [
        ("PUN", "select", 1, False),
        ("USE101", "ignore", 2, False),
        ("x-y", "rules", 3, True),
        ("NUM", "ignore", 7, False),
        ("NUM102", "rules", 8, True),
        ("SPL", "ignores", 14, False),
    ]


def test_tables_under_ignore_count_as_ignores(desk):
    config = config_of(desk({"copylint.toml": 'quiet = true\n\n[[ignore]]\npath = "a.md"\ncode = "PUN101"\n'}))
    assert [(ignore.glob.pattern, ignore.code, ignore.line) for ignore in config.ignores] == [("a.md", "PUN101", 3)]
    assert [(name.text, name.origin.line) for name in config.names] == [("PUN101", 5)]
    assert config.ignore == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('select = ["PUN"]\nserverity = "error"', 'copylint.toml:2: unknown key "serverity"; did you mean "severity"?'),
        ('severity = "eror"', 'copylint.toml:1: "severity" is one of query, warning, error, not "eror"; did you mean "error"?'),
        ("\njobs = true", 'copylint.toml:2: "jobs" takes a whole number, not true or false'),
        ("quiet = 1", 'copylint.toml:1: "quiet" takes true or false, not a number'),
        ("format = []", 'copylint.toml:1: "format" takes a string, not a list'),
        ("select = 3", 'copylint.toml:1: "select" takes a list of strings, not a number'),
        ('ignore = ["PUN", {path = "a"}]', 'copylint.toml:1: "ignores" takes an array of tables ([[ignores]]), not a list'),
        ("[rules]\nPUN101 = 3", 'copylint.toml:2: "PUN101" takes a table, not a number'),
        ('[rules.PUN101]\nseverity = "no"', 'copylint.toml:2: "severity" is one of query, warning, error, not "no"'),
        ('[[overrides]]\nselect = ["PUN"]', 'copylint.toml:1: "paths" is missing'),
        ("[[overrides]]\npaths = []", 'copylint.toml:2: "paths" names no files'),
        ('[[overrides]]\npaths = "a"\n[[overrides]]\npath = "b"', 'copylint.toml:4: unknown key "path"; did you mean "paths"?'),
        ('[[ignores]]\ncode = "A"', 'copylint.toml:1: "path" is missing'),
        ('[[ignores]]\npath = " "', 'copylint.toml:2: " " is no path or glob'),
        ('exclude = ["a", "[z-a]"]', 'copylint.toml:1: "[z-a]" is no glob'),
        ('exclude = ["[[:alpha:]]"]', 'copylint.toml:1: "[[:alpha:]]" is no glob'),
        ('exclude = ["!"]', 'copylint.toml:1: "!" is no glob'),
        ("jobs = 1\nquiet = = 1", "copylint.toml:2: column 9: no TOML: invalid value"),
        ("jobs = [1,\n", "copylint.toml:2: end of the file: no TOML: invalid value"),
        (b"\xff", "copylint.toml: isn't UTF-8: invalid start byte at byte 0"),
        ('extends = "gone.toml"', 'copylint.toml:1: extends "gone.toml", and there is no such file'),
        ("extends = 3", 'copylint.toml:1: "extends" takes a list of strings, not a number'),
        ("a = " + "[" * 100_000, "copylint.toml"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(desk, text, message):
    assert complaint(desk({"copylint.toml": text})).startswith(message)


def test_a_circle_of_files_is_told(desk):
    folder = desk({"copylint.toml": 'extends = "b.toml"', "b.toml": '\nextends = ["./copylint.toml"]'})
    assert complaint(folder) == "b.toml:2: these files extend one another: copylint.toml → b.toml → copylint.toml"


def test_a_missing_or_unreadable_file_is_told(desk, monkeypatch):
    folder = desk({"copylint.toml": ""})
    assert complaint(folder, "gone.toml") == "gone.toml: there is no such config file"

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert complaint(folder) == "copylint.toml: can't be read: Permission denied"


def test_a_pyproject_named_outright_needs_our_table(desk):
    folder = desk({"pyproject.toml": "[project]"})
    assert complaint(folder, "pyproject.toml") == "pyproject.toml: has no table [tool.copylint]"
    folder = desk({"pyproject.toml": "[tool]\ncopylint = 3"})
    assert complaint(folder, "pyproject.toml") == "pyproject.toml:2: tool.copylint takes a table"


def test_a_file_outside_the_root_is_shown_in_full(desk):
    folder = desk({"copylint.toml": "jobs = -1", "a/b.md": ""})
    with pytest.raises(ConfigError) as caught:
        load(folder / "copylint.toml", root=folder / "a")
    assert caught.value.path == os.fspath(folder / "copylint.toml")


def test_lines_of_keys_are_found_in_every_spelling():
    text = (
        'a = """\nb = 1\n"""\n'
        "b = [ # not ]\n  ['x'],\n  { c = 1 },\n]\n"
        '"c.d" = 1\n'
        "e.f.g = 2\n"
        "s = ''' x\n[t]\n''' # '''\n"
        "[[h]]\ni = 1\n[[h]]\n  i = 2\n[h.j]\nk = ']'\n[[h.l]]\nm = 1\n"
        "[ n . o ]\n"
    )
    lines = KeyLines.of(text).lines
    assert {".".join(key): line for key, line in lines.items()} == {
        "a": 1,
        "b": 4,
        "c.d": 8,
        "e": 9,
        "e.f": 9,
        "e.f.g": 9,
        "s": 10,
        "h": 13,
        "h.0": 13,
        "h.0.i": 14,
        "h.1": 15,
        "h.1.i": 16,
        "h.1.j": 17,
        "h.1.j.k": 18,
        "h.1.l": 19,
        "h.1.l.0": 19,
        "h.1.l.0.m": 20,
        "n": 21,
        "n.o": 21,
    }


def test_a_key_inside_an_inline_table_has_the_line_round_it():
    lines = KeyLines.of("a = 1\nrules = { PUN101 = { severity = 'no' } }\n")
    assert lines.of_key(("rules", "PUN101", "severity")) == 2
    assert lines.of_key(("z",)) == 0


def test_nothing_is_parsed_or_matched_without_need():
    code = "import sys, copylint.config, copylint.discovery; print({'tomli', 'pathspec', 'json'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
