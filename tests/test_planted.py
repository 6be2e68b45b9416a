"""The planted slips: how many of sentences that no rule was written for are found, which may only rise."""

from __future__ import annotations

import pytest

from bench.planted import FIGURES, LIST, default_desk, main, outcomes, slips, table

FOUND = 184
"""How many of the 300 are found at the least."""
MENDED = 165
"""How many of those are made right by the first replacement at the least."""
MARKS_ON_RIGHT = 0


FIGURES_FOUND = 80
"""How many of the 82 with a wrong figure are found at the least."""


@pytest.fixture(scope="module")
def measured():
    return tuple(outcomes(slips(LIST), default_desk()))


def test_every_category_has_sixty_different_slips():
    planted = slips(LIST)
    by_category = {slip.category: [each.right for each in planted if each.category == slip.category] for slip in planted}
    assert {category: len(set(rights)) for category, rights in by_category.items()} == dict.fromkeys(
        ("misspelling", "confused word", "idiom", "grammar", "punctuation"), 60
    )


def test_as_many_slips_are_found_as_ever(measured):
    assert sum(bool(outcome.found) for outcome in measured) >= FOUND


def test_the_first_replacement_makes_as_many_right_as_ever(measured):
    assert sum(outcome.is_mended for outcome in measured) >= MENDED


def test_as_many_wrong_figures_are_found_as_ever():
    counted = tuple(outcomes(slips(FIGURES), default_desk()))
    missed = [outcome.slip.written for outcome in counted if not outcome.found]
    assert len(counted) - len(missed) >= FIGURES_FOUND, "\n".join(missed)
    marked = [finding for outcome in counted for finding in outcome.on_right if finding.code.startswith("NUM")]
    assert marked == []


def test_right_sentences_are_left_alone(measured):
    marks = [f"{finding.code}: {outcome.slip.right}" for outcome in measured for finding in outcome.on_right]
    assert len(marks) <= MARKS_ON_RIGHT, "\n".join(marks)


def test_the_table_counts_what_was_measured(tmp_path):
    planted = tmp_path / "own.tsv"
    planted.write_text("category\tsentence\na\tThey {recieved => received} it.\nb\tA {boat => ship} came.\n", "utf-8")
    assert table(tuple(outcomes(slips(planted), default_desk()))).splitlines() == [
        "     slips  found  right first  marks on the right form",
        "a        1      1            1                        0",
        "b        1      0            0                        0",
        "all      2      1            1                        0",
    ]


def test_the_command_prints_what_was_missed(tmp_path, capsys):
    planted = tmp_path / "own.tsv"
    planted.write_text("category\tsentence\nb\tA {boat => ship} came.\nb\tA {hull => of hull} recieved it.\n", "utf-8")
    assert main([str(planted), "--missed", "--marked"]) == 0
    printed = capsys.readouterr().out
    assert "A {boat => ship} came." in printed
    assert "“recieved”: A of hull recieved it." in printed


def test_a_line_without_a_slip_is_told(tmp_path):
    planted = tmp_path / "own.tsv"
    planted.write_text("category\tsentence\na\tNothing is wrong here.\n", "utf-8")
    with pytest.raises(ValueError, match="no category, tab and sentence with one slip"):
        slips(planted)
