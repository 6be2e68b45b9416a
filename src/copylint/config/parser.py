"""Reads a parsed table of settings into typed values, strictly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from copylint.config.setting import (
    COLORS,
    FAIL_ON,
    KEYS,
    VARIANTS,
    Config,
    Glob,
    Ignore,
    Origin,
    Override,
    PluginPath,
    RuleName,
    RuleSettings,
)
from copylint.errors import ConfigError
from copylint.lazy import re
from copylint.rule import Severity
from copylint.tables import Table
from copylint.typed import Any
from copylint.values import dataclass, replace

SELECTORS = ("select", "ignore", "extend_select", "style")
_SEVERITIES = tuple(severity.value for severity in Severity)


@dataclass(frozen=True, slots=True)
class Scope:
    """A table as it was parsed, the folder its paths count from, and where each of its keys was written."""

    data: Mapping[str, object]
    folder: Path
    origin: Callable[[tuple[str, ...]], Origin]
    keys: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """The table, complaining with file and line."""
        return Table(self.data, self.fail)

    def fail(self, key: str, message: str) -> ConfigError:
        """The error to raise for a key."""
        return self.origin((*self.keys, key)).fail(key, message)

    def below(self, *keys: str, data: Mapping[str, object]) -> Scope:
        """A table inside this one."""
        return replace(self, data=data, keys=(*self.keys, *keys))

    def path(self, text: str) -> Path:
        """A path as written, seen from the folder."""
        return self.folder / text

    def globs(self, key: str) -> tuple[Glob, ...]:
        """The globs of a key."""
        patterns = self.table.strings(key)
        for pattern in patterns:
            if not _is_glob(pattern):
                raise self.fail(key, f'"{pattern}" is no glob')
        return tuple(Glob(self.folder, pattern) for pattern in patterns)


def with_ignores(scope: Scope) -> Scope:
    """The scope with tables under `ignore` moved to `ignores`: TOML has no room for a list and tables of one name."""
    tables = scope.data.get("ignore")
    if "ignores" in scope.data or not isinstance(tables, list) or not any(isinstance(each, Mapping) for each in tables):
        return scope
    rest = {key: value for key, value in scope.data.items() if key != "ignore"}
    place = len(scope.keys)

    def origin(keys: tuple[str, ...]) -> Origin:
        is_moved = keys[place : place + 1] == ("ignores",)
        return scope.origin((*keys[:place], "ignore", *keys[place + 1 :]) if is_moved else keys)

    return replace(scope, data={**rest, "ignores": tables}, origin=origin)


def values_of(scope: Scope) -> dict[str, Any]:
    """The typed value of each key of a table. Raises ConfigError for an unknown key or a wrong value."""
    scope.table.only(KEYS)
    return {key: _READERS[key](scope, key) for key in scope.data}


def wants(key: str) -> type:
    """The type of a key's default: bool, int, str, tuple, dict or Severity."""
    return type(getattr(Config(), key))


def names_of(scope: Scope, values: Mapping[str, Any]) -> Iterator[RuleName]:
    """Every name of a rule among typed values, to be checked once the rules are known."""
    for key in ("select", "ignore", "extend_select"):
        origin = scope.origin((*scope.keys, key))
        yield from (RuleName(text, key, origin) for text in values.get(key) or ())
    for name in values.get("rules", ()):
        yield RuleName(name, "rules", scope.origin((*scope.keys, "rules", name)), is_exact=True)
    for i, override in enumerate(values.get("overrides", ())):
        fields = {key: getattr(override, key) for key in ("select", "ignore", "extend_select", "rules")}
        yield from names_of(scope.below("overrides", str(i), data={}), fields)
    for i, ignore in enumerate(values.get("ignores", ())):
        if ignore.code:
            yield RuleName(ignore.code, "ignores", scope.origin((*scope.keys, "ignores", str(i), "code")))


def _is_glob(pattern: str) -> bool:
    """Whether git would take a text as a pattern. What the library warns of doesn't mean in it what it means in git."""
    import warnings

    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return any(each.include is not None for each in GitIgnoreSpec.from_lines([pattern]).patterns)
        except (ValueError, re.error, FutureWarning):
            return False


def _strings(scope: Scope, key: str) -> tuple[str, ...]:
    return scope.table.strings(key)


