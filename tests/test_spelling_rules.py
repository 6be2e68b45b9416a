"""Spelling rules beyond their examples: what the document says for a word that no list has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from prose import a_document, a_paragraph, any_text

from copylint.checks.spelling._capitals import names, openings
from copylint.checks.spelling._unknown import broken, doubtful, joined, sure
from copylint.document import Knowledge
from copylint.rule import Match

Check = Callable[..., Iterable[Match]]


def _found(check: Check, text: str, knowledge: Knowledge | None = None) -> list[tuple[str, str]]:
    document = a_document(text, blocks=a_paragraph(text), **({} if knowledge is None else {"knowledge": knowledge}))
    return sorted((match.span.of(text), match.replacements[0]) for match in check(document))


def test_each_place_of_a_misspelt_word_is_found():
    assert _found(sure, "The loundly cheered loundly left.") == [("loundly", "loudly"), ("loundly", "loudly")]


@pytest.mark.parametrize(
    "text",
    [
        "The loundly a loundly and loundly came.",  # a coinage
        "He met Loundly, and loundly was his name.",
        "See loundly.example or write to press@loundly for it.",
        "#loundly was the word, and /loundly the page.",
        "They call it the loundly zwrqvtx there.",
        "They call it de la loundly there.",
        "The Xyzwvian loundly was found in the sea.",
        "They loundlÃ±was broken.",
        "A dash- loundly broke.",
        "The loundly- dash broke.",
        "The pesh merga came.",
    ],
)
def test_a_word_that_the_story_supports_is_left_alone(text):
    assert _found(sure, text) == []


def test_the_vocabulary_of_the_house_is_left_alone():
    knowledge = Knowledge(vocabulary=frozenset(["loundly", "thurdsay"]))
    assert _found(sure, "It was loundly sung.", knowledge) == []
    assert _found(names, "It was Thurdsay at last.", knowledge) == []
    assert _found(names, "It was Thurdsay at last.") == [("Thurdsay", "Thursday")]


def test_a_part_of_a_compound_is_found_by_itself():
    assert _found(sure, "It was a univresity-led project, and pre-empted.") == [("univresity", "university")]


def test_words_run_together_and_broken_are_told_apart():
    assert _found(joined, "He spoke ofthe day.") == [("ofthe", "of the")]
    assert _found(broken, "They met to gether.") == [("to gether", "together")]
    assert _found(sure, "They met to gether.") == []
    assert _found(broken, "They met to\n\ngether.") == []


def test_a_doubtful_word_may_be_right_twice():
    assert _found(doubtful, "A spokeman said so.") == [("spokeman", "spokesman")]
    assert _found(doubtful, "A spokeman said so, the spokeman said.") == []


def test_a_name_beside_a_name_is_left_alone():
    assert _found(names, "It lies in Portugual now.") == [("Portugual", "Portugal")]
    assert _found(names, "It was Ann Portugual who came.") == []
    assert _found(names, "The Supreme Cuort and the Univeristy met.") == [("Univeristy", "University")]


def test_the_first_word_of_a_sentence_may_be_misspelt():
    assert _found(openings, "It fell. Eventualy it rose.") == [("Eventualy", "Eventually")]
    assert _found(openings, "It fell. Eventualy Smith rose.") == []
    assert _found(openings, "It was Eventualy who rose.") == []


@given(any_text)
def test_any_text_can_be_looked_at(text):
    for check in (sure, doubtful, joined, broken, names, openings):
        assert all(match.replacements for match in check(a_document(text)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The colour was her favorit. It was orgainzed.", ["favourite", "organised"]),
        ("The colour was her favorit; they organize. It was orgainzed.", ["favourite", "organized"]),
        ("The color was her favourit. It was orgainsed.", ["favorite", "organized"]),
        ("The thing was her favourit. It was orgainsed.", ["favourite", "organised"]),
        ("The color and the colour were her favorit.", ["favorite"]),
    ],
)
def test_what_is_meant_is_spelled_as_the_story_spells(text, meant):
    assert [replacement for _, replacement in _found(sure, text)] == meant
