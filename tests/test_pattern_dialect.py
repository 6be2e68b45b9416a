"""What a pattern means, row by row of the table in the manual."""

from __future__ import annotations

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copylint.patterns.dialect import checked, compiled, translated
from copylint.patterns.pattern import literal
from copylint.patterns.scanner import counts, scanned
from copylint.patterns.tree import PatternError, tree


def _texts(pattern: str, text: str, *, case_sensitive: bool = False, bounds: bool = True) -> list[str]:
    return [match[0] for match in compiled(pattern, case_sensitive=case_sensitive, bounds=bounds).finditer(text)]


def test_letters_match_either_case_unless_told_otherwise() -> None:
    assert _texts("us", "US us Us") == ["US", "us", "Us"]
    assert _texts("us", "US us Us", case_sensitive=True) == ["us"]
    assert _texts("(?-i:US) army", "US Army us army") == ["US Army"]
    assert _texts("(?i:us) army", "US army us Army", case_sensitive=True) == ["US army"]


@pytest.mark.parametrize(
    "text", ["can’t", "can't", "scan", "cans", "can_do", "a_can", "can1", "1can", "x’can", "cańada", "can\u0301"]
)
def test_a_part_of_a_word_is_not_found(text: str) -> None:
    assert _texts("can", text) == []


@pytest.mark.parametrize(
    "text", ["can", "‘can’", "'can'", "can’s", "CAN’S", "can's", "canʼs", "can’", "a-can", "(can)", "can—do", "‘can’s’"]
)
def test_a_whole_word_is_found(text: str) -> None:
    assert [match.lower() for match in _texts("can", text)] == ["can"]


@pytest.mark.parametrize(
    ("pattern", "text"), [("t", "don’t"), ("t", "don't"), ("t", "donʼt"), ("s", "group’s"), ("re", "we‘re")]
)
def test_the_end_of_a_contraction_is_no_word(pattern: str, text: str) -> None:
    assert _texts(pattern, text) == []


def test_what_begins_with_s_is_no_possessive() -> None:
    assert _texts("o", "o’so") == []


def test_without_bounds_a_part_of_a_word_is_found() -> None:
    assert _texts("can", "scanned", bounds=False) == ["can"]
    assert _texts(", which", "the cat, which", bounds=False) == [", which"]


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\u00a0", "\n", "\r\n", "\r", " \n ", "\u2028", "\u2003\r\n\t", "\u3000"])
@pytest.mark.parametrize("pattern", ["in contrary", "in  contrary", r"in\ contrary", "in + contrary", "in {2}contrary"])
def test_a_space_matches_white_space_with_one_line_break(pattern: str, gap: str) -> None:
    assert _texts(pattern, f"in{gap}contrary") == [f"in{gap}contrary"]


@pytest.mark.parametrize("gap", ["", "\n\n", "\r\n\r\n", "\r\r", "\n \n", " \r \n"])
def test_a_space_never_matches_a_blank_line_or_nothing(gap: str) -> None:
    assert _texts("in contrary", f"in{gap}contrary") == []
    assert _texts("in +contrary", f"in{gap}contrary") == []


def test_a_space_may_be_left_out_where_it_says_so() -> None:
    assert _texts("web ?site", "website web site web\nsite") == ["website", "web site", "web\nsite"]
    assert _texts("web *site", "website web   site") == ["website", "web   site"]
    assert _texts("a(?: b)*? c", "a b c") == ["a b c"]
    assert _texts("a ??b", "ab a b") == ["ab", "a b"]
    assert _texts("a ?+b", "ab a b") == ["ab", "a b"]
    assert _texts("a ? ?b", "ab a b") == ["ab", "a b"]


def test_one_plain_space_can_be_had() -> None:
    for pattern in (r"a\x20b", "a[ ]b"):
        assert _texts(pattern, "a b a\u00a0b a\nb") == ["a b"]


@pytest.mark.parametrize("gap", [" ", "\n", " \r\n "])
def test_a_space_in_a_look_around_means_the_same(gap: str) -> None:
    assert _texts("(?<=in )contrary", f"in{gap}contrary") == ["contrary"]
    assert _texts("in(?= contrary)", f"in{gap}contrary") == ["in"]
    assert _texts("(?<!in )contrary", f"in{gap}contrary") == []


