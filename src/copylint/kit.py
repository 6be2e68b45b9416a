"""Everything a run works with, put together from what the plugins give and the config names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter, itemgetter
from pathlib import Path

from copylint.cache import NO_CACHE, Cache
from copylint.document import Knowledge
from copylint.errors import CopylintError, PackError, PluginError
from copylint.finding import Failure
from copylint.formats import Reader, Reporter
from copylint.linter import PythonChecker
from copylint.packs import Pack, checker_of, keep, knowledge_of, read_packs, refuse_unsound
from copylint.plugins import OWN, Gift, Giver, gifts
from copylint.rule import Card, Checker, Rule, RuleBook
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Kit:
    """The rules by code and their cards, what runs them, what reads and prints, and what could not be loaded.

    `known` leads from each code, alias and name to the code; `givers` names, by code or `format NAME`, the plugin and hook
    that gave what is not our own.
    """

    rules: Mapping[str, Rule]
    cards: tuple[Card, ...]
    givers: Mapping[str, str]
    checkers: tuple[Checker, ...]
    readers: tuple[Reader, ...]
    reporters: Mapping[str, Reporter]
    known: Mapping[str, str]
    failures: tuple[Failure, ...] = ()
    loaded: tuple[Pack, ...] = ()

    def reader(self, path: str) -> Reader:
        """The reader for a path: by the longest suffix that it ends in, plain text for any other."""
        name = path.lower()
        named = [(len(suffix), reader) for reader in self.readers for suffix in _suffixes(reader) if name.endswith(suffix)]
        if named:
            return max(named, key=itemgetter(0))[1]
        return next(reader for reader in self.readers if reader.format == "plain")

    @property
    def knowledge(self) -> Knowledge:
        """What the packs know together; the same object each time."""
        return knowledge_of(self.loaded)

    @property
    def packs(self) -> tuple[str, ...]:
        """The digest of each pack."""
        return tuple(pack.digest for pack in self.loaded)

    @property
    def suffixes(self) -> frozenset[str]:
        """Every suffix that a reader knows."""
        return frozenset(suffix for reader in self.readers for suffix in _suffixes(reader))


def assembled(
    *, plugins: Sequence[Path] = (), packs: Sequence[Path] = (), installed: bool = True, cache: Cache = NO_CACHE
) -> Kit:
    """The kit of our own things, the installed plugins', and what is named. Raises PackError for a wrong pack among `packs`."""
    given = gifts(paths=plugins, installed=installed, cache=cache)
    bench = _Bench(cache)
    for gift in given:
        bench.take(gift)
    if packs:
        bench.take_packs(packs)
    return bench.kit()


class _Bench:
    """Where a kit is put together; the first to give a code, format or suffix keeps it."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.rules: dict[str, Callable[[], Rule]] = {}
        self.cards: list[Card] = []
        self.python: list[Rule] = []
        self.packs: tuple[Pack, ...] = ()
        self.readers: list[Reader] = []
        self.reporters: dict[str, Reporter] = {}
        self.failures: list[Failure] = []
        self.givers: dict[str, str] = {}
        self.taken: dict[str, str] = {}

    def take(self, gift: Gift) -> None:
        for problem in gift.problems:
            self._failed(problem)
        for rule in gift.rules:
            self._take_rule(gift.giver, rule)
        self._take_gift_packs(gift)
        for reader in gift.readers:
            self._take_reader(gift.giver, reader)
        for reporter in gift.reporters:
            if reporter.format in self.reporters:
                self._failed(_problem(gift.giver, "copylint_reporters", f'there is a format "{reporter.format}" already'))
            else:
                self.reporters[reporter.format] = reporter
                self._note(gift.giver, "copylint_reporters", f"format {reporter.format}")

    def _take_rule(self, giver: Giver, rule: Rule) -> None:
        wrong = _wrong(rule) if giver.name != OWN else ()
        labels = () if wrong else Card.of(rule).labels
        clash = [f'"{label}" is taken by {self.taken[label]}' for label in labels if label in self.taken]
        for message in (*wrong, *clash):
            self._failed(_problem(giver, "copylint_rules", f"{rule.code}: {message}"))
        if not wrong and not clash:
            self._note(giver, "copylint_rules", rule.code)
            self.rules[rule.code] = lambda: rule
            self.cards.append(Card.of(rule))
            self.taken.update(dict.fromkeys(labels, f"{rule.code} ({rule.name})"))
            self.python.append(rule)

    def _take_reader(self, giver: Giver, reader: Reader) -> None:
        if not isinstance(reader.suffixes, (tuple, list)) or not all(isinstance(each, str) for each in reader.suffixes):
            self._failed(_problem(giver, "copylint_readers", f'the suffixes of "{reader.format}" are no tuple of strings'))
            return
        for suffix in _suffixes(reader):
            first = next((other for other in self.readers if suffix in _suffixes(other)), None)
            if first is not None:
                told = f"the suffix {suffix} is taken by the {first.format} reader"
                self._failed(_problem(giver, "copylint_readers", told))
        self.readers.append(reader)

    def _take_gift_packs(self, gift: Gift) -> None:
        try:
            self.take_packs(gift.packs)
        except PackError as error:
            if gift.giver.name == OWN:
                raise
            self._failed(_problem(gift.giver, "copylint_packs", str(error)))

    def take_packs(self, paths: Sequence[Path]) -> None:
        """Add the packs at these paths; none of them if one is wrong."""
        more = read_packs(paths, self.cache)
        taken = dict(self.taken)
        for pack in more:
            for card in pack.cards:
                for label in card.labels:
                    if label in taken:
                        raise PackError(f'"{label}" is taken by {taken[label]}', path=pack.path, rule=card.code)
                taken.update(dict.fromkeys(card.labels, f"{card.code} ({card.name})"))
        packs = (*self.packs, *more)
        refuse_unsound(packs)
        keep(more, packs)
        self.packs, self.taken = packs, taken
        for pack in more:
            self.cards += pack.cards
            self.rules.update((card.code, partial(pack.rule, number)) for number, card in enumerate(pack.cards))

    def _note(self, giver: Giver, hook: str, what: str) -> None:
        if giver.name != OWN:
            self.givers[what] = f"{giver}, {hook}"

    def _failed(self, error: CopylintError) -> None:
        self.failures.append(Failure("", str(error)))

    def kit(self) -> Kit:
        checkers: list[Checker] = [PythonChecker(rule) for rule in sorted(self.python, key=lambda rule: rule.code)]
        if self.packs:
            checkers.insert(0, checker_of(self.packs))
        cards = tuple(sorted(self.cards, key=attrgetter("code")))
        return Kit(
            rules=RuleBook(self.rules),
            cards=cards,
            givers=self.givers,
            checkers=tuple(checkers),
            readers=tuple(self.readers),
            reporters=self.reporters,
            known={label: card.code for card in cards for label in card.labels},
            failures=tuple(self.failures),
            loaded=self.packs,
        )


def _wrong(rule: Rule) -> tuple[str, ...]:
    """What is wrong with the facts of a plugin's rule."""
    from copylint.facts import problems

    return problems(rule)


def _suffixes(reader: Reader) -> tuple[str, ...]:
    """A reader's suffixes, each once, in lower case; none is empty."""
    return tuple(dict.fromkeys(suffix.lower() for suffix in reader.suffixes if suffix))


def _problem(giver: Giver, hook: str, message: str) -> PluginError:
    return PluginError(message, plugin=giver.name, version=giver.version, hook=hook)
