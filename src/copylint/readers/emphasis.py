"""Runs of `*`, `_` and `~~`, and which of their characters are mark-up (CommonMark 0.31, section 6.2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import dataclass

_RUNS = lazy(r"\*+|_+|~+")
_SPACES = frozenset(" \t\n\v\f\r\u00a0\u1680\u202f\u205f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}


@dataclass(slots=True)
class Run:
    """A run of one character. `inward` of its last characters open, `outward` of its first ones close (both counted up)."""

    start: int
    length: int
    mark: str
    can_open: bool
    can_close: bool
    inward: int = 0
    outward: int = 0

    @property
    def rest(self) -> int:
        """How many of its characters are not used yet."""
        return self.length - self.inward - self.outward

    def markup(self) -> Iterator[Span]:
        """The characters that are mark-up."""
        if self.outward:
            yield Span(self.start, self.start + self.outward)
        if self.inward:
            yield Span(self.start + self.length - self.inward, self.start + self.length)


def run_at(text: str, start: int) -> Run:
    """The run of emphasis characters that starts there."""
    found = _RUNS.match(text, start)
    end = found.end() if found else start + 1
    mark = text[start]
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    opens, closes = _leans(before, after), _leans(after, before)
    if mark == "_":
        opens, closes = opens and (not closes or _is_punctuation(before)), closes and (not opens or _is_punctuation(after))
    elif mark == "~" and end - start != 2:
        opens = closes = False
    return Run(start, end - start, mark, opens, closes)


def _leans(outside: str, inside: str) -> bool:
    """Whether a run leans on the text at its inner side."""
    if inside in _SPACES:
        return False
    return not _is_punctuation(inside) or outside in _SPACES or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def pair(runs: Sequence[Run]) -> None:
    """Counts up how much of each run is mark-up. Takes time in proportion to the runs.

    The algorithm is the one of the CommonMark specification, appendix "process emphasis".
    """
    openers: list[tuple[int, Run]] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for order, run in enumerate(runs):
        key = (run.mark, run.can_open, run.length % 3)
        while run.can_close and run.rest:
            at = _opener(openers, run, bottoms.get(key, 0))
            if at is None:
                bottoms[key] = order
                break
            del openers[at + 1 :]
            opener = openers[at][1]
            used = 2 if opener.rest > 1 and run.rest > 1 else 1
            opener.inward += used
            run.outward += used
            if not opener.rest:
                openers.pop()
        if run.can_open and run.rest:
            openers.append((order, run))


def _opener(openers: list[tuple[int, Run]], closer: Run, bottom: int) -> int | None:
    for at in range(len(openers) - 1, -1, -1):
        order, opener = openers[at]
        if order < bottom:
            return None
        if opener.mark == closer.mark and not _is_odd(opener, closer):
            return at
    return None


def _is_odd(opener: Run, closer: Run) -> bool:
    """Whether two runs of emphasis can't pair for their lengths (rules 9 and 10 of the specification)."""
    if opener.mark == "~" or not (opener.can_close or closer.can_open):
        return False
    return (opener.length + closer.length) % 3 == 0 and opener.length % 3 != 0
