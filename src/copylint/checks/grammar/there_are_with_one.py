"""“There are” with one thing after it, “there is” with several: “there are a problem”, “there was no survivors”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL
from copylint.checks.grammar._guards import past_adverbs
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns
from copylint.checks.grammar._number import NUMBERS, closes, is_only_plural
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_SEVERAL = NUMBERS | frozenset("no some any other few fewer more these those such also not".split())
_QUANTITIES = frozenset("good great further wide whole large small growing huge handful vast record".split())
_LIKE_SEVERAL = frozenset("staff police crew aircraft fish deer sheep data media offspring".split())
_FAR = 7


def check(document: Document) -> Iterator[Match]:
    """Each “there is” or “there are” right before one noun that closes its phrase and has the other number."""
    line = Line(document)
    for number in line.places(frozenset({"there", "here"})):
        verb = line.after(number)
        before = line.before(number)
        if before in ("is", "was", "are", "were", "what", "who", "which", "people", "over", "out", "up", "down", "get", "got"):
            continue
        if line.word(number) == "here" and not line.opens(number):
            continue
        if verb in FOR_SEVERAL and verb != "does" and _has_several(line, number + 1):
            yield line.mend(number, number + 1, FOR_SEVERAL[verb])
        elif verb in ("are", "were") and _has_one(line, number + 1):
            yield line.mend(number, number + 1, FOR_ONE[verb])
        elif verb == "have" and _has_been_one(line, past_adverbs(line, number + 1)):
            yield line.mend(number, number + 1, "has")


def _has_several(line: Line, verb: int) -> bool:
    noun = verb + 1 if line.after(verb) not in _SEVERAL else verb + 2
    if line.word(verb - 1) == "here" and line.after(verb) == "the":
        noun = verb + 2
    if not all(line.is_joined(place) for place in range(verb, noun)):
        return False
    is_several = is_only_plural(line, noun) or line.word(noun) == "people"
    return is_several and line.is_small(noun) and closes(line, noun) and not _goes_on(line, noun)


def _has_one(line: Line, verb: int) -> bool:
    if line.after(verb) not in ("a", "an"):
        return False
    noun = verb + 2
    if line.is_joined(noun) and line.word(noun) not in nouns().singulars and line.word(noun) not in _QUANTITIES:
        noun += 1
    word, known = line.word(noun), nouns()
    is_one = (
        line.is_joined(noun - 1)
        and word in known.singulars
        and word not in known.group
        and line.word(verb + 2) not in _QUANTITIES
    )
    return is_one and closes(line, noun) and line.after(noun) not in ("of", "and", "or") and not _goes_on(line, noun)


def _has_been_one(line: Line, been: int) -> bool:
    """Whether one thing, or none, stands after “there have been”."""
    if line.word(been) != "been":
        return False
    lead, noun, known = line.after(been), been + 2, nouns()
    if lead in ("a", "an"):
        return _has_one(line, been)
    word = line.word(noun)
    is_mass = word in known.mass
    is_one = is_mass or (word in known.singulars and lead in ("no", "another", "one"))
    is_told = lead in ("no", "another", "one", "much", "little") and line.is_joined(noun - 1) and line.is_small(noun)
    return is_told and is_one and not _is_several(word) and closes(line, noun) and not _goes_on(line, noun)


def _is_several(word: str) -> bool:
    """Whether a word is a plural, or a singular that may be meant for several."""
    return word in nouns().plurals or word in nouns().group or word in _LIKE_SEVERAL


def _goes_on(line: Line, noun: int) -> bool:
    """Whether more things follow: a list, or a second noun after “and”."""
    return any(line.word(place) in ("and", ",", "or", "to") and not line.opens(place) for place in range(noun + 1, noun + _FAR))


RULE = Rule(
    code="GRM142",
    name="there-are-with-one",
    summary="“there are a problem”, “there was no survivors”: the verb and what there is disagree.",
    rationale="The verb agrees with what there is.",
    message="“{text}”: one, or several? “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    triggers=frozenset({"there", "here"}),
    check=check,
    bad=(
        "{There was => There were} no survivors.",
        "{There are => There is} a problem with the plan.",
        "He said {there were => there was} a big fire in the barn.",
        "{There have => There has} been a complaint about it. He said {there have => there has} also been no agreement.",
        "{Here is => Here are} the results of the vote.",
    ),
    good=(
        "There were no survivors; there is a problem with the plan.",
        "There are a few problems, a number of fires and a good many reasons.",
        "There have been a number of fires, a further two deaths and no complaints; there have been a record 20 fires.",
        "There were a fire and a flood. There was bread, eggs and ham.",
        "“There was no survivors,” he said.",
        "There is no sports club; there is politics in it, and there were a hundred.",
    ),
)
