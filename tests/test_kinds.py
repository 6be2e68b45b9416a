"""The other kinds: repetition, consistency, occurrence, conditional, capitalization."""

from __future__ import annotations

import pytest
from pattern_builder import a_document, a_rule, found, matches, outcomes, swapped

from copylint.document import Name
from copylint.memo import CODES
from copylint.patterns import search
from copylint.patterns.kind import PackRule
from copylint.rule import Fault


def a_repetition(**keys: object) -> PackRule:
    return a_rule(kind="repetition", **keys)


def test_a_word_that_stands_twice_is_marked_with_its_copy() -> None:
    assert swapped(a_repetition(), "The the cat sat on\non the the THE mat.") == [
        ("The the", ("The",)),
        ("on\non", ("on",)),
        ("the the THE", ("the",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No, no.",
        "The theme.",
        "A well-known known man.",
        "That that’s so.",
        "It was 10 10.",
        "is isn’t",
        "on on-site",
        "It’s s s’s",
    ],
)
def test_what_only_looks_like_a_copy_is_left_alone(text: str) -> None:
    assert found(a_repetition(), text) == []


def test_copies_in_two_paragraphs_are_none() -> None:
    assert found(a_repetition(), "It is the", "the cat") == []
    assert matches(a_repetition(), a_document("It is the", "the cat", gap="\n")) == []


def test_what_may_stand_twice_is_allowed() -> None:
    assert found(a_repetition(allow=["had", "th(?:at|is)"]), "He had had that that; it it. Hadrian hadrian") == [
        "it it",
        "Hadrian hadrian",
    ]


def test_a_pattern_of_its_own_tells_what_is_repeated() -> None:
    rule = a_repetition(pattern=r"in the|\d+")
    assert swapped(rule, "He is in the in the 12 12 house house.") == [("in the in the", ("in the",)), ("12 12", ("12",))]
    assert found(a_repetition(pattern="[a-z]+", case="match"), "The the the") == ["the the"]


@pytest.mark.parametrize("piece", ["a", "a-", "a'", "a ", " ", "ab\n"])
def test_long_texts_are_searched_for_copies_in_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert not any(isinstance(outcome, Fault) for outcome in outcomes(a_repetition(), a_document(text)))


def a_consistency(*either: object, **keys: object) -> PackRule:
    return a_rule(kind="consistency", either=list(either), message="{forms}. Which?", **keys)


def test_the_rarest_form_is_marked_and_the_others_are_related() -> None:
    document = a_document("Adviser, adviser, adviser.", "An Advisor. Adviser.")
    match = matches(a_consistency(["adviser", "advisor"]), document)[0]
    assert match.span.of(document.prose) == "Advisor"
    assert match.replacements == ("Adviser",)
    assert match.details["forms"] == "‘adviser’ 4 times, ‘Advisor’ once"
    assert [(related.span.of(document.prose), related.note) for related in match.related] == [("Adviser", "“adviser” 4 times")]


def test_of_equally_common_forms_the_later_is_marked() -> None:
    assert found(a_consistency(["adviser", "advisor"]), "An advisor, an adviser.") == ["adviser"]


def test_a_second_place_of_the_rarest_form_is_related_and_no_second_mark() -> None:
    document = a_document("advisor advisor adviser adviser adviser")
    (match,) = matches(a_consistency(["adviser", "advisor"]), document)
    assert match.details["forms"] == "‘adviser’ 3 times, ‘advisor’ twice"
    assert [(related.span.start, related.note) for related in match.related] == [
        (16, "“adviser” 3 times"),
        (8, "“advisor” again"),
    ]


def test_one_form_alone_is_consistent() -> None:
    rule = a_consistency(["adviser", "advisor"])
    assert found(rule, "An adviser, an adviser.") == []
    assert found(rule, "An adviser. “An advisor,” she said.") == []


def test_each_list_is_looked_at_by_itself() -> None:
    rule = a_consistency(["adviser", "advisor"], ["grey", "gray"])
    assert found(rule, "adviser grey grey gray") == ["gray"]
    assert found(rule, "adviser grey gray advisor") == ["gray", "advisor"]


def test_a_least_number_of_forms_can_be_asked_for() -> None:
    rule = a_consistency(["one", "two", "three"], minimum=3)
    assert found(rule, "one two two") == []
    assert found(rule, "one two two three three") == ["one"]


def test_of_overlapping_forms_the_longer_counts() -> None:
    assert found(a_consistency(["us", "us army"]), "The US Army and the US Army") == []


def test_a_replacement_is_offered_where_both_forms_are_plain() -> None:
    plain = a_consistency({"Isis": "isis", "IS": "(?-i:IS)"})
    assert swapped(plain, "IS, IS, ISIS") == [("ISIS", ("IS",))]
    assert swapped(plain, "ISIS, ISIS and IS") == [("IS", ("ISIS",))]
    assert swapped(a_consistency([r"(\w+)ise", r"(\w+)ize"]), "realise, realise, realize") == [("realize", ())]
    assert swapped(a_consistency({"in numbers": r"\d+", "in words": "ten"}), "10 12 ten") == [("ten", ())]
    assert swapped(a_consistency(["e-mail", "Email"]), "Email Email e‑mail") == [("e‑mail", ("Email",))]


def test_names_of_forms_are_shown() -> None:
    match = matches(a_consistency({"numerals": r"\d+", "words": "ten"}), a_document("10 12 ten"))[0]
    assert match.details["forms"] == "‘numerals’ twice, ‘words’ once"


def test_a_slow_form_is_a_fault_and_other_lists_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.05)
    rule = a_consistency(["c(?:a|a|b?a)+d", "word"], ["grey", "gray"], bounds=False)
    first, second = outcomes(rule, a_document("word grey gray " + "c" + "a" * 40 + "! ad"))
    assert isinstance(first, Fault)
    assert not isinstance(second, Fault)


