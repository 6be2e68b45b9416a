"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import marshal
import re
from collections import Counter
from importlib import import_module
from pkgutil import walk_packages

import pytest

import copylint
from copylint import lazy as lazy_module
from copylint import memo, shelf
from copylint.lazy import lazy
from copylint.memo import Memo

MODULES = tuple(module.name for module in walk_packages(copylint.__path__, "copylint.") if module.name != "copylint.__main__")


def module_patterns(name: str) -> list[lazy_module._Lazy]:
    """The patterns that are constants of a module."""
    return [value for value in vars(import_module(name)).values() if isinstance(value, lazy_module._Lazy)]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each pattern has been compiled."""
    counts: Counter[str] = Counter()
    plain = lazy_module._code

    def counted(pattern: str, flags: int = 0) -> object:
        counts[pattern] += 1
        return plain(pattern, flags)

    monkeypatch.setattr(lazy_module, "MEMO", Memo())
    monkeypatch.setattr(lazy_module, "_code", counted)
    return counts


def test_a_pattern_is_compiled_once_and_at_its_first_use(compiled: Counter[str]) -> None:
    word = lazy("a+")
    assert not compiled
    assert word.search("baa")
    assert word.match("aa")
    assert not word.fullmatch("aab")
    assert compiled == {"a+": 1}


def test_it_does_what_a_compiled_one_does() -> None:
    word, plain = lazy("(B)C?", re.IGNORECASE), re.compile("(B)C?", re.IGNORECASE)
    assert word.sub(r"<\1>", "abcb") == plain.sub(r"<\1>", "abcb")
    assert word.split("abcb") == plain.split("abcb")
    assert [found.span(1) for found in word.finditer("abcb", 2)] == [found.span(1) for found in plain.finditer("abcb", 2)]
    assert (word.pattern, word.flags) == (plain.pattern, plain.flags)


def test_what_is_no_pattern_is_told_at_its_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("a")


def test_it_has_nothing_that_is_not_a_patterns() -> None:
    assert not hasattr(lazy("a"), "groups_of")


def test_what_is_kept_of_a_pattern_makes_the_same_one() -> None:
    made = [module_patterns(name) for name in MODULES]
    for pattern, flags in sorted({each._given for patterns in made for each in patterns}, key=repr):
        key = ("re", pattern, int(flags))
        assert marshal.loads(marshal.dumps(lazy_module._code(pattern, flags), 4)) == lazy_module._code(pattern, flags), key
        assert lazy_module._restored(pattern, *lazy_module._code(pattern, flags)) == re.compile(pattern, flags), key


def test_what_another_process_has_compiled_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Memo(), Memo()
    monkeypatch.setattr(lazy_module, "MEMO", one)
    assert lazy("(?P<first>k+)e", re.IGNORECASE).match("KE")["first"] == "K"
    assert one.is_new
    other.learn(one.written())
    monkeypatch.setattr(lazy_module, "MEMO", other)
    monkeypatch.setattr(lazy_module, "_code", None)
    assert lazy("(?P<first>k+)e", re.IGNORECASE).match("KE")["first"] == "K"
    assert not other.is_new


def test_where_re_keeps_its_numbers_elsewhere_it_compiles_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazy_module, "MEMO", Memo())
    monkeypatch.setattr(lazy_module, "_halves", lambda: (re, re))
    assert lazy("k+", re.IGNORECASE).match("KE")
    assert lazy("k+", re.IGNORECASE).match("KE")


def test_what_another_process_has_made_is_known_and_goes_on_to_the_next() -> None:
    one, other, third = Memo(), Memo(), Memo()
    assert one.of(("a", 1), lambda: {"x": (1, b"y")}) == {"x": (1, b"y")}
    other.learn(one.written())
    assert other.of(("b",), lambda: None) is None
    third.learn(other.written())
    assert third.of(("a", 1), pytest.fail) == {"x": (1, b"y")}
    assert third.of(("b",), pytest.fail) is None
    assert not third.is_new
    assert third.of(("a", 2), lambda: 3) == 3


def test_keys_that_are_kept_under_one_sum_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "crc32", lambda _: 5)
    monkeypatch.setattr(shelf, "crc32", lambda _: 5)
    one, other = Memo(), Memo()
    one.of(("a",), lambda: 1)
    other.learn(one.written())
    assert (other.of(("b",), lambda: 2), other.of(("a",), pytest.fail)) == (2, 1)
