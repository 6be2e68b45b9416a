"""The GitHub Action: its parts run as GitHub runs them, with real git, in pull requests of our own making."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from processes import ROOT, Outcome, run_process, succeed
from test_precommit import PACK

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GIT = ("git", "-c", "user.name=A Test", "-c", "user.email=test@copylint.example", "-c", "core.autocrlf=false")
SETTINGS = 'packs = ["rules/house.toml"]\nselect = ["HSE101"]\n'
BAD = "The mayor spoke at a presser on Friday.\n"
GOOD = "The mayor spoke on Friday.\n"
FILES = {"rules/house.toml": PACK, "copylint.toml": SETTINGS, "old.txt": BAD, "a.txt": GOOD}
EVIL = "from pathlib import Path\nPath(__file__).with_name('ran').write_text('')\n"


@dataclass
class Forge:
    """A repository as a forge has it, and what a job of it is given."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> Path:
        return self.folder / "origin"

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace"

    def git(self, *command: str | Path, at: Path | None = None) -> str:
        return succeed(*GIT, *command, cwd=at or self.origin).strip()

    def commit(self, files: Mapping[str, str | None]) -> str:
        for name, text in files.items():
            path = self.origin / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        self.git("add", "--all", "--force", ".")
        self.git("commit", "--quiet", "--message=As it is")
        return self.git("rev-parse", "HEAD")

    def pull_request(self, files: Mapping[str, str | None], *, repository: str = "desk/copy") -> None:
        """Check out the merge of a pull request, as shallow as actions/checkout does."""
        self.git("checkout", "--quiet", "-b", "theirs")
        head = self.commit(files)
        self.git("checkout", "--quiet", "main")
        base = self.commit({"later.txt": BAD})
        self.git("checkout", "--quiet", "-b", "merge")
        self.git("merge", "--quiet", "--no-ff", "--no-edit", "theirs")
        self.check_out("merge")
        self.env |= {"EVENT_BASE": base, "EVENT_HEAD": head, "EVENT_HEAD_REPOSITORY": repository}

    def check_out(self, branch: str) -> None:
        self.git("clone", "--quiet", "--depth=1", f"--branch={branch}", self.origin.as_uri(), self.workspace, at=self.folder)

    def run(self, **inputs: str) -> Outcome:
        """What the step gives that checks the copy."""
        temp = self.folder / "temp"
        temp.mkdir(exist_ok=True)
        defaults = {key: value.get("default", "") for key, value in ACTION["inputs"].items()}
        given = {**defaults, **{key.replace("_", "-"): value for key, value in inputs.items()}}
        env = {
            **{f"INPUT_{key.upper().replace('-', '_')}": str(value) for key, value in given.items()},
            "GITHUB_REPOSITORY": "desk/copy",
            "GITHUB_OUTPUT": str(temp / "output"),
            "GITHUB_STEP_SUMMARY": str(temp / "summary"),
            "RUNNER_TEMP": str(temp),
            **self.env,
        }
        return run_process(sys.executable, "-I", ROOT / "action", cwd=self.workspace, env=env)

    @property
    def outputs(self) -> dict[str, str]:
        lines = (self.folder / "temp" / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self) -> str:
        return (self.folder / "temp" / "summary").read_text("utf-8")


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    made = Forge(tmp_path)
    made.origin.mkdir()
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("config", "uploadpack.allowAnySHA1InWant", "true")
    made.commit(FILES)
    return made


def marked(done: Outcome) -> list[str]:
    """The files that annotations stand in."""
    return re.findall(r"^::error file=([^,]+),", done.out, re.MULTILINE)


def test_a_push_is_checked_whole(forge):
    forge.check_out("main")
    done = forge.run()
    assert (done.status, marked(done)) == (1, ["old.txt"])
    assert forge.outputs == {"findings": "1", "errors": "1", "status": "1", "sarif-file": "", "proof": ""}
    assert "1 to correct." in forge.summary


def test_of_a_pull_request_only_what_it_changes_is_marked(forge):
    forge.pull_request({"a.txt": GOOD + "\n" + BAD})
    done = forge.run()
    assert (done.status, marked(done), done.err) == (1, ["a.txt"], "")
    assert forge.outputs["findings"] == "1"


def test_all_of_it_is_marked_where_that_is_wished(forge):
    forge.pull_request({"a.txt": BAD})
    assert marked(forge.run(diff_base="none")) == ["a.txt", "later.txt", "old.txt"]


