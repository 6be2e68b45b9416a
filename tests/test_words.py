"""The words of a text by what they are, and what looks for things only where their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import a_document, any_text

from copylint.analysis import document as analysis_document
from copylint.analysis.cue import Cue, cues
from copylint.analysis.introduction import _OR, _alternatives
from copylint.analysis.name_form import Form, Found, _index, _longest, found_forms, plain
from copylint.checks.attribution import _claim
from copylint.document import Document, Knowledge, Name
from copylint.example import parsed
from copylint.kit import assembled
from copylint.linter import _function
from copylint.words import Words

KIT = assembled(installed=False)
RULES = [rule for rule in KIT.rules.values() if rule.family == "ATT" and rule.check]
EXAMPLES = [
    parsed(example if isinstance(example, str) else example.text).text for rule in RULES for example in (*rule.bad, *rule.good)
]
copy_like = st.lists(st.sampled_from(EXAMPLES), max_size=6).map("\n\n".join)
TWISTS = st.sampled_from(
    [(" ", "\n"), (" ", "\u00a0"), ("s", "ſ"), ("i", "İ"), ("i", "ı"), ("K", "\u212a"), (" ", "-"), ("a", "A"), ("", "")]
)


@st.composite
def twisted(draw: st.DrawFn) -> str:
    """Copy in which rules find things, with a few letters and spaces such as trip up whoever looks for words."""
    text = draw(copy_like)
    for old, new in draw(st.lists(TWISTS, max_size=2)):
        places = [match.start() for match in re.finditer(re.escape(old), text)] if old else []
        for place in reversed(draw(st.lists(st.sampled_from(places), max_size=5, unique=True).map(sorted)) if places else []):
            text = text[:place] + new + text[place + 1 :]
    return text


def words_of(text: str) -> Words:
    return a_document(text).words


def test_a_word_stands_where_it_is_written_in_any_capitals():
    text = "Said SAID said, sAiD; unsaid, “said”-like: ſaid it was said’s"
    words = words_of(text)
    assert [words.surface(number) for number in words.places(frozenset(["said"]))] == [
        "Said",
        "SAID",
        "said",
        "sAiD",
        "said",
        "ſaid",
        "said’s",
    ]


def test_marks_and_parts_of_words_have_places():
    words = words_of("ISIS-linked men, 5% of 2b-3 it’s")
    assert [[words.surface(number) for number in words.places(frozenset([word]))] for word in ("linked", "%", "3", "s")] == [
        ["ISIS-linked"],
        ["%"],
        ["2b-3"],
        ["it’s"],
    ]


def test_pairs_stand_right_beside_each_other():
    words = words_of("He said to her: said he to us, about 5, about us")
    assert words.pairs(frozenset(["said"]), frozenset(["to"])) == [1]
    assert words.pairs(frozenset(["absent"]), frozenset(["to"])) == []
    assert words.pairs(frozenset(["about"]), frozenset(["to"]), or_digits=True) == [10]


def test_digits_are_the_tokens_that_hold_one():
    words = words_of("The 14percent of 2, and ISIS-5b; no")
    assert [words.surface(number) for number in words.digits] == ["14percent", "2", "ISIS-5b"]


def test_a_token_is_called_by_its_parts():
    words = words_of("Said ISIS-linked")
    assert set(words.called(0)) == {"said"}
    assert set(words.called(1)) == {"isis-linked", "isis", "linked"}


@given(st.one_of(any_text, twisted()), st.sampled_from(["said", "is", "some", "isis", "kill", "5", "%", "it"]))
def test_no_place_of_a_word_is_missed(text, word):
    words = words_of(text)
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    expected = {number for number in range(len(words)) if whole.search(words.surface(number))}
    assert expected <= set(words.places(frozenset([word])))
    assert words.places(frozenset([word])) == sorted(set(words.places(frozenset([word]))))


@given(any_text)
def test_the_index_has_each_token_once(text):
    words = words_of(text)
    assert sorted(number for numbers in words.index.values() for number in numbers) == list(range(len(words)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@given(text=twisted())
def test_a_rule_on_sourcing_finds_as_much_in_all_paragraphs(rule, text):
    check = _function(rule.check)
    here = list(check(a_document(text, KIT.knowledge)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_claim, "_holders", lambda document, _: document.body())
        assert list(check(a_document(text, KIT.knowledge))) == here


def _every_cue(words: Words, forms: dict[str, str]) -> Iterator[Cue]:
    """The cues by trying every form at every token, the longest first."""
    folded = [words.folded(number) for number in range(len(words))]
    reached = 0
    for number in range(len(words)):
        for form in sorted(forms, key=lambda form: -len(form.split())):
            parts = form.split()
            if number >= reached and folded[number : number + len(parts)] == parts:
                if len(parts) > 1 or not form.startswith("claim"):
                    reached = number + len(parts)
                    yield Cue(number, reached, forms[form])
                break


@given(
    st.lists(st.sampled_from(["said", "in", "a", "statement", "In A", "as", "saying", "SAYING", "he", ".", "“"])).map(" ".join)
)
def test_cues_are_those_that_trying_every_form_finds(text):
    forms = {"said": "say", "in a statement": "phrase", "in": "noun", "as saying": "phrase", "saying": "say"}
    words = words_of(text)
    assert list(cues(words, forms)) == list(_every_cue(words, forms))


def _every_form(words: Words, names: Sequence[Name]) -> Iterator[Found]:
    """The names by trying every form at the start of every token and after its last hyphen."""
    forms = [
        Form(plain(text), tuple(plain(text).split(" ")), number, text not in name.misspelt)
        for number, name in enumerate(names)
        for text in (name.canonical, *name.allowed, *name.misspelt)
    ]
    forms.sort(key=lambda form: -len(form.text))
    end = 0
    for number in range(len(words)):
        surface = words.surface(number)
        place = surface.rfind("-") + 1
        lead = re.match(r"[^\W_]+", surface)
        is_led = lead is not None and any(re.findall(r"[^\W_]+", form.text)[0].lower() == lead[0].lower() for form in forms)
        start = words.starts[number] + (0 if is_led else place)
        small = words.prose[start : start + 1].islower()
        head = re.match(r"[^\W_]+", words.prose[start:])
        here = [form for form in forms if head and re.findall(r"[^\W_]+", form.text)[0].lower() == head[0].lower()]
        found = _longest(words.prose, start, tuple(form for form in here if form.text[0].islower() or not small))
        if found and start >= end:
            end = found.span.end
            yield found


NAMES = (
    Name("state", "group", "Northern State", allowed=("NS", "the Northern State of the Hills"), misspelt=("North State",)),
    Name("qel", "group", "al-Qel", allowed=("Al Qel",)),
    Name("isles", "place", "The Isles", allowed=("the Isles",)),
)
PIECES = [
    "Northern",
    "northern",
    "North",
    "State",
    "state",
    "NS",
    "anti-NS",
    "NS-led",
    "the",
    "The",
    "THE",
    "of",
    "Hills",
    "al-Qel",
]
PIECES += ["Al", "Qel", "Isles", ".", "“", "\n", " ", "-", "’s"]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", ""]))
def test_names_are_those_that_trying_every_form_finds(pieces, between):
    words = words_of(between.join(pieces))
    assert list(found_forms(words, NAMES)) == list(_every_form(words, NAMES))


@given(
    st.lists(
        st.sampled_from([", or", " or", "or", " also known as", " known as", " a.k.a.", ",", " ABC", "the ", " (", "\n"])
    ).map("".join)
)
def test_other_names_are_those_that_the_whole_text_has(text):
    assert [match.span() for match in _alternatives(words_of(text))] == [match.span() for match in _OR.finditer(text)]


def test_cues_are_looked_for_once(monkeypatch):
    calls = []
    monkeypatch.setattr(analysis_document, "cues", lambda words, forms: calls.append(forms) or cues(words, forms))
    document: Document = a_document("“It rained,” said Lee. He said it snowed.", Knowledge(cues={"said": "say"}))
    assert document.quotes
    assert document.attributions
    assert len(calls) == 1


def test_what_is_known_of_names_is_indexed_once_a_run():
    first, second = words_of("NS men came."), words_of("NS men left.")
    list(found_forms(first, NAMES))
    index = _index(NAMES)
    list(found_forms(second, NAMES))
    assert _index(NAMES) is index
    assert _index((*NAMES, *NAMES)) is not index
