"""Which marks are mended, in which order, and what becomes of the text round them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest
from builders import a_finding
from hypothesis import given
from hypothesis import strategies as st

from copylint.finding import Excerpt, Finding
from copylint.fixes import ROUNDS, Edit, Wish, applied, edits, mended, moved
from copylint.rule import Fix, Severity
from copylint.spans import LineIndex, Span

ALL = Wish(unsafe=True, quotes=True)
SAFE = Wish()


def marks(text: str, swaps: Sequence[tuple[str, str]], **fields: object) -> list[Finding]:
    """A finding at each place of each word in a text, with its replacement; the code tells which swap it is."""
    lines = LineIndex.of(text)
    found = []
    for number, (word, new) in enumerate(swaps):
        start = text.find(word)
        while start >= 0:
            span = Span(start, start + len(word))
            places = {"start": lines.position(span.start), "end": lines.position(span.end)}
            own = {"code": f"TST{number + 101}", "span": span, "replacements": (new,), "excerpt": None}
            found.append(a_finding(text, word, **{**own, **places, **fields}))
            start = text.find(word, start + 1)
    return found


def look(*swaps: tuple[str, str]) -> Callable[[str, object], list[Finding]]:
    return lambda text, _: marks(text, swaps)


def fixed(text: str, *swaps: tuple[str, str]) -> str:
    return mended(text, look(*swaps), ALL).text


@pytest.mark.parametrize(
    ("wish", "fields", "is_mended"),
    [
        (SAFE, {"fix": Fix.SAFE}, True),
        (SAFE, {"fix": Fix.UNSAFE}, False),
        (SAFE, {"fix": Fix.NONE}, False),
        (SAFE, {"replacements": ()}, False),
        (SAFE, {"is_quoted": True}, False),
        (SAFE, {"excerpt": Excerpt("It was was.", 0, 1, "block-quote")}, False),
        (Wish(quotes=True), {"is_quoted": True}, True),
        (Wish(quotes=True), {"is_quoted": True, "fix": Fix.UNSAFE}, False),
        (Wish(unsafe=True), {"fix": Fix.UNSAFE}, True),
        (Wish(unsafe=True), {"fix": Fix.UNSAFE, "is_quoted": True}, False),
        (ALL, {"fix": Fix.NONE}, False),
    ],
)
def test_what_is_mended(wish, fields, is_mended):
    text = "It was was.\n"
    assert bool(edits([a_finding(text, **fields)], text, wish)) is is_mended


@pytest.mark.parametrize("new", ["was was", "a\0b", "a\ud800b"])
def test_a_replacement_that_is_no_other_text_is_none(new):
    text = "It was was.\n"
    assert edits([a_finding(text, replacements=(new,))], text, ALL) == ()


def test_a_mark_whose_words_stand_elsewhere_is_left():
    assert edits([a_finding("It was was.\n")], "Long ago it was was.\n", ALL) == ()


def test_of_fixes_that_overlap_the_graver_goes_first_then_the_safer_then_the_first_then_the_longer_then_the_lower_code():
    text = "one two three four"
    at = {"one two": Span(0, 7), "two three": Span(4, 13), "two": Span(4, 7), "three": Span(8, 13)}

    def first(*pairs: tuple[str, dict[str, object]]) -> str:
        found = [a_finding(text, words, replacements=("x",), **fields) for words, fields in pairs]
        assert len(edits(found, text, ALL)) == 1
        (edit,) = edits(reversed(found), text, ALL)
        return next(words for words, span in at.items() if span == edit.span)

    warning = {"severity": Severity.WARNING}
    unsafe = {"fix": Fix.UNSAFE}
    assert first(("one two", warning), ("two three", {})) == "two three"
    assert first(("one two", unsafe), ("two three", {})) == "two three"
    assert first(("two three", {}), ("one two", {})) == "one two"
    assert first(("two", {}), ("two three", {})) == "two three"
    found = [a_finding(text, "two", replacements=(code,), code=code) for code in ("TST102", "TST101")]
    assert [edit.text for edit in edits(found, text, ALL)] == ["TST101"]


def test_fixes_that_touch_wait_for_one_another():
    text = "aabb"
    assert [edit.span for edit in edits(marks(text, [("aa", "x"), ("bb", "y")]), text, ALL)] == [Span(0, 2)]
    assert fixed(text, ("aa", "x"), ("bb", "y")) == "xy"


def test_a_replacement_takes_the_line_end_of_the_text():
    assert fixed("one\r\ntwo three\r\n", ("two three", "two\nthree")) == "one\r\ntwo\r\nthree\r\n"


def test_it_goes_on_until_nothing_is_left():
    assert fixed("aaaa", ("aa", "a")) == "a"
    assert fixed("abc", ("a", "b"), ("bb", "c"), ("cc", "d")) == "d"


def test_rules_that_undo_each_other_are_left_out_and_told():
    outcome = mended("cat hot", look(("cat", "dog"), ("dog", "cat"), ("hot", "cold")), ALL)
    assert (outcome.text, outcome.at_odds, outcome.fixes) == ("cat cold", ("TST101", "TST102"), 1)


def test_a_fix_that_never_ends_is_left_out_and_told():
    asked = []

    def grows(text: str, _: object) -> list[Finding]:
        asked.append(text)
        return marks(text, [("a", "aa"), ("hot", "cold")])

    outcome = mended("a hot", grows, ALL)
    assert (outcome.text, outcome.at_odds) == ("a cold", ("TST101",))
    assert len(asked) <= 2 * ROUNDS


WORDS = st.sampled_from(["a", "b", "ab", "ba", "", "c", " "])
SWAPS = st.lists(st.tuples(WORDS.filter(bool), WORDS), max_size=4)
TEXTS = st.text("abc \r\n", max_size=12)


@given(TEXTS, SWAPS)
def test_twice_is_once(text, swaps):
    once = fixed(text, *swaps)
    assert fixed(once, *swaps) == once


@given(TEXTS, SWAPS)
def test_a_round_changes_its_spans_and_nothing_else(text, swaps):
    made = edits(marks(text, swaps), text, ALL)
    assert all(one.span.end < other.span.start for one, other in itertools.pairwise(made))
    new = applied(text, made)
    for edit in reversed(made):  # backwards, so that the places before still count
        start = edit.span.start + sum(len(each.text) - each.span.length for each in made if each.span < edit.span)
        assert new[start : start + len(edit.text)] == edit.text
        new = new[:start] + edit.span.of(text) + new[start + len(edit.text) :]
    assert new == text


@given(st.text("abcdef", min_size=1, max_size=12), st.data())
def test_spans_move_with_the_text_they_cover(text, data):
    offsets = st.integers(0, len(text))
    cuts = sorted(data.draw(st.sets(offsets, max_size=6)))
    made = [Edit(Span(*pair), data.draw(st.text("xyz", max_size=3)), "T") for pair in list(itertools.pairwise(cuts))[::2]]
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    new = applied(text, made)
    spans = moved((Span(start, end),), made)
    kept = [i for i in range(start, end) if not any(edit.span.start <= i < edit.span.end for edit in made)]
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(span.end <= len(new) for span in spans)
    for i in kept:
        place = i + sum(len(edit.text) - edit.span.length for edit in made if edit.span.end <= i)
        assert new[place] == text[i]
        assert place in covered
    assert sum(new[i] in "xyz" for i in covered) == sum(len(edit.text) for edit in made)
