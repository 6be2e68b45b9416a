"""What a run works from: the settings of each file, the kit that goes with them, and one file read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from copylint.cache import NO_CACHE, Cache, cache_folder
from copylint.config import Config, ConfigFinder, trusted_plugins
from copylint.document import Source
from copylint.errors import ReadError
from copylint.finding import Failure, FileReport, joined
from copylint.kit import Kit, assembled
from copylint.linter import Orders, linted
from copylint.orders import orders, refuse_unknown
from copylint.packs import builtin_folder, pack_files, read_packs
from copylint.plugins import has_installed
from copylint.readers import decoded
from copylint.recall import recall
from copylint.values import dataclass, field, replace

OF_THE_RUN = (
    "fail_on",
    "format",
    "output",
    "baseline",
    "force_exclude",
    "plugins",
    "jobs",
    "quiet",
    "statistics",
    "color",
    "keep_results",
)
"""The settings that the run's own config alone decides."""
_HEAD = 4096
"""So many bytes of a file tell whether it may hold a story."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a call asked for; small and picklable, so that another process can build the same desk from it."""

    command: Mapping[str, object] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    config_file: Path | None = None
    isolated: bool = False
    plugins: bool = True
    root: Path = Path()
    cache: bool = True
    packs: tuple[Path, ...] = ()
    """Packs that are to be there beside those of any config."""


