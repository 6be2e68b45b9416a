"""A base form or a past tense after a form of “be”: “was build”, “is base on”, “was wrote”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._guards import HOMOGRAPHS, past_adverbs
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import adjectives, gerund, nouns, verbs
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
_DO = frozenset("do does did done doing all only thing things step way what".split())
_ASIDE = HOMOGRAPHS - {"saw"} | {"broke", "rang", "sank", "span", "forgot", "beat"}
_ALSO = frozenset(
    "build take give know see write eat choose send sell teach seek hear tell speak make hold lose go say bring catch".split()
)
_NOUNS_TOLD = frozenset(
    "host guest head captain chair heir key home fun work play love hate war fire water luck rain snow hell heaven "
    "fact part cause reason subject party witness proof chief boss master judge coach guard king queen doctor nurse "
    "victim model partner pilot advocate mentor father mother second level square present patient double sport share "
    "test return rest practice record back out in on off over up down even live like near well close open clear dry "
    "cool calm total average standard base front fine sound fit set split cut hit hurt shut cast read beat burst "
    "spread bid let put rife due light weird order target need help support hope use stop call change play show "
    "control rule lead plan start run stay wait gold game track course time board stage air hand sale duty leave "
    "strike line trial schedule cover budget fault command watch display film tape paper call hold point topic "
    "message balance parole bail black white brown yellow blue red green grey gray pink purple silver stable pressure "
    "champion desert zero minor flat stone concrete steel brick glass iron wax ice net content savage sheer sour "
    "alien single triple novice ally author rival rebel convict suspect addict intern volunteer soldier minister "
    "engineer referee scout usher widow clerk cook spy slave deputy toast prey best junk salt rust "
    "forest jungle swamp pasture bog marsh".split()
)
"""Nouns and adjectives that tell what something was, with no article before them, and verbs as well."""
_POINTS = frozenset("end time start age turn middle way year law beginning finish close thousand million nature".split())
_TOLD = frozenset(
    "aim goal task problem fear answer crime charge danger alternative offence offense cause reason result verdict purpose "
    "idea plan policy theme topic issue question threat risk remedy solution penalty reaction motive method means".split()
)
"""What is told by a noun after “was”, with no article: the charge was assault by beating."""
_PERSONS = frozenset("he she they we i".split())
_GIVERS = frozenset("a an the his her their its our my two three four five six some several many".split())
_NO_PASSIVE = frozenset(
    "happen occur agree belong exist appear seem arrive remain disappear consist depend depart emerge persist".split()
)
_TIES = {
    "kill": ("in", "by", "at", "when", "on", "during"),
    "injure": ("in", "by", "at", "when"),
    "hire": ("by", "to"),
    "own": ("by",),
    "call": ("by", "a", "an"),
    "report": ("by", "to"),
    "paint": ("by",),
    "offer": ("a", "by"),
    "dump": ("in", "on"),
    "open": ("by",),
    "close": ("by",),
    "stop": ("by",),
    "run": ("by",),
    "base": ("on", "upon", "in"),
    "force": ("to", "out", "into"),
    "suppose": ("to",),
    "face": ("with",),
    "name": ("after", "as", "for"),
    "charge": ("with",),
    "cause": ("by",),
    "attack": ("by",),
    "use": ("to", "as"),
    "order": ("to", "by"),
    "design": ("to", "by"),
    "arrest": ("by", "on", "for", "in", "after"),
    "murder": ("by",),
    "damage": ("by",),
    "surprise": ("by", "to"),
    "need": ("to",),
    "plan": ("to", "for"),
    "schedule": ("to", "for"),
    "release": ("from", "by", "on", "in"),
    "support": ("by",),
    "control": ("by",),
    "cover": ("by", "with", "in"),
    "fund": ("by",),
    "lock": ("in", "up", "out"),
    "move": ("to", "from"),
    "place": ("in", "on", "under"),
    "rank": ("as", "among"),
    "sentence": ("to",),
    "transfer": ("to",),
    "trap": ("in", "under"),
    "finish": ("by", "in"),
    "aim": ("at",),
    "dress": ("in", "as"),
    "fill": ("with",),
    "link": ("to", "with"),
    "interest": ("in",),
    "concern": ("about", "that"),
}


def check(document: Document) -> Iterator[Match]:
    """Each form that can't follow a form of “be”, with what may be meant."""
    line = Line(document)
    for number in line.places(_BE):
        verb = past_adverbs(line, number)
        if line.word(number) == "be" and line.before(number) == "that":
            continue  # the powers that be
        if not verb or not line.is_small(verb) or not line.is_small(number):
            continue
        base, right = _meant(line, number, verb)
        if right and not _is_other(line, number):
            be = line.text(number, verb - 1)
            simple = verbs().past[base] if line.word(number) in ("was", "were") else ""
            rights = (simple or f"{be} {gerund(base)}",) if base in _NO_PASSIVE else (f"{be} {right}", f"{be} {gerund(base)}")
            yield Match(line.span(number, verb), tuple(each for each in rights if each.strip() and not each.endswith(" ")))


