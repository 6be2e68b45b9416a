"""Folding loses differences and never makes one."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.patterns import again, fold
from copylint.patterns.caseless import caseless, levelled
from copylint.patterns.dialect import WORD
from copylint.patterns.fold import MARK_GRAMS, UNKNOWN, WORD_GRAMS, Folded, bytes_of, is_word, words_of
from copylint.patterns.kin import APOSTROPHES, HYPHENS, QUOTATION_MARKS

ALL = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
EVERYTHING = "".join(ALL)
_CASED = [char for char in ALL if len({*map(str.lower, char), char.upper(), char}) > 1]
_SETTLED = regex.compile("[0-9A-Za-zÀ-ÖØ-öø-ſͰ-ͽΆΈ-ϿЀ-ѿ_]", regex.V0)
PROSE = st.lists(
    st.sampled_from([*"abkKſİı .,'’‘ʼ\"“”-‑²éσΣ_ßẞµ\r\n\u2028\u00a0\u0301😀1", "\r\n", "  ", "is", "ab ab", "\x1c"]),
    max_size=20,
).map("".join)


def test_what_regex_takes_for_the_same_folds_to_the_same() -> None:
    for char in (char for char in ALL if bytes_of(char)[0] != UNKNOWN):
        same = regex.findall(regex.escape(char), EVERYTHING, flags=regex.V0 | regex.IGNORECASE)
        assert {bytes_of(other) for other in same} == {bytes_of(char)}, char


def test_the_kin_of_a_mark_fold_to_it() -> None:
    for kin in (APOSTROPHES, HYPHENS):
        assert {bytes_of(char) for char in kin} == {kin[0].encode()}
    assert len({bytes_of(char) for char in QUOTATION_MARKS}) == len(QUOTATION_MARKS)


def test_all_white_space_is_one_space() -> None:
    assert {bytes_of(char) for char in regex.findall(r"\s", EVERYTHING)} == {b" "}
    assert [char for char in ALL if bytes_of(char) == b" " and not char.isspace()] == []


def test_a_letter_becomes_no_mark_and_a_mark_no_letter() -> None:
    word = regex.compile(WORD)
    folded = bytes_of(EVERYTHING)
    for char, byte in zip(ALL, folded, strict=True):
        assert byte == UNKNOWN or is_word(byte) == bool(word.match(char)), char


def test_a_character_without_a_byte_is_told_from_a_question_mark() -> None:
    assert bytes_of("?") == b"?" != bytes_of("ж") == bytes_of("😀")


@given(PROSE)
def test_each_offset_leads_back_to_its_character(prose: str) -> None:
    text = Folded(prose)
    assert text.level.endswith(b" ")
    for offset, byte in enumerate(text.level):
        place = text.places[offset]
        if place == len(prose):
            assert offset == len(text.level) - 1
            continue
        assert bytes_of(prose[place]) == bytes((byte,))
        assert place == 0 or offset == 0 or text.places[offset - 1] < place
        if byte != 32:
            assert text.offset(place) == offset
    assert len(text.words) == len(text.level) + 1
    assert b"  " not in text.level


@given(PROSE)
def test_stretches_are_where_white_space_is_longer_than_one(prose: str) -> None:
    text = Folded(prose)
    runs = [match.start() for match in regex.finditer(r"\s{2,}", prose)]
    assert [text.places[offset] for offset in text.stretches] == runs


def test_words_are_split_at_apostrophes_and_marks() -> None:
    assert Folded("Don’t US-led canʼt Café 5km² a_b").words.split() == [
        word.encode("latin-1") for word in ("don", "t", "us", "led", "can", "t", "café", "5km", "a_b")
    ]
    words, pairs = [b"in", b"contrary", b"on"], [b"in contrary", b"contrary on"]
    assert [*Folded("In  contrary. On.").rows()] == [(words, pairs, [1, 4, 14])]
    assert words_of(b"a,b") == b"a b"


def test_a_row_of_words_begins_with_the_last_of_the_row_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fold, "STRIDE", 5)
    text = Folded("abc de, f g  hijklmnop q")
    rows = [*text.rows()]
    assert [words for words, _, _ in rows] == [
        [b"abc", b"de"],
        [b"de", b"f"],
        [b"f", b"g", b"hijklmnop"],
        [b"hijklmnop"],
        [b"q"],
    ]
    for words, _, starts in rows:
        assert all(text.words[start:].startswith(word + b" ") for word, start in zip(words, starts, strict=True))


@given(st.lists(st.sampled_from(["a", "b", "the", "é", "ж", "Ж", "don’t", "a,", "“a", "  "]), max_size=14).map(" ".join))
def test_words_that_stand_twice_in_a_row_are_found(prose: str) -> None:
    assert _places_of_repeated(prose) == _places_expected(prose)


@given(st.lists(st.sampled_from(["a", "b", "é", "don’t", "a,", "  "]), max_size=80).map(" ".join), st.booleans())
def test_words_that_stand_twice_are_found_across_the_parts_in_which_a_long_text_is_looked_through(
    prose: str, has_foreign_letters: bool
) -> None:
    prose += " ж" * has_foreign_letters
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fold, "STRIDE", 20)
        patch.setattr(again, "_TOGETHER", 20)
        assert _places_of_repeated(prose) == _places_expected(prose)


def _places_of_repeated(prose: str) -> set[int]:
    text = Folded(prose)
    assert len(text.repeated) == len(set(text.repeated))
    return {text.places[offset] for offset in text.repeated}


def _places_expected(prose: str) -> set[int]:
    words = [(match.start(), match[0].lower()) for match in regex.finditer(r"[^\Wʼ]+", prose)]
    return {
        start
        for number, (start, _) in enumerate(words)
        for length in range(1, 7)
        if [word for _, word in words[number : number + length]]
        == [word for _, word in words[number + length : number + 2 * length]]
        and number + 2 * length <= len(words)
    }


def test_letters_that_regex_takes_for_the_same_are_caseless_the_same() -> None:
    pool = "".join(dict.fromkeys([*_CASED, *map(chr, range(0x590)), "ſ", "K", "Å", "\u0345", "\u1fbe"]))
    for letter in filter(_SETTLED.fullmatch, pool):
        same = regex.findall(regex.escape(letter), pool, flags=regex.V0 | regex.IGNORECASE)
        assert {caseless(other) for other in same} == {caseless(letter)}, letter
    assert all(len(caseless(letter)) == 1 for letter in _CASED)
    assert caseless("ΟΔΟΣ") == caseless("οδος") == caseless("ΟΔΟσ")


def test_texts_are_level_without_case_kin_and_width_of_spaces() -> None:
    assert levelled("The  “Co‑op’s”\n") == levelled('the "co-op\'s"')


@pytest.mark.parametrize("text", ["", "a", "ab", "at 7: “No”", "the mayor’s car, the mayor's bicycle"])
def test_the_pieces_of_a_text_are_all_of_each_length(text: str) -> None:
    folded = Folded(text)
    expected = {b""}
    for whole, lengths in ((folded.level, MARK_GRAMS), (folded.words, WORD_GRAMS)):
        for length in lengths:
            expected |= {whole[start : start + length] for start in range(len(whole) - length + 1)}
    assert folded.grams == expected