class Desk:
    """The settings and the kit of a run. Nothing is read until it is asked for."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.finder = ConfigFinder(
            root=request.root,
            command=request.command,
            environment=request.environment,
            isolated=request.isolated,
            config_file=request.config_file,
        )
        self._orders: dict[int, Orders] = {}
        self._approved: set[int] = set()
        self._kits: dict[tuple[Path, ...], Kit] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle needs: another process makes the same desk from the request."""
        return Desk, (self.request,)

    @cached_property
    def config(self) -> Config:
        """The settings of the run itself. Raises ConfigError."""
        return self.finder.root_config()

    @property
    def kit(self) -> Kit:
        """The rules, readers and reporters of the run. Raises ConfigError and PackError."""
        return self.kit_for(self.config)

    def kit_for(self, config: Config) -> Kit:
        """The kit with the packs of a config, which may be a nested one; plugins are the run's own in any case."""
        if config.packs not in self._kits:
            more = self._not_loaded(self.request.packs, config.packs)
            self._kits[config.packs] = self._assembled((*config.packs, *more))
        return self._kits[config.packs]

    def _assembled(self, packs: Sequence[Path]) -> Kit:
        plugins = trusted_plugins(self.config, self.config) if self.request.plugins else ()
        recall(self.cache)
        return assembled(plugins=plugins, packs=packs, installed=self.request.plugins, cache=self.cache)

    @property
    def cache(self) -> Cache:
        """What keeps packs that were read and checked for the next run."""
        return Cache(cache_folder(self.request.environment)) if self.request.cache else NO_CACHE

    def kit_with(self, packs: Sequence[Path]) -> tuple[Kit, tuple[str, ...]]:
        """The kit with more packs, and the codes of the rules in them; with none, the kit and all its codes."""
        if not packs:
            return self.kit, tuple(self.kit.rules)
        more = self._not_loaded(packs, self.config.packs)
        kit = self._assembled((*self.config.packs, *more)) if more else self.kit
        return kit, self.codes_of(packs)

    def codes_of(self, packs: Sequence[Path]) -> tuple[str, ...]:
        """The codes of the rules in packs. Raises PackError."""
        named = [file.resolve() for pack in packs for file in pack_files(pack)]
        return tuple(sorted(rule.rule.code for pack in read_packs(named, self.cache) for rule in pack.rules))

    def _not_loaded(self, packs: Sequence[Path], others: Sequence[Path]) -> list[Path]:
        """The files of packs that are neither our own nor in other packs."""
        if not packs:
            return []
        loaded = {file.resolve() for pack in (builtin_folder(), *others) for file in pack_files(pack)}
        named = (file.resolve() for pack in packs for file in pack_files(pack))
        return [file for file in named if file not in loaded]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user is to know of the set-up: plugins that were left out."""
        if self.request.plugins or not self.config.plugins:
            return ()
        return tuple(f"{plugin.path} is not loaded (--no-plugins)" for plugin in self.config.plugins)

    def config_for(self, path: Path) -> Config:
        """The settings of a file. Raises ConfigError, also for plugins that only the run's own config may name."""
        config = self.finder.config_for(path)
        if self.request.plugins:
            trusted_plugins(config, self.config)
        return config

    def settings(self, path: Path) -> Config:
        """The settings of a file, those of the run as the run has them: a nested config has no say in those."""
        own, run = self.config_for(path), self.config
        sources = {key: origins for key, origins in own.sources.items() if key not in OF_THE_RUN}
        sources |= {key: origins for key, origins in run.sources.items() if key in OF_THE_RUN}
        return replace(own, **{key: getattr(run, key) for key in OF_THE_RUN}, sources=sources)

    def approve(self, path: str) -> None:
        """Raise ConfigError for an unknown code or style in the settings of a file."""
        config = self.config_for(Path(path))
        if id(config) not in self._approved:
            is_strict = self.request.plugins or not (self.config.plugins or has_installed())
            refuse_unknown(config, self.kit_for(config), strict=is_strict)
            self._approved.add(id(config))

    def orders(self, path: str) -> Orders:
        """What the linter is to do with a file. Raises ConfigError for an unknown code or option."""
        config = self.config_for(Path(path))
        key = id(config)
        if key in self._orders:
            return self._orders[key]
        self.approve(path)
        made = orders(config, path, self.kit_for(config))
        if not config.overrides and not config.ignores:
            self._orders[key] = made
        return made

    @property
    def enabled(self) -> frozenset[str]:
        """The codes that are on in this folder."""
        return self.orders(".").enabled

    def sources(self, path: str, data: bytes) -> tuple[Source, ...]:
        """The stories in a file, in order. Raises ReadError."""
        reader = self.kit.reader(path)
        packed = getattr(reader, "is_packed", False)
        text = "" if packed else decoded(data, path)
        try:
            found = _whole(reader.unpack(path, data) if packed else reader.read(path, text))  # type: ignore[attr-defined]
        except ReadError:
            raise
        except (Exception, SystemExit) as error:  # a plugin's reader may raise anything; the other files go on
            raise ReadError(f"the {reader.format} reader failed: {type(error).__name__}: {error}", path=path) from error
        config = self.config_for(Path(path))
        if "language" not in config.sources:
            return found
        return tuple(replace(source, language=config.language) for source in found)

    def source(self, path: str, data: bytes) -> Source:
        """All that is read of a file, in one. Raises ReadError."""
        found = self.sources(path, data)
        if len(found) == 1:
            return found[0]
        from copylint.readers.together import together  # few files hold several stories

        return together(found) if found else Source(path, self.kit.reader(path).format, self.text(path, data), "", ())

    def text(self, path: str, data: bytes) -> str:
        """The text of a file, on which all places in it count. Raises ReadError."""
        if not self.is_packed(path):
            return decoded(data, path)
        return self.sources(path, data)[0].raw

    def is_packed(self, path: str) -> bool:
        """Whether a file is no text, and so can't be mended."""
        return bool(getattr(self.kit.reader(path), "is_packed", False))

    def is_foreign(self, path: str) -> bool:
        """Whether a file is no copy at all, though its suffix is one that copy may have."""
        reader = self.kit.reader(path)
        if not getattr(reader, "is_shared", False):
            return False
        try:
            with Path(path).open("rb") as file:
                return not reader.knows(file.read(_HEAD))  # type: ignore[attr-defined]
        except OSError:
            return False

    def checked(self, path: str, data: bytes | None = None) -> FileReport:
        """The report on a file, or on `data` under its name; a file that can't be read gives a report of that failure."""
        try:
            sources = self.sources(path, file_bytes(path) if data is None else data)
        except ReadError as error:
            return FileReport(path, failures=(Failure(path, str(error)),))
        orders = self.orders(path)
        try:
            return joined(path, [linted(source, orders) for source in sources])
        except Exception as error:  # one file must never cost the others their marks
            return FileReport(path, failures=(Failure(path, f"can't be checked: {type(error).__name__}: {error}"),))


def _whole(found: object) -> tuple[Source, ...]:
    """The sources, if they are some and their segments fit them. Raises TypeError or ValueError for anything else."""
    sources = tuple(found) if isinstance(found, (tuple, list)) else (found,)
    for source in sources:
        if not isinstance(source, Source):
            raise TypeError(f"it gives a {type(source).__name__}, not a Source")
        for segment in source.segments[-1:]:
            if segment.prose.end != len(source.prose) or segment.raw.end > len(source.raw):
                raise ValueError("its segments don't fit its text")
    return sources


def file_bytes(path: str) -> bytes:
    """What a file holds. Raises ReadError."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"can't be read: {error.strerror}", path=path) from error
