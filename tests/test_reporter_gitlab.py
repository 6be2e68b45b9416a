import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from reporter_example import a_finding, a_report, an_example
from test_reporter_any import reports

from copylint.reporters.gitlab import GitLab
from copylint.rule import Severity

# What docs.gitlab.com/ci/testing/code_quality says of the format, and nothing besides.
SCHEMA = jsonschema.Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string"},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "additionalProperties": False,
                    "properties": {
                        "path": {"type": "string", "not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "additionalProperties": False,
                            "properties": {
                                "begin": {"type": "integer", "minimum": 1},
                                "end": {"type": "integer", "minimum": 1},
                            },
                        },
                    },
                },
            },
        },
    }
)


def issues_of(report):
    text = GitLab().render(report, color=True, quiet=True)
    assert not text.startswith("\ufeff")
    issues = json.loads(text)
    SCHEMA.validate(issues)
    return issues


def test_an_issue_has_what_gitlab_shows():
    (issue,) = issues_of(a_report(a_finding()))
    assert issue["description"] == "Full stop in mid-sentence. Delete it?"
    assert (issue["check_name"], issue["severity"]) == ("PUN101", "major")
    assert issue["location"] == {"path": "stories/harbour.md", "lines": {"begin": 3, "end": 3}}


def test_the_schema_is_looked_at():
    issues = issues_of(an_example())
    del issues[0]["fingerprint"]
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(issues)


@given(report=reports())
def test_any_report_keeps_to_the_schema_and_has_each_fingerprint_once(report):
    issues = issues_of(report)
    assert len(issues) == len(report.findings)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_nothing_found_is_an_empty_array():
    assert GitLab().render(a_report(), color=False, quiet=False) == "[]\n"


def test_each_severity_has_its_word():
    issues = issues_of(a_report(*(a_finding(severity=each) for each in (Severity.ERROR, Severity.WARNING, Severity.QUERY))))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]


def test_a_mark_that_moves_keeps_its_fingerprint_and_one_in_another_file_has_another():
    here = a_finding()
    moved = replace(here, start=replace(here.start, line=9), end=replace(here.end, line=9))
    prints = [issues_of(a_report(each))[0]["fingerprint"] for each in (here, moved, replace(here, path="b.md"))]
    assert prints[0] == prints[1] != prints[2]


def test_a_path_loses_the_dot_before_it():
    assert issues_of(a_report(a_finding(path="./a.md")))[0]["location"]["path"] == "a.md"
