"""A config as text, as `copylint config` prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

from copylint.config.setting import KEYS, Config, Glob, Ignore, Override, PluginPath, RuleSettings

_TABLES = ("rules", "overrides", "ignores")


def shown(config: Config) -> str:
    """The config as TOML, each value followed by where it came from; lines end in a line feed."""
    origins = config.origins
    rows = [(f"{key} = {_toml(getattr(config, key))}", origins[key]) for key in KEYS if key not in _TABLES]
    for name, settings in config.rules.items():
        rows += [("", ""), (f"[rules.{_key(name)}]", ""), *_rule_rows(settings)]
    for override in config.overrides:
        rows += [("", ""), ("[[overrides]]", str(override.origin)), *_override_rows(override)]
    for ignore in config.ignores:
        origin = f"{ignore.file}:{ignore.line}"
        rows += [("", ""), ("[[ignores]]", origin), *_ignore_rows(ignore)]
    width = min(60, max(len(text) for text, _ in rows))
    return "".join(f"{text:<{width}}  # {_plain(origin)}\n" if origin else f"{text}\n" for text, origin in rows)


def _rule_rows(settings: RuleSettings) -> Iterator[tuple[str, str]]:
    severity = {} if settings.severity is None else {"severity": settings.severity}
    for key, value in {**severity, **settings.options}.items():
        yield f"{_key(key)} = {_toml(value)}", str(settings.origins[key])


def _override_rows(override: Override) -> Iterator[tuple[str, str]]:
    yield f"paths = {_toml(override.paths)}", ""
    if override.select is not None:
        yield f"select = {_toml(override.select)}", ""
    for key in ("ignore", "extend_select"):
        if value := getattr(override, key):
            yield f"{key} = {_toml(value)}", ""
    if override.severity is not None:
        yield f"severity = {_toml(override.severity)}", ""
    for name, settings in override.rules.items():
        yield f"[overrides.rules.{_key(name)}]", ""
        yield from _rule_rows(settings)


def _ignore_rows(ignore: Ignore) -> Iterator[tuple[str, str]]:
    fields = {"path": ignore.glob, "code": ignore.code, "text": ignore.text, "reason": ignore.reason}
    return ((f"{key} = {_toml(value)}", "") for key, value in fields.items() if value)


def _key(name: str) -> str:
    is_bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if is_bare else _toml(name)


def _toml(value: object) -> str:
    """A value in TOML's own spelling."""
    from json import dumps

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, Glob):
        value = value.pattern
    if isinstance(value, PluginPath):
        value = value.path
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(key)} = {_toml(item)}' for key, item in value.items())} }}" if value else "{}"
    if isinstance(value, (str, Path)):
        return dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _plain(text: str) -> str:
    """A text on one line, whatever a path has in it."""
    return "".join(char if char.isprintable() else "�" for char in text)
