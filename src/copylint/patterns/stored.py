"""Rules that were read and checked, as plain data, and back without a second check."""

from __future__ import annotations

from typing import Any

import regex  # type: ignore[import-untyped]  # it ships no types

from copylint.document import BlockKind
from copylint.patterns.capitalization import CapitalizationSpec
from copylint.patterns.conditional import ConditionalSpec
from copylint.patterns.consistency import ConsistencySpec, Form
from copylint.patterns.dialect import code_of
from copylint.patterns.entry import Entry, EntrySpec
from copylint.patterns.index import Index, RuleSet
from copylint.patterns.kind import PackRule
from copylint.patterns.needle import Needle
from copylint.patterns.occurrence import OccurrenceSpec
from copylint.patterns.pattern import Made, Pattern
from copylint.patterns.repetition import RepetitionSpec
from copylint.patterns.template import Template
from copylint.patterns.view import Folded
from copylint.plain import Plain
from copylint.rule import Confidence, Example, Fix, Quotes, Rule, Severity
from copylint.values import replace

MAKER = f"regex {regex.__version__}"
"""What beside Python and ourselves has checked the patterns."""

_ORDINARY = Folded(
    """the of and to in a is was that for on it as with he be by at from his her they are have this had not but an were said
    she has their who its or will would which been he we more about after one when there also than into over out up two first
    last new year years some if other could no them him all can only time so what now before since because while many did do
    does may most people police government was is its 1 2 3 4 5 6 7 8 9 0 10 12 2018 . , : ; ! ? ' " - ( ) % $ /"""
)
"""Words that stand in nearly every story: a pattern that asks for no more is compiled beforehand."""

_FACTS = (Rule, Example, Severity, Confidence, Fix, Quotes, BlockKind)
_SPECS = (EntrySpec, CapitalizationSpec, ConditionalSpec, ConsistencySpec, OccurrenceSpec, RepetitionSpec)
_PARTS = (Pattern, Made, Needle, Template, Entry, Form)


def _with_made(pattern: Pattern) -> Pattern:
    code = code_of(pattern.compiled) if _ORDINARY.allows(pattern) else b""
    return replace(pattern, made=Made(pattern.choices, code))


_PLAIN = Plain(PackRule, *_FACTS, *_SPECS, *_PARTS, later=(EntrySpec,), instead={Pattern: _with_made})


def written(rules: RuleSet) -> object:
    """The rules and their index as plain data, without the path of their pack."""
    index = rules.index
    facts = tuple(_PLAIN.written(replace(rule, path="")) for rule in rules.rules)
    return facts, dict(index.words), dict(index.runs), dict(index.phrases), index.always


def stored(data: Any, *, path: str) -> RuleSet:
    """The rules that were written as these data; their entries are read when a text may hold them."""
    rules, words, runs, phrases, always = data
    return RuleSet((replace(_PLAIN.read(rule), path=path) for rule in rules), Index(words, runs, phrases, always))
