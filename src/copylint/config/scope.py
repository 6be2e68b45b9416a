"""What counts for one file: overrides by path, findings to leave out, settings of rules by code."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from copylint.config.layer import joined_rules
from copylint.config.setting import Config, Glob, Ignore, Override, RuleSettings
from copylint.lazy import lazy
from copylint.rule import Severity
from copylint.typed import Any
from copylint.values import dataclass, field, replace

_WILD = lazy(r"[*?\[\]!\\]")


@dataclass(frozen=True, slots=True)
class FileSettings:
    """The settings of one file, its overrides applied."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Severity = Severity.QUERY
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()


def for_file(config: Config, path: Path) -> FileSettings:
    """The settings for a file of copy, and the ignores that count for it.

    Overrides apply in the order they are written; their `select` and `severity` give way to the environment's and the
    command's. A relative path counts from the working directory.
    """
    overrides = overrides_for(config, path)
    select, severity, rules = config.select, config.severity, config.rules
    for override in overrides:
        if override.select is not None and _yields(config, "select"):
            select = override.select
        if override.severity is not None and _yields(config, "severity"):
            severity = override.severity
        rules = joined_rules(rules, override.rules)
    return FileSettings(
        select,
        config.ignore + _all(overrides, "ignore"),
        config.extend_select + _all(overrides, "extend_select"),
        severity,
        rules,
        tuple(_ignores_for(config, _real(path))),
    )


def overrides_for(config: Config, path: Path) -> tuple[Override, ...]:
    """The tables `[[overrides]]` whose globs match a file of copy, in the order they are written."""
    real = _real(path) if config.overrides else path
    return tuple(override for override in config.overrides if _is_matched(override.paths, real))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path.parent)) / path.name


def by_code(rules: Mapping[str, RuleSettings], known: Mapping[str, str]) -> dict[str, RuleSettings]:
    """The settings of rules by code; `known` has the code of each code, name and alias. Unknown ones are left out.

    Either case of letters will do, as it does in `select`.
    """
    found: dict[str, RuleSettings] = {}
    codes = {word.casefold(): code for word, code in known.items()} if rules else {}
    for name, settings in rules.items():
        if code := codes.get(name.casefold()):
            found[code] = settings.over(found.get(code, RuleSettings()))
    return found


def _yields(config: Config, key: str) -> bool:
    """Whether a value was last set in a file, or nowhere, so that an override may change it."""
    origins = config.sources.get(key, ())
    return not origins or origins[-1].file is not None


def _all(overrides: Sequence[Override], key: str) -> tuple[str, ...]:
    return tuple(text for override in overrides for text in getattr(override, key))


def _ignores_for(config: Config, path: Path) -> Iterator[Ignore]:
    for ignore in config.ignores:
        folder, pattern = ignore.glob
        if _WILD.search(pattern):
            if _is_matched((ignore.glob,), path):
                yield ignore
        elif (named := Path(os.path.normpath(folder / pattern))) == path:
            yield replace(ignore, is_literal=True)
        elif named in path.parents:
            yield ignore


def _is_matched(globs: Sequence[Glob], path: Path) -> bool:
    """Whether the last glob that says anything of a path includes it; all of one setting count from one folder."""
    folder = globs[0].folder
    if not path.is_relative_to(folder):
        return False
    return bool(_spec(tuple(glob.pattern for glob in globs)).match_file(path.relative_to(folder).as_posix()))


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> Any:  # a pathspec.GitIgnoreSpec, which is imported only where there are globs
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
