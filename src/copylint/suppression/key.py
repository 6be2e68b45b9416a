"""What a word of a suppression stands for: a rule, a family, or all rules.

A key is the code of a rule, the beginning of codes (three letters, and digits if there are any), or "" for all.
"""

from __future__ import annotations

from collections.abc import Mapping

from copylint.errors import did_you_mean
from copylint.values import dataclass

OWN = "LNT"
"""The family of copylint's own rules."""
_MOST_HINTS = 20  # the nearest of a thousand names takes some 10 ms to find


def keys(code: str) -> tuple[str, ...]:
    """Every key that stands for a code or a family, itself last."""
    return tuple(dict.fromkeys(("", code[:3], code[:4], code[:5], code))) if code else ("",)


@dataclass(frozen=True, slots=True)
class Names:
    """The key of each word, in either case of letters, and the words to offer where one is unknown."""

    words: Mapping[str, str]
    choices: frozenset[str]

    @classmethod
    def of(cls, known: Mapping[str, str]) -> Names:
        """The names of the rules, from the code of each code, alias and name."""
        families = {key: key for code in set(known.values()) for key in keys(code)}
        words = {word.casefold(): key for word, key in {**families, "": "", "ALL": "", **known}.items()}
        return cls(words, frozenset({*known, *(family for family in families if len(family) == 3)}))

    def key(self, word: str) -> str | None:
        """The key of a word; None where no rule answers to it."""
        return self.words.get(word.casefold())

    def hint(self, word: str, *, count: int) -> str:
        """`; did you mean "PUN101"?` or nothing; nothing too where `count` hints have been given in a text already."""
        return did_you_mean(word, self.choices) if count < _MOST_HINTS else ""
