"""Copy written out in a format by a writer that notes where each character of it comes to stand, for readers to be held to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from copylint.document import Source
from copylint.spans import SegmentMap, Span

LETTERS = "abzAZ019.,;:!?'\"()&<>-–—“”‘’éßøœ…\u0301\u00a0\u200d€😀𝔊\u202e#%/"
"""Letters, all that formats write in their own ways, and what takes two units in UTF-16."""
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=6).map(lambda word: f"x{word}y")
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=4)


@dataclass
class Writer:
    """Writes a file; `copy` are the characters of the copy, each with where it stands."""

    draw: st.DrawFn
    parts: list[str] = field(default_factory=list)
    length: int = 0
    copy: list[tuple[str, Span]] = field(default_factory=list)

    @property
    def raw(self) -> str:
        return "".join(self.parts)

    def markup(self, text: str) -> None:
        """Writes what is no copy."""
        self.parts.append(text)
        self.length += len(text)

    def letter(self, letter: str, written: str) -> None:
        """Writes a character of the copy in some way."""
        start = self.length
        self.markup(written)
        self.copy.append((letter, Span(start, self.length)))

    def some(self, *ways: str) -> str:
        """One of several ways."""
        return self.draw(st.sampled_from(ways))

    def text(self, text: str, ways: Callable[[str], Sequence[str]], between: Sequence[str] = ("",)) -> None:
        """Writes copy, each character in one of its ways, and some mark-up between them."""
        for letter in text:
            self.letter(letter, self.some(*ways(letter)))
            self.markup(self.some(*between))
        self.copy.append(("\n", Span(self.length, self.length)))


def agrees(writer: Writer, source: Source) -> None:
    """Holds a reader to what the writer wrote: all of it in its order, and each character where it stands."""
    raw, segments = writer.raw, SegmentMap(source.segments)
    assert source.raw == raw
    letters = [(letter, span) for letter, span in writer.copy if letter != "\n"]
    places = [at for block in source.blocks for at in range(block.span.start, block.span.end) if source.prose[at] not in "\r\n"]
    assert "".join(source.prose[at] for at in places) == "".join(letter for letter, _ in letters)
    for at, (letter, span) in zip(places, letters, strict=True):
        assert (source.prose[at], segments.raw(Span(at, at + 1))) == (letter, span)


def paragraphs(source: Source) -> list[str]:
    """The text of each block."""
    return [block.span.of(source.prose) for block in source.blocks]