def an_occurrence(**keys: object) -> PackRule:
    return a_rule(kind="occurrence", **{"pattern": "and", "per": "sentence", "message": "{count} of {limit}", **keys})


def test_the_first_match_past_the_most_is_marked_in_each_unit() -> None:
    document = a_document("One and two. One and two and six and ten.", "And and and.")
    starts = {"sentence": [25, 47], "paragraph": [17, 47], "story": [17]}
    for per, expected in starts.items():
        assert [match.span.start for match in matches(an_occurrence(max=1, per=per), document)] == expected
    assert matches(an_occurrence(max=2, per="story"), document)[0].details == {"count": "7", "limit": "2"}
    assert found(an_occurrence(max=0), "A and b.") == ["and"]


def test_a_unit_with_too_few_is_marked_whole() -> None:
    assert found(an_occurrence(min=1), "Red and blue. Red or blue.", "Nothing") == ["Red or blue.", "Nothing"]
    assert found(an_occurrence(min=1, per="paragraph"), "A and b. C or d.", "Nothing") == ["Nothing"]
    assert found(an_occurrence(min=2, per="story"), ("caption", "And"), "A", "B") == ["And\n\nA\n\nB"]
    assert found(an_occurrence(min=2, per="story", blocks=["byline"]), "A") == []
    assert found(an_occurrence(min=2, per="story", blocks=["paragraph"]), ("headline", "And and"), "A") == ["A"]


def a_conditional(**keys: object) -> PackRule:
    return a_rule(kind="conditional", **{"first": r"(?-i:([A-Z]{2,}))", "second": r"\w+ \({1}\)", **keys})


def test_no_word_of_the_copy_is_kept_for_other_processes() -> None:
    assert found(a_conditional(), "The QZX said so.") == ["QZX"]
    kept = [text for _, text, *_ in CODES._known]
    assert r"(?-i:([A-Z]{2,}))" in kept
    assert not any("QZX" in text for text in kept)


def test_what_asks_for_something_is_marked_once_where_it_is_missing() -> None:
    assert found(a_conditional(), "The WHO, the WHO and the IMF.", "The Fund (IMF) is new.") == ["WHO"]


def test_what_is_asked_for_may_have_to_come_before() -> None:
    rule = a_conditional(where="before")
    assert found(rule, "The Fund (IMF) said: IMF.") == []
    assert found(rule, "The IMF said.", "The Fund (IMF) said.") == ["IMF"]
    assert found(a_conditional(second=r"{1} \(\w+", where="before"), "The IMF (a fund) said: IMF.") == []


def test_groups_are_taken_to_the_letter() -> None:
    rule = a_conditional(first=r"about (\S+)", second="see {1}")
    assert found(rule, "About a.b? See a.b?") == []
    assert found(rule, "About a.b? See axb?") == ["About a.b?"]
    assert found(a_conditional(first="about (x)?y", second="z{1}z"), "About y. Zz.") == []