def test_a_head_that_is_checked_out_without_history_is_told(forge):
    forge.pull_request({"a.txt": BAD})
    forge.git("fetch", "--quiet", "--depth=1", "origin", forge.env["EVENT_HEAD"], at=forge.workspace)
    forge.git("checkout", "--quiet", forge.env["EVENT_HEAD"], at=forge.workspace)
    done = forge.run()
    assert done.status == 2
    assert done.out.startswith("::error title=copylint::")
    forge.git("fetch", "--quiet", "--unshallow", "origin", at=forge.workspace)
    assert marked(forge.run()) == ["a.txt"]


HOSTILE = {
    "copylint.toml": 'plugins = ["evil.py"]\nfail_on = "never"\nselect = ["ATT"]\noutput = "../stolen"\n',
    "news/copylint.toml": 'ignore = ["ALL"]\n',
    "news/a.txt": BAD,
    "rules/house.toml": PACK.replace("presser", "nothing"),
    **dict.fromkeys(("evil.py", "copylint.py", "json.py", "re.py", "pull_request.py", "sitecustomize.py"), EVIL),
    ".gitignore": "news/\n",
}


@pytest.mark.parametrize("repository", ["stranger/copy", ""])
def test_a_fork_has_the_settings_of_the_base_and_none_of_its_code_runs(forge, repository):
    forge.pull_request(HOSTILE, repository=repository)
    before = forge.git("status", "--porcelain", at=forge.workspace)
    done = forge.run(sarif_file="marks.sarif")
    assert (done.status, marked(done)) == (1, ["news/a.txt"])
    assert not list(forge.folder.rglob("ran"))
    assert not list(forge.folder.rglob("stolen"))
    sarif = json.loads((forge.workspace / "marks.sarif").read_text("utf-8"))
    assert sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/a.txt"
    (forge.workspace / "marks.sarif").unlink()
    assert forge.git("status", "--porcelain", at=forge.workspace) == before


def test_a_fork_cannot_change_the_plugins_of_the_base(forge):
    forge.commit({"copylint.toml": SETTINGS + 'plugins = ["desk.py"]\n', "desk.py": ""})
    forge.pull_request({"desk.py": EVIL, "a.txt": BAD}, repository="stranger/copy")
    assert marked(forge.run()) == ["a.txt"]
    assert not list(forge.folder.rglob("ran"))


def test_the_same_from_the_repository_itself_has_its_own_settings(forge):
    forge.pull_request({"copylint.toml": SETTINGS + 'ignore = ["HSE101"]\n', "a.txt": BAD})
    assert forge.run().status == 0


def test_a_fork_cannot_put_its_marks_aside(forge):
    settings = {"copylint.toml": SETTINGS + 'baseline = "put_aside"\n', "put_aside": "# copylint baseline 1\n"}
    forge.commit(settings)
    forge.check_out("main")
    (forge.workspace / "a.txt").write_text(BAD, "utf-8")
    copylint = (sys.executable, "-m", "copylint", "baseline", "write", "--rewrite", "--baseline", "put_aside")
    succeed(*copylint, cwd=forge.workspace)
    aside = (forge.workspace / "put_aside").read_text("utf-8")
    assert aside
    succeed("rm", "-r", forge.workspace, cwd=forge.folder)
    forge.pull_request({"a.txt": BAD, "put_aside": aside}, repository="stranger/copy")
    assert marked(forge.run()) == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="no links without rights on Windows")
def test_a_fork_cannot_lead_settings_elsewhere_by_links(forge):
    outside = forge.folder / "outside"
    outside.mkdir()
    (outside / "house.toml").write_text(PACK.replace("presser", "nothing"), "utf-8")
    forge.git("checkout", "--quiet", "-b", "theirs")
    (forge.origin / "rules" / "house.toml").unlink()
    (forge.origin / "rules").rmdir()
    (forge.origin / "rules").symlink_to(outside)
    (forge.origin / "copylint.toml").unlink()
    (forge.origin / "copylint.toml").symlink_to("/dev/null")
    forge.git("add", "--all", ".")
    forge.git("commit", "--quiet", "--message=Links")
    forge.git("checkout", "--quiet", "main")
    base = forge.git("rev-parse", "HEAD")
    forge.git("checkout", "--quiet", "theirs")
    head = forge.commit({"a.txt": BAD})
    forge.git("checkout", "--quiet", "main")
    forge.git("checkout", "--quiet", "-b", "merge")
    forge.git("merge", "--quiet", "--no-ff", "--no-edit", "theirs")
    forge.check_out("merge")
    forge.env |= {"EVENT_BASE": base, "EVENT_HEAD": head, "EVENT_HEAD_REPOSITORY": "stranger/copy"}
    done = forge.run()
    assert (done.status, marked(done)) == (1, ["a.txt"])
    assert (outside / "house.toml").read_text("utf-8") == PACK.replace("presser", "nothing")


