"""An adverb where an adjective belongs, between an article and a noun: “a strongly wind”, “the seriously problem”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._forms import adverb
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import adjectives, nouns, verbs
from copylint.checks.grammar._number import closes
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_BEFORE = frozenset("a an the his its their our my".split())
_ASIDE = frozenset("kindly deadly poorly sickly lowly early only likely lively fairly nearly roughly mostly mainly".split())


def check(document: Document) -> Iterator[Match]:
    """Each adverb in -ly between an article and a noun that closes its phrase, with the adjective."""
    line = Line(document)
    for surface, places in line.words.index.items():
        if surface.endswith("ly") and len(surface) > 4 and surface.islower() and surface not in _ASIDE:
            for number in places:
                if line.before(number) in _BEFORE and _is_before_noun(line, number) and (right := _adjective(surface)):
                    yield Match(line.span(number, number + 1), (f"{right} {line.written(number + 1)}",))


def _is_before_noun(line: Line, number: int) -> bool:
    """Whether a noun that ends its phrase stands right after a word."""
    noun, known = number + 1, nouns()
    word = line.word(noun)
    if not line.is_joined(number) or not line.is_small(noun) or word in verbs().participles:
        return False
    is_noun = word in known.singulars or word in known.plurals
    is_adjective = word in adjectives()["adverbial"] or word in adjectives()["other"]
    return (is_noun or word in known.mass) and not is_adjective and closes(line, noun) and line.after(noun) not in ("and", "or")


def _adjective(word: str) -> str:
    """The adjective that an adverb is made of, or nothing."""
    known = adjectives()["adverbial"]
    made_of = (word[:-2], f"{word[:-3]}y", f"{word[:-1]}e", word[:-4])
    return next((each for each in made_of if each in known and adverb(each) == word), "")


RULE = Rule(
    code="GRM175",
    name="adjective-wanted",
    summary="“a strongly wind”, “the seriously problem”: an adverb where an adjective belongs.",
    rationale="Two letters are too many, and the reader looks for the word they belong to.",
    message="“{text}”: before a noun it is “{replacement}”.",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    triggers=frozenset({"ly "}),
    supersedes=("GRM159",),
    check=check,
    bad=(
        "It was a {strongly wind => strong wind}. The {seriously problem => serious problem} is money.",
        "He made a {terribly mistake => terrible mistake}, and had an {easily answer => easy answer} to it.",
    ),
    good=(
        "It was a strong wind, and a strongly worded letter from the newly elected mayor.",
        "The critically ill and the newly rich; a deadly weapon, the only member, an early answer.",
        "“It was a strongly wind,” he said.",
        "A family man, the locally popular singer, a friendly lawyer.",
    ),
)
