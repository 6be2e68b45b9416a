"""A noun and a verb that disagree: “the reports is”, “the minister say”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL, LIVE, for_one, for_several
from copylint.checks.grammar._forms import third
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import MEASURES, NUMBERS, ODD
from copylint.checks.grammar._subject import begins_clause
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_ONE = frozenset("a an this that every each another".split())
_SEVERAL = NUMBERS | frozenset("these those many several some all both few most".split())
_EITHER = frozenset("the his her their its our my your".split())
_LEAD = _ONE | _SEVERAL | _EITHER
_SMALL = frozenset(
    "of in on at to for from with by and or nor but as than who whom whose which that what when where while if "
    "because since until "
    "after before about against between among into over under through during without within near toward towards "
    "like except plus "
    "is are was were be been being am has have had do does did will would can could may might must shall should "
    "not n't it he she "
    "they we i you him them me us there here then so too very also just only never always often still now even "
    "more most less least "
    "per via vs versus off out up down the a an his her their its our my your this these those one".split()
)
_SURE = frozenset("brothers sons bodies".split())
"""Plurals that stand in names of firms, or whose singular is a group, and aren't meant so after a determiner."""
_PLACE = frozenset("in at with near on here there".split())
_STEPS = 5
_LINKS = frozenset("of at in near from with on for behind around inside outside along across under to against".split())
_LINKS_OF_ONE = frozenset("in on for near behind against".split())
_OBJECTS = frozenset("a an his her their its them him".split())
_AT_WORK = frozenset("a an the that his her their its them him how why".split())


def check(document: Document) -> Iterator[Match]:
    """Each noun that opens a clause with its determiner, right before a verb in the form for the other number."""
    line = Line(document)
    for number in line.places(_LEAD):
        opens = line.opens(number) or (line.before(number) in ("all", "both", "a") and line.opens(number - 1))
        if opens or begins_clause(line, number):
            yield from _clause(line, number, opens=opens)


def _clause(line: Line, lead: int, *, opens: bool) -> Iterator[Match]:
    """The slip in a clause that begins at a determiner."""
    head, verb = _parted(line, lead)
    if not verb or head == lead:
        return
    if match := _match(line, lead, head, verb, opens=opens):
        yield match


def _parted(line: Line, lead: int) -> tuple[int, int]:
    """The head of the noun phrase that begins at a determiner and the verb right after it, or two zeros.

    Between the determiner and the head stand no small words; after the head there may be one “of” with another such phrase.
    """
    head = of = 0
    for place in range(lead + 1, lead + 1 + _STEPS + 3):
        if not line.is_joined(place - 1):
            return 0, 0
        word = line.word(place)
        if word in _LINKS and not of and place > lead + 1 and _may_link(line, lead, place):
            of, head = place, place - 1
        elif of and place == of + 1 and word in _EITHER | _SEVERAL:
            continue
        elif place > (of or lead) + 1 and _is_verb(line, place):
            return head or place - 1, place
        elif (
            word in _SMALL
            or not word[:1].isalpha()
            or word.endswith("'s")
            or (word.endswith(("ed", "ing")) and place > lead + 1)
        ):
            return 0, 0
    return 0, 0


def _may_link(line: Line, lead: int, place: int) -> bool:
    """Whether a preposition joins more to the subject: after one thing only where nobody could come along with it."""
    before = line.word(place - 1)
    is_one = before in nouns().singulars and line.word(place) in _LINKS_OF_ONE and line.opens(lead)
    return line.word(place) == "of" or before in nouns().plurals or is_one


def _is_verb(line: Line, place: int) -> bool:
    word = line.word(place)
    known, before = nouns(), line.word(place - 1)
    if word in LIVE:  # the plan puts lives in danger
        return line.after(place) in _PLACE and (before not in verbs().thirds or line.word(place - 2) in _LEAD)
    if word in FOR_SEVERAL or word in FOR_ONE:
        return True
    is_noun = before in known.singulars or before in known.plurals or before in known.mass
    return is_noun and bool(for_several(word) or for_one(word) or _at_work(line, place))


def _at_work(line: Line, place: int) -> str:
    """The form for the other number of a word that is a noun as well, where what it is done to stands right after it."""
    word, known = line.word(place), verbs()
    if word in known.thirds and word not in ODD and line.after(place) in _AT_WORK:
        return known.thirds[word]
    is_base = word in known.bases and word not in known.pasts and line.after(place) in _OBJECTS
    return third(word) if is_base and line.word(place - 1) not in known.bases else ""


