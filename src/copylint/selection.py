"""Which rules run: codes, families, names and styles, as they are selected and ignored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copylint.errors import did_you_mean
from copylint.rule import Card, Confidence, Rule, Severity

ALL = "ALL"
_PREFIXES = (3, 4, 5)
_EXACT = 6


def enabled(
    rules: Sequence[Card | Rule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    preview: bool = False,
    styles: Sequence[str] = (),
) -> frozenset[str]:
    """The codes of the rules that run.

    An empty `select` is the default set, `extend_select` adds to it. A selector is a code, a name or an alias, the beginning of
    codes (`PUN`, `PUN1`), or `ALL`, in either case of letters; the more specific decides, and of two equally specific ones
    `ignore`. Only a code or a name reaches a rule in preview without `preview`, or one of a house style that isn't chosen.
    """
    wanted, unwanted = _folded((*select, *extend_select)), _folded(ignore)
    found = set()
    for rule in rules:
        strength = _strength(rule, wanted)
        if strength < _EXACT and not _is_open(rule, preview=preview, styles=styles):
            continue
        if not select and is_default(rule, preview=preview, styles=styles):
            strength = max(strength, 0)
        if strength > _strength(rule, unwanted):
            found.add(rule.code)
    return frozenset(found)


def is_default(rule: Card | Rule, *, preview: bool = False, styles: Sequence[str] = ()) -> bool:
    """Whether a rule runs when nothing is selected.

    In preview that is each rule; otherwise queries, and errors and warnings of high or medium confidence, that aren't in
    preview. A rule of house styles runs only when one of them is chosen.
    """
    is_sure = rule.severity is Severity.QUERY or rule.confidence is not Confidence.LOW
    return _is_open(rule, preview=preview, styles=styles) and (is_sure or preview)


def known(rules: Iterable[Card | Rule]) -> dict[str, str]:
    """The code of each code, alias and name. A code goes before an alias, and an alias before a name."""
    rules = tuple(rules)
    names = {rule.name: rule.code for rule in rules}
    aliases = {alias: rule.code for rule in rules for alias in rule.aliases}
    return {**names, **aliases, **{rule.code: rule.code for rule in rules}}


def unknown(selectors: Iterable[str], rules: Iterable[Card | Rule], *, is_exact: bool = False) -> tuple[tuple[str, str], ...]:
    """The selectors that no rule answers to, each with `; did you mean "PUN101"?` or nothing.

    With `is_exact`, families and `ALL` count as unknown too.
    """
    codes = known(rules)
    families = () if is_exact else (ALL, *(code[:length] for code in codes.values() for length in _PREFIXES))
    right = _folded((*codes, *families))
    choices = {*codes, *(family for family in families if len(family) == 3)}
    return tuple((word, did_you_mean(word, choices)) for word in selectors if word.casefold() not in right)


def unknown_styles(styles: Iterable[str], rules: Iterable[Card | Rule]) -> tuple[tuple[str, str], ...]:
    """The styles that no rule belongs to, each with the nearest that one does, as in `unknown`."""
    choices = {style for rule in rules for style in rule.styles}
    return tuple((style, did_you_mean(style, choices)) for style in styles if style not in choices)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _is_open(rule: Card | Rule, *, preview: bool, styles: Sequence[str]) -> bool:
    return (preview or not rule.preview) and (not rule.styles or not set(rule.styles).isdisjoint(styles))


def _strength(rule: Card | Rule, selectors: frozenset[str]) -> int:
    """How closely the selectors name a rule: 6 itself, 3 to 5 the beginning of its code, 0 all, -1 not at all."""
    if any(word.casefold() in selectors for word in (rule.code, rule.name, *rule.aliases)):
        return _EXACT
    lengths = [length for length in _PREFIXES if rule.code[:length].casefold() in selectors]
    return max(lengths, default=0 if ALL.casefold() in selectors else -1)