def _meant(line: Line, be: int, verb: int) -> tuple[str, str]:
    """The base and the participle of a word that can't stand after “be”, or two empty strings."""
    known, word = verbs(), line.word(verb)
    if line.word(be - 1) in _TOLD and (word in nouns().singulars or word in nouns().mass) and word not in _ALSO:
        return "", ""  # the aim was control by the state
    if word in known.past:
        is_going_on = line.word(be) == "being" and line.before(be) in _BE and line.after(verb) != "to"
        is_tied = is_going_on or (
            line.after(verb) in _TIES.get(word, ()) and line.before(be) not in ("it", "this", "that", "there")
        )
        right = known.participle[word]
        is_tied = is_tied or _is_bare_noun(line, be, verb)
        return (word, right) if right != word and (is_tied or word in known.only or word in _ALSO) else ("", "")
    base = known.pasts.get(word, "")
    if base and word not in known.participles and word not in _ASIDE and base != "be":
        return base, known.participle[base]
    return "", ""


def _is_bare_noun(line: Line, be: int, verb: int) -> bool:
    """Whether a word that is a noun for one thing as well stands after “was” where no noun can: was construct in 1890."""
    word, known = line.word(verb), adjectives()
    if verb != be + 1 or line.word(be) not in ("was", "were", "been") or word in nouns().mass or word in nouns().group:
        return False
    if word in _NOUNS_TOLD or word in known["adverbial"] or word in known["other"] or word in verbs().participles:
        return False
    if line.before(be) in ("there", "it", "this", "that", "which", "what"):
        return False
    return _is_done_by(line, verb) or _is_done_on(line, be, verb)


def _is_done_by(line: Line, verb: int) -> bool:
    """Whether somebody who did it stands after a word, or the year in which it was done."""
    after, giver = line.after(verb), line.after(verb, 2)
    if after == "in":
        return giver[:1].isdigit()
    is_giver = giver in _GIVERS or giver in nouns().plurals or line.written(verb + 2)[:1].isupper()
    return after == "by" and is_giver and line.after(verb, 3) not in _POINTS


def _is_done_on(line: Line, be: int, verb: int) -> bool:
    """Whether a noun for one thing ends what is told of somebody, or of several: he was arrest, the roads were block."""
    is_end = line.after(verb) == "on" or line.word(verb + 1) == "."
    is_several = line.word(be) == "were" and line.before(be) in nouns().plurals
    return is_end and line.word(verb) in nouns().singulars and (is_several or line.before(be) in _PERSONS)


def _is_other(line: Line, be: int) -> bool:
    """Whether “be” has an infinitive after it (all he did was ask), or ends its own clause (who he was became)."""
    before = [word for _, word in zip(range(10), line.clause(be), strict=False)]
    return any(word in _DO for word in before) or any(word in ("who", "what", "how", "where", "whoever") for word in before[:4])


RULE = Rule(
    code="GRM131",
    name="form-after-be",
    summary="“was build”, “is base on”, “was wrote”: a base form or a past tense after “be”.",
    rationale="The participle is missing, and the reader has to guess who did what.",
    message="“{text}”: write “{replacement}”?",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    triggers=frozenset({"is", "are", "was", "were", "be"}),
    check=check,
    bad=(
        "The bridge is {being repair => being repaired} at the moment.",
        "It {was build => was built} in 1990. The church {was construct => was constructed} in 1890.",
        "The film {is base => is based} on a novel.",
        "The letter {was wrote => was written} in haste. They {were force => were forced} to leave.",
        "He {was arrest => was arrested} on Monday.",
        "The crash {was happen => happened} at noon. She {was also ask => was also asked} to go.",
    ),
    good=(
        "It was built in 1990, and its base is base metal.",
        "All he did was ask; what she does is build boats.",
        "Who he was became clear. They were broke, and the aim is use by all.",
        "“It was build in 1990,” he said.",
        "There is use in it; it was support by word of mouth. The charge was murder, and the topic was reform.",
        "His goal was control by the state, and the problem was abuse by priests.",
        "The land was desert by then, the limit was zero in 1990, and the results were a surprise by the end.",
        "The company was set to be put on sale. The powers that be seem calm.",
    ),
)
