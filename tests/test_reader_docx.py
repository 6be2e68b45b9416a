"""Word documents: a paragraph a line; what is deleted isn't read; hostile ones are refused."""

from __future__ import annotations

import time
from contextlib import suppress
from html import escape
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PARAGRAPHS, paragraphs

from copylint.document import Source
from copylint.errors import ReadError
from copylint.readers.docx import DocxReader
from copylint.spans import LineIndex, SegmentMap, Span

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {NAMESPACE}><w:style w:styleId="Ttulo"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Sub2"><w:name w:val="house sub"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="a"><w:name w:val="loop"/><w:basedOn w:val="a"/></w:style>
<w:style w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style></w:styles>"""


def packed(body: str, styles: str = "", name: str = "word/document.xml") -> bytes:
    """A document of that body."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
        if styles:
            archive.writestr("word/styles.xml", styles)
    return data.getvalue()


def document(*inner: str) -> str:
    return f'<?xml version="1.0"?>\r\n<w:document {NAMESPACE}><w:body>{"".join(inner)}</w:body></w:document>'


def p(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def read(*inner: str, styles: str = "") -> Source:
    return DocxReader().unpack("a.docx", packed(document(*inner), styles))


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        DocxReader().unpack("a.docx", data)
    return str(caught.value)


@given(PARAGRAPHS, st.data())
def test_each_paragraph_is_a_line_and_each_character_stands_in_it(texts: list[str], data: st.DataObject) -> None:
    def runs(text: str) -> str:
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3)) | {0, len(text)})
        bits = [text[start:end] for start, end in pairwise(cuts)]
        return "".join(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(bit)}</w:t></w:r>' for bit in bits)

    source = read(*(f"<w:p>{runs(text)}</w:p>\n" for text in texts), p("Top", "Title"))
    assert source.raw == "\n".join([*texts, "Top"])
    assert paragraphs(source) == [*texts, "Top"]
    segments, lines = SegmentMap(source.segments), LineIndex.of(source.raw)
    for number, block in enumerate(source.blocks):
        for at in range(block.span.start, block.span.end):
            raw = segments.raw(Span(at, at + 1))
            assert raw.of(source.raw) == source.prose[at]
            position = lines.position(raw.start)
            assert (position.line, position.column) == (number + 1, at - block.span.start + 1)


def test_styles_tell_what_a_paragraph_is() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:tbl>"
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r></w:p>"
    inner = (p("Top", "Ttulo"), p("Sub", "Sub2"), p("x = 1", "Code"), p("loop", "a"), p("cap", "Caption"), item, table)
    source = read(*inner, styles=STYLES)
    assert [(block.kind.value, block.span.of(source.prose)) for block in source.blocks] == [
        ("headline", "Top"),
        ("subhead", "Sub"),
        ("paragraph", "loop"),
        ("caption", "cap"),
        ("list-item", "item"),
        ("table-cell", "cell"),
    ]


def test_a_document_without_styles_is_read_as_plain_text_is() -> None:
    assert read(p("Ferry shut for good"), p("The ferry was shut.")).blocks == ()


@pytest.mark.parametrize(
    ("inner", "raw"),
    [
        ("<w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins>", "yes"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>", "a\tb\u2028c\u2011"),
        ("<w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>yes</w:t></w:r>",
            "yes",
        ),
        ("<w:r><w:t>&lt;a&gt; &amp; <!-- c --><![CDATA[<b>]]></w:t></w:r>", "<a> & <b>"),
        ("<w:r><mc:AlternateContent><mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent></w:r>", ""),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
    ],
)
def test_what_is_printed_is_read(inner: str, raw: str) -> None:
    assert read(f"<w:p>{inner}</w:p>").raw == raw


def test_a_text_box_is_a_paragraph_of_its_own() -> None:
    assert read(f"<w:p><w:r><w:t>a</w:t><w:txbxContent>{p('box')}</w:txbxContent><w:t>b</w:t></w:r></w:p>").raw == "box\nab"


def test_a_finding_is_told_by_paragraph_and_place_and_never_mended(copy) -> None:
    data = packed(document(p("One."), "<w:p/>", p("It was <b the the end.".replace("<b ", ""))))
    desk = copy({"a.docx": data})
    done = desk.command("a.docx", "--select", "GRM101", "--fix")
    assert done.out.startswith("a.docx:3:8: GRM101 ")
    assert "a.docx: a Word document is not mended: its marks are to be made in Word" in done.err
    assert (desk.folder / "a.docx").read_bytes() == data
    assert desk.command("a.docx", "--select", "GRM101", "--diff").status == 1


def test_a_document_that_is_none_is_told(copy) -> None:
    done = copy({"a.docx": b"It was the the end.\n", "b.docx": packed("<a/>", name="mimetype")}).run()
    assert done.status == 3
    assert done.err.count("\n") == 2
    assert "a.docx: it is no Word document, or a damaged one: save it anew as .docx" in done.err
    assert "b.docx: it is no Word document: there is no word/document.xml in it" in done.err


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "word/document.xml in it is damaged at 1:1: there is no element in it"),
        ("<w:document><w:body>", "word/document.xml in it is damaged at 1:21: <body> is never closed"),
        ("<a><b></a>", "word/document.xml in it is damaged at 1:7: </a> stands where </b> is to"),
        ("<a>&x;</a>", "word/document.xml in it is damaged at 1:4: &x; stands for nothing that copylint knows"),
        ("<a><b", "word/document.xml in it is damaged at 1:4: a tag opens here and never ends"),
        (
            '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
            "word/document.xml in it is damaged at 1:1: it declares entities of its own, which copylint doesn't read",
        ),
        ("<a>" * 1_000_000, "word/document.xml in it is damaged at 1:1501: more than 500 elements lie inside one another"),
    ],
)
def test_damaged_and_hostile_xml_is_refused(body: str, said: str) -> None:
    assert refusal(packed(body)) == said


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    started = time.process_time()
    assert refusal(packed(" " * 20_000_000)) == "word/document.xml in it is packed so tightly that it is no text; it isn't read"
    assert refusal(packed(" " * 100_000_001)).startswith(
        "it has 100,000,001 characters, and more than 100,000,000 are not read"
    )
    assert time.process_time() - started < 20


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(packed(document(p("a" * 5000))))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(signature) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert "damaged" in refusal(bytes(data))


@given(st.data())
def test_a_document_cut_short_or_changed_is_refused_or_read(data: st.DataObject) -> None:
    whole = packed(document(p("One."), p("Two.")), STYLES)
    broken = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
        broken[at] ^= 1 << data.draw(st.integers(0, 7))
    with suppress(ReadError):
        DocxReader().unpack("a.docx", bytes(broken[: data.draw(st.integers(0, len(whole)))]))
