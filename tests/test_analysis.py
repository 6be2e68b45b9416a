"""A source and knowledge become a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import KNOWLEDGE, a_document, a_source, any_text

from copylint.analysis import analyse
from copylint.document import BODY, BlockKind, Document
from copylint.spans import Span

ARTICLE = """\
Council votes to close libraries

By Ann Lee

The council voted on Monday, 3 May. “Nobody was asked,” Councillor Bo Vance said. “We will

“not forget it.” The U.S. was not asked.

5 min read
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return a_document(ARTICLE)


def test_a_document_has_the_source_and_knowledge_it_was_made_of() -> None:
    source = a_source(ARTICLE)
    document = analyse(source, KNOWLEDGE)
    assert (document.source, document.knowledge, document.prose) == (source, KNOWLEDGE, ARTICLE)


def test_each_part_is_computed_once(document: Document) -> None:
    assert document.blocks is document.blocks
    assert document.sentences is document.sentences
    assert document.tokens is document.tokens
    assert document.quotes is document.quotes
    assert document.entities is document.entities
    assert document.attributions is document.attributions


def test_the_parts_fit_together(document: Document) -> None:
    assert [block.kind.value for block in document.blocks] == ["headline", "byline", "paragraph", "paragraph", "furniture"]
    assert [sentence.block for sentence in document.sentences] == [0, 1, 2, 2, 2, 3, 3, 4]
    assert [quote.span.of(ARTICLE) for quote in document.quotes] == ["“Nobody was asked,”", "“We will\n\n“not forget it.”"]
    assert len(document.attributions) == len(document.sentences)


def test_the_block_of_an_offset_is_found(document: Document) -> None:
    assert document.block_at(0) == 0
    assert document.block_at(ARTICLE.index("By")) == 1
    assert document.block_at(ARTICLE.index("\n")) == -1
    assert document.block_at(len(ARTICLE)) == -1


def test_the_sentence_of_an_offset_is_found(document: Document) -> None:
    assert document.sentence_at(ARTICLE.index("“We")) == 4
    assert document.sentence_at(ARTICLE.index(" “We")) == -1
    assert document.sentence_at(ARTICLE.index("The U.S.") + 7) == 6


def test_an_empty_text_has_no_parts() -> None:
    document = a_document("")
    assert (document.block_at(0), document.sentence_at(0), document.is_quoted(Span(0, 0))) == (-1, -1, False)
    assert list(document.body()) == list(document.quotes) == list(document.attributions) == []


@pytest.mark.parametrize(
    ("words", "is_quoted"),
    [
        ("Nobody", True),
        ("“", True),
        ("asked,” Councillor", True),
        ("Monday, 3 May. “Nobody was asked,” Councillor", True),
        ("Councillor", False),
        ("The council", False),
        ("not forget it", True),
        ("The U.S.", False),
        ("\n\n“not", True),
    ],
)
def test_a_span_that_touches_a_quotation_is_quoted(document: Document, words: str, *, is_quoted: bool) -> None:
    start = ARTICLE.index(words)
    assert document.is_quoted(Span(start, start + len(words))) is is_quoted


def test_between_the_parts_of_a_quotation_nothing_is_quoted() -> None:
    text = "Head\n\nHe came. “One.\n\nAdvertisement\n\n“Two.”"
    document = a_document(text)
    start = text.index("Adv")
    assert not document.is_quoted(Span(start, start + 3))
    assert len(document.quotes) == 1


def test_the_body_is_what_holds_running_copy(document: Document) -> None:
    assert [block.kind for block in document.body()] == [BlockKind.PARAGRAPH] * 2
    assert [block.kind for block in document.body(BODY | {BlockKind.BYLINE})] == [BlockKind.BYLINE, *[BlockKind.PARAGRAPH] * 2]


@given(any_text, st.integers(0, 250), st.integers(0, 20))
def test_is_quoted_says_what_a_search_through_all_quotations_says(text: str, start: int, length: int) -> None:
    document = a_document(text)
    span = Span(start, start + length)
    assert document.is_quoted(span) == any(part.overlaps(span) for quote in document.quotes for part in quote.parts)


@given(any_text, st.integers(0, 250))
def test_what_holds_an_offset_is_found(text: str, offset: int) -> None:
    document = a_document(text)
    holding = [i for i, block in enumerate(document.blocks) if block.span.start <= offset < block.span.end]
    assert [document.block_at(offset)] == (holding or [-1])
    holding = [i for i, sentence in enumerate(document.sentences) if sentence.span.start <= offset < sentence.span.end]
    assert [document.sentence_at(offset)] == (holding or [-1])


@given(any_text)
def test_any_text_can_be_analysed(text: str) -> None:
    document = a_document(text)
    whole = Span(0, len(text))
    assert all(whole.contains(mention.span) for entity in document.entities for mention in entity.mentions)
    assert [attribution.sentence for attribution in document.attributions] == list(range(len(document.sentences)))
    assert all(whole.contains(quote.speaker) for quote in document.quotes if quote.speaker)
