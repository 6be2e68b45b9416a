"""Patterns with what to say of each: the kinds `existence` and `substitution`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from copylint.patterns.pattern import Pattern
from copylint.patterns.reading import RuleTable, Shape
from copylint.patterns.search import Found, SlowPatternError
from copylint.patterns.template import Template
from copylint.patterns.view import View
from copylint.rule import Fault, Match
from copylint.spans import Span
from copylint.tables import Table
from copylint.values import dataclass

_CLOSERS = frozenset(",.;:!?)]}”’\"'»")
_OPENERS = frozenset("([{“‘\"'«–—")
_TOLD_APART = ("(?-i:", r"\x27")
_KIN = str.maketrans("\n’", " '")


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern, what to write instead, the likeliest first, and a note on it. `literal` is its text if it is nothing else."""

    pattern: Pattern
    replacements: tuple[Template, ...] = ()
    note: str = ""
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class EntrySpec:
    """What an `existence` or a `substitution` rule looks for."""

    entries: Sequence[Entry]
    is_constant = False

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The pattern of each entry."""
        return tuple(entry.pattern for entry in self.entries)

    def pattern(self, number: int) -> Pattern:
        """The pattern of one entry."""
        return self.entries[number].pattern


def existence(rule: RuleTable) -> EntrySpec:
    """The `patterns` or the `entries` of a table. Raises PackError."""
    notes = rule.table.table("entries")
    texts = rule.table.strings("patterns")
    if bool(notes) == bool(texts):
        raise rule.fail("patterns", 'an existence rule has either "patterns" or "entries", and at least one of them')
    if texts:
        return EntrySpec(tuple(_entry(pattern) for pattern in rule.patterns("patterns")))
    rule.once("entries", notes)
    return EntrySpec(tuple(_noted(rule, text, note) for text, note in notes.items()))


def _entry(pattern: Pattern) -> Entry:
    return Entry(pattern)


def _noted(rule: RuleTable, text: str, note: object) -> Entry:
    key = f'entries."{text}"'
    if not isinstance(note, str):
        raise rule.fail(key, "a note is a string")
    return Entry(rule.pattern(key, text), note=note)


def substitution(rule: RuleTable) -> EntrySpec:
    """The `swap` of a table. Raises PackError."""
    swap = rule.table.table("swap")
    if not swap:
        raise rule.fail("swap", "a substitution rule has at least one entry")
    rule.once("swap", swap)
    return EntrySpec(tuple(_swapped(rule, text, value) for text, value in swap.items()))


def _swapped(rule: RuleTable, text: str, value: object) -> Entry:
    key = f'swap."{text}"'
    note = ""
    if isinstance(value, Mapping):
        own = Table(value, lambda part, message: rule.fail(f"{key}.{part}", message))
        own.only(("to", "note"))
        note, value = own.string("note", ""), own.strings("to", None)
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)) or not texts or not all(isinstance(item, str) for item in texts):
        raise rule.fail(key, "takes a string, a list of strings, or a table with to and note")
    pattern, shape = rule.checked(key, text)
    return Entry(pattern, _templates(rule, key, texts, shape), note, shape.literal)


def _templates(rule: RuleTable, key: str, texts: Sequence[str], shape: Shape) -> tuple[Template, ...]:
    for index, text in enumerate(texts):
        if text in texts[:index]:
            raise rule.fail(key, f'the replacement "{text}" stands twice')
        if text == shape.literal:
            raise rule.fail(key, "the replacement is what it replaces")
    return tuple(rule.template(key, text, shape.groups) for text in texts)


def entry_matches(spec: EntrySpec, view: View, live: Iterable[int]) -> Iterator[Match | Fault]:
    """What the entries find: of two that overlap the longer, of two equally long ones the one that stands first."""
    candidates: list[tuple[Span, int, Found]] = []
    for index in live:
        try:
            found = view.matches(index)
        except SlowPatternError as slow:
            yield slow.fault
            continue
        candidates.extend((Span(*match.span()), index, match) for match in found)
    for span, index, match in longest(candidates):
        marked = _match(spec.entries[index], match, span, view)
        if marked is not None:
            yield marked


def longest(candidates: Iterable[tuple[Span, int, Found]]) -> list[tuple[Span, int, Found]]:
    """The candidates that stay where some overlap, in the order of the text; the number is the entry's."""
    kept: list[tuple[Span, int, Found]] = []
    starts: list[int] = []
    for candidate in sorted(candidates, key=lambda c: (-c[0].length, c[1], c[0].start)):
        span = candidate[0]
        place = bisect_left(starts, span.start)
        is_free = (place == 0 or kept[place - 1][0].end <= span.start) and (place == len(kept) or span.end <= starts[place])
        if is_free:
            kept.insert(place, candidate)
            starts.insert(place, span.start)
    return kept


def _match(entry: Entry, match: Found, span: Span, view: View) -> Match | None:
    """The match to yield; None for a text that is one of its own replacements, and so right."""
    details = {"note": entry.note} if entry.note else {}
    found = match.group()
    texts = tuple(dict.fromkeys(template.filled(match.group, found) for template in entry.replacements))
    if found in texts or _is_set_otherwise(entry, found, texts):
        return None
    if "" in texts:
        span, texts = _deletion(span, texts, view)
    return Match(span, texts, details, note=entry.note)


def _is_set_otherwise(entry: Entry, found: str, texts: tuple[str, ...]) -> bool:
    """Whether a text is a replacement but for capitals, as in a headline, a line break, or the shape of its apostrophes.

    A pattern or a replacement that tells capitals or apostrophes from their kin is about them.
    """
    if any(part in entry.pattern.text for part in _TOLD_APART) or not any(each.follows_case for each in entry.replacements):
        return False
    return _levelled(found) in map(_levelled, texts)


def _levelled(text: str) -> str:
    return text.translate(_KIN).lower()


def _deletion(span: Span, texts: tuple[str, ...], view: View) -> tuple[Span, tuple[str, ...]]:
    """The span with one space beside it, so that its deletion leaves no two of them and none before a stop.

    The space after it, or else the one before it; the replacements that aren't empty keep the space.
    """
    prose = view.prose
    block = view.document.blocks[view.document.block_at(span.start)].span
    after = prose[span.end] if span.end < block.end else ""
    before = prose[span.start - 1] if span.start > block.start else ""
    if _is_space(after) and (not before or before.isspace() or before in _OPENERS):
        return Span(span.start, span.end + 1), tuple(text and text + after for text in texts)
    if _is_space(before) and (not after or after.isspace() or after in _CLOSERS):
        return Span(span.start - 1, span.end), tuple(text and before + text for text in texts)
    return span, texts


def _is_space(char: str) -> bool:
    return char.isspace() and char not in "\r\n"
