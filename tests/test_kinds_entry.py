"""Existence and substitution: what they find, what they leave alone, and what they write instead."""

from __future__ import annotations

from itertools import chain, pairwise
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pattern_builder import a_document, a_rule, found, matches, outcomes, swapped

from copylint.document import BlockKind
from copylint.patterns import search
from copylint.patterns.dialect import compiled
from copylint.patterns.engine import PackChecker
from copylint.patterns.entry import EntrySpec, longest
from copylint.patterns.kind import PackRule
from copylint.patterns.template import in_case_of
from copylint.rule import Fault, Match
from copylint.spans import Span


def a_swap(swap: dict[str, object], **keys: object) -> PackRule:
    return a_rule(kind="substitution", swap=swap, **keys)


def test_every_match_of_every_pattern_is_found() -> None:
    rule = a_rule(patterns=["very", r"utili[sz]e"])
    assert found(rule, "Very well: utilize it.", "We utilise it very\nmuch.") == ["Very", "utilize", "utilise", "very"]


def test_an_entry_gives_its_note() -> None:
    match = matches(a_rule(entries={"very": "It adds nothing."}), a_document("A very good day."))[0]
    assert match.note == match.details["note"] == "It adds nothing."
    assert match.replacements == ()


def test_replacements_come_in_their_order_with_their_note() -> None:
    rule = a_swap({"in (?:the )?contrary(?=,)": {"to": ["by contrast", "in contrast"], "note": "No idiom."}})
    match = matches(rule, a_document("It grew; in the contrary, they fell."))[0]
    assert match.replacements == ("by contrast", "in contrast")
    assert match.note == "No idiom."


@pytest.mark.parametrize(
    ("model", "text", "result"),
    [
        ("In Contrary", "by contrast", "By contrast"),
        ("IN CONTRARY", "by contrast", "BY CONTRAST"),
        ("in contrary", "by contrast", "by contrast"),
        ("A", "the", "The"),
        ("I", "me and him", "Me and him"),
        ("‘Very", "“quite", "“Quite"),
        ("U.S.", "us", "US"),
        ("12", "twelve", "twelve"),
        ("Ǆ", "x", "X"),
        ("ǅ", "x", "X"),
        ("A1", "", ""),
        ("Ab", "12", "12"),
    ],
)
def test_a_replacement_follows_the_case(model: str, text: str, result: str) -> None:
    assert in_case_of(model, text) == result


def test_a_capital_of_its_own_or_a_case_that_matches_keeps_a_replacement_as_it_is() -> None:
    assert swapped(a_swap({"javascript": "JavaScript"}), "JAVASCRIPT Javascript") == [
        ("JAVASCRIPT", ("JavaScript",)),
        ("Javascript", ("JavaScript",)),
    ]
    assert swapped(a_swap({"NATO": "alliance"}, case="match"), "NATO nato") == [("NATO", ("alliance",))]


def test_groups_stand_in_replacements() -> None:
    rule = a_swap({r"(\w+)-(old|new)?(?P<end>ish)": r"\1 \2\\\3", r"the (\d+)": r"\1"})
    assert swapped(rule, "Red-ish, red-oldish, the 7.") == [
        ("Red-ish", (r"Red \ish",)),
        ("red-oldish", (r"red old\ish",)),
        ("the 7", ("7",)),
    ]


def test_what_is_one_of_its_own_replacements_is_right() -> None:
    assert swapped(a_swap({"gr[ea]y": "grey"}), "Grey grey gray GREY") == [("gray", ("grey",))]
    assert found(a_swap({"javascript": "JavaScript"}), "JavaScript") == []


def test_what_is_right_is_right_in_a_headline_and_over_two_lines() -> None:
    turned = a_swap({r"(turn|turned) the (?:table|tables) (?:to|on) (us|them)": r"\1 the tables on \2"})
    assert swapped(turned, "He Turned The Tables On Us, Turned The Table On Us") == [
        ("Turned The Table On Us", ("Turned the tables on Us",))
    ]
    assert found(turned, "They turned the\ntables on them.") == []
    assert found(a_swap({"(?:the )?[bp]andora.s box": "Pandora’s box"}), "pandora's box") == ["pandora's box"]


def test_an_entry_about_capitals_spaces_or_marks_finds_them() -> None:
    assert found(a_swap({"the (?-i:Internet)": "the internet"}), "On the Internet") == ["the Internet"]
    assert found(a_swap({"on[ ]{2}the": "on the"}), "It is on  the net") == ["on  the"]
    assert found(a_swap({r"\x20,": ","}, bounds=False), "Yes , no") == [" ,"]
    assert found(a_swap({r"(\w)\x27s": r"\1’s"}, bounds=False), "The dog's life") == ["g's"]
    assert found(a_swap({"(?:at |on )?death's (?:gate|door)": "at death’s door"}), "At Death's Door") == []


