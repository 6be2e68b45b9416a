"""Going through the marks with a person: what each answer does, and that nothing is written before all is said."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import succeed

from copylint.answer import Answer, Streams
from copylint.arguments import parsed
from copylint.commands import answered
from copylint.config.addition import with_ignored
from copylint.desk import Desk, Request
from copylint.errors import ConfigError, UsageError
from copylint.reply import Act, Reply, reply
from copylint.reporters.paint import Paint
from copylint.sieve import Sieve
from copylint.sitting import Sitting

BAD = "The vote was was close.\n"
STORY = "The vote was was close.\n\nThey will recieve a grant.\n\nIt rained , and and it was cold.\n"


@dataclass
class Person:
    """Somebody who has made up their mind about each answer; what they see, and what came of it."""

    answers: list[str]
    seen: list[str] = field(default_factory=list)

    def ask(self, text: str) -> str:
        self.seen.append(text)
        if not self.answers:
            raise EOFError
        answer = self.answers.pop(0)
        if answer == "^C":
            raise KeyboardInterrupt
        return answer

    def run(self, *argv: str) -> Answer:
        streams = Streams(bytes, True, lambda: 90, dict(os.environ), show=self.seen.append, ask=self.ask)
        return answered(parsed(["--interactive", "--color", "never", *argv]), streams)

    @property
    def screen(self) -> str:
        return "".join(self.seen)


def text_of(desk, name: str = "a.txt") -> str:
    return (desk.folder / name).read_bytes().decode()


def test_each_mark_is_shown_and_answered(copy):
    desk = copy({"a.txt": STORY})
    person = Person(["1", "k", "", "1"])
    done = person.run("a.txt")
    assert text_of(desk) == "The vote was close.\n\nThey will recieve a grant.\n\nIt rained , and it was cold.\n"
    assert done.text == "\n2 fixes written; 2 marks left.\n"
    assert done.status == 1
    assert "  Par 2 (line 3)  They will recieve a grant.\n                            ~~~~~~~\n" in person.screen
    assert "  1  Put “receive”\n" in person.screen
    assert person.screen.count("GRM101") == 2


def test_what_is_left_decides_about_the_status(copy):
    desk = copy({"a.txt": STORY})
    assert Person(["1"] * 4).run("a.txt").status == 0
    assert desk.marks() == []


def test_what_a_fix_brings_about_is_asked_too(copy):
    desk = copy({"a.txt": "The vote was was was close.\n"})
    person = Person(["1", "1", "1"])
    assert person.run("a.txt").status == 0
    assert text_of(desk) == "The vote was close.\n"


def test_a_replacement_is_chosen_by_its_number(copy):
    desk = copy({"a.txt": "In contrary, the league paid.\n"})
    person = Person(["2"])
    person.run("--select", "USE101", "a.txt")
    assert text_of(desk) == "In contrast, the league paid.\n"


@pytest.mark.parametrize("leave", ["^C", None])
def test_whoever_leaves_finds_all_as_it_was(copy, leave):
    desk = copy({"a.md": STORY, "b.md": STORY})
    before = sorted(desk.folder.iterdir())
    person = Person(["1", "i", "a", *filter(None, [leave])])
    done = person.run(".")
    assert (done.status, done.text) == (130, "")
    assert done.notes == ("broken off; nothing is written, all files are as they were",)
    assert sorted(desk.folder.iterdir()) == before
    assert {text_of(desk, name) for name in ("a.md", "b.md")} == {STORY}


def test_who_quits_keeps_what_was_chosen(copy):
    desk = copy({"a.txt": STORY, "b.txt": STORY})
    Person(["1", "q"]).run(".")
    assert text_of(desk).startswith("The vote was close.\n\nThey will recieve")
    assert text_of(desk, "b.txt") == STORY


def test_the_rest_of_a_file_is_passed_over(copy):
    desk = copy({"a.txt": STORY, "b.txt": STORY})
    Person(["s", "1", "q"]).run(".")
    assert text_of(desk) == STORY
    assert text_of(desk, "b.txt").startswith("The vote was close.")


def test_an_answer_is_taken_back(copy):
    desk = copy({"a.txt": "The vote was was close.\n", "b.txt": "They will recieve a grant.\n"})
    person = Person(["u", "k", "u", "1", "u", "k", "1"])
    person.run(".")
    assert "there is nothing to take back" in person.screen
    assert text_of(desk) == "The vote was was close.\n"
    assert text_of(desk, "b.txt") == "They will receive a grant.\n"


def test_help_and_the_rule_are_told_and_nonsense_is_not_taken(copy):
    copy({"a.txt": "The vote was was close.\n"})
    person = Person(["?", "e", "9", "maybe", "k because", "1"])
    person.run("a.txt")
    assert "take the last answer back" in person.screen
    assert "Source" in person.screen
    assert "there is no 9" in person.screen
    assert "“maybe” is no answer" in person.screen
    assert "“k because” is no answer" in person.screen


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Reply(Act.KEEP)),
        (" K ", Reply(Act.KEEP)),
        ("2", Reply(Act.FIX, 1)),
        ("i the  name ", Reply(Act.HERE, reason="the  name")),
        ("3", "there is no 3"),
        ("0", "there is no 0"),
        ("9" * 5000, f"there is no {'9' * 20}"),
        ("²", "“²” is no answer; ? lists them"),
        ("-1", "“-1” is no answer; ? lists them"),
    ],
)
def test_what_a_line_means(line, expected):
    assert reply(line, 2) == expected


# Left out.


def test_markdown_gets_a_comment_that_leaves_out_just_that(copy):
    desk = copy({"a.md": STORY})
    Person(["i as -- they > sing it", "q"]).run("a.md")
    assert text_of(desk, "a.md").startswith(
        "The vote was was close. <!-- copylint: ignore GRM101 -- as they sing it -->\n\nThey"
    )
    assert [code for code in desk.marks() if code.startswith("LNT")] == []
    assert desk.marks() == ["SPL101", "PUN104", "GRM101"]


@pytest.mark.parametrize(
    "text",
    [
        "# The vote was was close\n\nCopy.\n",
        "The vote was was close  \nand so on, it\nwent.\n",
        "> The vote was was close.\n",
        "- The vote was was close.\n- It was.\n",
        "The vote was was close\n===\n\nCopy.\n",
        "The vote was was close.",
        "The vote was\nwas close\nand so on.\r\n",
        "*The vote was was close.*\n",
        "| a | b |\n|---|---|\n| The vote was was close. | c |\n",
        "1. It is.\n\n   The vote was was close.\n",
    ],
)
def test_wherever_it_stands_it_is_left_out_and_the_copy_stays(copy, text):
    desk = copy({"a.md": text})
    done = Person(["i"]).run("--select", "GRM101,LNT", "a.md")
    assert done.notes == ()
    assert desk.marks("--select", "GRM101,LNT") == []
    assert text_of(desk, "a.md").replace(" <!-- copylint: ignore GRM101 -->", "") == text


@pytest.mark.parametrize(
    "text",
    [
        "<p>The vote was was close.</p><p>It rained.</p>\n",
        '<p>The vote was was <a href="x"\n title="y">close</a> and so on.</p>\n',
        "<ul><li>The vote was was close\n<li>It rained</ul>",
    ],
)
def test_html_gets_a_comment_too_and_no_fix_in_its_markup(copy, text):
    desk = copy({"a.html": f"<!DOCTYPE html><html><body>{text}</body></html>"})
    before = text_of(desk, "a.html")
    Person(["i"]).run("--select", "GRM101,LNT", "a.html")
    assert desk.marks("--select", "GRM101,LNT") == []
    assert text_of(desk, "a.html").replace(" <!-- copylint: ignore GRM101 -->", "") == before
    (desk.folder / "a.html").write_text("<p>The vote was <b>was</b> close.</p>")
    person = Person(["1", "k"])
    person.run("--select", "GRM101", "a.html")
    assert text_of(desk, "a.html") == "<p>The vote was <b>was</b> close.</p>"


def test_where_no_comment_may_stand_the_config_says_it(copy):
    desk = copy({"a.txt": STORY, "copylint.toml": "# ours\n"})
    person = Person(["i the song", "k", "k", "k"])
    assert person.run(".").notes == ()
    assert text_of(desk) == STORY
    assert "no room for a comment, so an entry of copylint.toml" in person.screen
    entry = '[[ignores]]\npath = "a.txt"\ncode = "GRM101"\ntext = "was was"\nreason = "the song"\n'
    assert text_of(desk, "copylint.toml") == f"# ours\n\n{entry}"
    assert desk.marks() == ["SPL101", "PUN104", "GRM101"]


def test_a_comment_that_would_change_the_page_is_none(copy):
    code = "```\n\n```\n"
    text = f"[The vote was was close][1]\n\n{code}\n[1]: x.html 'The vote was was close'\n"
    desk = copy({"a.md": text})
    Person(["i", "i", "i"]).run("--select", "GRM101,LNT", "a.md")
    assert desk.marks("--select", "GRM101,LNT") == []


def test_words_are_left_out_everywhere_and_a_rule_altogether(copy):
    desk = copy({"a.txt": STORY, "b.md": STORY})
    person = Person(["a", "r", "k", "k", "q"])
    assert person.run(".").text == "\n2 entries written; 4 marks left.\n"
    assert desk.marks() == ["PUN104", "GRM101", "PUN104", "GRM101"]
    assert {text_of(desk, name) for name in ("a.txt", "b.md")} == {STORY}


def test_a_place_without_words_is_in_no_entry(copy):
    desk = copy({"a.txt": "The vote  was close.\n"})
    person = Person(["i", "a", "k"])
    person.run("--select", "PUN106", "a.txt")
    assert "it can't be named in" in person.screen
    assert not (desk.folder / "copylint.toml").exists()


def test_without_config_files_there_are_no_entries(copy):
    desk = copy({"a.txt": STORY})
    person = Person(["i", "a", "k", "k", "k", "k"])
    person.run("--isolated", "a.txt")
    assert "config files don't count (--isolated)" in person.screen
    assert not (desk.folder / "copylint.toml").exists()


@pytest.mark.parametrize("name", ["a b.txt", "a[1].txt", "wör*th!.txt", "#1.txt", "desk/!x.txt"])
def test_an_entry_names_the_story_whatever_it_is_called(copy, name):
    desk = copy({name: "The vote was was close.\n", "other.txt": "The vote was was close.\n"})
    Person(["i"]).run("--select", "GRM101", name)
    assert [f["path"] for f in desk.run("--format", "jsonl", "--select", "GRM101").findings] == ["other.txt"]


def test_the_nearest_config_is_the_one(copy):
    desk = copy({"copylint.toml": "# far\n", "desk/copylint.toml": "# near\n", "desk/a.txt": "The vote was was close.\n"})
    Person(["i"]).run("--select", "GRM101", ".")
    assert text_of(desk, "copylint.toml") == "# far\n"
    assert 'path = "a.txt"' in text_of(desk, "desk/copylint.toml")


CONFIGS = [
    ("copylint.toml", "", '[[ignores]]\ncode = "X"\n'),
    (
        "copylint.toml",
        "# ours\nignore = ['PUN'] # why\n\n\n",
        "# ours\nignore = ['PUN'] # why\n\n\n\n[[ignores]]\ncode = \"X\"\n",
    ),
    ("copylint.toml", "quiet = true", 'quiet = true\n\n[[ignores]]\ncode = "X"\n'),
    ("copylint.toml", "quiet = true\r\n", 'quiet = true\r\n\r\n[[ignores]]\r\ncode = "X"\r\n'),
    ("copylint.toml", '[[ignore]]\npath = "a"\n', '[[ignore]]\npath = "a"\n\n[[ignore]]\ncode = "X"\n'),
    (
        "copylint.toml",
        '[rules.PUN101]\nseverity = "query"\n',
        '[rules.PUN101]\nseverity = "query"\n\n[[ignores]]\ncode = "X"\n',
    ),
    (
        "pyproject.toml",
        "[tool.copylint]\n\n[tool.x]\n",
        '[tool.copylint]\n\n[tool.x]\n\n[[tool.copylint.ignores]]\ncode = "X"\n',
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), CONFIGS)
def test_a_config_gets_a_table_and_keeps_every_word(name, text, expected):
    assert with_ignored(text, {"code": "X"}, name) == expected


@pytest.mark.parametrize("text", ["ignores = [{path = 'a'}]\n", "a = \n"])
def test_a_config_that_takes_no_table_is_told(text):
    with pytest.raises(ConfigError):
        with_ignored(text, {"code": "X"}, "copylint.toml")


def test_a_config_that_takes_no_table_is_left_and_told(copy):
    desk = copy({"a.txt": "The vote was was close.\n", "copylint.toml": "ignores = [{path = 'b.txt'}]\n"})
    done = Person(["i"]).run("a.txt")
    assert done.status == 3
    assert "write it yourself: [[ignores]], path = " in done.notes[0]
    assert text_of(desk, "copylint.toml") == "ignores = [{path = 'b.txt'}]\n"


# Files.


def test_bytes_stay_but_for_what_is_mended(copy):
    desk = copy({"a.txt": b"\xef\xbb\xbfThe vote was was close.\r\n\r\nIt is \xf0\x9f\x98\x80.\r\n"})
    Person(["1"]).run("a.txt")
    assert (desk.folder / "a.txt").read_bytes() == b"\xef\xbb\xbfThe vote was close.\r\n\r\nIt is \xf0\x9f\x98\x80.\r\n"


def test_a_file_that_changed_meanwhile_is_left_and_told(copy):
    desk = copy({"a.txt": STORY, "b.txt": "The vote was was close.\n"})

    class Colleague(Person):
        def ask(self, text: str) -> str:
            (desk.folder / "a.txt").write_text("All new.\n")
            return super().ask(text)

    done = Colleague(["1"] * 5).run(".")
    assert done.status == 3
    assert "a.txt: it is left as it was: it has changed meanwhile" in done.notes
    assert text_of(desk) == "All new.\n"
    assert text_of(desk, "b.txt") == "The vote was close.\n"


def test_a_file_that_is_gone_by_its_turn_is_told(copy):
    desk = copy({"a.txt": "The vote was was close.\n", "b.txt": STORY})

    class Colleague(Person):
        def ask(self, text: str) -> str:
            (desk.folder / "b.txt").unlink(missing_ok=True)
            return super().ask(text)

    done = Colleague(["1"] * 5).run(".")
    assert done.status == 3
    assert text_of(desk) == "The vote was close.\n"
    assert any(note.startswith("b.txt: ") for note in done.notes)


def test_what_is_put_aside_is_not_asked(copy):
    desk = copy({"a.txt": "The vote was was close.\n", "copylint.toml": 'baseline = "known"\n'})
    desk.command("baseline", "write")
    person = Person([])
    assert person.run(".").status == 0
    assert person.seen == []


@pytest.mark.parametrize("option", ["--fix", "--diff", "--exit-non-zero-on-fix", "--output=x"])
def test_options_that_dont_go_with_it_are_refused(copy, option):
    copy({"a.txt": STORY})
    with pytest.raises(UsageError, match="doesn't go with"):
        Person([]).run(option, "a.txt")


def test_standard_input_and_no_terminal_are_refused(copy):
    desk = copy({"a.txt": STORY})
    with pytest.raises(UsageError, match="standard input is where you type"):
        Person([]).run("-")
    done = desk.command("--interactive", "a.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err == "copylint: --interactive asks at a terminal, and there is none here; try --diff, then --fix\n"


# At a terminal.


class Session:
    """`copylint --interactive` at a pseudo-terminal."""

    def __init__(self, folder: Path, *argv: str) -> None:
        import pty

        self.screen = ""
        self._here, there = pty.openpty()
        env = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "90", "TERM": "xterm"}
        command = [sys.executable, "-m", "copylint", "--interactive", *argv]
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=there, stdout=there, stderr=there, env=env, start_new_session=True
        )
        os.close(there)

    def sees(self, text: str) -> None:
        end = time.monotonic() + 60
        place = len(self.screen)
        while text not in self.screen[place:]:
            assert time.monotonic() < end, self.screen
            if select.select([self._here], [], [], 1)[0]:
                with contextlib.suppress(OSError):
                    self.screen += os.read(self._here, 65536).decode()

    def types(self, text: str) -> None:
        os.write(self._here, text.encode())

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def end(self) -> int:
        status = self._process.wait(60)
        with contextlib.suppress(OSError):
            while data := os.read(self._here, 65536):
                self.screen += data.decode()
        os.close(self._here)
        return status


at_a_terminal = pytest.mark.skipif(os.name == "nt", reason="no such terminals there")


@at_a_terminal
def test_at_a_terminal_it_shows_asks_and_writes(copy):
    desk = copy({"a.txt": "The vote was was close.\n\nThey will recieve a grant.\n"})
    sitting = Session(desk.folder, "a.txt")
    sitting.sees("(1 to come)")
    sitting.types("1\n")
    sitting.sees("Put “receive”")
    assert text_of(desk) == "The vote was was close.\n\nThey will recieve a grant.\n"
    sitting.types("k\n")
    assert sitting.end() == 1
    assert "1 fix written; 1 mark left." in sitting.screen
    assert "\x1b[1;31mwas was\x1b[0m" in sitting.screen
    assert text_of(desk) == "The vote was close.\n\nThey will recieve a grant.\n"


@at_a_terminal
@pytest.mark.parametrize("key", ["Ctrl-C", "Ctrl-D"])
def test_at_a_terminal_a_key_leaves_all_as_it_was(copy, key):
    desk = copy({"a.txt": "The vote was was close.\n\nThey will recieve a grant.\n"})
    sitting = Session(desk.folder, "a.txt")
    sitting.sees("(1 to come)")
    sitting.types("1\n")
    sitting.sees("Put “receive”")
    if key == "Ctrl-C":
        sitting.interrupt()
    else:
        sitting.types("\x04")
    assert sitting.end() == 130
    assert "broken off; nothing is written, all files are as they were" in sitting.screen
    assert text_of(desk).startswith("The vote was was close.")
    assert [path.name for path in desk.folder.iterdir()] == ["a.txt"]


# Whatever is answered.

DESK = Desk(Request(isolated=True))
WORDS = [
    "The vote was was close",
    "recieve",
    " ,",
    "  ",
    "“",
    "”",
    ".",
    "\n\n",
    "\r\n",
    "> ",
    "# ",
    "- ",
    "`",
    "😀",
    "<b>",
    "it's",
]
COPY = st.lists(st.sampled_from([*WORDS, " ", " and and "]), max_size=12).map("".join)
ANSWERS = st.lists(st.sampled_from(["1", "1", "2", "k", "", "i", "i why", "a", "r", "u", "u", "s", "?", "x", "q"]), max_size=12)
COMMENT = re.compile(r" <!-- copylint: ignore [A-Z]{3}[0-9]{3}(?: -- why)? -->")


@given(COPY, ANSWERS, st.sampled_from(["a.md", "a.txt"]))
def test_whatever_is_answered_only_what_was_chosen_changes(tmp_path, text, answers, name):
    path = tmp_path / name
    path.write_bytes(text.encode())
    person = Person([*answers])
    streams = Streams(bytes, True, lambda: 90, {}, show=person.seen.append, ask=person.ask)
    sieve = Sieve(parsed(["--interactive", str(path)]), DESK)
    found = DESK.checked(str(path))
    sitting = Sitting([found], streams, DESK, sieve, Paint(color=False), 90)
    with contextlib.suppress(EOFError):
        sitting.run()
    assert path.read_bytes() == text.encode()
    for story in sitting.state.stories.values():
        assert story.old == text.encode()
        if not story.fixes:
            assert COMMENT.sub("", story.text) == text
            assert len(COMMENT.findall(story.text)) == story.comments
        assert not [f for f in DESK.checked(str(path), story.new).findings if f.code.startswith("LNT")]
    assert len(sitting.left(found).findings) <= len(found.findings) + sum(s.fixes for s in sitting.state.stories.values())


def test_only_changed_lines_are_asked_and_staged_copy_is_what_is_shown(copy, monkeypatch):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    desk = copy({"a.txt": BAD + "\n" + BAD, "b.txt": BAD})
    git = ("git", "-c", "user.name=A Test", "-c", "user.email=test@copylint.example", "-c", "core.autocrlf=false")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message=Old")):
        succeed(*git, *words, cwd=desk.folder)
    (desk.folder / "a.txt").write_text(f"{BAD}\n{BAD}\nThey will recieve a grant.\n")
    person = Person(["1"])
    assert person.run("--diff-base", "HEAD", ".").status == 0
    assert text_of(desk) == f"{BAD}\n{BAD}\nThey will receive a grant.\n"
    succeed(*git, "add", ".", cwd=desk.folder)
    (desk.folder / "a.txt").write_text(f"{BAD}\n{BAD}\nThey will receive a a grant.\n")
    done = Person([]).run("--diff-base", "staged", ".")
    assert (done.status, done.text) == (0, "\nNothing written; no mark left.\n")
