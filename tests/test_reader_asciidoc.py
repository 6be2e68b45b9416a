"""AsciiDoc: what of it is prose, of what kind, and where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PARAGRAPHS, Writer, agrees, paragraphs

from copylint.document import Source
from copylint.readers.asciidoc import AsciidocReader

OBJECT = "\ufffc"
WRAPS = (("", ""), ("", ""), ("*", "*"), ("__", "__"), ("*_", "_*"), ("https://a.b/c[", "]"), ("<<a-b,", ">>"), ("#", "#"))
PLAIN = str.maketrans(dict.fromkeys("-&#<>()+;:", "b"))


def read(raw: str) -> Source:
    return AsciidocReader().read("a.adoc", raw)


def blocks(raw: str) -> list[tuple[str, str]]:
    source = read(raw)
    return [(block.kind.value, block.span.of(source.prose)) for block in source.blocks]


@st.composite
def texts(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    end = writer.some("\n", "\r\n")
    for text in draw(PARAGRAPHS):
        for number, word in enumerate(text.translate(PLAIN).split(" ")):
            opens, closes = draw(st.sampled_from(WRAPS))
            if number and writer.some("space", "end") == "space":
                writer.letter(" ", " ")
            elif number:
                writer.markup(end)
            else:
                opens = f"{writer.some('', '* ', '. ', 'NOTE: ')}{opens}"
            writer.markup(opens)
            for letter in word:
                is_entity = letter in "é…" and writer.some("as it is", "entity") == "entity"
                writer.letter(letter, f"&#{ord(letter)};" if is_entity else letter)
            writer.markup(closes)
        writer.markup(end * 2 + writer.some("", f"// a comment{end * 2}", f"[source]{end}----{end}code{end}----{end * 2}"))
    return writer


@given(texts())
def test_each_character_is_read_once_and_stands_at_its_place(writer: Writer) -> None:
    agrees(writer, read(writer.raw))


BITS = (
    *"= == * ** _ ` `` # ^ ~ + ++++ ---- .... |=== ==== ____ -- // :a: {a} [a] [[a]] << >> ((a)) a:: NOTE: . ..".split(),
    *("a", "1.", '"', '"`', '`"', "😀", "footnote:[a]", "https://a.b[c]", "&amp;", "<1>", "\n", "\n\n", "\r\n", " ", "\\"),
)


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_any_text_is_one(raw: str) -> None:
    source = read(raw)
    assert "".join(segment.prose.of(source.prose) for segment in source.segments) == source.prose
    spans = [segment.raw for segment in source.segments]
    assert spans == sorted(spans)


def test_each_part_has_its_kind() -> None:
    assert blocks(
        "= Top\nAnn Lee <a@b.c>\nv1, 2020\n:toc:\n\nOne\ntwo.\n\n== Sub\n\n.Cap\nimage::a.png[]\n\n"
        "* a\ngoes on\n** b\n\n1. c\n\nterm:: told\n\n[quote, He]\nSaid so.\n\n____\nAlso.\n____\n\n"
        "NOTE: Care.\n\n====\nIn it.\n====\n"
    ) == [
        ("headline", "Top"),
        ("byline", "Ann Lee <a@b.c>"),
        ("paragraph", "One\ntwo."),
        ("subhead", "Sub"),
        ("caption", "Cap"),
        ("list-item", "a\ngoes on"),
        ("list-item", "b"),
        ("list-item", "c"),
        ("list-item", "term"),
        ("list-item", "told"),
        ("block-quote", "Said so."),
        ("block-quote", "Also."),
        ("paragraph", "Care."),
        ("paragraph", "In it."),
    ]


UNREAD = (
    "----\na\n\nb\n----\n@....\na\n....\n@[source,py]\na\n@[source]\n----\na\n----\n@////\na\n////\n@|===\n|a |b\n|===\n"
    "@++++\na\n++++\n@// a\n@:a: b\n@image::a.png[b]\n@include::a.adoc[]\n@ a\n b\n"
    "@'''\n@<<<\n@[[a]]\n@```py\na\n```\n@[.lead]\n"
)


@pytest.mark.parametrize("raw", UNREAD.split("@"))
def test_what_is_no_prose_is_left_out(raw: str) -> None:
    assert blocks(f"Begin.\n\n{raw}\nEnd.\n") == [("paragraph", "Begin."), ("paragraph", "End.")]


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        ("a `b c` d and ``e``f", f"a {OBJECT} d and {OBJECT}f"),
        ("a *b c* and _d_ of __e__f and *_g_*, 2*3*4", "a b c and d of ef and g, 2*3*4"),
        ("a https://b.c[d e], link:f[g] and <<h,i j>>", "a d e, g and i j"),
        ("see https://a.b/c. It is <<d>>", f"see {OBJECT}. It is {OBJECT}"),
        ("He said \"`so`\" and '`on`'.", "He said “so” and ‘on’."),
        ("It rose.footnote:[By much.] So", "It rose. So"),
        ("one -- two--three", "one — two—three"),
        ("H~2~O and 10^th^", "H2O and 10th"),
        ("{name} rose &amp; fell, ((index)) it(((a,b)))", f"{OBJECT} rose & fell, index it"),
        ("snake_case_name and \\*no*", "snake_case_name and *no*"),
    ],
)
def test_what_stands_inside_a_paragraph(raw: str, prose: str) -> None:
    assert paragraphs(read(raw)) == [prose]


def test_initials_and_years_are_no_lists() -> None:
    assert blocks("A. Smith came in\n1990. He left.\n") == [("paragraph", "A. Smith came in\n1990. He left.")]


def test_a_comment_leaves_findings_out(copy) -> None:
    text = "// copylint: ignore-next GRM101 -- so sung\nIt was the the end.\n\nIt was the the end.\n"
    assert copy({"a.adoc": text}).marks("--select", "GRM101,LNT") == ["GRM101"]


@pytest.mark.parametrize(
    "raw",
    [
        "*a " * 30_000,
        "`a " * 30_000,
        "__a" * 30_000,
        "{a" * 30_000,
        "<<a," * 30_000,
        "*" * 100_000,
        "+" * 100_000,
        "`" * 100_000,
        "* a\n" * 30_000,
        "----\na\n\n" * 30_000,
        "[" * 100_000,
        "https://a[" * 10_000,
        "====\n" * 30_000,
        "footnote:[" * 10_000,
        "(((" * 30_000,
        '"`' * 30_000,
        "a:: " * 30_000,
        "*_#" * 30_000,
    ],
    ids=range(18),
)
def test_hostile_texts_take_little_time(raw: str) -> None:
    started = time.process_time()
    read(raw)
    assert time.process_time() - started < 30  # a tenth of that, or less, without what measures coverage
