"""The wrong form of a verb after another verb or a preposition: “want go”, “let him to go”, “without say”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._guards import SUBJECTS
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import gerund, nouns, verbs
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_TO = frozenset(
    "want wants wanted decided decides refused refuses managed manages tried tries attempted intends intended hopes "
    "hoped plans planned agreed agrees failed fails forced allowed supposed willing unwilling reluctant eager keen "
    "afford chose obliged entitled determined going ought invited encouraged persuaded permitted threatens threatened "
    "vowed pledged promised".split()
)
_NOUNS = frozenset("plans hopes invited promised forced agreed planned going want wants wanted tried".split())
_TO_SOMEBODY = frozenset(
    "asked asks ask told tells want wants wanted allowed allow allows forced force forces enabled enables enable "
    "encouraged encourages persuaded persuades ordered orders invited invites permitted expects expected urged urges "
    "warned advised convinced taught".split()
)
_BARE = frozenset("let lets letting make makes made making".split())
_HELPING = frozenset("let lets letting help helps helped make makes made".split())
_SOMEBODY = frozenset("him them us me".split())
_PEOPLE = frozenset("him me us her them people".split())
_GERUND = frozenset(
    "avoid avoids avoided avoiding enjoy enjoys enjoyed enjoying finish finishes finished dislike dislikes disliked "
    "considering finishing delayed resist resisted risk risks risked postpone postponed practise practised "
    "admit admits admitted deny denies denied suggest suggests suggested keep keeps kept".split()
)
_INFINITIVE = frozenset(
    "decided hoped refused agreed managed promised pledged vowed decide decides hope hopes refuse refuses promise "
    "promises".split()
)
_ARTICLES = frozenset("the his her their its our my".split())
_AFTER_NOUN = frozenset("refused decided hoped managed refuse decide hope manage refuses decides hopes manages".split())
_PREPOSITIONS = frozenset("of by for without from in at about despite after before".split())
_ASIDE = frozenset(
    "include depend remain vary differ become continue consist appear be ensure upon come further regard concern "
    "pending fail including regarding concerning according following depending pending barring excluding considering "
    "involving resulting".split()
)
_COMMON = frozenset(
    "leave stay wait stop help work play answer return visit move start sit stand sleep talk walk drive fight vote "
    "join pay call look study cook dance fly open close show turn watch wash travel rest report finish lock sign use "
    "change clean".split()
)
_OBJECTS = frozenset("the a an his her their its my our it him them us me home early outside here there".split())
_SURE = frozenset("go do get see say take give know become tell choose eat write bring seek send sell speak be buy".split())
_CERTAIN = _SURE | _COMMON
_ALSO_NOUNS = frozenset("say take buy go give see do eat get be know".split())


def check(document: Document) -> Iterator[Match]:
    """Each verb in a form that the word before it doesn't take, with the form that it does."""
    line = Line(document)
    yield from _after_verb_or_preposition(line)
    for number in line.places(_BARE):
        if line.after(number) in _PEOPLE and line.after(number, 2) == "to" and line.after(number, 3) in verbs().bases:
            yield line.mend(number, number + 3, line.written(number + 3), kept=number + 1)
    for number in line.places(_HELPING):
        base = verbs().gerunds.get(line.after(number, 2), "")
        if line.after(number) in _SOMEBODY and (
            base in verbs().only or base in _SURE or base in ("find", "build", "start", "move")
        ):
            yield line.mend(number, number + 2, base, kept=number + 1)
    for number in line.places(_GERUND):
        is_sure = _takes_gerund(line, number) and line.after(number, 2) in verbs().bases
        if line.after(number) == "to" and (is_sure or _is_base(line, number + 2, 2)):
            yield line.mend(number, number + 2, gerund(line.word(number + 2)), kept=number)
    for number in line.places(_INFINITIVE):
        base = verbs().gerunds.get(line.after(number), "")
        if (base in _CERTAIN or base in verbs().only) and line.word(number + 1) not in _ASIDE and _has_person(line, number):
            yield line.mend(number, number + 1, f"to {base}")


