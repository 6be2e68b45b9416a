"""From the bytes of a file to a Source: one reader a format, imported when a file of it is read."""

from __future__ import annotations

from copylint.document import Source
from copylint.named import thing
from copylint.readers.decode import decoded
from copylint.values import dataclass

__all__ = ["READERS", "OwnReader", "decoded"]


@dataclass(frozen=True, slots=True)
class OwnReader:
    """A reader that comes with copylint: its format, its suffixes, and the `module:name` of its class."""

    format: str
    suffixes: tuple[str, ...]
    maker: str

    def read(self, path: str, raw: str) -> Source:
        """The story in a text."""
        source: Source = thing(self.maker)().read(path, raw)
        return source


READERS = (
    OwnReader("markdown", (".md", ".markdown", ".mdown", ".mkd"), "copylint.readers.markdown:MarkdownReader"),
    OwnReader("plain", (".txt", ".text"), "copylint.readers.plain:PlainReader"),
)
"""The readers that come with copylint."""
