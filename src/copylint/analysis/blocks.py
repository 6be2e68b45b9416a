"""A source into the parts of an article: headline, byline, paragraphs, captions, links, page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copylint.analysis import line
from copylint.analysis.layout import chunks
from copylint.document import Block, BlockKind, Knowledge, Source
from copylint.spans import Span
from copylint.values import dataclass, replace

_STOPPED = re.compile(r"[.!?:;,…][\"'”’)\]»]*$|[\"”»]$")
_FULL_STOP = re.compile(r"\.[\"'”’)\]»]*$")
_TWO_SENTENCES = re.compile(r"[a-z0-9)\"”’][.!?][\"”’)]*\s+[\"“‘(]*[A-Z][a-z’']* [a-z]")
_STARTS_BODY = re.compile(
    r"(?:The(?! Latest:)|An?|It|He|She|They|There|This|That|These|Those|We|I|In|On|At|But|And|His|Her|Their|As)\b"
)
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")

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


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the text on its way to becoming a block."""

    span: Span
    text: str
    kind: BlockKind | None = None


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

    parts = [_Part(span, span.of(prose)) for span in chunks(prose, is_alone)]
    parts = _with_own_kinds(parts, patterns)
    parts = _with_links(parts, patterns)
    parts = _with_head(parts)
    return tuple(Block(part.kind or BlockKind.PARAGRAPH, part.span) for part in _with_body(parts))


