import pytest

from copylint.errors import ConfigError, did_you_mean
from copylint.tables import Table


def table(**data):
    return Table(data, lambda key, message: ConfigError(message, path="a.toml", key=key, line=3))


def test_an_unknown_key_is_named_with_the_nearest_right_one():
    with pytest.raises(ConfigError, match=r'^a\.toml:3: unknown key "serverity"; did you mean "severity"\?$'):
        table(serverity="error").only(["severity", "code"])


def test_known_keys_pass():
    table(code="X").only(["severity", "code"])


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (lambda t: t.string("n"), "takes a string, not a number"),
        (lambda t: t.flag("n"), "takes true or false, not a number"),
        (lambda t: t.number("s"), "takes a whole number, not a string"),
        (lambda t: t.number("b"), "takes a whole number, not true or false"),
        (lambda t: t.number("minus"), '"minus" takes a whole number, 0 or more$'),
        (lambda t: t.number("half"), '"half" takes a whole number, 0 or more$'),
        (lambda t: t.strings("n"), "takes a list of strings, not a number"),
        (lambda t: t.strings("mixed"), "takes a list of strings; it holds a number$"),
        (lambda t: t.strings("lists"), "takes a list of strings; it holds a list$"),
        (lambda t: t.table("s"), "takes a table, not a string"),
        (lambda t: t.tables("t"), "takes an array of tables"),
        (lambda t: t.choice("s", ["one", "two"]), 'is one of one, two, not "on"; did you mean "one"'),
        (lambda t: t.string("none"), '"none" is missing'),
    ],
)
def test_a_wrong_value_is_named_with_its_key_and_kind(read, message):
    values = table(n=1, s="on", b=True, minus=-1, half=1.5, mixed=["a", 1], lists=[["a"]], t={"a": 1})
    with pytest.raises(ConfigError, match=message):
        read(values)


def test_right_values_come_back_typed():
    values = table(s="one", b=False, n=2, list=["a"], t={"k": 1}, ts=[{"k": 1}])
    assert (values.string("s"), values.flag("b"), values.number("n")) == ("one", False, 2)
    assert (values.strings("list"), values.strings("s"), values.strings("none")) == (("a",), ("one",), ())
    assert (values.table("t"), values.table("none"), values.tables("ts")) == ({"k": 1}, {}, ({"k": 1},))
    assert values.choice("s", ["one"]) == "one"
    assert values.string("none", "default") == "default"


def test_nothing_near_gives_no_hint():
    assert did_you_mean("zebra", ["select", "ignore"]) == ""
