"""Blocks into sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from prose import KNOWLEDGE, a_document, a_paragraph, any_text, paragraphs

from copylint.analysis.sentences import sentences
from copylint.document import Knowledge


def _split(text: str, knowledge: Knowledge = KNOWLEDGE) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text, a_paragraph(text), knowledge)]


@pytest.mark.parametrize(
    "parts",
    [
        ("The vote failed.", "She left."),
        ("Did it fail?", "Yes!", "It did."),
        ("He said “no”.", "She left."),
        ("He said “no.”", "She left."),
        ("He called it “a start.”", "“It is,” she said."),
        ("It opens at 5 p.m.", "Police said so."),
        ("He went home at 6 a.m.", "The doors were open."),
        ("He moved to the U.S.", "The others stayed."),
        ("It was made by Acme Inc.", "The price is not known."),
        ("It cost 3.5 million.", "That is too much."),
        ("It happened in 2016.", "Nobody knew."),
        ("They read plan B.", "Nobody liked it."),
        ("They were taller than I.", "Smith left."),
        ("He waited…", "Nobody came."),
        ("He waited...", "Nobody came."),
        ("They lost. ...", "They won."),
        ("She was told. (He wasn’t.)", "They met."),
        ("The phone sold well.", "iPhone buyers waited."),
        ("The town fell.", "al-Qaeda said nothing."),
        ("The mayor spoke.", "de Blasio left."),
        ("Was it Smith?", "5 people said so."),
        ("He lives in LA.", "Smith doesn’t."),
        ("It was No. 5.", "It won."),
        ("He saw 11.", "Ten left."),
        ("The talks ended.", "\ufffc is a picture."),
        ("Go now.", "#copy is a tag."),
    ],
)
def test_a_stop_ends_a_sentence(parts: tuple[str, ...]) -> None:
    if parts[0].endswith("wasn’t.)"):
        parts = ("She was told.", "(He wasn’t.)", "They met.")
    if parts[0].endswith(". ..."):
        parts = ("They lost.", "... They won.")
    assert _split(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Smith met Gen. Jones on Sept. 11 at No. 5 St. James.",
        "DR. SMITH met GEN. JONES.",
        "J. K. Jones and George W. Bush met J.R. Smith.",
        "The U.S. Senate met at 10 a.m. Friday, or 9 p.m. EST, or 9 p.m. E.T. on TV.",
        "It costs 3.5 million, he wrote on example.com and www.example.org today.",
        "They used tactics like suicide. bombers and guns.",
        "“Why now?” he asked.",
        "“Why now?” Smith asked.",
        "“Stop!” Ann Lee said.",
        "He works for Yahoo! Japan and for others.",
        "He waited ... and waited.",
        "In Norfolk, Va. - the town - it rained.",
        "1. The first thing to know",
        "See pp. 5 and 6.",
        "Smith vs. Jones, Acme Inc. Chairman Lee said.",
        "He owns e.g. Apples and pears.",
        "… They won.",
        "The 2016 race; the end.” — Lee",
        "“Yes.”",
        "Ann (b. 1960) spoke.",
        "I. Newton wrote it.",
    ],
)
def test_a_stop_inside_a_sentence_leaves_it_whole(sentence: str) -> None:
    assert _split(sentence) == [sentence]


def test_a_quotation_without_its_speaker_ends_the_sentence() -> None:
    assert _split("“Why now?” Smith left.") == ["“Why now?”", "Smith left."]
    assert _split("“Why now?” Ann Lee") == ["“Why now?”", "Ann Lee"]
    assert _split("“Why now?” Then they left.") == ["“Why now?”", "Then they left."]


def test_without_knowledge_titles_end_sentences() -> None:
    assert _split("Dr. Smith left.", Knowledge()) == ["Dr.", "Smith left."]


def test_a_sentence_goes_on_over_a_wrapped_line() -> None:
    assert _split("One went.\nTwo\r\nstayed.") == ["One went.", "Two\r\nstayed."]


def test_no_sentence_crosses_a_block() -> None:
    prose, blocks = paragraphs("No stop here", "Nor here")
    assert [(s.span.of(prose), s.block) for s in sentences(prose, blocks, KNOWLEDGE)] == [("No stop here", 0), ("Nor here", 1)]


@given(any_text)
def test_sentences_hold_all_that_blocks_hold(text: str) -> None:
    document = a_document(text)
    found = document.sentences
    for sentence in found:
        assert document.blocks[sentence.block].span.contains(sentence.span)
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert "".join("".join(s.span.of(text).split()) for s in found) == "".join(text.split())
