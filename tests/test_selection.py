"""Which rules run."""

from __future__ import annotations

import pytest
from builders import a_rule

from copylint.rule import Confidence, Severity
from copylint.selection import enabled, known, unknown, unknown_styles

RULES = (
    a_rule("PUN101", name="stray-stop", aliases=("PUN001",)),
    a_rule("PUN102", name="early-comma", preview=True),
    a_rule("PUN211", name="unsure-dash", severity=Severity.WARNING, confidence=Confidence.LOW),
    a_rule("PUN212", name="unsure-question", severity=Severity.QUERY, confidence=Confidence.LOW),
    a_rule("STY101", name="ap-comma", styles=("ap", "desk")),
    a_rule("USE101", name="in-contrary", confidence=Confidence.MEDIUM),
)


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({}, "PUN101 PUN212 USE101"),
        ({"preview": True}, "PUN101 PUN102 PUN211 PUN212 USE101"),
        ({"styles": ["desk"]}, "PUN101 PUN212 STY101 USE101"),
        ({"styles": ["guardian"]}, "PUN101 PUN212 USE101"),
        ({"select": ["PUN"]}, "PUN101 PUN211 PUN212"),
        ({"select": ["PUN2"]}, "PUN211 PUN212"),
        ({"select": ["PUN21"]}, "PUN211 PUN212"),
        ({"select": ["PU"]}, ""),
        ({"select": ["PUN"], "preview": True}, "PUN101 PUN102 PUN211 PUN212"),
        ({"select": ["PUN102"]}, "PUN102"),
        ({"select": ["early-comma", "pun101"]}, "PUN101 PUN102"),
        ({"select": ["PUN001"]}, "PUN101"),
        ({"select": ["STY"]}, ""),
        ({"select": ["STY"], "styles": ["ap"]}, "STY101"),
        ({"select": ["STY101"]}, "STY101"),
        ({"select": ["ALL"]}, "PUN101 PUN211 PUN212 USE101"),
        ({"select": ["ALL"], "preview": True, "styles": ["ap"]}, "PUN101 PUN102 PUN211 PUN212 STY101 USE101"),
        ({"extend_select": ["PUN102", "STY101"]}, "PUN101 PUN102 PUN212 STY101 USE101"),
        ({"select": ["USE"], "extend_select": ["PUN101"]}, "PUN101 USE101"),
        ({"ignore": ["PUN"]}, "USE101"),
        ({"ignore": ["ALL"]}, ""),
        ({"ignore": ["ALL"], "extend_select": ["PUN2"]}, "PUN211 PUN212"),
        ({"select": ["PUN"], "ignore": ["PUN2"]}, "PUN101"),
        ({"select": ["PUN2"], "ignore": ["PUN"]}, "PUN211 PUN212"),
        ({"select": ["PUN211", "USE"], "ignore": ["PUN21"]}, "PUN211 USE101"),
        ({"select": ["PUN101"], "ignore": ["stray-stop"]}, ""),
        ({"select": ["PUN"], "ignore": ["PUN"]}, ""),
        ({"ignore": ["PUN001"]}, "PUN212 USE101"),
    ],
)
def test_the_more_specific_decides_and_ignore_wins_a_tie(settings, codes):
    assert " ".join(sorted(enabled(RULES, **settings))) == codes


def test_every_code_name_and_alias_is_known():
    assert known(RULES[:1]) == {"PUN101": "PUN101", "PUN001": "PUN101", "stray-stop": "PUN101"}


def test_a_code_goes_before_an_alias_of_another_rule():
    rules = (a_rule("PUN101"), a_rule("PUN102", aliases=("PUN101",)))
    assert known(rules)["PUN101"] == "PUN101"


def test_what_no_rule_answers_to_is_told_with_the_nearest():
    selectors = ["PUN", "pun101", "ALL", "PUN2", "in-contrary", "PUN103", "in-contary", "PNU", "PUN3", "XYZ999"]
    assert unknown(selectors, RULES) == (
        ("PUN103", '; did you mean "PUN102"?'),
        ("in-contary", '; did you mean "in-contrary"?'),
        ("PNU", '; did you mean "PUN"?'),
        ("PUN3", '; did you mean "PUN"?'),
        ("XYZ999", ""),
    )


def test_where_one_rule_is_wanted_a_family_is_unknown():
    assert [word for word, _ in unknown(["PUN", "ALL", "PUN101", "PUN001"], RULES, is_exact=True)] == ["PUN", "ALL"]


def test_an_unknown_style_is_told_with_the_nearest():
    assert unknown_styles(["ap", "dsk"], RULES) == (("dsk", '; did you mean "desk"?'),)
