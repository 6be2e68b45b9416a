"""NewsML-G2: news items, each with its content and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from copylint.document import BlockKind, Source
from copylint.readers.html import HTML, RESERVED
from copylint.readers.limits import refuse_deep, refuse_large
from copylint.readers.nitf import NITF
from copylint.readers.passage import Passage
from copylint.readers.prose import story
from copylint.readers.slot import Slots
from copylint.readers.tree import Node, failing, nodes
from copylint.values import dataclass

_SAID: Mapping[str, BlockKind] = {
    "headline": BlockKind.HEADLINE,
    "by": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "creditline": BlockKind.CREDIT,
    "description": BlockKind.STANDFIRST,
}
_CAPTION = "caption"
_ITEMS = ("newsItem", "packageItem")


class NewsmlReader:
    """Reads NewsML-G2: single items, and messages of several."""

    format: Final = "newsml-g2"
    suffixes: Final = (".newsml",)

    def read(self, path: str, raw: str) -> tuple[Source, ...]:
        """The stories in a file. Raises ReadError for what is no XML, or is too large or too deep."""
        refuse_large(path, len(raw))
        desk = _Desk(path, raw, partial(refuse_deep, path, raw))
        return tuple(desk.source(item) for item in nodes(path, raw, _ITEMS))


@dataclass(frozen=True, slots=True)
class _Desk:
    """Reads the items of one file."""

    path: str
    raw: str
    deep: Callable[[int, int], None]

    def source(self, item: Node) -> Source:
        """The story of an item."""
        said = item.one("contentMeta")
        language = item.attributes.get("xml:lang") or next(
            (each.attributes.get("tag", "") for each in said.all("language")), ""
        )
        body, slots = Slots(self.deep, language), Slots(self.deep, language)
        for content in _chosen(item.one("contentSet")):
            self._add_content(body, content)
        for node in said.all(*_SAID):
            kind = _SAID[node.name]
            if node.name == "description" and node.attributes.get("role", "").endswith(_CAPTION):
                kind = BlockKind.CAPTION
            if not body.has([kind]) and not slots.has([kind]):
                slots.add_marked(Passage.of(self.raw, [node.inner]), HTML, kind, failing(self.path, self.raw))
        return story(
            self.path,
            NewsmlReader.format,
            self.raw,
            (*slots.parts, *body.parts),
            directives=(*slots.directives, *body.directives),
            language=language or "en",
            item=item.attributes.get("guid", ""),
            reserved=RESERVED,
        )

    def _add_content(self, slots: Slots, content: Node) -> None:
        if content.name == "inlineXML":
            is_nitf = any(content.below("nitf"))
            inner = Passage.of(self.raw, [content.inner])
            slots.add_marked(inner, NITF if is_nitf else HTML, BlockKind.PARAGRAPH, failing(self.path, self.raw))
        elif not content.attributes.get("encoding"):
            slots.add(content.passage)


def _chosen(content: Node) -> Iterator[Node]:
    """Of several renditions of a story the one with mark-up, or else the longest: each says the same."""
    for name in ("inlineXML", "inlineData"):
        found = sorted(content.all(name), key=lambda node: -node.inner.length)
        if found:
            yield found[0]
            return
