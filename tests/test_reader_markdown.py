"""Blocks of Markdown, and where their text stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document import Source
from copylint.readers.layout import heading_spans, text_spans
from copylint.readers.markdown import MarkdownReader
from copylint.spans import LineIndex, SegmentMap, Span

OBJECT = "\ufffc"


def read(raw: str) -> Source:
    return MarkdownReader().read("a.md", raw)


def blocks(raw: str) -> list[tuple[str, str]]:
    source = read(raw)
    return [(block.kind.value, block.span.of(source.prose)) for block in source.blocks]


def raw_of(raw: str, words: str) -> str:
    """The raw text of words of the prose."""
    source = read(raw)
    start = source.prose.index(words)
    return SegmentMap(source.segments).raw(Span(start, start + len(words))).of(raw)


def test_markup_inside_a_span_is_covered_and_markup_round_it_is_not() -> None:
    raw = "So: **In** contrary, *they* fell."
    assert raw_of(raw, "In contrary") == "In** contrary"
    assert raw_of(raw, "they") == "they"


def test_blocks_are_joined_by_two_line_feeds() -> None:
    assert read("# A\nB\n\n\n\nC").prose == "A\n\nB\n\nC"
    assert raw_of("# A\nB\n\n\n\nC", "B\n\nC") == "B\n\n\n\nC"


def test_each_part_of_an_article_is_a_block() -> None:
    raw = (
        "Top\n===\n\nText.\n\n## Sub ##\n\n- one\n- two\n  1. three\n\n> quoted\n> - listed\n\n![A *bridge*](b.png)\n\n"
        "| a | b |\n|---|---|\n| c |  |\n\n```\ncode\n```\n\n    code\n\n<div>\nhtml\n</div>\n\n---\n\n[a]: b\n\nEnd."
    )
    assert blocks(raw) == [
        ("headline", "Top"),
        ("paragraph", "Text."),
        ("subhead", "Sub"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("list-item", "three"),
        ("block-quote", "quoted"),
        ("block-quote", "listed"),
        ("caption", "A bridge"),
        ("table-cell", "a"),
        ("table-cell", "b"),
        ("table-cell", "c"),
        ("paragraph", "End."),
    ]


def test_the_first_heading_of_level_1_is_the_headline() -> None:
    raw = "## Kicker\n\nText.\n\n# Head\n\n# More\n\n### Deep"
    assert [(block.kind.value, block.level) for block in read(raw).blocks] == [
        ("subhead", 2),
        ("paragraph", 0),
        ("headline", 0),
        ("subhead", 1),
        ("subhead", 3),
    ]


def test_without_one_a_heading_that_opens_the_story_is_the_headline() -> None:
    assert [kind for kind, _ in blocks("![Pic](x)\n\n## Head\n\nText.\n\n## Sub")] == [
        "caption",
        "headline",
        "paragraph",
        "subhead",
    ]
    assert [kind for kind, _ in blocks("Text.\n\n## Sub")] == ["paragraph", "subhead"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# Head #\n", "Head"),
        ("# Head # more", "Head # more"),
        ("#\tHead\\#", "Head#"),
        ("> ## C# ##", "C#"),
        ("# a # #", "a #"),
        ("- # Listed", "Listed"),
        ("Two\nlines\n---", "Two\nlines"),
    ],
)
def test_headings_are_read_without_their_signs(raw: str, text: str) -> None:
    assert read(raw).prose == text


@pytest.mark.parametrize(
    "raw", ["#", "# #", "##  ##  ", "# <!-- x -->", "<b></b>", "![](x)", "* * *", "", "\n\n", "\u00a0", "\ufeff"[:0]]
)
def test_what_has_no_text_is_no_block(raw: str) -> None:
    source = read(raw)
    assert (source.prose, source.segments, source.blocks) == ("", (), ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    raw = end.join(["One  ", "  two\\", "three", "", "> four", ">   five", "six", "", "* a", "\tb"])
    assert [text for _, text in blocks(raw)] == [f"One{end}two{end}three", f"four{end}five{end}six", f"a{end}b"]
    assert raw_of(raw, f"four{end}five") == f"four{end}>   five"


def test_only_lf_and_cr_end_a_line() -> None:
    raw = "a\u2028b\u0085c\x0bd\x1ce\n\nf"
    assert read(raw).prose == raw


def test_lines_of_other_white_space_hold_no_text() -> None:
    raw = "\u00a0\none\n\u2003\ntwo\n\u00a0"
    assert [text for _, text in blocks(raw)] == ["one\ntwo"]


def test_a_nul_is_left_where_it_stands() -> None:
    assert read("a\0b *c*").prose == "a\0b c"
    assert read("# a\0").prose == "a\0"


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ("a | b\n--|--\nc | d", ["a", "b", "c", "d"]),
        ("| a | b |\n|---|---|\n| | d | too many |", ["a", "b", "d"]),
        ("|a\\|b|`c\\|d`|\n|--|--|\n|*e*|f\\||", ["a|b", OBJECT, "e", "f|"]),
        ("> | a |\n> |---|\n> | b", ["a", "b"]),
        ("- 1. a | b\n     --|--\n     c", ["a", "b", "c"]),
        ("|a|\r|-|\r|b|\r", ["a", "b"]),
    ],
)
def test_cells_are_found_in_their_row(raw: str, cells: list[str]) -> None:
    assert blocks(raw) == [("table-cell", cell) for cell in cells]


def test_a_bar_that_was_escaped_maps_to_both_characters() -> None:
    assert raw_of("|a\\|b|\n|--|", "a|b") == "a\\|b"


@pytest.mark.parametrize(
    ("raw", "block"),
    [
        ("![Two *men* &amp; a dog](x.png)", ("caption", "Two men & a dog")),
        ("[![Linked](x.png)](y)", ("caption", "Linked")),
        ("![One `two` ![three](x)][a]\n\n[a]: b", ("caption", f"One {OBJECT} {OBJECT}")),
        ("See ![this](x)", ("paragraph", f"See {OBJECT}")),
        ("![a](x) ![b](y)", ("paragraph", f"{OBJECT} {OBJECT}")),
        ("`code`", ("paragraph", OBJECT)),
        ("- ![a](x)", ("list-item", OBJECT)),
    ],
)
def test_an_image_alone_is_a_caption(raw: str, block: tuple[str, str]) -> None:
    assert blocks(raw) == [block]


def test_what_is_no_text_maps_to_all_of_its_markup() -> None:
    assert raw_of("See `the\ncode` now", OBJECT) == "`the\ncode`"
    assert raw_of("R&amp;D", "&") == "&amp;"


def test_labels_are_known_wherever_they_are_defined() -> None:
    assert read("[One][TWO] [three]\n\n> [two]: x").prose == "One [three]"


def test_text_behind_a_comment_is_copy() -> None:
    raw = "<!-- copylint: ignore USE --> In contrary, *no*.\nMore."
    assert blocks(raw) == [("paragraph", "In contrary, no."), ("paragraph", "More.")]


def test_quotes_may_be_nested_deeply() -> None:
    assert blocks("> " * 40 + "deep") == [("block-quote", "deep")]


def test_text_that_no_line_has_stands_nowhere() -> None:
    index = LineIndex.of("# a")
    assert text_spans("# a", index, range(1, 2), "b\na") == []
    assert heading_spans("# a", index, 1, "b") == []


def check(raw: str) -> None:
    """Segments tile the prose, raw spans rise, copies are copies, blocks and directives lie inside."""
    source = read(raw)
    prose_end = raw_end = 0
    for segment in source.segments:
        assert segment.prose.start == prose_end < segment.prose.end
        assert raw_end <= segment.raw.start <= segment.raw.end <= len(raw)
        assert not segment.is_exact or segment.prose.of(source.prose) == segment.raw.of(raw)
        prose_end, raw_end = segment.prose.end, segment.raw.end
    assert prose_end == len(source.prose)
    assert "\n\n".join(block.span.of(source.prose) for block in source.blocks) == source.prose
    assert all(block.span.of(source.prose).strip() for block in source.blocks)
    assert all(order.raw.of(raw).startswith(("<!--", "copylint")) for order in source.directives)


LINES = (
    "# Head|## Sub ##|> quoted|> > deep|- item|  - inner|1. one|    four|\tTab|***|===|---|```|~~~|<div>|</div>|<!-- x|-->|"
    "<!-- copylint: ignore USE --> x|[a]: b|[a] *b* **c|d** `e|f` &amp; g|![alt](x)|<b>h</b>|\\|a &#124; b|e\u0301 👩‍👧  |"
    "\u2028|\u00a0||---|copylint-ignore: USE|+++|\0|i\\"
).split("|")
TABLES = ("|a|b|", "|--|--|", "a | b", "-|-", "| c\\|d | *e*", "> |a|", "> |-|", "|")
ENDS = ("\n", "\n", "\n\n", "\r\n", "\r")


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)), max_size=14))
def test_any_markdown_is_read(lines: list[tuple[str, str]]) -> None:
    check("".join(line + end for line, end in lines))


@given(st.lists(st.tuples(st.sampled_from(TABLES), st.sampled_from(ENDS)), max_size=8))
def test_any_table_is_read(lines: list[tuple[str, str]]) -> None:
    check("".join(line + end for line, end in lines))


@given(st.text())
def test_any_text_is_read(raw: str) -> None:
    check(raw)


@given(st.text("#>-*_`~[](){}!<&;|=+.:/\\\"' \t\r\n\u2028a1é👩", max_size=60))
def test_any_marks_are_read(raw: str) -> None:
    check(raw)


WORDS = st.text(st.characters(categories=["Lu", "Ll", "So", "Mn", "Pi", "Pf"]), min_size=1, max_size=8).map("a{}".format)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=5), st.sampled_from(["", "> ", "- ", "> 1. "]))
def test_words_between_marks_all_come_through(paragraphs: list[list[str]], mark: str) -> None:
    raw = "\n\n".join(mark + " ".join(f"**{word}**" for word in words) for words in paragraphs)
    assert read(raw).prose == "\n\n".join(" ".join(words) for words in paragraphs)


HOSTILE = [
    "[", "]", "*", "`", "<", "![", ">", "> ", "- ", "a", "*a ", "**a*", "_a_ ", "<!--", "<?", "<!A", "<![CDATA[", "<a ",
    '<a b="', "<a x=' ", "[a](", "[a](b) ", '[a](x "', "&", "`a``", "[a]: b\n", "[a\n", "|", "|a\n", "http://", "www.a", "~~a",
    "\r", "\\", "<!--\n\n", "<div>\n\n", "---\n", "--- \na\n", "(",
]  # fmt: skip


@pytest.mark.parametrize("bit", HOSTILE)
def test_one_mark_over_and_over_takes_no_longer_in_the_middle(bit: str) -> None:
    raw = bit * (20_000 // len(bit))
    start = time.process_time()
    check(raw)
    assert time.process_time() - start < 8  # it takes well under one second; quadratic time would be minutes


@pytest.mark.parametrize(
    "raw",
    [
        "*a " * 30_000 + "b_ " * 30_000,
        "[a]: b\n\n" + "[" * 50_000 + "]" * 50_000,
        "![" * 10_000 + "[a](b)" * 5_000,
        "[" * 10_000 + "[a](b)" * 5_000,
        "".join("`" * length + " " for length in range(1, 300)),
        "[a]: b\n\n" + "[a][a] " * 7_000,
        "---\n" + "copylint-ignore: [a\n" * 3_000 + "---\n",
        "---\n" + "copylint-ignore:\n- a\n" * 2_000 + "---\n",
        "".join(">" * (depth % 110) + " a\n" for depth in range(1_000)),
        "a|b\n-|-\n" + "a|b\n" * 5_000,
        "a\n\n" * 10_000,
    ],
    ids=["runs", "nesting", "images", "brackets", "ticks", "labels", "lists", "settings", "quotes", "rows", "paragraphs"],
)
def test_hostile_texts_take_time_in_proportion(raw: str) -> None:
    start = time.process_time()
    check(raw)
    assert time.process_time() - start < 8