@pytest.mark.parametrize(("pattern", "kin", "plain"), [("'", "'’‘ʼ", r"\x27"), ('"', '"“”„«»', r"\x22"), ("-", "-‐‑", r"\x2d")])
def test_straight_marks_match_their_kin(pattern: str, kin: str, plain: str) -> None:
    for written in (pattern, f"\\{pattern}"):
        assert _texts(f"x{written}+", f"x{kin} x–", bounds=False) == [f"x{kin}"]
    assert _texts(plain, kin, bounds=False) == [pattern]


def test_in_a_class_quotes_have_kin_and_hyphen_and_space_have_none() -> None:
    assert _texts("['\"]", "'’“\"", bounds=False) == ["'", "’", "“", '"']
    assert _texts(r"[\'x]", "’", bounds=False) == ["’"]
    assert _texts("[^']", "’x", bounds=False) == ["x"]
    assert _texts("[a -]", "a \n-‑", bounds=False) == ["a", " ", "-"]
    assert _texts("[]']", "]’", bounds=False) == ["]", "’"]
    assert _texts("[!-']", "’%'", bounds=False) == ["%", "'"]
    assert _texts("['-+]", "’(", bounds=False) == ["("]
    assert _texts(r"[[:alpha:]'\]]", "x’]", bounds=False) == ["x", "’", "]"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_start_and_end_at_every_kind_of_line_end(end: str) -> None:
    assert _texts("^a$", f"a{end}ba{end}a") == ["a", "a"]
    assert [m.start() for m in compiled("$(?=[^a])", bounds=False).finditer(f"a{end}")] == [1]
    assert [m.start() for m in compiled("^", bounds=False).finditer(f"a{end}b")] == [0, 1 + len(end)]
    assert _texts("a.b", f"a{end}b") == []


def test_a_line_separator_ends_no_line() -> None:
    assert _texts("a.b", "a\u2028b") == ["a\u2028b"]
    assert _texts("^b", "a\u2028b") == []


def test_a_comment_is_left_out() -> None:
    assert _texts("a(?# it's a comment)b", "ab") == ["ab"]


def test_groups_keep_their_numbers_and_names() -> None:
    match = compiled(r"(?P<one>a) '(b)' \1 (?P=one) (?<two>c)", bounds=True).search("a ‘b’ a a c")
    assert match.groups() == ("a", "b", "c")
    assert match.group("two") == "c"


def test_other_syntax_is_that_of_regex() -> None:
    assert _texts(r"\p{Lu}\N{LATIN SMALL LETTER A}", "Ba", case_sensitive=True) == ["Ba"]
    assert _texts(r"(?>a+)\w{2,3}?", "aabc", bounds=False) == ["aabc"]
    assert _texts(r"(\w)(?(1)b|c)", "ab", bounds=False) == ["ab"]
    assert _texts(r"(?|(a)|(b))\1", "bb", bounds=False) == ["bb"]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("a(b", "isn't closed at position 3"),
        ("ab)", "closes at position 2"),
        ("(?P<x>a)(?P<x", "position 8"),
        ("[a", "position 0"),
        ("(?y)a", "position 0"),
        ("*a", "at position"),
        ("a{3,2}", "min repeat greater than max repeat"),
        (r"\p{Nonsense}", "unknown property"),
        ("[z-a]", "bad character range"),
        ("(?i)us", 'case = "match"'),
        ("us(?s)", "for a part of it"),
        ("(?x: a b )", "not allowed"),
        ("(?s:a.b)", "not allowed"),
        ("(?:word){e<=1}", "inexact matching"),
        ("", "nothing at all"),
        ("a*", "nothing at all"),
        ("a|", "nothing at all"),
        ("(?=a)", "nothing at all"),
        (r"(a)?(?(1)b)", "nothing at all"),
        ("((((a?b){1000}){1000}){1000}){1000}", "1,000,000,000,000"),
        ("a{10001}", "10,001"),
        ("(?:a{101}b){100,}", "10,100"),
        ("a{99999999999999999999}", "counted repeats"),
        ("(" * 60 + "a" + ")" * 60, "deep"),
    ],
)
def test_wrong_and_refused_patterns_say_why(pattern: str, says: str) -> None:
    with pytest.raises(PatternError) as error:
        checked(pattern)
    assert says in str(error.value)


