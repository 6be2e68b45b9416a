"""What a run is set to: config files, environment and command line, put together, and each value's origin kept."""

from copylint.config.finder import ConfigFinder, trusted_plugins
from copylint.config.scope import FileSettings, by_code, for_file, overrides_for
from copylint.config.setting import Config, RuleSettings

__all__ = ["Config", "ConfigFinder", "FileSettings", "RuleSettings", "by_code", "for_file", "overrides_for", "trusted_plugins"]
