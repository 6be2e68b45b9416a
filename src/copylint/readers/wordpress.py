"""WordPress exports (WXR) and RSS: the posts of a site, each a story of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from copylint.document import BlockKind, Source
from copylint.lazy import lazy
from copylint.readers.flow import GAPS, Flow
from copylint.readers.headline import with_headline
from copylint.readers.html import HTML, RESERVED
from copylint.readers.limits import refuse_deep, refuse_large
from copylint.readers.passage import Passage
from copylint.readers.prose import story
from copylint.readers.slot import Slots
from copylint.readers.tree import Node, nodes
from copylint.values import dataclass

_TYPES = frozenset({"", "post", "page", "attachment"})
_STATES = frozenset({"", "publish", "future", "draft", "pending", "private", "inherit"})
_SHORTCODES = lazy(
    GAPS + r"|\[(?:embed|code|sourcecode|audio|video)\b[^\[\]]*\][^\[\]]*\[/\w+\]"
    r"|\[/?caption\b[^\[\]]*\]|\[(?:gallery|playlist|audio|video|embed)\b[^\[\]]*\]"
    r"|\[[a-z][\w-]* +[\w-]+=[^\[\]]*\]|\[/[a-z][\w-]*\]"
)


class WordpressReader:
    """Reads WordPress exports, and RSS with whole stories in it. Comments are left out."""

    format: Final = "wxr"
    suffixes: Final = (".wxr", ".rss")

    def read(self, path: str, raw: str) -> tuple[Source, ...]:
        """The stories in a file. Raises ReadError for what is no XML, or is too large or too deep."""
        refuse_large(path, len(raw))
        return tuple(_sources(path, raw))


def _sources(path: str, raw: str) -> Iterator[Source]:
    language = ""
    deep = partial(refuse_deep, path, raw)
    for node in nodes(path, raw, ("item", "language")):
        if node.name == "language":
            language = language or node.text
        elif node.one("post_type").text in _TYPES and node.one("status").text in _STATES:
            yield _Post(path, raw, deep, language, node).source()


@dataclass(frozen=True, slots=True)
class _Post:
    """A post, page or picture."""

    path: str
    raw: str
    deep: Callable[[int, int], None]
    language: str
    node: Node

    def source(self) -> Source:
        """The story."""
        slots = Slots(self.deep, self.language)
        self._gather(slots)
        return story(
            self.path,
            WordpressReader.format,
            self.raw,
            with_headline(slots.parts),
            directives=slots.directives,
            language=self.language or "en",
            item=self.node.one("post_id").text or self.node.one("guid").text,
            reserved=f"{RESERVED}]",
        )

    def _gather(self, slots: Slots) -> None:
        is_picture = self.node.one("post_type").text == "attachment"
        bodies = [node.passage for node in self.node.all("encoded") if not self._is_excerpt(node)]
        if not is_picture:
            slots.add(self.node.one("title").passage, BlockKind.HEADLINE, is_html=True)
        has_body = any(body.text.strip() for body in bodies)
        for node in self.node.all("description") if not is_picture else ():
            slots.add(node.passage, BlockKind.STANDFIRST if has_body else BlockKind.PARAGRAPH)
        for node in filter(self._is_excerpt, self.node.all("encoded")):
            slots.add(node.passage, BlockKind.CAPTION if is_picture else BlockKind.STANDFIRST, is_html=True)
        for body in bodies:
            self._add_body(slots, body, BlockKind.CAPTION if is_picture else BlockKind.PARAGRAPH)

    def _is_excerpt(self, node: Node) -> bool:
        return self.raw.startswith("<excerpt:", node.start)

    def _add_body(self, slots: Slots, body: Passage, kind: BlockKind) -> None:
        """Adds stored mark-up: an empty line ends a paragraph, and shortcodes stand in brackets."""
        flow = Flow(body, HTML, self.deep, language=self.language, breaks=2, gaps=_SHORTCODES, on_mark=_on_shortcode)
        slots.take(flow.run(), kind)


def _on_shortcode(flow: Flow, mark: str, at: int) -> None:
    """Reads a caption; any other shortcode is left out."""
    if mark.startswith("[caption"):
        flow.enter("[caption", BlockKind.CAPTION)
    elif mark.startswith("[/caption"):
        flow.leave("[caption", at)
