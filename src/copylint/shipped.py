"""What the build made of our own packs and rules: a file that lies beside the packs in a wheel, and in no source checkout.

It spares the first run on a machine, which is every run of continuous integration, all TOML and nearly all compiling. Any
Python version reads it. What it was made of is told in it, and if that has changed since, it counts for nothing.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from functools import lru_cache

from copylint.cache import code_shape, content_digest, sealed, unsealed
from copylint.mapped import mapped
from copylint.typed import Any
from copylint.values import dataclass

FILE = "compiled.bin"
FORMAT = 4
"""The version of `marshal` that every Python from 3.4 on reads."""
_HEADER = b"copylint compiled 3\n"
_LENGTH = 16
_AT_ONCE = 1.0
"""Seconds: files that are written one after the other by one installer."""


@dataclass(frozen=True, slots=True)
class Group:
    """What was made of packs that are read together, as plain data: of each, and the index of all their patterns.

    `contents` has the digest of the text of each.
    """

    packs: tuple[Any, ...] = ()
    index: Any = None
    contents: tuple[bytes, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.packs)


NO_GROUP = Group()


def made(rules: Any, group: Group, datas: Sequence[bytes]) -> bytes:
    """What the file holds, for the plain data of our own rules, and of our own packs, whose texts are `datas`."""
    facts = (code_shape(), tuple(map(len, datas)), content_digest(*datas))
    parts = (marshal.dumps(facts, FORMAT), marshal.dumps(rules, FORMAT), *group_parts(group))
    return sealed(_HEADER, FILE, joined_parts(parts))


def group_parts(group: Group) -> list[bytes]:
    """A group in parts, of which only the first is read before a text calls for the others."""
    light, long = [], []
    for cards, ((ends, facts), *rest, _), knowledge in group.packs:
        light.append((cards, ends, *rest, knowledge))
        long.append(facts)
    words, grams, always = group.index
    return [marshal.dumps((tuple(light), always, group.contents), FORMAT), *long, *words, *grams]


def group_of(parts: Sequence[Any]) -> Group:
    """The group that is in these parts."""
    light, always, contents = marshal.loads(parts[0])
    long, strings = parts[1 : 1 + len(light)], parts[1 + len(light) :]
    each = zip(light, long, strict=True)
    packs = tuple((cards, ((ends, facts), *rest, None), knowledge) for (cards, ends, *rest, knowledge), facts in each)
    half = len(strings) // 2
    return Group(packs, (strings[:half], strings[half:], always), contents)


def joined_parts(parts: Sequence[bytes]) -> bytes:
    """Parts as one string, with their number and the length of each."""
    return b"%016x" % len(parts) + b"".join(b"%016x%b" % (len(part), part) for part in parts)


def parted(payload: memoryview) -> list[memoryview]:
    """The parts that were joined, none of them copied."""
    parts, start = [], _LENGTH
    for _ in range(int(bytes(payload[:start]), 16)):
        end = start + _LENGTH + int(bytes(payload[start : start + _LENGTH]), 16)
        parts.append(payload[start + _LENGTH : end])
        start = end
    return parts


def shipped_rules(folder: str) -> Any:
    """The plain data of our own rules, or None where the build made none, or of other code than ours."""
    parts = _parts(folder)
    return marshal.loads(parts[1]) if parts else None


def shipped_group(folder: str, files: Sequence[str]) -> Group | None:
    """The plain data of our own packs, or None where the build made none, or of other packs, or by other code."""
    parts = _parts(folder)
    if not parts or not _are_as_shipped(folder, files, *marshal.loads(parts[0])[1:]):
        return None
    return group_of(parts[2:])


@lru_cache(maxsize=1)
def _parts(folder: str) -> Sequence[memoryview]:
    """The parts of the file, if it is there and whole, and our code is what it was made by; none otherwise."""
    data = mapped(f"{folder}/{FILE}")
    payload = None if data is None else unsealed(_HEADER, FILE, data)
    if payload is None:
        return ()
    parts = parted(payload)
    return parts if marshal.loads(parts[0])[0] == code_shape() else ()


def _are_as_shipped(folder: str, files: Sequence[str], sizes: Sequence[int], digest: bytes) -> bool:
    """Whether packs are those that the file was made of: none of them was written after it and has another size, or text."""
    try:
        made = os.stat(f"{folder}/{FILE}").st_mtime + _AT_ONCE  # noqa: PTH116
        found = [os.stat(file) for file in files]  # noqa: PTH116
    except OSError:
        return False
    if tuple(each.st_size for each in found) != tuple(sizes):
        return False
    return all(each.st_mtime < made for each in found) or content_digest(*map(_text, files)) == digest


def _text(file: str) -> bytes:
    with open(file, "rb") as opened:  # noqa: PTH123
        return opened.read()
