"""Command line over environment over file over defaults; which config counts for which file; whose plugins run."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from copylint.config import Config, ConfigFinder, by_code, for_file, trusted_plugins
from copylint.config.layer import resolved
from copylint.config.said import from_command, from_environment
from copylint.config.setting import KEYS, Glob, RuleSettings
from copylint.errors import ConfigError
from copylint.rule import Severity


@pytest.fixture
def finder(tmp_path):
    """Writes files and gives a finder that works in their folder."""

    def make(files=(), **fields):
        for name, text in dict(files).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return ConfigFinder(tmp_path, **fields)

    return make


def test_the_command_beats_the_environment_and_that_the_file(finder):
    file = {"copylint.toml": 'select = ["PUN"]\nformat = "json"\njobs = 1\nquiet = true'}
    variables = {"COPYLINT_SELECT": "USE, SPL", "COPYLINT_FORMAT": "full"}
    config = finder(file, environment=variables, command={"select": ["NUM,SEN", "HED"], "ignore": None}).root_config()
    assert (config.select, config.format, config.jobs, config.quiet) == (("NUM", "SEN", "HED"), "full", 1, True)
    assert (config.severity, config.ignore) == (Severity.QUERY, ())
    origins = {key: config.origins[key] for key in ("select", "format", "jobs", "severity")}
    assert origins == {"select": "--select", "format": "COPYLINT_FORMAT", "jobs": "copylint.toml:3", "severity": "default"}


def test_lists_that_extend_are_joined_from_everywhere(finder):
    config = finder(
        {"copylint.toml": 'extend_select = ["A"]'},
        environment={"COPYLINT_EXTEND_SELECT": "B"},
        command={"extend_select": ["C"]},
    ).root_config()
    assert config.extend_select == ("A", "B", "C")
    assert config.origins["extend_select"] == "copylint.toml:1, COPYLINT_EXTEND_SELECT, --extend-select"
    assert str(config.fail("extend_select", "no")) == "--extend-select: no"


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("PREVIEW", "yes", "preview", True),
        ("FORCE_EXCLUDE", "0", "force_exclude", False),
        ("JOBS", "4", "jobs", 4),
        ("SEVERITY", "error", "severity", Severity.ERROR),
        ("STYLE", "ap,house", "style", ("ap", "house")),
        ("VARIANT", "gb", "variant", "gb"),
        ("VOCABULARY", "parkrun, sarnie", "vocabulary", ("parkrun", "sarnie")),
    ],
)
def test_variables_are_read_as_their_key_wants(tmp_path, name, text, key, value):
    config = resolved(from_environment({f"COPYLINT_{name}": text}, root=tmp_path))
    assert getattr(config, key) == value


def test_globs_and_paths_of_variables_and_options_count_from_the_root(tmp_path):
    layer = from_environment({"COPYLINT_EXCLUDE": "a/*.md,b", "COPYLINT_PACKS": "desk"}, root=tmp_path)
    config = resolved(layer, from_command({"extend_exclude": ["x,y"]}, root=tmp_path))
    assert config.excluded == (Glob(tmp_path, "a/*.md"), Glob(tmp_path, "b"), Glob(tmp_path, "x,y"))
    assert config.packs == (tmp_path / "desk",)


def test_other_variables_are_left_alone(tmp_path):
    environment = {"COPYLINT_VERSION": "1.2", "COPYLINT_PLUGINS": "evil.py", "COPYLINT_FORMAT": "", "SELECT": "A"}
    assert from_environment(environment, root=tmp_path).values == {}


@pytest.mark.parametrize(
    ("environment", "command", "message"),
    [
        ({"COPYLINT_JOBS": "many"}, {}, 'COPYLINT_JOBS: "jobs" takes a whole number, not a string'),
        ({"COPYLINT_QUIET": "maybe"}, {}, 'COPYLINT_QUIET: "quiet" takes true or false, not a string'),
        (
            {},
            {"fail_on": "nevr"},
            '--fail-on: "fail_on" is one of query, warning, error, never, not "nevr"; did you mean "never"?',
        ),
        ({}, {"select": 3}, '--select: "select" takes a list of strings, not a number'),
        ({}, {"vocabulary": 3}, '--vocabulary: "vocabulary" takes a list of strings, not a number'),
        ({"COPYLINT_VOCABULARY": "park run"}, {}, 'COPYLINT_VOCABULARY: "vocabulary" takes single words, not "park run"'),
        ({}, {"fix": True}, '--fix: unknown key "fix"'),
    ],
)
def test_a_wrong_variable_or_option_is_told_by_its_name(finder, environment, command, message):
    with pytest.raises(ConfigError) as caught:
        finder(environment=environment, command=command).root_config()
    assert str(caught.value) == message


def test_each_file_has_the_config_nearest_to_it(finder):
    configs = finder({"copylint.toml": "jobs = 1", "a/copylint.toml": "jobs = 2", "a/b.md": "", "c/d.md": ""})
    assert [configs.config_for(Path(name)).jobs for name in ("a/b.md", "c/d.md", "a/new.md")] == [2, 1, 2]
    assert configs.config_for(Path("a/b.md")) is configs.config_for(Path("a/c.md"))


def test_a_config_named_outright_counts_for_every_file(finder):
    files = {"copylint.toml": "jobs = 1", "a/copylint.toml": "jobs = 2", "desk.toml": "jobs = 3"}
    configs = finder(files, config_file=Path("desk.toml"))
    assert configs.config_for(Path("a/b.md")).jobs == 3
    assert configs.root_file == configs.root / "desk.toml"


def test_isolated_leaves_config_files_out(finder):
    configs = finder({"copylint.toml": "nonsense = 1"}, isolated=True, command={"jobs": 4})
    assert configs.config_for(Path("a.md")) == configs.root_config()
    assert configs.root_config().jobs == 4
    assert configs.root_file is None


def test_plugins_of_the_root_config_run(finder):
    configs = finder({"copylint.toml": 'plugins = ["desk/rules.py"]', "a/b.md": ""})
    config = configs.config_for(Path("a/b.md"))
    assert trusted_plugins(config, configs.root_config()) == (configs.root / "desk/rules.py",)


def test_plugins_of_a_config_named_outright_run(finder):
    configs = finder({"desk.toml": 'plugins = ["rules.py"]'}, config_file=Path("desk.toml"))
    assert trusted_plugins(configs.root_config(), configs.root_config()) == (configs.root / "rules.py",)


@pytest.mark.parametrize(
    ("files", "origin"),
    [
        ({"copylint.toml": "", "a/copylint.toml": 'plugins = ["x.py"]'}, "a/copylint.toml:1"),
        ({"a/copylint.toml": 'plugins = ["x.py"]'}, "a/copylint.toml:1"),
        ({"copylint.toml": 'extends = "base.toml"', "base.toml": 'quiet = true\nplugins = ["x.py"]'}, "base.toml:2"),
    ],
)
def test_plugins_of_nested_and_extended_configs_are_refused(finder, files, origin):
    configs = finder(files)
    with pytest.raises(ConfigError, match="plugins run only when") as caught:
        trusted_plugins(configs.config_for(Path("a/b.md")), configs.root_config())
    assert str(caught.value).startswith(f'{origin}: "x.py" is refused')


def test_a_link_to_the_root_config_is_a_nested_config(finder):
    configs = finder({"copylint.toml": 'plugins = ["x.py"]', "a/b.md": ""})
    (configs.root / "a/copylint.toml").symlink_to("../copylint.toml")
    with pytest.raises(ConfigError, match="refused"):
        trusted_plugins(configs.config_for(Path("a/b.md")), configs.root_config())


def test_a_nested_config_that_extends_the_root_has_its_plugins(finder):
    configs = finder({"copylint.toml": 'plugins = ["x.py"]', "a/copylint.toml": 'extends = "../copylint.toml"'})
    assert trusted_plugins(configs.config_for(Path("a/b.md")), configs.root_config()) == (configs.root / "x.py",)


OVERRIDES = """
select = ["PUN"]
ignore = ["PUN102"]
[rules.PUN101]
limit = 1
[[overrides]]
paths = ["opinion/", "!opinion/leader.md"]
select = ["USE"]
ignore = ["USE102"]
severity = "error"
[overrides.rules.PUN101]
severity = "query"
[[overrides]]
paths = ["*.md"]
extend_select = ["NUM"]
"""


def test_overrides_apply_to_the_files_they_match_in_order(finder):
    configs = finder({"copylint.toml": OVERRIDES})
    config = configs.root_config()
    opinion = for_file(config, configs.root / "opinion/a.md")
    assert (opinion.select, opinion.ignore, opinion.extend_select) == (("USE",), ("PUN102", "USE102"), ("NUM",))
    assert opinion.severity is Severity.ERROR
    assert (opinion.rules["PUN101"].severity, opinion.rules["PUN101"].options) == (Severity.QUERY, {"limit": 1})
    leader = for_file(config, configs.root / "opinion/leader.md")
    assert (leader.select, leader.severity, leader.extend_select) == (("PUN",), Severity.QUERY, ("NUM",))
    elsewhere = for_file(config, configs.root.parent / "a.md")
    assert (elsewhere.select, elsewhere.extend_select) == (("PUN",), ())


def test_overrides_give_way_to_the_command_and_the_environment(finder):
    environment = {"COPYLINT_SEVERITY": "warning"}
    configs = finder({"copylint.toml": OVERRIDES}, command={"select": ["SEN"]}, environment=environment)
    settings = for_file(configs.root_config(), configs.root / "opinion/a.md")
    assert (settings.select, settings.severity) == (("SEN",), Severity.WARNING)
    assert settings.ignore == ("PUN102", "USE102")


def test_ignores_count_for_the_files_they_name(finder, monkeypatch):
    text = "".join(f'[[ignores]]\npath = "{path}"\n' for path in ("a/b.md", "a", "./a/b.md", "*.md", "c.md", "[ab]/"))
    configs = finder({"desk/copylint.toml": text})
    monkeypatch.chdir(configs.root)
    config = configs.config_for(Path("desk/x.md"))
    found = for_file(config, Path("desk/a/b.md")).ignores
    assert [(ignore.glob.pattern, ignore.is_literal) for ignore in found] == [
        ("a/b.md", True),
        ("a", False),
        ("./a/b.md", True),
        ("*.md", False),
        ("[ab]/", False),
    ]
    assert [ignore.glob.pattern for ignore in for_file(config, Path("a/b.md")).ignores] == []


def test_settings_of_rules_are_found_by_code():
    rules = {
        "old": RuleSettings(Severity.QUERY, {"limit": 1}),
        "pun101": RuleSettings(options={"limit": 2}),
        "unknown": RuleSettings(),
    }
    assert by_code(rules, {"old": "PUN101", "PUN101": "PUN101"}) == {"PUN101": RuleSettings(Severity.QUERY, {"limit": 2})}


def test_a_config_goes_to_another_process(finder):
    config = finder({"copylint.toml": OVERRIDES + '[[ignores]]\npath = "a"\n'}).root_config()
    assert pickle.loads(pickle.dumps(config)) == config


def test_the_defaults_are_these():
    config = Config()
    assert {key: getattr(config, key) for key in KEYS if getattr(config, key)} == {
        "severity": Severity.QUERY,
        "fail_on": "warning",
        "language": "en",
        "variant": "auto",
        "color": "auto",
        "keep_results": True,
    }
    assert set(config.origins.values()) == {"default"}


def test_words_that_the_newsroom_knows_are_left_alone_in_its_folder_and_those_of_its_desks(copy):
    text = "It was loundly sung in the univresity.\n"
    files = {
        "copylint.toml": "vocabulary = ['Univresity']",
        "b/copylint.toml": "extends = '../copylint.toml'\nvocabulary = 'loundly'",
    }
    run = copy({"a.txt": text, "b/c.txt": text, **files}).run("--format", "jsonl", "--select", "SPL")
    assert [(finding["path"], finding["text"]) for finding in run.findings] == [("a.txt", "loundly")]
