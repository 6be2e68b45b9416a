"""The plugin of `examples/plugin`, installed for real, and plugins that go wrong in each way there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from once import made_once, shared
from processes import ROOT, Desk, Environment

PLUGIN = ROOT / "examples" / "plugin"
COPY = "Lindow keeps its ferry\n\nThe council met, and the old. ferry is saved!\n\nPiet the Ferryman opened the fair.\n"
OURS = "The truck stood in the slow. lane. A bad day!\n"
OUR_CODE = "PUN101"

START = """
from pathlib import Path
from copylint.hookspecs import hookimpl
from copylint.rule import Confidence, Match, Rule, Severity

def check(document):
    start = document.prose.find("bad")
    return [Match(type(document.tokens.span(0))(start, start + 3))] if start >= 0 else []

def rule(**facts):
    base = dict(
        code="DSK901", name="bad-word", summary="A bad word.", rationale="For tests.", message="“{text}” is bad.",
        severity=Severity.ERROR, confidence=Confidence.HIGH, source="house", check=check,
        bad=("A {bad} day.", "It went {bad}."), good=("A day.", "It went well.", "“A day,” she said."),
    )
    return Rule(**{**base, **facts})
"""


def giving(hook: str, value: str, before: str = "") -> str:
    """The code of a plugin whose hook returns a value."""
    return f"{before}\n\n@hookimpl\ndef {hook}():\n    return {value}\n"


def raising_class(method: str, error: str, **attributes: object) -> str:
    """The code of a class `R` with one method, which raises."""
    lines = [f"    {name} = {value!r}" for name, value in attributes.items()]
    return "\n".join(["class R:", *lines, f"    def {method}(self, *_, **__):", f"        raise {error}"])


@pytest.fixture(scope="session")
def installed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with copylint and the example."""

    def install(folder: Path) -> None:
        Environment.fresh(folder / "environment").install(repository, repository / "examples" / "plugin")

    return Environment(made_once(shared(tmp_path_factory) / "plugin", install) / "environment")


@pytest.mark.slow
def test_the_installed_example_gives_its_rule_pack_and_format(installed, tmp_path):
    (tmp_path / "a.txt").write_text(COPY)
    found = installed.run("--format", "jsonl", "a.txt", cwd=tmp_path)
    assert (found.status, found.err) == (1, "")
    assert [(f["code"], f["text"]) for f in found.findings if f["code"].startswith("DSK")] == [
        ("DSK101", "!"),
        ("DSK201", "Piet the Ferryman"),
    ]
    tally = installed.run("--format", "tally", "a.txt", cwd=tmp_path)
    assert (tally.status, tally.err) == (1, "")
    assert tally.out == f"a.txt: {len(found.codes)}\n"


@pytest.mark.slow
def test_the_installed_example_is_listed_and_explained(installed, tmp_path):
    listed = installed.run("rules", cwd=tmp_path).out
    assert "DSK101" in listed
    assert "DSK201" in listed
    assert "exclamation-mark" in installed.run("explain", "DSK101", cwd=tmp_path).out


@pytest.mark.slow
def test_the_examples_in_the_rules_of_the_installed_example_hold(installed, tmp_path):
    tried = installed.run("test-rules", "--select", "DSK", cwd=tmp_path)
    assert tried.out.startswith("2 rules, ")
    assert tried.out.endswith(" 0 wrong\n")


@pytest.mark.slow
def test_no_plugins_leaves_an_installed_plugin_out(installed, tmp_path):
    (tmp_path / "a.txt").write_text(COPY)
    refused = installed.run("--no-plugins", "--format", "jsonl", "a.txt", cwd=tmp_path)
    assert refused.codes
    assert not [code for code in refused.codes if code.startswith("DSK")]


def desk_with(copy, plugin: str, **files: str) -> Desk:
    """A desk with one article, and a plugin in the file `desk/house.py`."""
    more = {name.replace("__", "/").replace("_toml", ".toml"): text for name, text in files.items()}
    settings = 'plugins = ["desk/house.py"]\n'
    return copy({"a.txt": OURS, "copylint.toml": settings, "desk/house.py": START + plugin, **more})


def test_a_plugin_in_a_file_gives_its_rule(copy):
    desk = desk_with(copy, giving("copylint_rules", "[rule()]"))
    done = desk.run("--format", "jsonl")
    assert (done.status, done.err) == (1, "")
    assert {OUR_CODE, "DSK901"} <= set(done.codes)


def test_the_example_works_as_a_folder_named_in_the_config(copy):
    folder = PLUGIN / "src" / "copylint_desk_example"
    files = {
        f"desk/{path.relative_to(folder).as_posix()}": path.read_text("utf-8")
        for path in folder.rglob("*.*")
        if path.suffix in {".py", ".toml"}
    }
    files = {name: text.replace("from copylint_desk_example.", "from .") for name, text in files.items()}
    desk = copy({**files, "a.txt": COPY, "copylint.toml": 'plugins = ["desk"]\n'})
    done = desk.run("--format", "jsonl")
    assert (done.status, done.err) == (1, "")
    assert {"DSK101", "DSK201"} <= set(done.codes)
    assert desk.run("--format", "tally").out == f"a.txt: {len(done.codes)}\n"


