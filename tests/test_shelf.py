"""Many strings of bytes in one."""

from __future__ import annotations

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.shelf import Row, Shelf, row, shelf

_KEYS = st.binary(max_size=5)
_ITEMS = st.lists(st.tuples(_KEYS, st.integers(0, 1 << 20), st.binary(max_size=9)))


@given(st.lists(st.binary(max_size=9)))
def test_a_row_has_what_was_put_into_it(items: list[bytes]) -> None:
    made = Row(row(items))
    assert list(made) == items
    assert [made[number] for number in range(-len(items), 0)] == items
    with pytest.raises(IndexError):
        made[len(items)]


@given(_ITEMS, st.frozensets(_KEYS))
def test_a_shelf_gives_what_was_put_there_under_each_key(items: list[tuple[bytes, int, bytes]], keys: frozenset[bytes]) -> None:
    made = Shelf(shelf((crc32(key), number, value) for key, number, value in items))
    sums = {crc32(key) for key in keys}
    assert sorted(made.of(keys)) == sorted((number, value) for key, number, value in items if crc32(key) in sums)
    assert sorted(made.items()) == sorted((crc32(key), number, value) for key, number, value in items)


def test_keys_of_one_sum_are_not_told_apart() -> None:
    one, other = b"plumless", b"buckeroo"
    assert crc32(one) == crc32(other)
    made = Shelf(shelf([(crc32(one), 1, b"one"), (crc32(other), 2, b"other")]))
    assert sorted(made.of([one])) == sorted(made.of([one, other])) == [(1, b"one"), (2, b"other")]
