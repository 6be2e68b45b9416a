"""Quotations: which marks open and close, which are apostrophes or measures, and which run on into the next paragraph.

Double marks are paired first, block by block, single ones in what is left. A mark that finds no partner never reaches past
its block unless the next paragraph opens with the same mark.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from copylint.analysis.apostrophe import is_apostrophe
from copylint.document import BODY, Block, Quote
from copylint.lazy import lazy, re
from copylint.spans import Span
from copylint.values import dataclass

# A class first, which `re` looks for fastest; then what it has to be: ``, '', a double mark, or a single one at a word's end.
_SIGN = "[\"“”„«»‘'’`]"
_MARK = lazy(
    rf"{_SIGN}(?:(?={_SIGN}{{5}}){_SIGN}+|(?<=`)`|(?<=')'(?!')|(?<=[\"“”„«»‘])|(?<=['’])(?:(?<![\w\u0300-\u036f].)|(?!\w)))",
    re.DOTALL,
)
_LONGEST_MARK = 2
_CURLY_PAIRS = lazy("(?:“”)+")
_STRAIGHT_PAIRS = lazy('(?:"")+')
_DOUBLE = frozenset({"“", "”", '"', "„", "«", "»", "``", "''"})
_BEFORE_OPENING = frozenset("([{-–—―/‘'“„«¡¿>*_|…")
_NO_WORD = lazy(r"\s|[,;:!?)\]}]|\.(?!\.)")
_FEET = lazy(r"\d\s?['’′]\s?\d{1,2}$")
_POSSESSIVE_REACH = 60
"""How far after a likely plural possessive (`the workers’ …`) a single quotation may still close, in code points."""


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int
    opens: bool
    """Whether it looks like an opening mark: space before it and none after."""
    closes: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """An opening mark with its closing one, or without one; `end` is where the quotation ends."""

    opening: _Mark
    closing: _Mark | None
    end: int
    is_first: bool = False
    """Whether its block begins with it."""

    @property
    def span(self) -> Span:
        return Span(self.opening.start, self.end)


def quotes(prose: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """The quotations of a text, in order; one inside another isn't listed. Speakers are left to others."""
    found: list[Quote] = []
    waiting: list[_Pair] = []  # parts of a quotation that the paragraph before left open
    marks = _Marks(prose)
    for block in blocks:
        here = marks.in_block(block.span)
        if not here and not waiting:
            continue
        if not waiting and (plain := _plain_quotes(prose, here, block.span)):
            found += plain
            continue
        pairs = _pairs(prose, here, block.span)
        if waiting and block.kind in BODY:
            if pairs and _continues(waiting[0], pairs[0], block.span):
                waiting.append(pairs.pop(0))
                if waiting[-1].closing is None:
                    found.extend(_quote([pair]) for pair in pairs)
                    continue
            found.extend(_left_open(waiting))
            waiting = []
        if pairs and pairs[-1].closing is None and pairs[-1].end == block.span.end and block.kind in BODY:
            waiting = [pairs.pop()]
        found.extend(_quote([pair]) for pair in pairs)
    found.extend(_left_open(waiting))
    return tuple(sorted(found, key=lambda quote: quote.span.start))


class _Marks:
    """What may be a quotation mark in a text, handed out block by block."""

    def __init__(self, prose: str) -> None:
        # Six signs in a row are a rule or a slip of the keyboard, and quote nothing.
        self._found = [mark for mark in _MARK.finditer(prose) if mark.end() - mark.start() <= _LONGEST_MARK]
        self._place = 0

    def in_block(self, span: Span) -> list[re.Match[str]]:
        """The marks of a block, which comes after those asked for before."""
        found, place = self._found, self._place
        while place < len(found) and found[place].start() < span.start:
            place += 1
        first = place
        while place < len(found) and found[place].start() < span.end:
            place += 1
        self._place = place
        return found[first:place]


def _plain_quotes(prose: str, marks: Sequence[re.Match[str]], block: Span) -> list[Quote]:
    """The quotations of a block that has nothing but pairs of double marks, each where it belongs; else none.

    Nine blocks in ten that quote are like that, and need none of the work below.
    """
    signs = "".join([mark[0] for mark in marks])
    starts = [mark.start() for mark in marks]
    if _STRAIGHT_PAIRS.fullmatch(signs):
        if not all(place == block.start or prose[place - 1] == " " for place in starts[::2]):
            return []
        if not all(_ends_words(prose[place - 1]) and not prose[place + 1 : place + 2].isalnum() for place in starts[1::2]):
            return []
    elif not _CURLY_PAIRS.fullmatch(signs):
        return []
    if not all(prose[place + 1].isalnum() for place in starts[::2]):
        return []
    return [
        Quote(span := Span(first, last + 1), Span(first + 1, last), (span,))
        for first, last in zip(starts[::2], starts[1::2], strict=True)
    ]


def _ends_words(char: str) -> bool:
    return char.isalpha() or char in ",.?!"


def _continues(first: _Pair, pair: _Pair, block: Span) -> bool:
    return pair.opening.start == block.start and pair.opening.text == first.opening.text


def _left_open(pairs: Sequence[_Pair]) -> list[Quote]:
    """The quotation that paragraphs left open. One single mark at a paragraph's start isn't enough: it may belong to a name."""
    is_name = len(pairs) == 1 and pairs[0].opening.text == "‘" and pairs[0].is_first
    return [_quote(pairs)] if pairs and not is_name else []


