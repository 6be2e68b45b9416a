"""What processes before found out (`memo`) is read from the cache, and what this one did is put there."""

from __future__ import annotations

import marshal
from contextlib import suppress

from copylint.cache import Cache, code_shape, digest
from copylint.lazy import maker
from copylint.memo import CODES, MEMO
from copylint.shipped import FORMAT

_MEMOS = MEMO, CODES


def recall(cache: Cache) -> None:
    """Take in what is in the cache."""
    kept = cache.read(_name()) if cache.folder else None
    if kept is not None:
        for memo, known in zip(_MEMOS, marshal.loads(kept), strict=True):
            memo.learn(known)


def keep(cache: Cache) -> None:
    """Put all that is known into the cache, if some of it is new."""
    if cache.folder and any(memo.is_new for memo in _MEMOS):
        with suppress(ValueError):  # something that isn't plain
            cache.write(_name(), marshal.dumps(tuple(dict(memo.known) for memo in _MEMOS), FORMAT))
        for memo in _MEMOS:
            memo.is_new = False


def _name() -> str:
    return digest(b"memo", maker(), code_shape())
