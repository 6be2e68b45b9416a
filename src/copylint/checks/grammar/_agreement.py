"""Which form of a verb goes with a subject: one for what is one, another for several."""

from __future__ import annotations

from functools import lru_cache

from copylint.checks.grammar._forms import Inflected, Turned, third
from copylint.checks.grammar._lists import verbs

FOR_SEVERAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
}
FOR_SEVERAL["doesn't"] = "don't"
FOR_ONE = {several: one for one, several in FOR_SEVERAL.items()}
LIVE = {"lives": "live", "live": "lives"}
"""Forms that are nouns or adjectives as well."""
_ALSO = (
    "say know go get give come think tell bring seek become begin choose forget lose send sell speak write eat "
    "understand want take "
    "make keep pay meet teach throw sing draw affect"
)
CONTENT_WORDS = frozenset(_ALSO.split())
"""Verbs that aren't in the list of pure verbs, and are hardly nouns after a subject."""


@lru_cache(maxsize=1)
def thirds() -> Turned:
    """The -s forms that are sure verbs, with the base: says, believes, goes."""
    return bases().turned()


@lru_cache(maxsize=1)
def bases() -> Inflected:
    """The base forms that are sure verbs, with their -s form, without those that are a past tense too."""
    return Inflected(verbs().only | CONTENT_WORDS, third, {})


def for_several(verb: str) -> str:
    """The form for several of a verb that is in the form for one, or nothing."""
    return FOR_SEVERAL.get(verb) or thirds().get(verb, "")


def for_one(verb: str) -> str:
    """The form for one of a verb that is in the form for several, or nothing."""
    return FOR_ONE.get(verb) or bases().get(verb, "")
