"""What processes before found out (`memo`) is read from the cache, and what this one did is put there."""

from __future__ import annotations

from contextlib import suppress

from copylint.cache import Cache, code_shape, digest
from copylint.lazy import maker
from copylint.memo import CODES, MEMO
from copylint.shipped import joined_parts, parted

_MEMOS = MEMO, CODES


def recall(cache: Cache) -> None:
    """Take in what is in the cache."""
    kept = cache.read(_name()) if cache.folder else None
    if kept is not None:
        parts = parted(kept)
        each = len(parts) // len(_MEMOS)
        for number, memo in enumerate(_MEMOS):
            memo.learn(parts[number * each : (number + 1) * each])


def keep(cache: Cache) -> None:
    """Put all that is known into the cache, if some of it is new."""
    if cache.folder and any(memo.is_new for memo in _MEMOS):
        with suppress(ValueError):  # something that isn't plain
            cache.write(_name(), joined_parts([part for memo in _MEMOS for part in memo.written()]))
        for memo in _MEMOS:
            memo.is_new = False


def _name() -> str:
    return digest(b"memo", maker(), code_shape())
