"""What stands beside a word, and what it tells: that another word was meant.

A context is written as the words in a row, with `_` for the word itself: `the|a _`, `_ of`, `to _ DET`. Between bars stand
others that will do; `!` before them asks for none of them; `?` after them lets them be missing. `*ing` is any word with
that ending, `#` a number, `Aa` a word with a capital, `^` and `$` the start and the end of a sentence or of a part of it,
and a word in capitals one of the kinds of words below. `_` alone is a word that is wrong wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, product

from copylint.values import dataclass

_KINDS = {
    "ART": "the a an",
    "POSS": "my your his her its our their",
    "DET": "the a an my your his her its our their this that these those some any no every each another",
    "THE": "the a an my your his our their its",
    "SUBJ": "i you he she it we they who",
    "HUMAN": "i you he she we they who",
    "OBJ": "me him her us them",
    "PRON": "me him her us them it you myself yourself himself herself itself ourselves themselves everyone someone anyone",
    "BE": "am is are was were be been being isn't aren't wasn't weren't 'm 's 're",
    "HAVE": "has have had having hasn't haven't hadn't",
    "DO": "do does did don't doesn't didn't",
    "MODAL": "will would can could shall should must may might cannot can't won't wouldn't couldn't shouldn't mustn't",
    "NOT": "not never also still always only often even just n't",
    "PREP": "of in on at by for with from to into onto about against between among through during under over without within",
    "ADV": "very so too quite rather really more most less as extremely particularly increasingly",
    "MANY": "many several few two three four five six seven eight nine ten some these those all both most other such various",
    "NUM": "two three four five six seven eight nine ten eleven twelve hundred hundreds thousands dozens many several few",
    "WANT": "want wants wanted wanting need needs needed hope hopes hoped plan plans planned planning try tries tried trying "
    "able unable refuse refuses refused decide decides decided agree agrees agreed fail fails failed begin begins began "
    "continue continues continued seek seeks sought expect expected ready likely unlikely going have has had used forced "
    "allowed intend intends intended order supposed due set failing seeking hoping willing unwilling vow vowed vows chose "
    "promise promised promises threaten threatened threatens attempt attempted attempting easier harder hard easy how "
    "determined bound free helped help helps required asked told urged invited encouraged power right ability way "
    "opportunity chance attempts efforts effort time ways pressure duty pledge pledged struggled struggling struggle manage "
    "managed manages",
    "WH": "who what when where why how whether if",
    "LINK": "and or but",
    "CLAUSE": "that because if when but so think thinks thought say says said know knows believe believes although though "
    "since while whether where unless until what why how hope sure guess means",
    "THINGS": "house houses home homes car cars family families job jobs money life lives wife wives husband husbands "
    "parents mother mothers father fathers son sons daughter daughters children kids brother brothers sister "
    "sisters friends neighbours neighbors colleagues boss bosses employer employers employees staff customers "
    "clients fans supporters opponents rivals enemies allies leader leaders owner owners members team teams club "
    "clubs school schools teacher teachers office offices headquarters factory factories company companies "
    "business businesses product products country countries city village community communities government "
    "parliament president army troops forces weapons guns borders economy industry policy policies party parties "
    "campaign candidate vote votes voters seat seats majority rights freedom independence religion faith beliefs "
    "culture language history tradition traditions name names face faces hair eyes eye ears nose mouth head heads "
    "heart hearts mind minds body bodies arms legs feet fingers hands teeth skin clothes shoes jacket coat hat "
    "bag bags phone phones computer computers email password passwords account accounts website books room rooms "
    "bedroom kitchen bed garden door roof windows furniture bike bikes dog dogs cat cats pet pets health weight "
    "age diet savings salary salaries wages income budget budgets debts profits shares losses taxes bill bills "
    "pension pensions education homework career careers skills experience talent knowledge ability abilities "
    "strength efforts attempt mission goals aims dreams hopes fears feelings emotions thoughts opinion opinions "
    "views ideas idea decision decisions choices mistake mistakes fault behaviour behavior attitude actions "
    "performance success victory defeat title crown championship game games match player players coach season "
    "debut album albums songs film films show story stories speech argument position role roles duty duties "
    "responsibility responsibilities relationship marriage wedding birthday holiday holidays trip journey "
    "destination way ways luggage lawyer lawyers doctor doctors patients case trial innocence sentence attorney "
    "reputation identity future past youth childhood death deaths fate roots origin origins impact effects "
    "popularity appearance ranks citizens residents population constitution capital currency flag land lands soil "
    "territory waters sovereignty workforce operations findings investigation assets credibility",
    "VERB": "be get make do see have take go help provide know say keep create ensure give buy read learn pay add support "
    "play come improve develop check receive determine become visit bring avoid protect hear try allow sell "
    "achieve understand move obtain join save tell contact include reduce share identify stay return continue "
    "search think stop maintain enter leave apply remove discuss win talk order choose consider reach follow "
    "serve call hold deal carry attend speak submit control begin accept spend manage deliver answer believe sign "
    "expand grow pass raise explain gain respond explore prepare replace handle eat vote describe encourage "
    "connect act end assess enjoy pick fight listen solve prove teach conduct wait kill treat break remember "
    "drive focus feel fix lose thank contribute introduce cut communicate seek express investigate watch send put "
    "turn ask meet find use look build run want show work live start let change write finish decide die walk "
    "sleep throw catch",
    "COMPARE": "larger smaller higher lower bigger greater faster slower stronger weaker worse better longer shorter cheaper "
    "older younger taller richer poorer heavier lighter deeper wider narrower safer easier harder closer hotter "
    "colder warmer cooler quicker smarter louder quieter thinner thicker broader tougher softer brighter darker "
    "earlier later sooner newer happier busier healthier wealthier stricter milder further farther nearer rarer "
    "cleverer prettier nicer kinder cleaner",
    "TOOADJ": "big small late early young old hot cold hard easy difficult expensive strong weak high low fast short tall "
    "large dangerous risky costly tired heavy tight wide thin thick good bad far soon loud noisy rich poor sick "
    "ill afraid proud scared shy soft sweet stupid vague severe strict sensitive cautious optimistic pessimistic "
    "complex complicated simple generous harsh lenient serious powerful great often",
    "TIME": "year years month months week weeks day days decade decades century hour hours season",
}
_OPENING = frozenset(("", "“", '"', "‘", "(", "[", "–", "—", ":", ";"))
_CLOSING = frozenset(("", ".", ",", ";", ":", "!", "?", ")", "]", "–", "—", "”", '"', "…"))
_SIGNS = frozenset(("^", "$", "#", "Aa"))
_FEW = 12
"""So many words are looked up one with another; a set of more is asked by itself."""
_SHORTENED = frozenset(f"{word}'s" for word in "it he she that there here who what where how when let this one".split())
_NAMES = frozenset(("May", "March", "Will", "Bill", "Mark", "US"))

Near = Callable[[int], str]
"""The word or mark so many places on (or back) as it is written; nothing beyond the sentence."""


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
    """A row of places to the left, the nearest first, and one to the right, as they are written, and what was meant."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    meant: str

    def holds(self, near: Near) -> bool:
        return all(_slot(each).holds(near(-place), is_left=True) for place, each in enumerate(self.left, 1)) and all(
            _slot(each).holds(near(place), is_left=False) for place, each in enumerate(self.right, 1)
        )


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
        """Whether a context could hold between these two words as they are written: a cheap first look."""
        return bool(self._others) or self._before.knows(folded(before)) or self._after.knows(folded(after))

    def meant(self, near: Near) -> str | None:
        """The word that was meant, if what stands beside this one tells."""
        before, after = self._before.of(folded(near(-1))), self._after.of(folded(near(1)))
        return next((context.meant for context in chain(before, after, self._others) if context.holds(near)), None)


