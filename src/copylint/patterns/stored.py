"""Rules that were read and checked, as plain data, and back without a second check."""

from __future__ import annotations

import marshal
from collections.abc import Callable

from copylint.code import code_of
from copylint.document import BlockKind
from copylint.patterns.capitalization import CapitalizationSpec
from copylint.patterns.conditional import ConditionalSpec
from copylint.patterns.consistency import ConsistencySpec, Form
from copylint.patterns.entry import Entry, EntrySpec
from copylint.patterns.index import Index, RuleSet
from copylint.patterns.kind import Facts, PackRule
from copylint.patterns.needle import Needle, cost
from copylint.patterns.occurrence import OccurrenceSpec
from copylint.patterns.pattern import Made, Pattern
from copylint.patterns.repetition import RepetitionSpec
from copylint.patterns.template import Template
from copylint.plain import Later, Plain
from copylint.rule import Confidence, Example, Fix, Quotes, Rule, Severity
from copylint.shelf import Row, Shelf, row
from copylint.typed import Any
from copylint.values import replace

_LIKELY = 1e-6
"""A pattern whose needles are expected so often a character is compiled for a wheel: once in some hundred articles."""

_FACTS = (Rule, Example, Severity, Confidence, Fix, Quotes, BlockKind)
_SPECS = (EntrySpec, CapitalizationSpec, ConditionalSpec, ConsistencySpec, OccurrenceSpec, RepetitionSpec)
_PARTS = (Pattern, Made, Needle, Template, Entry, Form)


class _Writer:
    """Writes rules down, with what is made of their patterns; `is_kept` tells whose compiled form is worth the room."""

    def __init__(self, is_kept: Callable[[Pattern], bool]) -> None:
        self._is_kept = is_kept
        self.plain = Plain(
            PackRule, Facts, *_FACTS, *_SPECS, *_PARTS, later=(Facts, EntrySpec), instead={Pattern: self._with_made}
        )

    def _with_made(self, pattern: Pattern) -> Pattern:
        """The pattern with what is made of it, but for its needles, which the index of its rule has."""
        return pattern if pattern.made is not None else self._with_all(pattern, None)

    def _with_all(self, pattern: Pattern, needles: tuple[Needle, ...] | None) -> Pattern:
        code = code_of(pattern.compiled) if self._is_kept(pattern) else b""
        is_quick, is_quick_in_copy = pattern.is_quick, pattern.is_quick_in_copy
        made = Made(needles, is_quick, is_quick_in_copy, pattern.by_word, pattern.stays_in_line, code)
        return replace(pattern, made=made)

    def written(self, rule: PackRule) -> bytes:
        """The rule as it is wherever its pack lies, its exceptions with their needles, which no index has."""
        exceptions = tuple(self._with_all(pattern, pattern.needles) for pattern in rule.exceptions)
        return marshal.dumps(self.plain.written(replace(rule, path="", exceptions=exceptions)), 4)


def _is_likely(pattern: Pattern) -> bool:
    return not pattern.needles or cost(pattern.needles) > _LIKELY


_LIKELY_ONES, _NONE = _Writer(_is_likely), _Writer(lambda _: False)


def written(rules: RuleSet, *, is_shipped: bool = False) -> Any:
    """The rules and their index as plain data, without the path of their pack; to be shipped, with likely ones compiled."""
    facts = row(map((_LIKELY_ONES if is_shipped else _NONE).written, rules.rules))
    return facts, rules.codes, tuple(sorted(rules.constant)), written_index(rules.index)


def stored(data: Any, *, path: str) -> RuleSet:
    """The rules that were written as these data; each, and each of its entries, is read when a text may hold it.

    Their index may be missing there, where it is one with that of other packs.
    """
    rules, codes, constant, index = data
    own = Later(Row(rules), lambda rule: replace(_NONE.plain.read(rule), path=path))
    return RuleSet.of(own, codes, frozenset(constant), index and stored_index(index))


def written_index(index: Index) -> Any:
    """An index as plain data."""
    return index.words.data, index.grams.data, index.always


def stored_index(data: Any) -> Index:
    """The index that was written as these data."""
    words, grams, always = data
    return Index(Shelf(words), Shelf(grams), always)
