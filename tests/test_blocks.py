"""Sources into the parts of an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from prose import KNOWLEDGE, a_document, a_source, any_text, paragraphs

from copylint.analysis.blocks import blocks
from copylint.analysis.layout import chunks, lines
from copylint.document import Block, BlockKind

HEADLINE = "Council votes to close three village libraries"
BODY = (
    "The council voted on Monday to close three libraries in villages along the coast, after a debate that lasted five hours."
)
MORE = "Readers had handed in a petition with more than two thousand names, and many of them came to watch from the gallery."
WRAPPED = """\
The council voted on Monday to close three libraries in
villages along the coast, after a debate that lasted five
hours. Readers had handed in a petition with more than two
thousand names, and many of them came to watch.

Councillor Ann Lee said that nobody had been asked, and
that the money would be missed by nobody either, since it
was already spent.
"""


def _kinds(*texts: str, separator: str = "\n\n") -> list[str]:
    prose = separator.join(texts)
    return [block.kind.value for block in blocks(a_source(prose), KNOWLEDGE)]


def _kind_of(text: str) -> str:
    """The kind of a line that stands between two paragraphs."""
    kinds = _kinds(HEADLINE, BODY, text, MORE, MORE)
    assert len(kinds) == 5
    return kinds[2]


def test_the_first_line_is_the_headline() -> None:
    assert _kinds(HEADLINE, BODY, MORE) == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "first",
    [
        "Is the library closing?",
        "‘Nobody was asked,’ says Lee",
        "Village Libraries Close After Long Debate.",
        "Village libraries close after long debate.",
        "Village libraries close; \nreaders are angry. Nobody was asked.",
    ],
)
def test_a_headline_may_have_a_stop_or_two_decks(first: str) -> None:
    assert _kinds(first, BODY, MORE, BODY)[0] == "headline"


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "The mayor resigned on Monday.",
        "He left. Nobody knew why he did.",
        "Here is what to know:",
        "He left his office on a Monday, and the reason that he gave to all was that it had become too cold to work there in "
        "winter, so he went home for good.",
        "- a first item of a list",
        "x" * 201,
    ],
)
def test_a_paragraph_at_the_start_is_no_headline(first: str) -> None:
    assert _kinds(first, BODY, MORE)[0] in {"paragraph", "list-item"}


def test_a_text_of_one_line_is_a_paragraph() -> None:
    assert _kinds("Council votes to close three libraries") == ["paragraph"]
    assert _kinds("") == _kinds(" \n ") == []


def test_furniture_may_stand_before_the_headline() -> None:
    assert _kinds("Advertisement", HEADLINE, BODY) == ["furniture", "headline", "paragraph"]
    assert _kinds("Advertisement") == ["furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "BY ANN LEE",
        "By Ann Lee and Bo de Vries",
        "By Ann Lee, Chief Reporter",
        "Ann Lee, Political editor",
        "Ann Lee | Health correspondent",
        "The Associated Press",
        "Reuters in London",
        "Words by Ann Lee",
        "By Ann Lee in Paris",
    ],
)
def test_a_byline_stands_below_the_headline(line: str) -> None:
    assert _kinds(HEADLINE, line, BODY, MORE) == ["headline", "byline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    ["By Friday", "By Then They Left", "By Monday Morning", "By the sea", "Ann Lee, who left", "By " + "Ann " * 50],
)
def test_not_every_line_with_by_is_a_byline(line: str) -> None:
    assert "byline" not in _kinds(HEADLINE, line, BODY, MORE)


@pytest.mark.parametrize(
    "line",
    [
        "Friday, May 3, 2019",
        "3 May 2019",
        "May 3, 2019 at 10:30 a.m. EST",
        "Published 3 May 2019, 10.15 GMT",
        "2019-05-03",
        "Published: Fri 3rd May 2019 | Updated: Sat 4th May 2019",
        "Friday, May 3",
        "03/05/2019",
        "Friday, May 3, 2019\u00a0.",
    ],
)
def test_a_line_that_is_a_date_is_a_dateline(line: str) -> None:
    assert _kinds(HEADLINE, line, BODY, MORE)[1] == "dateline"


@pytest.mark.parametrize("line", ["May 3", "2019", "Friday 5", "The 3 of May 2019", "1,000 2,000 3,000", "May 2019 " * 20])
def test_not_every_line_with_a_number_is_a_dateline(line: str) -> None:
    assert "dateline" not in _kinds(HEADLINE, line, BODY, MORE)


def test_a_place_before_the_first_words_stays_in_its_paragraph() -> None:
    assert _kinds(HEADLINE, f"LONDON (Reuters) - {BODY}", MORE) == ["headline", "paragraph", "paragraph"]


def test_what_stands_between_headline_and_byline_is_the_standfirst() -> None:
    expected = ["headline", "standfirst", "byline", "dateline", "paragraph"]
    assert _kinds(HEADLINE, "Nobody was asked, say readers", "By Ann Lee", "3 May 2019", BODY) == expected
    assert _kinds(HEADLINE, "Nobody was asked, readers say.", "By Ann Lee", "3 May 2019", BODY) == expected
    assert _kinds(HEADLINE, "Nobody was asked, say readers", BODY)[1] == "subhead"


def test_a_name_above_the_date_is_the_byline() -> None:
    assert _kinds(HEADLINE, "Nobody was asked", "Ann Lee", "3 May 2019", BODY)[1:4] == ["standfirst", "byline", "dateline"]


def test_the_name_of_a_section_above_the_headline_is_furniture() -> None:
    assert _kinds("POLITICS", HEADLINE, BODY, MORE) == ["furniture", "headline", "paragraph", "paragraph"]
    assert _kinds("Politics", BODY, MORE, BODY) == ["headline", "paragraph", "paragraph", "paragraph"]


def test_a_date_below_the_first_paragraph_is_no_dateline() -> None:
    assert _kinds(HEADLINE, BODY, MORE, "Friday, May 3, 2019", BODY)[3] == "subhead"


@pytest.mark.parametrize("line", ["What happens next", "WHO PAYS", "3:40 p.m.", "10 a.m.", "The ‘lost’ books"])
def test_a_short_line_without_a_stop_is_a_subhead(line: str) -> None:
    assert _kind_of(line) == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "He left.",
        "What next?",
        "He said:",
        "“Nobody was asked.”",
        "and nobody was asked",
        "Nobody in the three villages had been asked before the vote was taken on Monday, they said",
        "Nobody had been asked before the vote, and so all were angry now",
        "— it was so",
    ],
)
def test_a_short_paragraph_is_no_subhead(line: str) -> None:
    assert _kind_of(line) == "paragraph"


def test_a_subhead_needs_a_paragraph_below_it() -> None:
    assert _kinds(HEADLINE, BODY, "What happens next") == ["headline", "paragraph", "paragraph"]
    assert _kinds(HEADLINE, BODY, "What happens next", "He left.")[2] == "paragraph"
    assert _kinds(HEADLINE, BODY, "What happens next", "Photo: Ann Lee", BODY)[2] == "paragraph"


@pytest.mark.parametrize("marker", ["•", "-", "–", "*", "█"])
def test_lines_with_bullets_are_list_items(marker: str) -> None:
    assert _kinds(HEADLINE, BODY, f"{marker} Books go.", f"{marker} Staff stay.", MORE)[2:4] == ["list-item", "list-item"]


def test_numbered_lines_are_list_items() -> None:
    assert _kinds(HEADLINE, BODY, "What we know", "1. Books go.", "2) Staff stay.", MORE)[2:5] == [
        "subhead",
        "list-item",
        "list-item",
    ]
    assert _kind_of("• Books go.") == "list-item"
    assert _kind_of("1. Books go to the schools.") == "paragraph"


def test_a_run_of_short_lines_is_a_list() -> None:
    assert _kinds(HEADLINE, BODY, "Ann Lee", "Bo Vance", "Cy Young", MORE)[2:5] == ["list-item"] * 3
    assert _kinds(HEADLINE, BODY, "Ann Lee", "Bo Vance", "Cy Young")[2:5] == ["list-item"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Readers at the library. Image: Ann Lee.",
        "Photo: Ann Lee",
        "Photograph: Ann Lee/The Paper",
        "PHOTO: Readers wait outside.",
        "FILE - In this photo, readers wait.",
        "FILE PHOTO: Readers wait",
        "Readers wait in 1969 (Image: ABCD)",
        "Ann Lee via Getty Images.",
        "Readers wait outside. (AP Photo/Ann Lee)",
        "Ann Lee / Reuters.",
        "File photo",
        "Photo by Ann Lee",
        "Readers wait (photo by Ann Lee).",
        "[Video: Readers wait]",
        "Readers outside. Photo: Ann Lee / AFP",
        "Getty Images",
    ],
)
def test_a_line_that_names_its_photographer_is_a_caption(line: str) -> None:
    assert _kind_of(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The picture: a village without books, and a council that has no answer to the people who asked for one.",
        "He took a photo of Ann Lee.",
        "She said the image was taken by Ann Lee.",
        "They met via Zoom.",
        "The company sold either/or to Lee/Vance.",
        f"Photo: {'word ' * 200}",
    ],
)
def test_not_every_line_with_a_picture_is_a_caption(line: str) -> None:
    assert _kind_of(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ann Lee; editing by Bo Vance",
        "(Additional reporting by Ann Lee in Paris; Editing by Bo Vance)",
        "Ann Lee contributed to this report.",
        "Ann Lee and Bo Vance contributed reporting from Paris.",
        "With files from Ann Lee",
        "Translated by Ann Lee.",
        "Source: The council.",
        "--additional reporting from Ann Lee.",
    ],
)
def test_who_else_reported_is_a_credit(line: str) -> None:
    assert _kind_of(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee said the money contributed to this report.",
        "“Reporting by others was bad,” he thinks.",
        "Editing is work.",
        "The rain contributed to the flood.",
        f"Reporting by {'x' * 600}",
    ],
)
def test_not_every_line_with_reporting_is_a_credit(line: str) -> None:
    assert _kind_of(line) == "paragraph"


def test_the_source_of_a_set_off_quotation_is_a_credit() -> None:
    assert _kind_of("— Ann Lee, councillor") == "credit"
    assert _kinds(HEADLINE, BODY, "— One", "— Two", MORE)[3] == "paragraph"


@pytest.mark.parametrize("line", ["5 min read", "Follow us on Facebook", "ADVERTISEMENT", "Share Tweet Email", "***", "___."])
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert _kind_of(line) == "furniture"


def test_a_mark_of_something_taken_out_is_no_furniture() -> None:
    assert _kind_of("\ufffc") == "paragraph"


def test_lines_after_a_label_are_links() -> None:
    links = ["Read more:", "Mayor resigns over ‘lost’ books", "Is this the end?"]
    assert _kinds(HEADLINE, BODY, *links) == ["headline", "paragraph", "related-link", "related-link", "related-link"]
    assert _kinds(HEADLINE, BODY, *links, BODY)[-1] == "paragraph"
    assert _kinds(HEADLINE, BODY, "Related", "5 min read", "Mayor resigns", BODY)[2:] == [
        "related-link", "furniture", "related-link", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Read more: Mayor resigns over lost books", "RELATED | Mayor resigns"])
def test_a_label_with_its_link_is_a_link_and_no_more(line: str) -> None:
    assert _kinds(HEADLINE, BODY, line, "What happens next", BODY)[2:] == ["related-link", "subhead", "paragraph"]


def test_a_line_is_a_paragraph_with_or_without_blank_lines() -> None:
    texts = [HEADLINE, "By Ann Lee", BODY, "5 min read", MORE]
    assert _kinds(*texts, separator="\n") == _kinds(*texts) == ["headline", "byline", "paragraph", "furniture", "paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_one_paragraph(end: str) -> None:
    prose = f"{HEADLINE}\n\n{WRAPPED}".replace("\n", end)
    found = blocks(a_source(prose), KNOWLEDGE)
    assert [block.kind.value for block in found] == ["headline", "paragraph", "paragraph"]
    assert found[1].span.of(prose).endswith("came to watch.")
    assert found[2].span.of(prose).endswith("already spent.")


def test_furniture_between_wrapped_lines_stands_alone() -> None:
    prose = WRAPPED.replace("\n\n", "\n5 min read\n")
    assert [block.kind.value for block in blocks(a_source(prose), KNOWLEDGE)] == ["paragraph", "furniture", "paragraph"]


def test_an_indented_line_opens_a_wrapped_paragraph() -> None:
    prose = WRAPPED.replace("came to watch.\n\nCouncillor", "came to watch the long debate.\n    Councillor")
    assert [block.span.of(prose)[:10] for block in blocks(a_source(prose), KNOWLEDGE)] == ["The counci", "Councillor"]


def test_head_and_subheads_of_wrapped_text_stay_apart() -> None:
    prose = f"Council votes to close three village libraries on the coast\nBy Ann Lee\n{WRAPPED}"
    prose = prose.replace("came to watch.\n\n", "came to watch it all that day.\nWHAT NEXT\n")
    kinds = [block.kind.value for block in blocks(a_source(prose), KNOWLEDGE)]
    assert kinds == ["headline", "byline", "paragraph", "subhead", "paragraph"]


def test_a_name_at_the_start_of_a_wrapped_line_opens_no_paragraph() -> None:
    prose = WRAPPED.replace("that the money would", "Bo Vance knew it would")
    assert [block.kind.value for block in blocks(a_source(prose), KNOWLEDGE)] == ["paragraph"] * 2


def test_items_of_a_list_in_wrapped_text_stay_apart() -> None:
    prose = (
        WRAPPED + "- one thing that is long enough to fill its line, more\n- two things that are long enough to fill a line, \n"
    )
    assert [block.kind.value for block in blocks(a_source(prose), KNOWLEDGE)][-2:] == ["list-item", "list-item"]


def test_short_lines_are_never_joined() -> None:
    prose = "red\nand blue\nor green"
    assert [span.of(prose) for span in chunks(prose, lambda _: False)] == ["red", "and blue", "or green"]


def test_lines_end_at_line_feeds_and_carriage_returns_only() -> None:
    assert [line.text for line in lines("a\u2028b\x85c\rd\r\ne\n\n f ")] == ["a\u2028b\x85c", "d", "e", "f"]


def test_blocks_of_a_format_stay_what_they_are() -> None:
    prose, parts = paragraphs(
        "Title here", BODY, "5 min read", "Read more:", "Mayor resigns", "Photo: Ann Lee", "Ann Lee left."
    )
    parts = (
        Block(BlockKind.SUBHEAD, parts[0].span, level=2),
        *parts[1:4],
        Block(BlockKind.LIST_ITEM, parts[4].span),
        *parts[5:],
    )
    found = blocks(a_source(prose, blocks=parts), KNOWLEDGE)
    assert [block.kind.value for block in found] == [
        "subhead", "paragraph", "furniture", "related-link", "related-link", "caption", "paragraph",
    ]  # fmt: skip
    assert found[0] is parts[0]
    assert [block.span for block in found] == [block.span for block in parts]


def test_byline_and_date_are_found_among_the_first_blocks_of_a_format() -> None:
    prose, parts = paragraphs(HEADLINE, "By Ann Lee", "3 May 2019", BODY, "By Ann Lee")
    parts = (Block(BlockKind.HEADLINE, parts[0].span), *parts[1:])
    found = blocks(a_source(prose, blocks=parts), KNOWLEDGE)
    assert [block.kind.value for block in found] == ["headline", "byline", "dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "text", ["word\n" * 20_000, "By A " * 20_000, "(" * 100_000, "Read more:\n" * 5_000, "—A\n" * 5_000, "\r\n" * 50_000]
)
def test_hostile_lines_take_no_longer_than_their_length(text: str) -> None:
    assert len(blocks(a_source(text), KNOWLEDGE)) <= text.count("\n") + 1


@given(any_text)
def test_blocks_hold_all_that_is_no_white_space(text: str) -> None:
    found = a_document(text).blocks
    assert "".join("".join(block.span.of(text).split()) for block in found) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(block.span.of(text).strip() == block.span.of(text) != "" for block in found)
    assert found == a_document(text).blocks
