"""A plural without a determiner and a verb for one: “prices has”, “At least 12 soldiers was”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL, LIVE, for_several
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import MEASURES, NUMBERS
from copylint.checks.grammar._subject import LEADS, LINKS, begins_clause
from copylint.document import BODY, BlockKind, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_DOING = frozenset(
    "goes finds rejects flees dies agrees accuses admits announces approves begins confirms denies destroys injures "
    "invades loses opposes refuses reveals seeks suffers tells threatens urges warns".split()
)
"""What several do in the news; hardly ever a noun."""
_HARMING = frozenset("kills attacks storms".split())
_MOVING = frozenset("collapses rises falls".split())
_ON = frozenset("again to by in after as amid despite over on".split())
_VERBS = frozenset(FOR_SEVERAL) | frozenset("says believes wants knows thinks lives".split()) | _DOING | _HARMING | _MOVING
_FOR_SEVERAL = frozenset("are were have".split())
_NAMES = frozenset(
    "friends neighbours neighbors survivors cars aliens ghosts traitors girls dancers gladiators things heroes "
    "brothers sisters lovers people".split()
)
"""Plurals that are titles of films and series too."""
_THINGS = frozenset(
    "prices rates reports talks schools troops forces results votes cases costs fires floods clashes protests "
    "fears rumours rumors claims wages profits exports imports attacks demands thousands hundreds dozens".split()
)
"""Plurals that are forms of verbs too, and hardly ever one at the beginning of a clause."""
_ABOUT = frozenset("about around at least more than some nearly almost over fewer less roughly up to another".split())
_MODIFIERS = 3
_SMALL = (
    LINKS
    | LEADS
    | frozenset(
        "and or nor but that which who whom whose what how why when where while if because as than not no only even just more "
        "fewer less much i you he she it we they me him us them there here is are was were be been has have had do does did "
        "can could will would may might must should say says said so too very one using per out off up down like plus".split()
    )
    - frozenset("both few many most several some these those all".split())
)
_SUMMED_UP = frozenset("a an the enough too not more all what how nothing one".split())
"""What follows the verb where a number counts as one: 12 goals is a record."""


def check(document: Document) -> Iterator[Match]:
    """Each plural that begins a clause, alone or with its number, right before a verb for one."""
    line = Line(document)
    for verb in line.places(_VERBS | _FOR_SEVERAL):
        word = line.word(verb)
        if not line.is_small(verb) or not line.is_joined(verb - 1):
            continue
        if word in _FOR_SEVERAL:
            if line.opens(verb - 1) and line.word(verb - 1) in nouns().mass - nouns().group:
                yield line.mend(verb - 1, verb, FOR_ONE[word])
        elif _is_alone(line, verb) or _is_counted(line, verb):
            right = LIVE["lives"] if word == "lives" else for_several(word) or verbs().thirds.get(word, "")
            if right and _is_done(line, verb):
                yield line.mend(verb - 1, verb, right)


def _is_done(line: Line, verb: int) -> bool:
    """Whether a form that may be a noun as well has an object after it, or tells where things went."""
    word, after, known = line.word(verb), line.after(verb), verbs()
    if word in _MOVING:
        return after in _ON
    is_object = after in nouns().singulars and after not in known.bases
    return word not in _HARMING or after in LEADS or after[:1].isdigit() or is_object


def _is_alone(line: Line, verb: int) -> bool:
    """Whether a plural begins its clause and can be nothing but the subject of the verb after it."""
    noun, known = line.word(verb - 1), nouns()
    if noun not in known.plurals or noun in MEASURES or noun in _NAMES:
        return False
    if not (known.is_strict(noun) or noun in _THINGS):
        return False
    if line.opens(verb - 1):
        # A name that only looks like a plural is written so again.
        surface = line.written(verb - 1)
        return len(line.words.index[surface]) == 1 and not surface.isupper()
    if not line.is_small(verb - 1):
        return False
    if line.word(verb) not in FOR_SEVERAL:
        return _is_headline(line, verb) and _is_modified(line, verb - 1)
    return begins_clause(line, verb - 1) or (line.after(verb) not in _SUMMED_UP and _is_modified(line, verb - 1))


def _is_headline(line: Line, place: int) -> bool:
    document = line.document
    return document.blocks[document.block_at(line.span(place, place).start)].kind is BlockKind.HEADLINE


def _is_modified(line: Line, noun: int) -> bool:
    """Whether only words that tell more of a noun stand between it and the beginning of its clause: Opposition leaders has."""
    first = noun
    while noun - first < _MODIFIERS and line.is_joined(first - 1) and not line.opens(first):
        first -= 1
        word = line.word(first)
        if word in _SMALL or word.endswith(("ing", "'s", "'")) or not word.isalpha():
            return False
        if line.opens(first):
            return line.after(first) != "and" and word not in nouns().plurals
        if begins_clause(line, first):
            return word not in verbs().bases and word not in verbs().thirds and word not in verbs().pasts
    return False


def _is_counted(line: Line, verb: int) -> bool:
    """Whether a number and its plural begin a clause: At least 12 soldiers was."""
    noun, known = verb - 1, nouns()
    if line.word(verb) not in FOR_SEVERAL or line.after(verb) in _SUMMED_UP or line.word(noun) in MEASURES:
        return False
    is_plural = line.word(noun) == "people" or (line.word(noun) in known.plurals and known.is_strict(line.word(noun)))
    first = noun - 1
    if not is_plural or not line.is_small(noun) or not line.is_joined(first) or not _is_number(line, first):
        return False
    while line.before(first) in _ABOUT:
        first -= 1
    return line.opens(first) or begins_clause(line, first)


def _is_number(line: Line, place: int) -> bool:
    written = line.written(place).replace(",", "")
    return line.word(place) in NUMBERS or (written.isdigit() and written != "1")


RULE = Rule(
    code="GRM180",
    name="plural-and-verb",
    summary="“prices has risen”, “at least 12 soldiers was hurt”: a plural and a verb for one.",
    rationale="One or several: readers stop where noun and verb don’t say the same.",
    message="“{text}”: noun and verb disagree. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY | {BlockKind.HEADLINE},
    check=check,
    bad=(
        "{Floods kills => Floods kill} 20 in Peru. {Protesters storms => Protesters storm} the town.",
        "{Prices rises => Prices rise} again.",
        "{Lawmakers has => Lawmakers have} left the room. {Smoke were => Smoke was} seen.",
        "He denied that {civilians has => civilians have} been hit. On Monday, {prices was => prices were} high.",
        "Opposition {leaders has => leaders have} called a vote; he said that local {farmers was => farmers were} angry.",
        "At least 12 {soldiers was => soldiers were} wounded, and he said that 1,200 {people has => people have} fled.",
    ),
    good=(
        "Rebels attacks leave 20 dead. Players strikes go on. Lawmakers have left, and floods killed 20.",
        "Lawmakers have left the room, and civilians were hit.",
        "He said that reading books is a joy, that 12 goals is a record, and that three years was a long time.",
        "Friends is a comedy; one of the soldiers was hurt; the number of people has grown.",
        "“Prices has gone up,” he said.",
        "A law that bans guns is on the way. More jobs is what we need. Reading old books is a joy; Star Wars was on.",
        "The mayor of the towns was there; what residents have is little. The day after the attacks was quiet.",
    ),
)
