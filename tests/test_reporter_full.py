import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from reporter_example import a_finding, a_place, a_report, an_example

from copylint import reporters
from copylint.finding import Excerpt, Failure
from copylint.reporters import escaped
from copylint.reporters.full import Full
from copylint.rule import Severity
from copylint.spans import Span

NEVER_TOLD = (
    r"lint\w*|violat\w*|invalid\w*|illegal\w*|token\w*|span\w*|entit\w*|mention\w*|cue\w*|regex\w*|suppress\w*|baseline\w*|confiden\w*"
    r"|false positive\w*|antecedent\w*|consider\w*|should|passed"
)
SNAPSHOT = Path(__file__).parent / "snapshots/full.txt"


def full(*findings, quiet=False, color=False, failures=(), width=100):
    return Full(width=width).render(a_report(*findings, failures=failures), color=color, quiet=quiet)


def lines_of(finding, **options):
    """The lines of the one mark of a report."""
    return full(finding, quiet=True, **options).split("\n")[2:-1]


def test_the_example_looks_as_it_did():
    assert Full().render(an_example(), color=False, quiet=False) == SNAPSHOT.read_text(encoding="utf-8")


def test_a_mark_has_paragraph_words_verdict_and_code():
    assert lines_of(a_finding("In contrary", message="No idiom."), width=50) == [
        "  Par 2 (line 5)  In contrary, the unions said.",
        "                  ~~~~~~~~~~~",
        "  Correct  No idiom.                        PUN101",
    ]


def test_the_labels_are_those_of_a_desk():
    text = full(*(a_finding(severity=severity) for severity in Severity))
    assert re.findall(r"^  (\w+) +Full stop", text, re.MULTILINE) == ["Check", "Correct", "Ask"]


def test_marks_come_in_the_order_of_the_text_then_questions_then_sourcing():
    query = Severity.QUERY
    text = full(
        a_finding("board", code="ATT101", severity=query),
        a_finding("Tuesday", code="USE101", severity=query),
        a_finding("Maren", code="PUN101", severity=Severity.WARNING),
        a_finding("pilot", code="QUO101", severity=query),
        a_finding("quays", code="ATT102"),
    )
    order = re.findall(r"[A-Z]{3}\d{3}$|Sources and quotations", text, re.MULTILINE)
    assert order == ["PUN101", "ATT102", "USE101", "Sources and quotations", "ATT101", "QUO101"]


def test_without_sourcing_questions_there_is_no_heading_for_them():
    assert "Sources" not in full(a_finding(), a_finding(code="ATT101"))


def test_each_file_and_each_story_in_it_has_a_heading():
    text = full(a_finding(path="a.md", item="One"), a_finding(path="a.md", item="Two"), a_finding(path="b.md"), quiet=True)
    assert re.findall(r"^\S.*$", text, re.MULTILINE) == ["a.md  One", "a.md  Two", "b.md"]


def test_nothing_found_is_nothing_to_mark():
    assert full() == "Nothing to mark.\n"


def test_a_clean_result_is_not_claimed_for_what_was_not_read():
    assert full(failures=(Failure("c.md", "it isn’t UTF-8"),)) == "Nothing to mark in what could be read.\n"


def test_failures_are_left_to_standard_error():
    failures = (Failure("c.md", "no"), Failure("", "plugin desk: no"))
    assert full(a_finding(), failures=failures) == full(a_finding())


def test_the_closing_line_counts_what_there_is():
    findings = [a_finding(), a_finding(path="b.md", severity=Severity.QUERY), a_finding(severity=Severity.QUERY)]
    assert full(*findings).endswith("\n\n1 to correct, 2 to ask about, in 2 files.\n")


def test_quiet_leaves_the_marks_only():
    assert full(a_finding(), quiet=True, failures=(Failure("", "no"),)).endswith("PUN101\n")


@pytest.mark.parametrize(
    ("replacements", "message", "suggestion"),
    [
        (("delay had",), "Full stop in mid-sentence.", "Try “delay had”"),
        (("delay had", "delay; had"), "A stop.", "Try “delay had” or “delay; had”"),
        (("a", "b", "c", "d"), "Stop.", "Try “a” or “b” or “c”"),
        (("delay had",), "Write “delay had”?", ""),
        (("delay had",), "Write delay had?", ""),
        (("had",), "Chadwick.", "Try “had”"),
        (("delay had", "delays"), "Write “delay had”?", "Or “delays”"),
        ((",",), "A comma, surely.", "Try “,”"),
        ((",",), "Write ‘,’?", ""),
        (("",), "Delete it?", ""),
        (("",), "It stands twice.", "Delete it"),
        ((" ",), "Two spaces.", "Put one space"),
        (("\xa0",), "A bare unit.", "Put a no-break space"),
        (("x\n\u202e",), "Odd.", r"Try “x\n\u202e”"),
        (("y" * 99,), "Long.", f"Try “{'y' * 59}…”"),
        ((), "Nothing.", ""),
    ],
)
def test_a_replacement_is_suggested_when_the_message_does_not_give_it(replacements, message, suggestion):
    rest = lines_of(a_finding(replacements=replacements, message=message))[3:]
    assert rest == ([" " * 11 + suggestion] if suggestion else [])


