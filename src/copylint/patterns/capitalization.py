"""Capitals: the kind `capitalization`. Words and phrases as they are written, or the style of whole blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from copylint.document import Block
from copylint.lazy import lazy
from copylint.patterns.entry import longest
from copylint.patterns.pattern import Pattern, literal
from copylint.patterns.reading import RuleTable
from copylint.patterns.search import Found, SlowPatternError
from copylint.patterns.view import View
from copylint.rule import Fault, Match
from copylint.spans import Span
from copylint.values import dataclass

STYLES = ("sentence", "title", "upper", "lower")
_WORD = lazy(r"[^\W\d_]+(?:['’‘][^\W\d_]+)*")
# After one of these a word may have a capital or not: a new sentence, or the stop of “U.S.”? Nothing is said of it.
_EITHER_WAY = lazy(r"[.!?:;–—|/“\"‘(\[…]\s*\Z|\A[-‐‑]\Z")
_INSIDE = lazy(rf"(?<=[\w,] ){_WORD.pattern}")
_LONG = 4


@dataclass(frozen=True, slots=True)
class CapitalizationSpec:
    """Either `forms` with a pattern each, or a style for blocks and the words that are kept as they are."""

    patterns: tuple[Pattern, ...] = ()
    forms: tuple[str, ...] = ()
    style: str = ""
    allow: frozenset[str] = frozenset()

    def pattern(self, number: int) -> Pattern:
        """One of the patterns, by its place among them."""
        return self.patterns[number]

    @property
    def is_constant(self) -> bool:
        """Whether it looks at whole blocks."""
        return bool(self.style)


def capitalization(rule: RuleTable) -> CapitalizationSpec:
    """The `forms`, or the `style` and `allow`, of a table. Raises PackError."""
    forms = rule.table.strings("forms")
    style = rule.table.choice("style", STYLES) if "style" in rule.table.data else ""
    allow = frozenset(rule.table.strings("allow"))
    if bool(forms) == bool(style):
        raise rule.fail("style", 'a capitalization rule has either "style" or "forms"')
    if forms and allow:
        raise rule.fail("allow", '"allow" goes with "style"')
    rule.once("forms", (form.lower() for form in forms))
    return CapitalizationSpec(tuple(_pattern(rule, form) for form in forms), forms, style, allow)


def _pattern(rule: RuleTable, form: str) -> Pattern:
    if not any(char.isalpha() for char in form):
        raise rule.fail("forms", f'"{form}" has no letters')
    return Pattern(literal(form), case_sensitive=False, bounds=rule.bounds)


def capitalization_matches(spec: CapitalizationSpec, view: View, live: Iterable[int]) -> Iterator[Match | Fault]:
    """Phrases with other capitals than in `forms`, or blocks that are not in the style."""
    if spec.style:
        yield from _styled(spec, view)
        return
    candidates: list[tuple[Span, int, Found]] = []
    for index in live:
        try:
            candidates.extend((Span(*match.span()), index, match) for match in view.matches(index))
        except SlowPatternError as slow:
            yield slow.fault
    for span, index, _ in longest(candidates):
        if not _is_as_written(span, spec.forms[index], view):
            yield Match(span, (spec.forms[index],))


def _is_as_written(span: Span, form: str, view: View) -> bool:
    """Whether the capitals are those of the form, or those that any word has at a sentence's start or among capitals."""
    found, own = _letters(span.of(view.prose)), _letters(form)
    if found == own:
        return True
    if found[0].isupper() and found[1:] == own[1:]:
        return _starts_sentence(span.start, view)
    block = view.document.blocks[view.document.block_at(span.start)].span.of(view.prose)
    return found.isupper() and block.isupper()


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


def _starts_sentence(offset: int, view: View) -> bool:
    index = view.document.sentence_at(offset)
    start = view.document.sentences[index].span.start if index >= 0 else 0
    return not any(char.isalnum() for char in view.prose[start:offset])


def _styled(spec: CapitalizationSpec, view: View) -> Iterator[Match]:
    names = _Names(view)
    for block in view.document.blocks:
        if block.kind in view.rule.blocks:
            text = _restyled(spec, block, view, names)
            if text != block.span.of(view.prose) and view.holds(block.span):
                yield Match(block.span, (text,))


class _Names:
    """Names: where known ones stand, and what has a capital inside the sentences of the running copy."""

    def __init__(self, view: View) -> None:
        self._spans = sorted(mention.span for entity in view.document.entities for mention in entity.mentions)
        bodies = (block.span.of(view.prose) for block in view.document.body())
        self._capitals = frozenset(word for body in bodies for word in _INSIDE.findall(body) if word[0].isupper())

    def holds(self, word: str, span: Span) -> bool:
        """Whether a word is a name, or a part of one."""
        if word in self._capitals:
            return True
        place = bisect_left(self._spans, Span(span.start, span.start))
        return any(self._spans[i].overlaps(span) for i in (place - 1, place) if 0 <= i < len(self._spans))


def _restyled(spec: CapitalizationSpec, block: Block, view: View, names: _Names) -> str:
    text = block.span.of(view.prose)
    found = list(_WORD.finditer(text))
    pieces, last = [], 0
    for index, word in enumerate(found):
        gap = text[last : word.start()]
        place = Span(*word.span()).shifted(block.span.start)
        is_kept = word[0] in spec.allow or names.holds(word[0], place) or (index > 0 and _is_free(gap, spec.style))
        worded = word[0] if is_kept else _worded(word[0], spec.style, is_first=index == 0, is_last=index == len(found) - 1)
        pieces += [gap, worded]
        last = word.end()
    return "".join((*pieces, text[last:]))


def _is_free(gap: str, style: str) -> bool:
    return style in ("sentence", "title") and _EITHER_WAY.search(gap) is not None


def _worded(word: str, style: str, *, is_first: bool, is_last: bool) -> str:
    if style == "upper":
        return word.upper()
    if style == "lower":
        return word.lower()
    if is_first or (style == "title" and (is_last or len(word) >= _LONG)):
        return word[0].upper() + word[1:] if word.islower() else word
    if style == "sentence" and word.istitle() and len(word) > 1:
        return word.lower()
    return word
