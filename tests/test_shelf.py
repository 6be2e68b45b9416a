"""Many strings of bytes in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.shelf import Row, Shelf, row, shelf

KEYS = st.binary(max_size=5).map(lambda key: key.replace(b"\n", b" "))


@given(st.lists(st.binary(max_size=9)))
def test_a_row_has_what_was_put_into_it(items: list[bytes]) -> None:
    made = Row(row(items))
    assert list(made) == items
    assert [made[number] for number in range(-len(items), 0)] == items
    with pytest.raises(IndexError):
        made[len(items)]


@given(st.dictionaries(KEYS, st.binary(max_size=9)), st.frozensets(KEYS))
def test_a_shelf_is_the_table_that_it_was_made_of(table: dict[bytes, bytes], others: frozenset[bytes]) -> None:
    made = Shelf(shelf(table))
    assert made == table
    assert made.keys() & others == table.keys() & others
    assert made.keys() & [*others, *table] == table.keys()
    for key in others - table.keys():
        assert key not in made


def test_a_key_can_not_hold_the_end_of_a_line() -> None:
    with pytest.raises(ValueError, match="end of a line"):
        shelf({b"a\n": b""})
