"""The settings of one place (a file, the environment, the command line), and how they are laid over one another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from pathlib import Path

from copylint.config.setting import Config, Origin, RuleName, RuleSettings
from copylint.typed import Any
from copylint.values import dataclass, field

_JOINED = frozenset({"extend_select", "extend_exclude", "vocabulary", "overrides", "ignores"})


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one place: each value is of the type that Config has for its key."""

    values: Mapping[str, Any] = field(default_factory=dict)  # each key has a type of its own
    origins: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    names: tuple[RuleName, ...] = ()
    files: tuple[Path, ...] = ()

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
