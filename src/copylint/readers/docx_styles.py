"""The styles of a Word document: what each says of the paragraphs that have it."""

from __future__ import annotations

from collections.abc import Mapping

from copylint.document import BlockKind
from copylint.lazy import lazy, re
from copylint.readers.tag import TokenKind, attributes
from copylint.readers.tree import Scan
from copylint.values import dataclass, field

CODE = None
"""The kind of what isn't read."""
_KINDS: Mapping[str, BlockKind | None] = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "byline": BlockKind.BYLINE,
    "author": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "date": BlockKind.DATELINE,
    "caption": BlockKind.CAPTION,
    "credit": BlockKind.CREDIT,
    **dict.fromkeys(("subtitle", "standfirst", "deck", "dek"), BlockKind.STANDFIRST),
    **dict.fromkeys(("quote", "intense quote", "intensequote", "block text", "blocktext"), BlockKind.BLOCK_QUOTE),
    **dict.fromkeys(("code", "html preformatted", "htmlpreformatted", "macro text", "header", "footer"), CODE),
}
_HEADING = lazy(r"heading ?([1-9])", re.IGNORECASE)
_LONGEST_LINE = 20  # so often is a style made after another at most


@dataclass(frozen=True, slots=True)
class Styles:
    """The names of styles by their id, and the ids of those they were made after."""

    names: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, scan: Scan) -> Styles:
        """The styles in `word/styles.xml`."""
        names: dict[str, str] = {}
        bases: dict[str, str] = {}
        style = ""
        for token in scan.tokens():
            if token.kind is TokenKind.OPEN and token.value in ("style", "name", "basedOn"):
                found = attributes(scan.raw[token.start : token.end])
                if token.value == "style":
                    style = found.get("w:styleid", "")
                elif scan.names[-1:] == ["style"]:
                    (names if token.value == "name" else bases)[style] = found.get("w:val", "")
        return cls(names, bases)

    def kind(self, style: str) -> tuple[BlockKind | None, int]:
        """The kind and level of a paragraph with a style: its own, or that of the style it was made after."""
        for _ in range(_LONGEST_LINE):
            name = self.names.get(style, style).lower()
            heading = _HEADING.fullmatch(name)
            if heading:
                return BlockKind.SUBHEAD, int(heading[1])
            if name in _KINDS:
                return _KINDS[name], 0
            if name.startswith("list"):
                return BlockKind.LIST_ITEM, 0
            style = self.bases.get(style, "")
            if not style:
                break
        return BlockKind.PARAGRAPH, 0
