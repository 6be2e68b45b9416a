"""A pronoun and a verb that disagree: “he go”, “they goes”, “everyone are”, “does they”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import FOR_SEVERAL, bases, for_several
from copylint.checks.grammar._line import Line
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_ONE = frozenset("he she it".split())
_BODY = frozenset("everyone everybody nobody someone somebody anyone anybody everything nothing something".split())
_SEVERAL = frozenset("they we".split())
_OTHER = frozenset("i you".split())
_CLAUSE = frozenset("because when while although though whereas but".split())
_ALSO = {"live": "lives", "work": "works", "need": "needs", "have": "has", "do": "does", "try": "tries", "play": "plays"}
_WORD_AFTER = frozenset("in at for with to on from as not a an the".split())
_QUESTION = frozenset("what where when why how who which".split())
_ASKED = {
    "does": frozenset("they we you i".split()),
    "has": frozenset("they we you i".split()),
    "is": frozenset("they we you".split()),
}
_ASKED |= {"was": frozenset("they we you".split()), "do": frozenset("he she".split()), "have": frozenset("he she".split())}
_ASKED |= {"are": frozenset("he she".split())}
_TURNED = FOR_SEVERAL | {"do": "does", "have": "has", "are": "is"}


def check(document: Document) -> Iterator[Match]:
    """Each pronoun that opens a clause before a verb in the wrong form, and each question that opens so."""
    line = Line(document)
    for number in line.places(_ONE | _BODY | _SEVERAL | _OTHER):
        if line.is_joined(number) and line.is_small(number + 1) and (right := _right(line, number)):
            yield line.mend(number, number + 1, right)
    for number in line.places(frozenset(_ASKED)):
        is_first = line.opens(number) or (line.before(number) in _QUESTION and line.opens(number - 1))
        if is_first and line.after(number) in _ASKED[line.word(number)]:
            right = _TURNED[line.word(number)]
            right = right.capitalize() if line.written(number)[0].isupper() else right
            yield Match(line.span(number, number + 1), (f"{right} {line.written(number + 1)}",))


def _right(line: Line, number: int) -> str:
    """The form of the verb after a pronoun that goes with it, or nothing where it has it or where the clause isn't sure."""
    pronoun, verb = line.word(number), line.word(number + 1)
    is_first = line.opens(number)
    if not is_first and not _opens_clause(line, number):
        return ""
    if pronoun in _ONE | _BODY:
        if verb in ("are", "were", "aren't", "weren't"):
            is_sure = pronoun in _BODY or (verb == "were" and is_first and pronoun == "it")
            return {"are": "is", "were": "was", "aren't": "isn't", "weren't": "wasn't"}[verb] if is_sure else ""
        if verb in _ALSO and (line.after(number + 1) in _WORD_AFTER or verb in ("have",)):
            return "" if pronoun in _ONE and verb in ("have", "do") else _ALSO[verb]
        return "" if pronoun in _BODY and not is_first else bases().get(verb, "")
    if pronoun in _OTHER:
        wrong = ("is", "are", "has", "were", "does", "doesn't") if pronoun == "i" else ("is", "was", "has", "does", "doesn't")
        if verb in wrong and (line.written(number) == "I" or pronoun == "you") and is_first:
            return (
                {"is": "am", "are": "am", "were": "was"}.get(verb, for_several(verb)) if pronoun == "i" else for_several(verb)
            )
        return ""
    return "" if verb in ("is", "was", "has") else for_several(verb)


def _opens_clause(line: Line, number: int) -> bool:
    before = line.before(number)
    return (
        before in _CLAUSE
        or (before in ("and", "but") and line.word(number - 2) == ",")
        or (before in ("that", "if") and line.word(number) in _SEVERAL)
        or (before in ("said", "says", "think", "thinks", "knows") and line.word(number) in _ONE)
    )


RULE = Rule(
    code="GRM132",
    name="pronoun-and-verb-form",
    summary="“he go”, “they goes”, “everyone are”, “does they”: a pronoun and a verb that disagree.",
    rationale="In running copy it is a slip; in speech it belongs in quotation marks.",
    message="“{text}”: write “{replacement}”.",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=check,
    bad=(
        "{He go => He goes} to work by bus, but {they goes => they go} by car.",
        "{Everyone are => Everyone is} happy. {It were => It was} a long day.",
        "{Does they => Do they} know? What {do he => does he} want?",
        "{I has => I have} three sons, and {they doesn't => they don't} care. {You was => You were} late.",
    ),
    good=(
        "He goes to work by bus; they go by car.",
        "They asked that he go and that she resign. As it were, nobody knew.",
        "Does he know? Do it now. Let everyone have a say.",
        "“He go there,” he said.",
        "If it were so, he put it well. It cost much, and it let him be.",
        "He and they differ. Have it your way.",
    ),
)
