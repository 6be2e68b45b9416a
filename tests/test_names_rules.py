"""The rules on names: their examples, and what they leave alone."""

from __future__ import annotations

import pytest
from prose import a_source

from copylint.example import parsed
from copylint.finding import Finding
from copylint.kit import assembled
from copylint.linter import Orders, linted
from copylint.testing import failures

KIT = assembled(installed=False)
CODES = ("NAM002", "NAM003", "NAM004", "NAM006", "NAM015", "NAM016", "NAM019", "NAM021", "NAM024")


def marked(code: str, text: str) -> list[Finding]:
    """What one rule finds in a text."""
    orders = Orders(
        checkers=KIT.checkers, rules=KIT.rules, enabled=frozenset([code]), knowledge=KIT.knowledge, known=KIT.known, ignores=()
    )
    return list(linted(a_source(text), orders).findings)


def words(code: str, text: str) -> list[str]:
    return [finding.text for finding in marked(code, text)]


_APART = "Rain fell on the hills by night, and the road was wet till noon."


@pytest.mark.parametrize("code", CODES)
def test_a_finding_stays_when_an_unrelated_paragraph_is_added(code):
    for example in KIT.rules[code].bad:
        story = parsed(str(getattr(example, "text", example))).text
        found = words(code, f"{_APART}\n\n{story}")
        assert found
        assert found == words(code, f"{_APART}\n\n{story}\n\n{_APART}") == words(code, f"{_APART}\n\n{_APART}\n\n{story}")


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_rule_hold(code):
    assert failures(KIT.rules[code], KIT) == ()


def test_an_abbreviation_right_beside_its_full_name_is_tied():
    assert words("NAM006", "Clerks of the Tidal Power Council TPC met.\n\nThe TPC voted and left for the night again.") == []


def test_the_later_full_name_ties_nothing():
    assert words("NAM006", "The TPC met on a Monday in May.\n\nThe Tidal Power Council voted for it on a Tuesday.") == []


def test_a_group_explained_beside_its_name_is_not_early():
    text = "He joined the PKK, an armed group of Kurds.\n\nThe Kurdistan Workers’ Party was founded in 1978."
    assert words("NAM002", text) == []


def test_a_group_never_explained_is_not_early():
    assert words("NAM002", "He joined the PKK in 1985 and fled from the PKK in 1986.") == []


def test_the_early_use_points_to_the_explanation():
    (finding,) = marked("NAM002", "He joined ISKP in May and left it in June.\n\nThe militant group ISKP said nothing of it.")
    assert [(place.text, place.note) for place in finding.related] == [("ISKP", "explained only here")]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("The Harbour Risk and Repair Council of the Isles", "HRRC"),
        ("Transport for Norland", "TfN"),
        ("the Northern Harbour, Quay and Customs Bureau", "NHQCB"),
    ],
)
def test_a_full_name_opens_a_sentence_or_has_small_letters_or_commas(full, short):
    text = f"{full} met on Monday in the old hall. Clerks of {short} voted for the plan."
    assert words("NAM006", text) == [short]


def test_a_list_with_commas_spells_no_short_abbreviation():
    assert words("NAM006", "They flew to Norland, Farland and Island on Monday. The NFI voted for it on a Tuesday.") == []


def test_two_bodies_with_the_same_letters_are_not_one_introduced_twice():
    text = "The River Trust Board (RTB) met in May.\n\nThe Tall Road Bureau (TRB) and the Ohio Rail Board (ORB) met in June."
    assert words("NAM004", text) == []


def test_a_use_in_a_headline_is_a_use():
    text = "RTB to close its doors\n\nThe River Trust Board (RTB) is to close its doors, and nobody knows when."
    assert words("NAM003", text) == []


def test_an_institution_in_capitals_of_a_headline_is_no_measure():
    text = "Riverside county court to close\n\nThe Riverside County Court is to close, and nobody in the town knows when."
    assert words("NAM015", text) == []


def test_only_half_a_name_is_marked_and_not_a_common_noun():
    text = "The Riverside County Court met. A clerk of the Riverside county court and of the county court wept."
    assert words("NAM015", text) == ["Riverside county court"]


def test_the_minority_name_is_marked_and_of_a_tie_the_later():
    assert words("NAM016", "Trains left Kyiv at dawn and Kiev at noon.") == ["Kiev"]
    assert words("NAM016", "Trains left Kiev at dawn, Kyiv at noon and Kyiv at night.") == ["Kiev"]


