from reporter_example import a_finding, a_report, an_example

from copylint.finding import Failure
from copylint.reporters.grouped import Grouped
from copylint.rule import Severity


def test_a_file_has_a_heading_and_a_line_for_each_mark():
    findings = a_finding("town", severity=Severity.QUERY, message="Which town?"), a_finding()
    assert Grouped(width=80).render(a_report(*findings), color=False, quiet=True) == (
        "stories/harbour.md\n"
        "  3:213  Ask      Which town?                                             PUN101\n"
        "  3:165  Correct  Full stop in mid-sentence. Delete it?                   PUN101\n"
    )


def test_files_are_parted_by_an_empty_line_and_counted_at_the_end():
    text = Grouped().render(a_report(a_finding(), a_finding(path="b.md")), color=False, quiet=False)
    assert text.split("\n\n")[-1] == "2 to correct, in 2 files.\n"
    assert len(text.split("\n\n")) == 3


def test_nothing_to_mark_is_said():
    assert Grouped().render(a_report(), color=False, quiet=False) == "Nothing to mark.\n"


def test_a_long_message_goes_on_below_itself_within_the_width():
    text = Grouped(width=60).render(a_report(a_finding(message="word " * 30)), color=False, quiet=True)
    lines = text.split("\n")[1:-1]
    assert max(map(len, lines)) <= 60
    assert all(line.startswith(" " * 18 + "word") for line in lines[1:])


def test_no_terminal_is_too_narrow():
    assert Grouped(width=1).render(an_example(), color=True, quiet=False)


def test_failures_are_left_to_standard_error():
    report = a_report(a_finding(), failures=(Failure("a.md", "it isn’t UTF-8"),))
    assert "UTF-8" not in Grouped().render(report, color=False, quiet=False)


def test_colour_marks_the_severity():
    assert "\x1b[31mCorrect\x1b[0m" in Grouped().render(a_report(a_finding()), color=True, quiet=False)
