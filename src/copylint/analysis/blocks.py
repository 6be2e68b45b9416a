"""A source into the parts of an article: headline, byline, paragraphs, captions, links, page furniture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from copylint.analysis import line
from copylint.analysis.layout import chunks
from copylint.document import Block, BlockKind, Knowledge, Source
from copylint.lazy import lazy
from copylint.values import replace

_CLOSING = "\"'”’)]»"
_TWO_SENTENCES = lazy(r"[a-z0-9)\"”’][.!?][\"”’)]*\s+[\"“‘(]*[A-Z][a-z’']* [a-z]")
_STARTS_BODY = lazy(
    r"(?:The(?! Latest:)|An?|It|He|She|They|There|This|That|These|Those|We|I|In|On|At|But|And|His|Her|Their|As)\b"
)
_WORD = lazy(r"\w+(?:[’'.-]\w+)*")

_LONGEST_HEADLINE = 200
_LONGEST_STOPPED_HEADLINE = 130
_LONGEST_SUBHEAD = 75
_MOST_SUBHEAD_WORDS = 11
_LONGEST_LINK = 170
_LEAST_RUN = 3
_SECTIONS = frozenset(
    {
        *(
            "news",
            "world",
            "world news",
            "uk news",
            "us news",
            "politics",
            "business",
            "economy",
            "money",
            "markets",
            "opinion",
        ),
        *("comment", "analysis", "explainer", "exclusive", "breaking", "breaking news", "live", "sport", "sports", "football"),
        *("culture", "arts", "books", "film", "music", "media", "technology", "tech", "science", "health", "environment"),
        *("education", "society", "law", "crime", "travel", "lifestyle", "features", "feature", "obituary", "obituaries"),
        *(
            "middle east",
            "europe",
            "asia",
            "africa",
            "americas",
            "australia",
            "us",
            "uk",
            "u.s.",
            "local news",
            "local",
            "national",
        ),
    }
)
_RELABELLED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


_Kinds = list[BlockKind | None]
"""The kind of each part of a text on its way to becoming a block; None where it isn't known yet."""


def blocks(source: Source, knowledge: Knowledge) -> tuple[Block, ...]:
    """The parts of a story, in order, without overlaps, white space at their ends left out.

    A source's own blocks stay what they are, but for paragraphs that are page furniture, links, a byline, a date, a
    caption or a credit. Raises `re.error` for a pattern of the knowledge that is none.
    """
    patterns = line.PackLines.of(knowledge)
    if source.blocks:
        return _relabelled(source, patterns)
    prose = source.prose

    def is_alone(text: str) -> bool:
        return _own_kind(text, patterns) is not None or _is_byline_or_date(text)

    spans = chunks(prose, is_alone)
    texts = [prose[span.start : span.end] for span in spans]
    kinds = _with_links(texts, [_own_kind(text, patterns) for text in texts], patterns)
    return tuple(map(Block, _with_body(texts, _with_head(texts, kinds)), spans))


def _relabelled(source: Source, patterns: line.PackLines) -> tuple[Block, ...]:
    texts = [block.span.of(source.prose) for block in source.blocks]
    kinds = [
        _own_kind(text, patterns) if block.kind in _RELABELLED else block.kind
        for block, text in zip(source.blocks, texts, strict=True)
    ]
    kinds = _with_links(texts, kinds, patterns)
    for index in range(_head_end(texts, kinds, 0)):
        kinds[index] = kinds[index] or _byline_or_date(texts[index])
    return tuple(
        block if kind is None or kind is block.kind else replace(block, kind=kind)
        for block, kind in zip(source.blocks, kinds, strict=True)
    )


def _own_kind(text: str, patterns: line.PackLines) -> BlockKind | None:
    """What a line is wherever it stands, or None."""
    if patterns.is_furniture(text):
        return BlockKind.FURNITURE
    if patterns.is_label(text) or patterns.is_labelled_link(text):
        return BlockKind.RELATED_LINK
    if line.is_caption(text):
        return BlockKind.CAPTION
    return BlockKind.CREDIT if line.is_credit(text) else None


def _with_links(texts: Sequence[str], kinds: _Kinds, patterns: line.PackLines) -> _Kinds:
    """Lines that look like headlines are links where they follow a label."""
    if BlockKind.RELATED_LINK not in kinds:
        return kinds
    found: _Kinds = []
    is_after_label = False
    for text, kind in zip(texts, kinds, strict=True):
        if kind is BlockKind.RELATED_LINK:
            is_after_label = patterns.is_label(text)
        elif is_after_label and kind is None and _is_link(text):
            kind = BlockKind.RELATED_LINK
        elif kind is not BlockKind.FURNITURE:
            is_after_label = False
        found.append(kind)
    return found


def _is_link(text: str) -> bool:
    return len(text) <= _LONGEST_LINK and not _has_full_stop(text) and not _TWO_SENTENCES.search(text)


