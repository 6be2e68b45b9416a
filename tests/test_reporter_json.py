import json

from reporter_example import a_finding, a_place, a_report

from copylint.finding import Failure, FileReport, Report
from copylint.reporters.json import Json
from copylint.reporters.jsonl import JsonLines
from copylint.rule import Fix, Severity


def test_a_finding_has_each_key_even_when_it_is_empty():
    assert json.loads(JsonLines().render(a_report(a_finding()), color=False, quiet=False)) == {
        "path": "stories/harbour.md",
        "code": "PUN101",
        "name": "stray-full-stop",
        "severity": "error",
        "confidence": "high",
        "message": "Full stop in mid-sentence. Delete it?",
        "start": 199,
        "end": 209,
        "line": 3,
        "column": 165,
        "end_line": 3,
        "end_column": 175,
        "text": "delay. had",
        "replacements": [],
        "fix": "none",
        "related": [],
        "note": "",
        "item": "",
        "score": None,
    }


def test_replacements_and_related_places_are_told():
    finding = a_finding(
        replacements=("a", ""), fix=Fix.SAFE, related=(a_place("quays", "here"),), note="n", item="i", score=0.5
    )
    record = json.loads(JsonLines().render(a_report(finding), color=False, quiet=False))
    assert (record["replacements"], record["fix"], record["note"], record["item"], record["score"]) == (
        ["a", ""],
        "safe",
        "n",
        "i",
        0.5,
    )
    place = {"start": 231, "end": 236, "line": 3, "column": 197, "end_line": 3, "end_column": 202}
    assert record["related"] == [place | {"text": "quays", "note": "here"}]


def test_json_lines_hold_findings_and_nothing_else():
    report = a_report(a_finding(), failures=(Failure("b.md", "no"),))
    assert [json.loads(line)["path"] for line in JsonLines().render(report, color=False, quiet=False).splitlines()] == [
        "stories/harbour.md"
    ]


def test_the_report_has_files_failures_and_a_summary():
    file = FileReport("b.md", (a_finding(path="b.md", severity=Severity.QUERY),), (Failure("b.md", "no", "USE101"),), 7, 40, 2)
    value = json.loads(Json().render(Report((file,), (Failure("", "x"),), version="1.2.3"), color=False, quiet=False))
    assert list(value) == ["version", "files", "failures", "summary"]
    assert value["version"] == "1.2.3"
    assert value["failures"] == [{"path": "", "code": "", "message": "x"}]
    (entry,) = value["files"]
    assert (entry["path"], entry["words"], entry["characters"], entry["suppressed"]) == ("b.md", 7, 40, 2)
    assert entry["failures"] == [{"path": "b.md", "code": "USE101", "message": "no"}]
    assert entry["findings"][0]["code"] == "PUN101"
    assert value["summary"] == {
        "files": 1,
        "words": 7,
        "findings": 1,
        "errors": 0,
        "warnings": 0,
        "queries": 1,
        "suppressed": 2,
        "failures": 2,
    }


def test_output_is_ascii_without_controls():
    text = JsonLines().render(a_report(a_finding(message="\x7f\x1b\u202e東")), color=False, quiet=False)
    assert r'"message":"\u007f\u001b\u202e\u6771"' in text
