"""What the plugin gives copylint: a rule, a pack and a report format."""

from collections.abc import Iterable
from pathlib import Path

from copylint.hookspecs import Reporter, hookimpl
from copylint.rule import Rule
from copylint_desk_example.exclamation import RULE
from copylint_desk_example.tally import Tally


@hookimpl
def copylint_rules() -> Iterable[Rule]:
    """The one rule written in Python."""
    return (RULE,)


@hookimpl
def copylint_packs() -> Iterable[Path]:
    """The folder of packs."""
    return (Path(__file__).parent / "packs",)


@hookimpl
def copylint_reporters() -> Iterable[Reporter]:
    """The one report format."""
    return (Tally(),)
