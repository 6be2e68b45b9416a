"""The articles of `examples/`: what a person sees who tries copylint on them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from processes import ROOT

EXAMPLES = ROOT / "examples"
PACKS = sorted({*EXAMPLES.rglob("packs/*.toml"), *EXAMPLES.rglob("desk/*.toml")})


@pytest.fixture
def example(copy):
    """Runs the command on one of the examples, in a copy of the folder."""
    desk = copy({"a.txt": ""})
    shutil.copytree(EXAMPLES, desk.folder / "examples")
    return lambda path: desk.command("--format", "jsonl", path)


def marked(outcome) -> set[tuple[str, str]]:
    return {(finding["code"][:3], finding["text"]) for finding in outcome.findings}


def test_the_bad_article_is_marked_in_every_family(example):
    done = example("examples/bridge-blast.txt")
    assert (done.status, done.err) == (1, "")
    assert marked(done) >= {
        ("RES", "3 min read"),
        ("GRM", "the the"),
        ("PUN", "slow. lane"),
        ("USE", "In contrary"),
        ("RES", "TK"),
        ("NAM", "Marrow police Service"),
    }
    assert {family for family, _ in marked(done)} >= {"PUN", "USE", "RES", "ATT", "NAM"}
    assert len(done.findings) >= 10


def test_the_good_article_has_nothing_to_mark(example):
    done = example("examples/river-ferry.txt")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_comment_leaves_one_place_alone_and_no_other(example):
    done = example("examples/seed-vault.md")
    assert (done.status, done.err) == (1, "")
    assert [(finding["code"], finding["line"]) for finding in done.findings] == [("USE101", 21)]


def test_the_newsroom_can_switch_on_its_own_rules(example, monkeypatch):
    assert example("examples/newsroom").codes == []
    monkeypatch.chdir("examples/newsroom")
    settings = Path("copylint.toml")
    settings.write_text(settings.read_text("utf-8").replace("# packs =", "packs ="), "utf-8")
    done = example(".")
    assert (done.status, done.err) == (1, "")
    assert done.codes == ["HSE101", "HSE102"]


def test_all_examples_can_be_checked_at_once(example):
    done = example("examples")
    assert (done.status, done.err) == (1, "")


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_the_rules_of_the_examples_hold(pack: Path, copy):
    done = copy({"a.txt": ""}).command("test-rules", str(pack))
    assert (done.status, done.err) == (0, "")
