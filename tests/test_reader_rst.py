"""reStructuredText: what of it is prose, of what kind, and where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PARAGRAPHS, Writer, agrees, paragraphs

from copylint.document import Source
from copylint.readers.rst import RstReader

OBJECT = "\ufffc"
WRAPS = (("", ""), ("", ""), ("*", "*"), ("**", "**"), ("`", "`_"), ("`", " <http://a.b>`__"), ("_`", "`"))


def read(raw: str) -> Source:
    return RstReader().read("a.rst", raw)


def blocks(raw: str) -> list[tuple[str, str]]:
    source = read(raw)
    return [(block.kind.value, block.span.of(source.prose)) for block in source.blocks]


@st.composite
def texts(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    end = writer.some("\n", "\r\n")
    for text in draw(PARAGRAPHS):
        for number, word in enumerate(text.replace("<", "x").split(" ")):
            opens, closes = draw(st.sampled_from(WRAPS))
            if number and writer.some("space", "end") == "space":
                writer.letter(" ", " ")
            elif number:
                writer.markup(end)
            else:
                opens = f"{writer.some('', '* ', '- ')}{opens}"
            writer.markup(opens)
            for letter in word:
                writer.markup(writer.some("", "", "", "\\") if not opens else "")
                writer.letter(letter, letter)
            writer.markup(closes)
        writer.markup(end * 2 + writer.some("", f".. a comment{end}   of two lines{end * 2}", f"::{end * 2}  code{end * 2}"))
    return writer


@given(texts())
def test_each_character_is_read_once_and_stands_at_its_place(writer: Writer) -> None:
    agrees(writer, read(writer.raw))


BITS = (
    *".. :: :a: * ** ` `` ` __ _ | \\ - 1. === --- +--+ a b >>> copylint: ignore note:: [1]_ < > http://a 😀 :: \t".split(" "),
    *("\n", "\n\n", "\n  ", "\r\n", " ", "\n.. ", "\n===\n", "x\n"),
)


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_any_text_is_one(raw: str) -> None:
    source = read(raw)
    assert "".join(segment.prose.of(source.prose) for segment in source.segments) == source.prose
    spans = [segment.raw for segment in source.segments]
    assert spans == sorted(spans)


def test_each_part_has_its_kind() -> None:
    assert blocks(
        "=====\nTop\n=====\n\n:Author: No\n\nOne\ntwo.\n\nSub\n---\n\n"
        "- a\n  b\n\n  c\n- d\n\n  1. e\n\nterm\n   told\n\n   So.\n\n"
        "Para\n\n   quoted\n\n.. epigraph::\n\n   said\n\n.. figure:: a.png\n   :alt: no\n\n   Cap\n\n"
        ".. note:: Take\n   care\n\n| x\n| y\n"
    ) == [
        ("headline", "Top"),
        ("paragraph", "One\ntwo."),
        ("subhead", "Sub"),
        ("list-item", "a\nb"),
        ("list-item", "c"),
        ("list-item", "d"),
        ("list-item", "e"),
        ("list-item", "term"),
        ("list-item", "told"),
        ("list-item", "So."),
        ("paragraph", "Para"),
        ("block-quote", "quoted"),
        ("block-quote", "said"),
        ("caption", "Cap"),
        ("paragraph", "Take\ncare"),
        ("paragraph", "x\ny"),
    ]


UNREAD = (
    "::\n\n   a\n|::\n\n> a\n> b\n|.. a comment\n   of two lines\n|.. code-block:: python\n\n   a = 1\n"
    "|.. image:: a.png\n|.. _a: http://b\n|.. [1] a\n|__ http://a\n|:a: b\n   c\n|----\n|>>> a\nb\n"
    "|+---+\n@ a @\n+---+\n|=== ===\na   b\n=== ===\nc   d\n\ne   f\n=== ===\n|.. @a@ replace:: b\n"
)


@pytest.mark.parametrize("raw", UNREAD.split("|"))
def test_what_is_no_prose_is_left_out(raw: str) -> None:
    assert blocks(f"Begin.\n\n{raw.replace('@', '|')}\nEnd.\n") == [("paragraph", "Begin."), ("paragraph", "End.")]


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        ("a ``b c`` d", f"a {OBJECT} d"),
        ("a :ref:`b <c>` d `e`:sub: `f`", f"a {OBJECT} d {OBJECT} {OBJECT}"),
        ("a *b c* and **d** of 2*3*4", "a b c and d of 2*3*4"),
        ("a `b c <http://d>`_, `e`_ and word_ and f__", "a b c, e and word and f"),
        ("so [1]_ it is [#a]_.", "so it is."),
        ("see http://a.b/c. It |x| is", f"see {OBJECT}. It {OBJECT} is"),
        (r"a\ b \*c\* d\\e", r"ab *c* d\e"),
        ("He said::\n\n   code", "He said:"),
        ("He said ::\n\n   code", "He said"),
        ("snake_case and _x", "snake_case and _x"),
    ],
)
def test_what_stands_inside_a_paragraph(raw: str, prose: str) -> None:
    assert paragraphs(read(raw)) == [prose]


def test_initials_are_no_list() -> None:
    assert blocks("A. Smith said so and\nthat was that.\n") == [("paragraph", "A. Smith said so and\nthat was that.")]


def test_a_comment_leaves_findings_out(copy) -> None:
    text = ".. copylint: ignore-next GRM101 -- so sung\n\nIt was the the end.\n\nIt was the the end.\n"
    assert copy({"a.rst": text}).marks("--select", "GRM101,LNT") == ["GRM101"]


def test_a_fix_changes_words_and_never_markup(copy) -> None:
    text = "It was the the end of *of* it.\r\n"
    desk = copy({"a.rst": text})
    desk.command("a.rst", "--select", "GRM101", "--fix", "--unsafe-fixes")
    assert (desk.folder / "a.rst").read_bytes().decode() == "It was the end of *of* it.\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        "**a " * 30_000,
        "`a " * 30_000,
        "``a " * 30_000,
        "|a " * 30_000,
        "\\" * 100_000,
        "*" * 100_000,
        "_" * 100_000,
        "`" * 100_000,
        "- " * 50_000,
        "".join(" " * depth + "- a\n" for depth in range(500)),
        ".. note::\n\n" + " " * 3000 + "a\n",
        "=" * 100_000 + "\n",
        "=== ===\n" * 5_000,
        "a\n  b\n" * 20_000,
        ":a" * 50_000,
        "[" * 100_000,
        "a::\n\n" * 30_000,
        "| a\n" * 50_000,
    ],
    ids=range(18),
)
def test_hostile_texts_take_little_time(raw: str) -> None:
    started = time.process_time()
    read(raw)
    assert time.process_time() - started < 30  # a tenth of that, or less, without what measures coverage
