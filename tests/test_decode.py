"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.errors import ReadError
from copylint.readers import can_encode, decoded, encoded


def complaint(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        decoded(data, "story.txt")
    assert caught.value.path == "story.txt"
    assert "\n" not in str(caught.value)
    return str(caught.value)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_text_of_utf8_comes_back(text: str) -> None:
    assert decoded(b"x" + text.encode(), "a.txt") == "x" + text


def test_an_empty_file_is_empty_text() -> None:
    assert decoded(b"", "a.txt") == ""


def test_one_byte_order_mark_is_dropped_and_no_more() -> None:
    assert decoded(b"\xef\xbb\xbf\xef\xbb\xbfHi\r\n", "a.txt") == "\ufeffHi\r\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_with_and_without_its_mark(encoding: str) -> None:
    text = "The café’s owner said so.\n" * 9
    assert complaint(text.encode(encoding)) == "it is UTF-16, not UTF-8; save it as UTF-8 and try again"


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf32_is_named_with_and_without_its_mark(encoding: str) -> None:
    assert complaint("The owner said so.\n".encode(encoding)).startswith("it is UTF-32")


def test_utf16_with_a_big_endian_mark_is_named() -> None:
    assert complaint(b"\xfe\xff\x00H").startswith("it is UTF-16")


def test_a_file_with_a_nul_looks_binary() -> None:
    said = complaint(b"One\r\ntwo\rth\0ree, and so on to the end.")
    assert said == "it looks binary, not text: there is a NUL at byte 11 (line 3)"


def test_a_lone_nul_looks_binary() -> None:
    assert "NUL at byte 0 (line 1)" in complaint(b"\0")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"PK\x03\x04\x14\x00", "Word"), (b"%PDF-1.7\n", "PDF"), (b"\xd0\xcf\x11\xe0\xa1", "old Word"), (b"\x89PNG\r\n", "image")],
)
def test_a_well_known_kind_of_file_is_named(data: bytes, kind: str) -> None:
    assert kind in complaint(data)


def test_windows_1252_is_told_by_its_quotation_marks() -> None:
    said = complaint("First.\nShe said “no”.".encode("cp1252"))
    assert said == ("it isn't UTF-8: byte 16 (line 2) is 0x93; it is probably Windows-1252: save it as UTF-8 and try again")


def test_latin_1_is_told_where_it_may_be_either() -> None:
    assert "Windows-1252 or Latin-1" in complaint("Café".encode("latin-1"))


def test_the_byte_is_counted_from_before_the_mark() -> None:
    assert "byte 5 (line 1) is 0xE9" in complaint(b"\xef\xbb\xbfab\xe9")


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decoded(data, "a.txt")
    except ReadError as error:
        said = str(error)
        assert said.startswith(("it is", "it looks"))
    else:
        assert encoded(text, data) == data


XML = '<?xml version="1.0" encoding="{}"?>\n<nitf>The café’s owner</nitf>'
PAGE = '<!doctype html>\n<meta charset="{}">\n<p>The café’s owner</p>'
OLD = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head>“Café”'


@pytest.mark.parametrize("page", [XML, PAGE, OLD])
@pytest.mark.parametrize("encoding", ["windows-1252", "windows-1250", "utf-8"])
def test_xml_and_html_may_declare_another_encoding_and_keep_it(page: str, encoding: str) -> None:
    text = page.format(encoding)
    data = text.encode(encoding)
    assert decoded(data, "a.xml") == text
    assert encoded(text, data) == data


def test_a_page_that_declares_latin_1_is_read_as_browsers_read_it() -> None:
    text = PAGE.format("iso-8859-1")
    assert decoded(text.encode("windows-1252"), "a.html") == text


def test_xml_that_declares_latin_1_has_no_curly_quotation_marks() -> None:
    data = XML.format("ISO-8859-1").replace("’", "'").encode("latin-1")
    assert "café's" in decoded(data, "a.xml")
    assert can_encode("é", data)
    assert not can_encode("’", data)
    with pytest.raises(ReadError, match=r"^it declares iso8859-1, which has no \"’\" \(U\+2019\); save it as UTF-8"):
        encoded("a’", data, "a.xml")


def test_what_is_utf8_is_read_as_that_whatever_it_declares() -> None:
    text = PAGE.format("iso-8859-1")
    assert decoded(text.encode(), "a.html") == text
    assert encoded(text, text.encode()) == text.encode()


@pytest.mark.parametrize("name", ["utf-16", "utf-7", "rot13", "shift_jis", "nonsense", "zlib", "idna"])
def test_an_encoding_of_another_kind_is_not_taken(name: str) -> None:
    assert "isn't UTF-8" in complaint(PAGE.format(name).encode("windows-1252"))


def test_a_byte_that_the_declared_encoding_does_not_have_is_told() -> None:
    data = PAGE.format("windows-1252").encode("windows-1252") + b"\n\x81"
    assert (
        complaint(data)
        == "it declares cp1252, but byte 70 (line 4) is 0x81, which that doesn't have; save it as UTF-8 and try again"
    )


def test_words_in_plain_text_declare_nothing() -> None:
    assert "isn't UTF-8" in complaint("Write <meta charset=windows-1252>, says the café.".encode("latin-1"))
