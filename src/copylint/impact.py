"""What rules would do to an archive, before they go live: what they mark, what they add for each desk, what they cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from copylint.analysis import analyse
from copylint.config import overrides_for
from copylint.desk import Desk, file_bytes
from copylint.document import Document
from copylint.errors import ReadError, UsageError, did_you_mean
from copylint.finding import Failure, FileReport, Finding
from copylint.linter import Orders, outcomes, reported
from copylint.orders import released
from copylint.pool import shared_out
from copylint.rule import Fault, Match, Severity
from copylint.values import dataclass, replace

_CHUNK = 8
_WORTH_SHARING = 24
_SHORTEST, _LONGEST = 3, 5
NO_CONFIG = "no config"


@dataclass(frozen=True, slots=True)
class Trial:
    """What rules do in one story: `hits` whatever its desk has set, `added` of them as its desk has.

    `desk` is where its settings stand, `marks` how many it has without the rules, `replaced` how many of those the rules take
    the place of; `seconds` is the processor time they take, `others` that of all else.
    """

    path: str
    desk: str = ""
    words: int = 0
    marks: int = 0
    hits: tuple[Finding, ...] = ()
    added: int = 0
    replaced: int = 0
    seconds: float = 0.0
    others: float = 0.0
    failures: tuple[Failure, ...] = ()


def codes_named(word: str, desk: Desk) -> tuple[str, ...]:
    """The codes of the rules that a code, a name, a family or the path of a pack names. Raises UsageError and PackError."""
    if desk.request.packs:
        return desk.codes_of(desk.request.packs)
    known = {label.casefold(): code for label, code in desk.kit.known.items()}
    if word.casefold() in known:
        return (known[word.casefold()],)
    prefix = word.upper()
    family = tuple(code for code in desk.kit.rules if code.startswith(prefix)) if _SHORTEST <= len(word) <= _LONGEST else ()
    if not family:
        families = {code[:_SHORTEST] for code in desk.kit.rules}
        hint = did_you_mean(word, {*desk.kit.known, *families})
        raise UsageError(f'there is no rule or family "{word}"{hint} (a pack is named by its path: house.toml, ./rules)')
    return family


def trials(
    paths: Sequence[str], codes: Iterable[str], desk: Desk, *, jobs: int, told: Callable[[int, int], None] | None
) -> list[Trial]:
    """What the rules do in each story, in the order of the paths."""
    work = partial(_tried_all, desk, frozenset(codes))
    chunks = [tuple(paths[start : start + _CHUNK]) for start in range(0, len(paths), _CHUNK)]
    work(paths[:1])  # what the rules call for is then at hand, here and in each process forked, and is in nobody's time
    is_shared = jobs > 1 and len(paths) >= _WORTH_SHARING
    done: Iterable[list[Trial]] = (each for _, each in shared_out(chunks, work, jobs=jobs)) if is_shared else map(work, chunks)
    found: list[Trial] = []
    for each in done:
        found += each
        if told:
            told(len(found), len(paths))
    return sorted(found, key=lambda trial: trial.path)


def _tried_all(desk: Desk, codes: frozenset[str], paths: Sequence[str]) -> list[Trial]:
    return [tried(path, codes, desk) for path in paths]


def tried(path: str, codes: frozenset[str], desk: Desk) -> Trial:
    """What the rules do in one story; a file that can't be read is a failure."""
    try:
        source = desk.source(path, file_bytes(path))
    except ReadError as error:
        return Trial(path, failures=(Failure(path, str(error)),))
    orders, where = desk.orders(path), _desk_of(path, desk)
    config = desk.config_for(Path(path))
    today = replace(orders, enabled=orders.enabled - codes)
    alone = replace(orders, enabled=codes, ignores=(), least=Severity.QUERY)
    live = released(config, path, desk.kit_for(config), codes)
    together = replace(orders, enabled=today.enabled | live)
    try:
        started = process_time()
        document = analyse(source, orders.knowledge)
        yielded = list(outcomes(document, today))
        without = reported(document, today, yielded)
        others = process_time() - started
        own, seconds = _yielded(document, alone)
        hits = reported(document, alone, own)
        after = reported(document, together, [*yielded, *((code, each) for code, each in own if code in live)])
    except Exception as error:  # one story must never cost the others theirs
        return Trial(path, where, failures=(Failure(path, f"can't be checked: {type(error).__name__}: {error}"),))
    added = sum(finding.code in live for finding in after.findings)
    return Trial(
        path=path,
        desk=where,
        words=without.words,
        marks=len(without.findings),
        hits=tuple(finding for finding in hits.findings if finding.code in codes),
        added=added,
        replaced=max(0, len(without.findings) + added - len(after.findings)),
        seconds=seconds,
        others=others,
        failures=_failures(hits, codes),
    )


def _failures(hits: FileReport, codes: frozenset[str]) -> tuple[Failure, ...]:
    return tuple(failure for failure in hits.failures if failure.code in codes)


def _yielded(document: Document, orders: Orders) -> tuple[list[tuple[str, Match | Fault]], float]:
    """What the rules yield in a story where the others have run, and the processor time that they take.

    What is to be done for all rules of packs together is taken off: to look for the words that they begin from.
    """
    found: list[tuple[str, Match | Fault]] = []
    total = 0.0
    for checker in orders.checkers:
        if wanted := orders.enabled & checker.codes:
            first = process_time()
            for _ in checker.run(document, frozenset()):
                pass
            second = process_time()
            found += checker.run(document, wanted)
            total += max(0.0, process_time() - second - (second - first))
    return found, total


def _desk_of(path: str, desk: Desk) -> str:
    """Where the settings of a story stand: its config file, and the tables `[[overrides]]` that match it."""
    config = desk.config_for(Path(path))
    tables = overrides_for(config, Path(path))
    globs = (f"{each.origin} ({', '.join(glob.pattern for glob in each.paths)})" for each in tables)
    if not config.files:
        return NO_CONFIG
    return " + ".join([_shown(config.files[-1], desk.request.root), *globs])


def _shown(file: Path, root: Path) -> str:
    base = root.resolve()
    return file.relative_to(base).as_posix() if file.is_relative_to(base) else str(file)
