"""The needles of a pattern: each match holds one of them, and begins where they say."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pattern_builder import a_document
from processes import run_process

from copylint import patterns
from copylint.document import BlockKind
from copylint.patterns.automaton import Automaton
from copylint.patterns.dialect import checked
from copylint.patterns.effort import is_quick, is_quick_in_copy
from copylint.patterns.extraction import needles
from copylint.patterns.fold import Folded
from copylint.patterns.hit import ANYWHERE, is_in, starts, windows
from copylint.patterns.index import index_of, together
from copylint.patterns.keyed import Found, Keyed, windows_of
from copylint.patterns.needle import AGAIN, STRETCH, Needle
from copylint.patterns.pattern import Pattern
from copylint.patterns.reach import begins_with_word, stays_in_line
from copylint.patterns.search import Search, SlowPatternError
from copylint.patterns.tree import PatternError


def phrases(pattern: str, *, bounds: bool = True) -> list[str]:
    return [needle.phrase.decode("latin-1") for needle in needles(pattern, bounds=bounds)]


def test_words_that_are_bounded_have_a_space_at_each_end() -> None:
    assert needles("In Contrary", bounds=True) == (Needle(b" in contrary ", True, -1, -1, 0),)
    assert phrases("contrary", bounds=False) == ["contrary"]
    assert phrases("advisers?") in ([" adviser"], [" adviser ", " advisers "])
    assert phrases(r"advis\w+") == [" advis"]
    assert phrases(r"\bcontrary\b", bounds=False) == [" contrary "]


def test_few_alternatives_are_told_one_by_one() -> None:
    assert phrases("(?:in|on) contrary") == [" in contrary ", " on contrary "]
    assert phrases("[io]n contrary") == [" in contrary ", " on contrary "]
    assert phrases("contrary to|more better") == [" contrary to ", " more better "]


def test_the_rarest_stretch_is_chosen() -> None:
    assert phrases(r"the \w+ contrary of the") == [" contrary of the "]
    assert phrases(r"the (?:very|extremely|\w+ly) contrary") == [" contrary "]


def test_of_a_group_with_open_ends_each_branch_has_its_needle() -> None:
    assert phrases(r"\w+ (?:\d+ contrary|perhap\w+) \w+") == [" contrary ", " perhap"]


def test_every_process_finds_the_same_needles(tmp_path: Path) -> None:
    """The order of a set of bytes differs from one process to the next."""
    code = (
        "from copylint.patterns.extraction import needles\n"
        "print(needles(r'a(?:b|, quite some words that go on and on and) (?:[xyz])', bounds=False))\n"
        "print(needles('(?:so|not in the least as they have said it)(?: or| and)? 9', bounds=False))"
    )
    env = {"PYTHONPATH": str(Path(patterns.__file__).parents[2])}
    told = {run_process(sys.executable, "-c", code, cwd=tmp_path, env={**env, "PYTHONHASHSEED": seed}).out for seed in "1234"}
    assert len(told) == 1
    assert told.pop().count("Needle(") > 6


def test_looks_at_the_ends_count_as_if_they_stood_there() -> None:
    assert needles("(?<=more )better", bounds=True) == (Needle(b"more better ", True, -5, -4, 0),)
    assert phrases("(?<=more )(?:odd )?(?=better)", bounds=False) == ["more better", "more odd better"]


def test_however_wide_a_look_back_is_a_match_begins_after_it() -> None:
    assert needles(r"(?<=\b[a-z]{3,9}, [a-z]{3,9}) and", bounds=False) == (Needle(b" and", True, 0, 0, 0),)
    assert needles(r"(?<=rare [a-z]{3,9}) and", bounds=True) == (Needle(b"rare ", True, -14, -7, 0),)


def test_a_repeat_without_end_has_to_stand_as_often_as_it_has_to() -> None:
    assert phrases("contrary x{4,}", bounds=False) == ["contrary xxxx"]
    assert phrases(r"\.{4,}", bounds=False) == ["...."]


def test_marks_are_looked_for_with_what_stands_beside_them() -> None:
    assert needles(" ,‑ x*", bounds=False) == (Needle(b" ,-", False, 0, 0, 0),)
    assert len(needles(r"\w+,[a-z]", bounds=False)) == 26
    assert needles(r"\w+,[a-z]", bounds=False)[0] == Needle(b",a", False, 1, None, 0)


def test_white_space_that_is_long_and_words_that_stand_twice_are_needles() -> None:
    assert phrases(r"[ \t\u00a0]{2}", bounds=False) == [STRETCH.decode()]
    assert phrases(r"(\w+ \w+) \1") == [AGAIN.decode()]
    assert phrases(r"(?P<again>\w+)(?: (?P=again))+") == [AGAIN.decode()]
    assert phrases(r"(\w+ \w+) \1", bounds=False) == []
    assert phrases(r"(\w.*) \1") == []


@pytest.mark.parametrize("pattern", [r"\w+", "ab|[^cd]", "(?:ab)?[^cd]", "[^ab]", "(?!ab)[^cd]", r"\p{Lu}", " ", r"\Gabc"])
def test_what_is_everywhere_or_nowhere_certain_has_no_needles(pattern: str) -> None:
    assert needles(pattern, bounds=True) == ()


def test_a_text_without_them_holds_no_match() -> None:
    assert is_in("in  Contrary", needles("in contrary", bounds=True))
    assert not is_in("incontrary", needles("in contrary", bounds=True))
    assert is_in("anything", ())


def found_starts(pattern: str, prose: str, *, bounds: bool = True) -> list[int] | None:
    text = Folded(prose)
    found = windows(text, needles(pattern, bounds=bounds))
    return starts(text, found, bounds=bounds, by_word=begins_with_word(pattern))


def test_matches_are_tried_near_their_needles_only() -> None:
    assert found_starts("in contrary", "I say: in  contrary, in it.") == [7]
    assert found_starts(r"\w+ contrary", "One two three contrary four.") == [8]
    assert found_starts(r"\w+ contrary", "x " * 500) == []
    assert found_starts("(?:in|on) contrary", "On\n contrary") == [0]
    assert found_starts(r"[^x]+ contrary", "a contrary") is None


@pytest.mark.parametrize("pattern", ["abc", r"\w+ x", "[a-z]x", "(?:a|b)c", r"\ba", r"[^\W\d]"])
def test_that_a_match_begins_with_a_letter_is_known(pattern: str) -> None:
    assert begins_with_word(pattern)


@pytest.mark.parametrize("pattern", ["(?:a|,)c", "a?,", ",", "x*", "[^x]"])
def test_that_a_match_may_begin_with_a_mark_is_known(pattern: str) -> None:
    assert not begins_with_word(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *("abc", r"\w+ly", r"(a)\1", "(?:ab?){2}", "x{9}", "x{9}y{9}", "[a-z]{1,40}y{1,200}"),
        *(
            r"\w+ \w+",
            r"(?:\w+ )+",
            "(?:[A-Z][a-z]+ ){0,3}[a-z]+",
            r"[^.,\n]+, \w+",
            r"\w+\b.*",
            r"(?<= \w+)\w+",
            r"\w+(?:'s)? [a-z]+",
        ),
    ],
)
def test_a_pattern_with_one_repeat_whose_end_is_open_is_quick(pattern: str) -> None:
    assert is_quick(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(?:\w+ ?)+", "(?:a|b?a)+", "(?:a+){3}", r"\w+e \w+y", r"[^.]+, \w+y", r"(?<=\w+ )\w+y", "(?:a{1,9}){5}b{1,99}"),
        *(r"\w+(?:e )?\w+y", r"[a-z]{1,40}a\w+e", r"(\w+)\1\1"),
    ],
)
def test_a_pattern_whose_repeats_may_lie_in_each_others_way_is_not(pattern: str) -> None:
    assert not is_quick(pattern)


@pytest.mark.parametrize(
    "pattern", [r"\w+e \w+y", "(?:a+){3}", r"[\w'-]+e (?:[\w-]+ ){1,5}as", r"‘(?:[^‘’\n]|(?<=\w)’(?=\w)){3,300}‘"]
)
def test_a_pattern_whose_repeats_end_with_a_word_is_quick_in_copy(pattern: str) -> None:
    assert is_quick_in_copy(pattern)


@pytest.mark.parametrize(
    "pattern", [r"(?:\w+ ?)+", "(?:a|ab){1,40}c", r"[^.]+x[^.]+y", r"\w+a\w+b\w+c\w+d", "[^x\n]+a[^x\n]+b[^x\n]+c"]
)
def test_one_whose_repeats_share_a_line_is_not(pattern: str) -> None:
    assert not is_quick_in_copy(pattern)


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
            "[a-d,]",
            r"\w",
            r"\w+",
            r"\s",
            r"\d",
            r"\.",
        ),
        *(r"\b", "{2}", "{0,1}", "{2,}", "(?# c)", "ab ab", "a'b", "is", " k ", "K", "ſ", "İ", "ς", r"\1", r"\K", "a|b"),
        *("(?(1)a|b)", "(?:ab|is)", "(?|a|b)", r"\Kab", r"[^\W\d]+", "[ ]{2}", r"(\w+) \1", r"(?:a|[^b]+c)", r"\u2019"),
        *(r"(?<=a )", r"(?= ?b)"),
    ]
)
_PATTERNS = st.lists(_BITS, min_size=1, max_size=7).map("".join)
_CHARS = "abkKſiİı .,'’‘ʼ\"“”-‑²éσςΣ_\u2028\u00a0\u0301😀1"
_WORDS = ("\r\n", "\n", "\n\n", "ab ab", "is", " k ", "is a", "\x1c", "  ", "a b", "ba ba")
_TEXTS = st.lists(st.sampled_from([*_CHARS, *_WORDS]), max_size=18).map("".join)


@given(_PATTERNS, _TEXTS, st.booleans(), st.booleans())
@example("straße ist", "STRAßE\nIST", True, False)
@example("kelvin", "\u212aelvin", True, False)
@example("is", "İſ", True, False)
@example("km", "km²", True, False)
@example(" ?ab", "xab", False, False)
@example("ab(?:-|,)?", "abx", False, False)
@example("can", "canʼs", True, False)
@example("a b", "a \u00a0\r\n b", True, True)
@example(r"(\w+) \1", "ж ж", True, False)
@example(r"b\K", "ba", False, False)
@example(r"\w+b", "σab", True, False)
@example(r"\w+ k ", "aʼa k b", True, False)
@settings(max_examples=500, deadline=None)
def test_trying_near_needles_finds_what_trying_everywhere_finds(
    pattern: str, text: str, bounds: bool, case_sensitive: bool
) -> None:
    try:
        checked(pattern)
    except PatternError:
        assume(False)
    blocks = [part for part in text.split("\n\n") if part.strip("\n")] or ["x"]
    search, made = Search(a_document(*blocks)), Pattern(pattern, case_sensitive, bounds)
    try:
        near = [match.span() for match in search.each(made)]
        everywhere = [match.span() for match in search.everywhere(made)] if not made.needles else [
            match.span() for match in search.scanned(made, monotonic() + 2)
        ]  # fmt: skip
    except SlowPatternError:
        assume(False)
    assert near == everywhere


def told(flat: Any) -> list[tuple[int, int]]:
    """The windows, in order; beside one that is anywhere, the others tell nothing."""
    found = list(zip(flat[::2], flat[1::2], strict=True))
    return [ANYWHERE] if ANYWHERE in found else sorted(found)


@given(st.lists(_PATTERNS, min_size=1, max_size=9), _TEXTS)
@example(["is a", "is ab", "is able", "is", "is a b ba", "is a k"], "this is ab, is a b")
@example(["is .a", "is .ab", "is .?k", "is, a", "is, b"], "is, a")
@settings(max_examples=150, deadline=None)
def test_the_automaton_and_the_index_find_the_same_places_as_the_look_up_of_each(patterns: list[str], text: str) -> None:
    found: dict[tuple[int, int], tuple[Needle, ...]] = {}
    for number, pattern in enumerate(patterns):
        try:
            checked(pattern)
        except PatternError:
            continue
        found[number, 0] = needles(pattern, bounds=True)
    folded = Folded(text)
    by_pattern = {place: places for place, own in found.items() if (places := told(windows(folded, own)))}
    automaton = Automaton((((5, number), 0), needle) for (number, _), own in found.items() for needle in own)
    numbers = frozenset((part, number) for part in (5, 6) for number in range(len(patterns)))
    found_at_once = automaton.windows(folded, numbers)
    assert {(rule[1], pattern): told(each) for (rule, pattern), each in found_at_once.items()} == by_pattern
    index = index_of(found.items())
    for part, made in ((5, index), (6, together([index_of(()), index]))):
        looked_up = made.windows(folded, numbers, 5)
        assert {rule[0] for rule in looked_up} <= {part}
        loose = Automaton((((5 + own, rule), pattern), needle) for (own, rule), pattern, needle in made.loose())
        bulk: Found = {}
        Keyed(made.words, 5).add(bulk, folded, numbers)
        for (rule, pattern), each in loose.windows(folded, numbers).items():
            windows_of(bulk, rule, pattern).extend(each)
        assert {rule: {place: told(each) for place, each in row.items()} for rule, row in looked_up.items()} == {
            rule: {place: told(each) for place, each in row.items()} for rule, row in bulk.items()
        }
        assert {(rule[1], place): told(each) for rule, row in looked_up.items() for place, each in row.items()} == by_pattern


@pytest.mark.parametrize("pattern", [r"\.(?=\s)", "ab", r"[a-z]+", r"[^\r\n]+", r".", r"(?:a|b)c"])
def test_that_a_match_stays_in_its_line_is_known(pattern: str) -> None:
    assert stays_in_line(pattern)


@pytest.mark.parametrize("pattern", ["a b", r"a\s", "[^a]", r"(a)\1", r"\n", r"(?:a|b )c", r"\W"])
def test_that_a_match_may_leave_its_line_is_known(pattern: str) -> None:
    assert not stays_in_line(pattern)


@given(_PATTERNS, st.lists(st.tuples(st.sampled_from(["headline", "paragraph", "caption"]), _TEXTS), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_blocks_that_a_rule_does_not_read_may_be_left_out(pattern: str, parts: list[tuple[str, str]]) -> None:
    try:
        checked(pattern)
    except PatternError:
        assume(False)
    blocks = [(kind, text.replace("\n\n", "")) for kind, text in parts if text.strip()] or [("caption", "x")]
    document, made = a_document(*blocks), Pattern(pattern)
    kinds = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION})

    def told(found: Iterable[Any]) -> list[tuple[int, int]]:
        spans = [match.span() for match in found]
        return [span for span in spans if document.blocks[document.block_at(span[0])].kind in kinds]

    search = Search(document)
    try:
        assert told(search.each(made, kinds=kinds)) == told(search.each(made))
    except SlowPatternError:
        assume(False)
