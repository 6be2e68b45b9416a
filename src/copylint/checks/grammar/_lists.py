"""Nouns and verbs with their forms, read from the lists beside this module when a rule first asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from copylint.values import dataclass

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns that are counted, by their forms: a plural leads to its singular, a singular to its plural.

    `strict` are the forms of either number that are no form of a verb and no adjective; `mass` can't be counted; `group` are
    those that take a plural verb in many papers, and words for a quantity.
    """

    singulars: Mapping[str, str]
    plurals: Mapping[str, str]
    strict: frozenset[str]
    mass: frozenset[str]
    group: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs by their forms.

    `only` are the base forms that are no nouns, adjectives or prepositions, `bases` all of them; `thirds`, `pasts`,
    `participles` and `gerunds` lead from a form to its base; `past` and `participle` lead from a base to these forms.
    """

    only: frozenset[str]
    bases: frozenset[str]
    thirds: Mapping[str, str]
    pasts: Mapping[str, str]
    participles: Mapping[str, str]
    gerunds: Mapping[str, str]
    past: Mapping[str, str]
    participle: Mapping[str, str]


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns of the list."""
    parts = _read("nouns.txt")
    odd = parts["irregular"]
    irregular = dict(zip(odd[::2], odd[1::2], strict=True))
    strict = {word: third(word) for word in parts["count"]} | irregular
    adjectives = {word: third(word) for word in parts["adjective"]}
    singulars = {word: third(word) for word in parts["verb"]} | adjectives | strict
    return Nouns(
        singulars,
        {plural: word for word, plural in singulars.items()},
        frozenset(strict) | frozenset(strict.values()) | frozenset(adjectives.values()),
        frozenset(parts["mass"]),
        frozenset(parts["group"]),
    )


@lru_cache(maxsize=1)
def verbs() -> Verbs:
    """The verbs of the list."""
    parts = _read("verbs.txt")
    doubled, odd = frozenset(parts["doubled"]), parts["irregular"]
    past = {base: _past(base, base in doubled) for base in (*parts["only"], *parts["noun"])}
    participle = past | dict(zip(odd[::3], odd[2::3], strict=True))
    past |= dict(zip(odd[::3], odd[1::3], strict=True))
    return Verbs(
        frozenset(parts["only"]),
        frozenset(past),
        {"has" if base == "have" else third(base): base for base in past},
        {form: base for base, form in past.items()},
        {form: base for base, form in participle.items()},
        {_gerund(base, base in doubled or base in _DOUBLED): base for base in past},
        past,
        participle,
    )


_DOUBLED = frozenset(
    "begin bet bid cut dig forbid forget get hit let overrun put quit rid run set shed shut sit spin split".split()
) | {
    "swim",
    "upset",
    "win",
}


def third(word: str) -> str:
    """A word with the s of the plural or of the third person: reports, classes, countries."""
    if word in (
        "hero",
        "potato",
        "tomato",
        "echo",
        "veto",
        "go",
        "do",
        "undo",
        "outdo",
        "undergo",
        "forgo",
        "embargo",
        "torpedo",
    ):
        return f"{word}es"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _past(base: str, is_doubled: bool) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if is_doubled else f"{base}ed"


def _gerund(base: str, is_doubled: bool) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if is_doubled else f"{base}ing"


def gerund(base: str) -> str:
    """The -ing form of a verb of the list, or nothing."""
    return _by_base().get(base, "")


@lru_cache(maxsize=1)
def _by_base() -> Mapping[str, str]:
    return {base: form for form, base in verbs().gerunds.items()}


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
