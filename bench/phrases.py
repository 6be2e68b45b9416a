"""How fast the rules of one pack go over documents that are analysed: `python -m bench.phrases FOLDER PACK`, in JSON.

The one part of the bench that imports copylint; a process of its own, of the environment that is measured.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from copylint.analysis import analyse
from copylint.document import Document, Knowledge, Source
from copylint.packs import checker_of, read_packs
from copylint.spans import Segment, Span

_PASSES = 3


def main() -> None:
    """Print how many bytes there are, the seconds of the first pass, which compiles patterns, and of the best later one."""
    folder, pack = Path(sys.argv[1]), Path(sys.argv[2])
    documents = [_analysed(path) for path in sorted(folder.glob("*.txt"))]
    checker = checker_of(read_packs([pack]))
    codes = frozenset(rule.code for rule in checker.rules)
    times = []
    for _ in range(1 + _PASSES):
        started = time.process_time()
        found = sum(1 for document in documents for _ in checker.run(document, codes))
        times.append(time.process_time() - started)
    size = sum(len(document.prose.encode()) for document in documents)
    json.dump({"bytes": size, "first": times[0], "later": min(times[1:]), "found": found}, sys.stdout)


def _analysed(path: Path) -> Document:
    """A document that knows its blocks and quotations already, since it is matching that is measured."""
    text = path.read_text("utf-8")
    whole = Span(0, len(text))
    document = analyse(Source(path.name, "plain", text, text, (Segment(whole, whole),)), Knowledge())
    document.block_at(0)
    document.is_quoted(Span(0, 1))
    return document


if __name__ == "__main__":
    main()
