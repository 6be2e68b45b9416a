"""Replacements that lead round in a circle: one rule's cure is what another rule marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from copylint.errors import PackError
from copylint.patterns.caseless import caseless
from copylint.patterns.entry import Entry, EntrySpec
from copylint.patterns.kind import PackRule
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class _Swap:
    """An entry whose pattern is plain text, and its rule."""

    rule: PackRule
    entry: Entry
    text: str

    def leads_to(self) -> Iterator[str]:
        for template in self.entry.replacements:
            if template.literal:
                yield _same(template.literal)


def check_loops(rules: Iterable[PackRule]) -> None:
    """Nothing. Raises PackError for a circle of replacements, in one rule or over several that can be on together.

    Only patterns of plain text are looked at: what others match depends on what stands round it.
    """
    swaps: dict[str, list[_Swap]] = {}
    for rule in rules:
        if isinstance(rule.spec, EntrySpec):
            for entry in rule.spec.entries:
                if entry.literal and entry.replacements:
                    swap = _Swap(rule, entry, _same(entry.literal))
                    swaps.setdefault(swap.text, []).append(swap)
    for group in swaps.values():
        for swap in group:
            _walk(swap, swaps)


def _walk(first: _Swap, swaps: Mapping[str, list[_Swap]]) -> None:
    """Go on from replacement to replacement, depth first; a swap that is met again on the way closes a circle."""
    way, done = [first], {id(first)}
    nexts = [_nexts(first, swaps)]
    while way:
        swap = next(nexts[-1], None)
        if swap is None:
            way.pop()
            nexts.pop()
        elif any(swap is other for other in way):
            raise _error(way[next(i for i, other in enumerate(way) if other is swap) :])
        elif id(swap) not in done and _are_together((*way, swap)):
            done.add(id(swap))
            way.append(swap)
            nexts.append(_nexts(swap, swaps))


def _nexts(swap: _Swap, swaps: Mapping[str, list[_Swap]]) -> Iterator[_Swap]:
    return (after for text in swap.leads_to() if text != swap.text for after in swaps.get(text, ()))


def _are_together(way: Iterable[_Swap]) -> bool:
    """Whether all their rules can be on in one run: those of a house style are, if the styles have one in common."""
    styles = [frozenset(swap.rule.rule.styles) for swap in way if swap.rule.rule.styles]
    return not styles or bool(frozenset.intersection(*styles))


def _same(text: str) -> str:
    return caseless(" ".join(text.split())).replace("’", "'")


def _error(circle: list[_Swap]) -> PackError:
    texts = " → ".join(f"“{swap.entry.literal}”" for swap in (*circle, circle[0]))
    last = circle[-1].rule
    codes = " and ".join(dict.fromkeys(swap.rule.rule.code for swap in circle))
    return PackError(f"replacements lead round in a circle ({codes}): {texts}", path=last.path, rule=last.rule.code, key="swap")
