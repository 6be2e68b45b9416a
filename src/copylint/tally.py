"""What `copylint rules --statistics` prints: how many rules there are, and how many entries they look for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copylint.kit import Kit
from copylint.patterns.engine import PackChecker
from copylint.values import dataclass

_HEAD = ("family", "rules", "on", "entries")
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one family, or of all: how many rules there are, how many of them are on, and how many entries they have.

    An entry is one pattern of a pack's rule, or one rule in Python.
    """

    family: str
    rules: int
    enabled: int
    entries: int

    @property
    def data(self) -> dict[str, object]:
        """The same for machines."""
        return {"family": self.family, "rules": self.rules, "enabled": self.enabled, "entries": self.entries}


def tallies(kit: Kit, enabled: frozenset[str]) -> tuple[Tally, ...]:
    """A tally a family in the order of the alphabet, and one of all at the end."""
    entries = entries_by_code(kit)
    families = sorted({rule.family for rule in kit.rules.values()})
    codes = {family: [code for code, rule in kit.rules.items() if rule.family == family] for family in families}
    return (
        *(_tally(family, codes[family], entries, enabled) for family in families),
        _tally(_ALL, kit.rules, entries, enabled),
    )


def entries_by_code(kit: Kit) -> Mapping[str, int]:
    """How many entries each rule has."""
    counts = dict.fromkeys(kit.rules, 1)
    for checker in kit.checkers:
        for each in checker.pack_rules if isinstance(checker, PackChecker) else ():
            counts[each.rule.code] = len(each.spec.patterns)
    return counts


def _tally(family: str, codes: Iterable[str], entries: Mapping[str, int], enabled: frozenset[str]) -> Tally:
    own = tuple(codes)
    return Tally(family, len(own), sum(code in enabled for code in own), sum(entries[code] for code in own))


def tabled(tally: Iterable[Tally]) -> str:
    """The tallies as a table for reading, a line each."""
    rows = [_HEAD, *((each.family, f"{each.rules:,}", f"{each.enabled:,}", f"{each.entries:,}") for each in tally)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in rows)
    return "".join(f"{line}\n" for line in lines)
