"""A word for several before a singular: “many student”, “two minister”, “one of the building”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import NUMBERS, SHORTENED, closes, is_singular
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_MANY = NUMBERS | frozenset("many several few various numerous both dozens".split())
_ASIDE = frozenset(
    "number phase grade year day part stage level category tier class section chapter type top first last next "
    "final big a an one no "
    "article channel season episode week round group unit zone platform gate act scene volume book page rule "
    "option plan division in "
    "of between every per game lap hole form".split()
)
_NO_PLURAL = frozenset(
    "person head foot dozen hundred thousand million billion score stone percent cent pair couple yen yuan baht rand won euro "
    "aircraft series species means sheep deer fish salmon trout cattle police staff crew offspring data media men "
    "women children".split()
)
_DETERMINERS = frozenset("the its his her their our these those my your".split())
_PASTS = frozenset("came went took gave saw knew began wrote spoke left died won".split())
_QUANTITIES = NUMBERS | frozenset("many several few both dozens hundreds thousands one".split())
_UNCOUNTED = frozenset("dozens hundreds thousands".split())
_FOR_SEVERAL = frozenset("were are have weren't aren't haven't".split())
_AFTER_PAST = frozenset("each themselves their his her its him them after before during".split())
_DEGREE = frozenset("most best worst main biggest largest oldest leading few many top first last major key major".split())


def check(document: Document) -> Iterator[Match]:
    """Each singular that closes the phrase of a word for several."""
    line = Line(document)
    for number in line.places(_MANY):
        if line.is_joined(number) and _is_slip(line, number, number + 1):
            several = nouns().singulars[line.word(number + 1)]
            yield line.mend(number, number + 1, several)
    for number in line.words.digits:
        is_slip = line.is_joined(number) and line.word(number + 1) in nouns().singulars and _is_slip(line, number, number + 1)
        if is_slip and _is_counting(line, number):
            yield line.mend(number, number + 1, nouns().singulars[line.word(number + 1)])
    for number in line.places(_QUANTITIES):
        if line.after(number) == "of":
            if line.after(number, 2) in _DETERMINERS:
                yield from _one_of(line, number)
            elif line.word(number) in _UNCOUNTED and is_singular(line, number + 2) and line.after(number, 3) in _FOR_SEVERAL:
                yield line.mend(number, number + 2, nouns().singulars[line.word(number + 2)])


def _is_slip(line: Line, number: int, noun: int) -> bool:
    if line.before(number) in _ASIDE or line.before(number, 2) in ("a", "an") or line.written(noun) in _NO_PLURAL:
        return False
    is_small = line.written(number).islower() or line.opens(number) or line.word(number)[:1].isdigit()
    if line.word(number) == "few" and line.before(number) in ("the", "these", "those"):
        return False
    if not is_small or line.written(noun) not in nouns().singulars or line.word(noun) in nouns().plurals:
        return False
    after = line.after(noun)
    if after in ("and", "or"):
        return is_singular(line, noun) and after == "and" and line.after(noun, 2) in ("a", "an", "one", "two", "three")
    is_before_verb = after in _FOR_SEVERAL or _is_before_past(line, noun)
    return is_before_verb or (is_singular(line, noun) and (closes(line, noun) or after in _PASTS))


def _is_counting(line: Line, number: int) -> bool:
    """Whether a number is one of things rather than a day, a year or one of a row."""
    word, before = line.word(number), line.before(number)
    is_row = before in nouns().singulars or before in ("a", "an", "the", "this", "that", "no", "per") or not before.islower()
    if line.word(number - 2) in SHORTENED or line.after(number, 2) in ("an", "a", "per"):
        return False
    if not line.opens(number) and (not before or not line.is_small(number - 1) or is_row):
        return False
    plain = word.replace(",", "")
    return plain.isdigit() and plain != "1" and not (len(word) == 4 and word[:2] in ("18", "19", "20"))


def _is_before_past(line: Line, noun: int) -> bool:
    """Whether a past tense with its object or adverbial comes after a word, and no participle before a noun."""
    past = noun + 1
    is_past = line.after(noun) in verbs().pasts and line.word(past) not in verbs().bases
    return is_past and (closes(line, past) or line.after(past) in _AFTER_PAST) and line.after(past) not in ("and", "or", "by")


def _one_of(line: Line, number: int) -> Iterator[Match]:
    """The slip in “one of the …”: the noun may have adjectives before it."""
    for noun in range(number + 3, number + 7):
        if not line.is_joined(noun - 1) or not line.written(noun).islower():
            return
        is_first = noun == number + 3 and line.word(number) != "one" and line.word(noun) in nouns().singulars
        is_one = is_singular(line, noun) or (is_first and line.after(noun) in _FOR_SEVERAL)
        if is_one and (closes(line, noun) or _is_before_past(line, noun)):
            is_plain = noun == number + 3 or line.word(number + 3) in _DEGREE or line.word(number + 3).endswith("est")
            if (
                is_plain
                and (noun > number + 3 or line.after(noun) != "in")
                and line.word(noun) not in nouns().group
                and line.after(noun) not in ("of", "and", "or")
            ):
                several = nouns().singulars[line.word(noun)]
                yield line.mend(number, noun, several)
            return
        if line.word(noun) in nouns().plurals or line.word(noun).endswith(("'s", "s'")) or closes(line, noun):
            return


RULE = Rule(
    code="GRM134",
    name="many-with-one",
    summary="“many student”, “one of the oldest factory”: a singular where several are meant.",
    rationale="A number and its noun that disagree make the reader doubt the number.",
    message="“{text}”: several, so “{replacement}”?",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    triggers=_MANY | _QUANTITIES | frozenset("23456789"),
    check=check,
    bad=(
        "{Many student => Many students} came, and {two minister => two ministers} left.",
        "It is {one of the main factory => one of the main factories} here.",
        "{Several lawyer => Several lawyers} were there. {Both side => Both sides} accused each other.",
        "{Several minister => Several ministers} resigned on Tuesday. She has {two brother => two brothers} and a sister.",
        "{Three minister => Three ministers} resigned. He has {3 brother => 3 brothers}.",
        "{Two of the suspect => Two of the suspects} were freed.",
        "{Many of the resident => Many of the residents} fled. {Dozens of house => Dozens of houses} were lost.",
    ),
    good=(
        "Many students came, many a minister left, and two minister-presidents stayed.",
        "It is one of the oldest buildings here, and one of the building society's clerks.",
        "Two student unions, a three bedroom house, phase two hospital trials, a top five finalist.",
        "“Many student came,” he said.",
        "One in three minister posts went; few of them student nurses.",
        "A 3 bedroom flat; room 12 guest; May 5 meeting in Rome.",
        "She is one of the party in the house. Both state owned and private firms; the two report on it.",
        "Several of the crew left. Hundreds of car owners came, and dozens of house clearances were done.",
    ),
)
