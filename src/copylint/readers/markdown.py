"""Markdown: blocks by markdown-it-py, mark-up inside them by our own scan, since inline tokens have no positions.

Left out of the prose: front matter, code, HTML blocks, rules, and definitions of links.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from copylint.document import Source
from copylint.readers.front_matter import front_matter
from copylint.readers.headline import with_headline
from copylint.readers.markdown_block import Walk
from copylint.readers.prose import story
from copylint.spans import LineIndex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NESTING = 100  # quotes in quotes and lists in lists; what lies deeper is left out, since the parser calls itself


class MarkdownReader:
    """Reads CommonMark with tables, strikethrough, front matter and suppression comments."""

    format: Final = "markdown"
    suffixes: Final = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, path: str, raw: str) -> Source:
        """The story in a text of Markdown; any text is one."""
        index = LineIndex.of(raw)
        front = front_matter(raw, index)
        body = raw[index.line(front.lines).end :] if front.lines else raw
        tokens, is_label = _parsed(body)
        walk = Walk(raw, index, front.lines, is_label)
        for token in tokens:
            walk.take(token)
        directives = (*front.directives, *walk.directives)
        return story(path, self.format, raw, with_headline(walk.parts), directives=directives)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _parsed(body: str) -> tuple[list[Token], Callable[[str], bool]]:
    """The block tokens of a text, and whether it defines a link's label."""
    from markdown_it.common.utils import normalizeReference

    env: dict[str, dict[str, object]] = {}
    tokens = _parser().parse(body, env)
    labels = frozenset(env.get("references", ()))
    return tokens, lambda label: bool(labels) and normalizeReference(label) in labels
