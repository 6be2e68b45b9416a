"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself in a repository of articles."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from processes import ROOT, Outcome, run_process, succeed

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

PACK = """
[[rule]]
code = "HSE101"
name = "presser"
kind = "existence"
severity = "error"
confidence = "high"
summary = "A “presser” is newsroom talk."
rationale = "Readers never say it."
message = "“{text}” is newsroom talk."
source = "house"
patterns = ["presser"]
bad = ["At a {presser} on Friday.", "Another {presser}."]
good = ["At a news conference.", "“A presser,” he said.", "The pressers left."]

[[rule]]
code = "HSE102"
name = "tomorrow"
kind = "existence"
severity = "query"
confidence = "high"
summary = "A “tomorrow” ages overnight."
rationale = "It is read on other days."
message = "Which day is “{text}”?"
source = "house"
patterns = ["tomorrow"]
bad = ["It opens {tomorrow}.", "The vote is {tomorrow}."]
good = ["It opens on Friday.", "“Come tomorrow,” she said.", "The tomorrows of youth."]
"""
SETTINGS = 'packs = ["rules/house.toml"]\nexclude = ["archive/"]\n'
BAD = "The mayor spoke at a presser on Friday.\n"
ASKED = "The fair opens tomorrow.\n"
GOOD = "The mayor spoke on Friday.\n"
GIT = ("git", "-c", "user.name=A Test", "-c", "user.email=test@copylint.example", "-c", "core.autocrlf=false")

Newsroom = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """Makes a git repository of articles with a pack, settings, and the given files staged."""

    def make(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "newsroom"
        for name, text in {"rules/house.toml": PACK, "copylint.toml": SETTINGS, **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        succeed(*GIT, "init", "--quiet", cwd=folder)
        succeed(*GIT, "add", "--all", cwd=folder)
        return folder

    return make


@pytest.fixture
def commit(repository: Path, hooks_home: Path) -> Callable[..., Outcome]:
    """Runs a hook over all files of a newsroom, as its `.pre-commit-config.yaml` would."""
    revision = succeed("git", "rev-parse", "HEAD", cwd=repository).strip()

    def run(folder: Path, hook: str = "copylint", **keys: object) -> Outcome:
        config = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [{"id": hook, **keys}]}]}
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
        succeed(*GIT, "add", ".pre-commit-config.yaml", cwd=folder)
        return pre_commit("run", hook, "--all-files", cwd=folder, home=hooks_home)

    return run


def pre_commit(*argv: str | Path, cwd: Path, home: Path) -> Outcome:
    return run_process(sys.executable, "-m", "pre_commit", *argv, cwd=cwd, env={"PRE_COMMIT_HOME": str(home)})


def test_the_hooks_use_documented_keys_alone():
    assert [hook["id"] for hook in HOOKS] == ["copylint", "copylint-fix", "copylint-rules"]
    documented = {"id", "name", "description", "entry", "args", "language", "types_or", "files", "verbose"}
    documented |= {"require_serial", "pass_filenames", "stages", "minimum_pre_commit_version"}
    assert {key for hook in HOOKS for key in hook} <= documented


def test_no_hook_promises_what_the_command_lacks(copy):
    helped = copy({"a.txt": GOOD}).command("--help").out
    options = {word for hook in HOOKS for word in hook["entry"].split() + hook.get("args", []) if word.startswith("--")}
    assert {option for option in options - {"--"} if option not in helped} == set()


@pytest.mark.slow
def test_try_repo_fails_a_bad_article_and_shows_the_mark(newsroom, repository, tmp_path):
    folder = newsroom({"bad.txt": BAD, "good.txt": GOOD, "deep/also bad.md": f"# The mayor\n\n{BAD}"})
    done = pre_commit("try-repo", repository, "copylint", "--all-files", cwd=folder, home=tmp_path / "home")
    assert done.status == 1, done.out + done.err
    assert "copylint....." in done.out
    assert "Failed" in done.out
    assert "exit code: 1" in done.out
    assert "bad.txt:1:22: HSE101 “presser” is newsroom talk." in done.out
    assert "deep/also bad.md:3:22: HSE101" in done.out
    assert "good.txt" not in done.out


@pytest.mark.slow
def test_the_fixing_hook_mends_and_fails_once(newsroom, commit):
    folder = newsroom({"slip.txt": "It rained , he said.\n", "archive/old.txt": "It rained , he said.\n"})
    done = commit(folder, "copylint-fix")
    assert done.status == 1, done.out + done.err
    assert "files were modified by this hook" in done.out
    assert (folder / "slip.txt").read_text("utf-8") == "It rained, he said.\n"
    assert (folder / "archive/old.txt").read_text("utf-8") == "It rained , he said.\n"
    succeed(*GIT, "add", "--all", cwd=folder)
    assert commit(folder, "copylint-fix").status == 0


@pytest.mark.slow
def test_questions_pass_and_are_shown(newsroom, commit):
    done = commit(newsroom({"asked.txt": ASKED}))
    assert done.status == 0, done.out + done.err
    assert "Passed" in done.out
    assert "asked.txt:1:16: HSE102 Which day is “tomorrow”?" in done.out


@pytest.mark.slow
def test_what_the_config_excludes_is_passed_over(newsroom, commit):
    done = commit(newsroom({"archive/bad.txt": BAD, "good.txt": GOOD}))
    assert done.status == 0, done.out + done.err
    assert "presser" not in done.out


@pytest.mark.slow
def test_a_run_with_nothing_but_excluded_files_passes(newsroom, commit):
    done = commit(newsroom({"archive/bad.txt": BAD}))
    assert done.status == 0, done.out + done.err


@pytest.mark.slow
def test_files_that_are_no_copy_are_passed_over(newsroom, commit):
    done = commit(newsroom({"robots.txt": BAD, "requirements.txt": BAD, "CMakeLists.txt": BAD}))
    assert done.status == 0, done.out + done.err


@pytest.mark.slow
@pytest.mark.parametrize("name", ["two words.txt", "-dash.txt", "--select.txt", "naïve café.md", "a'b.txt"])
def test_any_file_name_works(name, newsroom, commit):
    done = commit(newsroom({name: BAD}))
    assert done.status == 1, done.out + done.err
    assert f"{name}:1:22: HSE101" in done.out


@pytest.mark.slow
def test_args_of_the_newsroom_come_before_the_file_names(newsroom, commit):
    done = commit(newsroom({"-asked.txt": ASKED}), args=["--fail-on", "query", "--"])
    assert done.status == 1, done.out + done.err
    assert "-asked.txt:1:16: HSE102" in done.out


@pytest.mark.slow
def test_rule_examples_that_hold_pass(newsroom, commit):
    done = commit(newsroom({"good.txt": GOOD}), "copylint-rules")
    assert done.status == 0, done.out + done.err


@pytest.mark.slow
def test_a_rule_example_that_fails_is_shown(newsroom, commit):
    wrong = PACK.replace("At a news conference.", "At a presser.")
    done = commit(newsroom({"rules/house.toml": wrong}), "copylint-rules")
    assert done.status == 1, done.out + done.err
    assert "HSE101" in done.out
    assert "At a presser." in done.out


@pytest.mark.slow
def test_rule_examples_are_left_alone_when_no_pack_changed(newsroom, commit):
    folder = newsroom({"good.txt": GOOD})
    shutil.rmtree(folder / "rules")
    succeed(*GIT, "add", "--all", cwd=folder)
    done = commit(folder, "copylint-rules")
    assert done.status == 0, done.out + done.err
    assert "no files to check" in done.out