@pytest.mark.parametrize(
    ("hook", "what", "plugin"),
    [
        pytest.param("", "ModuleNotFoundError", "import nothing_of_this_name", id="import error"),
        pytest.param("", "SyntaxError", "def :", id="syntax error"),
        pytest.param("", "SystemExit", "raise SystemExit(0)", id="exit on import"),
        pytest.param("copylint_rules", "TypeError", giving("copylint_rules", "7"), id="no iterable"),
        pytest.param("copylint_rules", "str", giving("copylint_rules", "['DSK901']"), id="no rule"),
        pytest.param("copylint_rules", "ZeroDivisionError", giving("copylint_rules", "[1 / 0]"), id="rules hook raises"),
        pytest.param("copylint_rules", OUR_CODE, giving("copylint_rules", f"[rule(code='{OUR_CODE}')]"), id="our code"),
        pytest.param("copylint_rules", "DSK901", giving("copylint_rules", "[rule(), rule()]"), id="its own code twice"),
        pytest.param("copylint_rules", "D1", giving("copylint_rules", "[rule(code='D1')]"), id="no code"),
        pytest.param("copylint_rules", "DSK901", giving("copylint_rules", "[rule(good=())]"), id="no examples"),
        pytest.param("copylint_packs", "nowhere", giving("copylint_packs", "[Path('nowhere')]"), id="no pack"),
        pytest.param("copylint_packs", "str", giving("copylint_packs", "['a.toml']"), id="no path"),
        pytest.param("copylint_readers", "str", giving("copylint_readers", "['docx']"), id="no reader"),
        pytest.param("copylint_reporters", "str", giving("copylint_reporters", "['x']"), id="no reporter"),
        pytest.param(
            "copylint_reporters",
            "json",
            giving("copylint_reporters", "[R()]", raising_class("render", "ValueError", format="json")),
            id="our format",
        ),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_go_on(copy, hook, what, plugin):
    done = desk_with(copy, plugin).run("--format", "jsonl")
    assert done.status == 3
    assert "house.py" in done.err
    assert hook in done.err
    assert what in done.err
    assert "Traceback" not in done.err
    assert OUR_CODE in done.codes


@pytest.mark.parametrize(
    ("pack", "what"),
    [
        pytest.param("[[rule]", "TOML", id="no TOML"),
        pytest.param('[[rule]]\ncode = "DSK902"\n', "DSK902", id="keys missing"),
        pytest.param("[[ruel]]\nx = 1\n", '"rule"', id="unknown key"),
    ],
)
def test_a_plugin_with_a_bad_pack_is_named_and_the_others_go_on(copy, pack, what):
    plugin = giving("copylint_packs", "[Path(__file__).parent / 'house.toml']")
    done = desk_with(copy, plugin, desk__house_toml=pack).run("--format", "jsonl")
    assert done.status == 3
    assert "house.py" in done.err
    assert "copylint_packs" in done.err
    assert what in done.err
    assert OUR_CODE in done.codes


@pytest.mark.parametrize(
    ("body", "what"),
    [
        pytest.param("raise ValueError('no luck')", "ValueError: no luck", id="raises"),
        pytest.param("yield Match(document.tokens.span(0)); raise ValueError('no luck')", "no luck", id="raises late"),
        pytest.param("return 7", "TypeError", id="gives no iterable"),
        pytest.param("return ['x']", "str", id="gives no match"),
        pytest.param("return [Match(type(document.tokens.span(0))(0, 999))]", "999", id="past the end"),
        pytest.param("raise RecursionError('too deep')", "too deep", id="recursion"),
    ],
)
def test_a_rule_that_fails_is_named_and_the_others_go_on(copy, body, what):
    plugin = f"def fails(document):\n    {body}\n" + giving(
        "copylint_rules", "[rule(check=fails), rule(code='DSK902', name='worse')]"
    )
    done = desk_with(copy, plugin).run("--format", "jsonl")
    assert done.status == 3
    assert "house.py" in done.err
    assert "DSK901" in done.err
    assert what in done.err
    assert {OUR_CODE, "DSK902"} <= set(done.codes)


def test_a_reporter_that_raises_is_named_and_the_findings_come_out_all_the_same(copy):
    plugin = giving("copylint_reporters", "[R()]", raising_class("render", "ValueError('no paint')", format="wall"))
    done = desk_with(copy, plugin).run("--format", "wall")
    assert done.status == 3
    assert "house.py" in done.err
    assert "copylint_reporters" in done.err
    assert "no paint" in done.err
    assert OUR_CODE in done.out


def test_a_reader_that_raises_is_named_and_the_other_files_are_read(copy):
    reader = raising_class("read", "ValueError('no wire')", format="wire", suffixes=(".wire",))
    plugin = giving("copylint_readers", "[R()]", reader)
    desk = desk_with(copy, plugin)
    (desk.folder / "b.wire").write_text("Copy.\n")
    done = desk.run("--format", "jsonl")
    assert done.status == 3
    assert "b.wire" in done.err
    assert "no wire" in done.err
    assert OUR_CODE in done.codes


def test_one_broken_plugin_leaves_another_alone(copy):
    desk = desk_with(copy, giving("copylint_rules", "[rule()]"))
    (desk.folder / "desk" / "broken.py").write_text("1 / 0\n")
    (desk.folder / "copylint.toml").write_text('plugins = ["desk"]\n')
    done = desk.run("--format", "jsonl")
    assert done.status == 3
    assert "broken.py" in done.err
    assert "house.py" not in done.err
    assert "DSK901" in done.codes


def test_no_plugins_runs_no_stranger_s_code(copy):
    desk = desk_with(copy, "Path('ran').write_text('')\n")
    done = desk.run("--no-plugins", "--format", "jsonl")
    assert OUR_CODE in done.codes
    assert not Path("ran").exists()


def test_a_plugin_named_in_a_nested_config_does_not_run(copy):
    desk = copy(
        {
            "a.txt": OURS,
            "copylint.toml": "",
            "b/b.txt": OURS,
            "b/copylint.toml": 'plugins = ["house.py"]\n',
            "b/house.py": "open('ran', 'w').close()\n",
        }
    )
    desk.run("--format", "jsonl")
    assert not (desk.folder / "ran").exists()
