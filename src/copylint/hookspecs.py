"""The four hooks of a plugin. Each only gives; what it gives is taken once, checked, and sorted.

A plugin marks its functions with `hookimpl` and registers its module under the entry-point group `copylint`, or is a file named
under `plugins` in the config.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pluggy

from copylint.formats import Reader, Reporter
from copylint.rule import Rule

__all__ = [
    "Reader",
    "Reporter",
    "copylint_packs",
    "copylint_readers",
    "copylint_reporters",
    "copylint_rules",
    "hookimpl",
    "hookspec",
]

hookspec = pluggy.HookspecMarker("copylint")
hookimpl = pluggy.HookimplMarker("copylint")


@hookspec
def copylint_rules() -> Iterable[Rule]:
    """The Python rules of this plugin; asked once at start-up."""
    raise NotImplementedError


@hookspec
def copylint_packs() -> Iterable[Path]:
    """The TOML packs of this plugin: files, or folders of `*.toml`; asked once at start-up."""
    raise NotImplementedError


@hookspec
def copylint_readers() -> Iterable[Reader]:
    """The readers of this plugin; asked once at start-up."""
    raise NotImplementedError


@hookspec
def copylint_reporters() -> Iterable[Reporter]:
    """The reporters of this plugin; asked once at start-up."""
    raise NotImplementedError
