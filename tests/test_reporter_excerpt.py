"""Widths, wrapping, and the part of a paragraph that is shown."""

import time
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reporter_example import a_finding

from copylint.finding import Excerpt
from copylint.reporters import escaped
from copylint.reporters.column import columns, shortened, wrapped
from copylint.reporters.excerpt import View, view
from copylint.spans import Span

TEXT = st.text(st.characters() | st.sampled_from(" \r\n\t\u0301\u2028\u202e\U0001f469東é"), max_size=60)


def shown(before, words, after, *, room=60):
    start = 7 + len(before)
    finding = a_finding(excerpt=False, span=Span(start, start + len(words)))
    return view(replace(finding, excerpt=Excerpt(before + words + after, 7, 1)), room=room)


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("東京", 4), ("cafe\u0301", 4), ("👩", 2), ("한", 2), ("\u1112\u1161\u11ab", 2), ("é—“”", 4), ("", 0)],
)
def test_columns_are_those_of_a_terminal(text, width):
    assert columns(text) == width


@pytest.mark.parametrize(
    ("before", "words", "after", "underline"),
    [
        ("In a ", "word", " here.", "     ~~~~"),
        ("", "At", " the start.", "~~"),
        ("東京は", "二百", "である", "      ~~~~"),
        ("cafe\u0301 ", "cafe\u0301", ".", "     ~~~~"),
        ("The end", "", "", "       ^"),
        ("in \x1b ", "it", "", "        ~~"),
        ("", "", "", "^"),
    ],
)
def test_the_underline_stands_under_the_words(before, words, after, underline):
    assert shown(before, words, after).underline == underline


def test_a_line_break_and_a_tab_show_as_one_space():
    assert shown("a\tb ", "c\r\nd", "\ne") == View("a b ", "c d", " e")


def test_a_long_paragraph_is_cut_between_words():
    line = shown("one two three four five six seven ", "eight", " nine ten eleven twelve thirteen", room=40)
    assert (line.before, line.words, line.after) == ("…five six seven ", "eight", " nine ten eleven…")


def test_room_that_one_side_does_not_need_goes_to_the_other():
    assert shown("", "one", " two three four five six seven", room=30).after == " two three four five six…"
    assert shown("one two three four five ", "six", "", room=30).before == "one two three four five "
    assert shown("zero one two three four five ", "six", "", room=30).before == "…one two three four five "


def test_words_that_are_too_long_are_cut_at_their_end():
    line = shown("before ", "x" * 90, " after", room=20)
    assert (line.before, line.words, line.after) == ("…", "x" * 18, "…")


def test_a_word_without_spaces_is_cut_anywhere():
    line = shown("x" * 90, "yes", "z" * 90, room=25)
    assert line.before + line.words + line.after == "…" + "x" * 12 + "yes" + "z" * 8 + "…"


def test_a_combining_mark_is_not_parted_from_its_letter():
    assert shown("e\u0301" * 40, "yes", "", room=20).before == "…" + "e\u0301" * 15
    assert shown("x" * 40 + "\u0301" * 3 + "x" * 15, "yes", "", room=20).before == "…" + "x" * 15


def test_words_outside_the_paragraph_are_marked_at_its_edge():
    finding = replace(a_finding(excerpt=False), excerpt=Excerpt("Short.", 0, 1))
    assert view(finding, room=30).underline == "      ^"


def test_without_a_paragraph_the_words_stand_alone():
    assert view(a_finding(excerpt=False), room=30).words == "delay. had"


@given(before=TEXT, words=TEXT, after=TEXT, room=st.integers(20, 50))
def test_a_view_fits_its_room_and_shows_the_words(before, words, after, room):
    line = shown(before, words, after, room=room)
    assert columns(line.before + line.words + line.after) <= room
    assert "\n" not in line.before + line.words + line.after
    assert plain(words).startswith(line.words)
    assert plain(words) == line.words or line.after == "…"
    assert plain(before).endswith(line.before.removeprefix("…"))
    assert plain(after).startswith(line.after.removesuffix("…"))


def plain(text):
    return escaped(text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ").replace("\t", " "))


@pytest.mark.parametrize("filler", ["x", "x ", "\u0301", " ", "\x1b", "東", "\r", "\U0001f469\u200d"])
def test_a_hostile_paragraph_costs_no_more_than_its_line(filler):
    text = filler * 500_000
    start = time.perf_counter()
    for offset in range(0, len(text), len(text) // 300):
        finding = replace(a_finding(excerpt=False, span=Span(offset, len(text))), excerpt=Excerpt(text, 0, 1))
        view(finding, room=100)
        view(replace(a_finding(excerpt=False, span=Span(offset, offset)), excerpt=Excerpt(text, 0, 1)), room=100)
    assert time.perf_counter() - start < 5


@given(text=TEXT, room=st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text, room):
    assume(text == escaped(text))
    lines = wrapped(text, room=room)
    assert all(columns(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_are_wrapped_between_words_and_long_words_broken():
    assert wrapped("a bc def ghijklmnop q", room=5) == ("a bc", "def", "ghijk", "lmnop", "q")
    assert wrapped("東京都は火曜日", room=5) == ("東京", "都は", "火曜", "日")
    assert wrapped("", room=5) == ("",)


def test_a_long_message_is_wrapped_in_linear_time():
    start = time.perf_counter()
    for text in ("x" * 300_000, "x " * 150_000, "\u0301" * 300_000, "\u0301 " * 150_000, " " * 300_000):
        assert wrapped(text, room=40)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "result"),
    [("short", "short"), ("exactly 10", "exactly 10"), ("one two three", "one two t…"), ("東京都は火曜日", "東京都は…")],
)
def test_a_long_text_is_shortened(text, result):
    assert shortened(text, room=10) == result


@given(text=TEXT, room=st.integers(1, 20))
def test_a_shortened_text_fits(text, room):
    assert columns(shortened(text, room=room)) <= room
