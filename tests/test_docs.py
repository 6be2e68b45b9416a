"""Holds the manual to what the command does: commands, options, hooks, exit codes, links."""

from __future__ import annotations

import inspect
import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from processes import ROOT, succeed

from copylint import hookspecs
from copylint.arguments import COMMANDS
from copylint.cli import main

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fenced block of a page; `line` is the one it begins on."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def fenced(page: str, text: str) -> Iterator[Fenced]:
    for match in FENCE.finditer(text):
        yield Fenced(page, text.count("\n", 0, match.start()) + 1, match[1], match[2])


BLOCKS = [block for page in PAGES for block in fenced(page.relative_to(ROOT).as_posix(), page.read_text("utf-8"))]
SESSIONS = [block for block in BLOCKS if block.language == "console" and block.text.startswith("$ copylint")]


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal and keeps what is written."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()


def steps(session: str) -> Iterator[tuple[str, str]]:
    """Each command of a session with the output that is shown for it."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def shown(command: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """The exit code of a command and what a terminal without colour shows."""
    terminal = Terminal()
    with monkeypatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", "100")
        patch.setattr(sys, "stdout", terminal)
        patch.setattr(sys, "stderr", terminal)
        status = main(shlex.split(command)[1:])
    return status, terminal.text()


def agrees(expected: str, actual: str) -> bool:
    """Whether the output is what is expected; “…” on a line by itself stands for any lines."""
    lines = expected.strip("\n").split("\n")
    pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(f"{line}\n") for line in lines)
    return re.fullmatch(pattern, actual.strip("\n") + "\n") is not None


def problems(session: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a session shows that isn't so."""
    wrong, status = [], 0
    for command, expected in steps(session):
        if command == "echo $?":
            actual = f"{status}\n"
        else:
            status, actual = shown(command, monkeypatch)
        if not agrees(expected, actual):
            wrong.append(f"$ {command}\n--- the page has\n{expected}--- copylint gives\n{actual}")
    return wrong


@pytest.fixture
def examples(tmp_path, monkeypatch) -> Path:
    """A folder with a copy of `examples/` in it, made the current one."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_readme_shows_what_a_run_looks_like():
    assert "README.md" in {session.page for session in SESSIONS}


@pytest.mark.parametrize("session", SESSIONS, ids=str)
def test_commands_on_a_page_give_what_the_page_shows(session, examples, monkeypatch):
    assert problems(session.text, monkeypatch) == []


def test_a_page_that_shows_something_else_is_caught(examples, monkeypatch):
    (examples / "a.txt").write_text("The plan was good.\n")
    session = "$ copylint --format concise a.txt\n$ echo $?\n{}\n"
    assert problems(session.format("0"), monkeypatch) == []
    assert len(problems(session.format("1"), monkeypatch)) == 1
    assert len(problems("$ copylint rules\nPUN000  off\n…\n", monkeypatch)) == 1
    assert problems("$ copylint rules\n…\n", monkeypatch) == []
    assert not agrees("one\n…\nthree\n", "one\ntwo\n")
    assert agrees("one\n…\nthree\n", "one\ntwo\nthree\n")


def options_of_the_command(copy) -> set[str]:
    desk = copy({"a.txt": "Copy.\n"})
    return {option for name in COMMANDS for option in OPTION.findall(desk.command(name, "--help").out)}


def options_on_a_page(text: str) -> set[str]:
    """Each option in code that is copylint's: code that starts with `copylint` or with the option."""
    inline = re.findall(r"`((?:copylint\b|--)[^`]*)`", FENCE.sub("", text))
    lines = [
        line.strip().removeprefix("- ").removeprefix("run: ").removeprefix("script: ").removeprefix("$ ")
        for line in text.split("\n")
    ]
    return {
        option for code in inline + [line for line in lines if line.startswith("copylint ")] for option in OPTION.findall(code)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_option_on_a_page_is_one(page, copy):
    assert options_on_a_page(page.read_text("utf-8")) - options_of_the_command(copy) == set()


def test_an_option_is_found_wherever_it_stands():
    text = "Use `--one` or `copylint --two x`; not `pip --three`.\n```yaml\n      - run: copylint --four\n```\n"
    assert options_on_a_page(text) == {"--one", "--two", "--four"}


def hook_names() -> list[str]:
    return sorted(name for name in vars(hookspecs) if name.startswith("copylint_"))


def test_each_hook_is_documented_with_its_signature():
    page = (ROOT / "docs" / "plugins.md").read_text("utf-8")
    signatures = [f"`{name}{inspect.signature(getattr(hookspecs, name))}`".replace("'", "") for name in hook_names()]
    assert [signature for signature in signatures if signature not in page] == []
    assert sorted(re.findall(r"^\| `(copylint_\w+)", page, re.MULTILINE)) == hook_names()


@pytest.mark.parametrize(("protocol", "method"), [("Reader", "read"), ("Reporter", "render")])
def test_what_a_reader_and_a_reporter_are_is_documented(protocol, method):
    page = (ROOT / "docs" / "plugins.md").read_text("utf-8")
    signature = str(inspect.signature(getattr(getattr(hookspecs, protocol), method))).replace("'", "")
    assert f"\ndef {method}{signature}: ...\n" in page


def test_the_rule_on_the_plugin_page_works(copy):
    (code,) = (block.text for block in BLOCKS if block.text.startswith("# desk/house_rules.py"))
    desk = copy({"desk/house_rules.py": code, "copylint.toml": 'plugins = ["desk/house_rules.py"]\n', "a.txt": "Saved!\n"})
    assert "DSK101" in desk.marks()
    assert desk.command("test-rules", "--select", "DSK").out.endswith(" 0 wrong\n")


def test_each_exit_code_is_documented():
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert re.findall(r"^\| (\d) \|", page, re.MULTILINE) == ["0", "1", "2", "3"]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [code for code in "0123" if not re.search(rf"(?:\||`|\b){code}\b", readme)] == []


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.language == "yaml"], ids=str)
def test_yaml_on_a_page_is_yaml(block):
    parsed = yaml.safe_load(block.text)
    assert isinstance(parsed, dict)
    if block.text.startswith("# .github/workflows"):
        assert {"name", "permissions", "jobs"} < parsed.keys()
        assert all("runs-on" in job and job["steps"] for job in parsed["jobs"].values())


