"""How a match becomes a finding."""

import pytest
from builders import a_rule

from copylint.document import Block, BlockKind, Knowledge, Source
from copylint.linter import Orders, PythonChecker, linted
from copylint.rule import Fix, Match, Quotes, Related, Severity
from copylint.spans import Segment, Span

NOTHING = Knowledge()


def a_source(text: str, *, kind=BlockKind.PARAGRAPH, language="en", block_language="") -> Source:
    whole = Span(0, len(text))
    return Source(
        "a.txt", "plain", text, text, (Segment(whole, whole),), (Block(kind, whole, 0, block_language),), (), language
    )


def report(source, *rules, **orders):
    facts = {rule.code: rule for rule in rules}
    checkers = [PythonChecker(rule) for rule in rules]
    known = {code: code for code in facts}
    return linted(source, Orders(checkers, facts, frozenset(facts), NOTHING, known, **orders))


def found(text, rule, **source):
    return report(a_source(text, **source), rule).findings


def test_a_finding_has_the_facts_of_its_rule_and_the_place_of_its_match():
    (finding,) = found("One.\nA bad day.", a_rule())
    assert (finding.code, finding.message, finding.text) == ("TST101", "“bad” is bad. Write “good”?", "bad")
    assert (finding.start.line, finding.start.column) == (2, 3)
    assert (finding.excerpt.text, finding.excerpt.start, finding.excerpt.paragraph) == ("One.\nA bad day.", 0, 1)


def test_paragraphs_are_counted_in_the_running_copy():
    text = "Bad board\n\nOne went.\n\nA bad day."
    starts = (0, 11, 22)
    kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    ends = (9, 20, len(text))
    spans = map(Span, starts, ends)
    blocks = tuple(map(Block, kinds, spans))
    whole = Span(0, len(text))
    source = Source("a.txt", "plain", text, text, (Segment(whole, whole),), blocks)
    findings = report(source, a_rule(blocks=frozenset(BlockKind))).findings
    assert [(one.excerpt.paragraph, one.excerpt.part) for one in findings] == [(0, "headline"), (2, "paragraph")]


def test_thousands_of_findings_share_one_excerpt():
    findings = found("bad " * 2000, a_rule())
    assert len(findings) == 2000
    assert len({id(finding.excerpt) for finding in findings}) == 1


@pytest.mark.parametrize(
    ("policy", "texts"), [(Quotes.SKIP, ["bad"]), (Quotes.ONLY, ["bad"]), (Quotes.INCLUDE, ["bad", "bad"])]
)
def test_quotations_are_looked_at_as_the_rule_says(policy, texts):
    findings = found("A bad day. “A bad day,” she said.", a_rule(quotes=policy))
    assert [finding.text for finding in findings] == texts
    assert findings[0].is_quoted == (policy is Quotes.ONLY)


def test_a_rule_looks_at_its_own_blocks_only():
    rule = a_rule(blocks=frozenset({BlockKind.HEADLINE}))
    assert found("A bad day", rule, kind=BlockKind.PARAGRAPH) == ()
    assert len(found("A bad day", rule, kind=BlockKind.HEADLINE)) == 1


def test_a_rule_without_its_trigger_is_not_run():
    def never(_):
        raise AssertionError("it was run")

    assert report(a_source("A day."), a_rule(check=never, triggers=frozenset({"bad"}))).failures == ()
    assert report(a_source("A BAD day."), a_rule(check=never, triggers=frozenset({"bad"}))).failures


def test_a_check_can_be_named_and_is_imported_when_it_runs():
    assert len(found("A bad day.", a_rule(check="builders:marks_bad"))) == 1


def test_a_rule_that_raises_is_a_failure_and_the_others_go_on():
    def broken(_):
        raise KeyError("oh")

    done = report(
        a_source("A bad day."), a_rule(), a_rule("TST102", check=broken), givers={"TST102": "plugin desk 1.0, copylint_rules"}
    )
    assert [finding.code for finding in done.findings] == ["TST101"]
    assert [failure.message for failure in done.failures] == [
        "plugin desk 1.0, copylint_rules: rule TST102 failed: KeyError: 'oh'"
    ]


