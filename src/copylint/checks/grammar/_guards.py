"""What may stand before a verb, and clauses in which two verbs stand side by side and are right."""

from __future__ import annotations

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns

SUBJECTS = frozenset("i you he she it we they".split())
PRONOUNS = SUBJECTS | frozenset(
    "who which that this these those there everyone everybody nobody someone somebody anyone nothing something "
    "everything".split()
)
ADVERBS = frozenset(
    "not also never already just recently since only even still now then always often long finally previously "
    "later once ever soon "
    "probably certainly clearly actually simply quickly easily officially formally repeatedly reportedly currently "
    "eventually".split()
)
_OPEN_ENDED = frozenset(
    "all what whatever everything anything whoever whichever much best than as how where when nothing little thing "
    "things who".split()
)
HOMOGRAPHS = frozenset("found lay wound ground bound bore saw felt fell lit rent wore rose bit spat dove stove cost".split())
"""Pasts and participles that are base forms or nouns as well."""


def is_subject(line: Line, number: int) -> bool:
    """Whether a word can be a subject: a pronoun, a noun that is counted, a name."""
    word = line.word(number)
    known = nouns()
    return word in PRONOUNS or word in known.singulars or word in known.plurals or line.written(number)[:1].isupper()


def is_open_ended(line: Line, number: int, *, steps: int = 6) -> bool:
    """Whether shortly before a word stands one that opens a clause at whose end its verb may meet the next: all he can."""
    for count, word in enumerate(line.clause(number)):
        if count == steps:
            return False
        if word in _OPEN_ENDED:
            return True
    return False


def past_adverbs(line: Line, number: int) -> int:
    """The number of the first token after this one that is no adverb, or 0 where the copy breaks off before."""
    while line.is_joined(number):
        number += 1
        if line.word(number) not in ADVERBS:
            return number
    return 0
