"""Forms of nouns and verbs: each leads to its word and back, though neither is made before it is asked for."""

from __future__ import annotations

import pytest

from copylint.checks.grammar._forms import Inflected, third
from copylint.checks.grammar._lists import gerund, nouns, verbs


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("report", "reports"),
        ("class", "classes"),
        ("country", "countries"),
        ("day", "days"),
        ("hero", "heroes"),
        ("man", "men"),
    ],
)
def test_a_noun_and_its_plural_lead_to_each_other(one: str, several: str) -> None:
    assert nouns().singulars[one] == several
    assert nouns().plurals[several] == one
    assert several not in nouns().singulars
    assert one not in nouns().plurals


@pytest.mark.parametrize(
    ("base", "past", "participle", "doing"),
    [
        ("report", "reported", "reported", "reporting"),
        ("try", "tried", "tried", "trying"),
        ("stop", "stopped", "stopped", "stopping"),
        ("agree", "agreed", "agreed", "agreeing"),
        ("begin", "began", "begun", "beginning"),
        ("be", "was", "been", "being"),
    ],
)
def test_a_verb_and_its_forms_lead_to_each_other(base: str, past: str, participle: str, doing: str) -> None:
    known = verbs()
    assert (known.past[base], known.participle[base], gerund(base)) == (past, participle, doing)
    assert (known.pasts[past], known.participles[participle], known.gerunds[doing]) == (base, base, base)


def test_the_third_person_leads_to_the_base() -> None:
    assert [verbs().thirds.get(form) for form in ("has", "says", "goes", "tries", "have", "quickly")] == [
        *("have", "say", "go", "try"),
        *("", ""),
    ]


def test_of_several_words_with_one_form_the_last_counts() -> None:
    forms = Inflected(("axe", "ax"), third, {})
    assert forms.turned()["axes"] == "ax"
    assert Inflected(("ax", "axe"), third, {}).turned()["axes"] == "axe"


def test_what_is_no_form_leads_nowhere() -> None:
    for table in (nouns().singulars, nouns().plurals, verbs().past, verbs().pasts):
        assert "xyzzys" not in table
        assert table.get("xyzzys", "-") == "-"
        with pytest.raises(KeyError):
            table["xyzzys"]
