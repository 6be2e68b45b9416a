"""What files gave, kept for the next run, so that one over unchanged copy reads, looks up, and prints.

Results lie in the cache in shards, each for the paths whose digests begin alike. A result is found by a digest of its file
and of all that decides the report on it, and is masked with what only that file yields. See
docs/decisions/0007-result-cache.md.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable

from copylint.cache import Cache, content_digest
from copylint.flat import FORM
from copylint.values import dataclass, field

try:  # hashlib itself takes 2.5 ms of a run to import: it loads OpenSSL
    from _sha3 import shake_256  # type: ignore[import-not-found]
except ImportError:
    from hashlib import shake_256

SHARDS = 64
SHARD_BYTES = 1 << 20
"""The most that the results of one shard come to, so that all together stay below 64 MB."""
_MARSHAL = 4


@dataclass(frozen=True, slots=True)
class Key:
    """What a result is found by: the number of its shard, its name there, and what it is masked with."""

    shard: int
    name: bytes
    secret: bytes


@dataclass(slots=True)
class Results:
    """The results in a cache. `fingerprint` gives for a path the digest of what decides a report beside the file."""

    cache: Cache
    fingerprint: Callable[[str], bytes]
    _shards: dict[int, dict[bytes, bytes]] = field(default_factory=dict, init=False)
    _used: set[bytes] = field(default_factory=set, init=False)
    _changed: set[int] = field(default_factory=set, init=False)

    def key(self, path: str, data: bytes) -> Key:
        """What the result for a file is found by. Raises ConfigError for wrong settings of that file."""
        name = path.encode("utf-8", "surrogatepass")
        secret = content_digest(self.fingerprint(path), name, data)
        return Key(content_digest(name)[0] % SHARDS, content_digest(secret), secret)

    def find(self, key: Key) -> bytes | None:
        """The report that was kept, as it was written down."""
        masked = self._shard(key.shard).get(key.name)
        if masked is None:
            return None
        self._used.add(key.name)
        return _masked(masked, key.secret)

    def keep(self, key: Key, payload: bytes) -> None:
        """Take in a report as it is written down; it is kept when all are saved."""
        self._shard(key.shard)[key.name] = _masked(payload, key.secret)
        self._used.add(key.name)
        self._changed.add(key.shard)

    def save(self) -> None:
        """Write the shards that something was taken into, this run's results last, the oldest left out where it is too much."""
        for number in sorted(self._changed):
            shard = self._shard(number)
            old = {name: masked for name, masked in shard.items() if name not in self._used}
            new = {name: masked for name, masked in shard.items() if name in self._used}
            self.cache.write(_shard_name(number), marshal.dumps(_newest({**old, **new}), _MARSHAL))
        self._changed.clear()

    def _shard(self, number: int) -> dict[bytes, bytes]:
        if number not in self._shards:
            payload = self.cache.read(_shard_name(number))
            self._shards[number] = {} if payload is None else marshal.loads(payload)
        return self._shards[number]


def _newest(shard: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """The last results of a shard, as many as there is room for."""
    kept: list[tuple[bytes, bytes]] = []
    room = SHARD_BYTES
    for name, masked in reversed(shard.items()):
        if len(name) + len(masked) <= room:
            room -= len(name) + len(masked)
            kept.append((name, masked))
    return dict(reversed(kept))


def _shard_name(number: int) -> str:
    return f"results-{FORM}-{number:02x}"


def _masked(payload: bytes, secret: bytes) -> bytes:
    """The payload, each bit turned that is set in a stream made of the secret; masking twice gives it back."""
    stream = shake_256(secret).digest(len(payload))
    return (int.from_bytes(payload, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(payload), "little")
