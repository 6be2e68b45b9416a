import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import KNOWLEDGE
from reporter_example import PARAGRAPHS, a_finding, a_report, an_example
from test_reporter_any import reports

from copylint.analysis import analyse
from copylint.document import Source
from copylint.finding import FileReport, Original, Report, RuleFacts
from copylint.reporters.rdjson import Rdjson
from copylint.rule import Confidence, Severity
from copylint.spans import LineIndex, Span

# reviewdog's own schema lets anything pass; this one holds to what the texts in it say.
POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string"},
        "location": {
            "type": "object",
            "required": ["path"],
            "additionalProperties": False,
            "properties": {"path": {"type": "string"}, "range": RANGE},
        },
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "code": {
            "type": "object",
            "required": ["value"],
            "additionalProperties": False,
            "properties": {"value": {"type": "string"}, "url": {"type": "string", "pattern": "^https?://"}},
        },
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "additionalProperties": False,
                "properties": {"range": RANGE, "text": {"type": "string"}},
            },
        },
    },
}
SCHEMA = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "required": ["source", "diagnostics"],
        "additionalProperties": False,
        "properties": {
            "source": {"type": "object", "required": ["name"]},
            "diagnostics": {"type": "array", "items": DIAGNOSTIC},
        },
    }
)
STORY = "\r\n\r\n".join(PARAGRAPHS)
LETTERS = st.text(st.sampled_from("aé東👩\u0301 \t\n\r"), max_size=12)


def diagnostics(report):
    value = json.loads(Rdjson().render(report, color=True, quiet=True))
    SCHEMA.validate(value)
    return value["diagnostics"]


def over(text, report, mark=0):
    """The report, where its files hold a text."""
    return replace(report, original=lambda path: Original(analyse(Source(path, "plain", text, text, ()), KNOWLEDGE), mark))


def marked(text, span, **facts):
    """A report of a finding at a span of a text, which its file holds."""
    index = LineIndex.of(text)
    place = {"span": span, "start": index.position(span.start), "end": index.position(span.end)}
    return over(text, a_report(replace(a_finding(excerpt=False), text=span.of(text), **place, **facts)))


def put_in(text, suggestion):
    """The text after a suggestion, found by counting lines and bytes as reviewdog does."""
    lines = text.encode().split(b"\n")
    ends = [suggestion["range"][end] for end in ("start", "end")]
    first, last = (sum(len(line) + 1 for line in lines[: end["line"] - 1]) + end["column"] - 1 for end in ends)
    data = b"\n".join(lines)
    return (data[:first] + suggestion["text"].encode() + data[last:]).decode()


def test_a_diagnostic_has_place_code_and_severity():
    (found,) = diagnostics(over(STORY, a_report(a_finding())))
    assert found == {
        "message": "Full stop in mid-sentence. Delete it?",
        "location": {
            "path": "stories/harbour.md",
            "range": {"start": {"line": 3, "column": 165}, "end": {"line": 3, "column": 175}},
        },
        "severity": "ERROR",
        "code": {"value": "PUN101"},
    }


def test_columns_count_bytes():
    (found,) = diagnostics(marked("x\na𐐀b", Span(4, 5)))
    assert found["location"]["range"] == {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 7}}


@given(before=LETTERS, words=LETTERS, after=LETTERS, replacement=LETTERS)
def test_a_suggestion_put_in_by_bytes_gives_the_text_that_was_meant(before, words, after, replacement):
    text = before + words + after
    (found,) = diagnostics(marked(text, Span(len(before), len(before + words)), replacements=(replacement,)))
    (suggestion,) = found["suggestions"]
    assert put_in(text, suggestion) == before + replacement + after


def test_every_replacement_is_a_suggestion_once():
    (found,) = diagnostics(over(STORY, a_report(a_finding(replacements=("delay had", "", "delay had")))))
    assert [each["text"] for each in found["suggestions"]] == ["delay had", ""]


def test_a_byte_order_mark_counts_in_the_first_line_only():
    report = marked("one one\none", Span(4, 7))
    ranges = [diagnostics(over("one one\none", report, mark=mark))[0]["location"]["range"] for mark in (0, 3)]
    assert [each["start"]["column"] for each in ranges] == [5, 8]
    second = over("one one\none", marked("one one\none", Span(8, 11)), mark=3)
    assert diagnostics(second)[0]["location"]["range"]["start"] == {"line": 2, "column": 1}


def test_a_file_that_has_changed_gets_lines_and_no_suggestions():
    report = over("Something else now.", a_report(a_finding(replacements=("delay had",))))
    (found,) = diagnostics(report)
    assert found["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}
    assert "suggestions" not in found


def test_the_address_of_a_source_goes_with_the_code():
    facts = RuleFacts("PUN101", "a", "S.", "R.", "Guide: https://example.org/a.", Severity.ERROR, Confidence.HIGH)
    report = Report((FileReport("a.md", (a_finding(),)),), rules=(facts,))
    assert diagnostics(report)[0]["code"] == {"value": "PUN101", "url": "https://example.org/a"}


def test_the_schema_is_looked_at():
    value = json.loads(Rdjson().render(an_example(), color=False, quiet=False))
    value["diagnostics"][0]["location"]["range"]["start"]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(value)


@given(report=reports())
def test_any_report_keeps_to_the_schema(report):
    assert len(diagnostics(report)) == len(report.findings)


def test_the_command_suggests_by_bytes_also_after_a_byte_order_mark_and_from_standard_input(copy, process):
    text = "\ufeff# “Ça va”\n\nIt went — as 👩 said — in contrary. In contrary, the the end came.\n"
    desk = copy({"a.md": text})
    (found,) = [
        each for each in json.loads(desk.run("--format", "rdjson").out)["diagnostics"] if each["code"]["value"] == "GRM101"
    ]
    assert put_in(text.removeprefix("\ufeff"), found["suggestions"][0]).count(" the ") == 1
    done = process("--format", "rdjson", "--stdin-filename", "a.md", "-", stdin=text.encode())
    assert found in json.loads(done.out)["diagnostics"]


def test_after_a_fix_the_suggestions_fit_the_mended_file(copy):
    desk = copy({"a.txt": "The the boat left — in in May.\n\nIn contrary, é the board stayed in the harbour for a year.\n"})
    found = json.loads(desk.run("--format", "rdjson", "--fix").out)["diagnostics"]
    text = (desk.folder / "a.txt").read_text("utf-8")
    assert found
    for each in found:
        for suggestion in each["suggestions"]:
            assert put_in(text, suggestion) != text
            assert put_in(text, {**suggestion, "text": "¤"}).count("¤") == 1
