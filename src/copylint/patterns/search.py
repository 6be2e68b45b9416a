"""Runs patterns over one document, each only where its needles are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from copylint.document import BlockKind, Document
from copylint.patterns.fold import Folded
from copylint.patterns.hit import Windows, starts, windows
from copylint.patterns.pattern import Compiled, Pattern
from copylint.rule import Fault
from copylint.spans import Span
from copylint.typed import Any

BUDGET = 5.0
"""Seconds that one pattern may take on one text."""
_TRIES = 64
"""After so many tries the clock is looked at: a look takes longer than a try."""

Found = Any  # regex.Match[str]: the module has no types of its own


class SlowPatternError(Exception):
    """A pattern that has spent its time on a text."""

    def __init__(self, pattern: Pattern) -> None:
        super().__init__(f'pattern "{pattern.text}" took longer than {BUDGET:g} s on this text and was given up')

    @property
    def fault(self) -> Fault:
        """What the report says of it."""
        return Fault(str(self))


class Search:
    """A document, and what is kept of it while patterns are looked for in it."""

    def __init__(self, document: Document) -> None:
        self.document, self.prose = document, document.prose
        self.text = Folded(document.prose)
        self._slow: set[Pattern] = set()

    def everywhere(self, pattern: Pattern) -> list[Found]:
        """All matches that cover something and cross no block, in order. Raises SlowPatternError."""
        return list(self.each(pattern))

    def each(
        self,
        pattern: Pattern,
        found: Windows | None = None,
        *,
        kinds: frozenset[BlockKind] | None = None,
        deadline: float | None = None,
    ) -> Iterator[Found]:
        """The same one by one. `found` are the windows of its needles, where they are known already.

        Matches in blocks that are not of these `kinds` may be left out. A deadline of `time.monotonic` takes the place of the
        budget of one pattern.
        """
        now = monotonic()
        deadline = now + BUDGET if deadline is None else deadline
        if now >= deadline or (self._slow and pattern in self._slow):
            raise SlowPatternError(pattern)
        if found is None and pattern.needles:
            found = windows(self.text, pattern.needles)
        places = None if found is None else starts(self.text, found, bounds=pattern.bounds, by_word=pattern.by_word)
        if places is None:
            return self.scanned(pattern, deadline)
        if kinds and pattern.stays_in_line:
            places = [place for place in places if not self._is_shut_out(place, kinds)]
        return self._tried(pattern, deadline, places)

    def _is_shut_out(self, place: int, kinds: frozenset[BlockKind]) -> bool:
        """Whether what begins at a place and ends in its line lies in a block of another kind."""
        number = self.document.block_at(place)
        if number < 0 or self.document.blocks[number].kind in kinds:
            return False
        end = self.document.blocks[number].span.end
        return end == len(self.prose) or self.prose[end] in "\r\n"

    def scanned(self, pattern: Pattern, deadline: float) -> Iterator[Found]:
        """The matches of a pattern that may begin anywhere."""
        place = 0
        while (match := self._search(pattern, deadline, place, len(self.prose))) is not None:
            start, end = match.span()
            if self._crosses(start, end):
                place = max(start, place) + 1
                for block in self._touched(start, end):
                    yield from self._inside(pattern, deadline, max(block.start, start), block.end)
                    place = block.end
                continue
            if start < end:
                yield match
            place = max(end, place + (start >= end))

    def _tried(self, pattern: Pattern, deadline: float, places: Sequence[int]) -> Iterator[Found]:
        """The matches of a pattern that can begin at these places only: the same as a search finds, which tries them all."""
        least, prose, compiled = 0, self.prose, pattern.compiled
        is_quick = pattern.is_quick or (pattern.is_quick_in_copy and self.text.is_as_in_copy)
        tried = compiled.match if is_quick else self._watched(pattern, compiled, deadline)
        for count, place in enumerate(places, 1):
            if place < least:
                continue
            match = tried(prose, place)
            if not count % _TRIES and monotonic() >= deadline:
                self._slow.add(pattern)
                raise SlowPatternError(pattern)
            if match is None:
                continue
            start, end = match.span()
            if self._crosses(start, end):
                least = start + 1
                for block in self._touched(start, end):
                    yield from self._inside(pattern, deadline, max(block.start, start), block.end)
                    least = block.end
                continue
            if start < end:
                yield match
            least = end

    def _watched(self, pattern: Pattern, compiled: Compiled, deadline: float) -> Callable[[str, int], Found | None]:
        """What matches a pattern at a place with an eye on the clock: that takes longer than most matches."""

        def tried(prose: str, place: int) -> Found | None:
            left = deadline - monotonic()
            try:
                return compiled.match(prose, place, timeout=left) if left > 0 else _out_of_time()
            except TimeoutError as error:
                self._slow.add(pattern)
                raise SlowPatternError(pattern) from error

        return tried

    def _inside(self, pattern: Pattern, deadline: float, place: int, limit: int) -> Iterator[Found]:
        """The matches from a place in a block to its end, as if the text ended there."""
        while (match := self._search(pattern, deadline, place, limit)) is not None:
            start, end = match.span()
            if start < end:
                yield match
            place = max(end, place + (start >= end))

    def _search(self, pattern: Pattern, deadline: float, place: int, limit: int) -> Found | None:
        if place > limit:
            return None
        left = deadline - monotonic()
        try:
            return pattern.compiled.search(self.prose, place, limit, timeout=left) if left > 0 else _out_of_time()
        except TimeoutError as error:
            self._slow.add(pattern)
            raise SlowPatternError(pattern) from error

    def _touched(self, start: int, end: int) -> Iterator[Span]:
        """The blocks that a match from start to end lies in or touches, in order: each is searched by itself only once."""
        blocks = self.document.blocks
        for place in range(bisect_right(blocks, start, key=lambda block: block.span.end), len(blocks)):
            if blocks[place].span.start >= end:
                return
            yield blocks[place].span

    def _crosses(self, start: int, end: int) -> bool:
        block = self.document.block_at(start)
        return block < 0 or self.document.blocks[block].span.end < end


def _out_of_time() -> Found:
    raise TimeoutError
