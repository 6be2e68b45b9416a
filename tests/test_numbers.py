"""The numbers of a text: which there are, what they count, and that they never overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.numbers import numbers
from copylint.analysis.tokens import tokens
from copylint.analysis.units import converted
from copylint.document import Day, NumberKind
from copylint.words import Words


def numbers_of(text):
    found = tokens(text)
    return numbers(Words(text, found.starts, found.ends))


@pytest.mark.parametrize(
    ("text", "found", "kind", "value", "unit"),
    [
        ("It sold 1,200 copies.", "1,200", "count", 1200, ""),
        ("Some two hundred and fifty men left.", "two hundred and fifty", "count", 250, ""),
        ("A dozen boats sank.", "dozen", "count", 12, ""),
        ("It fell 4.5 per cent.", "4.5 per cent", "percent", 4.5, ""),
        ("It fell ten percent.", "ten percent", "percent", 10, ""),
        ("It cost $1.2bn.", "$1.2bn", "money", 1.2e9, "$"),
        ("It cost five million euros.", "five million euros", "money", 5e6, "€"),
        ("It lies 12 miles off.", "12 miles", "measure", 12, "mi"),
        ("It has 40 square kilometres.", "40 square kilometres", "measure", 40, "sqkm"),
        ("It was 40C in the shade.", "40C", "measure", 40, "C"),
        ("It was minus 4 degrees Fahrenheit.", "minus 4 degrees Fahrenheit", "measure", -4, "F"),
        ("She is 5ft 6in tall.", "5ft 6in", "measure", 5.5, "ft"),
        ("A 30-year-old man fell.", "30-year-old", "age", 30, "year"),
        ("John Lee, 45, fell.", "45", "age", 45, "year"),
        ("He died at the age of 72.", "72", "age", 72, "year"),
        ("It opened in 1998.", "1998", "year", 1998, ""),
        ("It opens at 7:30 p.m. on Friday.", "7:30 p.m.", "time", 1170, ""),
        ("It opens at 12am.", "12am", "time", 0, ""),
        ("The 21st floor burned.", "21st", "ordinal", 21, ""),
        ("They came third.", "third", "ordinal", 3, ""),
        ("They won 3-2.", "3-2", "score", 3, ""),
        ("It rules 15 to 20 miles of coast.", "15 to 20 miles", "measure", 15, "mi"),
    ],
)
def test_a_number_is_told_by_what_stands_round_it(text, found, kind, value, unit):
    (number,) = numbers_of(text)
    assert (number.span.of(text), number.kind.value, number.value, number.unit) == (found, kind, value, unit)


@pytest.mark.parametrize(
    ("text", "found", "day"),
    [
        ("On Monday, 3 April 2017, it rained.", "Monday, 3 April 2017", Day(2017, 4, 3, "Monday")),
        ("On Jan. 5 it rained.", "Jan. 5", Day(0, 1, 5)),
        ("On the 31st of June it rained.", "31st of June", Day(0, 6, 31)),
        ("On March 5, 2019, a Monday, it rained.", "March 5, 2019, a Monday", Day(2019, 3, 5, "Monday")),
    ],
)
def test_a_date_has_its_weekday_and_year(text, found, day):
    (number,) = numbers_of(text)
    assert (number.span.of(text), number.day) == (found, day)


@pytest.mark.parametrize(
    "text", ["The 1980s.", "An F-16 and a B52.", "See a.b/12 or #5.", "Two-thirds left.", "Several hundred left."]
)
def test_what_is_no_number_of_something_is_none(text):
    assert numbers_of(text) == ()


def test_two_ends_of_a_change_stay_apart():
    assert [number.value for number in numbers_of("It rose from 40 to 44 percent.")] == [40, 44]


def test_the_ends_of_a_range_are_one_number():
    (number,) = numbers_of("It takes 1.5–2 million people.")
    assert (number.value, number.last) == (1.5e6, 2e6)


def test_a_step_is_what_the_last_digit_stands_for():
    assert [number.step for number in numbers_of("Of 1,200 boats 37 sank, 2.5 million pounds were lost.")] == [100, 1, 1e5]


@given(st.text(alphabet="0123456789.,:-–%$£ abmnoetw\n°CF()", max_size=60))
def test_numbers_stand_in_order_and_never_overlap(text):
    found = numbers_of(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(number.span.contains(number.figure) and number.span.length for number in found)


@given(
    st.lists(st.sampled_from("12 5 % million two-year-old May 3, 2019 from to 40C a.m. five hundred $ pounds first".split()))
)
def test_any_row_of_words_has_numbers_without_overlaps(words):
    found = numbers_of(" ".join(words))
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


def test_a_mile_is_1_6_kilometres():
    assert converted(10, "mi", "km") == pytest.approx((16.09, 16.09), abs=0.01)
    assert converted(40, "C", "F") == (104, 104)
    assert converted(1, "gal", "l") == pytest.approx((3.785, 4.546), abs=0.001)


def test_the_kinds_are_words_an_editor_knows():
    assert all(kind.value.isalpha() for kind in NumberKind)
