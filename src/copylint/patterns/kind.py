"""The kinds of rules: the keys of each, how its table is read, and what finds its matches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from copylint.document import BlockKind
from copylint.patterns.capitalization import capitalization, capitalization_matches
from copylint.patterns.conditional import conditional, conditional_matches
from copylint.patterns.consistency import consistency, consistency_matches
from copylint.patterns.entry import entry_matches, existence, substitution
from copylint.patterns.occurrence import occurrence, occurrence_matches
from copylint.patterns.pattern import Pattern
from copylint.patterns.reading import RuleTable
from copylint.patterns.repetition import repetition, repetition_matches
from copylint.patterns.view import View
from copylint.rule import Fault, Match, Rule
from copylint.typed import Any, Protocol
from copylint.values import dataclass


class Spec(Protocol):
    """What a rule of some kind looks for."""

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns without which it finds nothing, unless it is constant."""

    def pattern(self, number: int) -> Pattern:
        """One of the patterns, by its place among them."""

    @property
    def is_constant(self) -> bool:
        """Whether it has to run on every text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: `matches(spec, view, live)` is given the numbers of the patterns that may match, in order."""

    keys: tuple[str, ...]
    read: Callable[[RuleTable], Spec]
    matches: Callable[[Any, View, Iterable[int]], Iterator[Match | Fault]]  # each takes the spec that its own `read` gives


KINDS: Mapping[str, Kind] = {
    "existence": Kind(("patterns", "entries"), existence, entry_matches),
    "substitution": Kind(("swap",), substitution, entry_matches),
    "repetition": Kind(("pattern", "allow"), repetition, repetition_matches),
    "consistency": Kind(("either", "minimum"), consistency, consistency_matches),
    "occurrence": Kind(("pattern", "max", "min", "per"), occurrence, occurrence_matches),
    "conditional": Kind(("first", "second", "where"), conditional, conditional_matches),
    "capitalization": Kind(("style", "allow", "forms"), capitalization, capitalization_matches),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a rule, in a sequence of one, which may read them when they are first asked for."""

    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class PackRule:
    """A rule of a pack: its facts, and what it looks for. `exceptions` are the patterns of `except`, `path` is its file.

    `is_narrow` says that it leaves paragraphs alone, so that most of a text need not be looked at.
    """

    facts: Facts
    kind: str
    spec: Spec
    exceptions: tuple[Pattern, ...] = ()
    path: str = ""
    is_narrow: bool = False

    @classmethod
    def of(cls, rule: Rule, kind: str, spec: Spec, exceptions: tuple[Pattern, ...] = (), path: str = "") -> PackRule:
        """The rule with these facts."""
        return cls(Facts((rule,)), kind, spec, exceptions, path, BlockKind.PARAGRAPH not in rule.blocks)

    @property
    def rule(self) -> Rule:
        """Its facts."""
        return self.facts.rules[0]
