"""Holds docs/configuration.md to the settings there are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import tomli

from copylint.config import Config
from copylint.config.file import load
from copylint.config.layer import resolved
from copylint.config.listing import shown
from copylint.config.setting import COLORS, FAIL_ON, KEYS, PREFIX, VARIANTS, Ignore
from copylint.discovery import NOT_COPY
from copylint.readers.directive import ACTIONS

PAGE = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text("utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.split("\n") if line.startswith("| `")]
SETTINGS = {row[0].strip("`"): row[1:] for row in ROWS if len(row) == 4}


def test_every_key_is_documented_and_nothing_else():
    keys = {*KEYS, "extends"} | {key for key in Ignore.__dataclass_fields__ if key in ("code", "text", "reason")} | {"path"}
    assert set(SETTINGS) == keys


def test_the_default_of_each_key_is_documented():
    defaults = tomli.loads(shown(Config())) | {"rules": {}, "overrides": [], "ignores": []}
    assert {key: json.loads(SETTINGS[key][1].strip("`")) for key in KEYS} == defaults


@pytest.mark.parametrize(
    ("key", "choices"), [("fail_on", FAIL_ON), ("variant", VARIANTS), ("color", COLORS), ("severity", FAIL_ON[:3])]
)
def test_every_choice_is_documented(key, choices):
    assert re.findall(r"`(\w+)`", SETTINGS[key][0]) == list(choices)


def test_every_key_has_an_example():
    examples = {key for block in BLOCKS for key in tomli.loads(block)}
    assert examples == {*KEYS, "extends"}


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_is_a_config(tmp_path, block):
    (tmp_path / "desk").mkdir()
    (tmp_path / "house.toml").touch()
    (tmp_path / "desk/copylint.toml").write_text(block, "utf-8")
    config = resolved(load(tmp_path / "desk/copylint.toml", root=tmp_path))
    assert set(config.sources) == set(tomli.loads(block)) - {"extends"}


def test_the_variables_on_the_page_are_keys():
    assert {name.lower() for name in re.findall(rf"{PREFIX}(\w+)=", PAGE)} <= set(KEYS)


def test_what_is_not_copy_is_listed():
    (line,) = (line for line in PAGE.split("\n") if line.startswith("- what isn't copy:"))
    assert re.findall(r"`([^`]+)`", line) == list(NOT_COPY)


def test_every_comment_is_listed():
    assert set(re.findall(r"<!-- copylint: ([\w-]+)", PAGE)) == set(ACTIONS)
