from xml.etree import ElementTree

from hypothesis import given
from reporter_example import a_finding, a_report, an_example
from test_reporter_any import reports

from copylint.reporters.checkstyle import Checkstyle
from copylint.rule import Severity

# Checkstyle has published no schema; this is what its XMLLogger writes.
ATTRIBUTES = {"line", "column", "severity", "message", "source"}


def document(report):
    text = Checkstyle().render(report, color=True, quiet=True)
    assert text.isascii()
    root = ElementTree.fromstring(text)
    assert (root.tag, set(root.attrib)) == ("checkstyle", {"version"})
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        assert len(file)
        for error in file:
            assert (error.tag, set(error.attrib), len(error)) == ("error", ATTRIBUTES, 0)
            assert error.get("severity") in ("error", "warning", "info")
            assert int(error.get("line")) > 0
            assert int(error.get("column")) > 0
    return root


def test_a_finding_is_an_error_of_its_file():
    (file,) = document(a_report(a_finding()))
    assert file.get("name") == "stories/harbour.md"
    assert file[0].attrib == {
        "line": "3",
        "column": "165",
        "severity": "error",
        "message": "Full stop in mid-sentence. Delete it?",
        "source": "copylint.PUN101",
    }


@given(report=reports())
def test_any_report_is_a_whole_document(report):
    assert sum(map(len, document(report))) == len(report.findings)


def test_a_parser_gives_back_the_exact_words():
    message = 'He said "<b>&amp;</b>",\n\tthen\r\n\u202e left 👩‍💻 ##vso[task.complete]'
    ((error,),) = document(a_report(a_finding(message=message)))
    assert error.get("message") == message


def test_what_xml_cannot_hold_is_shown():
    ((error,),) = document(a_report(a_finding(message="a\x00b\x1bc\ufffed")))
    assert error.get("message") == r"a\x00b\x1bc\ufffed"


def test_each_severity_has_its_word():
    findings = [a_finding(severity=each) for each in (Severity.ERROR, Severity.WARNING, Severity.QUERY)]
    (file,) = document(a_report(*findings))
    assert [error.get("severity") for error in file] == ["error", "warning", "info"]


def test_nothing_found_is_a_document_without_files():
    assert len(document(a_report())) == 0
    assert len(document(an_example())) == 2
