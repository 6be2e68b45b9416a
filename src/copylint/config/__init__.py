"""What a run is set to: config files, environment and command line, put together, and each value's origin kept."""

from copylint.config.file import load, nearest
from copylint.config.finder import ConfigFinder, trusted_plugins
from copylint.config.layer import Layer, from_command, from_environment, resolved
from copylint.config.listing import shown
from copylint.config.option import rule_options
from copylint.config.scope import FileSettings, by_code, for_file
from copylint.config.setting import Config, Glob, Ignore, Origin, Override, PluginPath, RuleName, RuleSettings

__all__ = [
    "Config",
    "ConfigFinder",
    "FileSettings",
    "Glob",
    "Ignore",
    "Layer",
    "Origin",
    "Override",
    "PluginPath",
    "RuleName",
    "RuleSettings",
    "by_code",
    "for_file",
    "from_command",
    "from_environment",
    "load",
    "nearest",
    "resolved",
    "rule_options",
    "shown",
    "trusted_plugins",
]