def test_what_is_missing_is_added():
    assert lines_of(a_finding("", replacements=(".",), message="It just ends."))[1:] == [
        " " * 58 + "^",
        "  Correct  It just ends.                                                                      PUN101",
        "           Add “.”",
    ]


def test_other_places_are_listed_up_to_three():
    places = (a_place("Maren Oduya", "first named here"), a_place("a former"), a_place("quays"), a_place("town"))
    first = [
        " " * 11 + "also line 3: “Maren Oduya”, first named here",
        " " * 11 + "also line 3: “a former”",
        " " * 11 + "also line 3: “quays”",
    ]
    assert lines_of(a_finding(related=places[:3]))[3:] == first
    assert lines_of(a_finding(related=places))[3:] == [*first, " " * 11 + "and 1 more place"]
    assert lines_of(a_finding(related=places * 2))[-1] == " " * 11 + "and 5 more places"


def test_another_place_may_have_no_words():
    assert lines_of(a_finding(related=(a_place("", "here"),)))[3] == " " * 11 + "also line 12, here"


def test_notes_stand_under_the_message():
    assert lines_of(a_finding(note="House style, stops."))[3] == " " * 11 + "House style, stops."


def test_long_messages_notes_and_places_hang_under_their_first_word():
    place = a_place("Maren Oduya", "who is named first in this place of the story")
    lines = lines_of(a_finding(message="word " * 13 + "word.", note="note " * 9, related=(place,)), width=50)
    assert all(len(line) <= 50 for line in lines)
    assert [line[:13] for line in lines[3:]] == [
        *["           wo"] * 2,
        *["           no"] * 2,
        "           al",
        *["             "] * 2,
    ]
    assert lines[2].endswith("  PUN101")


def test_without_a_paragraph_the_line_is_named():
    assert lines_of(a_finding(excerpt=False))[:2] == ["  Line 3  delay. had", "          ~~~~~~~~~~"]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("headline", "Headline (line 3)"),
        ("caption", "Caption (line 3)"),
        ("furniture", "Page (line 3)"),
        ("related-link", "Link (line 3)"),
        ("table-cell", "Table (line 3)"),
        ("", "Line 3"),
    ],
)
def test_outside_the_running_copy_the_part_is_named(kind, shown):
    finding = a_finding()
    other = replace(finding, excerpt=replace(finding.excerpt, paragraph=0, part=kind))
    assert lines_of(other)[0].startswith(f"  {shown}  ")


def test_a_lone_quotation_mark_is_shown_with_the_words_that_follow():
    text = "He said: “We will pay for it."
    finding = replace(a_finding(), text="“", span=Span(9, 10), excerpt=Excerpt(text, 0, 1))
    assert lines_of(finding)[:2] == [f"  Par 1 (line 3)  {text}", " " * 27 + "~" * 12]


def test_the_narrowest_terminal_gets_something():
    assert "delay. had" in full(a_finding(), width=1)


def test_colour_marks_label_words_and_code():
    text = full(a_finding("In contrary", message="No idiom."), color=True, width=50, quiet=True)
    assert text == (
        "\x1b[1mstories/harbour.md\x1b[0m\n\n"
        "  \x1b[2mPar 2 (line 5)\x1b[0m  \x1b[1;31mIn contrary\x1b[0m, the unions said.\n"
        "                  \x1b[31m~~~~~~~~~~~\x1b[0m\n"
        "  \x1b[1;31mCorrect\x1b[0m  No idiom.                        \x1b[2mPUN101\x1b[0m\n"
    )


def test_controls_of_the_copy_are_shown():
    text = full(
        a_finding(path="a\x1b.md", message="\x1b[31m\u202e", note="\x9b", item="\n", related=(a_place("quays", "\x07"),))
    )
    for shown in (r"a\x1b.md", r"\x1b[31m\u202e", r"\x9b", r"\n", r"\x07"):
        assert shown in text
    assert all(line == escaped(line) for line in text.split("\n"))


def words_of(tree):
    """The strings of a module that aren't docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("module", ["full", "mark", "excerpt"])
def test_no_fixed_text_has_a_word_that_an_editor_never_reads(module):
    tree = ast.parse((Path(reporters.__file__).parent / f"{module}.py").read_text(encoding="utf-8"))
    texts = [text for text in words_of(tree) if not text.startswith("copylint.")]
    assert [text for text in texts if re.search(rf"\b(?:{NEVER_TOLD})\b", text, re.IGNORECASE)] == []
    assert texts


def test_the_example_has_no_word_that_an_editor_never_reads():
    assert re.findall(rf"\b(?:{NEVER_TOLD})\b", Full().render(an_example(), color=False, quiet=False), re.IGNORECASE) == []
