"""A verb in the wrong form that is the only word its sentence can have for a verb: “My brother work in a bank”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import CONTENT_WORDS, FOR_SEVERAL
from copylint.checks.grammar._forms import third
from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import NUMBERS, ODD
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_EITHER = frozenset("the his her my your our their its".split())
_ONE = frozenset("a an this every each another".split())
_SEVERAL = NUMBERS | frozenset("these those many several some all both most".split())
_PEOPLE = frozenset(
    "brother sister father mother son daughter man woman boy girl friend teacher doctor nurse student child wife "
    "husband uncle aunt neighbour neighbor minister president mayor boss king queen cousin grandfather grandmother "
    "dad mum mom driver farmer lawyer player singer actor writer officer soldier worker dog cat girlfriend boyfriend "
    "manager coach engineer pilot customer guest patient train bus plane ferry shop museum".split()
)
_NAMES = frozenset(
    "John Mary Tom Peter Paul Maria Anna David Michael James Robert William Richard Thomas Charles Daniel Matthew "
    "Anthony Mark Steven Andrew Kevin Brian George Edward Jason Ryan Jacob Nicholas Eric Jonathan Stephen Justin Scott "
    "Brandon Benjamin Samuel Patrick Alexander Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Kyle Jennifer "
    "Patricia Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Margaret Sandra Ashley Kimberly Emily Donna "
    "Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Emma Nicole Helen "
    "Samantha Katherine Christine Rachel Carolyn Janet Catherine Ann Anne Jane Alice Lucy Kate Jim Joe Mike Ben Dan Sam "
    "Tim Bob Bill Sue Ali Ahmed Mohammed Fatima Carlos Juan Pedro Luis Hans Pierre Marie Ivan Olga".split()
)
_TO_WORK_ON = frozenset("the a an his her their its my our him them us me it this these those".split())
_PREPOSITIONS = frozenset("in at on for with to from about near as by every".split())
_FINITE = frozenset(
    "is are was were has have had do does did will would can could may might must shall should am isn't aren't wasn't "
    "weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't wouldn't shouldn't cannot let put cut hit "
    "set".split()
)
_OPENERS = frozenset("that because when if while although though whether what how where who which why".split())
_LIKES = {"likes": "like", "lives": "live", "works": "work", "means": "mean", "others": ""}
_JOINING = frozenset("and but or after before since until as than".split())
_SMALL = _OPENERS | _JOINING | _PREPOSITIONS | _FINITE | frozenset("of not".split())
_FEWEST_WORDS = 5


def check(document: Document) -> Iterator[Match]:
    """Each verb right after the noun phrase or first name that opens its sentence, in the form for the other number."""
    line = Line(document)
    for lead in line.places(_EITHER | _ONE | _SEVERAL):
        if line.opens(lead):
            yield from _phrase(line, lead)
    for surface in _NAMES & line.words.index.keys():
        for place in line.words.index[surface]:
            verb = place + 1
            right = _right_for_one(line, verb, is_person=True) if line.opens(place) and line.is_joined(place) else ""
            if right and _is_lone(line, place, verb):
                yield line.mend(place, verb, right)


def _phrase(line: Line, lead: int) -> Iterator[Match]:
    """The slip after a determiner and one noun, with up to two words before it."""
    known = nouns()
    for noun in range(lead + 1, lead + 4):
        word, verb = line.word(noun), noun + 1
        if not line.is_joined(noun - 1) or not line.is_joined(noun) or not line.is_small(noun) or word in _SMALL:
            return
        is_verb = word in verbs().thirds or word in verbs().bases
        if is_verb and (word in verbs().thirds if noun > lead + 1 else line.word(lead) not in _EITHER):
            return  # the divide poses challenges, this poses a threat
        right = ""
        if word in known.plurals and word not in known.singulars and word not in ODD and line.word(lead) not in _ONE:
            right = _right_for_several(line, verb)
        elif word in known.singulars and word not in known.group and line.word(lead) not in _SEVERAL:
            right = _right_for_one(line, verb, is_person=word in _PEOPLE)
        if right and _is_lone(line, lead, verb):
            yield line.mend(noun, verb, right)
        if right or word in known.plurals:
            return


def _right_for_several(line: Line, verb: int) -> str:
    word = line.word(verb)
    if word in _LIKES:
        return _LIKES[word]
    if not line.is_small(verb) or word in ODD or (word in nouns().plurals and line.word(verb - 1) in ("men", "women")):
        return ""
    return verbs().thirds.get(word, "") if word not in FOR_SEVERAL else ""


def _right_for_one(line: Line, verb: int, *, is_person: bool) -> str:
    """The -s form of a base form, if it is hardly a noun here: by itself, or by what stands after it."""
    word, known = line.word(verb), verbs()
    if word not in known.bases or word in known.pasts or word in _FINITE - {"have", "do"} or not line.is_small(verb):
        return ""
    after = line.after(verb)
    is_sure = word in known.only or word in CONTENT_WORDS or word in ("have", "live", "do")
    if (
        is_sure
        or after in _TO_WORK_ON
        or after == "that"
        or (is_person and (after in _PREPOSITIONS or after in ("hard", "well", "very")))
    ):
        return "has" if word == "have" else third(word)
    return ""


def _is_lone(line: Line, first: int, verb: int) -> bool:
    """Whether the rest of the sentence has no verb but in clauses that open after this one, and ends with a stop."""
    is_sure = line.word(verb) in verbs().only or line.word(verb) in CONTENT_WORDS
    openers = finite = 0
    place = verb + 1
    while (word := line.word(place)) and word not in STOPS:
        if line.opens(place) or not (line.is_joined(place - 1) or word == ","):
            return False
        openers += word in _OPENERS or (is_sure and word in _JOINING)
        finite += _may_be_finite(line, verb, place)
        place += 1
    return finite <= openers and word == "." and place - first >= _FEWEST_WORDS


def _may_be_finite(line: Line, verb: int, place: int) -> bool:
    word, before, known, count = line.word(place), line.word(place - 1), verbs(), nouns()
    if word in _FINITE or (word in known.pasts and word not in known.bases):
        return True
    if before == "to" or place == verb + 1:
        return place == verb + 1 and word in known.thirds and word not in count.plurals
    if word in known.thirds:
        return word not in count.plurals or before in count.singulars or before in count.plurals or before in count.mass
    is_after_several = before in count.plurals or before in ("they", "we", "you", "i", "who", "people", "that")
    return word in known.bases and is_after_several


RULE = Rule(
    code="GRM156",
    name="lone-verb",
    summary="“My brother work in a bank”: the only verb of the sentence is in the form for the other number.",
    rationale="One or several: readers stop where the subject and its verb don’t say the same.",
    message="“{text}”: subject and verb disagree. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "My {brother work => brother works} in a bank in Leeds.",
        "The {boys plays => boys play} football after school every day.",
        "The {report show => report shows} that crime fell last year. The {children likes => children like} ice cream.",
        "{Tom have => Tom has} a new car and two dogs. The {train leave => train leaves} at nine every morning.",
    ),
    good=(
        "My brother works in a bank, and the boys play football after school.",
        "The train crash in the north killed two people. The price rise that hit families was small.",
        "The report that the council ordered shows a fall. Tom saw the game on Monday.",
        "“My brother work in a bank in Leeds,” he said.",
        "The company plans to leave the town by May. The women priests of the town of Leeds.",
        "This poses problems for the whole of the town. The gap poses challenges for her.",
        "The book and movie render the town as it was.",
        "The price rise, which came in May, is small.",
        "The student visit to Rome that cost so much is over.",
    ),
)
