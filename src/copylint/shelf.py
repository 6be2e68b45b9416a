"""Many strings of bytes in one, each taken out when it is asked for: `marshal` reads a few of them, not thousands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from zlib import crc32

from copylint.typed import Any

_IS_AS_WRITTEN = array("I", (1,)).tobytes()[0] == 1
"""Whether this machine has the lowest byte of a number first, as what is written has it."""
_ROOM = 8
"""So many slots a key, at least, are in a sieve: of the keys that are not on the shelf, one in eight or fewer gets through."""


class Row(Sequence[Any]):
    """Strings of bytes by number, as `row` wrote them."""

    def __init__(self, data: Sequence[Any]) -> None:
        ends, self._all = data
        self._ends = _numbers(ends)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, place: Any) -> Any:
        number = range(len(self._ends))[place]
        return self._all[self._ends[number - 1] if number else 0 : self._ends[number]]


def row(items: Iterable[bytes]) -> tuple[bytes, bytes]:
    """The items as one string, and where each ends."""
    parts = tuple(items)
    return _written(accumulate(map(len, parts))), b"".join(parts)


class Shelf:
    """Strings of bytes, each with a number, by keys, as `shelf` wrote them.

    What is kept of a key is its sum, CRC-32. So a key may lead to what was put there under another: whoever asks has to see
    that from what is found. The sums of all keys asked for go through a sieve first, since most of them lead nowhere.
    """

    def __init__(self, data: Sequence[Any]) -> None:
        self.data = data
        self._sieve, sums, numbers, *rest = data
        self._sums, self._numbers, self._row = _numbers(sums), _numbers(numbers), Row(rest)

    @cached_property
    def sums(self) -> frozenset[int]:
        """The sums of all keys: whoever asks often is answered faster by them than by the sieve."""
        return frozenset(self._sums)

    def sifted(self, keys: Iterable[bytes], *, is_often: bool) -> list[int]:
        """The places, in a row of keys, of those that may be on the shelf."""
        if is_often:
            sums = self.sums
            return [place for place, found in enumerate(map(crc32, keys)) if found in sums]
        sieve, last = self._sieve, len(self._sieve) - 1
        return [place for place, found in enumerate(map(crc32, keys)) if sieve[found & last]]

    def of(self, keys: Iterable[bytes]) -> Iterator[tuple[int, Any]]:
        """The strings under these keys, each with its number."""
        sieve, last, sums = self._sieve, len(self._sieve) - 1, self._sums
        for wanted in {found for found in map(crc32, keys) if sieve[found & last]}:
            place = bisect_left(sums, wanted)
            while place < len(sums) and sums[place] == wanted:
                yield self._numbers[place], self._row[place]
                place += 1

    def items(self) -> Iterator[tuple[int, int, Any]]:
        """The sum of the key, the number and the string of everything on the shelf."""
        return zip(self._sums, self._numbers, self._row, strict=True)


def shelf(items: Iterable[tuple[int, int, bytes]]) -> tuple[bytes, ...]:
    """Strings as `Shelf` takes them, each with the sum of its key and its number."""
    kept = sorted(items, key=lambda item: item[:2])
    sums, numbers, strings = tuple(zip(*kept, strict=True)) or ((), (), ())
    sieve = bytearray(1 << (_ROOM * len(sums)).bit_length())
    for each in sums:
        sieve[each & (len(sieve) - 1)] = 1
    return bytes(sieve), _written(sums), _written(numbers), *row(strings)


def _written(numbers: Iterable[int]) -> bytes:
    """Numbers, each as four bytes with the lowest first."""
    written: bytes = _swapped(array("I", numbers)).tobytes()
    return written


def _numbers(data: Any) -> Any:
    return memoryview(data).cast("I") if _IS_AS_WRITTEN else _swapped(array("I", bytes(data)))


def _swapped(numbers: Any) -> Any:
    if not _IS_AS_WRITTEN:
        numbers.byteswap()
    return numbers
