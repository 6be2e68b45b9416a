"""A past, an -s or an -ing form right after “will”, “could” and their like, or “to” after “can” and “must”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import thirds
from copylint.checks.grammar._guards import HOMOGRAPHS, SUBJECTS, is_open_ended, is_subject, past_adverbs
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import verbs
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_MODALS = frozenset(
    "will would could can may might must should shall cannot can't won't wouldn't couldn't shouldn't mustn't".split()
)
_SHORT = frozenset("i'll you'll he'll she'll it'll we'll they'll who'll".split())
_NOUNS = frozenset("will can may might must".split())
_DETERMINERS = frozenset(
    "the a an his her their its my your our last free good ill of political own iron living public military".split()
)
_BE = frozenset("is are was were am".split())
_BARE_TO = frozenset("will can could must should cannot can't couldn't mustn't shouldn't may might".split())
_PRONOUNS = SUBJECTS | {"who"}


def check(document: Document) -> Iterator[Match]:
    """Each form that can't follow a modal verb, where the modal has its subject before it."""
    line = Line(document)
    for number in line.places(_SHORT):
        verb = past_adverbs(line, number)
        if verb and line.is_small(verb) and (base := _base(line.word(verb))):
            yield Match(line.span(verb, verb), (base,))
    for number in line.places(_MODALS):
        if not line.is_small(number) or not _is_modal(line, number) or is_open_ended(line, number):
            continue
        verb = past_adverbs(line, number)
        if verb and line.is_small(verb) and (rights := _rights(line, number, verb)):
            yield line.mend(number, verb + (line.word(verb) == "to"), *rights, kept=verb - 1)


def _base(word: str) -> str:
    """The base of a past that is nothing else, or nothing."""
    known = verbs()
    return "" if word in known.bases or word in HOMOGRAPHS else known.pasts.get(word) or known.participles.get(word, "")


def _is_modal(line: Line, number: int) -> bool:
    """Whether a word is no noun here: it has a subject, and no determiner, before it."""
    before = line.before(number)
    if not before or before in _DETERMINERS or before.endswith("'s"):
        return False
    if line.word(number) in _NOUNS and line.before(number, 2) in ("a", "an", "his", "her", "its", "my", "of", "own"):
        return before in _PRONOUNS
    return is_subject(line, number - 1)


def _rights(line: Line, modal: int, verb: int) -> tuple[str, ...]:
    """What may be meant after the modal verb, the likeliest first; nothing if all is well."""
    known, word = verbs(), line.word(verb)
    if word == "to":
        is_sure = line.before(modal) in _PRONOUNS and line.opens(modal - 1) and line.word(modal) in _BARE_TO
        base = line.after(verb)
        return (base,) if is_sure and verb == modal + 1 and base in known.bases else ()
    if word in ("been", "gone", "done"):
        return {"been": ("have been", "be"), "gone": ("have gone", "go"), "done": ("do", "be done", "have done")}[word]
    if word in known.bases or (word in HOMOGRAPHS and line.after(verb) in ("a", "an", "the", "its", "on")):
        return ()
    if word in _BE or word in ("has", "had"):
        return (("be" if word in _BE else "have"),) if line.before(modal) in _PRONOUNS and word != "had" else ()
    if base := known.pasts.get(word) or known.participles.get(word, ""):
        done = known.participle[base]
        if base in _NO_OBJECT:
            return (base,)
        return (f"be {done}", base) if line.after(verb) == "by" else (base, f"be {done}")
    if base := thirds().get(word, "") or (known.thirds.get(word, "") if line.before(modal) in _PRONOUNS - {"who"} else ""):
        return (base,)
    base = known.gerunds.get(word, "")
    is_sure = base in known.only or base in ("make", "go", "take", "give", "come", "get", "have", "be", "do", "say")
    return (base, f"be {word}") if is_sure and line.before(modal) in _PRONOUNS | {"to"} else ()


_NO_OBJECT = frozenset(
    "happen remain become go come arrive exist last belong die fall appear seem occur attend result face want".split()
)

RULE = Rule(
    code="GRM108",
    name="past-after-modal",
    summary="A past, an -s or an -ing form right after “will”, “could”, “would” and their like.",
    rationale="A word is missing or an ending too many: “would required”.",
    message="“{text}”: a word is missing or an ending too many. “{replacement}”?",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    triggers=_SHORT | frozenset("will would could can may might must should shall won't".split()),
    check=check,
    bad=(
        "It {would required => would require} a vote.",
        "That {could happened => could happen} again.",
        "He {may been => may have been} ill.",
        "She {can goes => can go} home, and they {will making => will make} tea. He {must to leave => must leave}.",
        "You'll soon {introduced => introduce} it, and they'll {taken => take} the train.",
        "The game {will held => will hold} on Sunday. He {will interrogated => will be interrogated} by police.",
    ),
    good=(
        "You'll put it there; she'll come, and they'll found a school.",
        "It would require a vote, as would killed or wounded men.",
        "The will provided for her; in May taken hostages could, given time, go home.",
        "He goes where he can, provided it rains.",
        "“It would required work,” he said.",
        "They did what they could to help, and as best she can to save it. Military might won the day.",
        "Would interested readers write? The will to live. A tin can used as a cup.",
    ),
)
