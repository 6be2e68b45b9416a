"""Prose put together from pieces, and passages in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from copylint.document import BlockKind
from copylint.readers.passage import Passage
from copylint.readers.prose import Part, Piece, assembled
from copylint.spans import Segment, SegmentMap, Span

PARAGRAPH = BlockKind.PARAGRAPH


def part(*pieces: tuple[str, int, int]) -> Part:
    return Part(PARAGRAPH, tuple(Piece(text, Span(start, end)) for text, start, end in pieces))


def test_pieces_that_touch_become_one_segment() -> None:
    assert assembled("abcd", [part(("ab", 0, 2), ("cd", 2, 4))]).segments == (Segment(Span(0, 4), Span(0, 4)),)


def test_a_gap_between_pieces_parts_the_segments() -> None:
    assert assembled("a**b", [part(("a", 0, 1), ("b", 3, 4))]).segments == (
        Segment(Span(0, 1), Span(0, 1)),
        Segment(Span(1, 2), Span(3, 4)),
    )


def test_blocks_stand_two_line_feeds_apart_whatever_stands_between_them() -> None:
    prose = assembled("a | b", [part(("a", 0, 1)), part(("b", 4, 5))])
    assert prose.text == "a\n\nb"
    assert [block.span for block in prose.blocks] == [Span(0, 1), Span(3, 4)]
    assert SegmentMap(prose.segments).raw(Span(0, 4)) == Span(0, 5)


def test_replaced_text_of_the_same_length_is_no_copy() -> None:
    prose = assembled("a\r\nb", [part(("a", 0, 1)), part(("b", 3, 4))])
    assert prose.text == "a\n\nb"
    assert not any(segment.is_exact for segment in prose.segments[1:3])
    assert SegmentMap(prose.segments).raw(Span(1, 3)) == Span(1, 3)
    assert SegmentMap(prose.segments).raw(Span(3, 4)) == Span(3, 4)


def test_one_letter_for_another_keeps_its_place() -> None:
    assert assembled("x", [part(("y", 0, 1))]).segments == (Segment(Span(0, 1), Span(0, 1)),)


def test_white_space_at_the_edges_of_a_block_is_left_out() -> None:
    prose = assembled("  a &nbsp; ", [part(("  a ", 0, 4), ("\u00a0", 4, 10), (" ", 10, 11))])
    assert (prose.text, prose.segments) == ("a", (Segment(Span(0, 1), Span(2, 3)),))


def test_a_replacement_that_is_cut_keeps_its_raw_span() -> None:
    prose = assembled("&Tab;&x;", [part(("\ta", 0, 5))])
    assert (prose.text, prose.segments) == ("a", (Segment(Span(0, 1), Span(0, 5)),))


def test_blank_parts_leave_no_block() -> None:
    assert assembled("a  b", [part(("a", 0, 1)), part((" ", 1, 2)), part()]).text == "a"


def test_a_passage_tells_where_its_text_stands() -> None:
    raw = "> one\n> two"
    passage = Passage.of(raw, [Span(2, 5), Span(5, 6), Span(6, 6), Span(8, 11)])
    assert passage.text == "one\ntwo"
    assert passage.raw(Span(2, 5)) == Span(4, 9)
    assert list(passage.pieces(Span(2, 5))) == [Piece("e\n", Span(4, 6)), Piece("t", Span(8, 9))]
    assert list(passage.pieces(Span(4, 4))) == []


def test_a_passage_of_nothing_is_empty() -> None:
    passage = Passage.of("abc", [])
    assert (passage.text, list(passage.pieces(Span(0, 0)))) == ("", [])


@given(st.text(), st.sets(st.integers(0, 40)), st.data())
def test_any_passage_gives_back_the_raw_text(raw: str, cuts: set[int], data: st.DataObject) -> None:
    places = sorted(min(cut, len(raw)) for cut in cuts)
    passage = Passage.of(raw, [Span(*pair) for pair in zip(places[::2], places[1::2], strict=False)])
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    pieces = list(passage.pieces(Span(start, end)))
    assert "".join(piece.text for piece in pieces) == passage.text[start:end]
    assert all(piece.text == piece.raw.of(raw) for piece in pieces)
