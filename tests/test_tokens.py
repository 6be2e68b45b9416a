"""Text into words, numbers and marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import a_document, any_text

from copylint.analysis import tokens as token_module
from copylint.analysis.tokens import _MARKS, tokens, word_count
from copylint.document import TokenKind
from copylint.spans import Span

_LETTER = r"[^\W\d_]"
_PART = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_TAIL = rf"(?:['’‑‐-]{_PART})*"
_PLAIN = re.compile(
    rf"\s+|\d+(?:[.,]\d+)*(?:['’‑‐-]?(?={_LETTER}){_PART}{_TAIL})?|(?:Ph|{_LETTER})(?:\.{_LETTER})+(?!\w)\.?{_TAIL}|{_PART}{_TAIL}"
    r"|(?<!\w)(?:['’‘]\d\ds|’\d\d)(?!\w)|.",
    re.DOTALL,
)
"""What a token is, written for the reader and not for speed."""
_near_words = st.lists(st.sampled_from([*"Uaé½²Ⅷ3٣_.,;'’‘‑‐- \n\u0301\u00ad中%—/", "Ph", "10", "90s", "  "]), max_size=12).map(
    "".join
)

WORD, NUMBER, MARK = TokenKind.WORD, TokenKind.NUMBER, TokenKind.MARK


def _pairs(text: str) -> list[tuple[str, int]]:
    found = tokens(text)
    return [(found.span(i).of(text), found.kinds[i]) for i in range(len(found))]


@pytest.mark.parametrize(
    "word",
    [
        "didn’t",
        "didn't",
        "US-trained",
        "al-Qaeda",
        "U.S.",
        "U.S.-led",
        "a.m.",
        "Ph.D.",
        "U.N.’s",
        "J.K.",
        "’90s",
        "'90s",
        "’16",
        "3rd",
        "5-year-old",
        "3.5m",
        "COVID-19",
        "ISIS’s",
        "1990s",
        "cafe\u0301s",
        "no\u2011one",
        "soft\u00adhyphen",
        "Zoë",
        "مرحبا",
        "90s",
    ],
)
def test_a_word_keeps_its_inner_marks(word: str) -> None:
    assert _pairs(f"({word})") == [("(", MARK), (word, WORD), (")", MARK)]


@pytest.mark.parametrize("number", ["7", "1,000.5", "2019", "5½", "½", "10.30"])
def test_a_number_keeps_its_separators(number: str) -> None:
    assert _pairs(f"({number})") == [("(", MARK), (number, NUMBER), (")", MARK)]


@pytest.mark.parametrize("mark", ["\ufffc", "😀", ".", "“", "’", "-", "—", "_", "$", "\u0301", "\u200b"])
def test_any_other_code_point_is_a_mark_by_itself(mark: str) -> None:
    assert _pairs(f"{mark} {mark}") == [(mark, MARK), (mark, MARK)]


def test_a_plural_possessive_leaves_its_apostrophe_outside() -> None:
    assert _pairs("workers’ rights") == [("workers", WORD), ("’", MARK), ("rights", WORD)]


def test_a_range_is_two_numbers() -> None:
    assert _pairs("10-15") == [("10", NUMBER), ("-", MARK), ("15", NUMBER)]


def test_a_stop_with_no_space_after_it_parts_two_words() -> None:
    assert _pairs("end.Next") == [("end", WORD), (".", MARK), ("Next", WORD)]


def test_tokens_inside_a_span_are_found() -> None:
    text = "One two, three."
    assert tokens(text).within(Span(4, 8)) == range(1, 3)


@given(any_text)
def test_tokens_tile_all_that_is_no_white_space(text: str) -> None:
    found = tokens(text)
    covered = [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    assert "".join(covered) == "".join(text.split())
    assert list(found.starts) == sorted(found.starts)
    assert all(a < b for a, b in zip(found.starts, found.ends, strict=True))
    assert len(found.starts) == len(found.ends) == len(found.kinds)
    assert set(found.kinds) <= {WORD, NUMBER, MARK}


@given(st.one_of(any_text, _near_words))
def test_tokens_are_what_the_plain_pattern_finds(text: str) -> None:
    found = tokens(text)
    pieces = [match.span() for match in _PLAIN.finditer(text) if not match[0].isspace()]
    assert list(zip(found.starts, found.ends, strict=True)) == pieces


@given(st.one_of(any_text, _near_words))
def test_tokens_are_the_same_where_a_long_text_is_cut_into_parts(text: str) -> None:
    whole = tokens(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(token_module, "_STRIDE", 2)
        assert tokens(text) == whole


@given(st.one_of(any_text, _near_words))
def test_words_are_counted_as_tokens_are(text: str) -> None:
    assert word_count(text) == sum(kind != MARK for kind in tokens(text).kinds)


def test_words_are_counted_alike_when_many_have_been_counted_before() -> None:
    many = " ".join(f"{number}x" for number in range(25_000))
    assert word_count(many) == 25_000
    assert word_count("1x 2x, 3x/4x") == 4


@given(any_text, st.integers(0, 40), st.integers(0, 40))
def test_the_words_in_a_span_are_those_of_the_tokens_in_it(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = tokens(text)
    words = tuple(found.span(i).of(text) for i in found.within(span) if found.kinds[i] != MARK)
    assert a_document(text).words_in(span) == words


def test_few_words_are_found_without_all_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document("One two. Three four five. Six.")
    asked: list[str] = []
    monkeypatch.setattr("copylint.analysis.document.tokens", lambda text: asked.append(text) or tokens(text))
    assert document.words_in(Span(9, 25)) == ("Three", "four", "five")
    assert document.word_count == 6
    assert asked == ["Three four five."]
