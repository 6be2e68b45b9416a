from reporter_example import a_finding, a_report, an_example

from copylint.finding import Failure
from copylint.reporters.concise import Concise
from copylint.reporters.statistics import statistics
from copylint.rule import Severity


def test_a_line_has_path_line_column_code_and_message():
    assert Concise().render(a_report(a_finding()), color=False, quiet=False) == (
        "stories/harbour.md:3:165: PUN101 Full stop in mid-sentence. Delete it?\n"
    )


def test_failures_are_left_to_standard_error():
    report = a_report(a_finding(), failures=(Failure("a.md", "it isn’t UTF-8"),))
    assert Concise().render(report, color=False, quiet=False).count("\n") == 1


def test_a_path_with_a_line_feed_stays_on_its_line():
    text = Concise().render(a_report(a_finding(path="a\nb.md:1:1: X")), color=False, quiet=False)
    assert text.startswith(r"a\nb.md:1:1: X:3:165: PUN101 ")


def test_colour_marks_the_code_by_its_severity():
    text = Concise().render(a_report(a_finding(), a_finding("In", severity=Severity.QUERY)), color=True, quiet=False)
    assert "\x1b[31mPUN101\x1b[0m" in text
    assert "\x1b[36mPUN101\x1b[0m" in text


def test_statistics_count_the_most_frequent_rule_first():
    findings = [
        a_finding("quays", code="USE101", name="b"),
        *(a_finding() for _ in range(10)),
        a_finding("town", code="ATT101", name="c"),
    ]
    assert statistics(a_report(*findings)) == "10  PUN101  stray-full-stop\n 1  ATT101  c\n 1  USE101  b\n"


def test_statistics_of_nothing_are_empty():
    assert statistics(a_report()) == ""
    assert statistics(an_example()).count("\n") == 9
