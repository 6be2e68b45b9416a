"""What our code and the packs alone lead to, takes long to make and comes out the same in each process: made once, then kept.

Who has a place to keep it gives it back to the next process. Nothing that comes from anyone's copy may be put here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copylint.typed import Any

_MOST = 3000
"""So many things are kept; all are dropped before there are more, since packs that have changed leave theirs behind."""

Key = tuple[Any, ...]


class Memo:
    """Plain data and compiled code by keys that are plain, as `marshal` takes them."""

    def __init__(self) -> None:
        self._known: dict[Key, Any] = {}
        self.is_new = False

    @property
    def known(self) -> Mapping[Key, Any]:
        """All that there is."""
        return self._known

    def learn(self, known: Mapping[Key, Any]) -> None:
        """Take in what another process has made; what there is already stays."""
        self._known = {**known, **self._known}

    def of(self, key: Key, make: Callable[[], Any]) -> Any:
        """What is known under a key, made now if nothing is; `Any`: it is of whatever type was made."""
        if key not in self._known:
            made = make()
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = made
            self.is_new = True
        return self._known[key]


MEMO = Memo()
"""What this process knows."""
CODES = Memo()
"""The compiled patterns of packs, by themselves: there may be so many that all are dropped."""
