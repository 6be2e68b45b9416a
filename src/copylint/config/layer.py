"""The settings of one place (a file, the environment, the command line), and how they are laid over one another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import Any

from copylint.config.parser import SELECTORS, Scope, names_of, values_of, wants, with_ignores
from copylint.config.setting import KEYS, Config, Origin, RuleName, RuleSettings
from copylint.values import dataclass, field

PREFIX = "COPYLINT_"
_JOINED = frozenset({"extend_select", "extend_exclude", "overrides", "ignores"})
_FILE_ONLY = frozenset({"plugins", "rules", "overrides", "ignores"})


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one place: each value is of the type that Config has for its key."""

    values: Mapping[str, Any] = field(default_factory=dict)  # each key has a type of its own
    origins: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    names: tuple[RuleName, ...] = ()
    files: tuple[Path, ...] = ()

    @classmethod
    def of(cls, scope: Scope, *files: Path) -> Layer:
        """The layer of a parsed table. Raises ConfigError for the first thing that is wrong in it."""
        scope = with_ignores(scope)
        values = values_of(scope)
        origins = {key: (scope.origin((*scope.keys, key)),) for key in values}
        return cls(values, origins, tuple(names_of(scope, values)), files)

    def over(self, base: Layer) -> Layer:
        """Its values laid over those of `base`: lists that extend, overrides, ignores and rules join, the rest is replaced."""
        values, origins = {**base.values, **self.values}, {**base.origins, **self.origins}
        for key in self.values.keys() & base.values.keys():
            if key in _JOINED:
                values[key] = base.values[key] + self.values[key]
            elif key == "rules":
                values[key] = joined_rules(base.values[key], self.values[key])
            else:
                continue
            origins[key] = base.origins[key] + self.origins[key]
        return Layer(values, origins, base.names + self.names, base.files + self.files)


def joined_rules(base: Mapping[str, RuleSettings], over: Mapping[str, RuleSettings]) -> dict[str, RuleSettings]:
    """The tables of rules of both, key by key; those of `over` stand last."""
    rest = {name: settings for name, settings in base.items() if name not in over}
    return {**rest, **{name: settings.over(base.get(name, RuleSettings())) for name, settings in over.items()}}


def resolved(*layers: Layer) -> Config:
    """The config that layers make, each over the one before, all over the defaults."""
    layer = reduce(lambda base, over: over.over(base), layers, Layer())
    return Config(**layer.values, sources=layer.origins, names=layer.names, files=layer.files)


def from_command(command: Mapping[str, object], *, root: Path) -> Layer:
    """The layer of the command's options, by key of Config; None means not given.

    Lists of codes are split at commas. Globs and paths count from `root`. Raises ConfigError.
    """
    data = {key: _split(key, value) for key, value in command.items() if value is not None}
    return Layer.of(Scope(data, root, lambda keys: Origin(f"--{keys[0].replace('_', '-')}")))


def from_environment(environment: Mapping[str, str], *, root: Path) -> Layer:
    """The layer of the variables `COPYLINT_SELECT` and so on; empty ones and others of that prefix are left alone.

    Lists are split at commas. Raises ConfigError.
    """
    said = {key: environment.get(PREFIX + key.upper(), "") for key in KEYS if key not in _FILE_ONLY}
    data = {key: _parsed(key, text) for key, text in said.items() if text}
    return Layer.of(Scope(data, root, lambda keys: Origin(PREFIX + keys[0].upper())))


def _split(key: str, value: object) -> object:
    if key not in SELECTORS:
        return value
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)) or not all(isinstance(text, str) for text in texts):
        return value
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def _parsed(key: str, text: str) -> object:
    """The text of a variable as its key wants it; left as text where it can't be, for the reader to complain."""
    kind = wants(key)
    if kind is tuple:
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind is bool:
        return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(text.lower(), text)
    return int(text) if kind is int and text.isdecimal() else text
