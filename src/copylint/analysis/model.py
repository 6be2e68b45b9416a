"""A linear model of hashed features whose weights lie in a file: no text is in it, and none can be read from it.

K. Weinberger and others, Feature hashing for large scale multitask learning, ICML (2009).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import exp
from pathlib import Path
from zlib import crc32

from copylint.typed import Any
from copylint.values import dataclass

FILE = Path(__file__).with_name("attribution.weights")
_SIGNATURE = b"copylint weights 1\n"
_MIXER = 2654435761


@dataclass(frozen=True, slots=True)
class Model:
    """The weights, a byte each, as many as a power of two; `scale` is what one step of a byte is worth."""

    weights: Any  # memoryview of signed bytes
    scale: float
    bias: float

    def probability(self, features: Iterable[str]) -> float:
        """The probability, from 0 to 1, that the model gives to something with these features."""
        total = sum([self.weights[place] for place in hashed(features, len(self.weights))])
        return 1 / (1 + exp(-(self.bias + self.scale * total)))


def hashed(features: Iterable[str], size: int) -> set[int]:
    """The places of features among so many weights, a power of two.

    The checksums of like texts are alike in their lower bits, so they are mixed, as D. E. Knuth does (TAOCP 3, 6.4).
    """
    mask = size - 1
    return {(crc32(feature.encode()) * _MIXER >> 13) & mask for feature in features}


@lru_cache(maxsize=1)
def model() -> Model | None:
    """The model that ships, or None where its file is missing or isn't ours."""
    try:
        return read(FILE.read_bytes())
    except (OSError, ValueError):
        return None


def read(data: bytes) -> Model:
    """A model from the bytes that `written` gave. Raises ValueError for others."""
    from zlib import decompress, error

    head, _, rest = data.removeprefix(_SIGNATURE).partition(b"\n")
    if not data.startswith(_SIGNATURE):
        raise ValueError("these are no weights of ours")
    scale, bias = map(float, head.split())
    try:
        weights = decompress(rest)
    except error as damage:
        raise ValueError("these weights are damaged") from damage
    if not weights or len(weights) & (len(weights) - 1):
        raise ValueError("the weights are no power of two")
    return Model(memoryview(weights).cast("b"), scale, bias)


def written(weights: bytes, scale: float, bias: float) -> bytes:
    """The bytes of a model whose weights are signed bytes."""
    from zlib import compress

    return _SIGNATURE + f"{scale!r} {bias!r}\n".encode() + compress(weights, 9)
