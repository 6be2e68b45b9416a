"""Words and their forms, one made of the other when it is asked for: a text asks for few of the thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

_VOWELS = frozenset("aeiou")
_WITH_ES = frozenset("hero potato tomato echo veto go do undo outdo undergo forgo embargo torpedo".split())

_KEPT = 1 << 14
"""So many forms are told without being made again: most words of a story stood in another."""


class Inflected:
    """Leads from each of some words to a form of it: by a rule, but for those with a form of their own."""

    def __init__(self, words: Iterable[str], by_rule: Callable[[str], str], odd: Mapping[str, str]) -> None:
        self._words, self._by_rule, self._odd = dict.fromkeys(chain(words, odd)), by_rule, odd

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __getitem__(self, word: str) -> str:
        form = self.get(word)
        if not form:
            raise KeyError(word)
        return form

    def get(self, word: str, default: str = "") -> str:
        """The form of a word, or what is given instead for one that isn't among the words."""
        return self._odd.get(word) or (self._by_rule(word) if word in self._words else default)

    def place(self, word: str) -> int:
        """How far back among the words one stands."""
        return [*self._words].index(word)

    def turned(self) -> Turned:
        """What leads from the forms to the words."""
        return Turned(self, {form: word for word, form in self._odd.items()})


class Turned:
    """Leads from a form to the word, of several to the last."""

    def __init__(self, forms: Inflected, odd: Mapping[str, str]) -> None:
        self._forms, self._odd = forms, odd
        self._word = lru_cache(maxsize=_KEPT)(self._found)

    def __contains__(self, form: str) -> bool:
        return bool(self._word(form))

    def __getitem__(self, form: str) -> str:
        word = self._word(form)
        if not word:
            raise KeyError(form)
        return word

    def get(self, form: str, default: str = "") -> str:
        """The word that has a form, or what is given instead for one that none has."""
        return self._word(form) or default

    def _found(self, form: str) -> str:
        words = {word for word in (self._odd.get(form, ""), *_without_ending(form)) if self._forms.get(word) == form}
        return max(words, key=self._forms.place) if len(words) > 1 else next(iter(words), "")


def _without_ending(form: str) -> Iterator[str]:
    """What a form may have been made of by `third`, `past` or `gerund`."""
    if form.endswith("s"):
        yield from (form[:-1], form[:-2], f"{form[:-3]}y")
    elif form.endswith("ed"):
        yield from (form[:-1], form[:-2], form[:-3], f"{form[:-3]}y")
    elif form.endswith("ing"):
        yield from (form[:-3], f"{form[:-3]}e", form[:-4], f"{form[:-4]}ie")


def third(word: str) -> str:
    """A word with the s of the plural or of the third person: reports, classes, countries."""
    if word in _WITH_ES or word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if _has_vowel_y(word) else f"{word}s"


def past(word: str) -> str:
    """A verb in the past: reported, dated, tried; no letter is doubled."""
    if word.endswith("e"):
        return f"{word}d"
    return f"{word[:-1]}ied" if _has_vowel_y(word) else f"{word}ed"


def gerund(word: str) -> str:
    """A verb with -ing: reporting, dating, seeing, dying; no letter is doubled."""
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    is_dropped = word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be"
    return f"{word[:-1]}ing" if is_dropped else f"{word}ing"


def adverb(word: str) -> str:
    """The adverb of an adjective: quickly, easily, terribly, drastically, well."""
    if word in ("good", "true", "whole", "public"):
        return {"good": "well", "true": "truly", "whole": "wholly", "public": "publicly"}[word]
    if word.endswith("le") and word[-3:-2] not in _VOWELS:
        return f"{word[:-1]}y"
    if word.endswith("ic"):
        return f"{word}ally"
    if word.endswith("ll"):
        return f"{word}y"
    return f"{word[:-1]}ily" if _has_vowel_y(word) and word not in ("shy", "sly", "wry", "dry") else f"{word}ly"


def _has_vowel_y(word: str) -> bool:
    """Whether a word ends in a y that is a vowel."""
    return word.endswith("y") and word[-2:-1] not in _VOWELS