def test_ten_thousand_repeats_are_allowed() -> None:
    assert checked("(?:ab{100}){100}").groups == 0


def test_a_pattern_goes_wrong_when_it_is_compiled_unchecked_too() -> None:
    with pytest.raises(PatternError, match="closed"):
        compiled("[a")


@pytest.mark.parametrize(
    ("repeat", "pair"),
    [
        ("*", (0, None)),
        ("+?", (1, None)),
        ("?", (0, 1)),
        ("{3}", (3, 3)),
        ("{3,}", (3, None)),
        ("{,3}", (0, 3)),
        ("{2,3}+", (2, 3)),
    ],
)
def test_repeats_are_counted(repeat: str, pair: tuple[int, int | None]) -> None:
    assert counts(repeat) == pair


def test_patterns_compile_once() -> None:
    assert compiled("in contrary") is compiled("in contrary")


_BITS = st.sampled_from(
    [
        *"ab .,'\"-^$|()[]{}?*+\\1é",
        "(?:",
        "(?=",
        "(?<!",
        "(?-i:",
        "[^a-z]",
        "[ab'-]",
        "[5-9a-c]",
        "[9-5]",
        r"[-\p{Lu}\x27\]]",
        r"\p{L}",
        r"\u2019",
        r"\w",
        r"\s",
        r"\.",
        "{2}",
        "+?",
        "(?P<n>",
    ]
)
PATTERNS = st.lists(_BITS, max_size=9).map("".join)
TEXTS = st.text(alphabet="abAB ’'\"“-‑.,\r\n\u2028\u00a0\u0301é😀1_Kİſ", max_size=25)


@given(st.text(alphabet=" abc[](){}|?*+\\.^$-'\"<>:=!#P19,pLuN&\n", max_size=25))
@settings(max_examples=300, deadline=None)
def test_the_pieces_of_any_pattern_are_the_pattern(pattern: str) -> None:
    assert "".join(token.text for token in scanned(pattern)) == pattern


@given(PATTERNS)
@example("(?:a+)+")
@example("[a-z0-9 ]{2,3}b?")
@settings(max_examples=400, deadline=None)
def test_what_is_certain_is_taken_by_regex(pattern: str) -> None:
    try:
        is_certain = tree(pattern).is_certain
    except PatternError:
        is_certain = False
    if is_certain:
        regex.compile(pattern, regex.V0)
        regex.compile(translated(pattern, case_sensitive=False, bounds=True), regex.V0)


@given(PATTERNS, TEXTS)
@settings(max_examples=400, deadline=None)
def test_a_right_pattern_covers_something_wherever_it_matches(pattern: str, text: str) -> None:
    try:
        checked(pattern)
    except PatternError:
        return
    assert all(match.end() > match.start() for match in compiled(pattern, bounds=True).finditer(text))


@given(st.text(min_size=1, max_size=20))
@settings(deadline=None)
def test_a_literal_matches_itself(text: str) -> None:
    match = compiled(literal(text), case_sensitive=True, bounds=False).match(text)
    is_right = text.count("\n") + text.count("\r") == 0 and "  " not in text
    assert match is not None or not is_right


@pytest.mark.parametrize("pattern", ["in contrary", " ,", "a  b", "^ x", "a+ ?b"])
@pytest.mark.parametrize("piece", [" ", "a", "\n", "a ", " \r\n", "’"])
def test_hostile_texts_are_searched_in_linear_time(pattern: str, piece: str) -> None:
    text = piece * (300_000 // len(piece)) + "\n\n!, contrary, b, x"
    for _ in compiled(pattern, bounds=pattern[0] != " ").finditer(text, timeout=3):
        pytest.fail("there is nothing to find")
