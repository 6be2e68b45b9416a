"""The facts of our own Python rules, kept in the cache, so that a rule is imported when it runs and not before."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable

from copylint.cache import Cache, digest, own_code
from copylint.document import BlockKind
from copylint.named import thing
from copylint.packs import builtin_folder
from copylint.plain import Plain
from copylint.rule import Confidence, Example, Fix, Quotes, Rule, Severity
from copylint.shipped import FORMAT, shipped_rules
from copylint.typed import Any
from copylint.values import replace


def own_rules(cache: Cache, imported: Callable[[], Iterable[Rule]]) -> tuple[Rule, ...]:
    """Our own rules in the order of their codes, each with its check by name: as they were kept, or else as imported."""
    shipped = shipped_rules(str(builtin_folder()))
    if shipped is not None:
        return stored_rules(shipped)
    name = digest(b"rules", own_code())
    kept = cache.read(name)
    if kept is not None:
        return stored_rules(marshal.loads(kept))
    rules = tuple(sorted(imported(), key=lambda rule: rule.code))
    cache.write(name, marshal.dumps(written_rules(rules), FORMAT))
    return rules


def written_rules(rules: Iterable[Rule]) -> Any:
    """Rules as plain data, their checks and options as `module:name`. Raises TypeError for one that has no such name."""
    return tuple(_PLAIN.written(rule) for rule in rules)


def stored_rules(data: Any) -> tuple[Rule, ...]:
    """The rules that were written as these data; a rule with options is imported for them."""
    rules = (_PLAIN.read(rule) for rule in data)
    return tuple(replace(rule, options=thing(rule.options)()) if rule.options else rule for rule in rules)


def _by_name(rule: Rule) -> Rule:
    options = None if rule.options is None else _named(type(rule.options))
    if options and thing(options)() != rule.options:
        raise TypeError(f"the options of {rule.code} aren't the defaults of their class")
    return replace(rule, check=_named(rule.check), options=options)


def _named(value: Any) -> str | None:
    """What a function or class is called; what has a name already, or is nothing, stays as it is."""
    if value is None or isinstance(value, str):
        return value
    name = f"{value.__module__}:{value.__qualname__}"
    if thing(name) is not value:
        raise TypeError(f"{value!r} isn't what {name} stands for")
    return name


_PLAIN = Plain(Rule, Example, Severity, Confidence, Fix, Quotes, BlockKind, instead={Rule: _by_name})
