"""A past or an -s form after “did not” or “to”: “did not went”, “doesn't likes”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import CONTENT_WORDS, thirds
from copylint.checks.grammar._guards import HOMOGRAPHS, SUBJECTS
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import verbs
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_NEGATED = frozenset("didn't doesn't don't".split())
_DO = frozenset("did does do".split())
_PAST_ANYWAY = frozenset("saw felt wore rose bit".split())
_SAWN = frozenset("on tree trees wood logs through off down".split())
_BETWEEN = frozenset("not ever never even also really actually just only".split())
_TRYING = frozenset(
    "try tries tried trying decide decides decided want wants wanted unable managed hopes refused fails".split()
)
_REPORTED = frozenset(
    "said told heard agreed reported paid made got seemed appeared allowed needed expected wanted found left felt "
    "saw lost".split()
)
_RELATIVES = frozenset("who those that which he she they it than what as we i you".split())
_OBJECTS = frozenset("they he she it to that no the his her their".split())
_WANTING = frozenset(
    "want wants wanted wanting try tries tried trying able unable decide decided decides going need needs needed "
    "refuse refused "
    "refuses fail failed fails hope hoped hopes forced managed manages likely unlikely how attempt attempts "
    "attempted ability chance "
    "opportunity plan plans planned agreed ready willing allowed asked ordered continue continued continues began "
    "started seems seemed "
    "appears appeared supposed required order used chose choose promised threatened tend tends tended expects "
    "expected permission "
    "have has had easy hard difficult impossible".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each past or -s form after a form of “do” and “not” or a pronoun, or after “to” and a verb that asks for it."""
    line = Line(document)
    for number in line.places(_NEGATED | _DO):
        if match := _after_do(line, number):
            yield match
    for number in line.places(frozenset({"to"})):
        base = line.is_joined(number) and (_after_wanting(line, number) or _after_trying(line, number))
        if base:
            yield line.mend(number, number + 1, base)


def _after_wanting(line: Line, to: int) -> str:
    return _base(line, to + 1) if line.before(to) in _WANTING else ""


def _after_trying(line: Line, to: int) -> str:
    """The base of an -ing form that is hardly a noun, after “to” and a verb that no noun follows with “to”, or nothing."""
    base = verbs().gerunds.get(line.word(to + 1), "") if line.before(to) in _TRYING else ""
    is_sure = base in verbs().only or base in CONTENT_WORDS or base in ("leave", "find", "open", "get", "go", "help", "stop")
    return base if is_sure else ""


def _after_do(line: Line, number: int) -> Match | None:
    verb, is_tied = number + 1, line.word(number) in _NEGATED
    if line.word(verb) in SUBJECTS and line.word(number) in _DO:
        is_tied, verb = line.word(number) != "do", verb + 1
    while line.word(verb) in _BETWEEN:
        is_tied = is_tied or line.word(verb) == "not"
        verb += 1
    if not is_tied or not all(line.is_joined(place) for place in range(number, verb)):
        return None
    base = _base(line, verb)
    is_after_clause = line.before(number) in _RELATIVES and not line.opens(number - 1) and line.after(verb) in _OBJECTS
    if not base or (line.word(verb) in _REPORTED and is_after_clause):
        return None
    return line.mend(number, verb, base)


def _base(line: Line, verb: int) -> str:
    """The base of a past or an -s form that is no base itself and no noun, or nothing."""
    word = line.word(verb)
    known = verbs()
    if (
        not line.is_small(verb)
        or (word in known.bases and (word not in _PAST_ANYWAY or line.word(verb - 1) == "to"))
        or (word in HOMOGRAPHS - _PAST_ANYWAY and line.after(verb) in ("a", "the", "an", "its", "on"))
        or (word == "saw" and line.after(verb) in _SAWN)
    ):
        return ""
    if word in ("has", "had", "likes"):
        return {"likes": "like"}.get(word, "have")
    is_negated = line.word(verb - 1) in _NEGATED or line.word(verb - 1) == "not"
    return known.pasts.get(word) or (known.thirds if is_negated else thirds()).get(word, "")


RULE = Rule(
    code="GRM106",
    name="past-after-did-or-to",
    summary="A past or an -s form after “did not”, “does he” or “to”.",
    rationale="Time and person are told once: by “did” or “does”, or not at all after “to”.",
    message="“{text}”: write “{replacement}”.",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    triggers=frozenset({"did", "do", "to "}),
    check=check,
    bad=(
        "She {did not went => did not go} home.",
        "They {didn't knew => didn't know} him.",
        "They {didn't saw => didn't see} it, and decided {to leaving => to leave}. He tried {to took => to take} it.",
        "What {does he wants => does he want}? It {doesn't likes => doesn't like} us. Why {did she left => did she leave}?",
    ),
    good=(
        "She did not go home; he, who did not, went.",
        "They came to wrote-off cars, and the one he spoke to took it.",
        "What it amounted to was less; she lied to made-up people.",
        "“I did not went,” he said.",
        "Those who did not said they would; he does needs tests.",
        "She did not found the club; they did not saw wood. They do not, says Ann Lee, want to.",
    ),
)
