"""The command as a person or a CI job meets it: what goes in, what comes out, and the exit status."""

import io
import json
import os
import re
import sys

import pytest

from copylint import __version__
from copylint.reporters import REPORTERS

SLIP = "They used tools like hydraulic. jacks to free him.\n"
CLEAN = "The ferry sailed on Tuesday.\n"


def test_a_mark_is_told_by_path_line_column_code_and_message(copy):
    done = copy({"a.txt": f"Driver freed after bridge falls\n\n{SLIP}"}).command("a.txt")
    assert done.out == "a.txt:3:22: PUN101 Full stop in mid-sentence: “hydraulic. jacks”. Delete it?\n"
    assert (done.status, done.err) == (1, "")


@pytest.mark.parametrize(
    "argv",
    [
        ("--format", "jsonl", "a.txt", "b.txt"),
        ("a.txt", "b.txt", "--format", "jsonl"),
        ("a.txt", "--format=jsonl", "b.txt"),
        ("check", "a.txt", "--format", "jsonl", "b.txt"),
    ],
)
def test_options_stand_before_between_or_after_paths(copy, argv):
    done = copy({"a.txt": SLIP, "b.txt": SLIP}).command(*argv)
    assert [finding["path"] for finding in done.findings] == ["a.txt", "b.txt"]


def test_a_file_named_like_a_command_is_reached_by_a_path(copy):
    assert copy({"explain": SLIP}).command("./explain", "--format", "jsonl").codes == ["PUN101"]


def test_a_name_with_a_leading_dash_stands_after_two_dashes(copy):
    desk = copy({"-a b.txt": SLIP})
    assert desk.command("--format", "jsonl", "--", "-a b.txt").codes == ["PUN101"]
    assert desk.run("--format", "jsonl").codes == ["PUN101"]


def test_a_name_with_a_line_break_is_escaped(copy):
    done = copy({"a\nb.txt": SLIP}).run()
    assert done.out.startswith("a\\nb.txt:1:22: PUN101")
    assert done.out.count("\n") == 1


def test_standard_input_goes_by_the_name_given(copy, monkeypatch):
    desk = copy({"other.txt": ""})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"They used **hydraulic. jacks** again.\n")))
    done = desk.command("-", "--stdin-filename", "desk/story.md", "--format", "jsonl")
    assert [(f["path"], f["code"], f["text"]) for f in done.findings] == [("desk/story.md", "PUN101", "hydraulic. jacks")]


@pytest.mark.parametrize(("level", "status"), [("query", 1), ("warning", 1), ("error", 1), ("never", 0)])
def test_fail_on_decides_about_the_status(copy, level, status):
    assert copy({"a.txt": SLIP}).run("--fail-on", level).status == status


def test_a_question_does_not_fail_a_build_unless_it_is_told_to(copy):
    desk = copy({"a.txt": SLIP, "copylint.toml": '[rules.PUN101]\nseverity = "query"\n'})
    assert desk.run().status == 0
    assert desk.run("--fail-on", "query").status == 1
    assert desk.run("--severity", "warning").out == ""


def test_statistics_count_each_rule(copy):
    done = copy({"a.txt": SLIP, "b.txt": SLIP}).run("--statistics", "--quiet")
    assert done.out.splitlines()[-1].split()[:2] == ["2", "PUN101"] or "PUN101" in done.out.splitlines()[-1]


def test_the_report_can_go_to_a_file(copy):
    desk = copy({"a.txt": SLIP})
    done = desk.run("--output", "report.json", "--format", "json")
    assert (done.status, done.out) == (1, "")
    assert json.loads((desk.folder / "report.json").read_text("utf-8"))["version"] == __version__


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        ((), "which files"),
        (("--fromat", "json", "a.txt"), "--fromat"),
        (("--format", "jsno", "a.txt"), 'did you mean "json"'),
        (("--select", "PNU101", "a.txt"), 'no rule "PNU101"'),
        (("--style", "nosuch", "a.txt"), 'no house style "nosuch"'),
        (("--config", "none.toml", "a.txt"), "none.toml"),
        (("explain", "PUN1001"), 'no rule "PUN1001"'),
        (("explain",), "required"),
        (("inspect",), "required"),
        (("init", "--", "x"), "unrecognized"),
        (("--jobs", "-3", "a.txt"), "jobs"),
        (("--output", "no/such/folder/x", "a.txt"), "can't be written"),
        (("test-rules", "none.toml"), "no such pack"),
    ],
)
def test_a_wrong_call_is_told_in_a_line_and_leaves_with_2(copy, argv, word):
    done = copy({"a.txt": SLIP}).command(*argv)
    assert done.status == 2
    assert word in done.err
    assert "Traceback" not in done.err


