"""What our code and the packs alone lead to, takes long to make and comes out the same in each process: made once, then kept.

Who has a place to keep it gives it back to the next process. Nothing that comes from anyone's copy may be put here.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from itertools import chain
from zlib import crc32

from copylint.shelf import Shelf, shelf
from copylint.typed import Any

_MOST = 3000
"""So many things are kept; all are dropped before there are more, since packs that have changed leave theirs behind."""
_FORMAT = 4  # of `marshal`: what every Python version reads

Key = tuple[Any, ...]


class Memo:
    """Plain data and compiled code by keys that are plain, as `marshal` takes them."""

    def __init__(self) -> None:
        self._known: dict[Key, Any] = {}
        self._before: Shelf | None = None
        self.is_new = False

    def learn(self, written: Sequence[Any]) -> None:
        """Take in what another process has written, each thing when it is asked for; what there is already stays."""
        self._before = Shelf(written)

    def of(self, key: Key, make: Callable[[], Any]) -> Any:
        """What is known under a key, made now if nothing is; `Any`: it is of whatever type was made."""
        if key in self._known:
            return self._known[key]
        for _, data in self._before.of((_name(key),)) if self._before else ():
            own, found = marshal.loads(data)
            if own == key:
                self._known[key] = found
                return found
        made = make()
        if len(self._known) >= _MOST:
            self._known.clear()
            self._before = None
        self._known[key] = made
        self.is_new = True
        return made

    def written(self) -> tuple[bytes, ...]:
        """All that is known, for another process to learn. Raises ValueError for something that isn't plain."""
        own = {crc32(_name(key)): marshal.dumps((key, made), _FORMAT) for key, made in self._known.items()}
        kept = [(key, 0, bytes(data)) for key, _, data in (self._before.items() if self._before else ()) if key not in own]
        return shelf(chain(kept if len(kept) + len(own) <= _MOST else (), ((key, 0, data) for key, data in own.items())))


def _name(key: Key) -> bytes:
    return repr(key).encode("utf-8", "surrogatepass")


MEMO = Memo()
"""What this process knows."""
CODES = Memo()
"""The compiled patterns of packs, by themselves: there may be so many that all are dropped."""
