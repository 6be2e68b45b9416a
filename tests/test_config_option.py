"""Options of a rule, checked against its own dataclass."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

import pytest

from copylint.config.option import rule_options
from copylint.errors import ConfigError


class Shape(Enum):
    CURLY = "curly"
    STRAIGHT = "straight"


@dataclass(frozen=True, slots=True)
class Options:
    limit: int = 3
    share: float = 0.5
    strict: bool = False
    word: str = "very"
    allow: tuple[str, ...] = ("so",)
    sizes: frozenset[int] = frozenset({1})
    shape: Shape = Shape.CURLY
    place: Literal["before", "after"] = "before"


@dataclass(frozen=True)
class Unsupported:
    table: dict[str, str]


def options(default, **table):
    return rule_options(default, table, lambda key, message: ConfigError(message, path="copylint.toml", key=key, line=7))


def test_values_take_the_place_of_defaults():
    given = options(
        Options(), limit=-1, share=1, strict=True, word="a", allow=["b", "c"], sizes=[2, 2], shape="straight", place="after"
    )
    assert given == Options(-1, 1.0, True, "a", ("b", "c"), frozenset({2}), Shape.STRAIGHT, "after")
    assert type(given.share) is float


def test_a_single_string_is_a_list_of_one():
    assert options(Options(), allow="quite").allow == ("quite",)


def test_without_values_the_defaults_stay():
    assert options(Options()) == Options()
    assert options(None) is None


@pytest.mark.parametrize(
    ("default", "table", "message"),
    [
        (Options(), {"limt": 1}, 'unknown option "limt"; did you mean "limit"?'),
        (Options(), {"enabled": False}, 'unknown option "enabled"; this rule has limit, share,'),
        (None, {"limit": 1}, 'unknown option "limit"; this rule has no options'),
        (Options(), {"limit": True}, '"limit" takes a whole number, not True'),
        (Options(), {"limit": 1.5}, '"limit" takes a whole number, not 1.5'),
        (Options(), {"share": True}, '"share" takes a number, not True'),
        (Options(), {"strict": 1}, '"strict" takes true or false, not 1'),
        (Options(), {"word": 1}, '"word" takes a string, not 1'),
        (Options(), {"allow": 1}, '"allow" takes a list, not 1'),
        (Options(), {"allow": [1]}, '"allow" takes a string, not 1'),
        (Options(), {"shape": "strait"}, '"shape" is one of curly, straight, not \'strait\'; did you mean "straight"?'),
        (Options(), {"place": 3}, '"place" is one of before, after, not 3'),
    ],
)
def test_a_wrong_option_is_told(default, table, message):
    with pytest.raises(ConfigError) as caught:
        options(default, **table)
    assert str(caught.value).startswith(f"copylint.toml:7: {message}")


def test_a_rule_with_another_kind_of_option_is_a_mistake_of_its_author():
    with pytest.raises(TypeError, match="can't be of type"):
        options(Unsupported({}), table={})
