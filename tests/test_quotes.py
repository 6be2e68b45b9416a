"""Quotations: which marks open and close, and which are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from prose import a_document, a_paragraph, a_source, any_text, paragraphs

from copylint.analysis.blocks import blocks
from copylint.analysis.quotes import quotes
from copylint.document import Block, BlockKind, Knowledge
from copylint.spans import Span


def _quoted(text: str) -> list[str]:
    return [quote.span.of(text) for quote in quotes(text, a_paragraph(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said ``yes'' and left.", ["``yes''"]),
        ("He said ''yes'' and left.", ["''yes''"]),
        ("He said «yes» and „no“ and „maybe”.", ["«yes»", "„no“", "„maybe”"]),
        ("He said ‘yes’ and 'no'.", ["‘yes’", "'no'"]),
        ("“He said ‘yes’ to me,” she said.", ["“He said ‘yes’ to me,”"]),
        ("‘He said “yes” to me,’ she said.", ["‘He said “yes” to me,’"]),
        ("'He said \"yes\" to me,' she said.", ["'He said \"yes\" to me,'"]),
        ("“A “b” c,” she said.", ["“A “b” c,”"]),
        ('The “work-related" mail.', ['“work-related"']),
        ('The "work-related” mail and “more”.', ['"work-related”', "“more”"]),
        ("It was “mostly false.“ He left.", ["“mostly false.“"]),
        ("It was ”mostly” false.", ["”mostly”"]),
        ("It was (“so”) and “so”—“so”.", ["“so”", "“so”", "“so”"]),
        ('A "drummer\'\u2009", he said, "is it".', ['"drummer\'\u2009"', '"is it"']),
        ('He said "...and so on".', ['"...and so on"']),
    ],
)
def test_a_quotation_runs_from_mark_to_mark(text: str, found: list[str]) -> None:
    assert _quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It didn’t and it didn't.",
        "The workers’ rights and ISIS' offshoot, the girls’.",
        "The ’90s, the '90s, the ‘90s, ’em and 'em, class of '98 and '99.",
        "Rock ’n’ roll, rock 'n' roll, rock ‘n’ roll, fish n' chips.",
        'He is 6\'2" tall, 5" wide and 6\' 10" long.',
        "’Tis the season; 'twas so, 'til then, 'cause I say so.",
        "‘Abd al-Rahman’s men left.",
        'A 5" pipe.',
        'A stray” mark and a stray" mark.',
        "Jose\u0301’s and José's.",
        "It’s the boss’.",
    ],
)
def test_an_apostrophe_or_a_measure_is_no_quotation(text: str) -> None:
    assert _quoted(text) == []


def test_the_single_marks_of_a_headline_leave_the_possessive_alone() -> None:
    assert _quoted("Cash promised to ‘brave’ bombers’ families") == ["‘brave’"]
    assert _quoted("Cash promised to 'brave' bombers' families") == ["'brave'"]


def test_a_plural_possessive_inside_a_single_quotation_doesnt_close_it() -> None:
    assert _quoted("The ‘workers’ rights group’ met.") == ["‘workers’ rights group’"]


def test_a_quotation_that_ends_in_s_closes_where_nothing_better_comes() -> None:
    assert _quoted("The ‘heroes’ of the town met.") == ["‘heroes’"]
    assert _quoted("The ‘heroes’ and the ‘villains’ met.") == ["‘heroes’", "‘villains’"]
    assert _quoted(f"The ‘heroes’ {'went on ' * 10} to the boss’.") == ["‘heroes’"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    prose, parts = paragraphs("He said: “We go.", "Nobody came.", "She said “no”.")
    first, second = quotes(prose, parts)
    assert (first.span.of(prose), first.inside.of(prose), first.is_closed) == ("“We go.", "We go.", False)
    assert (second.span.of(prose), second.is_closed) == ("“no”", True)


def test_an_unclosed_single_quotation_is_one_where_a_quotation_begins() -> None:
    text = "She said: ‘We go."
    (quote,) = quotes(text, a_paragraph(text))
    assert (quote.span.of(text), quote.is_single, quote.is_closed) == ("‘We go.", True, False)


def test_a_quotation_that_never_closes_doesnt_hide_the_next() -> None:
    assert _quoted("He said “we go. She said “no”.") == ["“we go. She said", "“no”"]
    assert _quoted("A “b “c “d”.") == ["“b", "“c", "“d”"]


def test_a_quotation_over_paragraphs_is_one_with_parts() -> None:
    prose, parts = paragraphs("“One,” he said. “Two.", "“Three.", "“Four,” he said. “Five.”")
    found = quotes(prose, parts)
    assert [quote.span.of(prose) for quote in found][0::2] == ["“One,”", "“Five.”"]
    long = found[1]
    assert [part.of(prose) for part in long.parts] == ["“Two.", "“Three.", "“Four,”"]
    assert (long.is_closed, long.is_single, long.span.start, long.span.end) == (
        True,
        False,
        long.parts[0].start,
        long.parts[2].end,
    )
    assert long.inside.of(prose).startswith("Two.")
    assert long.inside.of(prose).endswith("Four,")


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("‘", "’"), ("“", "”")])
def test_any_mark_can_run_over_paragraphs(opening: str, closing: str) -> None:
    prose, parts = paragraphs(f"{opening}One.", f"{opening}Two.{closing}")
    (quote,) = quotes(prose, parts)
    assert [part.of(prose) for part in quote.parts] == [f"{opening}One.", f"{opening}Two.{closing}"]


def test_page_furniture_doesnt_interrupt_a_quotation_over_paragraphs() -> None:
    prose, parts = paragraphs("“One.", "Advertisement", "“Two.”")
    parts = (parts[0], Block(BlockKind.FURNITURE, parts[1].span), parts[2])
    (quote,) = quotes(prose, parts)
    assert [part.of(prose) for part in quote.parts] == ["“One.", "“Two.”"]


def test_a_headline_opens_no_quotation_for_the_text_below_it() -> None:
    prose, parts = paragraphs("The “end", "“No,” he said.")
    parts = (Block(BlockKind.HEADLINE, parts[0].span), parts[1])
    assert [(q.span.of(prose), q.is_closed) for q in quotes(prose, parts)] == [("“end", False), ("“No,”", True)]


def test_a_quotation_that_the_last_paragraph_leaves_open_is_listed() -> None:
    prose, parts = paragraphs("“One.", "“Two.")
    (quote,) = quotes(prose, parts)
    assert (len(quote.parts), quote.is_closed) == (2, False)


def test_a_whole_article_in_doubtful_marks_stays_within_its_blocks() -> None:
    source = a_source('Head "line\n\nHe said "yes.\n\nShe said "no" to him.\n\nThey left.')
    found = quotes(source.prose, blocks(source, Knowledge()))
    assert [quote.span.of(source.prose) for quote in found] == ['"line', '"yes.', '"no"']


@pytest.mark.parametrize("text", ["“" * 20_000, '"' * 20_000, "'" * 20_000, " “a" * 20_000, " ‘as’ b" * 20_000, " 'a" * 20_000])
def test_hostile_marks_take_no_longer_than_their_length(text: str) -> None:
    assert all(quote.span.end <= len(text) for quote in quotes(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))


@given(any_text)
def test_quotations_lie_in_blocks_in_order_without_overlaps(text: str) -> None:
    document = a_document(text)
    found = quotes(text, document.blocks)
    spans = [block.span for block in document.blocks]
    parts = sorted(part for quote in found for part in quote.parts)
    assert all(any(span.contains(part) for span in spans) for part in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert [quote.span.start for quote in found] == sorted(quote.span.start for quote in found)
    for quote in found:
        assert quote.span.contains(quote.inside)
        assert (quote.parts[0].start, quote.parts[-1].end) == (quote.span.start, quote.span.end)
        assert quote.speaker is None
    assert found == quotes(text, document.blocks)


def test_a_quotation_inside_a_paragraph_that_runs_on_is_kept() -> None:
    prose, parts = paragraphs('"We saw it.', '"It was like “Jaws” there.', '"And then it ended."')
    assert "“Jaws”" in [quote.span.of(prose) for quote in quotes(prose, parts)]
