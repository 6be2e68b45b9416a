"""Which of several findings at one place is shown.

A rule may name the codes it supersedes. Of the rest, findings of any family that would change the same letters in the same
way say the same thing twice: the graver one stays, then the shorter, which shows best what is wrong. So do findings of one
family that overlap, and findings of any family on the same words: the graver one stays, then the longer, then the lower code.
Findings of different families that only touch stay side by side: a question about a sentence must not hide a stray stop
inside it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from itertools import takewhile

from copylint.finding import Finding
from copylint.rule import Rule
from copylint.spans import Span


def settled(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """The findings that stay, in the order of the text."""
    ordered = sorted(findings, key=lambda f: (f.span, f.code, f.message))
    lost = _superseded(ordered, rules)
    told = _told_once(f for f in ordered if id(f) not in lost)
    best = sorted(told, key=lambda f: (-f.severity.rank, -f.span.length, f.code, f.span))
    kept = _without_clashes(best)
    return tuple(sorted(kept, key=lambda f: (f.span, f.code, f.message)))


def _superseded(ordered: list[Finding], rules: Mapping[str, Rule]) -> set[int]:
    winners: dict[str, _Taken] = {}
    for finding in ordered:
        for code in rules[finding.code].supersedes:
            winners.setdefault(code, _Taken()).add(finding.span)
    return {id(f) for f in ordered if f.code in winners and winners[f.code].holds(f.span)}


def _told_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those whose likeliest replacement comes to the same as that of another."""
    told: dict[tuple[int, str, str] | int, Finding] = {}
    for finding in sorted(findings, key=lambda f: (-f.severity.rank, f.span.length, f.code, f.span)):
        told.setdefault(_change(finding) if finding.replacements else id(finding), finding)
    return [*told.values()]


def _change(finding: Finding) -> tuple[int, str, str]:
    """What the likeliest replacement changes: where, the letters that go, and those that come."""
    old, new = finding.text, finding.replacements[0]
    same = _shared(old, new)
    old, new = old[same:], new[same:]
    tail = _shared(old[::-1], new[::-1])
    return finding.span.start + same, old[: len(old) - tail], new[: len(new) - tail]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _without_clashes(best: list[Finding]) -> list[Finding]:
    families: dict[str, _Taken] = {}
    spans: set[Span] = set()
    kept = []
    for finding in best:
        taken = families.setdefault(finding.code[:3], _Taken())
        if finding.span in spans or taken.holds(finding.span):
            continue
        taken.add(finding.span)
        spans.add(finding.span)
        kept.append(finding)
    return kept


class _Taken:
    """Spans in order, joined where they overlap, so that a look at the neighbours tells whether a place is taken."""

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def _near(self, span: Span) -> tuple[int, int]:
        first = max(0, bisect_left(self.spans, span) - 1)
        last = first
        while last < len(self.spans) and self.spans[last].start <= span.end:
            last += 1
        return first, last

    def holds(self, span: Span) -> bool:
        first, last = self._near(span)
        return any(self.spans[i].overlaps(span) for i in range(first, last))

    def add(self, span: Span) -> None:
        first, last = self._near(span)
        while first < last and not self.spans[first].overlaps(span):
            first += 1
        while first < last and self.spans[first].overlaps(span):
            span = span.joined(self.spans.pop(first))
            last -= 1
        insort(self.spans, span)
