"""The table of how often rules are right: made from counts, and from nothing else."""

from __future__ import annotations

import pytest

from bench import precision
from bench.planted import default_desk
from bench.precision import PAGE, RUNS, Count, Run, counted, main, page, renewed, run_of
from bench.process import BenchError

FILE = "# Two articles\ncode\tfound\tread\tright\nGRM101\t2\t2\t1\nPUN101\t3\t0\t0\n"


def test_the_page_has_the_figures_of_the_runs():
    text = PAGE.read_text("utf-8")
    assert page(text, RUNS, default_desk().kit) == text, "python -m bench.precision"


def test_a_run_is_read_as_it_is_written():
    assert run_of(FILE).text == FILE
    assert run_of(FILE).all == Count("all", 5, 2, 1)


@pytest.mark.parametrize("row", ["GRM101", "GRM101\t1\t2\t1", "GRM101\t2\t1\t2", "GRM101\tx\t0\t0"])
def test_counts_that_cannot_be_are_told(row):
    with pytest.raises(BenchError):
        run_of(f"# Articles\ncode\tfound\tread\tright\n{row}\n")


def test_a_file_that_is_no_run_is_told():
    with pytest.raises(BenchError, match="a run begins with"):
        run_of("a\nb\n")


def test_what_was_read_counts_on_only_where_as_many_are_found():
    run = Run("Articles", (Count("GRM101", 2, 2, 1), Count("PUN101", 3, 3, 3), Count("USE101", 1, 1, 1)))
    assert renewed(run, {"GRM101": 2, "PUN101": 4}).counts == (Count("GRM101", 2, 2, 1), Count("PUN101", 4))


def test_findings_are_counted_by_rule():
    texts = ("The the boat sank.\n\nThey saw it it seems sink.\n", "The the rain fell.\n", "Rain fell.\n")
    assert counted(texts, default_desk()) == {"GRM101": 3}


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A page and runs of our own."""
    written = tmp_path / "precision.md"
    written.write_text("# Page\n\n<!-- figures -->\n\n<!-- end of figures -->\n", "utf-8")
    monkeypatch.setattr(precision, "PAGE", written)
    monkeypatch.setattr(precision, "RUNS", tmp_path / "precision")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.txt").write_text("The the boat sank.\n", "utf-8")
    return tmp_path


def test_the_command_counts_and_makes_the_page(own):
    assert main(["--corpus", str(own / "copy"), "--run", "boats", "--title", "One article"]) == 0
    run = own / "precision" / "boats.tsv"
    assert run.read_text("utf-8") == "# One article\ncode\tfound\tread\tright\nGRM101\t1\t0\t0\n"
    assert "| [GRM101](rules/GRM.md) | repeated-word | Correct | 1 | 0 | 0 | – |" in (own / "precision.md").read_text("utf-8")
    run.write_text(run.read_text("utf-8").replace("1\t0\t0", "1\t1\t1"), "utf-8")
    assert main(["--corpus", str(own / "copy"), "--run", "boats"]) == 0
    assert "| 1 | 1 | 1 | 100% |" in (own / "precision.md").read_text("utf-8")


def test_a_rule_that_is_gone_keeps_its_line(own):
    (own / "precision").mkdir()
    (own / "precision" / "boats.tsv").write_text("# Old\ncode\tfound\tread\tright\nXYZ999\t1\t1\t0\n", "utf-8")
    assert main([]) == 0
    assert "| XYZ999 |  |  | 1 | 1 | 0 | 0% |" in (own / "precision.md").read_text("utf-8")


def test_a_folder_without_articles_is_told(own, capsys):
    (own / "empty").mkdir()
    assert main(["--corpus", str(own / "empty"), "--run", "none"]) == 2
    assert "bench: " in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--corpus", str(own)])
