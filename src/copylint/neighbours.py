"""What stands beside a word, and what it tells: that another word was meant.

A context is written as the words in a row, with `_` for the word itself: `the|a _`, `_ of`, `to _ DET`. Between bars stand
others that will do; `!` before them asks for none of them; `?` after them lets them be missing. `*ing` is any word with
that ending, `#` a number, `Aa` a word with a capital, `^` and `$` the start and the end of a sentence or of a part of it,
and a word in capitals one of the kinds of words below. `~` before words is a place for none of them: it asks for one of them
anywhere in the sentence, and `!~` for none. `_` alone is a word that is wrong wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, product, repeat
from operator import contains

from copylint.values import dataclass
from copylint.word_kinds import ENDINGS, KINDS

_OPENING = frozenset(("", "“", '"', "‘", "(", "[", "–", "—", ":", ";"))
_CLOSING = frozenset(("", ".", ",", ";", ":", "!", "?", ")", "]", "–", "—", "”", '"', "…"))
_AROUND = ("~", "!~")
_SIGNS = frozenset(("^", "$", "#", "Aa"))
_FEW = 12
"""So many words are looked up one with another; a set of more is asked by itself."""
_SHORTENED = frozenset(f"{word}'s" for word in "it he she that there here who what where how when let this one".split())
_NAMES = frozenset(("May", "March", "Will", "Bill", "Mark", "US"))

Meanings = tuple[tuple[str, tuple[str, ...]], ...]
"""Each word that may have been meant, and the contexts that tell so."""
Near = Callable[[int], str]
"""The word or mark so many places on (or back) as it is written; nothing beyond the sentence."""
Around = Callable[[], Collection[str]]
"""The other words of the sentence in small letters."""


class ContextError(ValueError):
    """A context that can't be read."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place beside a word and what may stand there."""

    words: frozenset[str]
    endings: tuple[str, ...]
    signs: frozenset[str]
    is_not: bool

    @property
    def is_plain(self) -> bool:
        """Whether it is one of its words that stands there."""
        return not (self.is_not or self.endings or self.signs)

    def holds(self, surface: str, *, is_left: bool) -> bool:
        return self._has(surface, is_left=is_left) is not self.is_not

    def _has(self, surface: str, *, is_left: bool) -> bool:
        word = folded(surface)
        if word in self.words or (self.endings and word.endswith(self.endings) and word not in _SHORTENED):
            return True
        return bool(self.signs) and (
            ("^" in self.signs and is_left and surface in _OPENING)
            or ("$" in self.signs and not is_left and surface in _CLOSING)
            or ("#" in self.signs and surface[:1].isdigit())
            or ("Aa" in self.signs and surface[:1].isupper())
        )


@dataclass(frozen=True, slots=True)
class _Context:
    """The places to the left, the nearest first, and to the right, what the sentence has or hasn't, and what was meant."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    around: tuple[str, ...]
    meant: str

    def read(self) -> None:
        """Read all its places. Raises ContextError for one that can't be."""
        for each in (*self.left, *self.right):
            _slot(each)
        for each in self.around:
            _topic(each)

    def holds(self, near: Near, around: Around) -> bool:
        return (
            all(_slot(each).holds(near(-place), is_left=True) for place, each in enumerate(self.left, 1))
            and all(_slot(each).holds(near(place), is_left=False) for place, each in enumerate(self.right, 1))
            and not (self.around and any(_topic(each).is_lacking(around()) for each in self.around))
        )


@dataclass(frozen=True, slots=True)
class _Topic:
    """Words of which a sentence has one, or none."""

    words: frozenset[str]
    is_not: bool

    def is_lacking(self, around: Collection[str]) -> bool:
        return self.words.isdisjoint(around) is not self.is_not


class Company:
    """The contexts of one word, by the neighbour that each can't do without."""

    def __init__(self, contexts: Iterable[_Context]) -> None:
        self._before, self._after = _Side(), _Side()
        self._others: list[_Context] = []
        for context in contexts:
            for side, slots in ((self._before, context.left), (self._after, context.right)):
                if slots and (nearest := _slot(slots[0])).is_plain:
                    side.add(nearest.words, context)
                    break
            else:
                self._others.append(context)

    def may_tell(self, before: str, after: str) -> bool:
        """Whether a context could hold between these two words in small letters: a cheap first look."""
        return bool(self._others) or self._before.knows(before) or self._after.knows(after)

    def meant(self, near: Near, around: Around) -> str | None:
        """The word that was meant, if what stands beside this one, and around it, tells."""
        before, after = self._before.of(folded(near(-1))), self._after.of(folded(near(1)))
        return next((context.meant for context in chain(before, after, self._others) if context.holds(near, around)), None)


