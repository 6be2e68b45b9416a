"""Text into words, numbers and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from prose import any_text

from copylint.analysis.tokens import tokens
from copylint.document import TokenKind
from copylint.spans import Span

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
