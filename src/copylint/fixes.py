"""Which marks of a story are mended, and the text that comes of it; docs/decisions/0012-fixes-and-baseline.md has the rules.

Nothing is read or written here: who has the text checked is given as a function.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate

from copylint.document import BlockKind
from copylint.finding import Finding
from copylint.lazy import lazy
from copylint.rule import Fix
from copylint.spans import Span
from copylint.values import dataclass, replace

ROUNDS = 20
"""After so many rounds, fixes that go on are taken for some that never end."""
_GROWTH = 2000
"""A text that has doubled and grown by so many code points besides is taken for one that grows forever."""
_PATIENCE = 5
"""So often is a text mended again without the codes that never come to an end."""
_LINE_END = lazy(r"\r\n?|\n")
_NO_TEXT = lazy("[\0\ud800-\udfff]")
_GRADES = (Fix.SAFE, Fix.UNSAFE)

Spans = tuple[Span, ...]
Look = Callable[[str, "Spans | None"], Sequence[Finding]]
"""Gives the marks of a text, of which the lines at these spans are changed (None: all of them)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be mended beside what is safe and outside quotations."""

    unsafe: bool = False
    quotes: bool = False

    def grants(self, finding: Finding) -> bool:
        """Whether a mark may be mended, were it the only one."""
        is_graded = finding.fix is Fix.SAFE or (self.unsafe and finding.fix is Fix.UNSAFE)
        return is_graded and bool(finding.replacements) and (self.quotes or not is_spoken(finding))


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to be put in the place of another, and the code that asks for it."""

    span: Span
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its fixes, how many there were, the codes that undo each other's fixes, and the spans changed by now."""

    text: str
    fixes: int = 0
    at_odds: tuple[str, ...] = ()
    changed: Spans | None = None


def is_spoken(finding: Finding) -> bool:
    """Whether the words of a mark are somebody's own: in a quotation or a block quotation."""
    return finding.is_quoted or (finding.excerpt is not None and finding.excerpt.part == BlockKind.BLOCK_QUOTE.value)


def mended(text: str, look: Look, wish: Wish, *, changed: Spans | None = None) -> Mended:
    """The text mended until nothing is left to mend, without the codes whose fixes undo each other or never end.

    Mending what comes out changes nothing more: where that can't be had, the text is left as it is.
    """
    outcome = _without_endless(text, look, wish, changed)
    barred, fixes = {*outcome.at_odds}, outcome.fixes
    for _ in range(_PATIENCE):
        if not outcome.at_odds:
            return replace(outcome, fixes=fixes, at_odds=tuple(sorted(barred)))
        again = _without_endless(outcome.text, look, wish, outcome.changed)
        barred, fixes = barred | {*again.at_odds}, fixes + again.fixes
        if again.text == outcome.text:
            return replace(again, fixes=fixes, at_odds=tuple(sorted(barred)))
        outcome = again
    return Mended(text, 0, tuple(sorted(barred)), changed)


def _without_endless(text: str, look: Look, wish: Wish, changed: Spans | None) -> Mended:
    """The text mended, without the codes that keep that from coming to an end."""
    barred: set[str] = set()
    while True:
        outcome, endless = _settled(text, look, wish, barred, changed)
        if not endless:
            return outcome
        barred |= endless


def _settled(
    text: str, look: Look, wish: Wish, barred: Collection[str], changed: Spans | None
) -> tuple[Mended, frozenset[str]]:
    """The text after its rounds, and the codes that keep it from coming to an end."""
    fixes = 0
    seen = [text]
    codes: list[frozenset[str]] = []
    while True:
        made = edits(look(text, changed), text, wish, barred)
        if not made:
            return Mended(text, fixes, tuple(sorted(barred)), changed), frozenset()
        changed = None if changed is None else moved(changed, made)
        text, fixes = applied(text, made), fixes + len(made)
        codes.append(frozenset(edit.code for edit in made))
        if text in seen:
            return Mended(text), frozenset().union(*codes[seen.index(text) :])
        if len(codes) >= ROUNDS or len(text) > 2 * len(seen[0]) + _GROWTH:
            return Mended(text), frozenset().union(*codes[len(codes) // 2 :])
        seen.append(text)


def edits(findings: Iterable[Finding], text: str, wish: Wish, barred: Collection[str] = ()) -> tuple[Edit, ...]:
    """The edits of one round in the order of the text, none touching another."""
    able = [f for f in findings if wish.grants(f) and f.code not in barred and can_take(f, f.replacements[0], text)]
    able.sort(key=lambda f: (-f.severity.rank, _GRADES.index(f.fix), f.span.start, -f.span.length, f.code))
    chosen: list[Edit] = []
    taken: list[Span] = []
    for finding in able:
        if not _touches(finding.span, taken):
            insort(taken, finding.span)
            chosen.append(edit_of(finding, finding.replacements[0], text))
    return tuple(sorted(chosen, key=lambda edit: edit.span))


def edit_of(finding: Finding, replacement: str, text: str) -> Edit:
    """The edit that puts a replacement in the place of the marked words, with line ends as the text has them."""
    end = _LINE_END.search(text)
    return Edit(finding.span, _LINE_END.sub(end[0] if end else "\n", replacement), finding.code)


def can_take(finding: Finding, new: str, text: str) -> bool:
    """Whether the words stand where the mark says, and a replacement is another text, and one that a file can hold."""
    return finding.takes(new) and new != finding.text and not _NO_TEXT.search(new) and finding.span.of(text) == finding.text


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span touches one of several that are in order and touch none of the others."""
    place = bisect_left(taken, span)
    return any(near.start <= span.end and span.start <= near.end for near in taken[max(0, place - 1) : place + 1])


def applied(text: str, made: Sequence[Edit]) -> str:
    """The text with edits that don't touch one another, in the order of the text."""
    parts, last = [], 0
    for edit in made:
        parts += [text[last : edit.span.start], edit.text]
        last = edit.span.end
    return "".join([*parts, text[last:]])


def moved(spans: Spans, made: Sequence[Edit]) -> Spans:
    """Where spans of a text stand after edits, and the places of the edits themselves."""
    grown = [0, *accumulate(len(edit.text) - edit.span.length for edit in made)]
    starts, ends = [edit.span.start for edit in made], [edit.span.end for edit in made]

    def start(offset: int) -> int:
        count = bisect_right(ends, offset)
        is_inside = count < len(made) and starts[count] < offset
        return (starts[count] if is_inside else offset) + grown[count]

    def end(offset: int) -> int:
        count = bisect_left(starts, offset)
        is_inside = count > 0 and ends[count - 1] > offset
        return (ends[count - 1] if is_inside else offset) + grown[count]

    own = (Span(e.span.start + grown[i], e.span.start + grown[i] + len(e.text)) for i, e in enumerate(made))
    kept = (Span(start(span.start), max(start(span.start), end(span.end))) for span in spans)
    return tuple(sorted({*kept, *own}))
