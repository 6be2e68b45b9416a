"""A pack of many rules that nobody wrote, of the sorts that a newspaper's list has: phrases, small patterns, look-around."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.texts import Texts

FAMILY = "GEN"
"""The family of the rules."""
_A_RULE = 50
_SHOWN = 2
"""How many patterns of each rule are there for its examples."""
_SEED = 13
_PHRASES, _PATTERNS = 0.70, 0.25
_FROM_THE_TEXT = 0.02
_SYLLABLES = "ba cor dal en fi gra hol im jun ker lo mar nes or pel qui ras sto tur ul ven wi yar zel".split()
_PAIR = re.compile(r"(?<![\w’'-])([A-Za-z]{4,}) ([A-Za-z]{4,})(?![\w’'-])")
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{3,}(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class Words:
    """What patterns are made of: a generator of chance, the words and the pairs of words of real copy, by their frequency."""

    chance: random.Random
    real: tuple[str, ...]
    pairs: tuple[str, ...]

    def made_up(self) -> str:
        """A word that no language has."""
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4)))

    def any(self) -> str:
        """A word of the copy, or as often one that is made up."""
        return self.chance.choice(self.real) if self.real and self.chance.random() < 0.5 else self.made_up()

    def phrase(self) -> str:
        """Two or three words, of which one at least is made up; now and then two that do stand in the copy."""
        if self.pairs and self.chance.random() < _FROM_THE_TEXT:
            return self.chance.choice(self.pairs)
        words = [self.made_up(), *(self.any() for _ in range(self.chance.randint(1, 2)))]
        self.chance.shuffle(words)
        return " ".join(words)

    def pattern(self) -> str:
        """A small pattern that stands for a few phrases."""
        a, b, c = self.any(), self.any(), self.made_up()
        shapes = (f"(?:{a}|{b}) {c}", f"{c}(?:s|ed|ing)? {a}", f"{a} (?:the )?{c}", f"{c}s? {b}", rf"{c} \w+ {a}")
        return self.chance.choice(shapes)

    def look_around(self) -> str:
        """A phrase that counts in some places only."""
        a, c = self.any(), self.made_up()
        shapes = (rf"{c}(?= {a}\b)", rf"{a} {c}(?! of\b)", rf"(?<!\bthe ){c} {a}", rf"(?<=\b{a} ){c}")
        return self.chance.choice(shapes)


def generated_pack(texts: Texts, patterns: int) -> str:
    """A pack with so many patterns, in TOML; the same for the same texts."""
    chance = random.Random(_SEED)
    sample = "\n".join(texts)[:1_000_000]
    words = Words(chance, tuple(_WORD.findall(sample.lower())), tuple(" ".join(pair).lower() for pair in _PAIR.findall(sample)))
    own = _A_RULE - _SHOWN
    made = _distinct(words, patterns - _SHOWN * -(-patterns // _A_RULE))
    rules = [made[start : start + own] for start in range(0, len(made), own)]
    return "\n".join(_rule(number, each, words) for number, each in enumerate(rules, 1))


def _distinct(words: Words, patterns: int) -> list[str]:
    """So many patterns, none twice, those of each sort spread over all."""
    shares = (
        (words.phrase, round(patterns * _PHRASES)),
        (words.pattern, round(patterns * _PATTERNS)),
        (words.look_around, patterns - round(patterns * _PHRASES) - round(patterns * _PATTERNS)),
    )
    found: dict[str, None] = {}
    for make, count in shares:
        found |= dict.fromkeys(_different(make, count, found))
    made = [*found]
    words.chance.shuffle(made)
    return made


def _different(make: Callable[[], str], count: int, taken: dict[str, None]) -> Iterator[str]:
    new: set[str] = set()
    while len(new) < count:
        if (one := make()) not in taken and one not in new:
            new.add(one)
            yield one


def _rule(number: int, patterns: list[str], words: Words) -> str:
    """A rule of one kind or the other, with the phrases that its examples show."""
    first, second = (f"example{word}{number}" for word in ("one", "two"))
    swap = number % 2 == 0
    mark = " => better" if swap else ""
    lines = [
        "[[rule]]",
        f'code = "{FAMILY}{number:03}"',
        f'name = "generated-{number}"',
        f'kind = "{"substitution" if swap else "existence"}"',
        'severity = "warning"',
        'confidence = "high"',
        'summary = "A phrase that stands for one of a newspaper’s list."',
        'rationale = "It is there to be looked for."',
        f'message = "“{{text}}” is on the list{"; “{replacement}”?" if swap else "."}"',
        'source = "house"',
        f'bad = ["A {{{first}{mark}}} came.", "The {{{second}{mark}}} went."]',
        f'good = ["A boat came.", "The boat went.", "“A {first} came,” she said."]',
    ]
    if swap:
        entries = [f"{_quoted(pattern)} = {_quoted(f'better {words.made_up()}')}" for pattern in patterns]
        lines += ["[rule.swap]", f'{first} = "better"', f'{second} = "better"', *entries]
    else:
        lines += ["patterns = [", *(f"  {_quoted(pattern)}," for pattern in (first, second, *patterns)), "]"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string; one in JSON is one."""
    return json.dumps(text.strip(), ensure_ascii=False)
