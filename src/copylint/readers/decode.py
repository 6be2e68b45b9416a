"""Bytes to text and back: UTF-8, or what the file itself declares, or else a plain word on what it is instead."""

from __future__ import annotations

import codecs

from copylint.errors import ReadError
from copylint.lazy import lazy

_LINE_END = lazy(rb"\r\n?|\n")
_SAMPLE = 4096  # bytes looked at for the pattern of UTF-16; an even number
_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a Word document or another ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
_ADVICE = "save it as UTF-8 and try again"
_DECLARED = lazy(
    rb"""(?i)\A\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']"""
    rb"""|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})"""
)
_HEAD = 1024  # bytes in which HTML has to declare its encoding (HTML Standard, 13.2.3.2)
_BYTEWISE = lazy(r"iso8859-\d+|cp125\d|koi8-[ru]|mac-\w+")


def decoded(data: bytes, path: str) -> str:
    """The text of a file of UTF-8, without its byte-order mark, or of XML or HTML in the one-byte encoding that it declares.

    Raises ReadError for any other.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"it looks like {kind}, not text; save the copy as plain text or Markdown in UTF-8", path=path)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "") or _wide_encoding(data[:_SAMPLE])
    if encoding:
        raise ReadError(f"it is {encoding}, not UTF-8; {_ADVICE}", path=path)
    null = data.find(b"\0")
    if null >= 0:
        raise ReadError(f"it looks binary, not text: there is a NUL at byte {null} ({_line(data, null)})", path=path)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        if not mark and (own := _declared(data)):
            return _by_byte(data, own, path)
        raise ReadError(_not_utf8(data, error.start + mark), path=path) from error


def encoded(text: str, like: bytes, path: str = "") -> bytes:
    """The text as bytes of the kind it was read from: with a byte-order mark, or in the encoding declared, if those were.

    Raises ReadError for a character that the encoding doesn't have.
    """
    if like.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8 + text.encode("utf-8")
    encoding = "utf-8" if _is_utf8(like) else _declared(like)
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        strange = text[error.start]
        raise ReadError(
            f'it declares {encoding}, which has no "{strange}" (U+{ord(strange):04X}); {_ADVICE}', path=path
        ) from error


def can_encode(text: str, like: bytes) -> bool:
    """Whether `encoded` can write a text."""
    try:
        return bool(encoded(text, like)) or not text
    except ReadError:
        return False


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str:
    """The name of the one-byte encoding that XML or HTML declares; "" for none."""
    found = _DECLARED.search(data[:_HEAD]) if data.lstrip()[:1] == b"<" else None
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return ""
    # Browsers take Latin-1 for Windows-1252 (Encoding Standard), and so do those who wrote the pages; XML means what it says.
    if name == "iso8859-1" and found[2]:
        name = "cp1252"
    return name if _BYTEWISE.fullmatch(name) else ""


def _by_byte(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"byte {error.start} ({_line(data, error.start)}) is 0x{data[error.start]:02X}"
        raise ReadError(f"it declares {encoding}, but {where}, which that doesn't have; {_ADVICE}", path=path) from error


def _not_utf8(data: bytes, offset: int) -> str:
    where = f"byte {offset} ({_line(data, offset)}) is 0x{data[offset]:02X}"
    return f"it isn't UTF-8: {where}; it is probably {_guess(data)}: {_ADVICE}"


def _guess(data: bytes) -> str:
    controls = any(0x80 <= byte <= 0x9F for byte in data)
    return "Windows-1252" if controls else "Windows-1252 or Latin-1"


def _line(data: bytes, offset: int) -> str:
    return f"line {len(_LINE_END.findall(data, 0, offset)) + 1}"


def _wide_encoding(sample: bytes) -> str:
    """The encoding of text with two or four bytes a character and no mark, told by where its NULs stand."""
    if len(sample) < 4 or len(sample) % 2:
        return ""
    shares = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    if min(shares[1:]) > 0.9 > shares[0] or min(shares[:3]) > 0.9 > shares[3]:
        return "UTF-32"
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    return "UTF-16" if min(even, odd) <= half * 0.02 and max(even, odd) >= half * 0.6 else ""