def _quote(pairs: Sequence[_Pair]) -> Quote:
    first, last = pairs[0].opening, pairs[-1]
    inside_end = last.closing.start if last.closing else last.end
    return Quote(
        span=Span(first.start, last.end),
        inside=Span(first.end, max(first.end, inside_end)),
        parts=tuple(pair.span for pair in pairs),
        is_single=first.text not in _DOUBLE,
        is_closed=last.closing is not None,
    )


def _pairs(prose: str, found: Sequence[re.Match[str]], block: Span) -> list[_Pair]:
    """The quotations of a block that lie in no other, in order. Only the last can be open at the block's end."""
    marks = _marks(prose, found, block)
    if not marks:
        return []
    doubles = _double_pairs([mark for mark in marks if mark.text in _DOUBLE], prose, block)
    free = [mark for mark in marks if mark.text not in _DOUBLE and not _is_inside(mark.start, doubles)]
    singles = _single_pairs(free, prose, block)
    return sorted([*_outermost(doubles, singles)], key=lambda pair: pair.opening.start)


def _is_inside(offset: int, pairs: Sequence[_Pair]) -> bool:
    index = bisect_right(pairs, offset, key=lambda pair: pair.opening.start) - 1
    return index >= 0 and offset < pairs[index].end


def _outermost(doubles: Sequence[_Pair], singles: Sequence[_Pair]) -> list[_Pair]:
    return [*singles, *(pair for pair in doubles if not _is_inside(pair.opening.start, singles))]


def _marks(prose: str, matches: Sequence[re.Match[str]], block: Span) -> list[_Mark]:
    found = []
    for match in matches:
        start, end = match.span()
        text = match.group()
        before = prose[start - 1] if start > block.start else " "
        after = prose[end] if end < block.end else " "
        if text in "'’‘" and is_apostrophe(prose, start):
            continue
        opens = (
            (before.isspace() or before in _BEFORE_OPENING)
            and _NO_WORD.match(prose, end, block.end) is None
            and end < block.end
        )
        closes = not before.isspace() and not after.isalnum()
        found.append(_Mark(text, start, end, opens, closes))
    return found


def _double_pairs(marks: Sequence[_Mark], prose: str, block: Span) -> list[_Pair]:
    """Double quotations, outermost only.

    `levels` holds what is open, with the pairs closed inside each: if an outer one never closes, it ends before the next
    that opens, and those inside count.
    """
    found: list[_Pair] = []
    levels: list[tuple[_Mark, list[_Pair]]] = []
    for mark in marks:
        role = _role(mark, levels[-1][0].text if levels else "", prose)
        if role > 0:
            levels.append((mark, []))
        elif role < 0 and levels:
            opening, _ = levels.pop()
            (levels[-1][1] if levels else found).append(_Pair(opening, mark, mark.end))
    for number, (opening, inner) in enumerate(levels):
        following = [pair.opening.start for pair in inner[:1]]
        following += [levels[number + 1][0].start] if number + 1 < len(levels) else []
        end = _trimmed(prose, opening.end, min(following, default=block.end))
        found.append(_Pair(opening, None, end))
        found.extend(inner)
    return sorted(found, key=lambda pair: pair.opening.start)


def _trimmed(prose: str, start: int, end: int) -> int:
    while end > start and prose[end - 1].isspace():
        end -= 1
    return end


def _role(mark: _Mark, opened: str, prose: str) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 for one that does neither. `opened` is the mark that is open."""
    if mark.text in {"“", "„", "``", "«"}:
        if opened and mark.closes and not mark.opens:
            return -1
        return 0 if mark.closes and not mark.opens and not opened else 1
    if mark.text in {"”", "»"}:
        return -1 if opened else int(mark.opens and not mark.closes)
    if mark.text == "''":
        return -1 if opened in {"``", "''"} else int(mark.opens and not opened)
    return _straight_role(mark, opened, prose)


def _straight_role(mark: _Mark, opened: str, prose: str) -> int:
    before = prose[max(0, mark.start - 6) : mark.start]
    if _FEET.search(before) or (not opened and before[-1:].isdigit()):
        return 0  # feet and inches
    if opened:
        return 1 if mark.opens and not mark.closes else -1
    return 0 if mark.closes and not mark.opens else 1


def _single_pairs(marks: Sequence[_Mark], prose: str, block: Span) -> list[_Pair]:
    """Single quotations. An opening mark without a partner is an apostrophe, unless a quotation clearly begins with it."""
    found: list[_Pair] = []
    opening: _Mark | None = None
    possible: _Mark | None = None  # closes, or is a plural possessive
    for mark in marks:
        if opening and possible and (_can_open(mark) or mark.start - possible.end > _POSSESSIVE_REACH):
            found.append(_Pair(opening, possible, possible.end))
            opening = possible = None
        if _can_open(mark):
            opening = mark
        elif opening and mark.closes and mark.text != "‘":
            if _is_possessive(mark, prose):
                possible = possible or mark
            else:
                found.append(_Pair(opening, mark, mark.end))
                opening = possible = None
    if opening and possible:
        found.append(_Pair(opening, possible, possible.end))
    elif opening and _begins_quotation(opening, prose, block):
        found.append(_Pair(opening, None, block.end, is_first=opening.start == block.start))
    return found


def _can_open(mark: _Mark) -> bool:
    return mark.opens and mark.text in {"‘", "'"}


def _is_possessive(mark: _Mark, prose: str) -> bool:
    """Whether a mark may be a plural possessive: an s before it, a word after it."""
    return prose[mark.start - 1] in "sSzx" and prose[mark.end : mark.end + 2].lstrip().isalpha()


def _begins_quotation(mark: _Mark, prose: str, block: Span) -> bool:
    if mark.text != "‘":
        return False
    before = prose[block.start : mark.start].rstrip()[-1:]
    return not before or before in ",:"
