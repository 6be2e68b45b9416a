"""`copylint config`: each value and where it came from, as TOML."""

from __future__ import annotations

from pathlib import Path

import tomli

from copylint.config import Config, ConfigFinder
from copylint.config.listing import shown
from copylint.config.setting import Origin

FILE = """select = ["PUN"]
exclude = ["a \\" b"]
packs = ["desk"]
plugins = ["rules.py"]
severity = "error"
[rules.PUN101]
severity = "query"
limit = 2
share = 0.5
allow = ["x", "y"]
[rules."odd name"]
strict = true
table = { a = 1, "b c" = "d" }
[[overrides]]
paths = ["b/"]
select = []
ignore = ["USE"]
severity = "warning"
[overrides.rules.USE101]
limit = 3
[[overrides]]
paths = ["c"]
[[ignores]]
path = "a.md"
code = "PUN101"
"""


def test_a_config_is_shown_with_the_origin_of_each_value(tmp_path):
    (tmp_path / "copylint.toml").write_text(FILE, "utf-8")
    text = shown(ConfigFinder(tmp_path, command={"jobs": 2}).root_config())
    lines = text.split("\n")
    assert 'select = ["PUN"]' in lines[0]
    assert lines[0].endswith("  # copylint.toml:1")
    assert len({line.index("#") for line in lines if line.endswith("# default")}) == 1
    assert [line.split("#")[1].strip() for line in lines if line.startswith("jobs = 2 ")] == ["--jobs"]
    assert [line.split("#")[1].strip() for line in lines if line.startswith("limit = 2 ")] == ["copylint.toml:8"]
    assert [line.split("#")[1].strip() for line in lines if line.startswith("[[overrides]]")] == [
        "copylint.toml:14",
        "copylint.toml:21",
    ]


def test_what_is_shown_is_a_config_again(tmp_path):
    (tmp_path / "copylint.toml").write_text(FILE, "utf-8")
    first = ConfigFinder(tmp_path).root_config()
    shown_again = tomli.loads(shown(first))
    original = tomli.loads(FILE)
    assert shown_again["packs"] == [str(tmp_path / "desk")]
    assert shown_again["plugins"] == [str(tmp_path / "rules.py")]
    same = ["select", "exclude", "severity", "rules", "overrides", "ignores"]
    assert [shown_again[key] for key in same] == [original[key] for key in same]


def test_the_defaults_are_shown_too():
    rows = shown(Config()).split("\n")
    assert rows[-2].startswith("color = ")
    assert all(row.endswith("# default") for row in rows[:-1])


def test_odd_characters_of_a_path_do_not_break_the_lines():
    config = Config(output="a\x7f\n", sources={"output": (Origin("a\nb\u202e.toml", 1),)}, packs=(Path("ü"),))
    row = next(row for row in shown(config).split("\n") if row.startswith("output"))
    assert row.startswith('output = "a\\u007f\\n" ')
    assert row.endswith("# a�b�.toml:1")
