"""Plain text."""

from hypothesis import given
from hypothesis import strategies as st

from copylint.document import Source
from copylint.readers import READERS
from copylint.readers.plain import PlainReader
from copylint.spans import Segment, Span


def test_prose_is_the_file_itself() -> None:
    raw = "Head\r\n\r\nIt *is* so. <!-- copylint: off -->\r"
    whole = Span(0, len(raw))
    assert PlainReader().read("a.txt", raw) == Source("a.txt", "plain", raw, raw, (Segment(whole, whole),))


def test_an_empty_file_has_no_segment() -> None:
    assert PlainReader().read("a.txt", "") == Source("a.txt", "plain", "", "", ())


@given(st.text())
def test_any_text_is_one_piece_at_most(raw: str) -> None:
    source = PlainReader().read("a.txt", raw)
    assert source.prose == raw
    assert sum(segment.prose.length for segment in source.segments) == len(raw)


def test_the_readers_know_their_suffixes() -> None:
    assert {reader.format: reader.suffixes for reader in READERS} == {
        "asciidoc": (".adoc", ".asciidoc"),
        "docx": (".docx",),
        "html": (".html", ".htm", ".xhtml"),
        "json": (".json",),
        "markdown": (".md", ".markdown", ".mdown", ".mkd"),
        "newsml-g2": (".newsml",),
        "ninjs": (".ninjs",),
        "nitf": (".nitf",),
        "plain": (".txt", ".text"),
        "rst": (".rst", ".rest"),
        "wxr": (".wxr", ".rss"),
        "xml": (".xml",),
    }