@pytest.mark.parametrize(
    "text",
    [
        "Trains left Kyiv at dawn. The town, once called Kiev, was quiet.",
        "Trains left Myanmar (Burma) at dawn. Myanmar was quiet.",
        "Trains left Burma, as it then was. Myanmar was quiet.",
        "Al-Qaida fled. Men of al-Qaida came back.",
        "The UN met. The United Nations voted.",
        "The European Union met. A clerk of the European union voted.",
    ],
)
def test_a_second_name_that_is_explained_or_goes_with_the_first_is_left_alone(text):
    assert words("NAM016", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas has won. Hamas aim to stay. Hamas is sure.", ["Hamas aim"]),
        ("Hamas has won. Hamas aim was good. Hamas is sure.", []),
        ("Hamas isn’t sure. Hamas haven’t won. Hamas denies it.", ["Hamas haven’t"]),
        ("Its wing, Hamas, is sure. Hamas has won, but Hamas were late.", ["Hamas were"]),
        ("Hamas, were it sure, has won. Hamas is sure.", []),
        ("Hamas has won. Hamas also want peace. Hamas says so.", []),
    ],
)
def test_the_verb_of_a_group_counts_where_the_group_is_its_subject(text, expected):
    assert words("NAM019", text) == expected


def test_the_other_number_is_offered():
    (finding,) = marked("NAM019", "Hamas has won. Hamas is sure. Hamas tries to win. But the Hamas try to lose.")
    assert (finding.text, finding.replacements) == ("Hamas try", ("Hamas tries",))


def test_an_epithet_after_links_or_far_from_the_groups_is_left_alone():
    paragraph = "Nobody in the whole town had known a thing about it before that day in May."
    text = "\n\n".join(["Hamas and Hezbollah signed the pact in May.", paragraph, paragraph, "The militant group broke it."])
    assert words("NAM021", text) == []
    assert words("NAM021", text.replace(f"{paragraph}\n\n", "", 1)) == ["The militant group"]


def test_the_nearest_right_form_is_offered_for_a_misspelt_name():
    (finding,) = marked("NAM024", "Men of al-Queda fled.")
    assert finding.replacements == ("al-Qaeda",)


def test_a_bench_of_planted_names_tells_what_it_finds(tmp_path, capsys):
    from bench.planted_names import main

    body = "Carmen Duarte won. Voters of Carmen Duarte sang. Later Duarte spoke of the RTB, and Duarte left.\n"
    (tmp_path / "a.txt").write_text(f"A headline for the story\n\n{body}", "utf-8")
    assert main([str(tmp_path), "--missed"]) == 0
    said = capsys.readouterr().out
    assert "surname misspelt, bare            1 of    1" in said


@pytest.mark.parametrize(
    "text",
    [
        "It rained. Mr. Aagaard left, and so did Robert A. Aagaard.",
        "It rained. Mr. Lou left, and so did Lou Jiwei, the minister.",
        "It rained. They met the governor. In May they left.",
        "It rained. They met Gov. Nils el-Aagaard.",
        "It rained on the Trump rally and on Trump Tower.",
        "It rained. Pres. Obama left, and later Mr. Obama came back.",
        "It rained. “Little Marco” Rubio left.",
        "<tweet>Trump left.</tweet>",
        "It rained on the rapper Mr. CraneFly and his band.",
    ],
)
def test_a_name_that_is_whole_somewhere_or_a_label_is_not_asked_for(text):
    assert words("NAM035", f"{_APART}\n\n{text}") == []


def test_a_possessive_names_a_person_too():
    assert words("NAM035", f"{_APART}\n\nIt is part of Obama’s plan for the coast.") == ["Obama"]


def test_a_heading_between_parts_introductions():
    text = "The firm’s founder Carmen Duarte spoke at length on Monday.\n\n{}\n\nThe firm’s founder Carmen Duarte drove home."
    assert words("NAM034", f"{_APART}\n\n{text.format(_APART)}") == ["Carmen Duarte"]
    assert words("NAM034", f"{_APART}\n\n{text.format('9:00 a.m.')}") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Oswaldo Quintero won. On Tuesday {Cuintero} wept, and Quintero left.", "Quintero"),
        ("Nils Krall won. Krall wept, and on Tuesday {Kral} left with Krall’s aides.", "Krall"),
        ("Port Aldous was calm. Boats left Port Aldous and Port {Aldus} for Norland.", "Aldous"),
    ],
)
def test_a_name_slips_at_its_first_letter_in_four_letters_or_after_a_common_word(wrong, right):
    text = wrong.replace("{", "").replace("}", "")
    (finding,) = marked("NAM013", f"{_APART}\n\n{text}")
    assert (f"{{{finding.text}}}" in wrong, finding.replacements) == (True, (right,))
