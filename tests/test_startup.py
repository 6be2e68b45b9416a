"""What a run on one article imports when all is in the cache: time is lost by what is imported, and that can be counted."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from processes import ROOT, run_process

import copylint
from copylint import builtin
from copylint.rule import Rule

ARTICLE = ROOT / "examples" / "bridge-blast.txt"
SOURCES = Path(copylint.__file__).parents[1]
RUN = """
import sys
before = set(sys.modules)
from copylint.cli import main
status = main(sys.argv[1:])
more = sorted(set(sys.modules) - before)
import json
print(json.dumps(more), file=sys.stderr)
"""
COMPILED = """
import json, sys
from copylint import lazy
from copylint.cli import main
made, code = [], lazy._code
lazy._code = lambda *given: made.append(str(given[0])) or code(*given)
main(sys.argv[1:])
print(json.dumps(made), file=sys.stderr)
"""
HEAVY = (
    *("argparse", "ast", "concurrent.futures", "dataclasses", "datetime", "importlib.metadata", "inspect", "json"),
    *("logging", "markdown_it", "pathspec", "pluggy", "random", "shutil", "subprocess", "tempfile", "tomli", "typing"),
)
UNUSED = (
    *("config.file", "config.line", "config.listing", "config.option", "config.parser", "config.said", "config.toml", "facts"),
    *(
        "comments",
        "config.addition",
        "impact",
        "impact_report",
        "interactive",
        "omission",
        "reply",
        "sieve",
        "sitting",
        "watching",
    ),
    *("hookspecs", "inspection", "manual", "parser", "patterns.loop", "patterns.pack", "readers.markdown", "reporters.full"),
    *(
        "families",
        "reporters.closing",
        "reporters.grouped",
        "reporters.html",
        "reporters.html_story",
        "reporters.json",
        "reporters.rdjson",
        "reporters.sarif",
        "reporters.statistics",
    ),
    *("reporters.xml", "starter", "testing", "wheel"),
    *("readers.asciidoc", "readers.docx", "readers.flow", "readers.html", "readers.ninjs", "readers.rst", "readers.xml"),
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory, packs_at_hand: Path) -> dict[str, str]:
    """An environment whose cache holds our own packs, and what the first run made."""
    folder = shutil.copytree(packs_at_hand, tmp_path_factory.mktemp("startup") / "cache")
    env = {"COPYLINT_CACHE_DIR": str(folder), "PYTHONPATH": str(SOURCES)}
    imported_by(env, "--isolated", ARTICLE)
    return env


def imported_by(env: dict[str, str], *argv: str | Path) -> set[str]:
    """The modules that `copylint ARGV` imports."""
    done = run_process(sys.executable, "-c", RUN, *argv, cwd=ROOT, env=env)
    *errors, modules = done.err.splitlines()
    assert errors == []
    return set(json.loads(modules))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article that no run has seen yet: results are kept by path."""
    return shutil.copy(ARTICLE, tmp_path / "new.txt")


def is_triggered(rule: Rule, text: str) -> bool:
    return not rule.triggers or any(trigger in text.casefold() for trigger in rule.triggers)


def test_a_warm_run_imports_nothing_heavy(cache, article: Path) -> None:
    assert imported_by(cache, "--isolated", article) & {*HEAVY} == set()


def test_a_warm_run_imports_what_it_uses_and_no_more(cache, article: Path) -> None:
    modules = imported_by(cache, "--isolated", article)
    assert modules & {f"copylint.{name}" for name in UNUSED} == set()
    assert {"copylint.reporters.concise", "copylint.readers.plain"} <= modules


def test_a_warm_run_compiles_no_pattern_of_ours(cache, article: Path) -> None:
    done = run_process(sys.executable, "-c", COMPILED, "--isolated", article, cwd=ROOT, env=cache)
    assert json.loads(done.err) == []


def test_a_rule_is_imported_only_where_it_may_find_something(cache, tmp_path: Path) -> None:
    article = tmp_path / "plain.txt"
    article.write_text("The ferry sails at noon. It carries cars.\n", "utf-8")
    rules = [rule for rule in builtin.copylint_rules() if callable(rule.check)]
    idle = {rule.check.__module__ for rule in rules if not is_triggered(rule, article.read_text("utf-8"))}
    assert idle
    assert imported_by(cache, "--isolated", article) & idle == set()


def test_a_config_that_says_something_is_read_with_no_more_than_it_takes(cache, tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('select = ["PUN"]\n', "utf-8")
    (tmp_path / "a.txt").write_text("It  rained.\n", "utf-8")
    modules = imported_by(cache, "--config", tmp_path / "copylint.toml", tmp_path / "a.txt")
    assert "tomli" in modules
    assert modules & {"copylint.config.option", "copylint.manual", "pathspec", "pluggy", "tempfile"} == set()
