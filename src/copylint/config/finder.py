"""Which config counts for which file, and whose plugins may run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from copylint.config.layer import Layer, resolved
from copylint.config.place import nearest
from copylint.config.setting import KEYS, PREFIX, Config
from copylint.values import dataclass, field

_UNTRUSTED = (
    "plugins run only when the config of the folder you work in, or the one given with --config, names them itself; "
    "name them there, or leave them out with --no-plugins"
)


@dataclass(slots=True)
class ConfigFinder:
    """Finds the config of each file; every config file is read once.

    `root` is the folder the command runs in. `command` has the options given, by key of Config; `environment` all
    variables. `config_file` counts for every file; `isolated` leaves config files out. Its methods raise ConfigError.
    """

    root: Path
    command: Mapping[str, object] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    isolated: bool = False
    config_file: Path | None = None
    _nearest: dict[Path, Path | None] = field(default_factory=dict, init=False)
    _configs: dict[Path | None, Config] = field(default_factory=dict, init=False)

    @property
    def root_file(self) -> Path | None:
        """The config file of the run: the one given, or the nearest to the root."""
        return self._file_for(self.root)

    def root_config(self) -> Config:
        """The config of the run, which alone decides about output, plugins and the walk through folders."""
        return self._config(self.root_file)

    def config_for(self, path: Path) -> Config:
        """The config of a file of copy, which need not exist; a relative path counts from the root."""
        return self._config(self._file_for(self.root / path))

    def _file_for(self, path: Path) -> Path | None:
        if self.isolated:
            return None
        return self.root / self.config_file if self.config_file else nearest(path, self._nearest)

    def _config(self, file: Path | None) -> Config:
        if file not in self._configs:
            self._configs[file] = resolved(*self._layers(file))
        return self._configs[file]

    def _layers(self, file: Path | None) -> Iterator[Layer]:
        """What is said at each place; where nothing is, the reader of settings isn't even imported."""
        if file:
            from copylint.config.file import load

            yield load(file, root=self.root)
        if self.command or any(self.environment.get(PREFIX + key.upper()) for key in KEYS):
            from copylint.config.said import from_command, from_environment

            yield from_environment(self.environment, root=self.root)
            yield from_command(self.command, root=self.root)


def trusted_plugins(config: Config, root_config: Config) -> tuple[Path, ...]:
    """The plugins of a config, all of which the run's root config file names itself.

    Raises ConfigError for one that a nested or an extended config names: it may be a stranger's.
    """
    own = root_config.files[-1] if root_config.files else None
    for plugin in config.plugins:
        if own is None or plugin.origin.file != own:
            raise plugin.origin.fail("plugins", f'"{plugin.path.name}" is refused: {_UNTRUSTED}')
    return tuple(plugin.path for plugin in config.plugins)
