"""From the bytes of a file to its stories: one reader a format, imported when a file of it is read."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.document import Source
from copylint.named import thing
from copylint.readers.decode import can_encode, decoded, encoded
from copylint.values import dataclass

__all__ = ["READERS", "OwnReader", "can_encode", "decoded", "encoded"]


@dataclass(frozen=True, slots=True)
class OwnReader:
    """A reader that comes with copylint: its format, its suffixes, and the `module:name` of its class.

    `is_packed` tells that its files are no text: then `unpack` reads them. `is_shared` tells that most files of its suffixes
    are something else: in folders, those that hold no story are passed over.
    """

    format: str
    suffixes: tuple[str, ...]
    maker: str
    is_packed: bool = False
    is_shared: bool = False

    def read(self, path: str, raw: str) -> Source | Sequence[Source]:
        """The story in a text, or the stories."""
        found: Source | Sequence[Source] = thing(self.maker)().read(path, raw)
        return found

    def knows(self, head: bytes) -> bool:
        """Whether a file that begins so is of this format, where others share its suffixes."""
        return bool(thing(self.maker)().knows(head))

    def unpack(self, path: str, data: bytes) -> Source:
        """The story in a file that is no text."""
        found: Source = thing(self.maker)().unpack(path, data)
        return found


READERS = (
    OwnReader("asciidoc", (".adoc", ".asciidoc"), "copylint.readers.asciidoc:AsciidocReader"),
    OwnReader("docx", (".docx",), "copylint.readers.docx:DocxReader", is_packed=True),
    OwnReader("html", (".html", ".htm", ".xhtml"), "copylint.readers.html:HtmlReader"),
    OwnReader("markdown", (".md", ".markdown", ".mdown", ".mkd"), "copylint.readers.markdown:MarkdownReader"),
    OwnReader("newsml-g2", (".newsml",), "copylint.readers.newsml:NewsmlReader"),
    OwnReader("ninjs", (".ninjs",), "copylint.readers.ninjs:NinjsReader"),
    OwnReader("json", (".json",), "copylint.readers.ninjs:NinjsReader", is_shared=True),
    OwnReader("nitf", (".nitf",), "copylint.readers.nitf:NitfReader"),
    OwnReader("plain", (".txt", ".text"), "copylint.readers.plain:PlainReader"),
    OwnReader("rst", (".rst", ".rest"), "copylint.readers.rst:RstReader"),
    OwnReader("wxr", (".wxr", ".rss"), "copylint.readers.wordpress:WordpressReader"),
    OwnReader("xml", (".xml",), "copylint.readers.xml:XmlReader", is_shared=True),
)
"""The readers that come with copylint."""
