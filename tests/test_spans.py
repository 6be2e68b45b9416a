import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.spans import LineIndex, Position, Segment, SegmentMap, Span

TEXTS = st.text(st.sampled_from("a é\u0301\U0001f600\r\n\u2028\x0b\t") | st.characters(codec="utf-8"), max_size=60)


@given(TEXTS, st.data())
def test_lines_and_columns_lead_back_to_the_offset(text, data):
    index = LineIndex.of(text)
    offset = data.draw(st.integers(0, len(text)))
    assert index.offset(index.position(offset)) == offset


@given(TEXTS)
def test_the_lines_of_a_text_put_together_are_the_text(text):
    index = LineIndex.of(text)
    assert "".join(index.line(number).of(text) for number in range(1, len(index.starts) + 1)) == text


def test_only_lf_crlf_and_cr_end_a_line():
    assert LineIndex.of("a\u2028b\x0bc\x85d\ne\r\nf\rg").starts == (0, 8, 11, 13)


def test_columns_count_code_points():
    assert LineIndex.of("x\n\U0001f600e\u0301b").position(5) == Position(2, 4)


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_has_no_position(offset):
    with pytest.raises(ValueError, match="outside"):
        LineIndex.of("abc").position(offset)


@pytest.mark.parametrize("position", [Position(0, 1), Position(3, 1), Position(1, 5), Position(1, 0)])
def test_a_place_that_the_text_lacks_has_no_offset(position):
    with pytest.raises(ValueError, match="has no"):
        LineIndex.of("abc\nd").offset(position)


@pytest.mark.parametrize("number", [0, 3])
def test_a_line_that_the_text_lacks_has_no_span(number):
    with pytest.raises(ValueError, match="no line"):
        LineIndex.of("a\nb").line(number)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_out_of_order_is_refused(start, end):
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_spans_know_what_they_touch():
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(3, 3))
    assert Span(0, 5).contains(Span(0, 5))
    assert not Span(1, 5).contains(Span(0, 2))
    assert Span(4, 6).joined(Span(0, 5)) == Span(0, 6)
    assert Span(0, 2).shifted(3) == Span(3, 5)


# “**In** A &amp; B”: mark-up dropped, one entity decoded.
MARKED = SegmentMap(
    (
        Segment(Span(0, 2), Span(2, 4)),
        Segment(Span(2, 5), Span(6, 9)),
        Segment(Span(5, 6), Span(9, 14)),
        Segment(Span(6, 8), Span(14, 16)),
    )
)


def test_a_span_of_prose_covers_the_mark_up_inside_it_and_none_round_it():
    assert MARKED.raw(Span(0, 4)) == Span(2, 8)
    assert MARKED.raw(Span(0, 2)) == Span(2, 4)
    assert MARKED.raw(Span(1, 3)) == Span(3, 7)


def test_an_entity_is_covered_whole():
    assert MARKED.raw(Span(5, 6)) == Span(9, 14)
    assert MARKED.raw(Span(4, 7)) == Span(8, 15)


def test_an_empty_span_stays_empty():
    assert MARKED.raw(Span(3, 3)) == Span(7, 7)
    assert MARKED.raw(Span(5, 5)) == Span(9, 9)
    assert MARKED.raw(Span(8, 8)) == Span(16, 16)
    assert SegmentMap(()).raw(Span(0, 0)) == Span(0, 0)