class _Side:
    """Contexts by the words that may stand on one side, in order; kinds of words are not taken apart."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._kinds: list[frozenset[str]] = []
        self._contexts: list[tuple[frozenset[str], _Context]] = []

    def add(self, words: frozenset[str], context: _Context) -> None:
        self._contexts.append((words, context))
        if len(words) > _FEW:
            self._kinds.append(words)
        else:
            self._words |= words

    def knows(self, word: str) -> bool:
        return word in self._words or any(word in kind for kind in self._kinds)

    def of(self, word: str) -> Iterator[_Context]:
        return (context for words, context in self._contexts if word in words)


def folded(surface: str) -> str:
    """A word in small letters and with straight apostrophes; a name that would be another word keeps its capital."""
    return surface if surface in _NAMES else surface.lower().replace("’", "'")


@lru_cache(maxsize=10_000)
def company(meanings: tuple[tuple[str, tuple[str, ...]], ...]) -> Company:
    """The contexts of a word for each that it may stand for, ready to be asked."""
    return Company(context for meant, rows in meanings for row in rows for context in _contexts(row, meant))


def meanings(table: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A table from the word that is meant to its contexts as plain data. Raises ContextError for one that can't be read."""
    for rows in table.values():
        for row in rows:
            _refuse_unreadable(row)
    return tuple((meant, tuple(rows)) for meant, rows in table.items())


def _contexts(row: str, meant: str) -> Iterator[_Context]:
    """The contexts that a row stands for: two for each place that may be missing."""
    slots = row.split()
    if slots.count("_") != 1:
        raise ContextError(f'"{row}" takes one "_", for the word itself')
    for kept in _ways(slots) if "?" in row else (slots,):
        at = kept.index("_")
        yield _Context(tuple(kept[:at][::-1]), tuple(kept[at + 1 :]), meant)


def _refuse_unreadable(row: str) -> None:
    for context in _contexts(row, ""):
        for each in (*context.left, *context.right):
            try:
                _slot(each)
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
    kinds, signs = parts & _KINDS.keys(), parts & _SIGNS
    endings = frozenset(each for each in parts if each.startswith("*") and len(each) > 1) if "*" in text else frozenset()
    words = parts - kinds - signs - endings
    if "" in words or text != text.lower():
        for each in words:
            if not each or (each != each.lower() and each not in _NAMES):
                raise ContextError(f'"{each}" is no kind of words, and words stand in small letters')
    known = _kind(*kinds) if len(kinds) == 1 and not words else words.union(*map(_kind, kinds))
    return _Slot(known, tuple(each[1:] for each in endings), frozenset(signs), is_not)


@lru_cache(maxsize=len(_KINDS))
def _kind(name: str) -> frozenset[str]:
    """The words of a kind."""
    return frozenset(_KINDS[name].split())
