"""Plain text: the prose is the file."""

from __future__ import annotations

from copylint.document import Source
from copylint.spans import Segment, Span


class PlainReader:
    """Reads plain text. Nothing in it is mark-up, so it has no suppression comments."""

    format = "plain"
    suffixes = (".txt", ".text")

    def read(self, path: str, raw: str) -> Source:
        """The story as it stands, with no blocks: the analysis finds them."""
        whole = Span(0, len(raw))
        return Source(path, self.format, raw, raw, (Segment(whole, whole),) if raw else ())
