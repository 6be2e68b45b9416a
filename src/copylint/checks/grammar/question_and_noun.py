"""A question whose verb and noun disagree: “What is the results of the vote?”, “When does the shops open?”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import CONTENT_WORDS, FOR_ONE, FOR_SEVERAL
from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import closes, is_only_plural, is_singular
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_ASKING = frozenset("what where when why how who much often".split())
_DETERMINERS = frozenset("the these those your his her their our its my".split())
_OF = frozenset("of for behind between with in at on to from open close cost start work go get come live want need".split())
_VERBS = frozenset(FOR_SEVERAL) | frozenset("are were do".split())
_FARTHEST = 25


def check(document: Document) -> Iterator[Match]:
    """Each verb after a question word at the start of a sentence, where the noun after it has the other number."""
    line = Line(document)
    for number in line.places(_ASKING):
        opens = line.opens(number) or (line.word(number) in ("much", "often") and line.before(number) == "how")
        verb = number + 1
        if not opens or not line.is_joined(number) or not line.is_joined(verb) or line.word(verb + 1) not in _DETERMINERS:
            continue
        right = _right(line, verb)
        if right and _is_question(line, verb):
            yield line.mend(number, verb, right)
    for verb in line.places(_VERBS):
        if line.opens(verb) and line.is_joined(verb) and line.word(verb + 1) in _DETERMINERS:
            right = _right(line, verb)
            if right and _is_question(line, verb):
                yield Match(line.span(verb, verb), (right.capitalize(),))


def _right(line: Line, verb: int) -> str:
    """The form of the verb that goes with the noun after it, or nothing."""
    word, noun = line.word(verb), verb + 2
    if not line.is_joined(verb + 1) or not line.is_small(noun):
        return ""
    ends = closes(line, noun) or line.after(noun) in _OF or line.after(noun) in verbs().only | CONTENT_WORDS
    if not ends:
        return ""
    if word in FOR_SEVERAL and is_only_plural(line, noun):
        return FOR_SEVERAL[word]
    is_one = is_singular(line, noun) or (word == "do" and line.word(noun) in nouns().singulars)
    if word in ("are", "were", "do") and is_one and line.word(noun) not in nouns().group:
        is_alone = line.after(noun) not in ("and", "or") and line.word(verb + 1) not in ("these", "those")
        return FOR_ONE[word] if is_alone and line.word(noun + 1) != "," else ""
    return ""


def _is_question(line: Line, place: int) -> bool:
    """Whether the sentence ends with a question mark, and joins no second noun."""
    for each in range(place, place + _FARTHEST):
        if line.word(each) in STOPS or not line.word(each):
            return line.word(each) == "?"
        if line.word(each) == "and":
            return False
    return False


RULE = Rule(
    code="GRM157",
    name="question-and-noun",
    summary="“What is the results?”, “When does the shops open?”: the verb and the noun of a question disagree.",
    rationale="In a question the verb comes first, and has to agree with what follows.",
    message="“{text}”: the noun that follows wants “{replacement}”.",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=frozenset({"?"}),
    check=check,
    bad=(
        "{What is => What are} the results of the vote? {When does => When do} the shops open?",
        "{Is => Are} the roads open? {Do => Does} the minister know?",
        "How {much does => much do} the tickets cost? {Where are => Where is} the minister?",
    ),
    good=(
        "What are the results of the vote? When does the sports club open?",
        "What is the news? Where are the minister and his wife? What is the lawmakers' plan?",
        "“What is the results of the vote?” he asked.",
        "What is the best of its results? When is the arms fair? Is the roads budget spent? Do the minister and his wife know?",
    ),
)