def test_a_right_form_shields_what_lies_inside_it() -> None:
    assert found(a_swap({"(?:new )?york": "New York"}), "New York, York") == ["York"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a very good day", "very "),
        ("Very good", "Very "),
        ("it is good, very.", " very"),
        ("it is very", " very"),
        ("“very good”, it is", "very "),
        ("good (very) day", "very"),
        ("a very\ngood day", " very"),
        ("very\ngood day", "very"),
        ("it’s a very-good day", "very"),
        ("good-very day", "very"),
        ("very\u00a0good", "very\u00a0"),
    ],
)
def test_a_deletion_takes_one_space_with_it(text: str, marked: str) -> None:
    rule = a_swap({"very": ""}, quotes="include")
    assert swapped(rule, text) == [(marked, ("",))]


def test_a_deletion_takes_no_space_out_of_the_next_paragraph() -> None:
    document = a_document("It is", "very", "good.", gap=" ")
    assert [match.span for match in matches(a_swap({"very": ""}), document)] == [Span(6, 10)]


def test_other_replacements_beside_a_deletion_keep_the_space() -> None:
    assert swapped(a_swap({"very": ["", "most"]}), "a very good day, very.") == [
        ("very ", ("", "most ")),
        (" very", ("", " most")),
    ]


def test_the_longer_of_two_that_overlap_stays() -> None:
    rule = a_swap({"very": "", "very very good": "good", "good day": "hello"})
    assert swapped(rule, "a very very good day") == [("very very good", ("good",))]


def test_of_two_equally_long_the_one_that_stands_first_stays() -> None:
    rule = a_swap({"ver[y]": "a", "very": "b"})
    assert swapped(rule, "so very") == [("very", ("a",))]


def test_what_an_exception_holds_is_left_alone() -> None:
    rule = a_rule(patterns=["very"], except_=["very own", "VERY best", "the very \\w+ of (?:all|many)"])
    assert found(rule, "My very own; very; the very best of all. Very owner, the very best.") == ["very", "Very"]
    assert found(a_rule(patterns=["very"], except_=["very"]), "Very.") == []


def test_a_match_across_blocks_hides_none_inside_them() -> None:
    assert found(a_rule(patterns=["the the"]), "A man saw the", "the the cat the the", "the man.") == ["the the", "the the"]
    rule = a_rule(patterns=[r"\bthe(?:\s+the)+"])
    document = a_document("A man saw.", "He saw the the", "the man the", "the the the", gap="\n")
    assert [match.span.of(document.prose) for match in matches(rule, document)] == ["the the", "the the the"]


def test_a_match_across_very_many_blocks_takes_linear_time() -> None:
    rule = a_rule(patterns=[r"the(?:\s+the)+"])
    document = a_document(*["the"] * 40_000, "the the")
    assert [match.span.length for match in map(_as_match, outcomes(rule, document))] == [7]


def _as_match(outcome: object) -> Match:
    assert isinstance(outcome, Match)
    return outcome


def test_only_matches_inside_one_block_of_the_right_kind_count() -> None:
    rule = a_rule(patterns=["the the", "best"], blocks=["paragraph", "headline"])
    assert found(rule, ("headline", "The best"), ("caption", "best"), "the the") == ["best", "the the"]
    document = a_document("It is the", "the the day", gap="\n")
    assert [match.span for match in matches(rule, document)] == [Span(10, 17)]


def test_by_default_furniture_and_related_links_are_left_alone() -> None:
    assert found(a_rule(), ("furniture", "word"), ("related-link", "word"), ("credit", "Word")) == ["Word"]


def test_quotations_are_skipped_included_or_all_there_is() -> None:
    text = "A word, “a word” and wor“d word."
    assert found(a_rule(), "A word “a word” here.") == ["word"]
    assert found(a_rule(quotes="include"), "A word “a word” here.") == ["word", "word"]
    rule = a_rule(patterns=["a? ?word"], quotes="only", bounds=False)
    assert [match.span.start for match in matches(rule, a_document("A word “a word” here."))] == [8]
    assert found(a_rule(), text)[:1] == ["word"]
    assert found(a_rule(patterns=["“a word”"], quotes="only"), "Is it “a word”?") == ["“a word”"]


def test_marks_are_found_beside_words_and_parts_of_words() -> None:
    rule = a_rule(patterns=[" ,", "ord", r"\d+", "–"], bounds=False)
    assert found(rule, "A word , 12 words.") == ["ord", " ,", "12", "ord"]
    assert found(rule, "A fish, and chips.") == []


