import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporter_example import a_finding, a_report

from copylint.finding import Failure
from copylint.reporters import escaped
from copylint.reporters.github import GitHub
from copylint.rule import Severity

COMMAND = re.compile(r"::(error|warning|notice) (\w+=[^:,]*(?:,\w+=[^:,]*)*)::(.*)")
HOSTILE = [
    "a\n::error::x",
    "%0A::error::x",
    "a,title=b",
    "a]::warning::",
    "a\r\n::stop-commands::x",
    "50% off: ok",
    "##[error]x",
    "\u2028::a",
]


def commands(*findings, quiet=False, failures=()):
    text = GitHub().render(a_report(*findings, failures=failures), color=True, quiet=quiet)
    return [_parsed(line) for line in text.split("\n")[:-1]]


def _parsed(line):
    """A command as the runner reads it."""
    level, properties, message = COMMAND.fullmatch(line).groups()
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return level, {key: _unescaped(value) for key, value in pairs}, _unescaped(message)


def _unescaped(value):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, character)
    return value


def test_a_finding_is_an_annotation_with_its_place():
    assert GitHub().render(a_report(a_finding(message="A stop.")), color=False, quiet=False) == (
        "::error file=stories/harbour.md,line=3,endLine=3,col=165,endColumn=175,title=PUN101::A stop.\n"
    )


def test_a_finding_over_two_lines_has_no_columns():
    ((_, properties, _),) = commands(a_finding("the\r\nstands"))
    assert properties == {"file": "stories/harbour.md", "line": "9", "endLine": "10", "title": "PUN101"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_makes_a_command_of_its_own(text):
    ((level, properties, message),) = commands(a_finding(path=text, message=text))
    assert (level, properties["title"]) == ("error", "PUN101")
    assert (properties["file"], message) == (escaped(text), escaped(text))


@given(path=st.text(min_size=1), message=st.text())
def test_the_runner_reads_what_was_meant(path, message):
    ((_, properties, read),) = commands(a_finding(path=f"x{path}y".replace("/", "-"), message=message))
    assert properties["file"] == escaped(f"x{path}y".replace("/", "-"))
    assert read == escaped(message)


def test_the_worst_comes_first_and_failures_before_all():
    found = commands(
        a_finding("town", severity=Severity.QUERY),
        a_finding("quays", severity=Severity.WARNING),
        a_finding(),
        failures=(Failure("a.md", "no"), Failure("", "x", "USE101")),
    )
    assert [level for level, _, _ in found] == ["error", "error", "error", "warning", "notice"]
    assert [properties for _, properties, _ in found[:2]] == [{"file": "a.md", "title": "failed"}, {"title": "USE101"}]


def test_what_github_will_not_show_is_counted():
    findings = [a_finding(severity=severity) for severity in Severity for _ in range(12)]
    found = commands(*findings, failures=(Failure("", "x"),))
    (place,) = [number for number, (_, properties, _) in enumerate(found) if properties["title"] == "copylint"]
    assert place == 25  # the first of the notices
    assert "; 8 more stand" in found[place][2]  # 3 errors, 2 warnings, 3 notices


def test_ten_of_a_level_need_no_notice():
    findings = [a_finding(severity=severity) for severity in Severity for _ in range(10)]
    assert len(commands(*findings)) == 30


def test_quiet_leaves_findings_only():
    assert len(commands(*[a_finding()] * 11, quiet=True, failures=(Failure("", "x"),))) == 11


def test_a_path_loses_the_dot_before_it():
    assert commands(a_finding(path="./a.md"))[0][1]["file"] == "a.md"
