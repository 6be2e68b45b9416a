"""What decides the report on a file, beside the file, as a digest: settings, packs, plugins, our code and what it needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from importlib.machinery import PathFinder
from pathlib import Path

from copylint.cache import digest, own_code
from copylint.config import Config, RuleSettings, for_file
from copylint.desk import Desk
from copylint.plugins import GROUP, has_installed

DEPENDENCIES = {
    "ahocorasick-rs": "ahocorasick_rs",
    "markdown-it-py": "markdown_it",
    "pathspec": "pathspec",
    "pluggy": "pluggy",
    "regex": "regex",
    "tomli": "tomli",
}
"""What we need that others made, and the module that it is found by."""


class Fingerprints:
    """The digest for each file of a run; what is the same for all of them is looked at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[int, bytes] = {}

    def of(self, path: str) -> bytes:
        """The digest of what decides the report on the file at a path, beside its path and content. Raises ConfigError."""
        config = self._desk.config_for(Path(path))
        if config.overrides or config.ignores:
            return self._made(config, path)
        if id(config) not in self._known:
            self._known[id(config)] = self._made(config, path)
        return self._known[id(config)]

    def _made(self, config: Config, path: str) -> bytes:
        packs = self._desk.kit_for(config).packs
        return digest(self._makers, repr(packs).encode(), _settings(config, path).encode("utf-8", "surrogatepass")).encode()

    @cached_property
    def _makers(self) -> bytes:
        """What runs: we ourselves, what we need, and installed plugins."""
        others = _plugins() if self._desk.request.plugins and has_installed() else ()
        return own_code() + "\n".join((*_dependencies(), *others)).encode("utf-8", "surrogateescape")


def _settings(config: Config, path: str) -> str:
    """The settings that count for a file, each written out, so that it reads the same in every process."""
    own = for_file(config, Path(path))
    return repr(
        (
            (own.select, own.ignore, own.extend_select, own.severity.value),
            (config.preview, config.style, config.variant, config.vocabulary),
            config.language if "language" in config.sources else None,
            [_rule(name, rule) for name, rule in own.rules.items()],
            [(each.code, each.text, each.file, each.line, each.is_literal) for each in own.ignores],
        )
    )


def _rule(name: str, rule: RuleSettings) -> tuple[object, ...]:
    return name, rule.severity and rule.severity.value, sorted(rule.options.items())


def _stamps(folder: str) -> Iterator[str]:
    """A stamp for each Python file in and below a folder, so that a change in a checkout is seen."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            yield _stamp(entry)
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from _stamps(entry.path)


def _stamp(file: os.DirEntry[str] | Path) -> str:
    found = file.stat()
    return f"{os.fspath(file)} {found.st_size} {found.st_mtime_ns}"


def _dependencies() -> Iterator[str]:
    """The version of each thing we need, told without importing any: by the folder that its package is described in."""
    folders: dict[Path, list[str]] = {}
    for package, module in DEPENDENCIES.items():
        spec = PathFinder.find_spec(module)
        if spec is not None and spec.origin is not None:
            file = Path(spec.origin)
            yield _stamp(file)
            place = file.parent.parent if spec.submodule_search_locations else file.parent
            folders.setdefault(place, []).append(f"{package.replace('-', '_')}-")
    for place, starts in folders.items():
        yield from sorted(each.name for each in os.scandir(place) if each.name.lower().startswith(tuple(starts)))


def _plugins() -> Iterator[str]:
    """The name and version of each installed plugin, and the stamps of its code, which whoever is writing it changes."""
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        yield f"{point.name} {point.value} {point.dist.name if point.dist else ''} {point.dist.version if point.dist else ''}"
        spec = PathFinder.find_spec(point.module.partition(".")[0])
        if spec is not None and spec.submodule_search_locations:
            for folder in spec.submodule_search_locations:
                yield from _stamps(folder)
        elif spec is not None and spec.origin is not None:
            yield _stamp(Path(spec.origin))