def _flag(scope: Scope, key: str) -> bool:
    return scope.table.flag(key)


def _string(scope: Scope, key: str) -> str:
    return scope.table.string(key)


def _path(scope: Scope, key: str) -> str:
    text = scope.table.string(key)
    return str(scope.path(text)) if text else ""


def _number(scope: Scope, key: str) -> int:
    return scope.table.number(key)


def _choice(*choices: str) -> Callable[[Scope, str], str]:
    return lambda scope, key: scope.table.choice(key, choices)


def _severity(scope: Scope, key: str) -> Severity:
    return Severity(scope.table.choice(key, _SEVERITIES))


def _globs(scope: Scope, key: str) -> tuple[Glob, ...]:
    return scope.globs(key)


def _paths(scope: Scope, key: str) -> tuple[Path, ...]:
    return tuple(scope.path(text) for text in scope.table.strings(key))


def _words(scope: Scope, key: str) -> tuple[str, ...]:
    words = scope.table.strings(key)
    for word in words:
        if len(word.split()) != 1 or word != word.strip():
            raise scope.fail(key, f'"{key}" takes single words, not "{word}"')
    return words


def _plugins(scope: Scope, key: str) -> tuple[PluginPath, ...]:
    origin = scope.origin((*scope.keys, key))
    return tuple(PluginPath(path, origin) for path in _paths(scope, key))


def _rules(scope: Scope, key: str) -> dict[str, RuleSettings]:
    tables = scope.below(key, data=scope.table.table(key))
    return {name: _rule(tables.below(name, data=tables.table.table(name))) for name in tables.data}


def _rule(scope: Scope) -> RuleSettings:
    options = {key: value for key, value in scope.data.items() if key != "severity"}
    severity = _severity(scope, "severity") if "severity" in scope.data else None
    return RuleSettings(severity, options, {key: scope.origin((*scope.keys, key)) for key in scope.data})


def _overrides(scope: Scope, key: str) -> tuple[Override, ...]:
    tables = scope.table.tables(key)
    return tuple(_override(scope.below(key, str(i), data=data)) for i, data in enumerate(tables))


def _override(scope: Scope) -> Override:
    table, origin = scope.table, scope.origin(scope.keys)
    table.only(("paths", "select", "ignore", "extend_select", "severity", "rules"))
    if not table.strings("paths", None):
        raise scope.fail("paths", '"paths" names no files')
    return Override(
        scope.globs("paths"),
        origin,
        table.strings("select") if "select" in scope.data else None,
        table.strings("ignore"),
        table.strings("extend_select"),
        _severity(scope, "severity") if "severity" in scope.data else None,
        _rules(scope, "rules"),
    )


def _ignores(scope: Scope, key: str) -> tuple[Ignore, ...]:
    tables = scope.table.tables(key)
    return tuple(_ignore_table(scope.below(key, str(i), data=data)) for i, data in enumerate(tables))


def _ignore_table(scope: Scope) -> Ignore:
    table, origin = scope.table, scope.origin(scope.keys)
    table.only(("path", "code", "text", "reason"))
    path, code, text, reason = (
        table.string("path"),
        table.string("code", ""),
        table.string("text", ""),
        table.string("reason", ""),
    )
    if not _is_glob(path):
        raise scope.fail("path", f'"{path}" is no path or glob')
    return Ignore(Glob(scope.folder, path), code, text, reason, origin.path, origin.line)


_READERS: Mapping[str, Callable[[Scope, str], Any]] = {  # each key has a type of its own
    "select": _strings,
    "ignore": _strings,
    "extend_select": _strings,
    "preview": _flag,
    "style": _strings,
    "severity": _severity,
    "fail_on": _choice(*FAIL_ON),
    "format": _string,
    "output": _string,
    "baseline": _path,
    "exclude": _globs,
    "extend_exclude": _globs,
    "force_exclude": _flag,
    "plugins": _plugins,
    "packs": _paths,
    "vocabulary": _words,
    "language": _string,
    "variant": _choice(*VARIANTS),
    "jobs": _number,
    "keep_results": _flag,
    "quiet": _flag,
    "statistics": _flag,
    "color": _choice(*COLORS),
    "rules": _rules,
    "overrides": _overrides,
    "ignores": _ignores,
}
