"""A verb that disagrees with a subject some way off: “The price of houses in the city have”, “The man who owns it live”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import for_one, for_several
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import ODD
from copylint.checks.grammar._subject import LEADS, LINKS, ONE, SAYING, SEVERAL, WHO, head_of, is_led_in, main_verb
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_CLAUSE = frozenset("that because said says and but".split())
_LISTS = frozenset(
    "list copy report photo photograph picture bag box letter map statue film book chain price plan cost".split()
)
_GROUPS = frozenset(
    "average sum amount mass abundance lack rest bulk core cream sample share portion slice chunk fraction level pair "
    "kind type sort form class cast cadre cross-section top bottom end start beginning".split()
)
_MEASURES = frozenset(
    "seconds minutes hours days weeks months years decades centuries miles kilometers kilometres metres meters feet dollars "
    "pounds euros cents points percent tons tonnes times degrees things lots kinds types sorts".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each verb for the other number at whose subject a clause begins, with phrases or a clause of its own between."""
    line = Line(document)
    for lead in line.places(LEADS):
        if line.opens(lead) or line.before(lead) in _CLAUSE or is_led_in(line, lead):
            yield from _clause(line, lead, head_of(line, lead))
    for link in line.places(LINKS | WHO):
        if link and line.word(link - 1) in nouns().plurals and line.is_joined(link - 1):
            bare = link - 1 if line.opens(link - 1) else link - 2
            if link > 1 and line.opens(bare) and line.is_joined(bare) and _opens_bare(line, bare, link - 1):
                yield from _clause(line, bare, link - 1)


def _opens_bare(line: Line, first: int, head: int) -> bool:
    """Whether a plural opens its sentence, with no more than a word before it that belongs to it."""
    word = line.word(first)
    return first == head or not (word in LEADS | LINKS or word.endswith("ing") or word in verbs().bases)


def _clause(line: Line, lead: int, head: int) -> Iterator[Match]:
    verb = main_verb(line, head) if head else 0
    right = _right(line, lead, head, verb) if verb else ""
    if right and right != line.word(verb):
        yield Match(line.span(verb, verb), (right,))


def _right(line: Line, lead: int, head: int, verb: int) -> str:
    """The form that goes with the head, if the verb has the other and the head's number is certain."""
    noun, first, word, known = line.word(head), line.word(lead), line.word(verb), nouns()
    opens = line.opens(lead)
    if any(line.word(place) in SEVERAL for place in range(lead + 1, head)):
        return ""
    is_plain = noun in known.plurals and noun not in known.singulars and noun not in ODD
    is_plural = is_plain or noun in ("people", "police", "men", "women", "children")
    if is_plural and noun not in _MEASURES and first not in ONE:
        if any(line.word(place) in SAYING or line.word(place) in verbs().only for place in range(head + 1, verb)):
            return ""  # officials in the city fear prices have risen
        return {"lives": "live"}.get(word) or for_several(word)
    is_one = noun in known.singulars and noun not in known.group and noun not in _GROUPS and first not in SEVERAL
    if not is_one or (first in ("a", "an") and noun not in _LISTS):
        return ""
    if not opens and (word not in ("are", "have", "aren't", "haven't") or line.before(lead) in ("and", "but")):
        return ""
    return {"live": "lives"}.get(word) or for_one(word)


RULE = Rule(
    code="GRM163",
    name="far-subject-and-verb",
    summary="“The price of houses in the city have risen”: a verb disagrees with a subject some way off.",
    rationale="The noun next to the verb draws it to its own number; the subject stands before it.",
    message="“{text}”: its subject stands further up. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "The price of houses in the city {have => has} risen.",
        "The man who owns the two shops {live => lives} next door.",
        "The people living near the plant {has => have} been told to leave.",
        "The reports that the minister received {was => were} false.",
        "A list of the victims {were => was} published.",
    ),
    good=(
        "The price of houses in the city has risen, and the man who owns the shops lives next door.",
        "The people who know the mayor is ill have left. The reason voters in the city are angry is the tax.",
        "“The price of houses in the city have risen,” he said.",
        "A group of men from the town were held. The majority of voters in the city are women.",
        "The cost of the goods traders sell has risen. The men who said the house was empty left.",
    ),
)
