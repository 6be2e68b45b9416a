"""HTML: what of it is copy, of what kind, and where it stands."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PARAGRAPHS, Writer, agrees, paragraphs

from copylint.document import Source
from copylint.errors import ReadError
from copylint.readers.html import HtmlReader
from copylint.spans import SegmentMap, Span

OBJECT = "\ufffc"
NAMED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "é": "&eacute;",
    "\u00a0": "&nbsp;",
    "—": "&mdash;",
    "…": "&hellip;",
}


def read(raw: str) -> Source:
    return HtmlReader().read("a.html", raw)


def blocks(raw: str) -> list[tuple[str, str]]:
    source = read(raw)
    return [(block.kind.value, block.span.of(source.prose)) for block in source.blocks]


def raw_of(raw: str, words: str) -> str:
    source = read(raw)
    start = source.prose.index(words)
    return SegmentMap(source.segments).raw(Span(start, start + len(words))).of(raw)


def ways(letter: str) -> list[str]:
    """How HTML may write a character."""
    if letter == " ":
        return [" ", "\n", "\r\n\t", "   "]
    own = [f"&#{ord(letter)};", f"&#x{ord(letter):X};", *([NAMED[letter]] if letter in NAMED else [])]
    return own if letter in "<&" else [letter, letter, letter, *own]


@st.composite
def pages(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.markup(writer.some("", "<!DOCTYPE html>\r\n<html><head><title>No & copy</title></head><body>\r\n"))
    for text in draw(PARAGRAPHS):
        name = writer.some("p", "h2", "li", "div", "td", "blockquote", "figcaption")
        attribute = writer.some("", " class=x", ' data-a="<p>"')
        writer.markup(f"<{name}{attribute}>")
        writer.text(
            text, ways, ("", "", "", "", "<b>", "</b>", "<!-- c -->", "<wbr>", "&shy;", "<script>a<b</script>", "<i x='>'>")
        )
        writer.markup(f"</{name}>{writer.some('', chr(10))}")
    return writer


@given(pages())
def test_each_character_is_read_once_and_stands_at_its_place(writer: Writer) -> None:
    agrees(writer, read(writer.raw))


BITS = (
    *"<p> </p> < > & &amp <b </ <!-- --> <![CDATA[ ]]> <! <? =' <script> </script> <li> <td> <code> <q> </q> <sup>1".split(),
    *"</sup> a {{ }} <br> <i/lang=fr> </i> 😀 <article> &#0; &#1; <p/hidden>".split(),
    *('"', " ", "\n", "\0"),
)


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_any_text_is_a_page(raw: str) -> None:
    source = read(raw)
    assert "".join(segment.prose.of(source.prose) for segment in source.segments) == source.prose
    spans = [segment.raw for segment in source.segments]
    assert spans == sorted(spans)


def test_each_element_has_its_kind() -> None:
    assert blocks(
        "<h1>Top</h1><p class=byline>By Ann Lee<p class='x standfirst'>So it is.<h3>Sub</h3><p>One<div>two</div>three"
        "<ul><li>a<li>b<p>c</ul><dl><dt>d<dd>e</dl><blockquote>f<p>g</blockquote><table><tr><td>h<td>i</table>"
        "<figure><img alt=x><figcaption>j</figcaption></figure><p class=credit>k"
    ) == [
        ("headline", "Top"),
        ("byline", "By Ann Lee"),
        ("standfirst", "So it is."),
        ("subhead", "Sub"),
        ("paragraph", "One"),
        ("paragraph", "two"),
        ("paragraph", "three"),
        *(("list-item", letter) for letter in "abcde"),
        ("block-quote", "f"),
        ("block-quote", "g"),
        ("table-cell", "h"),
        ("table-cell", "i"),
        ("caption", "j"),
        ("credit", "k"),
    ]  # fmt: skip


UNREAD = """<script>if (a < b) '</p>'</script>|<style>a</style>|<pre>a</pre>|<nav>a</nav>|<footer>a</footer>|<!-- a -->
|<p hidden>a</p>|<div aria-hidden='true'>a</div>|<del>a</del>|<title>a</title>|<textarea><p>a</textarea>|<template>a</template>
|<div role=navigation>a</div>|<svg><text>a</text></svg>|<?php a ?>|<!DOCTYPE a>|{% a %}"""


@pytest.mark.parametrize("raw", UNREAD.split("|"))
def test_what_is_no_copy_is_left_out(raw: str) -> None:
    assert blocks(f"{raw}<p>End") == [("paragraph", "End")]


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        ("a <code>b</code> c", f"a {OBJECT} c"),
        ("a <i lang=fr>b <b>c</b></i> d", f"a {OBJECT} d"),
        ("a <i lang=en-US>b</i> d", "a b d"),
        ("He said <q>so</q>.", "He said “so”."),
        ("It rose.<sup>12</sup> So", "It rose. So"),
        ("It rose<sup>[3]</sup>", "It rose"),
        ("the 10<sup>th</sup> of 5 m<sup>2</sup>", "the 10th of 5 m2"),
        ("a <b> b</b> <!-- x --> c", "a b c"),
        ("a<br>b", "a\nb"),
        ("co&shy;operate\u00ad", "cooperate"),
        ("AT&T, R&D; a & b &nosuch; &amp", "AT&T, R&D; a & b &nosuch; &"),
        ("a < b <3", "a < b <3"),
        ("{{ name }} rose {{b}}", f"{OBJECT} rose {OBJECT}"),
        ("a&#32;&#10; b", "a b"),
    ],
)
def test_what_stands_inside_a_paragraph(raw: str, prose: str) -> None:
    assert paragraphs(read(raw)) == [prose]


def test_two_breaks_part_paragraphs() -> None:
    assert paragraphs(read("<p>One <br> two<br>\n<br/>three")) == ["One\ntwo", "three"]


def test_where_an_article_is_named_the_rest_of_the_page_is_left_out() -> None:
    assert paragraphs(read("<div>Menu</div><main><p>Story</p></main><div>More</div>")) == ["Story"]
    assert paragraphs(read("<article>a</article>x<article>b</article>")) == ["a", "b"]


def test_markup_inside_a_span_is_covered_and_markup_round_it_is_not() -> None:
    raw = "<p>It <b>used</b> <i>hydraulic</i>. jacks &amp; more</p>"
    assert raw_of(raw, "used") == "used"
    assert raw_of(raw, "hydraulic. jacks") == "hydraulic</i>. jacks"
    assert raw_of(raw, "& more") == "&amp; more"


def test_a_language_that_is_not_the_storys_is_told() -> None:
    source = read("<html lang=de><p>Der Hund<p lang=en-GB>The dog")
    assert [block.language for block in source.blocks] == ["de", "en-GB"]


def test_a_comment_leaves_findings_out(copy) -> None:
    page = "<p>It was the the end. <!-- copylint: ignore GRM101 -- so sung --></p>\n<p>It was the the end.</p>\n"
    assert copy({"a.html": page}).marks("--select", "GRM101,LNT") == ["GRM101"]
    assert copy({"a.html": "<p>a</p>\n<!-- copylint: off GRM101"}).marks("--select", "LNT") == ["LNT103"]


def test_a_fix_changes_words_and_never_markup(copy) -> None:
    page = "<p>It was the the end &amp; in <b>the</b> the end, of of&nbsp;it.\r\n<p>And a&amp;b the\nthe end.\r\n"
    desk = copy({"a.html": page})
    assert desk.command("a.html", "--select", "GRM101", "--fix", "--unsafe-fixes").status == 1
    assert (desk.folder / "a.html").read_bytes().decode() == page.replace("the the end", "the end").replace("of of", "of")


def test_a_page_that_lies_too_deep_is_refused() -> None:
    with pytest.raises(ReadError, match=r"^line 2: more than 500 parts lie inside one another here; it can't be read$"):
        read("<p>\n" + "<b>" * 1_000_000)


@pytest.mark.parametrize(
    "raw",
    [
        "<b>" * 100_000, "<p>" * 100_000, "<p><b></p>" * 100_000, "<a " * 100_000, '<a ">" ' * 100_000 + "'", "<" * 100_000,
        "<!--" * 100_000, "<script>" * 100_000, "<script></scrip" * 100_000, "</p>" * 100_000, "&" * 100_000, "{{" * 100_000,
        "<a b=" * 100_000, "<a =\" ='" * 100_000 + ">", "<sup>1" * 400 + "</sup>" * 100_000, "<br>" * 100_000,
        "<q>a</q>" * 100_000,
    ],
    ids=range(17),
)  # fmt: skip
def test_hostile_pages_are_read_in_time_or_refused(raw: str) -> None:
    started = time.process_time()
    with suppress(ReadError):
        read(raw)
    assert time.process_time() - started < 30  # 3 to 10, with what measures coverage; what grows by squares takes minutes