def test_a_broken_config_is_told_with_its_line(copy):
    done = copy({"a.txt": SLIP, "copylint.toml": 'fail_on = "error"\nserverity = "error"\n'}).run()
    assert done.status == 2
    assert done.err == 'copylint: copylint.toml:2: unknown key "serverity"; did you mean "severity"?\n'


BAD_FILES = {
    "nul.txt": b"a\0b",
    "utf16.txt": "Ein Wort".encode("utf-16"),
    "latin1.txt": "caf\xe9 society".encode("latin-1"),
    "binary.txt": bytes(range(256)),
    "half.txt": b"caf\xc3",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_text_is_told_and_the_others_are_checked(copy, name):
    desk = copy({name: BAD_FILES[name], "z.txt": SLIP})
    done = desk.run("--format", "jsonl")
    assert (done.status, done.codes) == (3, ["PUN101"])
    assert done.err.startswith(f"copylint: {name}: ")
    assert done.err.count("\n") == 1
    assert (desk.folder / name).read_bytes() == BAD_FILES[name]


ODD_FILES = {
    "empty.txt": b"",
    "bom.txt": b"\xef\xbb\xbf" + CLEAN.encode(),
    "crlf.txt": b"One day.\r\nTwo days.\r\n",
    "cr.txt": b"One day.\rTwo days.\r",
    "long.txt": b"word " * 20_000,
    "separators.txt": "One\u2028day\u2029and\x85more\x0bhere.".encode(),
    "empty.md": b"",
    "only-front-matter.md": b"---\ntitle: x\n---\n",
}


@pytest.mark.parametrize("name", ODD_FILES)
def test_an_odd_file_is_read_like_any_other(copy, name):
    done = copy({name: ODD_FILES[name]}).run("--select", "PUN101,PUN151,PUN152", "--format", "jsonl")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_byte_order_mark_does_not_count(copy):
    done = copy({"a.txt": b"\xef\xbb\xbf" + SLIP.encode()}).run("--format", "jsonl")
    assert (done.findings[0]["start"], done.findings[0]["column"]) == (21, 22)


def test_crlf_counts_as_two_code_points_and_one_line_end(copy):
    done = copy({"a.txt": b"One.\r\n\r\n" + SLIP.encode()}).run("--format", "jsonl")
    assert (done.findings[0]["start"], done.findings[0]["line"]) == (8 + 21, 3)


def test_a_missing_file_a_broken_link_and_a_loop_are_told_and_the_rest_goes_on(copy):
    desk = copy({"a.txt": SLIP})
    (desk.folder / "broken.txt").symlink_to("nowhere.txt")
    (desk.folder / "loop.txt").symlink_to("loop.txt")
    done = desk.command("a.txt", "missing.txt", "broken.txt", "loop.txt", "--format", "jsonl")
    assert (done.status, done.codes) == (3, ["PUN101"])
    assert done.err.count("\n") == 3
    assert "Traceback" not in done.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_an_unreadable_file_is_told(copy):  # pragma: no cover
    desk = copy({"a.txt": SLIP})
    (desk.folder / "a.txt").chmod(0)
    assert desk.command("a.txt").status == 3


def test_control_and_bidi_characters_of_the_copy_never_reach_the_terminal(copy):
    text = "It was \x1b[31mred\u202e and tools like hydraulic.\tjacks\u202e fell. A\u202ahydraulic. jack\u2066 fell too.\n"
    desk = copy({"a.txt": text, "b\x1b[31m.txt": text})
    for name in (reporter.format for reporter in REPORTERS):
        out = desk.run("--format", name, "--color", "never", "--extend-select", "ALL").out
        assert not set(out) & set("\x1b\u202e\u202a\u2066"), name


def test_an_article_cannot_write_workflow_commands(copy):
    text = "They used hydraulic.\n::error::injected jacks. jacks\n"
    lines = copy({"a\n::error::x.txt": text}).run("--format", "github").out.splitlines()
    assert lines
    assert all(line.startswith(("::error file=a", "::warning file=a", "::notice file=a", "::notice::")) for line in lines)


def test_a_terminal_that_cannot_encode_shows_escapes(process, tmp_path):
    (tmp_path / "a.txt").write_text(SLIP, "utf-8")
    done = process("a.txt", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.status == 1
    assert "\\u201chydraulic. jacks\\u201d" in done.out
    assert done.err == ""


def test_a_closed_pipe_says_nothing(tmp_path):
    import subprocess

    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(SLIP * 20, "utf-8")
    command = f"{sys.executable} -m copylint --format json . | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr == b""
    assert len(done.stdout) == 10


def test_no_color_and_force_color_are_obeyed(copy, monkeypatch):
    desk = copy({"a.txt": SLIP})
    assert "\x1b[" not in desk.run("--format", "full").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in desk.run("--format", "full").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in desk.run("--format", "full").out
    assert "\x1b[" in desk.run("--format", "full", "--color", "always").out


def test_explain_gives_the_page_of_a_rule(copy):
    done = copy({"a.txt": ""}).command("explain", "stray-full-stop")
    assert done.status == 0
    assert done.out.startswith("PUN101  stray-full-stop  (Correct)")
    assert "{hydraulic. jacks => hydraulic jacks}" in done.out


def test_every_rule_can_be_explained(copy):
    desk = copy({"a.txt": ""})
    codes = [rule["code"] for rule in json.loads(desk.command("rules", "--format", "json").out)]
    done = desk.command("explain", *codes)
    assert (done.status, done.err) == (0, "")
    assert all(f"{code}  " in done.out for code in codes)


def test_rules_lists_what_is_on(copy):
    desk = copy({"a.txt": ""})
    rules = {
        rule["code"]: rule["enabled"] for rule in json.loads(desk.command("rules", "--format", "json", "--select", "PUN").out)
    }
    assert rules["PUN101"] is True
    assert rules["RES151"] is False
    assert "PUN101  on " in desk.command("rules").out


OWN_PACK = """
[[rule]]
code = "ZZZ101"
name = "own-slips"
kind = "substitution"
severity = "warning"
confidence = "high"
summary = "A slip of ours."
rationale = "It is there to be counted."
message = "“{text}”: “{replacement}”?"
source = "house"
bad = ["A {blarfed => blared} horn.", "A {glarm => gleam} of light."]
good = ["A blared horn.", "“A blarfed horn,” she said.", "A gleam of light."]
[rule.swap]
blarfed = "blared"
glarm = "gleam"
"""


def test_rules_are_counted_by_family(copy):
    desk = copy({"a.txt": "", "own.toml": OWN_PACK, "copylint.toml": 'packs = ["own.toml"]\n'})
    tallies = json.loads(desk.command("rules", "--statistics", "--format", "json").out)
    by_family = {tally["family"]: tally for tally in tallies}
    assert by_family["ZZZ"] == {"family": "ZZZ", "rules": 1, "enabled": 1, "entries": 2}
    assert by_family["LNT"]["entries"] == by_family["LNT"]["rules"], "a rule in Python is one entry"
    assert tallies[-1]["family"] == "all"
    for key in ("rules", "enabled", "entries"):
        assert tallies[-1][key] == sum(tally[key] for tally in tallies[:-1])


def test_the_count_of_rules_is_a_table(copy):
    desk = copy({"a.txt": "", "own.toml": OWN_PACK, "copylint.toml": 'packs = ["own.toml"]\n'})
    lines = desk.command("rules", "--statistics", "--ignore", "ZZZ").out.splitlines()
    assert lines[0].split() == ["family", "rules", "on", "entries"]
    assert ["ZZZ", "1", "0", "2"] in [line.split() for line in lines]
    assert lines[-1].startswith("all ")


def test_the_entries_of_a_pack_are_tried_too(copy):
    desk = copy(
        {
            "own.toml": OWN_PACK,
            "again.toml": OWN_PACK + 'gleam = "gloom"\n',
            "unshown.toml": OWN_PACK + '"x(?! )(?= y)" = "z"\n',
        }
    )
    done = desk.command("test-rules", "own.toml")
    assert (done.status, done.out, done.err) == (0, "1 rules, 5 examples, 2 entries, 0 wrong\n", "")
    done = desk.command("test-rules", "again.toml")
    assert done.status == 1
    assert 'ZZZ101: entry "glarm" marks its own replacement' in done.out
    done = desk.command("test-rules", "unshown.toml")
    assert done.status == 0
    assert 'ZZZ101: entry "x(?! )(?= y)" finds nothing' in done.err


def test_inspect_shows_what_is_seen(copy):
    text = "Bridge opens\n\n“It is open,” said Ann Lee. The Wall Street Journal (WSJ) reported it. It cost $4 million.\n"
    (seen,) = json.loads(copy({"a.txt": text}).command("inspect", "a.txt", "--format", "json").out)
    assert seen["path"] == "a.txt"
    assert [block["kind"] for block in seen["blocks"]] == ["headline", "paragraph"]
    assert [text[q["start"] : q["end"]] for q in seen["quotes"]] == ["“It is open,”"]
    assert [text[s["start"] : s["end"]] for s in seen["sentences"]][1] == "“It is open,” said Ann Lee."
    assert {"start", "end", "attributed", "score", "source"} == set(seen["sentences"][0])
    assert [sentence["attributed"] for sentence in seen["sentences"]] == [False, True, True, False]
    assert (seen["sentences"][1]["source"]["start"], seen["sentences"][0]["source"]) == (text.index("Ann Lee"), None)
    assert "wall-street-journal" in {name["entity"] for name in seen["names"]}
    (journal,) = [entity for entity in seen["entities"] if entity["id"] == "wall-street-journal"]
    assert (journal["kind"], journal["names"], journal["lines"]) == ("news", ["The Wall Street Journal", "WSJ"], [3])
    assert [(text[n["start"] : n["end"]], n["kind"], n["value"]) for n in seen["numbers"]] == [("$4 million", "money", 4e6)]
    drawn = copy({"a.txt": text}).command("inspect", "a.txt").out
    assert "paragraph" in drawn
    assert "wall-street-journal: The Wall Street Journal, WSJ  (line 3)\n" in drawn
    assert re.search(r"\n +9\d%  says Ann Lee: “It is open,” said Ann Lee\.\n", drawn)
    assert re.search(r"\n +[1-4]?\d%  no source: It cost \$4 million\.\n", drawn)


def test_inspect_tells_what_it_could_not_read(copy):
    done = copy({"a.txt": b"\0"}).command("inspect", "a.txt", "--format", "json")
    assert (done.status, done.out) == (3, "[]\n")
    assert "a.txt" in done.err


def test_config_shows_each_value_and_where_it_came_from(copy):
    done = copy({"copylint.toml": 'fail_on = "error"\n'}).command("config")
    assert done.status == 0
    assert any(line.split()[:1] == ["fail_on"] and "copylint.toml:1" in line for line in done.out.splitlines())


def test_init_writes_a_config_that_holds_and_never_overwrites(copy):
    desk = copy({"a.txt": CLEAN})
    assert desk.command("init").status == 0
    assert desk.run().status == 0
    written = (desk.folder / "copylint.toml").read_bytes()
    done = desk.command("init")
    assert (done.status, (desk.folder / "copylint.toml").read_bytes()) == (2, written)


def test_the_starter_is_right_when_every_line_is_uncommented(copy):
    from copylint.starter import STARTER

    lines = [line.removeprefix("# ") for line in STARTER.splitlines()[3:]]
    settings = "\n".join(line for line in lines if not line.startswith(("packs", "reason"))) + "\n"
    assert copy({"copylint.toml": settings, "a.txt": CLEAN}).command("config").status == 0


def test_the_order_of_files_and_the_number_of_jobs_change_nothing(copy):
    names = [f"{number:02}.txt" for number in range(12)]
    desk = copy(dict.fromkeys(names, SLIP))
    one = desk.command(*names, "--format", "jsonl", "--jobs", "1")
    assert len(one.codes) == 12
    assert desk.command(*reversed(names), "--format", "jsonl", "--jobs", "3").out == one.out


def test_version_is_told(copy):
    assert copy({"a.txt": ""}).command("--version").out == f"copylint {__version__}\n"


def test_a_mistake_of_ours_gives_one_line_and_status_3(copy, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("copylint.commands.report", broken)
    done = copy({"a.txt": SLIP}).run()
    assert (done.status, done.err) == (3, "copylint: internal error, please report it: ZeroDivisionError: oh\n")


def test_an_interrupt_leaves_with_130(copy, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("copylint.commands.report", interrupted)
    assert copy({"a.txt": SLIP}).run().status == 130


ENTRY = '[[ignore]]\npath = "a.txt"\ncode = "PUN101"\ntext = "hydraulic. jacks"\n'


def test_an_entry_of_the_config_leaves_one_thing_alone(copy):
    desk = copy({"a.txt": SLIP, "b.txt": SLIP, "copylint.toml": ENTRY})
    assert [(f["path"], f["code"]) for f in desk.run("--format", "jsonl").findings] == [("b.txt", "PUN101")]


def test_an_entry_that_leaves_out_nothing_is_told_where_it_stands(copy):
    desk = copy({"a.txt": CLEAN, "copylint.toml": f"quiet = true\n\n{ENTRY}"})
    done = desk.run("--format", "jsonl")
    (finding,) = done.findings
    assert (finding["path"], finding["code"], finding["line"], finding["text"]) == ("copylint.toml", "LNT101", 3, "[[ignore]]")
    assert finding["message"] == "Nothing needs “ignore” for PUN101 in a.txt any more. Delete it?"
    assert desk.run("--format", "jsonl", "--select", "USE,LNT").out == ""
    assert desk.run("--format", "jsonl", "--ignore", "LNT101").out == ""
    assert desk.command("copylint.toml", "--format", "jsonl", "--select", "LNT").out == ""


def test_a_nested_config_excludes_below_itself(copy):
    desk = copy({"a.txt": SLIP, "desk/b.txt": SLIP, "desk/c.txt": SLIP, "desk/copylint.toml": 'exclude = ["b.txt"]\n'})
    assert [f["path"] for f in desk.run("--format", "jsonl").findings] == ["a.txt", "desk/c.txt"]
    assert desk.command("desk/b.txt", "--format", "jsonl").codes == ["PUN101"]
    assert desk.command("desk/b.txt", "--format", "jsonl", "--force-exclude").out == ""


def test_a_nested_config_may_name_packs_of_its_own(copy):
    pack = """
[[rule]]
code = "HSE101"
name = "harbor"
kind = "substitution"
severity = "error"
confidence = "high"
summary = "We write harbour."
rationale = "One spelling reads as one paper."
message = "“{text}” is “{replacement}” here."
source = "house"
bad = ["The {harbor => harbour} is shut.", "A {harbor => harbour}."]
good = ["The harbour is shut.", "“The harbor is shut,” he said.", "Harbored"]
[rule.swap]
"harbor" = "harbour"
"""
    text = "The harbor is shut.\n"
    desk = copy({"a.txt": text, "gb/b.txt": text, "gb/copylint.toml": 'packs = ["house.toml"]\n', "gb/house.toml": pack})
    done = desk.run("--format", "jsonl", "--ignore", "STY,SPL,USE")
    assert [(f["path"], f["code"]) for f in done.findings] == [("gb/b.txt", "HSE101")]
    assert "HSE101" in desk.run("--format", "sarif").out


def test_a_variant_marks_the_spellings_of_the_other(copy):
    desk = copy({"a.txt": "The colour faded.\n", "b.txt": "The color faded.\n", "copylint.toml": 'variant = "gb"\n'})
    assert [(f["path"], f["code"], f["replacements"]) for f in desk.run("--format", "jsonl").findings] == [
        ("b.txt", "STY121", ["colour"])
    ]
    (desk.folder / "copylint.toml").write_text('variant = "us"\n')
    assert [f["path"] for f in desk.run("--format", "jsonl").findings] == ["a.txt"]
    (desk.folder / "copylint.toml").write_text("")
    assert desk.run().out == ""


def test_a_mistake_in_a_nested_config_is_told_the_same_with_several_processes(copy):
    desk = copy({"n/a.txt": SLIP, "n/b.txt": SLIP, "n/copylint.toml": 'select = ["PNU"]\n'})
    for jobs in ("1", "2"):
        done = desk.run("--jobs", jobs)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith('copylint: n/copylint.toml:1: there is no rule "PNU"')


def test_errors_come_back_from_another_process():
    import pickle

    from copylint import errors

    for error in (
        errors.ConfigError("no", path="a.toml", key="k", line=3),
        errors.PackError("no", path="a.toml", rule="USE101", key="k"),
        errors.PluginError("no", plugin="desk", version="1", hook="h"),
        errors.ReadError("no", path="a.txt"),
        errors.UsageError("no"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), again.__dict__) == (type(error), str(error), error.__dict__)


def test_a_wrong_code_is_told_without_plugins_too(copy):
    desk = copy({"a.txt": SLIP})
    assert desk.command("--no-plugins", "--select", "PNU", "a.txt").status == 2
    assert desk.command("--no-plugins", "--style", "nosuch", "a.txt").status == 2


def test_codes_of_plugins_that_were_left_out_pass(copy):
    config = 'plugins = ["desk.py"]\nextend_select = ["DSK101"]\n'
    desk = copy({"a.txt": CLEAN, "desk.py": "", "copylint.toml": config})
    done = desk.command("--no-plugins", "a.txt")
    assert done.status == 0
    assert "desk.py is not loaded (--no-plugins)" in done.err
    assert desk.command("--no-plugins", "--select", "PNU", "a.txt").status == 2


def test_inspect_escapes_what_comes_from_the_copy(copy):
    done = copy({"a\x1b[31m.txt": "\x1b[31mHead\n\n“It is \u202eopen,” said Ann Lee.\n"}).command("inspect", ".")
    assert not set(done.out) & set("\x1b\u202e")


def test_a_report_never_overwrites_what_is_checked(copy):
    desk = copy({"a.txt": SLIP, "marks.txt": SLIP})
    done = desk.command("--output", "a.txt", "a.txt")
    assert (done.status, (desk.folder / "a.txt").read_text("utf-8")) == (2, SLIP)
    desk.run("--output", "marks.txt", "--format", "jsonl")
    assert [line for line in (desk.folder / "marks.txt").read_text().splitlines() if '"marks.txt"' in line] == []


@pytest.mark.parametrize("redirect", [">&-", "2>&-", "</dev/null >/dev/full"])
def test_closed_and_full_streams_say_nothing_and_never_pass_for_clean(tmp_path, redirect):
    import subprocess

    (tmp_path / "a.txt").write_text(SLIP, "utf-8")
    command = f"{sys.executable} -m copylint a.txt {redirect}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr + done.stdout
    assert done.returncode == (3 if "full" in redirect else 1)


def test_standard_input_that_is_closed_is_told(tmp_path):
    import subprocess

    done = subprocess.run(["bash", "-c", f"{sys.executable} -m copylint - <&-"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (3, b"copylint: standard input is closed\n")


LEAVER = """
from copylint.hookspecs import hookimpl
class Leaver:
    format = "leave"
    suffixes = (".leave",)
    def read(self, path, raw):
        raise SystemExit(0)
    def render(self, report, *, color, quiet):
        raise SystemExit(0)
@hookimpl
def copylint_readers():
    return [Leaver()]
@hookimpl
def copylint_reporters():
    return [Leaver()]
"""


def test_a_plugin_that_leaves_does_not_turn_a_run_green(copy):
    desk = copy({"a.txt": SLIP, "b.leave": "x", "desk.py": LEAVER, "copylint.toml": 'plugins = ["desk.py"]\n'})
    done = desk.run("--format", "jsonl")
    assert (done.status, done.codes) == (3, ["PUN101"])
    assert "b.leave" in done.err
    done = desk.command("--format", "leave", "a.txt")
    assert done.status == 3
    assert "PUN101" in done.out
    assert "copylint_reporters" in done.err


def test_commands_about_rules_tell_what_could_not_be_loaded(copy):
    desk = copy({"desk.py": "raise ValueError(1)\n", "copylint.toml": 'plugins = ["desk.py"]\n', "a.txt": CLEAN})
    for command in (("rules",), ("explain", "PUN101"), ("test-rules", "--select", "HED101"), ("inspect", "a.txt")):
        done = desk.command(*command)
        assert done.status == 3
        assert "can't be loaded: ValueError: 1" in done.err


def test_config_refuses_what_a_run_refuses(copy):
    assert copy({"copylint.toml": 'select = ["PNU"]\n'}).command("config").status == 2


def test_config_shows_what_holds_for_the_run(copy):
    done = copy({"n/copylint.toml": 'fail_on = "never"\nselect = ["PUN"]\n', "n/a.txt": ""}).command("config", "n/a.txt")
    assert 'fail_on = "warning"' in done.out
    assert 'select = ["PUN"]' in done.out


PACK = """
[[rule]]
code = "DSK101"
name = "slow-word"
kind = "existence"
summary = "Two words."
rationale = "A test."
message = "{text}"
severity = "error"
confidence = "high"
source = "house"
bad = ["A {longish-word} a.", "Of {longish-word}."]
good = ["One.", "Two.", "“Three.”"]
patterns = [PATTERN]
"""


def test_a_pattern_that_is_tried_everywhere_is_told_when_a_pack_is_tested(copy):
    desk = copy({"slow.toml": PACK.replace("PATTERN", r"'[^\W\d]{7}-[^\W\d]{4}|[^\W\d]{99}'")})
    done = desk.command("test-rules", "slow.toml")
    assert (done.status, "tried at every place" in done.err, "DSK101" in done.err) == (0, True, True)
    desk = copy({"quick.toml": PACK.replace("PATTERN", "'longish-word'")})
    assert desk.command("test-rules", "quick.toml").err == ""
