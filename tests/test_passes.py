"""What is computed of a text, how often, and that none of it grows faster than the text does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from cpu_time import seconds
from prose import KNOWLEDGE, a_document

from copylint.document import Document
from copylint.linter import PythonChecker
from copylint.rule import Rule

COPY = (
    "Harbour opens again\n\nThe harbour opened on Monday. Ships came in from the north.\n\nPeople cheered on the quay all day."
)
RULES = tuple(
    import_module(f"copylint.checks.{name}").RULE
    for name in (
        "punctuation.mixed_quote_style",
        "punctuation.stray_full_stop",
        "punctuation.unbalanced_bracket",
        "punctuation.unbalanced_quote",
        "residue.page_furniture",
        "residue.repeated_sentence",
    )
)
PASSES = ("blocks", "quotes", "sentences", "tokens", "word_count")


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each pass has gone over a text."""
    counts: Counter[str] = Counter()
    module = import_module("copylint.analysis.document")

    def counted(name: str, plain: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object) -> object:
            counts[name] += 1
            return plain(*args)

        return run

    for name in PASSES:
        monkeypatch.setattr(module, name, counted(name, getattr(module, name)))
    return counts


def _run(document: Document, rules: tuple[Rule, ...]) -> None:
    for rule in rules:
        tuple(PythonChecker(rule).run(document, frozenset({rule.code})))


def test_nothing_is_computed_before_it_is_asked_for(passes: Counter[str]) -> None:
    a_document(COPY)
    assert not passes


def test_each_pass_goes_over_a_text_once(passes: Counter[str]) -> None:
    document = a_document(COPY + "\n\n“It’s open,” she said (at last. It rained.")
    for _ in range(2):
        _run(document, RULES)
        assert document.word_count
    assert passes == {"blocks": 1, "quotes": 1, "sentences": 1, "word_count": 1}


def test_clean_copy_without_marks_needs_no_pass_for_punctuation(passes: Counter[str]) -> None:
    _run(a_document(COPY), tuple(rule for rule in RULES if rule.family == "PUN"))
    assert not passes


def test_words_are_counted_without_tokens(passes: Counter[str]) -> None:
    assert a_document(COPY).word_count == 21
    assert passes == {"word_count": 1}


HOSTILE = (
    *" \n'\"“”‘’([.a1-…`!,A\u0301",
    *(
        "a. ",
        "A. ",
        "Ab. x ",
        "a. a.\n",
        "“a ",
        '"a ',
        "'a ",
        "s’ ",
        "(a ",
        "a) ",
        "a-",
        "1,",
        "a'",
        "<a",
        "“\n\n",
        "a.\n",
        "• a\n",
    ),
    *("word\n\n", "word\nword\n", "said? A b c ", "1. ", "a: ", "By Aa Bb, ", "‘“", "([{", "Read more:\n\n", "She said so. "),
)


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda size: opening * (size // 2) + closing * (size // 2)


def _texts() -> Iterator[tuple[str, Callable[[int], str]]]:
    for piece in HOSTILE:
        yield repr(piece), lambda size, piece=piece: piece * (size // len(piece))
    yield "nested brackets", _nested("(", ")")
    yield "nested quotations", _nested("“a ", " a”")


def _seconds(text: str) -> float:
    """The processor time that all passes and rules take on a text."""
    document = a_document(text, KNOWLEDGE)

    def passes_and_rules() -> None:
        for part in (document.blocks, document.sentences, document.bare_quotes, document.tokens):
            len(part)
        document.word_count  # noqa: B018  # it is a pass of its own
        for rule in RULES:
            assert rule.check is not None
            tuple(rule.check(document))

    return seconds(passes_and_rules)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in _texts()])
def test_time_grows_no_faster_than_the_text(text: Callable[[int], str]) -> None:
    small = min(_seconds(text(4_000)) for _ in range(2))
    # Eight times the text takes eight times as long where time grows with the size, sixty-four times where with its square.
    assert any(_seconds(text(32_000)) < 40 * max(small, 0.004) for _ in range(4))