def steps_with_us() -> list[dict[str, dict[str, str]]]:
    """The steps of workflows on pages that use our action."""
    workflows = [yaml.safe_load(block.text) for block in BLOCKS if block.text.startswith("# .github/workflows")]
    steps = [step for workflow in workflows for job in workflow["jobs"].values() for step in job["steps"]]
    return [step for step in steps if step.get("uses", "").startswith("copylint/copylint@")]


def test_the_action_is_used_as_it_is():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert len(steps_with_us()) >= 2
    assert {name for step in steps_with_us() for name in step["with"]} <= action["inputs"].keys()


def set_ups() -> list[str]:
    """The commands of ours in what build servers are told on pages."""
    lines = [line.strip().removeprefix("- ") for block in BLOCKS if block.language == "yaml" for line in block.text.split("\n")]
    lines = [line.removeprefix("run: ").removeprefix("script: ") for line in lines]
    return sorted({line for line in lines if line.startswith("copylint ")})


@pytest.mark.parametrize("command", set_ups())
def test_commands_of_a_set_up_work(command, copy):
    desk = copy({"articles/a.txt": "The plan was was good.\n"})
    git = ("git", "-c", "user.name=A Test", "-c", "user.email=test@copylint.example")
    for words in ("init -q -b main", "commit -q --allow-empty -m Base", "tag origin/main", "add .", "commit -q -m Copy"):
        succeed(*git, *words.split(), cwd=desk.folder)
    argv = [word.replace("$GITHUB_BASE_REF", "main") for word in shlex.split(command)[1:]]
    done = desk.command(*argv)
    assert (done.status, done.err) == (0 if "never" in argv else 1, "")
    text = (desk.folder / argv[argv.index("--output") + 1]).read_text("utf-8") if "--output" in argv else done.out
    assert "GRM101" in text


def test_hooks_on_a_page_exist():
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    configs = [yaml.safe_load(block.text) for block in BLOCKS if block.text.startswith("# .pre-commit-config.yaml")]
    named = {hook["id"] for config in configs for repo in config["repos"] for hook in repo["hooks"]}
    assert named == known


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.text.startswith("# copylint.toml")], ids=str)
def test_settings_on_a_page_are_settings(block, copy):
    pack = (ROOT / "examples" / "newsroom" / "desk" / "house.toml").read_bytes()
    files = {"copylint.toml": block.text, "a.txt": "Copy.\n", "desk/rules/a.toml": pack, "desk/house_rules.py": ""}
    done = copy(files).command("config", "a.txt")
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    targets = LINK.findall(FENCE.sub("", page.read_text("utf-8")))
    assert [target for target in targets if not (page.parent / target).exists()] == []
