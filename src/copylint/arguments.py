"""The command line, as the commands are given it."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

COMMANDS = ("check", "explain", "rules", "test-rules", "inspect", "config", "init", "cache", "baseline", "impact")
SETTINGS = (
    "select", "ignore", "extend_select", "preview", "style", "severity", "fail_on", "format", "output", "baseline", "exclude",
    "force_exclude", "jobs", "quiet", "statistics", "color",
)  # fmt: skip
"""The options that are settings too: a config file may hold them, and the command line outranks it."""
_OTHERS = ("config", "stdin_filename", "diff_base")
MENDING = ("fix", "unsafe_fixes", "fix_quotes", "diff", "exit_non_zero_on_fix")
"""The options that are about mending."""
BEYOND_MARKING = (*MENDING, "diff_base")
"""The options that ask for more than marks, or for fewer."""
_SWITCHES = ("isolated", "no_plugins", "no_cache", "interactive", "watch", *MENDING)
_FLAGS = ("preview", "force_exclude", "quiet", "statistics")


def parsed(argv: Sequence[str]) -> SimpleNamespace:
    """The parsed command line; `command` names the command. Leaves by SystemExit(2) where it is wrong."""
    command = argv[0] if argv and argv[0] in COMMANDS else "check"
    rest = list(argv[1:] if argv and argv[0] in COMMANDS else argv)
    plain = _plain(rest) if command == "check" else None
    if plain is not None:
        return plain
    from copylint.parser import parsed as parsed_in_full

    return SimpleNamespace(**vars(parsed_in_full(command, rest)))


def _plain(words: Sequence[str]) -> SimpleNamespace | None:
    """A check with nothing but paths and plain flags; None for any other, which `argparse` takes 10 ms to read."""
    known = {f"--{name.replace('_', '-')}": name for name in (*_SWITCHES, *_FLAGS)}
    said = [word for word in words if word.startswith("-") and word != "-"]
    if not all(word in known for word in said):
        return None
    values = {**dict.fromkeys((*SETTINGS, *_OTHERS)), **dict.fromkeys(_SWITCHES, False)}
    values |= {known[word]: True for word in said}
    return SimpleNamespace(command="check", paths=[word for word in words if word not in said], **values)
