"""What `copylint explain` and `copylint rules` print, made from the facts of the rules."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from copylint.errors import UsageError, did_you_mean
from copylint.kit import Kit
from copylint.rule import Example, Fix, Rule

_WIDTH = 88


def explained(words: Iterable[str], kit: Kit) -> str:
    """The page of each rule named by code, name or old code. Raises UsageError for one that isn't there."""
    pages = []
    for word in words:
        code = kit.known.get(word) or kit.known.get(word.upper())
        if code is None:
            raise UsageError(f'there is no rule "{word}"{did_you_mean(word, kit.known)}')
        pages.append("\n".join(_page(kit.rules[code])))
    return "\n\n".join(pages) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.code}  {rule.name}  ({rule.severity.label})"
    yield ""
    yield from textwrap.wrap(rule.summary, _WIDTH)
    yield from textwrap.wrap(rule.rationale, _WIDTH)
    yield ""
    for label, value in _facts(rule):
        yield from textwrap.wrap(value, _WIDTH, initial_indent=f"{label:<13}", subsequent_indent=" " * 13)
    yield ""
    for label, examples in (("Marked", rule.bad), ("Left alone", rule.good)):
        yield f"{label}:"
        for example in examples:
            yield from _shown(example)


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "Says", rule.message
    yield "Severity", f"{rule.severity.value}, confidence {rule.confidence.value}"
    if rule.fix is not Fix.NONE:
        yield "Fix", rule.fix.value
    yield "Quotations", {"skip": "left alone", "only": "the only place it looks", "include": "looked at"}[rule.quotes.value]
    yield "Source", rule.source
    yield "Since", rule.since
    if rule.aliases:
        yield "Was", ", ".join(rule.aliases)
    if rule.styles:
        yield "On with", ", ".join(f"--style {style}" for style in rule.styles)
    if rule.preview:
        yield "On with", f"--preview or --extend-select {rule.code}"
    if rule.options is not None:
        yield "Options", ", ".join(f"{name} = {value!r}" for name, value in _options(rule).items())


def _options(rule: Rule) -> Mapping[str, object]:
    return {field.name: getattr(rule.options, field.name) for field in fields(rule.options)}


def _shown(example: Example | str) -> Iterator[str]:
    text = example if isinstance(example, str) else example.text
    for paragraph in filter(None, text.split("\n")):
        yield from textwrap.wrap(paragraph, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def listed(kit: Kit, enabled: frozenset[str]) -> str:
    """A line a rule: its code, whether the run has it on, its severity, name and summary."""
    lines = []
    for code, rule in kit.rules.items():
        on = "on " if code in enabled else "off"
        lines.append(f"{code}  {on}  {rule.severity.label:<7}  {rule.name:<28}  {rule.summary}")
    return "\n".join(lines) + "\n"


def listed_data(kit: Kit, enabled: frozenset[str]) -> list[dict[str, object]]:
    """The same for machines: an object a rule."""
    return [
        {
            "code": code,
            "name": rule.name,
            "summary": rule.summary,
            "severity": rule.severity.value,
            "confidence": rule.confidence.value,
            "fix": rule.fix.value,
            "source": rule.source,
            "enabled": code in enabled,
            "preview": rule.preview,
            "styles": list(rule.styles),
        }
        for code, rule in kit.rules.items()
    ]
