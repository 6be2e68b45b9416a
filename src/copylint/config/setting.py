"""The settings of a run as values, with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from copylint.errors import ConfigError
from copylint.rule import Severity
from copylint.values import dataclass, field

FAIL_ON = ("query", "warning", "error", "never")
PREFIX = "COPYLINT_"
"""What the names of variables begin with."""
VARIANTS = ("auto", "us", "gb")
COLORS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting was written. `path` is the file as shown, the variable, the option, or `default`.

    `line` counts from 1 (0: none); `file` is the config file itself, None for anything else.
    """

    path: str
    line: int = 0
    file: Path | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path

    def fail(self, key: str, message: str) -> ConfigError:
        """The error to raise for a setting that was written here."""
        return ConfigError(message, path=self.path, key=key, line=self.line)


DEFAULT = Origin("default")


class Glob(tuple[Path, str]):
    """A pattern in the manner of .gitignore, and the folder it counts from: a pair of `folder` and `pattern`."""

    __slots__ = ()

    def __new__(cls, folder: Path, pattern: str) -> Glob:  # noqa: D102 - it makes one
        return super().__new__(cls, (folder, pattern))

    def __getnewargs__(self) -> tuple[Path, str]:
        return (self.folder, self.pattern)

    @property
    def folder(self) -> Path:
        """The folder that the pattern counts from."""
        return self[0]

    @property
    def pattern(self) -> str:
        """The pattern."""
        return self[1]


@dataclass(frozen=True, slots=True)
class PluginPath:
    """A Python file or folder named under `plugins`, and where it was named."""

    path: Path
    origin: Origin


@dataclass(frozen=True, slots=True)
class RuleName:
    """A code, family or name of a rule as a setting has it, to be checked once the rules are known.

    `is_exact` is true where a family won't do.
    """

    text: str
    key: str
    origin: Origin
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """A table `[rules.CODE]`: another severity, and values for the rule's own options, not yet checked."""

    severity: Severity | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def fail(self, key: str, message: str) -> ConfigError:
        """The error to raise for one of its keys."""
        return self.origins.get(key, DEFAULT).fail(key, message)

    def over(self, base: RuleSettings) -> RuleSettings:
        """Its values, and those of `base` where it has none."""
        severity = base.severity if self.severity is None else self.severity
        return RuleSettings(severity, {**base.options, **self.options}, {**base.origins, **self.origins})


@dataclass(frozen=True, slots=True)
class Override:
    """A table `[[overrides]]`: settings for the files that its globs match. None: left as it is."""

    paths: tuple[Glob, ...]
    origin: Origin
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Severity | None = None
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A table `[[ignores]]`: findings to leave out of the files that its glob matches.

    No `code` means any rule, no `text` any finding. `is_literal` is true, in the settings of one file, where the glob names
    just that file. `file` and `line` say where it was written.
    """

    glob: Glob
    code: str = ""
    text: str = ""
    reason: str = ""
    file: str = ""
    line: int = 0
    is_literal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings, each default written here and nowhere else. `docs/configuration.md` says what each means.

    `sources` has the origins of each key that isn't at its default (several where values are joined), `names` every name of a
    rule in any file or option, `files` the config files read, the root of the chain last.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    preview: bool = False
    style: tuple[str, ...] = ()
    severity: Severity = Severity.QUERY
    fail_on: str = "warning"
    format: str = ""
    output: str = ""
    baseline: str = ""
    exclude: tuple[Glob, ...] = ()
    extend_exclude: tuple[Glob, ...] = ()
    force_exclude: bool = False
    plugins: tuple[PluginPath, ...] = ()
    packs: tuple[Path, ...] = ()
    vocabulary: tuple[str, ...] = ()
    language: str = "en"
    variant: str = "auto"
    jobs: int = 0
    keep_results: bool = True
    quiet: bool = False
    statistics: bool = False
    color: str = "auto"
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    sources: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    names: tuple[RuleName, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def origins(self) -> Mapping[str, str]:
        """Where each value came from, as in `desk/copylint.toml:3`, `COPYLINT_FORMAT`, `--select` or `default`."""
        return {key: ", ".join(dict.fromkeys(map(str, self.sources.get(key, (DEFAULT,))))) for key in KEYS}

    @property
    def excluded(self) -> tuple[Glob, ...]:
        """The globs of `exclude`, then those of `extend_exclude`: the later decides."""
        return self.exclude + self.extend_exclude

    def fail(self, key: str, message: str) -> ConfigError:
        """The error to raise for a value; names the last place that had a say."""
        return self.sources.get(key, (DEFAULT,))[-1].fail(key, message)


KEYS = tuple(key for key in Config.__slots__ if key not in ("sources", "names", "files"))
"""The keys of a config file, in the order they are shown in."""
