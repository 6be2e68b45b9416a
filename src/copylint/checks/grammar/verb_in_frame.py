"""The wrong form of a verb in a frame of small words: “want going”, “time to going”, “worth to see”, “for buy a hat”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._guards import SUBJECTS
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import gerund, nouns, verbs
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_WANT = frozenset("want wants wanted".split())
_WANTED = frozenset("go come leave be have do see get make become buy stay know live tell help take play work talk eat".split())
_LEADING_TO = frozenset(
    "time want wants wanted able decided ready likely unlikely trying tried hope hoped hopes plan plans planned need "
    "needs needed managed agreed refused failed allowed forced expected supposed willing easy difficult hard "
    "important necessary possible impossible hurry how where afraid decide try going ought free happy glad eager keen "
    "reluctant".split()
)
_AHEAD = frozenset("before after without despite".split())
_HARD = frozenset("difficulty difficulties trouble problems".split())
_LINKED = {"thinking": "of", "accused": "of", "suspected": "of", "convicted": "of", "dreams": "of", "dreamed": "of"}
_HOURS = frozenset("hours minutes days weeks months years hour day week month year".split())
_SPENT = frozenset("spend spends spent".split())
_HAVING = frozenset("have has had having no some great any little much".split())
_BUYING = frozenset(
    "buy get see make give eat do find learn become go know keep improve avoid reduce protect cook read".split()
)
_OBJECTS = frozenset("a an his her their its my our it him them us me some more".split())
_IS = frozenset("is was are were be isn't not".split())
_GOT = frozenset("got get gets getting became become".split())
_NOUNS_IN_ING = frozenset("meeting being building training boarding parking planning".split())
_SURE = frozenset(
    "go do get see say take give know become tell choose eat write bring sell speak be buy sleep work find".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each verb in a form that its frame doesn't take, with the form that it does."""
    line = Line(document)
    for number in line.places(_WANT):
        base = verbs().gerunds.get(line.after(number), "")
        if base in _WANTED and line.before(number) in SUBJECTS:
            yield line.mend(number, number + 1, f"to {base}")
    for number in line.places(frozenset(("used",))):
        if line.after(number) == "to" and _is_wont(line, number) and _is_base(line.after(number, 2)):
            yield line.mend(number, number + 2, gerund(line.word(number + 2)))
    for number in line.places(frozenset(("for",))):
        word = line.after(number)
        if word in _BUYING and _is_object(line, number + 2) and line.is_joined(number + 1):
            yield Match(line.span(number, number + 1), (f"to {word}", f"for {gerund(word)}"))
    for number in line.places(frozenset(("to",))):
        yield from _after_to(line, number)


def _after_to(line: Line, number: int) -> Iterator[Match]:
    before, word, known = line.before(number), line.after(number), verbs()
    if before in _LEADING_TO:
        base = known.gerunds.get(word, "")
        if base and word not in _NOUNS_IN_ING and line.before(number, 2) != "from":
            yield line.mend(number, number + 1, base)
    elif before in _AHEAD and line.opens(number - 1) and word in known.bases and gerund(word):
        yield line.mend(number - 1, number + 1, gerund(word), kept=number - 1)
    elif before == "worth":
        is_told = line.before(number, 2) in _IS or _is_object(line, number + 2)
        if word in known.bases and is_told and gerund(word):
            yield line.mend(number - 1, number + 1, gerund(word), kept=number - 1)
    elif (link := _LINKED.get(before, "")) and word in known.bases and _is_linked(line, number) and gerund(word):
        yield line.mend(number - 1, number + 1, f"{link} {gerund(word)}", kept=number - 1)
    elif _takes_gerund(line, number, before, word) and gerund(word):
        yield line.mend(number - 1, number + 1, gerund(word), kept=number - 1)


def _is_linked(line: Line, number: int) -> bool:
    """Whether the word before “to” is a verb of somebody: she is thinking to, he dreams to, they are accused to."""
    is_done = line.before(number) in ("accused", "suspected", "convicted", "thinking")
    return line.before(number, 2) in (_IS | {"been", "being", "am"} if is_done else SUBJECTS)


def _takes_gerund(line: Line, number: int, before: str, word: str) -> bool:
    """Whether what stands before “to” goes with an -ing form: trouble, is busy, it is no use, do you mind, spent two hours."""
    earlier = line.before(number, 2)
    if before in _HARD:
        return earlier in _HAVING and _is_base(word)
    if word not in verbs().bases:
        return False
    if before in _HOURS:
        return any(line.before(number, steps) in _SPENT for steps in (2, 3, 4))
    is_busy = before == "busy" and earlier in _IS
    return is_busy or (before == "use" and earlier == "no") or (before == "mind" and earlier in ("you", "not", "don't"))


def _is_wont(line: Line, number: int) -> bool:
    """Whether somebody is used to something: he is used, they got used."""
    be = line.before(number)
    return be in _GOT or (be in ("am", "is", "are", "was", "were") and line.before(number, 2) in ("he", "she", "we", "i"))


def _is_object(line: Line, number: int) -> bool:
    """Whether a word opens what a verb acts on."""
    word, known = line.word(number), nouns()
    return word in _OBJECTS or word in known.mass or (word in known.plurals and word not in known.singulars)


def _is_base(word: str) -> bool:
    return word in _SURE or word in verbs().only


RULE = Rule(
    code="GRM168",
    name="verb-in-frame",
    summary="“want going”, “time to going”, “worth to see”, “for buy a hat”: a verb in a form that its frame doesn't take.",
    rationale="Each frame has its own form of the verb; the wrong one trips the reader.",
    message="“{text}”: write “{replacement}”.",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    triggers=frozenset({"want", "wants", "wanted", "to", "for"}),
    check=check,
    bad=(
        "They {want going => want to go} home. It is time {to going => to go}.",
        "He went {for buy => to buy} a hat. He is {used to get => used to getting} up early.",
        "He was {accused to steal => accused of stealing}. She is {busy to cook => busy cooking}.",
        "{Before to leave => Before leaving}, he ate.",
        "It is {worth to see => worth seeing} her. She has {trouble to sleep => trouble sleeping}.",
    ),
    good=(
        "The wall wants painting. He used to get up; it is used to get votes; a man worth to the town.",
        "From time to turning point; a reason for buy-outs; trouble to spare.",
        "“They want going home,” he said.",
    ),
)
