"""Holds the bench to its arithmetic, its texts and its tables; never to the clock."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from processes import ROOT, run_process

from bench import texts as made
from bench.__main__ import measured
from bench.article import compared_lines
from bench.bench import QUICK, Bench
from bench.pack import FAMILY, generated_pack
from bench.page import replaced
from bench.process import BenchError, Order, Usage, alternated, middle, used
from bench.table import Line, Ratio, Section, as_markdown, as_text, named, rate, seconds
from bench.tool import Tool, copylint, peers
from copylint.packs import read_packs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows tells of no process what it took")

TEXTS = ("The ferry left early.\n\nNobody waved from the harbour wall.\n", "Council votes again.\n\nRain stopped the game.\n")
PATTERNS = 200


def python(code: str, folder: Path, **order: object) -> Order:
    return Order((sys.executable, "-c", code), folder, **order)


def test_a_process_that_works_takes_time_and_memory(tmp_path):
    idle = used(python("pass", tmp_path))
    busy = used(python("kept = bytearray(60_000_000); sum(range(3_000_000))", tmp_path))
    assert 0 < idle.cpu < busy.cpu
    assert idle.peak < 40 < busy.peak
    assert not busy.is_over


def test_the_memory_of_the_bench_is_not_the_memory_of_what_it_measures(tmp_path):
    held = bytearray(200_000_000)
    assert used(python("pass", tmp_path)).peak < 100 < len(held)


def test_a_process_that_takes_too_long_is_ended(tmp_path):
    assert used(python("while True: pass", tmp_path, limit=0.2)).is_over


def test_a_process_that_fails_is_an_error_that_says_why(tmp_path):
    with pytest.raises(BenchError, match="status 7 and said:\nno such luck"):
        used(python("import sys; sys.stderr.write('no such luck'); sys.exit(7)", tmp_path))
    assert used(python("import sys; sys.exit(7)", tmp_path, statuses=frozenset({7}))).status == 7
    with pytest.raises(BenchError, match="can't be run"):
        used(Order((str(tmp_path / "missing"),), tmp_path))


def test_a_process_sees_its_own_environment_and_none_of_our_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("COPYLINT_SELECT", "PUN")
    code = "import os, sys; sys.exit('COPYLINT_SELECT' in os.environ or os.environ['OWN'] != 'x')"
    assert used(python(code, tmp_path, environment={"OWN": "x"}, statuses=frozenset({0})))


def test_commands_are_run_in_turn(tmp_path):
    told: list[str] = []

    def order(name: str) -> Order:
        told.append(name)
        return python("pass", tmp_path)

    taken = alternated({"a": lambda: order("a"), "b": lambda: order("b")}, 3)
    assert told == ["a", "b"] * 3
    assert [*taken] == ["a", "b"]


def test_the_middle_is_the_median_of_each_number():
    usages = [Usage(1, 30, 5), Usage(9, 10, 6, status=1, is_over=True), Usage(2, 20, 7)]
    assert middle(usages) == Usage(2, 20, 6, status=1, is_over=True)
    assert middle(usages[:1]) == usages[0]


@pytest.mark.parametrize(
    ("ratio", "target", "verdict"),
    [
        (Ratio(7.0, "x", most=7), "≤ 7", "holds"),
        (Ratio(7.1, "x", most=7), "≤ 7", "MISSED"),
        (Ratio(0.8, "x", least=0.8), "≥ 0.8", "holds"),
        (Ratio(0.7, "x", least=0.8), "≥ 0.8", "MISSED"),
        (Ratio(3.0, "x"), "", ""),
        (Ratio(1.0, "x", most=7, is_sound=False), "≤ 7", "MISSED"),
    ],
)
def test_a_ratio_holds_its_target_or_misses_it(ratio, target, verdict):
    assert (ratio.target, ratio.verdict) == (target, verdict)


@pytest.mark.parametrize(("by_cpu", "ratio"), [(False, 4.0), (True, 2.0)])
def test_short_commands_are_compared_by_the_clock_or_by_the_processor(tmp_path, by_cpu, ratio):
    tool = Tool("copylint", "1", ("copylint",))
    desk = Bench(tmp_path, sys.executable, TEXTS, tool, (), 1, QUICK, by_cpu)
    (_, line) = compared_lines(desk, {"a": Usage(1, 1, 9), "b": Usage(4, 2, 9)}, {"b": (("a", 3),)})
    assert line.ratios == (Ratio(ratio, "a", most=3),)
    assert ("CPU" in desk.titled("Start-up")) == by_cpu


def test_figures_are_short():
    assert [seconds(0.0123), seconds(9.9), seconds(12.34)] == ["12 ms", "9900 ms", "12.3 s"]
    assert [rate(0.0283), rate(1.234), rate(43.21)] == ["0.028 MB/s", "1.23 MB/s", "43.2 MB/s"]


LINES = (Line("a", "80 ms", "70 ms", "30 MiB", (Ratio(7.5, "pass", most=7), Ratio(0.1, "b"))), Line("b", "800 ms"))


def test_the_table_for_a_terminal_is_in_columns():
    assert as_text(Section("Start", LINES)).split("\n") == [
        "Start",
        "     figure    CPU    peak  ratio  to    target",
        "  a   80 ms  70 ms  30 MiB   7.50  pass  ≤ 7     MISSED",
        "                             0.10  b",
        "  b  800 ms",
        "",
    ]


def test_a_run_in_which_a_rule_failed_is_marked():
    assert named("news", Usage(1, 1, 1, status=3)) == "news (a rule failed)"
    assert named("news", Usage(1, 1, 1, status=1)) == "news"


def test_what_goes_wrong_in_one_section_leaves_the_others(tmp_path, capsys):
    broken = Tool("copylint", "1", (sys.executable, "-c", "import sys; sys.exit(9)"))
    desk = Bench(tmp_path, sys.executable, TEXTS, broken, (), 1, QUICK)
    assert [*measured(["start-up"], desk, aloud=True)] == []
    assert "bench: start-up: " in capsys.readouterr().err
    well = replace(desk, copylint=replace(broken, command=(sys.executable, "-c", "pass")))
    assert [section.title for section in measured(["start-up"], well, aloud=True)] == ["Start-up"]
    assert capsys.readouterr().out.startswith("Start-up\n")


def test_the_table_for_a_page_is_markdown():
    assert as_markdown([Section("Start", LINES[:1])]).split("\n")[:5] == [
        "### Start",
        "",
        "|  | figure | CPU | peak | ratio | to | target |  |",
        "| --- | --: | --: | --: | --: | --- | --- | --- |",
        "| a | 80 ms | 70 ms | 30 MiB | 7.50 | pass | ≤ 7 | MISSED |",
    ]


def test_figures_on_a_page_are_replaced_and_nothing_else():
    page = replaced("# Speed\n<!-- figures -->\nold\n<!-- end of figures -->\nWords.\n", "new\n")
    assert page == "# Speed\n<!-- figures -->\n\nnew\n\n<!-- end of figures -->\nWords.\n"
    assert replaced(page, "new\n") == page
    with pytest.raises(BenchError, match="figures"):
        replaced("# Speed\n", "new\n")


def test_the_page_has_a_place_for_figures():
    page = (ROOT / "docs" / "performance.md").read_text("utf-8")
    assert replaced(page, "new") != page


def test_texts_are_read_from_folders_and_from_lines_of_json(tmp_path):
    (tmp_path / "b.txt").write_text("Second.\n")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.md").write_text("Third.\n")
    (tmp_path / "a.txt").write_text("First.\n\n\n")
    (tmp_path / "empty.txt").write_text("\n")
    (tmp_path / "d.py").write_text("pass\n")
    assert made.folder_texts(tmp_path) == ("First.\n", "Second.\n", "Third.\n")
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"body": "First."}\n\n{"body": "Second."}\n')
    assert made.jsonl_texts(lines, "body") == ("First.\n", "Second.\n")
    with pytest.raises(BenchError, match="“text”"):
        made.jsonl_texts(lines, "text")
    (tmp_path / "none").mkdir()
    with pytest.raises(BenchError, match="no text"):
        made.folder_texts(tmp_path / "none")


def test_one_article_is_a_given_one_if_one_is_of_that_size():
    assert made.article(TEXTS, made.size(TEXTS[1])) == TEXTS[1]
    assert 1000 <= made.size(made.article(TEXTS, 1000)) < 1050


def test_texts_are_repeated_to_size():
    assert 500 <= sum(map(made.size, made.documents(TEXTS, 500))) < 500 + made.size(TEXTS[0])
    short = [*made.documents(TEXTS, 2000, 200)]
    assert all(200 <= made.size(text) < 250 for text in short)
    (long,) = made.documents(TEXTS, 2000, 2000)
    assert long.startswith("The ferry left early.\n\nNobody waved from the harbour wall.\n\nCouncil votes again.\n\n")
    assert not set(long.split("\n\n")[-1]) <= {"\n"}


def test_what_was_laid_out_can_be_stamped_again_and_again(tmp_path):
    (tmp_path / "old.txt").write_text("Old.\n")
    assert made.lay_out(islice(made.documents(TEXTS, 999), 2), tmp_path) == sum(map(made.size, TEXTS))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["00000.txt", "00001.txt"]
    made.stamp_all(tmp_path, 1)
    made.stamp_all(tmp_path, 2)
    assert (tmp_path / "00001.txt").read_text() == "Council votes again.\n\nRain stopped the game.\n\nStory 10002.\n"


def test_hostile_texts_are_of_the_size_of_news():
    texts = made.hostile(TEXTS, 20_000)
    assert all(10_000 <= made.size(text) <= 22_000 for text in texts.values())
    assert len(set(texts.values())) == len(texts)
    assert texts["only quotation mark"] == '"' * 20_000
    assert " " not in texts["no spaces"]
    assert "." not in texts["no sentence ends"]
    assert len(made.hostile(TEXTS, 1_000_000)["one-word paragraphs"].split("\n\n")) == 100_000


def test_a_generated_pack_is_the_same_each_time():
    assert generated_pack(TEXTS, PATTERNS) == generated_pack(TEXTS, PATTERNS)
    assert generated_pack(TEXTS, PATTERNS) != generated_pack(TEXTS[:1], PATTERNS)


def test_a_generated_pack_has_as_many_patterns_as_asked_for(tmp_path):
    (tmp_path / "generated.toml").write_text(generated_pack(TEXTS, PATTERNS), "utf-8")
    (pack,) = read_packs([tmp_path / "generated.toml"])
    tables = pack.table["rule"]
    patterns = [pattern for table in tables for pattern in (table.get("patterns") or table["swap"])]
    assert len(patterns) == len(set(patterns)) == PATTERNS
    assert {table["kind"] for table in tables} == {"existence", "substitution"}
    assert sum("(?=" in pattern or "(?!" in pattern or "(?<" in pattern for pattern in patterns) in range(
        PATTERNS // 20 - 2, PATTERNS // 20 + 3
    )
    assert all(rule.rule.family == FAMILY for rule in pack.rules)


def test_the_examples_of_a_generated_pack_hold(copy):
    desk = copy({"generated.toml": generated_pack(TEXTS, PATTERNS)})
    done = desk.command("test-rules", "generated.toml")
    assert (done.status, done.err) == (0, "")


def test_without_an_environment_there_are_no_peers_and_no_copylint(tmp_path):
    assert peers(tmp_path) == ()
    bare = tmp_path / "python"
    bare.write_text("#!/bin/sh\nexit 1\n")
    bare.chmod(0o755)
    with pytest.raises(BenchError, match="no copylint"):
        copylint(str(bare), tmp_path)


def bench(*options: str, corpus: Path) -> str:
    done = run_process(
        *(sys.executable, "-m", "bench", "--quick", "--no-peers", "--corpus", corpus, *options),
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name == "PYTHONPATH"},
    )
    assert done.status == 0, done.err
    return done.out


@pytest.fixture
def corpus(tmp_path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    return folder


@pytest.mark.slow
def test_all_of_it_can_be_measured(corpus, wheel_environment):
    out = bench("--markdown", "--python", str(wheel_environment.command("python")), corpus=corpus)
    assert [line for line in out.split("\n") if line.startswith("### ")] == [
        "### Start-up",
        f"### One article of {QUICK.article / 1000:g} KB",
        "### Bulk: 0.03 MB of articles, one core",
        "### Two cores: 0.03 MB of articles, on the clock",
        "### Growth: 0.03 MB",
        "### Hostile texts: 0.005 MB each, time of the processor",
    ]
    assert "- Command: `python -m bench --quick --no-peers --corpus DIR --python FILE`\n" in out
    assert str(corpus) not in out


def test_only_what_is_asked_for_is_measured(corpus):
    out = bench("--only", "start-up", corpus=corpus)
    assert "python -c pass" in out
    assert "Bulk" not in out


def test_what_is_wrong_is_said(tmp_path):
    done = run_process(sys.executable, "-m", "bench", "--only", "speed", cwd=ROOT)
    assert done.status == 2
    assert "there is no “speed”" in done.err
    (tmp_path / "a.jsonl").write_text(json.dumps({"a": 1}))
    done = run_process(sys.executable, "-m", "bench", "--jsonl", tmp_path / "a.jsonl", cwd=ROOT)
    assert (done.status, done.out) == (2, "")
    assert "“text”" in done.err