@pytest.mark.parametrize(
    ("rule_fix", "match_fix", "expected"),
    [
        (Fix.SAFE, None, Fix.SAFE),
        (Fix.SAFE, Fix.UNSAFE, Fix.UNSAFE),
        (Fix.UNSAFE, Fix.SAFE, Fix.UNSAFE),
        (Fix.NONE, None, Fix.NONE),
    ],
)
def test_a_match_can_only_weaken_the_fix(rule_fix, match_fix, expected):
    rule = a_rule(fix=rule_fix, check=lambda _: [Match(Span(2, 5), ("good",), fix=match_fix)])
    assert found("A bad day.", rule)[0].fix is expected


def test_a_finding_without_a_replacement_has_no_fix():
    assert found("A bad day.", a_rule(fix=Fix.SAFE, check=lambda _: [Match(Span(2, 5))]))[0].fix is Fix.NONE


def test_a_match_can_only_weaken_the_severity():
    def rule(own, match):
        return a_rule(severity=own, check=lambda _: [Match(Span(2, 5), severity=match)])

    assert found("A bad day.", rule(Severity.ERROR, Severity.QUERY))[0].severity is Severity.QUERY
    assert found("A bad day.", rule(Severity.QUERY, Severity.ERROR))[0].severity is Severity.QUERY


def test_what_is_below_the_least_severity_is_left_out():
    assert report(a_source("A bad day."), a_rule(severity=Severity.WARNING), least=Severity.ERROR).findings == ()


@pytest.mark.parametrize(("language", "block_language"), [("de", ""), ("en", "fr")])
def test_word_rules_leave_other_languages_alone(language, block_language):
    place = {"language": language, "block_language": block_language}
    assert found("Im bad sein.", a_rule(), **place) == ()
    assert len(found("Im bad sein.", a_rule("PUN901"), **place)) == 1


def test_related_places_are_placed_too():
    rule = a_rule(check=lambda _: [Match(Span(6, 9), related=(Related(Span(0, 1), "first here"),))])
    (place,) = found("A\nday bad", rule)[0].related
    assert (place.text, place.start.line, place.note) == ("A", 1, "first here")


def test_long_words_are_cut_in_a_message_and_line_breaks_folded():
    text = "bad\n" * 40
    rule = a_rule(check=lambda _: [Match(Span(0, len(text)))], message="“{text}” {unknown}")
    (finding,) = found(text, rule)
    assert "\n" not in finding.message
    assert finding.message.endswith("…” {unknown}")
    assert len(finding.message) < 80


@pytest.mark.parametrize(
    ("text", "replacement"),
    [("It's a bad day.", "it's"), ("It’s a bad day.", "it’s"), ("A bad day.", "it’s"), ("'A' bad’s", "it’s")],
)
def test_a_replacement_has_the_apostrophes_of_the_copy(text, replacement):
    start = text.index("bad")
    rule = a_rule(check=lambda _: [Match(Span(start, start + 3), ("it’s",))])
    (finding,) = found(text, rule)
    assert finding.replacements == (replacement,)
    assert finding.message == f"“bad” is bad. Write “{replacement}”?"


@pytest.mark.parametrize(
    "match",
    [
        Match((2, 5)),
        Match(Span(2, 5), (1,)),
        Match(Span(2, 5), ["x"]),
        Match(Span(2, 5), details={"n": 3}),
        Match(Span(2, 5), note=None),
        Match(Span(2, 5), severity="error"),
        Match(Span(2, 5), related=(Related(Span(0, 99), "x"),)),
        Match(Span(2, 5), related=("x",)),
        Match(Span(2, 5), fix="safe"),
    ],
    ids=repr,
)
def test_a_match_that_is_wrong_is_a_failure_of_its_rule_alone(match):
    done = report(a_source("A bad day."), a_rule(), a_rule("TST102", check=lambda _: [match]))
    assert [finding.code for finding in done.findings] == ["TST101"]
    assert [failure.code for failure in done.failures] == ["TST102"]


def test_a_rule_that_leaves_is_a_failure():
    def leaves(_):
        raise SystemExit(0)

    assert report(a_source("A day."), a_rule(check=leaves)).failures
