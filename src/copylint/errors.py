"""What can go wrong, as a tree; each error carries its data as fields.

CopylintError
├── ConfigError      a config file, an environment variable or an option is wrong      (exit 2)
├── PackError        a TOML pack is wrong                                              (exit 2)
├── UsageError       the command was called wrongly                                    (exit 2)
├── PluginError      a plugin can't be loaded or gives something wrong                 (exit 3)
├── ReadError        a file of copy can't be read                                      (exit 3)
└── RunError         the run itself could not be finished                              (exit 3)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class CopylintError(Exception):
    """Anything copylint tells its user about; the message says where, what, and what to do."""

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle needs to bring it back from another process: its message and fields, whatever its constructor takes."""
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[CopylintError], args: tuple[object, ...], fields: Mapping[str, object]) -> CopylintError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(fields)
    return error


class ConfigError(CopylintError):
    """A wrong setting. `path` is the file or option, `line` counts from 1 (0: unknown)."""

    def __init__(self, message: str, *, path: str, key: str = "", line: int = 0) -> None:
        super().__init__(f"{path}{f':{line}' if line else ''}: {message}")
        self.path, self.key, self.line = path, key, line


class PackError(CopylintError):
    """A wrong pack. Names the file, the rule (its code, or its place in the file) and the key."""

    def __init__(self, message: str, *, path: str, rule: str = "", key: str = "") -> None:
        where = ": ".join(part for part in (path, rule) if part)
        super().__init__(f"{where}: {f'{key}: ' if key else ''}{message}")
        self.path, self.rule, self.key = path, rule, key


class UsageError(CopylintError):
    """A wrong call of the command."""


class PluginError(CopylintError):
    """A plugin that failed, told by its name, version and hook."""

    def __init__(self, message: str, *, plugin: str, version: str = "", hook: str = "") -> None:
        label = f"plugin {plugin}{f' {version}' if version else ''}"
        super().__init__(f"{label}{f', {hook}' if hook else ''}: {message}")
        self.plugin, self.version, self.hook = plugin, version, hook


class ReadError(CopylintError):
    """A file of copy that can't be read."""

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message)
        self.path = path


class RunError(CopylintError):
    """A run that could not be finished, such as one whose worker process was killed."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` with the nearest known word, or nothing where none is near."""
    from difflib import get_close_matches

    choices = sorted(known)
    folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return f'; did you mean "{folded[near[0]]}"?' if near else ""
