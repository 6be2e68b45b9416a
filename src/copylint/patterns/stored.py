"""Rules that were read and checked, as plain data, and back without a second check."""

from __future__ import annotations

import marshal

from copylint.document import BlockKind
from copylint.patterns.capitalization import CapitalizationSpec
from copylint.patterns.code import code_of
from copylint.patterns.conditional import ConditionalSpec
from copylint.patterns.consistency import ConsistencySpec, Form
from copylint.patterns.entry import Entry, EntrySpec
from copylint.patterns.index import Index, RuleSet
from copylint.patterns.kind import PackRule
from copylint.patterns.needle import Needle, cost
from copylint.patterns.occurrence import OccurrenceSpec
from copylint.patterns.pattern import Made, Pattern
from copylint.patterns.repetition import RepetitionSpec
from copylint.patterns.template import Template
from copylint.plain import Later, Plain
from copylint.rule import Confidence, Example, Fix, Quotes, Rule, Severity
from copylint.typed import Any
from copylint.values import replace

_LIKELY = 5e-8
"""A pattern whose needles are expected so often a character is compiled beforehand: once in some thousand articles."""

_FACTS = (Rule, Example, Severity, Confidence, Fix, Quotes, BlockKind)
_SPECS = (EntrySpec, CapitalizationSpec, ConditionalSpec, ConsistencySpec, OccurrenceSpec, RepetitionSpec)
_PARTS = (Pattern, Made, Needle, Template, Entry, Form)


def _with_made(pattern: Pattern) -> Pattern:
    """The pattern with what is made of it, but for its needles, which the index of its rule has."""
    return pattern if pattern.made is not None else _with_all(pattern, None)


def _with_all(pattern: Pattern, needles: tuple[Needle, ...] | None) -> Pattern:
    is_likely = not pattern.needles or cost(pattern.needles) > _LIKELY
    code = code_of(pattern.compiled) if is_likely else b""
    return replace(pattern, made=Made(needles, pattern.is_quick, pattern.by_word, code))


_PLAIN = Plain(PackRule, *_FACTS, *_SPECS, *_PARTS, later=(EntrySpec,), instead={Pattern: _with_made})


def written(rules: RuleSet) -> object:
    """The rules and their index as plain data, without the path of their pack."""
    index = rules.index
    facts = tuple(marshal.dumps(_PLAIN.written(_without_path(rule)), 4) for rule in rules.rules)
    constant = tuple(sorted(rules.constant))
    return facts, rules.codes, constant, dict(index.words), dict(index.grams), index.always


def _without_path(rule: PackRule) -> PackRule:
    """The rule as it is wherever its pack lies, its exceptions with their needles, which no index has."""
    exceptions = tuple(_with_all(pattern, pattern.needles) for pattern in rule.exceptions)
    return replace(rule, path="", exceptions=exceptions)


def stored(data: Any, *, path: str) -> RuleSet:
    """The rules that were written as these data; each, and each of its entries, is read when a text may hold it."""
    rules, codes, constant, *index = data
    own = Later(rules, lambda rule: replace(_PLAIN.read(rule), path=path))
    return RuleSet.of(own, codes, frozenset(constant), Index(*index))
