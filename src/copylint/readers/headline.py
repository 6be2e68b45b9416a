"""Tells the headline from the other headings, where a format has headings and no headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.document import BODY, BlockKind
from copylint.readers.prose import Part
from copylint.values import replace

_NOT_BEFORE_HEADLINE = BODY | {BlockKind.TABLE_CELL}


def with_headline(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with the headline told from the other headings: the first of level 1, or else one that opens the story.

    Parts of which one is known to be the headline stay what they are.
    """
    own = tuple(parts)
    if any(part.kind is BlockKind.HEADLINE for part in own):
        yield from own
        return
    headings = [place for place, part in enumerate(own) if part.kind is BlockKind.SUBHEAD]
    top = [place for place in headings if own[place].level == 1]
    opening = [place for place in headings[:1] if all(part.kind not in _NOT_BEFORE_HEADLINE for part in own[:place])]
    headline = (*top, *opening, -1)[0]
    for place, part in enumerate(own):
        yield replace(part, kind=BlockKind.HEADLINE, level=0) if place == headline else part
