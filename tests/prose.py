"""Texts for the tests of analysis: any text at all, and the document of one."""

from __future__ import annotations

from hypothesis import strategies as st

from copylint.analysis import analyse
from copylint.document import Block, BlockKind, Document, Knowledge, Source
from copylint.spans import Segment, Span

KNOWLEDGE = Knowledge(
    abbreviations=frozenset({"Dr", "Gen", "Inc", "No", "Sept", "St", "Va", "vs", "etc", "pp"}),
    furniture=(
        r"\d+ min read",
        r"published:? updated:?",
        r"follow us on \w+",
        "advertisement",
        "(?:share|tweet|email)(?: (?:share|tweet|email))+",
    ),
    link_labels=("read more:?", "related(?: stories)?:?"),
    cues={"said": "say", "asked": "say"},
)

_PIECES = (
    "word",
    "The",
    "said",
    "U.S.",
    "Dr.",
    "3.5",
    "’90s",
    "iPhone",
    "e\u0301t\u0301",
    "😀",
    "👩‍👩‍👧",
    "\ufffc",
    "\u2028",
    "\x85",
    "\u00a0",
    "\u200b",
    ".",
    "!",
    "?",
    "…",
    "...",
    ",",
    ":",
    "-",
    "—",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "``",
    "''",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\r\n\r\n",
    "\t",
    "By Ann Lee",
    "Read more:",
    "5 min read",
    "• ",
    "1. ",
)
any_text = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
"""Any text: code points of every kind, or a jumble of what news is made of."""


def a_source(prose: str, *, blocks: tuple[Block, ...] = ()) -> Source:
    """A plain-text source."""
    whole = Span(0, len(prose))
    return Source("a.txt", "plain", prose, prose, (Segment(whole, whole),) if prose else (), blocks=blocks)


def a_document(prose: str, knowledge: Knowledge = KNOWLEDGE, *, blocks: tuple[Block, ...] = ()) -> Document:
    """The document of a text."""
    return analyse(a_source(prose, blocks=blocks), knowledge)


def a_paragraph(prose: str) -> tuple[Block, ...]:
    """A text as one paragraph, white space at its ends left out; no block if there is nothing else."""
    inside = prose.strip()
    start = prose.find(inside)
    return (Block(BlockKind.PARAGRAPH, Span(start, start + len(inside))),) if inside else ()


def paragraphs(*texts: str) -> tuple[str, tuple[Block, ...]]:
    """Paragraphs joined by blank lines, and their blocks."""
    blocks, prose = [], ""
    for text in texts:
        prose += "\n\n" if prose else ""
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(prose), len(prose) + len(text))))
        prose += text
    return prose, tuple(blocks)