class _Side:
    """Contexts by the words that may stand on one side, in order; kinds of words are not taken apart."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._kinds: list[frozenset[str]] = []
        self._contexts: list[tuple[frozenset[str], _Context]] = []

    def add(self, words: frozenset[str], context: _Context) -> None:
        self._contexts.append((words, context))
        if len(words) <= _FEW:
            self._words |= words
        elif words not in self._kinds:
            self._kinds.append(words)
        self._words.update(map(str.lower, words & _NAMES))

    def knows(self, word: str) -> bool:
        return word in self._words or any(map(contains, self._kinds, repeat(word)))

    def of(self, word: str) -> Iterator[_Context]:
        return (context for words, context in self._contexts if word in words)


def folded(surface: str) -> str:
    """A word in small letters and with straight apostrophes; a name that would be another word keeps its capital."""
    return surface if surface in _NAMES else surface.lower().replace("’", "'")


def company(meanings: Meanings) -> Company:
    """The contexts of a word for each that it may stand for, ready to be asked."""
    return Company(context for meant, rows in meanings for row in rows for context in _contexts(row, meant))


def meanings(table: Mapping[str, tuple[str, ...]]) -> Meanings:
    """A table from the word that is meant to its contexts as plain data. Raises ContextError for one that can't be read."""
    for rows in table.values():
        for row in rows:
            _refuse_unreadable(row)
    return tuple((meant, tuple(rows)) for meant, rows in table.items())


def _contexts(row: str, meant: str) -> Iterator[_Context]:
    """The contexts that a row stands for: two for each place that may be missing."""
    slots = row.split()
    around = tuple(slot for slot in slots if slot.startswith(_AROUND)) if "~" in row else ()
    if around:
        slots = [slot for slot in slots if not slot.startswith(_AROUND)]
    if slots.count("_") != 1:
        raise ContextError('it takes one "_", for the word itself')
    for kept in _ways(slots) if "?" in row else (slots,):
        at = kept.index("_")
        yield _Context(tuple(kept[:at][::-1]), tuple(kept[at + 1 :]), around, meant)


def _refuse_unreadable(row: str) -> None:
    try:
        for context in _contexts(row, ""):
            context.read()
    except ContextError as error:
        raise ContextError(f'"{row}": {error}') from None


def _ways(slots: Iterable[str]) -> Iterator[list[str]]:
    """The slots with and without each that may be missing."""
    ways = [((slot[:-1],), ()) if slot.endswith("?") and len(slot) > 1 else ((slot,),) for slot in slots]
    return map(list, map(chain.from_iterable, product(*ways)))


@lru_cache(maxsize=5_000)
def _slot(text: str) -> _Slot:
    is_not = text.startswith("!") and len(text) > 1
    parts = frozenset(text[is_not:].split("|"))
    kinds, signs = parts & KINDS.keys(), parts & _SIGNS
    shapes = frozenset(each for each in parts if each.startswith("*") and len(each) > 1) if "*" in text else frozenset()
    words = parts - kinds - signs - shapes
    if "" in words or text != text.lower():
        for each in words:
            if not each or (each != each.lower() and each not in _NAMES):
                raise ContextError(f'"{each}" is no kind of words, and words stand in small letters')
    endings = tuple(each[1:] for each in shapes)
    if not kinds.isdisjoint(ENDINGS):
        endings += tuple(chain.from_iterable(ENDINGS.get(each, "").split() for each in kinds))
    known = _kind(*kinds) if len(kinds) == 1 and not words else words.union(*map(_kind, kinds))
    return _Slot(known, endings, frozenset(signs), is_not)


@lru_cache(maxsize=5_000)
def _topic(text: str) -> _Topic:
    is_not = text.startswith("!")
    words = text[1 + is_not :].split("|")
    for each in words:
        if not each or each != each.lower():
            raise ContextError(f'"{text}" takes words in small letters')
    return _Topic(frozenset(words), is_not)


@lru_cache(maxsize=len(KINDS))
def _kind(name: str) -> frozenset[str]:
    """The words of a kind."""
    return frozenset(KINDS[name].split())
