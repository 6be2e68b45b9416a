"""Whether a noun closes its phrase, so that its own number counts: not “this sports car”, but “this cars is”."""

from __future__ import annotations

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs

_CLOSING = frozenset(
    "of in on at to for from with by and or but as than who whom whose which that when where while if because "
    "since until after "
    "before outside inside behind about against between among into over under through during without within near "
    "is are was were has "
    "have had will would "
    "here there now today yesterday can could may might must should do does did said says told the a an he she "
    "they it we i not also".split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten".split())
SHORTENED = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec no nos".split())
"""Words whose stop ends no sentence before a number."""
_MARKS = frozenset('.,;:!?)”"')
ODD = frozenset(
    "people sports arms sales savings customs goods works means headquarters barracks species crossroads gallows "
    "innings series woods "
    "grounds news politics states nations arts affairs communications operations services games awards lots times "
    "hundreds thousands "
    "millions billions dozens scores links others remains statistics odds plus brothers sisters parents thanks "
    "greens blues stairs "
    "minutes dregs nines fives sixes tens teens twenties thirties forties fifties sixties seventies eighties nineties "
    "seconds years days weeks months hours miles dollars pounds cents points feet inches yards acres bases axes "
    "lives leaves".split()
)
"""Plurals that stand after “a”, “this” or “every” in right copy too: a sports car, a means, a games console."""
MEASURES = frozenset(
    "seconds minutes hours days weeks months years decades centuries miles kilometers kilometres metres meters "
    "feet inches yards acres "
    "dollars pounds euros cents points percent gallons litres liters tons tonnes times degrees rupees yen pence "
    "grams kilograms "
    "sports arms sales savings customs goods works means headquarters barracks species crossroads gallows innings series woods "
    "grounds news politics states nations arts affairs communications operations services games awards industries "
    "lots sciences "
    "studies relations resources systems holdings brothers sons foods airlines motors enterprises statistics odds".split()
)
"""Plurals that often count as one: three years was a long time."""


def closes(line: Line, number: int) -> bool:
    """Whether a small word or a mark stands right after a word."""
    after = line.word(number + 1)
    if line.is_joined(number):
        return after in _CLOSING
    return after == "" or after in _MARKS or line.opens(number + 1)


def is_before_verb(line: Line, number: int) -> bool:
    """Whether a past tense stands right after a word."""
    after = line.after(number)
    return after in verbs().pasts and after not in verbs().bases


def is_only_plural(line: Line, number: int) -> bool:
    """Whether a word is the plural of a noun that is counted, and neither a singular nor used like one."""
    word, known = line.word(number), nouns()
    return word in known.plurals and word not in known.singulars and word not in ODD


def is_plural(line: Line, number: int) -> bool:
    """Whether a word in small letters is a plural that can't be a verb, nor used like a singular."""
    return line.is_small(number) and is_only_plural(line, number) and nouns().is_strict(line.word(number))


def is_singular(line: Line, number: int) -> bool:
    """Whether a word in small letters is a singular of a noun that is counted and no verb."""
    word, known = line.written(number), nouns()
    return word in known.singulars and known.is_strict(word) and word not in known.plurals
