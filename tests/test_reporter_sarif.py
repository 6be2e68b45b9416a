import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporter_example import PARAGRAPHS, a_finding, a_place, a_report, an_example
from test_reporter_any import reports

from copylint.finding import Excerpt, Failure, Report, RuleFacts
from copylint.reporters.sarif import Sarif
from copylint.reporters.uri import uri
from copylint.rule import Confidence, Severity
from copylint.spans import Span

SCHEMA = jsonschema.Draft4Validator(
    json.loads((Path(__file__).parent / "data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)


def run_of(*findings, failures=()):
    return log_of(a_report(*findings, failures=failures))["runs"][0]


def log_of(report):
    log = json.loads(Sarif().render(report, color=True, quiet=True))
    SCHEMA.validate(log)
    return log


def print_of(finding):
    return run_of(finding)["results"][0]["partialFingerprints"]["copylint/v1"]


def test_the_log_keeps_to_the_schema():
    log = log_of(an_example())
    assert (log["version"], len(log["runs"][0]["results"])) == ("2.1.0", 9)


def test_the_schema_is_looked_at():
    log = log_of(an_example())
    del log["runs"][0]["results"][0]["message"]
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(log)


@given(report=reports())
def test_any_report_keeps_to_the_schema(report):
    log_of(report)


def test_a_result_has_rule_level_and_place():
    (result,) = run_of(a_finding())["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("PUN101", 0, "error")
    assert result["message"] == {"text": "Full stop in mid-sentence. Delete it?"}
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "stories/harbour.md", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {
        "startLine": 3,
        "startColumn": 165,
        "endLine": 3,
        "endColumn": 175,
        "snippet": {"text": "delay. had"},
    }


def test_the_run_says_how_it_counts():
    run = run_of()
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    assert "%SRCROOT%" in run["originalUriBaseIds"]


def test_a_rule_is_described_once():
    run = run_of(a_finding(), a_finding("town"), a_finding("quays", code="ATT101", name="b", severity=Severity.QUERY))
    first, second = run["tool"]["driver"]["rules"]
    assert (first["id"], first["name"], first["defaultConfiguration"]) == ("ATT101", "b", {"level": "note"})
    assert (first["shortDescription"], first["fullDescription"]) == ({"text": "What."}, {"text": "Why."})
    assert first["help"]["markdown"] == "Why.\n\nSource: house"
    assert first["properties"] == {"tags": ["copy", "ATT"], "precision": "high", "problem.severity": "recommendation"}
    assert second["id"] == "PUN101"
    assert [result["ruleIndex"] for result in run["results"]] == [1, 1, 0]


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("Guide, dates: https://example.org/style/d#dates.", "https://example.org/style/d#dates"),
        ("https://example.org", "https://example.org"),
        ("Guide (https://example.org/a%20b)", "https://example.org/a%20b"),
        ("https://example.org/a%zz", "https://example.org/a"),
        ("https://example.org/a#b#c", None),
        ("house", None),
    ],
)
def test_only_a_sound_address_is_a_help_address(source, address):
    facts = RuleFacts("PUN101", "a", "S.", "R.", source, Severity.WARNING, Confidence.LOW)
    (rule,) = log_of(Report((), rules=(facts,)))["runs"][0]["tool"]["driver"]["rules"]
    assert rule.get("helpUri") == address
    assert rule["defaultConfiguration"]["level"] == rule["properties"]["problem.severity"] == "warning"


def test_a_rule_without_facts_has_no_index():
    report = a_report(a_finding())
    (result,) = log_of(Report(report.files))["runs"][0]["results"]
    assert "ruleIndex" not in result


def test_beside_a_baseline_what_is_left_is_new(copy):
    report = a_report(a_finding())
    assert [
        log_of(each)["runs"][0]["results"][0].get("baselineState") for each in (report, replace(report, has_baseline=True))
    ] == [
        None,
        "new",
    ]
    desk = copy({"a.txt": "The plan was was good.\n"})
    desk.command("baseline", "write")
    (desk.folder / "a.txt").write_text("The plan was was good.\n\nIt it rained.\n")
    (result,) = json.loads(desk.run("--baseline", "copylint.baseline", "--format", "sarif").out)["runs"][0]["results"]
    assert (result["baselineState"], result["locations"][0]["physicalLocation"]["region"]["startLine"]) == ("new", 3)


def test_replacements_are_fixes():
    (result,) = run_of(a_finding(replacements=("delay had", "")))["results"]
    first, second = result["fixes"]
    (change,) = first["artifactChanges"]
    (replacement,) = change["replacements"]
    assert change["artifactLocation"]["uri"] == "stories/harbour.md"
    assert replacement["deletedRegion"] == {"startLine": 3, "startColumn": 165, "endLine": 3, "endColumn": 175}
    assert replacement["insertedContent"] == {"text": "delay had"}
    assert first["description"] == {"text": "Replace by “delay had”."}
    assert second["description"] == {"text": "Delete."}


def test_a_replacement_given_twice_is_one_fix():
    (result,) = run_of(a_finding(replacements=("a", "a")))["results"]
    assert len(result["fixes"]) == 1


def test_related_places_are_numbered_and_have_their_note():
    (result,) = run_of(a_finding(related=(a_place("quays", "here"), a_place("town"))))["results"]
    first, second = result["relatedLocations"]
    assert (first["id"], first["message"], second["id"]) == (1, {"text": "here"}, 2)
    assert first["physicalLocation"]["region"]["startColumn"] == 197
    assert "message" not in second


def test_the_worst_comes_first():
    results = run_of(a_finding("town", severity=Severity.QUERY), a_finding("quays", severity=Severity.WARNING), a_finding())[
        "results"
    ]
    assert [result["level"] for result in results] == ["error", "warning", "note"]


def test_failures_are_notifications():
    (invocation,) = run_of(failures=(Failure("a b.md", "no", "USE101"), Failure("", "x")))["invocations"]
    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert (first["level"], first["message"], first["associatedRule"]) == ("error", {"text": "no"}, {"id": "USE101"})
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.md"
    assert second == {"level": "error", "message": {"text": "x"}}


def test_a_run_without_failures_went_well():
    assert run_of()["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_finding_keeps_its_fingerprint_when_it_moves():
    text = PARAGRAPHS[1]
    start = text.index("delay. had")
    moved = a_finding(excerpt=False, path="b.md")
    far = "A new sentence. " * 9
    here = Excerpt(far + text.replace("tactics of", "Tactics\nof"), 50, 7)
    at = Span(50 + len(far) + start, 50 + len(far) + start + 10)
    again = replace(moved, excerpt=here, span=at)
    assert print_of(again) == print_of(a_finding())


def test_other_code_words_or_sentence_make_another_fingerprint():
    prints = [print_of(f) for f in (a_finding(), a_finding(code="PUN102"), a_finding("town"), a_finding(excerpt=False))]
    assert len(set(prints)) == 4


def test_equal_findings_of_a_file_are_told_apart_by_their_number():
    results = run_of(a_finding(), a_finding())["results"]
    assert len({result["partialFingerprints"]["copylint/v1"] for result in results}) == 2


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/ü%.md", "a%20b/%C3%BC%25.md"),
        ("./a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("../a.md", "../a.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("\ud800.md", "%ED%A0%80.md"),
        ("/srv/a b.md", "file:///srv/a%20b.md"),
        ("C:\\a\\b c.md", "file:///C:/a/b%20c.md"),
        ("\\\\host\\a.md", "file://host/a.md"),
        ("/srv/a\\b.md", "file:///srv/a%5Cb.md"),
        ("", ""),
    ],
)
def test_a_path_becomes_a_uri(path, expected):
    assert uri(path) == expected


def test_an_absolute_path_has_no_base():
    (result,) = run_of(a_finding(path="/srv/a.md"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///srv/a.md"}


@given(path=st.text(min_size=1))
def test_a_uri_has_no_character_that_a_uri_may_not_have(path):
    assert set(uri(path)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%:")
