"""The quick look that tells which patterns are worth a try: it may be wrong in one direction only."""

from __future__ import annotations

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copylint.patterns.dialect import WORD, checked, compiled
from copylint.patterns.needle import choices, folded, words
from copylint.patterns.pattern import Pattern
from copylint.patterns.tree import PatternError
from copylint.patterns.view import Folded

_CASED = [
    chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000 and len({*map(str.lower, chr(i)), chr(i).upper(), chr(i)}) > 1
]
_SETTLED = regex.compile("[0-9A-Za-zÀ-ÖØ-öø-ſͰ-ͽΆΈ-ϿЀ-ѿ_]", regex.V0)


def test_letters_that_regex_takes_for_the_same_fold_to_the_same() -> None:
    pool = "".join(dict.fromkeys([*_CASED, *map(chr, range(0x590)), "ſ", "K", "Å", "\u0345", "\u1fbe"]))
    for letter in filter(_SETTLED.fullmatch, pool):
        same = regex.findall(regex.escape(letter), pool, flags=regex.V0 | regex.IGNORECASE)
        assert {folded(other) for other in same} == {folded(letter)}, letter


def test_folding_moves_nothing_and_makes_no_word_of_a_mark() -> None:
    for letter in _CASED:
        assert len(folded(letter)) == 1
        assert bool(regex.match(WORD, letter)) == bool(regex.match(WORD, folded(letter))), letter


def test_a_final_sigma_folds_like_any_other() -> None:
    assert folded("ΟΔΟΣ") == folded("οδος") == folded("ΟΔΟσ")


def _runs(pattern: str, *, bounds: bool = True) -> list[list[tuple[str, bool, str]]]:
    return [[(n.run, n.is_word, n.phrase) for n in choice] for choice in choices(pattern, bounds=bounds)]


def test_a_phrase_is_known_by_its_longest_word() -> None:
    assert _runs("In Contrary") == [[("contrary", True, "in contrary")]]


def test_a_run_at_a_free_end_may_be_part_of_a_word() -> None:
    assert _runs("contrary", bounds=False) == [[("contrary", False, "contrary")]]
    assert _runs("advisers?") == [[("adviser", False, "adviser")]]
    assert _runs("(?:the )?contrary ?", bounds=False) == [[("contrary", False, "contrary")]]
    assert _runs("(?:the )?contrary(?: |,)?") == [[("contrary", True, "contrary")]]
    assert _runs(r"\bcontrary\b", bounds=False) == [[("contrary", True, "contrary")]]


def test_each_part_that_has_to_stand_is_asked_for() -> None:
    assert _runs("in (?:the )?contrary(?=,)") == [[("contrary", True, "contrary")], [("in", True, "in")]]


def test_of_branches_one_has_to_stand() -> None:
    assert _runs("(?:in|on) it") == [[("it", True, "it")], [("in", True, "in"), ("on", True, "on")]]
    assert _runs("ab|cd") == [[("ab", True, "ab"), ("cd", True, "cd")]]


@pytest.mark.parametrize(
    "pattern", [r"\w+", "ab|[cd]", "(?:ab)?[cd]", "[ab]", "(?!ab)[cd]", "|".join(f"a{i}" for i in range(65))]
)
def test_a_pattern_without_needles_is_always_tried(pattern: str) -> None:
    assert choices(pattern, bounds=True) == ()


def test_marks_alone_are_looked_for_as_they_stand() -> None:
    assert _runs(" ,‑ x*", bounds=False) == [[("", False, ",-")]]
    assert Folded("a\n,‐b").allows(Pattern(" ,-", bounds=False))
    assert not Folded("a, -b").allows(Pattern(" ,-", bounds=False))
    assert choices(" ", bounds=False) == ()


def test_words_are_split_at_apostrophes_and_marks() -> None:
    assert words(folded("Don’t US-led canʼt Café 5km² a_b")) == {"don", "t", "us", "led", "can", "café", "5km", "a_b"}
    assert words("don't a_b-c1") == {"don", "t", "a_b", "c1"}


_BITS = st.sampled_from(
    [
        *"ab kKsSiI.,'\"-’^$|()?*+²éσ_",
        *(
            "(?:",
            "(?=",
            "(?<=",
            "(?<!",
            "(?!",
            "(?>",
            "(",
            "(?-i:",
            "[^a]",
            "[ab]",
            r"\w",
            r"\s",
            r"\.",
            r"\b",
            "{2}",
            "{0,1}",
            "(?# c)",
        ),
        *("ab ab", "a'b", "is", " k ", "K", "ſ", "İ", "ς", r"\1", "(?(1)a|b)", "a|b", "(?:ab|is)", "(?|a|b)", r"\Kab"),
    ]
)
_PATTERNS = st.lists(_BITS, min_size=1, max_size=7).map("".join)
_TEXTS = st.lists(
    st.sampled_from(
        [*"abkKKsSſiIİı .,'’‘ʼ\"“”-‑²éσςΣ_\r\n\u2028\u00a0\u0301😀1", "\r\n", "ab ab", "is", " k ", "is a", "\x1c"]
    ),
    max_size=16,
).map("".join)


@given(_PATTERNS, _TEXTS, st.booleans(), st.booleans())
@example("straße ist", "STRAßE\nIST", True, False)
@example("kelvin", "\u212aelvin", True, False)
@example("is", "İſ", True, False)
@example("km", "km²", True, False)
@example(" ?ab", "xab", False, False)
@example("ab(?:-|,)?", "abx", False, False)
@example("can", "canʼs", True, False)
@example("a b", "a \u00a0\r\n b", True, True)
@settings(max_examples=1500, deadline=None)
def test_the_quick_look_never_loses_a_match(pattern: str, text: str, bounds: bool, case_sensitive: bool) -> None:
    try:
        checked(pattern)
    except PatternError:
        return
    if compiled(pattern, bounds=bounds, case_sensitive=case_sensitive).search(text, timeout=2):
        assert Folded(text).allows(Pattern(pattern, case_sensitive, bounds))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("in contrary", "contrary in"), ("don't", "dont"), ("a (?:b|c) d", "a e d"), ("xyz", "x yz"), ("a.b", "a")],
)
def test_the_quick_look_spares_most_tries(pattern: str, text: str) -> None:
    assert not Folded(text).allows(Pattern(pattern))