def _relabelled(source: Source, patterns: line.PackLines) -> tuple[Block, ...]:
    parts = [
        _Part(block.span, block.span.of(source.prose), None if block.kind in _RELABELLED else block.kind)
        for block in source.blocks
    ]
    parts = _with_links(_with_own_kinds(parts, patterns), patterns)
    head = _head_end(parts)
    parts = [_byline_or_date(part) if i < head else part for i, part in enumerate(parts)]
    return tuple(
        block if part.kind is None or part.kind is block.kind else replace(block, kind=part.kind)
        for block, part in zip(source.blocks, parts, strict=True)
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


def _with_own_kinds(parts: Sequence[_Part], patterns: line.PackLines) -> list[_Part]:
    return [part if part.kind else replace(part, kind=_own_kind(part.text, patterns)) for part in parts]


def _with_links(parts: Sequence[_Part], patterns: line.PackLines) -> list[_Part]:
    """Lines that look like headlines are links where they follow a label."""
    found: list[_Part] = []
    is_after_label = False
    for part in parts:
        if part.kind is BlockKind.RELATED_LINK:
            is_after_label = patterns.is_label(part.text)
        elif is_after_label and part.kind is None and _is_link(part.text):
            part = replace(part, kind=BlockKind.RELATED_LINK)
        elif part.kind is not BlockKind.FURNITURE:
            is_after_label = False
        found.append(part)
    return found


def _is_link(text: str) -> bool:
    return len(text) <= _LONGEST_LINK and not _FULL_STOP.search(text) and not _TWO_SENTENCES.search(text)


def _head_end(parts: Sequence[_Part]) -> int:
    """The index of the body's first paragraph; one with a stop right above the byline or the date is the standfirst yet."""
    is_signed = False
    for index, part in enumerate(parts):
        if part.kind is not None:
            continue
        if _is_byline_or_date(part.text):
            is_signed = True
        elif _FULL_STOP.search(part.text):
            below = parts[index + 1 : index + 2]
            if is_signed or len(part.text) > line.LONGEST_LABEL or not below or not _is_byline_or_date(below[0].text):
                return index
    return len(parts)


def _is_byline_or_date(text: str) -> bool:
    return line.is_dateline(text) or line.is_byline(text)


def _byline_or_date(part: _Part) -> _Part:
    if part.kind is not None:
        return part
    if line.is_dateline(part.text):
        return replace(part, kind=BlockKind.DATELINE)
    return replace(part, kind=BlockKind.BYLINE) if line.is_byline(part.text) else part


def _with_head(parts: Sequence[_Part]) -> list[_Part]:
    """The headline, and what stands between it and the first paragraph."""
    found = list(parts)
    title = next((i for i, part in enumerate(parts) if part.kind is None), None)
    if title is not None and _is_section(parts, title):
        found[title] = replace(found[title], kind=BlockKind.FURNITURE)
        title += 1
    if title is None or not _is_headline(parts, title):
        return found
    found[title] = replace(found[title], kind=BlockKind.HEADLINE)
    end = _head_end(found[title + 1 :]) + title + 1
    for index in range(title + 1, end):
        found[index] = _byline_or_date(found[index])
    marked = [i for i in range(title + 1, end) if found[i].kind in (BlockKind.BYLINE, BlockKind.DATELINE)]
    if marked:
        for index in range(title + 1, marked[0]):
            if found[index].kind is None:
                is_name = index + 1 == marked[0] and line.is_name(found[index].text)
                found[index] = replace(found[index], kind=BlockKind.BYLINE if is_name else BlockKind.STANDFIRST)
    return found


def _is_section(parts: Sequence[_Part], index: int) -> bool:
    """Whether the name of a section stands above the headline."""
    after = parts[index + 1 : index + 2]
    return parts[index].text.lower() in _SECTIONS and bool(after) and after[0].kind is None and _is_headline(parts, index + 1)


def _is_headline(parts: Sequence[_Part], index: int) -> bool:
    text = parts[index].text
    rest = [part for part in parts[index + 1 :] if part.kind is None]
    if not rest or len(text) > _LONGEST_HEADLINE or line.is_item(text):
        return False
    if ";\n" in text.replace(" ", ""):
        return True  # two decks
    if _TWO_SENTENCES.search(text):
        return False
    if not _STOPPED.search(text) or text[-1] in "'’\"”?!":
        return True
    if len(text) > _LONGEST_STOPPED_HEADLINE or text[-1] in ":,":
        return False
    longest = max(len(part.text) for part in rest[:3])
    return _is_title_case(text) or (len(rest) >= 3 and not _STARTS_BODY.match(text) and longest > len(text))


def _is_title_case(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _with_body(parts: Sequence[_Part]) -> list[_Part]:
    """Subheads, list items and the sources of set-off quotations told from the paragraphs."""
    short = _short_runs(parts)
    return [part if part.kind else replace(part, kind=_body_kind(parts, i, in_run=i in short)) for i, part in enumerate(parts)]


def _short_runs(parts: Sequence[_Part]) -> frozenset[int]:
    """The indices of short lines without a stop that stand three or more together: items of a list, or a gallery."""
    found: list[int] = []
    run: list[int] = []
    for index, part in enumerate(parts):
        if part.kind is None and _is_short(part.text):
            run.append(index)
            continue
        found += run if len(run) >= _LEAST_RUN else []
        run = []
    return frozenset(found + (run if len(run) >= _LEAST_RUN else []))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_SUBHEAD and not _STOPPED.search(text)


def _body_kind(parts: Sequence[_Part], index: int, *, in_run: bool) -> BlockKind:
    text = parts[index].text
    after = parts[index + 1] if index + 1 < len(parts) else None
    before = parts[index - 1] if index else None
    if line.is_quote_source(text) and before and before.kind is None and not line.is_quote_source(before.text):
        return BlockKind.CREDIT
    if in_run or (line.is_item(text) and (line.is_bullet(text) or _has_kin(before) or _has_kin(after))):
        return BlockKind.LIST_ITEM
    if before and after and after.kind is None and (line.is_time(text) or _is_subhead(text, after)):
        return BlockKind.SUBHEAD
    return BlockKind.PARAGRAPH


def _has_kin(part: _Part | None) -> bool:
    return part is not None and line.is_item(part.text)


def _is_subhead(text: str, after: _Part) -> bool:
    if not _is_short(text) or not text[0].isalnum() or text[0].islower() or len(text.split()) > _MOST_SUBHEAD_WORDS:
        return False
    return _has_kin(after) or (len(after.text) > _LONGEST_SUBHEAD and _STOPPED.search(after.text) is not None)
