"""What copylint itself gives, by the same four hooks as any plugin.

They are called by their names and not marked with `hookimpl`, which would import `pluggy` into every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from copylint.formats import Reader, Reporter
from copylint.packs import builtin_folder
from copylint.readers import READERS
from copylint.reporters import REPORTERS
from copylint.rule import Rule


def copylint_rules() -> Iterable[Rule]:
    """The rule of each module below `checks/`."""
    return tuple(_rules())


def _rules() -> Iterator[Rule]:
    from importlib import import_module
    from pkgutil import walk_packages

    from copylint import checks

    for module in walk_packages(checks.__path__, f"{checks.__name__}."):
        if not module.ispkg and not module.name.rpartition(".")[2].startswith("_"):
            yield import_module(module.name).RULE


def copylint_packs() -> Iterable[Path]:
    """The packs of the top-level folder `rules/`."""
    return (builtin_folder(),)


def copylint_readers() -> Iterable[Reader]:
    """Our readers."""
    return READERS


def copylint_reporters() -> Iterable[Reporter]:
    """Our reporters."""
    return REPORTERS
