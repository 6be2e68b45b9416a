"""Our dataclasses behave as the standard library's."""

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from copylint import values


def both(**flags):
    """One class of values, made by the standard library and by us."""

    def made(module):
        @module.dataclass(slots=True, **flags)
        class Place:
            """Where."""

            name: str
            size: int = 3
            tags: list = module.field(default_factory=list)
            hidden: int = module.field(default=0, compare=False, repr=False)
            seen: dict = module.field(default_factory=dict, init=False, compare=False)

            unit = "m"

            @property
            def double(self):
                return self.size * 2

        Place.__qualname__ = "Place"
        return Place

    return made(dataclasses), made(values)


@values.dataclass(slots=True, frozen=True, order=True)
class Pair:
    low: int
    high: int

    def __post_init__(self):
        if self.low > self.high:
            raise ValueError("wrong way round")


@values.dataclass(slots=True, frozen=True)
class One:
    only: float


@values.dataclass(slots=True, frozen=True)
class Nothing:
    pass


CALLS = [
    (("a",), {}),
    (("a", 1, ["x"], 9), {}),
    ((), {"name": "b", "tags": [1]}),
    (("a",), {"name": "b"}),
    ((), {}),
    (("a",), {"other": 1}),
    (("a",), {"seen": {}}),
    (("a", 1, [], 0, {}), {}),
]


@pytest.mark.parametrize("flags", [{}, {"frozen": True}, {"order": True}, {"kw_only": True}, {"frozen": True, "order": True}])
def test_whatever_is_done_with_a_value_ends_as_with_the_standard_library(flags):
    ends = []
    for cls in both(**flags):
        assert cls.__doc__ == "Where."
        assert cls.unit == "m"
        for args, kwargs in CALLS:
            try:
                value = cls(*args, **kwargs)
            except TypeError:
                ends.append("TypeError")
                continue
            ends += [repr(value), value.double, value == cls(*args, **kwargs), value == cls(name="z"), value == 1, value != 1]
            ends.append(dataclasses.asdict(value))
            ends += [[each.name for each in dataclasses.fields(value)], repr(dataclasses.replace(value, size=8))]
            ends.append(values.replace(value, size=8) == dataclasses.replace(value, size=8))
            ends.append(repr(copy.copy(value)))
            for act in (hash, lambda v: v < v, lambda v: v >= v, lambda v: setattr(v, "size", 1), lambda v: delattr(v, "size")):
                try:
                    ends.append(type(act(value)))
                except (TypeError, AttributeError) as error:
                    ends.append((type(error), str(error) if "cannot" in str(error) else ""))
    assert ends[: len(ends) // 2] == ends[len(ends) // 2 :]


def test_each_value_has_a_collection_of_its_own():
    _, cls = both()
    first, second = cls("a"), cls("b")
    first.tags.append(1)
    assert second.tags == []


def test_order_hash_and_pickle_go_by_the_fields():
    pairs = [Pair(2, 3), Pair(1, 9), Pair(1, 2)]
    assert sorted(pairs) == [Pair(1, 2), Pair(1, 9), Pair(2, 3)]
    assert len({Pair(1, 2), Pair(1, 2)}) == 1
    assert pickle.loads(pickle.dumps(pairs)) == pairs
    assert Pair(1, 2) <= Pair(1, 2) < Pair(1, 3)
    assert (Pair(1, 2) == One(1), One(1.0) == One(1), Nothing() == Nothing()) == (False, True, True)


def test_a_check_after_the_fields_are_set_may_refuse_them():
    with pytest.raises(ValueError, match="wrong way"):
        Pair(2, 1)
    with pytest.raises(ValueError, match="wrong way"):
        values.replace(Pair(1, 2), low=5)


def test_a_value_can_be_taken_apart_by_match():
    match Pair(1, 2):
        case Pair(low, high):
            assert (low, high) == (1, 2)


def test_replace_takes_a_dataclass_of_the_standard_library_too():
    cls, _ = both(frozen=True)
    assert values.replace(cls("a"), size=9) == cls("a", 9)


def test_there_is_no_slot_but_the_fields():
    with pytest.raises((AttributeError, dataclasses.FrozenInstanceError)):
        One(1).other = 2
    assert not hasattr(One(1), "__dict__")


def test_what_it_does_not_do_it_refuses():
    with pytest.raises(TypeError, match="slots"):
        values.dataclass(slots=False)(One)
    with pytest.raises(TypeError, match="base"):

        @values.dataclass(slots=True)
        class Two(One):
            more: int

    with pytest.raises(TypeError, match="default_factory"):

        @values.dataclass(slots=True)
        class Shared:
            items: list = []  # noqa: RUF012


def test_the_standard_module_is_not_imported_for_it():
    code = "import copylint.document, sys; print('dataclasses' in sys.modules or 'inspect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
