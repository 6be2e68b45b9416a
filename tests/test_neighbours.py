"""Contexts: what stands beside a word, and what it tells."""

from __future__ import annotations

import pytest

from copylint.errors import PackError
from copylint.knowledge import knowledge
from copylint.neighbours import ContextError, company, meanings


def _meant(text: str, *contexts: str, word: str = "word") -> str | None:
    """What is meant by a word of a sentence, if these contexts tell that another is."""
    words = text.split()
    at = words.index(word)
    asked = company(meanings({"other": contexts}))
    return asked.meant(lambda steps: words[at + steps] if 0 <= at + steps < len(words) else "", lambda: words)


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("the|a _", "in the word of"),
        ("_ of", "the word of"),
        ("to NOT? _ DET", "to word her"),
        ("to NOT? _ DET", "to never word her"),
        ("*ing _", "giving word of"),
        ("*'s _", "Lee's word of"),
        ("_ #", "a word 300 times"),
        ("_ Aa", "a word London knows"),
        ("^ _", "word is out"),
        ("^ _", "“ word is out"),
        ("_ $", "a word"),
        ("_ $", "a word , then"),
        ("!of _ on", "a word on it"),
        ("can't _", "She can’t word it"),
        ("_", "any word at all"),
        ("a _ ~gold|silver", "He gave gold for a word of"),
        ("a _ !~gold|silver", "He gave tin for a word of"),
        ("the ADJ _", "the national word"),
        ("the ADJ _", "the good word"),
    ],
)
def test_a_context_tells(context: str, text: str):
    assert _meant(text, context) == "other"


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("the|a _", "of word of"),
        ("to NOT? _ DET", "to very word her"),
        ("*ing _", "given word of"),
        ("*'s _", "it's word of"),
        ("_ #", "a word often"),
        ("^ _", "a word is out"),
        ("_ $", "a word of"),
        ("!of _ on", "of word on it"),
        ("may _", "In May word came"),
        ("a _ ~gold|silver", "He gave tin for a word of"),
        ("a _ !~gold|silver", "He gave gold for a word of"),
        ("the ADJ _", "the very word"),
    ],
)
def test_a_context_keeps_silent(context: str, text: str):
    assert _meant(text, context) is None


@pytest.mark.parametrize("context", ["the a", "_ _", "The _", "of| _", "NOUN _", "_ ~", "_ ~Gold"])
def test_a_context_that_cannot_be_read_is_refused(context: str):
    with pytest.raises(ContextError):
        meanings({"other": (context,)})


def test_confusions_of_several_packs_are_joined():
    packs = [("a.toml", {"breath": {"breathe": ["to _"]}}), ("b.toml", {"breath": {"breadth": ["_ of"]}})]
    known = knowledge((path, {"knowledge": {"confusions": table}}) for path, table in packs)
    assert known.confusions == {"breath": (("breathe", ("to _",)), ("breadth", ("_ of",)))}


@pytest.mark.parametrize(("word", "contexts"), [("Breath", ["to _"]), ("breath", ["to"])])
def test_a_confusion_that_cannot_be_read_is_told_with_its_pack(word: str, contexts: list[str]):
    with pytest.raises(PackError, match=r"a\.toml.*(?i:breath)"):
        knowledge([("a.toml", {"knowledge": {"confusions": {word: {"breathe": contexts}}}})])


def test_a_first_look_asks_the_two_neighbours_only():
    asked = company(meanings({"whether": ("decide|decided _ to",), "wether": ("_ flock",)}))
    assert asked.may_tell("decided", "it")
    assert asked.may_tell("a", "flock")
    assert not asked.may_tell("a", "to")
    assert company(meanings({"other": ("^ _ $",)})).may_tell("a", "word")