def test_case_counts_where_it_matches() -> None:
    assert found(a_conditional(first="(word)", second=r"\({1}\)", case="match"), "word Word (word)") == []
    assert found(a_conditional(first="word", second="other", case="match"), "word Word Other") == ["word"]
    assert found(a_conditional(first="word", second="other"), "word Word") == ["word"]


def test_a_hundred_thousand_things_to_ask_for_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.1)
    text = " ".join(f"A{number}" for number in range(20_000))
    last = outcomes(a_conditional(first=r"(A\d+)", second="see {1} or [a-z] {1}"), a_document(text))[-1]
    assert isinstance(last, Fault)


def a_capitalization(**keys: object) -> PackRule:
    return a_rule(kind="capitalization", **keys)


def test_phrases_are_written_as_they_are_listed() -> None:
    rule = a_capitalization(forms=["al-Qaeda", "iPhone", "White House", "don't Panic"])
    text = "Al-Qaeda has IPhones and an Iphone, an iPhone; the Al‑Qaeda, a white\nhouse, DON’T panic."
    assert swapped(rule, text) == [
        ("Iphone", ("iPhone",)),
        ("Al‑Qaeda", ("al-Qaeda",)),
        ("white\nhouse", ("White House",)),
        ("DON’T panic", ("don't Panic",)),
    ]


def test_a_line_of_capitals_is_left_alone() -> None:
    rule = a_capitalization(forms=["White House", "iPhone"])
    assert found(rule, ("headline", "WHITE HOUSE"), "The WHITE HOUSE.", "“IPhone,” no: 1. IPhone") == ["WHITE HOUSE"]


def test_of_overlapping_phrases_the_longer_counts() -> None:
    assert found(a_capitalization(forms=["house", "White House"]), "a White House, a House") == ["House"]


@pytest.mark.parametrize(
    ("style", "text", "result"),
    [
        ("sentence", "the Cat Sat on NATO’s iPhone: Who Won?", "The cat sat on NATO’s iPhone: Who won?"),
        ("sentence", "A US-Trained man", "A US-Trained man"),
        ("sentence", "A Plan", "A plan"),
        ("title", "the cat of many Colours it", "The cat of Many Colours It"),
        ("upper", "The Cat", "THE CAT"),
        ("lower", "The Cat", "the cat"),
    ],
)
def test_blocks_are_put_in_their_style(style: str, text: str, result: str) -> None:
    rule = a_capitalization(style=style, blocks=["headline"])
    expected = [] if text == result else [(text, (result,))]
    assert swapped(rule, ("headline", text), "Some Other Words") == expected
    assert swapped(rule, ("headline", result)) == []


def test_allowed_words_and_names_keep_their_capitals() -> None:
    rule = a_capitalization(style="sentence", blocks=["headline"], allow=["Cat", "I"])
    assert found(rule, ("headline", "The Cat and I")) == []
    headline = ("headline", "The mayor meets Joan Smithson again")
    assert found(rule, headline, "The mayor met a friend, Joan Smithson. Again.") == []
    assert found(rule, headline, "The mayor met a friend.") == [headline[1]]


def test_known_names_keep_their_capitals() -> None:
    name = Name("red-cross", "org", "Red Cross")
    document = a_document(("headline", "The mayor meets the Red Cross Again"), names=(name,))
    (match,) = matches(a_capitalization(style="sentence", blocks=["headline"]), document)
    assert match.replacements == ("The mayor meets the Red Cross again",)


@pytest.mark.parametrize(
    "rule",
    [
        a_repetition(pattern="c(?:a|a|b?a)+d", bounds=False),
        an_occurrence(pattern="c(?:a|a|b?a)+d", max=1, bounds=False),
        a_conditional(first="c(?:a|a|b?a)+d", second="x", bounds=False),
    ],
    ids=["repetition", "occurrence", "conditional"],
)
def test_any_kind_tells_of_a_slow_pattern(rule: PackRule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.05)
    assert [type(outcome) for outcome in outcomes(rule, a_document("c" + "a" * 40 + "! ad"))] == [Fault]


def test_a_slow_form_of_capitals_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0.0)
    assert [type(o) for o in outcomes(a_capitalization(forms=["Word"]), a_document("word"))] == [Fault]
