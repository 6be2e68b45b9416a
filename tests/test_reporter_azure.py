import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporter_example import a_finding, a_report

from copylint.finding import Failure
from copylint.reporters import escaped
from copylint.reporters.azure import Azure
from copylint.rule import Severity

COMMAND = re.compile(r"##vso\[task\.logissue ((?:\w+=[^;\]]*;)+)\](.*)")


def commands(*findings, quiet=False, failures=()):
    text = Azure().render(a_report(*findings, failures=failures), color=True, quiet=quiet)
    return [_parsed(line) for line in text.split("\n")[:-1]]


def _parsed(line):
    """A command as the agent reads it."""
    assert line.count("##vso[") == 1
    properties, message = COMMAND.fullmatch(line).groups()
    return {key: _unescaped(value) for key, value in (pair.split("=", 1) for pair in properties[:-1].split(";"))}, _unescaped(
        message
    )


def _unescaped(value):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3B", ";"), ("%5D", "]"), ("%AZP25", "%")):
        value = value.replace(code, character)
    return value


def test_a_finding_is_an_issue_with_its_place():
    assert Azure().render(a_report(a_finding(message="A stop.")), color=False, quiet=False) == (
        "##vso[task.logissue type=error;sourcepath=stories/harbour.md;linenumber=3;columnnumber=165;code=PUN101;]A stop.\n"
    )


def test_a_question_is_a_warning_that_asks():
    (check, (properties, message)) = commands(
        a_finding("town", severity=Severity.QUERY, message="Which?"), a_finding(severity=Severity.WARNING)
    )
    assert check[0]["type"] == properties["type"] == "warning"
    assert message == "Ask: Which?"


@pytest.mark.parametrize(
    "text", ["##vso[task.complete]", "a##VSO[x]", "]x", "a;code=b", "50% off", "a\r\nb", "%0A", "##[error]"]
)
def test_no_text_makes_a_command_of_its_own(text):
    ((properties, message),) = commands(a_finding(path=text, message=text))
    assert (properties["type"], properties["code"]) == ("error", "PUN101")
    assert (properties["sourcepath"], message) == (escaped(text), escaped(text))


@given(path=st.text(min_size=1), message=st.text())
def test_the_agent_reads_what_was_meant(path, message):
    ((properties, read),) = commands(a_finding(path=f"x{path}y".replace("/", "-"), message=message))
    assert properties["sourcepath"] == escaped(f"x{path}y".replace("/", "-"))
    assert read == escaped(message)


def test_failures_come_first_and_then_the_worst():
    found = commands(a_finding("town", severity=Severity.WARNING), a_finding(), failures=(Failure("a.md", "no", "USE101"),))
    assert [properties["code"] for properties, _ in found] == ["USE101", "PUN101", "PUN101"]
    assert [properties["type"] for properties, _ in found] == ["error", "error", "warning"]


def test_quiet_leaves_findings_only():
    assert len(commands(a_finding(), quiet=True, failures=(Failure("", "x"),))) == 1
