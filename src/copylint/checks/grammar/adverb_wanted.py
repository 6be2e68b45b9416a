"""An adjective where an adverb belongs, whatever the verb: “spoke very polite”, “can easy find”, “was sudden stopped”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import CONTENT_WORDS
from copylint.checks.grammar._forms import adverb
from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.grammar._lists import adjectives, nouns, verbs
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_MANNER = frozenset(
    "quick rapid slow careful careless polite impolite rude beautiful bad terrible horrible excellent perfect proper "
    "improper correct incorrect different similar quiet aggressive efficient inefficient effective successful "
    "unsuccessful regular frequent immediate constant continuous exact fluent dramatic significant considerable "
    "drastic gradual steady serious strange brave calm generous honest dishonest responsible irresponsible "
    "professional nervous dangerous reckless smooth brilliant brief patient impatient suspicious simultaneous "
    "separate automatic sudden surprising unexpected illegal legal voluntary deliberate intentional accidental "
    "thorough specific intense poor adequate sufficient heavy violent elegant graceful accurate inaccurate precise "
    "repeated consistent persistent peaceful secret anonymous formal informal appropriate inappropriate normal angry "
    "happy anxious cautious confident enthusiastic energetic vigorous clear decisive eager fierce harsh intelligent "
    "lazy logical natural passionate selfish sensible sincere swift systematic easy equal tremendous unfair urgent "
    "wonderful perpetual permanent temporary partial complete extreme nice good wise fantastic".split()
)
_STATES = frozenset("happy angry anxious nervous confident calm clear poor natural secret complete permanent temporary".split())
"""What somebody may be while doing something else, so that it is right after some verbs: she left happy."""
_FLAT = frozenset("hard late high low deep loud wide tight close clear direct right wrong sharp clean real sure".split())
_LINKING = frozenset(
    "be look feel seem sound taste smell appear become get grow stay remain keep turn go come fall prove run stand "
    "sit lie hold make find consider leave render call deem think die live arrive return ring sell shine loom buy "
    "rest work declare believe rate judge regard assume presume report confirm bear play rule run wax act pronounce "
    "label brand term certify count start end begin finish emerge show want need like prefer set let have do see view "
    "imagine suppose allege know say hold plead marry swear blow break burn freeze slam swing fly wear paint cut "
    "sleep wake survive enter dream walk dress pass drop last serve nail cast travel lay lead head name create take "
    "rest breathe sleep come include offer mean close open follow continue perceive measure dub elect title prefer "
    "total cost".split()
)
_SPEAKING = frozenset("act do work play walk sleep travel serve dress".split())
"""Verbs that link to some adjectives only (act strange), yet not to the likes of “careful”."""
_ACTED = frozenset("brave calm strange nice good violent poor dishonest normal innocent clear generous".split())
_PAIRS = frozenset((("take", "serious"), ("treat", "equal"), ("treat", "fair"), ("act", "normal")))
_WITH_MORE = frozenset("similar important different responsible adequate happy angry good nice".split())
"""Adjectives that “to” and “with” may belong to."""
_DEGREES = frozenset("very so too more quite really extremely less pretty rather most incredibly fairly".split())
_CLOSERS = frozenset(
    "in at enough through to with when because after before during since last this every but while if although until".split()
)
_LEADING_IN = frozenset(
    "sudden unfortunate fortunate final eventual usual recent obvious immediate actual additional surprising".split()
)
_BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had hasn't haven't hadn't".split())
_MODALS = frozenset(
    "can could will would may might must should cannot can't couldn't won't wouldn't shouldn't didn't doesn't don't to".split()
)
_PERSONS = frozenset("he she they we i".split())
_NOT_DONE = frozenset(
    "based compared given provided followed said put known considered led born related made set done left combined "
    "coupled seen looking owned faced meant thought unless called bred used caused dressed aged sized minded shown".split()
)
_AFTER_DONE = frozenset(
    "by in at on to with from for as when during after before because until and near behind outside inside into over "
    "across under . , ;".split()
)
_DETERMINERS = frozenset("the a an his her their its our my this that it him them".split())
_HANDLED = frozenset(
    "speak drive explain answer treat handle solve perform complete sing dance write read learn understand describe "
    "watch check examine clean wash cook define analyze analyse pronounce drink eat sing spend".split()
)
_THING = frozenset("it him her them us me himself herself themselves".split())
_EXTREMES = frozenset(
    "extreme complete total absolute incredible remarkable relative exceptional unusual surprising unbelievable "
    "terrible".split()
)
_BY_HOW_MUCH = frozenset("significant considerable substantial slight noticeable dramatic relative marked".split())
_COMPARED = frozenset(
    "lower higher larger smaller bigger greater faster slower better worse easier harder cheaper older younger longer "
    "shorter stronger weaker richer poorer more less fewer closer safer healthier happier".split()
)
_ENDING = frozenset("something anything nothing".split())
_REAL = frozenset("important difficult interesting beautiful dangerous expensive happy sad angry tired excited".split())


def check(document: Document) -> Iterator[Match]:
    """Each adjective in a frame where only an adverb can stand, with the adverb."""
    line, known = Line(document), adjectives()
    for number in line.places(known["adverbial"]):
        if not line.is_small(number) or not line.is_joined(number - 1):
            continue
        before = line.word(number - 1)
        is_slip = (
            _is_before_verb(line, number, before)
            if line.is_joined(number)
            else line.word(number + 1) in STOPS and _is_after_verb(line, number)
        )
        if is_slip or (_closes(line, number) and _is_after_verb(line, number)):
            yield line.mend(number - 1, number, adverb(line.word(number)))
    for number in line.places(_LEADING_IN):
        if line.opens(number) and line.after(number) in _PERSONS | {"it", "the", "there"}:
            yield Match(line.span(number, number), (f"{adverb(line.word(number)).capitalize()}",))


def _closes(line: Line, number: int) -> bool:
    """Whether a small word that opens a phrase or clause stands right after an adjective, and no second adjective follows."""
    after = line.after(number)
    if after == "as":
        return line.before(number) == "as"
    if after in ("and", "but"):
        return line.after(number, 2) in _PERSONS | {"it", "the"}
    return after in _CLOSERS and not (after in ("to", "with") and line.word(number) in _WITH_MORE)


def _is_before_verb(line: Line, number: int, before: str) -> bool:
    """Whether an adjective stands between a small word and the verb that belongs to it, or before another adjective."""
    word, after, known = line.word(number), line.word(number + 1), verbs()
    if word in _FLAT:
        return word == "real" and before in _BE | {"a"} and after in _REAL and line.is_small(number + 1)
    if before not in _ENDING and after in _COMPARED and word in _BY_HOW_MUCH:
        return True
    if word in _EXTREMES and before in _BE | {"an"} and _is_adjective(after):
        return line.word(number + 2) in _AFTER_DONE or before == "an"
    if before in _PERSONS:
        return after in known.pasts and after not in known.bases
    if before in _BE or before in _HAVE:
        is_done = after in known.participles and after not in known.bases and after not in _NOT_DONE
        is_followed = line.word(number + 2) in (_AFTER_DONE if before in _BE else _AFTER_DONE | _DETERMINERS)
        return is_done and is_followed and not _is_adjective(after) and not word.endswith("ed")
    if before in _MODALS:
        is_base = after in known.only or after in CONTENT_WORDS or after in ("be", "find", "get")
        return is_base and not line.opens(number - 1) and not _is_adjective(after)
    return False


def _is_adjective(word: str) -> bool:
    return word in adjectives()["adverbial"] or word in adjectives()["other"]


def _is_after_verb(line: Line, number: int) -> bool:
    """Whether an adjective tells how something is done: right after a verb, or after what it is done to."""
    word, last = line.word(number), number - 1
    if word not in _MANNER:
        return False
    if line.word(last) in _DEGREES or (line.word(last) == "as" and line.after(number) == "as"):
        last -= 1
        if not line.is_joined(last):
            return False
    base = _doing(line, last)
    if base:
        is_link = base in _LINKING and not (base in _SPEAKING and word not in _ACTED)
        return (base, word) in _PAIRS or (not is_link and (word not in _STATES or base in _HANDLED))
    return _is_after_object(line, last, word) and (word not in _STATES or word == "clear")


def _is_after_object(line: Line, last: int, word: str) -> bool:
    """Whether a thing that somebody does something to ends here: the job, English, them."""
    if line.word(last) in _THING:
        verb = last - 1
    elif line.word(last - 1) in ("the", "his", "her", "their", "its", "my", "our", "this"):
        verb = last - 2
    else:
        return False
    base = _doing(line, verb) if line.is_joined(last - 1) and line.is_joined(verb) else ""
    return base in _HANDLED or (base, word) in _PAIRS


def _doing(line: Line, place: int) -> str:
    """The base of a verb that is no noun here, or nothing."""
    word, before, known = line.word(place), line.before(place), verbs()
    if not line.is_small(place):
        return ""
    if base := known.pasts.get(word):
        return base if word not in known.bases or before in _PERSONS else ""
    if base := known.gerunds.get(word):
        return base if before in _BE or before in ("by", "without", "started", "began", "keep", "kept", "stop") else ""
    if base := known.thirds.get(word):
        is_sure = base in known.only or base in CONTENT_WORDS or before in _PERSONS | {"it", "who", "which"}
        return base if is_sure else ""
    is_led = before in _MODALS or before in ("they", "we", "i", "you", "not")
    is_base = word in known.bases and (is_led or (word in known.only and before in nouns().plurals))
    return word if is_base else ""


RULE = Rule(
    code="GRM170",
    name="adverb-wanted",
    summary="“spoke very polite”, “can easy find”, “was sudden stopped”: an adjective where an adverb belongs.",
    rationale="Two letters are missing, and the reader looks for a noun.",
    message="“{text}”: how it is done takes an adverb: “{replacement}”.",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    supersedes=("GRM139",),
    bad=(
        "The guide spoke {very polite => very politely} to them. He {acted different => acted differently} this time.",
        "You {can easy => can easily} find it. The car {was sudden => was suddenly} stopped by police.",
        "It is {an extreme => an extremely} difficult task. {They immediate => They immediately} called for help.",
        "The firm {has successful => has successfully} completed the work. He explained the {rules bad => rules badly}.",
        "{Sudden => Suddenly} the lights went out. It {is significant => is significantly} cheaper.",
    ),
    good=(
        "The guide spoke politely; they died poor, arrived hungry and left happy.",
        "He was considered dangerous, and the rules were made clear. They play safe.",
        "“He spoke very polite,” she said.",
        "It is clear given the facts. Natural born leaders; a real political crisis; the extreme right.",
        "They bought different, better shoes. She has serious wounds. The act is illegal in Spain.",
        "The price is low compared with last year. He has limited means.",
    ),
)
