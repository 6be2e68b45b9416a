"""Suppression comments."""

import pytest

from copylint.document import Directive
from copylint.readers.directive import directive
from copylint.readers.markdown import MarkdownReader
from copylint.spans import Span

HERE = Span(3, 30)


def read(comment: str) -> Directive:
    found = directive(comment, HERE)
    assert found is not None
    assert found.raw == HERE
    return found


@pytest.mark.parametrize("action", ["ignore", "ignore-next", "off", "on", "ignore-file"])
def test_each_action_is_known(action: str) -> None:
    assert read(f" copylint: {action} PUN101 ") == Directive(action, HERE, ("PUN101",))


def test_codes_families_and_names_stand_with_spaces_or_commas() -> None:
    assert read("copylint:ignore PUN101,USE,\n stray-full-stop").codes == ("PUN101", "USE", "stray-full-stop")


@pytest.mark.parametrize("dash", ["--", "—", "–", "---"])
def test_a_reason_follows_two_hyphens_or_a_dash(dash: str) -> None:
    found = read(f" copylint: off USE {dash} as the  paper\nhas it, -- always ")
    assert (found.codes, found.reason, found.problem) == (("USE",), "as the paper has it, -- always", "")


def test_no_codes_mean_all_of_them() -> None:
    assert read("copylint: ignore -- our own name") == Directive("ignore", HERE, (), "our own name")


@pytest.mark.parametrize("comment", ["", " todo", "copylinting", "see copylint: ignore", " -- copylint"])
def test_other_comments_are_none(comment: str) -> None:
    assert directive(comment, HERE) is None


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("copylint ignore PUN101", "a colon is missing"),
        ("copylint-ignore PUN101", "a colon is missing"),
        ("copylint:", "nothing follows"),
        ("copylint: -- because", "nothing follows"),
        ("copylint: ingore PUN101", 'unknown action "ingore"; did you mean "ignore"?; write one of ignore, ignore-next'),
        ("copylint: ignore-next-line PUN101", 'did you mean "ignore-next"?'),
        ("copylint: ignore pun101", '"pun101" is written in capitals: "PUN101"'),
        ("copylint: ignore PUN1", '"PUN1" is no code'),
        ("copylint: ignore PUN101 Stray", '"Stray" is no code'),
    ],
)
def test_a_malformed_comment_says_what_is_wrong(comment: str, problem: str) -> None:
    found = read(comment)
    assert problem in found.problem
    assert found.codes == ()


def orders(raw: str) -> list[tuple[str, str]]:
    return [(order.action, order.raw.of(raw)) for order in MarkdownReader().read("a.md", raw).directives]


def test_comments_are_found_wherever_copy_stands() -> None:
    raw = (
        "# Head <!-- copylint: ignore A -->\n<!-- copylint: off USE -->\n\nText <!-- copylint: ignore\nUSE --> here.\n\n"
        "> - Quoted\n>   <!-- copylint: ignore-next USE -->\n\n<div>\n<!-- copylint: on -->\n</div>\n\n"
        "| a |\n|--|\n| b <!-- copylint: ignore --> |\n"
    )
    assert [action for action, _ in orders(raw)] == ["ignore", "off", "ignore", "ignore-next", "on", "ignore"]
    assert all(text.startswith("<!-- copylint: ") and text.endswith("-->") for _, text in orders(raw))


@pytest.mark.parametrize(
    "raw",
    [
        "Write `<!-- copylint: off -->` so.",
        "```\n<!-- copylint: off -->\n```",
        "    <!-- copylint: off -->",
        "<pre>\n<!-- copylint: off -->\n</pre>",
        "\\<!-- copylint: off -->",
        "Never <!-- copylint: off",
    ],
)
def test_a_comment_that_is_shown_is_no_directive(raw: str) -> None:
    assert orders(raw) == []


def test_a_comment_that_is_never_closed_is_told() -> None:
    raw = "One.\n\n<!-- copylint: ignore USE\n\nTwo."
    source = MarkdownReader().read("a.md", raw)
    assert source.prose == "One."
    assert [(order.codes, order.problem) for order in source.directives] == [
        ((), "the comment is not closed, so nothing after it is read: end it with -->")
    ]


def test_an_unclosed_comment_of_somebody_else_is_left_alone() -> None:
    assert orders("<!-- more\n\nTwo.") == []