def test_the_job_goes_on_where_that_is_wished_and_outputs_are_there(forge):
    forge.check_out("main")
    done = forge.run(fail_on="never", sarif_file="marks.sarif", proof="proof.html", format="concise", args="--jobs 1")
    assert (done.status, done.out.count("\n")) == (0, 1)
    assert forge.outputs["findings"] == "1"
    assert json.loads((forge.workspace / forge.outputs["sarif-file"]).read_text("utf-8"))["version"] == "2.1.0"
    assert "presser" in (forge.workspace / forge.outputs["proof"]).read_text("utf-8")


def test_files_have_a_line_each_and_may_have_spaces_and_dashes(forge):
    forge.commit({"-30- x.txt": BAD, "b c/d.txt": BAD})
    forge.check_out("main")
    assert sorted(marked(forge.run(paths="-30- x.txt\n  b c\n\n"))) == ["-30- x.txt", "b c/d.txt"]


@pytest.mark.parametrize(
    "inputs",
    [{"args": "--no-such"}, {"config": "nowhere.toml"}, {"proof": "no/such/folder.html"}, {"diff_base": "nowhere"}],
    ids=str,
)
def test_what_is_wrong_with_the_workflow_is_an_annotation(forge, inputs):
    forge.check_out("main")
    done = forge.run(**inputs)
    assert done.status == 2
    assert re.search(r"^::error title=copylint::.", done.out, re.MULTILINE)
    assert "Traceback" not in done.err


def test_a_failure_fails_the_job_and_is_in_the_summary(forge):
    forge.check_out("main")
    (forge.workspace / "b.txt").write_bytes(b"\xff\xfe\x00")
    assert forge.run(fail_on="never").status == 3
    assert "Could not be done:" in forge.summary


def test_the_summary_is_words_and_no_mark_up(forge):
    name = "![x](http&#58;x)<b>@all`a|b`.txt"
    forge.commit({name.replace("/", ""): BAD})
    forge.check_out("main")
    forge.run()
    rows = [line for line in forge.summary.split("\n") if line.startswith("| Correct")]
    assert len(rows) == 2
    assert not set("".join(rows)) & set("<>[]!@`*_")
    assert all(row.count("|") == 5 for row in rows)
    assert forge.summary.startswith("## copylint\n")


def test_a_long_summary_is_cut_and_says_so():
    sys.path.insert(0, str(ROOT / "action"))
    try:
        from summary import summary
    finally:
        sys.path.pop(0)
    finding = {"path": "é.txt", "line": 1, "severity": "query", "message": "m" * 90, "code": "PUN101"}
    counts = {"errors": 0, "warnings": 0, "queries": 1000}
    text = summary({"files": [{"findings": [finding] * 1000, "failures": []}], "failures": [], "summary": counts}, 5000)
    assert len(text.encode()) < 5200
    assert re.search(r"And \d+ more, in the log\.", text)


def test_no_input_is_pasted_into_a_script():
    steps = ACTION["runs"]["steps"]
    assert ACTION["runs"]["using"] == "composite"
    assert not [step for step in steps if "${{" in step["run"]]
    assert all(step["shell"] == "bash" for step in steps)
    assert not [step for step in steps if "uses" in step]


def test_each_input_is_used_and_each_output_given(forge):
    values = " ".join(value for step in ACTION["runs"]["steps"] for value in step["env"].values())
    assert set(re.findall(r"inputs\.([\w-]+)", values)) == set(ACTION["inputs"])
    forge.check_out("main")
    forge.run()
    assert set(forge.outputs) == set(ACTION["outputs"])
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    listed = re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)
    assert [name for name in (*ACTION["inputs"], *ACTION["outputs"]) if name not in listed] == []


@pytest.mark.slow
def test_the_installing_step_takes_nothing_from_the_folder_of_the_copy(repository, tmp_path):
    workspace, temp = tmp_path / "workspace", tmp_path / "temp"
    workspace.mkdir()
    temp.mkdir()
    for name in ("venv.py", "pip.py", "ensurepip.py", "copylint.py", "json.py"):
        (workspace / name).write_text(EVIL, "utf-8")
    env = {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(temp / "output"), "GITHUB_ACTION_PATH": str(repository)}
    succeed("bash", repository / "action" / "install.sh", cwd=workspace, env=env)
    python = (temp / "output").read_text("utf-8").strip().removeprefix("python=")
    assert "copylint" in succeed(python, "-I", "-m", "copylint", "--version", cwd=workspace)
    assert not list(workspace.glob("ran"))
    wrong = run_process("bash", repository / "action" / "install.sh", cwd=workspace, env={**env, "INPUT_VERSION": "1; rm"})
    assert (wrong.status, wrong.out) == (2, "::error title=copylint::version: that is none\n")
