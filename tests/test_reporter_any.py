"""What holds for every reporter, whatever stands in the copy."""

import json
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporter_example import a_finding, a_report, an_example

from copylint.finding import Excerpt, Failure, FileReport, Finding, RelatedPlace, Report, RuleFacts
from copylint.reporters import REPORTERS, escaped
from copylint.reporters.azure import Azure
from copylint.reporters.concise import Concise
from copylint.reporters.full import Full
from copylint.reporters.github import GitHub
from copylint.reporters.grouped import Grouped
from copylint.reporters.json import Json
from copylint.reporters.jsonl import JsonLines
from copylint.reporters.sarif import Sarif
from copylint.reporters.statistics import statistics
from copylint.rule import Confidence, Fix, Severity
from copylint.spans import Position, Span

# low surrogates alone, as in file names that aren't UTF-8: JSON itself makes one character of a high and a low one
HOSTILE = st.sampled_from("\x1b\x00\x7f\x9b\r\n\t\u2028\u202e\u200d\u0301\udce9\U000e0041\U0001f469:,%]東 ")
TEXT = st.text(st.characters(exclude_categories=["Cs"]) | HOSTILE, max_size=30)
PATHS = TEXT.filter(bool)


@st.composite
def findings(draw, path):
    before, words, after = draw(TEXT), draw(TEXT), draw(TEXT)
    offset, line, column = draw(st.integers(0, 50)), draw(st.integers(1, 9)), draw(st.integers(1, 9))
    span = Span(offset + len(before), offset + len(before) + len(words))
    place = {"span": span, "start": Position(line, column), "end": Position(line, column + len(words)), "text": words}
    return Finding(
        path=path,
        code=draw(st.sampled_from(["PUN101", "ATT101", "QUO101", "USE101"])),
        name="a-name",
        severity=draw(st.sampled_from(Severity)),
        confidence=draw(st.sampled_from(Confidence)),
        message=draw(TEXT),
        replacements=draw(st.tuples() | st.tuples(TEXT, TEXT)),
        fix=draw(st.sampled_from(Fix)),
        related=tuple(RelatedPlace(**place, note=draw(TEXT)) for _ in range(draw(st.integers(0, 4)))),
        note=draw(TEXT),
        score=draw(st.none() | st.floats(0, 1)),
        item=draw(st.just("") | TEXT),
        excerpt=draw(st.none() | st.just(Excerpt(before + words + after, offset, 3))),
        **place,
    )


@st.composite
def reports(draw):
    paths = draw(st.lists(PATHS, max_size=2, unique=True))
    failures = st.lists(st.builds(Failure, TEXT, TEXT, st.sampled_from(["", "PUN101"])), max_size=2).map(tuple)
    files = tuple(FileReport(path, draw(st.lists(findings(path), max_size=3).map(tuple)), draw(failures)) for path in paths)
    facts = RuleFacts("PUN101", "a-name", draw(TEXT), draw(TEXT), draw(TEXT), Severity.ERROR, Confidence.HIGH)
    return Report(files, draw(failures), (facts,), "0.1.0")


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.format)
@given(report=reports())
def test_no_text_makes_a_reporter_raise_or_obeyed_by_a_terminal(reporter, report):
    plain = reporter.render(report, color=False, quiet=False)
    coloured = reporter.render(report, color=True, quiet=False)
    for line in plain.split("\n"):
        own = line.removeprefix("##vso[task.logissue ") if reporter.format == "azure" else line
        assert escaped(own) == own
    assert re.sub("\x1b\\[[0-9;]+m", "", coloured) == plain
    assert plain.endswith("\n") or not plain
    plain.encode("utf-8")


@given(report=reports())
def test_statistics_take_any_report(report):
    assert statistics(report).count("\n") == len({finding.code for finding in report.findings})


@pytest.mark.parametrize("reporter", [Concise(), GitHub(), JsonLines(), Azure()], ids=lambda reporter: reporter.format)
@given(report=reports())
def test_a_finding_is_one_line(reporter, report):
    assert reporter.render(report, color=True, quiet=True).count("\n") == len(report.findings)


@given(report=reports())
def test_json_gives_back_the_exact_values(report):
    value = json.loads(Json().render(report, color=False, quiet=False))
    lines = JsonLines().render(report, color=False, quiet=False).split("\n")[:-1]
    records = [record for file in value["files"] for record in file["findings"]]
    assert records == [json.loads(line) for line in lines]
    for finding, record in zip(report.findings, records, strict=True):
        for key in ("path", "message", "text", "note", "item", "score", "code", "name"):
            assert record[key] == getattr(finding, key)
        assert tuple(record["replacements"]) == finding.replacements
        assert [place["note"] for place in record["related"]] == [place.note for place in finding.related]
    assert [(f["path"], f["message"]) for f in value["failures"]] == [(f.path, f.message) for f in report.failures]


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.format)
def test_only_formats_for_machines_tell_failures(reporter):
    told = " UTF-8" in reporter.render(an_example(), color=False, quiet=False)
    assert told == (reporter.format in ("json", "sarif", "github", "junit", "azure", "html"))


def test_each_format_stands_once():
    formats = [reporter.format for reporter in REPORTERS]
    assert len(set(formats)) == len(formats)
    assert formats[:2] == ["concise", "full"]


def test_the_same_findings_give_the_same_output_whatever_the_time():
    report = an_example()
    slower = Report(report.files, report.failures, report.rules, report.version, seconds=9.0)
    for reporter in REPORTERS:
        assert reporter.render(report, color=False, quiet=False) == reporter.render(slower, color=False, quiet=False)


def test_importing_the_reporters_imports_no_json_and_no_hashlib():
    heavy = "{'json', 'hashlib', 'urllib.parse', 'html'}"
    code = "import sys; sys.path = {!r}; import copylint.reporters; print(*{} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-S", "-c", code.format(sys.path, heavy)], capture_output=True, check=True)
    assert run.stdout.strip() == b""


def test_lone_surrogates_of_any_kind_are_no_trouble():
    finding = a_finding(path="a\ud83d.md", message="\udfff\ud800")
    for reporter in REPORTERS:
        reporter.render(a_report(finding), color=True, quiet=False).encode("utf-8")


@pytest.mark.parametrize(
    "reporter", [Concise(), GitHub(), JsonLines(), Full(), Azure(), Grouped()], ids=lambda reporter: reporter.format
)
def test_nothing_is_printed_when_it_is_quiet_and_nothing_was_found(reporter):
    assert reporter.render(a_report(), color=True, quiet=True) == ""


def test_sarif_and_json_always_give_a_whole_value():
    for reporter in (Json(), Sarif()):
        assert json.loads(reporter.render(a_report(), color=False, quiet=True))["version"]


@pytest.mark.parametrize("path", ["::error::x.txt", " ::warning::a.md", "##[error]a.md", "a##vso[task.complete]b.md"])
def test_a_path_is_never_a_command_to_a_build(path):
    for reporter in REPORTERS:
        lines = reporter.render(a_report(a_finding(path=path)), color=False, quiet=False).split("\n")
        commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line or "##vso[" in line]
        own = {"github": "::error file=", "azure": "##vso[task.logissue type=error;"}.get(reporter.format, "nothing")
        assert all(line.startswith(own) and line.count("##vso[") == own.count("##vso[") for line in commands)
