"""The rules on sourcing: their examples, and what they leave alone."""

from __future__ import annotations

import pytest
from test_names_rules import KIT, marked, words

from copylint.rule import Severity
from copylint.testing import failures

CODES = ("ATT101", "ATT102", "ATT103", "ATT104", "ATT105", "ATT109", "ATT110", "ATT111", "ATT112", "ATT114")
PAD = "The doors were closed.\n\nThe doors were opened.\n\n"


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_rule_hold(code):
    assert failures(KIT.rules[code], KIT) == ()


def test_sourcing_is_asked_about_and_stops_no_build():
    assert {KIT.rules[code].severity for code in CODES if code != "ATT110"} == {Severity.QUERY}
    assert KIT.rules["ATT110"].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some say it will last.", ["Some say"]),
        ("He has some say in it.", []),
        ("The experts say it will last.", []),
        ("Lee’s critics say it will last.", []),
        ("A row among experts says a lot.", []),
        ("Critics such as Ann Lee say it will last.", []),
        ("Legal experts have long said it will last.", ["Legal experts have long said"]),
    ],
)
def test_a_group_without_names_is_asked_about_and_a_described_one_is_not(text, expected):
    assert words("ATT101", PAD + text) == expected


def test_a_group_in_the_lead_may_be_named_later():
    assert words("ATT101", "Critics say it will fall.\n\nIt stood.\n\nIt stands.\n\nIt stood, said Ann Lee.") == []
    assert words("ATT101", "Critics say it will fall.\n\nIt stood.\n\nIt stands.\n\nIt stood, said the man.") == ["Critics say"]


@pytest.mark.parametrize(
    "text", ["It was thought by many to be lost.", "It’s known for its rain.", "She is thought of as mild."]
)
def test_a_belief_with_a_believer_or_of_another_kind_is_left_alone(text):
    assert words("ATT102", text) == []


def test_a_hedge_beside_its_own_verb_is_still_without_a_report():
    assert words("ATT103", "The trust reportedly said that it was sorry.") == ["reportedly"]
    assert words("ATT103", "The trust reportedly said that it was sorry, according to the Herald.") == []


def test_a_report_named_in_the_sentence_before_counts_in_its_paragraph_only():
    assert words("ATT103", "It fell, the Herald said. It was reportedly old.") == []
    assert words("ATT103", "It fell, the Herald said.\n\nIt was reportedly old.") == ["reportedly"]


def test_a_study_named_before_or_after_answers_the_question():
    assert words("ATT104", "A study by Riverside University came out. Studies show that rain is wet.") == []
    assert words("ATT104", "Rain is wet. Studies show that it is. Nobody knows why.") == ["Studies show"]


def test_a_source_described_earlier_in_the_story_is_known():
    assert words("ATT105", "Two sources close to the bank met. It rained.\n\nThe deal is off, one source said.") == []
    assert words("ATT105", "The deal is off, one source said.") == ["one source said"]
    assert words("ATT105", "The open source said nothing.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A witness wept. The witnesses said it fell.", ["The witnesses"]),
        ("A witness wept. Ann Lee, witness to it, left. The witnesses said it fell.", []),
        ("Some officials wept. A former official left. The officials said it fell.", []),
        ("A spokesman wept. The spokesmen said it fell.", ["The spokesmen"]),
        ("The witnesses said it fell.", []),
    ],
)
def test_one_source_never_becomes_several(text, expected):
    assert words("ATT109", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hamas was silent. The organization said nothing.",
        "Hamas and UNESCO left. UNESCO was glad. The organization said nothing.",
        "Reuters and Hamas left. The newspaper said nothing.",
    ],
)
def test_an_organization_that_can_only_be_one_is_left_alone(text):
    assert words("ATT109", text) == []


def test_a_double_hedge_and_a_title_are_told_apart():
    (hedge,) = marked("ATT110", "He was accused of allegedly stealing it.")
    (title,) = marked("ATT110", "The accused thief Tom Roe wept.")
    assert "twice" in hedge.message
    assert "title" in title.message
    assert words("ATT110", "An accused thief wept.") == []


@pytest.mark.parametrize(
    "text",
    [
        "We know that half of all children go hungry.",
        "More than half of the residents voted for it.",
        "More than half of the people stayed. The survey was made in May.",
    ],
)
def test_a_share_that_was_counted_in_public_or_has_its_data_beside_it_is_left_alone(text):
    assert words("ATT111", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Is it likely to rise?",
        "We are likely to lose.",
        "The hearing is expected to last a week.",
        "The forecast is from May. It is expected to rise.",
        "The mayor said it would fall. It is likely to rise.",
        "The deal is expected to be signed in May.",
    ],
)
def test_a_forecast_that_is_arranged_asked_or_sourced_is_left_alone(text):
    assert words("ATT112", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast left dozens of flats empty.", []),
        ("The blast left about 40 people dead.", ["left about 40 people dead"]),
        ("The storm claimed nearly 40 lives.", ["claimed nearly 40 lives"]),
        ("The firm claimed nearly 40 prizes.", []),
        ("The blast killed 41 people.", []),
        ("Thousands of people were killed.", ["Thousands of people were killed"]),
    ],
)
def test_a_rough_toll_is_asked_about_and_an_exact_one_is_not(text, expected):
    assert words("ATT114", text) == expected


def test_a_bench_of_planted_sources_tells_what_it_finds(tmp_path, capsys):
    from bench.planted_sources import main

    story = [
        "The dam leaks and nobody mends it",
        "The council met.",
        "The dam is old.",
        "“It will not hold for another winter,” said Ann Lee, the engineer.",
        "It was built in a dry year.",
        "Tom Roe said the wall was thin.",
        "It broke in May. In 1953 the flood killed 40 people, according to the Red Cross.",
    ]
    (tmp_path / "a.txt").write_text("\n\n".join(story) + "\n", "utf-8")
    assert main([str(tmp_path), "--missed"]) == 0
    said = capsys.readouterr().out
    assert "speaker taken out                 1 of    1  100%" in said
    assert "experts for a name                1 of    1  100%" in said
    assert "according to taken out            0 of    1    0%" in said
    assert "In 1953 the flood killed 40 people. " in said
    assert main([str(tmp_path / "none.jsonl")]) == 2
