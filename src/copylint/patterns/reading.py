"""Reads the patterns of a rule's table, and tells the file, the rule and the key where one is wrong."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.errors import CopylintError
from copylint.patterns.caseless import caseless
from copylint.patterns.pattern import Pattern
from copylint.patterns.template import Template
from copylint.tables import Table
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a pattern that was checked: its text if it is nothing but characters, and how many groups it numbers."""

    literal: str | None
    groups: int


@dataclass(frozen=True, slots=True)
class RuleTable:
    """The table of a rule, and how its patterns are meant."""

    table: Table
    case_sensitive: bool
    bounds: bool

    def fail(self, key: str, message: str) -> CopylintError:
        """The error to raise for a key."""
        return self.table.fail(key, message)

    def checked(self, key: str, text: str) -> tuple[Pattern, Shape]:
        """The pattern of a text, and its shape. Raises PackError for a wrong or refused one."""
        from copylint.patterns.dialect import checked
        from copylint.patterns.tree import PatternError

        try:
            tree = checked(text)
        except PatternError as error:
            raise self.fail(key, f'pattern "{text}": {error}') from error
        return Pattern(text, self.case_sensitive, self.bounds), Shape(tree.literal, tree.groups)

    def pattern(self, key: str, text: str) -> Pattern:
        """The pattern of a text."""
        return self.checked(key, text)[0]

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """The patterns of a list."""
        texts = self.table.strings(key)
        self.once(key, texts)
        return tuple(self.pattern(key, text) for text in texts)

    def once(self, key: str, texts: Iterable[str]) -> None:
        """Raise for a pattern that stands twice."""
        seen: set[str] = set()
        for text in texts:
            # Only letters are folded: \W and \w are different things.
            same = text if self.case_sensitive or "\\" in text else caseless(text)
            if same in seen:
                raise self.fail(key, f'pattern "{text}" stands twice')
            seen.add(same)

    def template(self, key: str, text: str, groups: int) -> Template:
        """The template of a replacement. Raises PackError for a wrong one."""
        from copylint.patterns.template import template
        from copylint.patterns.tree import PatternError

        try:
            return template(text, groups=groups, case_sensitive=self.case_sensitive)
        except PatternError as error:
            raise self.fail(key, str(error)) from error
