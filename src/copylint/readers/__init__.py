"""From the bytes of a file to a Source: one reader a format."""

from typing import Final

from copylint.readers.decode import decoded
from copylint.readers.markdown import MarkdownReader
from copylint.readers.plain import PlainReader

READERS: Final = (MarkdownReader(), PlainReader())
"""The readers that come with copylint."""

__all__ = ["READERS", "MarkdownReader", "PlainReader", "decoded"]
