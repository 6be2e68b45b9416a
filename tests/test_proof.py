"""Entries are shown to be right on texts made from them."""

from __future__ import annotations

import pytest
from pattern_builder import a_rule

from copylint.cache import Cache
from copylint.kit import assembled
from copylint.patterns.dialect import compiled
from copylint.patterns.sample import samples
from copylint.proof import Doubt, all_doubts, doubts

KIT = assembled(installed=False)


@pytest.mark.parametrize(
    "pattern",
    [
        "very unique",
        r"(?:recie|reci)ve(?:s|d)?",
        r"\d{1,2}(?:st|nd|rd|th) of (?:May|June)",
        r"(?<=the )(\w+) \1(?= of\b)",
        r"(?P<word>[a-z]{3}) and (?P=word)",
        r"broken homes?(?<=\bfrom broken homes?)",
        r"[A-Z]{2,4}'s",
        r"\u00c3\x82",
        r"x{3,5}[^\W\d]+",
    ],
)
def test_samples_match_the_pattern_that_they_are_made_from(pattern):
    made = list(samples(pattern, 12))
    assert made
    assert any(
        compiled(pattern, case_sensitive=True).match(sample.before + sample.text + sample.after, len(sample.before))
        for sample in made
    )
    assert made == list(samples(pattern, 12))


def problems(**table):
    return [(doubt.pattern, doubt.is_wrong) for doubt in doubts(a_rule(**table), KIT)]


def test_entries_that_find_what_is_made_from_them_are_right():
    assert problems(kind="substitution", swap={"recieve[sd]?": "receive", r"(\w+) of of": r"\1 of"}) == []


def test_an_entry_that_marks_its_own_replacement_is_wrong():
    swap = {"big": "large", "large": "sizable", "sizable": "wide"}
    assert problems(kind="substitution", swap=swap) == [("big", True), ("large", True)]


def test_an_entry_that_can_match_nothing_is_told():
    (doubt,) = doubts(a_rule(kind="existence", patterns=["zebra(?! )(?= x)"]), KIT)
    assert not doubt.is_wrong
    assert str(doubt).startswith('USE101: entry "zebra(?! )(?= x)" finds nothing')


def test_an_entry_whose_replacement_is_the_very_text_finds_nothing():
    assert problems(kind="substitution", swap={"(mon|tues)days": r"\1days"}) == [("(mon|tues)days", False)]


def test_what_an_example_shows_needs_no_sample():
    rare = r"(?=\w+q\w+x)\w{9}"
    assert problems(kind="existence", patterns=[rare]) == [(rare, False)]
    assert problems(kind="existence", patterns=[rare], bad=["Two {equinoxes} a year.", "They are {equinoxes}."]) == []


def test_a_pattern_that_takes_long_is_given_up():
    slow = r"(?:\w+ ?)+#(?:\w+ ?)+#"
    assert problems(kind="existence", patterns=["zebra", slow])[:1] in ([], [(slow, False)])


def test_forms_are_found_beside_another_form():
    assert problems(kind="consistency", either=[["adviser", "advisor"], {"U.S.": r"U\.S\.", "US": "US"}]) == []
    assert problems(kind="consistency", either=[["adviser(?= x)(?! )", "advisor"]])[0] == ("adviser(?= x)(?! )", False)


def test_rules_of_other_kinds_have_no_doubts():
    assert problems(kind="occurrence", pattern="very", max=1, per="sentence") == []


def test_only_the_rules_that_are_asked_for_are_looked_at():
    assert list(all_doubts((), KIT)) == []
    assert list(all_doubts(("GRM101",), KIT)) == []


PACK = """
[[rule]]
code = "ZZZ101"
name = "mine"
kind = "substitution"
severity = "warning"
confidence = "high"
summary = "It finds something."
rationale = "It shows something."
message = "“{{text}}”: “{{replacement}}”?"
source = "house"
bad = ["A {{glark}} here.", "Two {{glark}}."]
good = ["A bark.", "A lark.", "“A glark,” he said."]

[rule.swap]
{swap}
"""


def test_what_was_proven_is_kept_until_a_pack_changes(tmp_path, monkeypatch):
    cache, pack = Cache(str(tmp_path / "cache")), tmp_path / "own.toml"
    (tmp_path / "cache").mkdir(mode=0o700)

    def doubted(swap: str) -> list[Doubt]:
        pack.write_text(PACK.format(swap=swap), "utf-8")
        return list(all_doubts(("ZZZ101",), assembled(packs=[pack], installed=False), cache))

    first = doubted('glark = "glark glark"')
    assert [doubt.is_wrong for doubt in first] == [True]

    def proven_again(*_: object) -> None:
        raise AssertionError("it was proven a second time")

    monkeypatch.setattr("copylint.proof.doubts", proven_again)
    assert doubted('glark = "glark glark"') == first
    with pytest.raises(AssertionError, match="second time"):
        doubted('glark = "bark"')
