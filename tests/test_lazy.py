"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from copylint.lazy import lazy


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each pattern has been compiled."""
    counts: Counter[str] = Counter()
    plain = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        counts[pattern] += 1
        return plain(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
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
