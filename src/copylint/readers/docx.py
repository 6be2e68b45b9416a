"""Word documents: a paragraph a line, so that line and column are the paragraph's number and the place in it."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from copylint.document import Source
from copylint.errors import ReadError
from copylint.readers.docx_styles import Styles
from copylint.readers.docx_text import Paragraphs
from copylint.readers.limits import CHARACTERS, refuse_large
from copylint.readers.prose import assembled
from copylint.readers.tree import Scan, failing

_RATIO = 200  # what is packed tighter was never written by Word
_SMALL = 10_000_000  # so many bytes are no matter, however tightly they are packed
_BODY, _STYLES = "word/document.xml", "word/styles.xml"


class DocxReader:
    """Reads the text of a Word document as it would be printed: what is deleted in tracked changes isn't read."""

    format: Final = "docx"
    suffixes: Final = (".docx",)

    def unpack(self, path: str, data: bytes) -> Source:
        """The story in a document. Raises ReadError for what is none, or is damaged, too large or too deep."""
        try:
            with ZipFile(BytesIO(data)) as archive:
                names = frozenset(archive.namelist())
                if _BODY not in names:
                    raise ReadError(f"it is no Word document: there is no {_BODY} in it", path=path)
                body = _part(archive, _BODY, path)
                styles = _part(archive, _STYLES, path) if _STYLES in names else ""
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise ReadError("it is no Word document, or a damaged one: save it anew as .docx", path=path) from error
        except Exception as error:  # zlib.error and its like, which aren't imported for this
            raise error if isinstance(error, ReadError) else ReadError(f"it is damaged: {error}", path=path) from error
        named = Styles.of(Scan(styles, failing(path, styles, f"{_STYLES} in it"))) if styles else Styles()
        walk = Paragraphs(body, named, Scan(body, failing(path, body, f"{_BODY} in it"))).run()
        prose = assembled(walk.raw, walk.parts())
        blocks = prose.blocks if walk.is_styled else ()  # where nothing has a style, the text itself tells
        return Source(path, self.format, walk.raw, prose.text, prose.segments, blocks, reserved=None)


def _part(archive: ZipFile, name: str, path: str) -> str:
    """The text of a part of a document. Raises ReadError for a hostile one."""
    info = archive.getinfo(name)
    refuse_large(path, info.file_size)
    if info.file_size > _SMALL and info.file_size > _RATIO * max(1, info.compress_size):
        raise ReadError(f"{name} in it is packed so tightly that it is no text; it isn't read", path=path)
    with archive.open(info) as packed:
        data = packed.read(CHARACTERS + 1)
    refuse_large(path, len(data))
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} in it isn't UTF-8", path=path) from error
