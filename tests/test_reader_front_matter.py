"""Front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document import Directive, Source
from copylint.readers.markdown import MarkdownReader


def read(raw: str) -> Source:
    return MarkdownReader().read("a.md", raw)


def only(raw: str) -> Directive:
    (order,) = read(raw).directives
    assert order.action == "ignore-file"
    return order


@pytest.mark.parametrize(
    "head",
    ["---\ntitle: In contrary\n---\n", "---\r\na: b\r\n...\r\n", "+++\ntitle = 'x'\n+++\n", "---  \n---\n", "---\ra: b\r---"],
)
def test_front_matter_is_no_copy(head: str) -> None:
    assert read(head + "\n\nText.").prose == "Text."
    assert read(head).prose == ""


def test_places_are_counted_from_the_top_of_the_file() -> None:
    raw = "---\na: b\n---\nText."
    (segment,) = read(raw).segments
    assert segment.raw.of(raw) == "Text."


@pytest.mark.parametrize(
    "raw", ["---\nText.\n", "---\n\nText.\n\n---\n", " ---\na\n---\n", "+++\na\n---\n", "Text.\n---\nx\n---"]
)
def test_what_is_not_closed_or_not_at_the_top_is_copy(raw: str) -> None:
    assert read(raw).prose


@pytest.mark.parametrize(
    "setting",
    [
        "copylint-ignore: PUN101, USE",
        "copylint-ignore: [PUN101, 'USE']  # as the desk has it",
        'copylint-ignore:\n  - PUN101\n  - "USE" # really',
        "copylint-ignore:\n- PUN101\n-\n- USE",
        'copylint-ignore = ["PUN101", "USE"]',
        "copylint-ignore = [\n  'PUN101', # a\n  'USE',\n]",
        '"copylint-ignore": PUN101 USE',
    ],
)
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_codes_are_ignored_in_the_whole_file(setting: str, fence: str) -> None:
    raw = f"{fence}\ntitle: x\n{setting}\nauthor: y\n{fence}\nText."
    order = only(raw)
    assert (order.codes, order.problem, order.raw.of(raw)) == (("PUN101", "USE"), "", setting)


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("copylint-ignore:", "names no code"),
        ("copylint-ignore: []", "names no code"),
        ("copylint-ignore: Pun", '"Pun" is no code'),
        ("copylint-ingore: PUN101", 'unknown setting "copylint-ingore"; did you mean "copylint-ignore"?'),
        ("copylint: {ignore: [PUN101]}", 'unknown setting "copylint"'),
        ("copylint-ignore: [PUN101, Bad\nUSE", '"Bad" is no code'),
    ],
)
def test_a_wrong_setting_says_what_is_wrong(setting: str, problem: str) -> None:
    order = only(f"---\n{setting}\n---\n")
    assert problem in order.problem
    assert order.codes == ()


def test_a_line_belongs_to_one_setting() -> None:
    assert only("---\ncopylint-ignore: [USE\ncopylint-ignore: PUN]\n---\n").problem


def test_each_setting_is_told() -> None:
    assert [order.codes for order in read("---\ncopylint-ignore: USE\ncopylint-ignore: PUN\n---\n").directives] == [
        ("USE",),
        ("PUN",),
    ]


@given(st.lists(st.sampled_from(["---", "+++", "...", "a: b", "copylint-ignore:", "- USE", "[", "]", "", "x", "# h"])))
def test_any_front_matter_is_read(rows: list[str]) -> None:
    source = read("\n".join(rows))
    assert all(order.raw.of(source.raw).startswith("copylint-ignore") for order in source.directives)
