"""Nouns and verbs with their forms, read from the lists beside this module when a rule first asks."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path

from copylint.checks.grammar import _forms
from copylint.checks.grammar._forms import Inflected, Turned, past, third
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns that are counted, by their forms: a plural leads to its singular, a singular to its plural.

    `sure` are those whose forms are no form of a verb and no adjective; `mass` can't be counted; `group` are those that take a
    plural verb in many papers, and words for a quantity.
    """

    singulars: Inflected
    plurals: Turned
    sure: Inflected
    sure_plurals: Turned
    adjectives: Turned
    mass: frozenset[str]
    group: frozenset[str]

    def is_strict(self, word: str) -> bool:
        """Whether a form of either number is no form of a verb and no adjective."""
        return word in self.sure or word in self.sure_plurals or word in self.adjectives


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs by their forms.

    `only` are the base forms that are no nouns, adjectives or prepositions, `bases` all of them; `thirds`, `pasts`,
    `participles` and `gerunds` lead from a form to its base; `past`, `participle` and `gerund` lead from a base to these forms.
    """

    only: frozenset[str]
    bases: frozenset[str]
    thirds: Turned
    pasts: Turned
    participles: Turned
    gerunds: Turned
    past: Inflected
    participle: Inflected
    gerund: Inflected


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns of the list."""
    parts = _read("nouns.txt")
    odd = _every(parts["irregular"], 0, 1, 2)
    sure = Inflected(parts["count"], third, odd)
    singulars = Inflected(chain(parts["verb"], parts["adjective"], parts["count"]), third, odd)
    return Nouns(
        singulars,
        singulars.turned(),
        sure,
        sure.turned(),
        Inflected(parts["adjective"], third, {}).turned(),
        frozenset(parts["mass"]),
        frozenset(parts["group"]),
    )


@lru_cache(maxsize=1)
def verbs() -> Verbs:
    """The verbs of the list."""
    parts = _read("verbs.txt")
    odd, doubled = parts["irregular"], parts["doubled"]
    regular = (*parts["only"], *parts["noun"])
    every = (*regular, *odd[::3])
    bases = frozenset(every)
    twice = {base: f"{base}{base[-1]}" for base in (*doubled, *_DOUBLED) if base in bases}
    pasts = {base: f"{twice[base]}ed" for base in doubled if base in twice}
    simple = Inflected(regular, past, pasts | _every(odd, 0, 1, 3))
    done = Inflected(regular, past, pasts | _every(odd, 0, 2, 3))
    going = Inflected(every, _forms.gerund, {base: f"{start}ing" for base, start in twice.items()})
    return Verbs(
        frozenset(parts["only"]),
        bases,
        Inflected(every, third, {"have": "has"}).turned(),
        simple.turned(),
        done.turned(),
        going.turned(),
        simple,
        done,
        going,
    )


@lru_cache(maxsize=1)
def lone_nouns() -> dict[str, frozenset[str]]:
    """The nouns that never stand without an article, by the frames in which they don't."""
    return {part: frozenset(words) for part, words in _read("lone_nouns.txt").items()}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, frozenset[str]]:
    """The words that are adjectives and hardly anything else: those with an adverb in -ly, and the others."""
    return {part: frozenset(words) for part, words in _read("adjectives.txt").items()}


_DOUBLED = tuple(
    "begin bet bid cut dig forbid forget get hit let overrun put quit rid run set shed shut sit spin split swim upset "
    "win".split()
)


def gerund(base: str) -> str:
    """The -ing form of a verb of the list, or nothing for one whose form is another's."""
    form = verbs().gerund.get(base)
    return form if verbs().gerunds.get(form) == base else ""


def _every(words: list[str], first: int, second: int, step: int) -> dict[str, str]:
    """A table of words that stand in a row, so many together: from the first of each lot to the second."""
    return dict(zip(words[first::step], words[second::step], strict=True))


def _read(name: str) -> dict[str, list[str]]:
    """The words of each part of a list: a part begins with its name in square brackets, a comment with `#`."""
    parts: dict[str, list[str]] = {}
    words: list[str] = []
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            words = parts[line.strip("[]")] = []
        elif not line.startswith("#"):
            words += line.split()
    return parts
