"""A past tense or a base form where the participle belongs: “has went”, “have decide”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._guards import HOMOGRAPHS, SUBJECTS, past_adverbs
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_HAVE = frozenset("has have had hasn't haven't hadn't having".split())
_OPENERS = frozenset(
    "everything all what whatever anything little nothing money thing things one ones that which who than as those".split()
)
_AFTER = frozenset("up down to into from in a an the on at off apart out missing through him her them it".split())
_MODALS = frozenset("would could should might must may".split())
_ACTED_ON = frozenset("the him her it them his their us me without if".split())
_IRREGULAR = frozenset(
    "be go take give choose forget write eat begin know see get make lose find sell tell send lend bring think teach "
    "speak hear understand spend sing wear seek buy grow steal".split()
)
_DETERMINERS = frozenset("a an the his their its my our".split())
_ARTICLES = _DETERMINERS | frozenset("her him them us me".split())
_GOING = frozenset("make take give write plan try look wait work play do".split())
_TRYING = frozenset(
    "try plan look wait work hope struggle attempt seek prepare fight aim intend strive refuse fail want expect ask "
    "begin continue".split()
)
_BARE = frozenset(
    "cause reason need access control use work hope help faith doubt claim call love lunch dinner say time place "
    "trouble experience support interest respect power room space fear peace contact fun traffic import right rest "
    "return play change travel practice water record light mind care concern regard note question notice cover wind "
    "knock end sort kind type form part means cost read walk ride run start plan cut fall rise split spread put set "
    "let hit hurt cast shut beat breakfast fish wine drink tax stock coffee".split()
)
_ALSO_NOUNS = frozenset("mean feel build train meet hear understand begin end stand set say find save come go live be".split())
_ASIDE = HOMOGRAPHS - {"fell", "wore", "saw"} | {"showed", "beat"}


def check(document: Document) -> Iterator[Match]:
    """Each past tense after a form of “have”, and each base form after “has”, “had” or a pronoun and “have”."""
    line, known = Line(document), verbs()
    for number in line.places(_HAVE):
        verb = past_adverbs(line, number)
        if not verb or not line.is_small(verb):
            continue
        word = line.word(verb)
        base = known.pasts.get(word) or (word if _is_bare(line, number, word) else "")
        right = known.participle.get(base, "")
        if not base and (match := _going(line, number, verb)):
            yield match
        elif right and word not in known.participles and word not in _ASIDE and not _meets_another(line, number, verb):
            yield line.mend(number, verb, right)


def _going(line: Line, have: int, verb: int) -> Match | None:
    """An -ing form between “have” and what it is done to, which wants “been” before it: has planning to expand."""
    base = verbs().gerunds.get(line.word(verb), "")
    if base not in _GOING and (base not in verbs().only or base in _ALSO_NOUNS):
        return None
    if verb > have + 1 or line.word(have) == "having" or _meets_another(line, have, verb):
        return None
    before, after = line.before(have), line.after(verb)
    is_subject = before in SUBJECTS or before in nouns().singulars or before in nouns().plurals or before in nouns().group
    is_to_do = after == "to" and base in _TRYING and line.after(verb, 2) in verbs().bases and is_subject
    is_done = after in _DETERMINERS and before in SUBJECTS and line.opens(have - 1)
    return line.mend(have, verb, f"been {line.word(verb)}") if is_to_do or is_done else None


def _is_bare(line: Line, have: int, word: str) -> bool:
    """Whether a word is a base form that can only be meant for the participle."""
    if line.before(have) in _MODALS and word in verbs().bases and line.after(have, 2) in _ACTED_ON:
        return True
    if word in verbs().bases and word in nouns().singulars and word not in _BARE:
        return line.after(have) == word and line.after(have, 2) in _ARTICLES
    if word not in verbs().only and word not in _IRREGULAR:
        return False
    if word in _IRREGULAR and line.word(have) == "have" and line.after(have, 2) in _ARTICLES:
        return line.before(have) in nouns().singulars or line.before(have) in nouns().plurals
    if line.word(have) in ("has", "had", "hasn't", "hadn't"):
        return word not in ("include", "depend", "remain", "continue", "vary", "differ", "exist", "require")
    return line.before(have) in SUBJECTS and line.opens(have - 1) and word != "remain"


def _meets_another(line: Line, have: int, verb: int) -> bool:
    """Whether “have” may end its clause, and the verb begin another: all they had went up in flames."""
    before = [word for _, word in zip(range(5), line.clause(have), strict=False)]
    if line.after(verb) not in _AFTER and not (verb - have == 1 and line.after(verb).startswith("th")):
        return False
    return any(word in _OPENERS or (word.endswith("s") and word not in ("was", "is", "has", "does")) for word in before[1:])


RULE = Rule(
    code="GRM107",
    name="past-for-participle",
    summary="“has went”, “have decide”: a past tense or a base form where the participle belongs.",
    rationale="Every desk mends it, and readers write in.",
    message="“{text}”: write “{replacement}”.",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    supersedes=("USE150",),
    triggers=frozenset({"has", "have", "had", "having"}),
    check=check,
    bad=(
        "They {have sign => have signed} a petition. The firm {has trying => has been trying} to expand.",
        "The team {have lose => have lost} the game. It would {have pass => have passed} without him.",
        "She {has went => has gone} home.",
        "They {had already ran => had already run} twice.",
        "He {has also gave => has also given} up.",
        "She {has be => has been} ill. They {have decide => have decided} to go. It {had happen => had happened} twice.",
    ),
    good=(
        "She has gone home; they had run twice.",
        "All they had went up in flames, and what he has became a burden.",
        "They had run and came home.",
        "“I've went there,” and “he has went home,” he said.",
        "The few options they have include a loan; they have become rich. He has need of it.",
        "She has rose bushes and bit parts. They have planning permission; the help they have making the film is small.",
        "He has cause the law knows; she has work the next day; they have water the colour of tea.",
        "He has writing to do, and cooking to finish. She has breakfast the English way.",
    ),
)
