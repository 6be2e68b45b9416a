"""The four hooks of a plugin. Each only gives; what it gives is taken once, checked, and sorted.

A plugin marks its functions with `hookimpl` and registers its module under the entry-point group `copylint`, or is a file named
under `plugins` in the config.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import pluggy

from copylint.document import Source
from copylint.finding import Report
from copylint.rule import Rule

hookspec = pluggy.HookspecMarker("copylint")
hookimpl = pluggy.HookimplMarker("copylint")


class Reader(Protocol):
    """Turns the decoded text of a file into a Source."""

    @property
    def format(self) -> str:
        """Its name, as in `markdown`."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file suffixes it reads, lower case, with the stop."""

    def read(self, path: str, raw: str) -> Source:
        """The story in a text, without its byte-order mark. Raises ReadError for a text that isn't of its format."""


class Reporter(Protocol):
    """Prints a report."""

    @property
    def format(self) -> str:
        """Its name, as in `--format json`."""

    def render(self, report: Report, *, color: bool, quiet: bool) -> str:
        """The report as text; the last line ends in a line feed unless the text is empty.

        Must escape control, ANSI and bidirectional characters of the copy.
        """


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