def _has_full_stop(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(".")


def _is_stopped(text: str) -> bool:
    """Whether a text ends with a stop, a comma or a closing quotation mark."""
    return text.endswith(('"', "”", "»")) or text.rstrip(_CLOSING).endswith((".", "!", "?", ":", ";", ",", "…"))


def _head_end(texts: Sequence[str], kinds: _Kinds, start: int) -> int:
    """The index of the body's first paragraph from `start` on.

    One with a stop right above the byline or the date is the standfirst yet.
    """
    is_signed = False
    for index in range(start, len(texts)):
        if kinds[index] is not None:
            continue
        text = texts[index]
        if _is_byline_or_date(text):
            is_signed = True
        elif _has_full_stop(text):
            below = texts[index + 1 : index + 2]
            if is_signed or len(text) > line.LONGEST_LABEL or not below or not _is_byline_or_date(below[0]):
                return index
    return len(texts)


def _is_byline_or_date(text: str) -> bool:
    return line.is_dateline(text) or line.is_byline(text)


def _byline_or_date(text: str) -> BlockKind | None:
    if line.is_dateline(text):
        return BlockKind.DATELINE
    return BlockKind.BYLINE if line.is_byline(text) else None


def _with_head(texts: Sequence[str], kinds: _Kinds) -> _Kinds:
    """The headline, and what stands between it and the first paragraph."""
    found = list(kinds)
    title = next((i for i, kind in enumerate(kinds) if kind is None), None)
    if title is not None and _is_section(texts, kinds, title):
        found[title] = BlockKind.FURNITURE
        title += 1
    if title is None or not _is_headline(texts, kinds, title):
        return found
    found[title] = BlockKind.HEADLINE
    head = range(title + 1, _head_end(texts, found, title + 1))
    for index in head:
        found[index] = found[index] or _byline_or_date(texts[index])
    marked = [i for i in head if found[i] in (BlockKind.BYLINE, BlockKind.DATELINE)]
    if marked:
        for index in range(title + 1, marked[0]):
            if found[index] is None:
                is_name = index + 1 == marked[0] and line.is_name(texts[index])
                found[index] = BlockKind.BYLINE if is_name else BlockKind.STANDFIRST
    return found


def _is_section(texts: Sequence[str], kinds: _Kinds, index: int) -> bool:
    """Whether the name of a section stands above the headline."""
    is_next_open = kinds[index + 1 : index + 2] == [None]
    return texts[index].lower() in _SECTIONS and is_next_open and _is_headline(texts, kinds, index + 1)


def _is_headline(texts: Sequence[str], kinds: _Kinds, index: int) -> bool:
    text = texts[index]
    rest = list(islice((texts[i] for i in range(index + 1, len(texts)) if kinds[i] is None), 3))
    if not rest or len(text) > _LONGEST_HEADLINE or line.is_item(text):
        return False
    if ";\n" in text.replace(" ", ""):
        return True  # two decks
    if _TWO_SENTENCES.search(text):
        return False
    if not _is_stopped(text) or text[-1] in "'’\"”?!":
        return True
    if len(text) > _LONGEST_STOPPED_HEADLINE or text[-1] in ":,":
        return False
    return _is_title_case(text) or (len(rest) == 3 and not _STARTS_BODY.match(text) and max(map(len, rest)) > len(text))


def _is_title_case(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _with_body(texts: Sequence[str], kinds: _Kinds) -> list[BlockKind]:
    """Subheads, list items and the sources of set-off quotations told from the paragraphs."""
    short = _short_runs(texts, kinds)
    return [kind or _body_kind(texts, kinds, i, in_run=i in short) for i, kind in enumerate(kinds)]


def _short_runs(texts: Sequence[str], kinds: _Kinds) -> frozenset[int]:
    """The indices of short lines without a stop that stand three or more together: items of a list, or a gallery."""
    found: list[int] = []
    run: list[int] = []
    for index, text in enumerate(texts):
        if kinds[index] is None and _is_short(text):
            run.append(index)
        elif run:
            found += run if len(run) >= _LEAST_RUN else []
            run = []
    return frozenset(found + (run if len(run) >= _LEAST_RUN else []))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_SUBHEAD and not _is_stopped(text)


def _body_kind(texts: Sequence[str], kinds: _Kinds, index: int, *, in_run: bool) -> BlockKind:
    text = texts[index]
    if len(text) > _LONGEST_SUBHEAD and (text[0].isupper() or text[0] in "“\"‘'"):
        return BlockKind.PARAGRAPH  # most are
    after = texts[index + 1] if index + 1 < len(texts) else ""
    before = texts[index - 1] if index else ""
    if line.is_quote_source(text) and before and kinds[index - 1] is None and not line.is_quote_source(before):
        return BlockKind.CREDIT
    if in_run or (line.is_item(text) and (line.is_bullet(text) or line.is_item(before) or line.is_item(after))):
        return BlockKind.LIST_ITEM
    if before and after and kinds[index + 1] is None and (line.is_time(text) or _is_subhead(text, after)):
        return BlockKind.SUBHEAD
    return BlockKind.PARAGRAPH


def _is_subhead(text: str, after: str) -> bool:
    if not _is_short(text) or not text[0].isalnum() or text[0].islower() or len(text.split()) > _MOST_SUBHEAD_WORDS:
        return False
    return line.is_item(after) or (len(after) > _LONGEST_SUBHEAD and _is_stopped(after))
