from dataclasses import replace

from builders import a_finding, a_rule

from copylint.overlap import settled
from copylint.rule import Severity
from copylint.spans import Span

RULES = {code: a_rule(code) for code in ("PUN101", "PUN102", "USE101", "ATT101")} | {
    "USE102": a_rule("USE102", supersedes=("PUN101",))
}


def found(code, start, end, severity=Severity.ERROR):
    return a_finding(code=code, span=Span(start, end), severity=severity)


def codes(*findings):
    return [finding.code for finding in settled(findings, RULES)]


def test_of_two_in_one_family_the_graver_stays():
    assert codes(found("PUN101", 0, 9, Severity.QUERY), found("PUN102", 3, 5)) == ["PUN102"]


def test_of_two_equally_grave_the_longer_stays():
    assert codes(found("PUN102", 0, 9), found("PUN101", 3, 5)) == ["PUN102"]


def test_of_two_on_the_same_words_the_lower_code_stays():
    assert codes(found("USE101", 0, 9), found("ATT101", 0, 9)) == ["ATT101"]


def test_a_question_about_a_sentence_does_not_hide_a_slip_inside_it():
    assert codes(found("ATT101", 0, 90, Severity.QUERY), found("PUN101", 40, 42)) == ["ATT101", "PUN101"]


def test_a_rule_replaces_what_it_supersedes():
    assert codes(found("PUN101", 0, 9), found("USE102", 3, 5, Severity.QUERY)) == ["USE102"]


def test_a_superseded_code_stays_where_nothing_overlaps_it():
    assert codes(found("PUN101", 0, 3), found("USE102", 3, 5)) == ["PUN101", "USE102"]


def mended(code, start, text, new, severity=Severity.ERROR):
    return replace(found(code, start, start + len(text), severity), text=text, replacements=(new,))


def test_of_two_that_mend_the_same_letters_the_graver_then_the_shorter_stays():
    word, words = mended("USE101", 0, "their", "there"), mended("PUN101", 0, "their was", "there was")
    assert codes(word, words) == ["USE101"]
    assert codes(mended("USE101", 0, "their", "there", Severity.QUERY), words) == ["PUN101"]
    assert codes(word, mended("PUN101", 0, "their was", "there were")) == ["USE101", "PUN101"]
    assert codes(word, mended("PUN102", 0, "their was", "there was"), mended("PUN101", 20, "their was", "there was")) == [
        "USE101",
        "PUN101",
    ]


def test_what_is_superseded_hides_nothing():
    hidden = mended("PUN101", 0, "their", "there", Severity.ERROR)
    assert codes(hidden, mended("ATT101", 0, "their was", "there was"), found("USE102", 3, 5)) == ["ATT101", "USE102"]


def test_a_short_finding_between_long_ones_is_seen():
    many = [found("PUN101", start, start + 10) for start in range(0, 1000, 20)]
    assert len(codes(*many, found("PUN102", 505, 507))) == 50
    assert len(codes(*many, found("PUN102", 511, 513))) == 51


def test_the_order_of_arrival_changes_nothing():
    findings = [found("PUN101", 0, 5), found("PUN102", 4, 9), found("USE101", 2, 3), found("USE102", 7, 8)]
    assert settled(findings, RULES) == settled(reversed(findings), RULES)