def _match(line: Line, lead: int, head: int, verb: int, *, opens: bool) -> Match | None:
    if not line.is_small(head) or not line.is_small(verb) or _has_number(line, lead, head):
        return None
    if verb - 1 != head and not _is_attracted(line, head, verb - 1, line.word(lead), line.word(verb)):
        return None
    known, between = nouns(), range(lead + 1, head)
    if any(line.word(place) in known.plurals or (place > lead + 1 and not line.is_small(place)) for place in between):
        return None
    noun = line.word(head)
    if _is_several(noun):
        right = _right_for_several(line, lead, verb, opens=opens)
    elif (noun in known.singulars or _is_mass(line, head, verb)) and noun not in known.group and noun != "people":
        right = _right_for_one(line, lead, head, verb, opens=opens)
    else:
        return None
    return line.mend(head, verb, right) if right and right != line.word(verb) else None


def _is_several(noun: str) -> bool:
    """Whether a noun is a plural and can't be meant for one."""
    known = nouns()
    return noun in _SURE or (noun in known.plurals and noun not in known.singulars and noun not in MEASURES)


def _is_mass(line: Line, head: int, verb: int) -> bool:
    """Whether what can't be counted opens a sentence with its determiner, right before a verb that is no wish."""
    is_mass = line.word(head) in nouns().mass and not line.word(head).endswith("ics")
    return is_mass and verb == head + 1 and line.word(verb) in ("are", "were", "have")


def _right_for_several(line: Line, lead: int, verb: int, *, opens: bool) -> str:
    word = line.word(verb)
    if line.word(lead) in _ONE:
        return ""
    is_sure = opens and word in verbs().thirds
    return LIVE["lives"] if word == "lives" else for_several(word) or (_at_work(line, verb) if is_sure else "")


def _right_for_one(line: Line, lead: int, head: int, verb: int, *, opens: bool) -> str:
    word, first = line.word(verb), line.word(lead)
    if first in _SEVERAL or (not opens and word not in ("are", "aren't")):
        return ""
    right = LIVE["live"] if word == "live" else for_one(word)
    is_sure = opens and verb - 1 == head and word in verbs().bases and nouns().is_strict(line.word(head)) and first != "that"
    return right or (_at_work(line, verb) if is_sure else "")


def _is_attracted(line: Line, head: int, nearest: int, first: str, word: str) -> bool:
    """Whether the noun after “of” has drawn the verb to its own number, and no quantity is told."""
    known, near = nouns(), line.word(nearest)
    if line.word(head) in known.plurals or line.word(head) in _SURE:
        if near in known.plurals and known.is_strict(near):
            return True  # both are several
        is_name = not line.written(nearest).islower()
        return is_name or ((near in known.singulars or near in known.mass) and near not in verbs().gerunds)
    return first not in ("a", "an") and near in known.plurals and word in FOR_ONE and near not in MEASURES


def _has_number(line: Line, lead: int, head: int) -> bool:
    return any(line.word(place) in _SEVERAL or line.written(place).isdigit() for place in range(lead + 1, head))


RULE = Rule(
    code="GRM130",
    name="noun-and-verb",
    summary="“the reports is”, “the minister say”: a noun and its verb disagree.",
    rationale="One or several: readers stop where noun and verb don’t say the same.",
    message="“{text}”: noun and verb disagree. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Both {brothers was => brothers were} held. The {bodies of the men was => bodies of the men were} found.",
        "The {reports is => reports are} wrong.",
        "The local {minister say => minister says} the road will reopen. Her {advice were => advice was} ignored.",
        "On Monday, the {roads was => roads were} closed.",
        "The {price of these houses are => price of these houses is} rising.",
        "He said that the {houses was => houses were} sold. His {parents lives => parents live} in Leeds.",
        "The {results of the vote is => results of the vote are} known.",
        "The {leaders of the party has => leaders of the party have} left.",
        "The {names of the victims was => names of the victims were} read.",
        "The {results shows => results show} a lead. The {teachers at the school wants => teachers at the school want} more.",
        "The {houses near the river was => houses near the river were} lost.",
        "The {reason for the delays are => reason for the delays is} known. The {clinic offer => clinic offers} a test.",
    ),
    good=(
        "The plan puts lives in danger.",
        "The reports are wrong, and the minister says the road will reopen.",
        "The committee have met, the family are well, and a number of houses were sold.",
        "The men shot in May was the theme; the people he met is another.",
        "“The reports is wrong,” he said.",
        "The last three years was a long time. Friends is a comedy. The poor are hungry.",
        "If the minister were here, the road would reopen. They asked that the minister say so.",
        "The wounded have left; the cause of the fires is known; the father and the son were there.",
        "The majority of voters are women. The first of the reports was short.",
        "The results page is long; the report a council ordered was lost. The signature bluster that fell.",
        "The man in the photographs is his uncle; the rise in prices hurts.",
        "The teachers at the school want more. The budget plan the council passed is old.",
    ),
)
