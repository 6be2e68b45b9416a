"""What the build made of our own packs and rules: a file that lies beside the packs in a wheel, and in no source checkout.

It spares the first run on a machine, which is every run of continuous integration, all TOML and nearly all compiling. Any
Python version reads it. What it was made of is told in it, and if that has changed since, it counts for nothing.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from copylint.cache import code_shape, content_digest, sealed, unsealed
from copylint.typed import Any

FILE = "compiled.bin"
FORMAT = 4
"""The version of `marshal` that every Python from 3.4 on reads."""
_HEADER = b"copylint compiled 1\n"


def made(rules: Any, group: Any, datas: Sequence[bytes]) -> bytes:
    """What the file holds, for the plain data of our own rules, and of our own packs, whose texts are `datas`."""
    parts = (code_shape(), marshal.dumps(rules, FORMAT), content_digest(*datas), marshal.dumps(group, FORMAT))
    return sealed(_HEADER, FILE, marshal.dumps(parts, FORMAT))


def shipped_rules(folder: Path) -> Any:
    """The plain data of our own rules, or None where the build made none, or of other code than ours."""
    parts = _parts(folder)
    return marshal.loads(parts[1]) if parts and parts[0] == code_shape() else None


def shipped_group(folder: Path, datas: Sequence[bytes]) -> Any:
    """The plain data of our own packs, or None where the build made none, or of other packs, or by other code."""
    parts = _parts(folder)
    return marshal.loads(parts[3]) if parts and (parts[0], parts[2]) == (code_shape(), content_digest(*datas)) else None


@lru_cache(maxsize=1)
def _parts(folder: Path) -> Any:
    """The parts of the file, if it is there and whole."""
    try:
        data = (folder / FILE).read_bytes()
    except OSError:
        return None
    payload = unsealed(_HEADER, FILE, data)
    return None if payload is None else marshal.loads(payload)
