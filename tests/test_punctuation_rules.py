"""Punctuation and residue rules beyond their examples: rows of marks, many slips at once, and the ways that save time."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from prose import KNOWLEDGE, a_document, a_paragraph, any_text

from copylint.checks.punctuation.stray_full_stop import RULE as STRAY_STOP
from copylint.checks.punctuation.unbalanced_bracket import RULE as BRACKET
from copylint.checks.punctuation.unbalanced_quote import RULE as QUOTE
from copylint.checks.residue.repeated_sentence import RULE as REPEATED
from copylint.document import Document
from copylint.rule import Rule

_pieces = (
    *("“We", "won,” ", ' "No', 'so" ', " 6'2\" ", ' 5"', " “", "” ", '"', "’ ", " ‘", "it’s", " word", "\n\n", "… ", "(", "—"),
    *(" near. The", " vs. The", " Dr. Lee", " 6 pm. The", " a.m. They", " fell! We", "?” he", " so.” The", ". the", ". "),
)
_marked_text = st.lists(st.sampled_from(_pieces), max_size=25).map("".join)


def _found(rule: Rule, text: str) -> list[str]:
    document = a_document(text, blocks=a_paragraph(text))
    assert callable(rule.check)
    return [match.span.of(text) for match in rule.check(document)]


@example('She said "no 6\'2" and left.')
@example("She said, “ no” and “yes” and left.” “ She” came.")
@example("She said no“, and left.”")
@given(st.one_of(any_text, _marked_text, _marked_text))
def test_plain_quotations_and_stops_are_found_as_all_others_are(text: str) -> None:
    document, again = a_document(text), a_document(text)
    with pytest.MonkeyPatch.context() as slow:
        slow.setattr("copylint.analysis.quotes._plain_quotes", lambda *_: [])
        slow.setattr("copylint.analysis.sentences._is_plain_end", lambda *_: False)
        found = again.bare_quotes, again.sentences
    assert found == (document.bare_quotes, document.sentences)


def _repeated(document: Document) -> list[tuple[int, int]]:
    """The sentences whose words have stood before, found by comparing all."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for sentence in document.sentences:
        words = tuple(word.casefold() for word in document.words_in(sentence.span))
        if len(words) >= 8 and document.blocks[sentence.block].kind in REPEATED.blocks:
            found += [(sentence.span.start, sentence.span.end)] if words in seen else []
            seen.add(words)
    return found


_some_sentences = st.sampled_from(
    (
        "One two five six seven eight nine ten. ",
        "ONE two – ﬁve, six (seven) eight nine ten. ",
        "Eins zwei drei vier Maß sechs sieben acht. ",
        "EINS zwei drei vier, MASS sechs sieben acht!\n\n",
        "Раз два три четыре пять шесть семь восемь.\n\n",
        "One two five six seven eight nine.\n\n",
        "A – – – – – – – B. ",
    )
)


@given(st.lists(_some_sentences, max_size=8))
def test_repeated_sentences_are_found_as_if_all_were_compared(repeated: list[str]) -> None:
    document = a_document("".join(repeated))
    assert callable(REPEATED.check)
    assert [(match.span.start, match.span.end) for match in REPEATED.check(document)] == _repeated(document)


def test_a_row_of_brackets_is_one_finding() -> None:
    assert _found(BRACKET, "The fund (((((((( set up paid for the bridge.") == ["(((((((("]


def test_speakers_are_not_looked_for_where_only_marks_count(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document("“We won, she said.", KNOWLEDGE)
    monkeypatch.setattr("copylint.analysis.speakers.with_speakers", None)
    assert callable(QUOTE.check)
    assert [match.span.start for match in QUOTE.check(document)] == [0]


def test_a_row_of_quotation_marks_is_no_quotation_and_one_finding() -> None:
    assert a_document("She wrote ““““““““ and left.").bare_quotes == ()
    assert _found(QUOTE, "She wrote ““““““““ and left.") == ["““““““““"]


def test_ten_slips_of_one_kind_in_a_paragraph_are_enough() -> None:
    assert len(_found(QUOTE, "She said “no and " * 30)) == 10
    assert len(_found(BRACKET, "She said (no and " * 30)) == 10


def test_a_sentence_of_one_word_hides_no_stray_stop() -> None:
    assert _found(STRAY_STOP, "They waited. Nothing. happened here.") == ["Nothing. happened"]
