"""Which comments reach which findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from copylint.finding import Finding
from copylint.spans import LineIndex, Span
from copylint.suppression.key import keys
from copylint.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Order:
    """One code of a comment: where the comment begins and ends, its number, the code's place in it, its key, what it asks."""

    start: int
    end: int
    comment: int
    place: int
    key: str
    action: str


@dataclass(frozen=True, slots=True)
class Reach:
    """The orders of a story by key: by line, by the block they are for, from where they switch, and for the whole file."""

    index: LineIndex
    blocks: Sequence[Span]
    starts: Sequence[int]
    on_lines: Mapping[str, Sequence[tuple[int, Order]]]
    on_blocks: Mapping[tuple[str, int], Order]
    switches: Mapping[str, Sequence[Order]]
    on_file: Mapping[str, Order]

    @classmethod
    def of(cls, orders: Iterable[Order], *, raw: str, blocks: Sequence[Span]) -> Reach:
        """The reach of orders, which are in the order of the text, as the raw spans of the blocks are."""
        index, starts = LineIndex.of(raw), [block.start for block in blocks]
        on_lines: defaultdict[str, list[tuple[int, Order]]] = defaultdict(list)
        switches: defaultdict[str, list[Order]] = defaultdict(list)
        on_blocks: dict[tuple[str, int], Order] = {}
        on_file: dict[str, Order] = {}
        for order in orders:
            if order.action == "ignore":
                ends = {index.position(order.start).line, index.position(order.end).line}
                on_lines[order.key] += [(line, order) for line in sorted(ends)]
            elif order.action == "ignore-next":
                on_blocks.setdefault((order.key, bisect_left(starts, order.end)), order)
            elif order.action == "ignore-file":
                on_file.setdefault(order.key, order)
            else:
                switches[order.key].append(order)
        return cls(
            index, blocks, starts, {key: sorted(places) for key, places in on_lines.items()}, on_blocks, switches, on_file
        )

    def orders(self, finding: Finding) -> Iterator[Order]:
        """The orders that silence a finding: of each kind and key at most one, the nearest."""
        own = keys(finding.code)
        start = finding.span.start
        block = self._block(start)
        for key in own:
            if order := self._beside(key, start, block):
                yield order
            if order := self.on_blocks.get((key, block)):
                yield order
            if order := self.on_file.get(key):
                yield order
        last = max((order for key in own for order in self._switched(key, start)), default=None)
        if last and last.action == "off":
            yield last

    def _block(self, start: int) -> int:
        """The number of the block that an offset lies in, or at the end of; -1 if there is none."""
        number = bisect_right(self.starts, start) - 1
        return number if number >= 0 and start <= self.blocks[number].end else -1

    def _beside(self, key: str, start: int, block: int) -> Order | None:
        """The order on the line of a finding, or the first on another line of its block."""
        places = self.on_lines.get(key, ())
        own = self.index.position(start).line
        first = last = own
        if block >= 0:
            span = self.blocks[block]
            first = self.index.position(span.start).line
            last = max(own, self.index.position(max(span.start, span.end - 1)).line)
        for line, limit in ((own, own), (first, last)):
            i = bisect_left(places, (line,))
            if i < len(places) and places[i][0] <= limit:
                return places[i][1]
        return None

    def _switched(self, key: str, start: int) -> Sequence[Order]:
        """The last order for a key to switch off or on before an offset, if there is one."""
        orders = self.switches.get(key, ())
        end = bisect_right(orders, start, key=lambda order: order.start)
        return orders[max(0, end - 1) : end]


def stray(orders: Iterable[Order]) -> Iterator[Order]:
    """The orders to switch on where nothing of theirs was switched off."""
    off: defaultdict[str, dict[str, None]] = defaultdict(dict)  # what is off, below each key that stands for it
    for order in orders:
        if order.action == "off":
            for key in keys(order.key):
                off[key][order.key] = None
        elif order.action == "on":
            closed = list(off[order.key])
            if not closed and not any(key in off[key] for key in keys(order.key)):
                yield order
            for one in closed:
                for key in keys(one):
                    del off[key][one]