def _after_verb_or_preposition(line: Line) -> Iterator[Match]:
    """The base forms that lack a “to”, or stand for an -ing form."""
    for verb in line.places(verbs().only | _SURE):
        before = line.before(verb)
        if before in _PREPOSITIONS and _is_after_preposition(line, verb - 1):
            yield line.mend(verb - 1, verb, gerund(line.word(verb)))
        elif before in _TO or before in _SOMEBODY:
            yield from _without_to(line, verb)
    for verb in line.places(_COMMON):
        is_led = line.before(verb) in _TO - _NOUNS or (line.before(verb) in _SOMEBODY and line.before(verb, 2) in _TO_SOMEBODY)
        if is_led and (line.after(verb) in _OBJECTS or line.word(verb + 1) in (".", ",")):
            yield from _without_to(line, verb)
        elif line.before(verb) == "without" and line.after(verb) in _OBJECTS - {"the", "here", "there"}:
            yield line.mend(verb - 1, verb, gerund(line.word(verb)))


def _takes_gerund(line: Line, number: int) -> bool:
    """Whether a verb that takes an -ing form has a person before it, and after “to” what can only be an infinitive."""
    if line.word(number)[:3] in ("avo", "enj", "dis", "con", "ima", "res"):
        return True
    is_led = line.before(number) in SUBJECTS | {"not", "also"} and line.word(number)[:2] != "su"
    return is_led and (line.after(number, 3) in _OBJECTS or line.word(number + 2) == "have")


def _without_to(line: Line, verb: int) -> Iterator[Match]:
    """The slip of a left-out “to” right after a verb, or after the verb and a pronoun."""
    if not line.is_small(verb) or line.word(verb) in _ASIDE - {"be"}:
        return
    if line.word(verb - 1) in _TO and _is_verb(line, verb - 1):
        yield line.mend(verb - 1, verb, f"to {line.written(verb)}")
    elif line.word(verb - 1) in _SOMEBODY and line.before(verb, 2) in _TO_SOMEBODY:
        yield line.mend(verb - 2, verb, f"to {line.written(verb)}")


def _is_base(line: Line, verb: int, steps: int) -> bool:
    """Whether a word, so many steps on in one run of copy, is a base form that is nothing else."""
    word = line.word(verb)
    is_sure = word in verbs().only or word in _SURE
    return is_sure and word not in _ASIDE - {"be"} and line.is_small(verb) and line.before(verb, steps) != ""


def _is_verb(line: Line, number: int) -> bool:
    """Whether a word such as “plans” isn't a noun, nor the end of a clause: all they wanted, say friends, was rest."""
    before = line.before(number)
    return (
        before not in ("the", "a", "his", "her", "their", "its", "no", "of", "as", "so")
        and before != ""
        and (
            line.word(number + 1) not in ("say", "see", "know", "do", "seek", "tell")
            or before in ("to", "not", "he", "she", "they", "we")
        )
    )


def _has_person(line: Line, number: int) -> bool:
    before = line.before(number)
    is_noun = before in nouns().singulars and line.before(number, 2) in _ARTICLES and line.word(number) in _AFTER_NOUN
    return before in SUBJECTS | {"has", "had", "have", "who", "also"} or is_noun


def _is_after_preposition(line: Line, number: int) -> bool:
    word = line.word(number + 1)
    if not line.is_small(number + 1) or word in _ASIDE or line.before(number) in ("to", "or", "and", "how", "all", "put"):
        return False
    is_sure = word in verbs().only or (word in _SURE and word not in _ALSO_NOUNS)
    if line.word(number) == "without":
        return word in verbs().only or word in _SURE
    return is_sure and line.after(number + 1) not in ("and", "or", "to") and line.is_joined(number + 1)


RULE = Rule(
    code="GRM140",
    name="verb-after-verb",
    summary="“want go”, “let him to go”, “without say”: a verb in a form that the word before doesn't take.",
    rationale="Each verb has its own way to join the next; the wrong one trips the reader.",
    message="“{text}”: write “{replacement}”.",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=check,
    bad=(
        "They {want go => want to go} home.",
        "They {let him to stay => let him stay}; it {made them to decide => made them decide}.",
        "They {helped him finding => helped him find} it.",
        "She {avoided to answer => avoided answering}, and left {without say => without saying} a word.",
        "He {decided going => decided to go} home. The firm is fond {of create => of creating} debts.",
    ),
    good=(
        "They want to go home; they let him stay and made him go.",
        "All they wanted was made to order. It was by far, without pay, in need of repair.",
        "She avoided answering; he decided, going home, to stop.",
        "“They want go home,” he said.",
        "The plans include a pool; those he wanted remain. Made for each other.",
        "The group he asked includes them. It is one way of life.",
    ),
)
