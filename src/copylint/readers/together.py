"""The stories of a file as one, for those who ask what stands in the file and not what is wrong with a story."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.document import Block, Source
from copylint.readers.prose import SEPARATOR
from copylint.spans import Segment, Span
from copylint.values import replace


def together(sources: Sequence[Source]) -> Source:
    """One source of several of one file, in order."""
    prose: list[str] = []
    segments: list[Segment] = []
    blocks: list[Block] = []
    at = 0
    for source in (source for source in sources if source.segments):
        start = source.segments[0].raw.start
        if segments:
            gap = Span(min(segments[-1].raw.end, start), start)
            segments += (Segment(Span(at, at + 1), gap), Segment(Span(at + 1, at + 2), Span(start, start)))
            at += len(SEPARATOR)
        segments += (Segment(segment.prose.shifted(at), segment.raw) for segment in source.segments)
        blocks += (replace(block, span=block.span.shifted(at)) for block in source.blocks)
        prose.append(source.prose)
        at += len(source.prose)
    directives = tuple(directive for source in sources for directive in source.directives)
    return replace(
        sources[0],
        prose=SEPARATOR.join(prose),
        segments=tuple(segments),
        blocks=tuple(blocks),
        directives=directives,
        item="",
    )
