"""What stands in one slot of a news item, such as its headline or its body: parts of prose of a kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copylint.document import BlockKind, Directive
from copylint.lazy import lazy, re
from copylint.readers.flow import Flow, Vocabulary
from copylint.readers.html import HTML
from copylint.readers.passage import Passage
from copylint.readers.prose import Part
from copylint.readers.tag import Fail
from copylint.values import dataclass, field, replace

_LOOKS_LIKE_HTML = lazy(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|table|section|article|u|q|sup|sub)\b[^<>]*>"
    r"|&(?:[a-z]{2,8}|#[0-9]{2,6});",
    re.IGNORECASE,
)
_EMPTY_LINE = lazy(r"\n[ \t\r]*\n")
LABELS = frozenset({BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})
"""The kinds of slots that have no paragraphs."""


@dataclass(slots=True)
class Slots:
    """Gathers what the slots of one item hold. `deep` refuses what lies too deep."""

    deep: Callable[[int, int], None]
    language: str = ""
    parts: list[Part] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)

    def add(self, passage: Passage, kind: BlockKind = BlockKind.PARAGRAPH, *, is_html: bool | None = None) -> None:
        """Adds a slot of text, or of HTML if it looks so."""
        is_html = bool(_LOOKS_LIKE_HTML.search(passage.text)) if is_html is None else is_html
        if is_html:
            self.add_marked(passage, HTML, kind)
            return
        breaks = 0 if kind in LABELS else 2 if _EMPTY_LINE.search(passage.text.strip()) else 1
        self.take(Flow(passage, HTML, self.deep, language=self.language, breaks=breaks).plain(), kind)

    def add_marked(self, passage: Passage, words: Vocabulary, kind: BlockKind, fail: Fail | None = None) -> None:
        """Adds a slot of mark-up; `fail` tells what XML may not have."""
        self.take(Flow(passage, words, self.deep, fail, language=self.language).run(), kind)

    def take(self, flow: Flow, kind: BlockKind) -> None:
        """Adds what a flow gave; what it knows of no kind is of this one."""
        self.directives += flow.directives
        self.parts += (replace(part, kind=kind) if _is_open(part, kind) else part for part in flow.copy)

    def has(self, kinds: Sequence[BlockKind]) -> bool:
        """Whether there is a part of one of these kinds."""
        return any(part.kind in kinds for part in self.parts)


def _is_open(part: Part, kind: BlockKind) -> bool:
    return kind in LABELS or part.kind is BlockKind.PARAGRAPH
