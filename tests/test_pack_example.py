"""How the marks of an example are read, and what every rule has to have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pattern_builder import a_rule

from copylint.example import parsed
from copylint.facts import problems
from copylint.rule import Example
from copylint.spans import Span


def test_marks_are_read_with_their_replacements() -> None:
    example = parsed("A {very unique => unique} win, {very}.")
    assert example.text == "A very unique win, very."
    assert [(span.of(example.text), replacement) for span, replacement in example.marks] == [
        ("very unique", "unique"),
        ("very", None),
    ]


@pytest.mark.parametrize(
    ("text", "flagged", "replacement"),
    [
        ("A {very  => }good day.", "very ", ""),
        ("A {very  =>}good day.", "very ", ""),
        ("A {very => }good day.", "very", ""),
        ("{a => b => c}", "a", "b => c"),
        ("{x{{y}} => {{}", "x{y}", "{"),
        ("{=> x}", "=> x", None),
        ("{a=>b}", "a=>b", None),
        ("{\r\n => \n}", "\r\n", "\n"),
    ],
)
def test_what_stands_in_braces_is_taken_to_the_letter(text: str, flagged: str, replacement: str | None) -> None:
    example = parsed(text)
    ((span, given_replacement),) = example.marks
    assert (span.of(example.text), given_replacement) == (flagged, replacement)


def test_a_doubled_brace_is_a_brace() -> None:
    assert parsed("{{a}} {b} }}{{").text == "{a} b }{"


@pytest.mark.parametrize(
    ("text", "position"), [("a {b", 2), ("a } b", 2), ("{a {b}}", 3), ("{{{a", 2), ("{a}}", 0), ("{}", 0), ("a { => b}", 2)]
)
def test_a_brace_without_a_partner_is_told_with_its_position(text: str, position: int) -> None:
    with pytest.raises(ValueError, match=f"position {position}"):
        parsed(text)


# A doubled brace straight after a mark reads as the last thing in it, so something else comes first.
_PLAIN = st.text(alphabet="ab{}=> \r\n\u2028\u0301é😀", max_size=8).map("x".__add__)


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


@given(
    st.lists(
        st.tuples(
            _PLAIN, st.text(alphabet="ab\r\n\u2028é😀", min_size=1, max_size=5), st.none() | st.text("ab é😀", max_size=4)
        )
    ),
    _PLAIN,
)
def test_what_is_written_is_read_again(parts: list[tuple[str, str, str | None]], rest: str) -> None:
    written = "".join(
        _doubled(plain) + ("{" + flagged + "}" if replacement is None else "{" + f"{flagged} => {replacement}" + "}")
        for plain, flagged, replacement in parts
    )
    example = parsed(written + _doubled(rest))
    assert example.text == "".join(plain + flagged for plain, flagged, _ in parts) + rest
    assert [(span.of(example.text), replacement) for span, replacement in example.marks] == [part[1:] for part in parts]
    assert all(isinstance(span, Span) for span, _ in example.marks)


def test_a_rule_with_all_its_facts_has_no_problems() -> None:
    assert problems(a_rule().rule) == ()


@pytest.mark.parametrize(
    ("fact", "value", "says"),
    [
        ("code", "USE1", "three capitals and three digits"),
        ("aliases", ("use101",), "three capitals"),
        ("supersedes", ("X",), "three capitals"),
        ("name", "Repeated word", "lower case"),
        ("name", "no-repeats", "what is found"),
        ("summary", " ", "empty"),
        ("summary", "A word is found", "full stop"),
        ("summary", "It finds a word. It marks it.", "one sentence"),
        ("rationale", "", "empty"),
        ("message", "", "empty"),
        ("source", "", "empty"),
        ("bad", ("A {word}.",), "at least 2 bad"),
        ("bad", ("A {word}.", "A word."), "example 2 marks nothing"),
        ("bad", ("A {word}.", Example("A {word.")), "position 2"),
        ("good", ("“A,” she said.", "B."), "at least 3 good"),
        ("good", ("A.", "B.", "C’s and D’s."), "inside quotation marks"),
    ],
)
def test_a_missing_or_malformed_fact_is_told(fact: str, value: object, says: str) -> None:
    (problem,) = problems(replace(a_rule().rule, **{fact: value}))  # type: ignore[arg-type]  # one of the fields
    assert says in problem


@pytest.mark.parametrize("quoted", ["“A.”", '"A."', "«A.»", "‘A.’ she said", "'A,' she said", "He said, 'A.'"])
def test_any_pair_of_quotation_marks_will_do(quoted: str) -> None:
    assert problems(replace(a_rule().rule, good=("A.", "B.", Example(quoted)))) == ()


@pytest.mark.parametrize("summary", ["The U.S. army is found.", "“In contrary” is no idiom.", "Is it “who?”", "It ends “so.”"])
def test_a_summary_of_one_sentence_may_hold_other_stops(summary: str) -> None:
    assert problems(replace(a_rule().rule, summary=summary)) == ()