def test_a_rule_that_is_off_finds_nothing() -> None:
    checker = PackChecker([a_rule()])
    assert list(checker.run(a_document("A word."), frozenset({"USE999"}))) == []
    assert [rule.code for rule in checker.rules] == ["USE101"]


def test_a_pattern_that_takes_too_long_is_a_fault_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.05)
    rule = a_rule(patterns=["c(?:a|a|b?a)+d", "word"], bounds=False)
    faults, others = [], []
    for outcome in outcomes(rule, a_document("c" + "a" * 40 + "! ad word")):
        (faults if isinstance(outcome, Fault) else others).append(outcome)
    assert [fault.message for fault in faults] == [
        'pattern "c(?:a|a|b?a)+d" took longer than 0.05 s on this text and was given up'
    ]
    assert len(others) == 1


def test_a_slow_exception_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.1)
    words = [f"word{number}" for number in range(100)]
    rule = a_rule(patterns=words, except_=["c(?:a|a|b?a)+d"], bounds=False)
    start = monotonic()
    faults = outcomes(rule, a_document(" ".join(words) + " " + "c" + "a" * 40 + "! ad"))
    assert monotonic() - start < 5  # tried for each word, it would take ten seconds
    assert {type(fault) for fault in faults} == {Fault}


def test_no_time_left_is_a_fault_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.0)
    assert [type(outcome) for outcome in outcomes(a_rule(), a_document("word"))] == [Fault]


_WORDS = st.sampled_from(["a", "ab", "abc", "A b", "b", "b-c", "don't", "don", "é", "😀", "Kelvin", "is", "a b c", "a. b"])
_TEXTS = st.lists(
    st.sampled_from(
        [*"aAbBcé😀.,’'-‑“” ", " ", "\n", "\r\n", "\r", "\u2028", "\u0301", "don’t", "\u212aelvin", "iſ", "b\nc", "ABC"]
    ),
    max_size=25,
).map("".join)


@given(st.lists(st.tuples(_WORDS, st.booleans()), min_size=1, max_size=8, unique_by=lambda pair: pair[0].lower()), _TEXTS)
@settings(max_examples=300, deadline=None)
def test_many_entries_together_find_what_each_finds_in_turn(entries: list[tuple[str, bool]], text: str) -> None:
    # An entry in a group is the same for the reader, and goes the long way in the engine.
    patterns = [f"(?:{word})" if is_grouped else word for word, is_grouped in entries]
    rule = a_rule(patterns=patterns, quotes="include", blocks=[kind.value for kind in BlockKind])
    document = a_document(text or "a")
    prose = document.prose
    turns = (
        (Span(*match.span()), index, match)
        for index, pattern in enumerate(patterns)
        for match in compiled(pattern, case_sensitive=False, bounds=True).finditer(prose)
    )
    assert [match.span for match in matches(rule, document)] == [span for span, _, _ in longest(turns)]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=20))
def test_what_stays_never_overlaps_and_what_goes_does(pairs: list[tuple[int, int]]) -> None:
    candidates = [(Span(start, start + length), index, None) for index, (start, length) in enumerate(pairs)]
    kept = longest(candidates)
    spans = [span for span, _, _ in kept]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for candidate in candidates:
        better = (k for k in kept if k[0].overlaps(candidate[0]) and k[0].length >= candidate[0].length)
        assert candidate in kept or any(better)


def test_a_long_list_is_looked_up_and_not_tried_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = a_swap({f"wrong{number} word": "right" for number in range(2_000)})
    assert isinstance(rule.spec, EntrySpec)
    tried: list[str] = []
    each = search.Search.each
    monkeypatch.setattr(search.Search, "each", lambda *args, **kinds: tried.append(args[1].text) or each(*args, **kinds))
    assert found(rule, "One Wrong77 word, and wrong1 and word.") == ["Wrong77 word"]
    assert tried == ["wrong77 word"]


@pytest.mark.parametrize("piece", ["a", " ", "very ", "“very ", "very\n\n", "'", "very-", "verity, "])
def test_hostile_texts_take_linear_time(piece: str) -> None:
    rule = a_swap({"very": "", r"\w+ity": "x", "a  b": "c", "ver[iy] ,": "d"})
    text = piece * (100_000 // len(piece))
    blocks = [part for part in text.split("\n\n") if part]
    faults = [outcome for outcome in outcomes(rule, a_document(*blocks)) if isinstance(outcome, Fault)]
    assert faults == []


def test_matches_are_of_the_checker_protocol() -> None:
    pairs = chain.from_iterable(PackChecker([a_rule()]).run(a_document("word"), frozenset({"USE101"})) for _ in range(2))
    assert [(code, type(match)) for code, match in pairs] == [("USE101", Match)] * 2
