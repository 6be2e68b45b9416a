"""The command: `python -m bench`."""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bench.article import one_article, start_up
from bench.bench import QUICK, Bench, Sizes
from bench.bulk import bulk, two_cores
from bench.growth import growth
from bench.hostile import hostile_texts
from bench.machine import told
from bench.page import replaced
from bench.process import BenchError
from bench.table import Section, as_markdown, as_text
from bench.texts import Texts, examples, folder_texts, jsonl_texts
from bench.tool import PEERS, copylint, peers

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
SECTIONS: dict[str, Callable[[Bench], Section]] = {
    "start-up": start_up,
    "article": one_article,
    "bulk": bulk,
    "cores": two_cores,
    "growth": growth,
    "hostile": hostile_texts,
}


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 2 where something can't be measured. Targets that are missed don't change it."""
    given = sys.argv[1:] if argv is None else argv
    arguments = _parser().parse_args(given)
    try:
        texts, source = _texts(arguments)
        with tempfile.TemporaryDirectory(prefix="copylint-bench-") as folder:
            bench = _bench(arguments, texts, Path(folder))
            facts = (f"Command: `python -m bench{''.join(f' {word}' for word in _without_paths(given))}`", *told(bench, source))
            if not arguments.markdown:
                print("\n".join(facts), end="\n\n", flush=True)
            sections = list(measured(arguments.only or SECTIONS, bench, aloud=not arguments.markdown))
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    page = "\n".join(f"- {fact}" for fact in facts) + "\n\n" + as_markdown(sections)
    if arguments.markdown:
        print(page)
    if arguments.write:
        PAGE.write_text(replaced(PAGE.read_text("utf-8"), page), "utf-8")
    return 0 if len(sections) == len(arguments.only or SECTIONS) else 2


def measured(names: Iterable[str], bench: Bench, *, aloud: bool) -> Iterator[Section]:
    """The sections, each printed as soon as it is there; what goes wrong in one is told, and the others go on."""
    for name in names:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            section = SECTIONS[name](bench)
        except BenchError as error:
            print(f"bench: {name}: {error}", file=sys.stderr)
            continue
        if aloud:
            print(as_text(section), flush=True)
        yield section


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m bench", description="Measure copylint, and its peers if they are installed.")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--corpus", type=Path, metavar="DIR", help="measure on the .txt and .md files below this folder")
    source.add_argument("--jsonl", type=Path, metavar="FILE", help="measure on the texts of this file, an object a line")
    parser.add_argument("--field", default="text", metavar="NAME", help="the field of --jsonl that is the text (default: text)")
    parser.add_argument("--only", type=_sections, metavar="NAMES", help=f"measure only these: {','.join(SECTIONS)}")
    parser.add_argument("--runs", type=int, default=9, metavar="N", help="runs of each short command (default: 9)")
    parser.add_argument("--by-cpu", action="store_true", help="compare short commands by CPU time: on a machine that is busy")
    parser.add_argument("--quick", action="store_true", help="little text and one run, to see that all of it works")
    parser.add_argument("--python", default=sys.executable, metavar="FILE", help="the Python whose copylint is measured")
    parser.add_argument("--no-peers", action="store_true", help="measure copylint alone")
    parser.add_argument("--markdown", action="store_true", help="print the tables in Markdown")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    return parser


def _sections(names: str) -> list[str]:
    chosen = [name.strip() for name in names.split(",") if name.strip()]
    if unknown := [name for name in chosen if name not in SECTIONS]:
        raise argparse.ArgumentTypeError(f"there is no “{unknown[0]}”; there are {', '.join(SECTIONS)}")
    return chosen


def _texts(arguments: argparse.Namespace) -> tuple[Texts, str]:
    """The texts, and where they are from, in words that name no folder."""
    if arguments.corpus:
        return folder_texts(arguments.corpus), "a folder"
    if arguments.jsonl:
        return jsonl_texts(arguments.jsonl, arguments.field), "a file"
    return examples(ROOT / "examples"), "`examples/`"


def _bench(arguments: argparse.Namespace, texts: Texts, folder: Path) -> Bench:
    return Bench(
        folder=folder,
        python=arguments.python,
        texts=texts,
        copylint=copylint(arguments.python, folder / "cache"),
        peers=() if arguments.no_peers else peers(ROOT / PEERS),
        runs=1 if arguments.quick else max(1, arguments.runs),
        sizes=QUICK if arguments.quick else Sizes(),
        by_cpu=arguments.by_cpu,
    )


def _without_paths(words: Sequence[str]) -> list[str]:
    """The words of the command without names of files and folders, and without what only says where the tables go."""
    shown = [word for word in words if word not in ("--markdown", "--write")]
    stand_ins = {"--corpus": "DIR", "--jsonl": "FILE", "--python": "FILE"}
    return [stand_ins.get(before, shlex.quote(word)) for before, word in zip(["", *shown], shown, strict=False)]


if __name__ == "__main__":
    sys.exit(main())
