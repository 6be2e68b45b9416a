"""Makes of the settings of a file what the linter is to do with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from copylint.config import Config, FileSettings, RuleSettings, by_code, for_file
from copylint.document import Knowledge
from copylint.kit import Kit
from copylint.linter import Orders, PythonChecker
from copylint.rule import Card, Checker, Rule
from copylint.selection import enabled, unknown, unknown_styles
from copylint.values import replace


def orders(config: Config, path: str, kit: Kit) -> Orders:
    """The orders for one file. Raises ConfigError for an option that its rule doesn't have."""
    settings = for_file(config, Path(path))
    rules = _rules(by_code(settings.rules, kit.known), kit.rules)
    return Orders(
        checkers=tuple(_checker(checker, rules) for checker in kit.checkers),
        rules=rules,
        enabled=_enabled(config, settings, kit.cards),
        knowledge=_knowledge(config, kit),
        known=kit.known,
        givers=kit.givers,
        ignores=settings.ignores,
        least=settings.severity,
    )


def released(config: Config, path: str, kit: Kit, codes: Collection[str]) -> frozenset[str]:
    """Those of the codes that would be on for a file were none of them in preview."""
    cards = tuple(replace(card, preview=False) for card in kit.cards if card.code in codes)
    return _enabled(config, for_file(config, Path(path)), cards)


def _enabled(config: Config, settings: FileSettings, cards: Sequence[Card]) -> frozenset[str]:
    return enabled(
        cards,
        select=settings.select,
        ignore=settings.ignore,
        extend_select=settings.extend_select,
        preview=config.preview,
        styles=_styles(config),
    )


def _knowledge(config: Config, kit: Kit) -> Knowledge:
    """What the packs know, and the words of the house."""
    if not config.vocabulary:
        return kit.knowledge
    own = frozenset(word.lower().replace("’", "'") for word in config.vocabulary)
    return replace(kit.knowledge, vocabulary=kit.knowledge.vocabulary | own)


def _styles(config: Config) -> tuple[str, ...]:
    """The house styles chosen; a variant of English is one more."""
    return config.style if config.variant == "auto" else (*config.style, config.variant)


def refuse_unknown(config: Config, kit: Kit, *, strict: bool = True) -> None:
    """Raise ConfigError for the first code or style that no rule has.

    `strict=False` lets those in config files pass, for a run that left out the plugins which may bring them.
    """
    for name in config.names:
        if not strict and name.origin.file is not None:
            continue
        for selector, hint in unknown((name.text,), kit.cards, is_exact=name.is_exact):
            raise name.origin.fail(name.key, f'there is no rule "{selector}"{hint}')
    is_said_here = any(origin.file is None for origin in config.sources.get("style", ()))
    for style, hint in unknown_styles(config.style, kit.cards) if strict or is_said_here else ():
        raise config.fail("style", f'there is no house style "{style}"{hint}')


def _rules(settings: Mapping[str, RuleSettings], rules: Mapping[str, Rule]) -> Mapping[str, Rule]:
    return (
        rules
        if not settings
        else {**rules, **{code: _with(rules[code], own) for code, own in settings.items() if code in rules}}
    )


def _with(rule: Rule, own: RuleSettings) -> Rule:
    """The rule with the severity and options of the settings."""
    from copylint.config.option import rule_options

    options = rule_options(rule.options, own.options, own.fail)
    return replace(rule, severity=own.severity or rule.severity, options=options)


def _checker(checker: Checker, rules: Mapping[str, Rule]) -> Checker:
    if isinstance(checker, PythonChecker) and rules[checker.rule.code] is not checker.rule:
        return PythonChecker(rules[checker.rule.code])
    return checker
