"""Our own Python rules from the cache: the same facts, and no module of theirs imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint import builtin, stock
from copylint.cache import NO_CACHE, Cache, own_code
from copylint.document import BODY
from copylint.linter import PythonChecker
from copylint.named import thing
from copylint.rule import Rule
from copylint.stock import own_rules, stored_rules, written_rules
from copylint.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a rule of this test."""

    limit: int = 3


def check(document: object, options: Options) -> tuple[()]:
    assert document
    assert options == Options()
    return ()


@pytest.fixture
def rules() -> tuple[Rule, ...]:
    return tuple(builtin.copylint_rules())


def with_check(rule: Rule) -> Rule:
    return replace(rule, check=thing(rule.check) if isinstance(rule.check, str) else rule.check)


def test_kept_rules_are_those_that_were_imported(rules, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "cache"))
    first = own_rules(cache, lambda: rules)
    kept = own_rules(cache, lambda: pytest.fail("the rules are imported again"))
    assert first == tuple(sorted(rules, key=lambda rule: rule.code))
    assert tuple(map(with_check, kept)) == first
    assert all(rule.check is None or isinstance(rule.check, str) for rule in kept)


def test_without_a_cache_rules_are_imported(rules) -> None:
    assert len(own_rules(NO_CACHE, lambda: rules)) == len(rules)


def test_a_change_of_our_own_code_makes_the_facts_anew(rules, tmp_path: Path, monkeypatch) -> None:
    cache = Cache(str(tmp_path / "cache"))
    own_rules(cache, lambda: rules)
    monkeypatch.setattr(stock, "own_code", lambda: own_code() + b"changed")
    assert own_rules(cache, lambda: rules[:1]) == rules[:1]


def test_options_come_back_with_their_defaults(rules) -> None:
    rule = replace(rules[0], options=Options(), check=check, blocks=BODY)
    (again,) = stored_rules(written_rules([rule]))
    assert again == replace(rule, check=f"{__name__}:check")
    assert PythonChecker(again).rule.options == Options()


def test_what_has_no_name_is_not_kept(rules) -> None:
    with pytest.raises(TypeError, match="defaults"):
        written_rules([replace(rules[0], options=Options(4))])
    with pytest.raises((TypeError, AttributeError)):
        written_rules([replace(rules[0], check=lambda document: [document])])
