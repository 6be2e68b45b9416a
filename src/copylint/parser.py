"""The command line in full: which commands and options there are. Parsing only; nothing is read or run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from copylint import __version__
from copylint.reporters import REPORTERS

_LISTS = {"check": "paths", "baseline": "paths", "inspect": "paths", "explain": "codes", "test-rules": "packs"}
SEVERITIES = ("query", "warning", "error")
_DESCRIPTION = "copylint reads copy the way a copy desk does: it marks what is wrong and asks what a desk would ask."
_EPILOG = """commands: copylint check PATH… (check may be left out), explain CODE…, rules, test-rules [PACK…], inspect PATH…,
config [PATH], init, cache, baseline write|show|prune, impact RULE --corpus DIR. copylint COMMAND --help tells more. Exit
status: 0 nothing to mark at or above --fail-on, 1 something to mark, 2 the command or config is wrong, 3 something failed."""


def parsed(command: str, rest: Sequence[str]) -> argparse.Namespace:
    """What stands behind the name of a command. Leaves by SystemExit(2) where it is wrong."""
    after = rest.index("--") if "--" in rest else len(rest)
    parser = _PARSERS[command]()
    arguments = parser.parse_intermixed_args(list(rest[:after]))
    arguments.command = command
    _add_literal(arguments, rest[after + 1 :], parser)
    return arguments


def _add_literal(arguments: argparse.Namespace, words: Sequence[str], parser: argparse.ArgumentParser) -> None:
    """Take what stands after `--` as it is, leading dashes and all."""
    place = _LISTS.get(arguments.command)
    if words and place is None:
        parser.error(f"unrecognized arguments: {' '.join(words)}")
    if place is not None:
        setattr(arguments, place, [*getattr(arguments, place), *words])
        if not getattr(arguments, place) and arguments.command in ("explain", "inspect"):
            parser.error(f"the following arguments are required: {place}")


def _parser(command: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="copylint" if command == "check" else f"copylint {command}",
        description=description,
        epilog=epilog,
        allow_abbrev=False,
    )
    group = parser.add_argument_group("settings")
    group.add_argument("--config", metavar="FILE", help="use this config file and look for no other")
    group.add_argument("--isolated", action="store_true", help="use no config file at all")
    group.add_argument("--no-plugins", action="store_true", help="run no Python but copylint's own")
    group.add_argument(
        "--no-cache", action="store_true", help="take nothing from earlier runs, and keep nothing for later ones"
    )
    if command == "check":
        parser.add_argument("--version", action="version", version=f"copylint {__version__}")
    return parser


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


class _Codes(argparse.Action):
    """Collects lists separated by commas, given once or more often."""

    def __call__(self, _: object, namespace: argparse.Namespace, values: object, __: str | None = None) -> None:
        known = getattr(namespace, self.dest) or ()
        setattr(namespace, self.dest, (*known, *_codes(str(values))))


def _add_selection(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which rules")
    group.add_argument("--select", action=_Codes, metavar="CODES", help="only these: codes, families (PUN) or names")
    group.add_argument("--ignore", action=_Codes, metavar="CODES", help="not these")
    group.add_argument("--extend-select", action=_Codes, metavar="CODES", help="these as well")
    group.add_argument("--preview", action="store_true", default=None, help="also the rules that are still on trial")
    group.add_argument("--style", action=_Codes, metavar="NAME", help="also the rules of this house style")


def _check() -> argparse.ArgumentParser:
    parser = _parser("check", _DESCRIPTION, _EPILOG)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input goes by")
    _add_selection(parser)
    _add_output(parser)
    _add_mending(parser)
    group = parser.add_argument_group("which files")
    group.add_argument("--exclude", action=_Codes, metavar="PATTERNS", help="pass over these when walking folders")
    group.add_argument("--force-exclude", action="store_true", default=None, help="pass them over even when named")
    group.add_argument("--jobs", type=int, metavar="N", help="processes to use (default: by the number of files)")
    group.add_argument("--watch", action="store_true", help="go on checking what is saved, until Ctrl-C")
    return parser


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what is shown, and when it fails")
    group.add_argument("--severity", choices=SEVERITIES, help="show nothing below this (default: query)")
    group.add_argument("--fail-on", choices=(*SEVERITIES, "never"), help="exit 1 from here on (default: warning)")
    group.add_argument("--format", metavar="NAME", help=f"{', '.join(each.format for each in REPORTERS)}, or a plugin's")
    group.add_argument("--output", metavar="FILE", help="write the report there")
    group.add_argument("--baseline", metavar="FILE", help="show nothing that this file puts aside")
    group.add_argument("--diff-base", metavar="REV", help="only changed lines: since a commit, REV..., or staged (git)")
    group.add_argument("--quiet", action="store_true", default=None, help="print nothing but marks")
    group.add_argument("--statistics", action="store_true", default=None, help="print how often each rule found something")
    group.add_argument("--color", choices=("auto", "always", "never"), help="colour (default: auto, by the terminal)")


def _add_mending(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("mending")
    group.add_argument("--fix", action="store_true", help="mend what is safe to mend, and show what is left")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    group.add_argument(
        "--interactive", action="store_true", help="go through the marks one by one at a terminal: mend, keep, ignore"
    )
    group.add_argument("--unsafe-fixes", action="store_true", help="mend also what may change the meaning: read it again")
    group.add_argument("--fix-quotes", action="store_true", help="mend the words of people quoted, too")
    group.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit 1 where anything was mended")


def _explain() -> argparse.ArgumentParser:
    parser = _parser("explain", "Tell what a rule marks and why, with examples.")
    parser.add_argument("codes", nargs="*", metavar="CODE", help="a code (PUN101) or a name (stray-full-stop)")
    return parser


def _rules() -> argparse.ArgumentParser:
    parser = _parser("rules", "List the rules, and which of them are on.")
    _add_selection(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or json")
    parser.add_argument("--statistics", action="store_true", default=None, help="print how many there are of each family")
    parser.add_argument("--pages", metavar="DIR", help="write a page of each family in Markdown into this folder")
    return parser


def _test_rules() -> argparse.ArgumentParser:
    parser = _parser("test-rules", "Run the examples of rule packs: those named, or all rules there are.")
    parser.add_argument("--select", action=_Codes, metavar="CODES", help="only these rules: codes, families (PUN) or names")
    parser.add_argument("packs", nargs="*", metavar="PACK", help="a TOML pack, or a folder of them")
    return parser


def _inspect() -> argparse.ArgumentParser:
    parser = _parser("inspect", "Show what copylint sees in a text: blocks, sentences, quotations, names, numbers.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input goes by")
    parser.add_argument("--format", choices=("full", "json"), default="full", help="full or json")
    return parser


def _config() -> argparse.ArgumentParser:
    parser = _parser("config", "Print each setting that holds for a path, and where it came from.")
    parser.add_argument("path", nargs="?", default=".", metavar="PATH", help="a file or folder (default: here)")
    return parser


def _init() -> argparse.ArgumentParser:
    return _parser("init", "Write a copylint.toml to start from into this folder; an existing one is left alone.")


def _cache() -> argparse.ArgumentParser:
    parser = _parser("cache", "Tell where packs and results are kept for the next run, or throw them away.")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--dir", action="store_true", help="print the folder")
    group.add_argument("--clear", action="store_true", help="delete what copylint keeps in it")
    return parser


def _baseline() -> argparse.ArgumentParser:
    parser = _parser("baseline", "Put the marks there are aside, so that only new ones are shown.")
    parser.add_argument("action", choices=("write", "show", "prune"), help="make the file, look at it, take out what is mended")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders (default: here, or all that the file names)"
    )
    parser.add_argument("--baseline", metavar="FILE", help="the file (default: the setting, or copylint.baseline)")
    parser.add_argument("--rewrite", action="store_true", help="with write: make anew a file that is there")
    _add_selection(parser)
    return parser


def _impact() -> argparse.ArgumentParser:
    parser = _parser(
        "impact", "Try rules on an archive before they go live: what they mark, what they add for each desk, their cost."
    )
    parser.add_argument(
        "rule", metavar="RULE", help="a code or name, a family (PUN), or the path of a pack (house.toml, ./rules)"
    )
    parser.add_argument(
        "--corpus", action="append", required=True, metavar="DIR", help="the archive; may be given more than once"
    )
    parser.add_argument("--samples", type=int, default=10, metavar="N", help="how many marks to show (default: 10)")
    parser.add_argument("--seed", default="0", metavar="WORD", help="draw other samples (default: 0)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or json")
    parser.add_argument("--color", choices=("auto", "always", "never"), help="colour (default: auto, by the terminal)")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use (default: by the number of files)")
    return parser


_PARSERS = {
    "check": _check,
    "explain": _explain,
    "rules": _rules,
    "test-rules": _test_rules,
    "inspect": _inspect,
    "config": _config,
    "init": _init,
    "cache": _cache,
    "baseline": _baseline,
    "impact": _impact,
}
