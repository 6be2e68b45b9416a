"""“It's” for “its”, told by the sentence: “it's forces entered”, “fired it's chief executive”, “it's main road is closed”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import adjectives, lone_nouns, nouns, verbs
from copylint.checks.grammar._number import is_only_plural
from copylint.checks.grammar._subject import SAYING
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_ITS = frozenset({"it's"})
_FINITE = frozenset(FOR_SEVERAL) | frozenset(FOR_ONE) | frozenset("had did will would can could may might must should".split())
_WORDS = frozenset("own main new old earlier former first second last latest next biggest largest chief senior".split())
"""Words that stand before a noun and aren't in the list of adjectives."""
_INTRANSITIVE = frozenset(
    "be go come rain snow look seem feel sound turn get happen stand sit lie fall rise stop start end".split()
)
_BEHIND = frozenset("away back up down off out after before until in on at from".split())
_WITHOUT_ARTICLE = frozenset("time day night morning noon lunch summer winter spring autumn game".split())


def check(document: Document) -> Iterator[Match]:
    """Each “it's” before a noun that can only be somebody's: a clause has its verb after it, or a verb its object there."""
    line = Line(document)
    for number in line.places(_ITS):
        noun = _noun(line, number)
        if noun and (_is_followed_by_verb(line, noun) or _is_object(line, number, noun)):
            own = "Its" if line.written(number)[0].isupper() else "its"
            yield Match(line.span(number, number), (own,))


def _noun(line: Line, number: int) -> int:
    """The noun after a word, with no more than one adjective between, or 0."""
    if not line.is_joined(number) or not line.written(number + 1).islower():
        return 0
    word = line.word(number + 1)
    if _is_noun(line, number + 1) and (not _is_noun(line, number + 2) or line.word(number + 2) in _BEHIND):
        return number + 1
    is_adjective = word in _WORDS or any(word in part for part in adjectives().values()) or word in nouns().singulars
    return number + 2 if is_adjective and line.is_joined(number + 1) and _is_noun(line, number + 2) else 0


def _is_noun(line: Line, place: int) -> bool:
    word = line.word(place)
    is_known = word in nouns().singulars or word in nouns().mass or word == "people" or is_only_plural(line, place)
    return is_known and line.is_small(place) and word not in _WITHOUT_ARTICLE


def _is_followed_by_verb(line: Line, noun: int) -> bool:
    """Whether right after a noun comes its verb: an auxiliary, or a past tense that is no participle of an object."""
    after = line.after(noun)
    if after in _FINITE:
        return True
    is_past = after in verbs().pasts and after not in verbs().bases and after not in nouns().singulars
    return is_past and is_only_plural(line, noun) and line.after(noun, 2) not in ("by", "in", "on", "at")


def _is_object(line: Line, number: int, noun: int) -> bool:
    """Whether a verb that takes things and no clauses stands before, and after it a noun that needs its article."""
    before, known = line.before(number), verbs()
    base = known.pasts.get(before) or known.thirds.get(before)
    if not base or base in SAYING or base in _INTRANSITIVE:
        return False
    is_lone = any(line.word(noun) in part for part in lone_nouns().values())
    is_strict_plural = is_only_plural(line, noun) and nouns().is_strict(line.word(noun))
    return is_lone or is_strict_plural or not line.is_joined(noun) or line.after(noun) in _BEHIND


RULE = Rule(
    code="GRM183",
    name="its-before-noun",
    summary="“the army said it's forces entered”: “it's” for “its”.",
    rationale="“It's” is “it is” or “it has”; what belongs to it is “its”.",
    message="“{text}” is “it is”: “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=_ITS,
    check=check,
    bad=(
        "The army said {it's => its} forces entered the town.",
        "The firm fired {it's => its} chief executive. {It's => Its} main road is closed.",
        "Italy wants {it's => its} money back. The city and {it's => its} people were saved.",
        "The bird spread {it's => its} wings.",
    ),
    good=(
        "The army said its forces entered the town, and it's people who suffer.",
        "When it rains it's mud that counts. It's time. He knew it's good news. It's parents that worry.",
        "If he stopped it's because of the rain. It's day two of the trial.",
        "“It's forces entered,” he said.",
        "It's men, women and children. It's business as usual, and it's summer again.",
    ),
)
