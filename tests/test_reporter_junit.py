from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from reporter_example import a_finding, a_report, an_example
from test_reporter_any import reports

from copylint.finding import Failure, FileReport
from copylint.reporters.junit import JUnit
from copylint.rule import Severity

xmlschema = pytest.importorskip("xmlschema", reason="pip install xmlschema")
SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parent / "data/junit-10.xsd"))


def document(report):
    text = JUnit().render(report, color=True, quiet=True)
    assert text.isascii()
    SCHEMA.validate(text)
    root = ElementTree.fromstring(text)
    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(kind)) == len(suite.findall(f"testcase/{tag}"))
    for kind in ("tests", "failures", "errors"):
        assert int(root.get(kind)) == sum(int(suite.get(kind)) for suite in root)
    return root


def test_a_finding_is_a_case_that_failed():
    ((case,),) = document(a_report(a_finding()))
    assert case.attrib == {"name": "PUN101, line 3, column 165", "classname": "stories/harbour.md"}
    (failure,) = case
    assert failure.attrib == {"type": "PUN101", "message": "Full stop in mid-sentence. Delete it?"}
    assert failure.text == ("stories/harbour.md:3:165: Correct: Full stop in mid-sentence. Delete it?\n“delay. had”")


def test_the_schema_is_looked_at():
    text = JUnit().render(an_example(), color=False, quiet=False)
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        SCHEMA.validate(text.replace(' classname="', ' class="', 1))


@given(report=reports())
def test_any_report_keeps_to_the_schema(report):
    root = document(report)
    assert len(root.findall(".//failure")) + len(root.findall(".//skipped")) == len(report.findings)
    assert len(root.findall(".//error")) == len(report.all_failures)


def test_a_question_fails_nothing():
    root = document(a_report(a_finding(severity=Severity.QUERY)))
    assert (root.get("failures"), root[0].get("skipped")) == ("0", "1")
    assert root.find(".//skipped").get("message") == "Full stop in mid-sentence. Delete it?"


def test_a_clean_file_is_a_case_that_went_well():
    ((case,),) = document(replace(a_report(), files=(FileReport("a.md"),)))
    assert (case.get("classname"), len(case)) == ("a.md", 0)


def test_what_could_not_be_done_is_an_error():
    file = FileReport("b.md", failures=(Failure("b.md", "no", "USE101"),))
    first, second = document(replace(a_report(failures=(Failure("", "plugin desk: no"),)), files=(file,)))
    assert first.find("testcase/error").get("message") == "no"
    assert (second.get("name"), second.find("testcase/error").get("message")) == ("copylint", "plugin desk: no")
