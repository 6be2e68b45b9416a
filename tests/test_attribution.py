"""Which sentences say whose word they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from prose import a_document, any_text

from copylint.analysis.cue import cues
from copylint.document import Attribution, Block, BlockKind, Document, Knowledge
from copylint.spans import Span

CUES = {
    "said": "say",
    "told": "say",
    "claimed": "say",
    "showed": "report",
    "wants": "attitude",
    "allegations": "noun",
    "according to": "phrase",
    "in a statement": "phrase",
    "in": "odd",
}
KNOWN = Knowledge(cues=CUES)


def attributed(text: str) -> tuple[Document, tuple[Attribution, ...]]:
    document = a_document(text, KNOWN)
    return document, tuple(document.attributions)


def who(text: str) -> str | None:
    """The source of the first sentence."""
    _, (attribution, *_) = attributed(text)
    return attribution.source.of(text) if attribution.source else None


def score(text: str) -> float:
    return attributed(text)[1][0].score


def test_each_sentence_has_one_attribution_in_order():
    document, found = attributed("Ann Lee said so. It rained.\n\nNobody came.")
    assert [one.sentence for one in found] == [0, 1, 2] == list(range(len(document.sentences)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Lee said that it rained.", "Ann Lee"),
        ("It rained, Ann Lee said.", "Ann Lee"),
        ("It rained, said Ann Lee, the mayor.", "Ann Lee"),
        ("It rained, said the mayor of Riverside on Monday.", "the mayor of Riverside"),
        ("Ann Lee, the mayor, said that it rained.", "Ann Lee"),
        ("Tom Roe knew that she had repeatedly said so.", "she"),
        ("The two officers who said so left.", "The two officers"),
        ("It rained, according to a study by Riverside University.", "a study by Riverside University"),
        ("According to the mayor, it rained.", "the mayor"),
        ("“It rained,” Ann Lee said.", "Ann Lee"),
        ("“It rained,” said Ann Lee.", "Ann Lee"),
        ("It was late. Ann Lee (the mayor), said so.", None),
        ("In May: the mayor, said so.", "the mayor"),
        ("The survey also showed a fall.", "The survey"),
        ("Said so.", None),
        ("It rained, according to.", None),
    ],
)
def test_the_source_stands_beside_its_cue(text, source):
    assert who(text) == source


def test_the_cue_is_told_with_the_score():
    text = "It rained, according to Ann Lee."
    _, (one,) = attributed(text)
    assert one.cue is not None
    assert one.cue.of(text) == "according to"


def test_reported_speech_scores_more_than_a_wish_and_a_wish_more_than_a_plain_claim():
    said, showed, wants, noun = (score(f"Ann Lee {word} it.") for word in ("said", "showed", "wants", "heard allegations of"))
    assert said > showed > wants > noun > 0.5 > score("Ann Lee left it.")


def test_a_cue_without_a_source_scores_less():
    assert score("Ann Lee said so.") > score("Said so.") > 0.5


def test_the_weightiest_cue_of_a_sentence_decides():
    text = "Tom Roe wants rain, Ann Lee said."
    assert who(text) == "Ann Lee"


def test_a_cue_inside_a_quotation_is_the_speakers_own():
    text = "A sign there had the words “Ann Lee said so” on it for a week or more than a week."
    assert attributed(text)[1][0].cue is None


def test_a_sentence_within_a_quotation_is_attributed():
    text = "Ann Lee said: “It rained. It rained for a week. Nobody came."
    assert [one.score > 0.9 for one in attributed(text + "”")[1]] == [True, True, True]


def test_a_quotation_that_runs_over_paragraphs_is_attributed_in_each():
    text = "“It rained,” Ann Lee said. “It rained for a week.\n\n“Nobody came.”"
    assert all(one.score > 0.9 for one in attributed(text)[1])


def test_the_more_of_a_sentence_is_quoted_the_more_it_scores():
    most = score("“It rained for a whole week and nobody came” there.")
    part = score("It was for all of us here a day “of rain and more rain” that nobody knew.")
    scare = score("It was a “day” of rain for all of us.")
    assert most > part > 0.5 > scare


def test_claiming_something_is_not_saying_it():
    assert score("The group claimed responsibility for it.") < 0.5
    assert score("The storm claimed forty lives.") < 0.5
    assert score("The group claimed that it rained.") > 0.9


def test_furniture_and_links_are_attributed_to_nobody():
    text = "Ann Lee said so"
    for kind in (BlockKind.FURNITURE, BlockKind.RELATED_LINK, BlockKind.CREDIT):
        document = a_document(text, KNOWN, blocks=(Block(kind, Span(0, len(text))),))
        assert document.attributions[0].score == 0


def test_phrases_go_before_the_single_words_they_begin_with():
    text = "It rained, she wrote in a statement in May."
    words = a_document(text).words
    assert [words.span(cue.first, cue.end).of(text) for cue in cues(words, CUES)] == ["in a statement", "in"]


def test_a_word_within_a_phrase_is_no_cue_of_its_own():
    forms = {"as saying": "phrase", "saying": "say"}
    text = "She was quoted as saying no."
    words = a_document(text).words
    assert [cue.kind for cue in cues(words, forms)] == ["phrase"]


@given(any_text)
def test_scores_are_shares_and_spans_lie_in_their_sentence(text):
    document = a_document(f"{text} Ann Lee said {text}", KNOWN)
    assert len(document.attributions) == len(document.sentences)
    for one in document.attributions:
        assert 0 <= one.score <= 1
        sentence = document.sentences[one.sentence].span
        assert all(sentence.contains(span) for span in (one.source, one.cue) if span)
