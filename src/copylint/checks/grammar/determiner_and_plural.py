"""A determiner for one and a noun for several, or the other way round: “an officials”, “this reports”, “these report”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import closes, is_before_verb, is_only_plural, is_plural, is_singular
from copylint.document import Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_ONE = frozenset("a an this every each another".split())
_SEVERAL = frozenset("these those".split())
_ADJECTIVES = frozenset(
    "good bad big small new old young large great long short high low important different local foreign national "
    "public political "
    "military serious strong major main former famous rich poor beautiful difficult easy dangerous popular "
    "powerful recent senior "
    "single similar special various whole certain clear common real huge nice wonderful interesting expensive "
    "cheap terrible free "
    "little early late hard social economic financial international French British American Russian Chinese".split()
)
_SEVERAL_OF = {"a": "", "an": "", "this": "these", "another": "other", "every": "all", "each": "all"}


def check(document: Document) -> Iterator[Match]:
    """Each determiner before a noun of the other number that closes its phrase."""
    line = Line(document)
    for number in line.places(_ONE):
        if (line.written(number).isupper() and len(line.written(number)) > 1) or not line.is_joined(number):
            continue
        noun = number + 1 + (line.written(number + 1) in _ADJECTIVES and line.is_joined(number + 1))
        if _is_several(line, number, noun):
            yield _one_too_many(line, number, noun)
    for number in line.places(_SEVERAL):
        if line.is_joined(number) and _is_one(line, number + 1):
            several = nouns().singulars[line.word(number + 1)]
            yield line.mend(number, number + 1, several)


def _is_several(line: Line, number: int, noun: int) -> bool:
    """Whether a plural stands where a determiner for one wants a singular."""
    if line.before(number) in ("many", "such", "what", "of") and line.word(number) in ("a", "an", "this"):
        return False
    if is_plural(line, noun):
        after = line.after(noun)
        is_before_third = after in verbs().thirds and after not in nouns().plurals
        return is_before_third or closes(line, noun) or is_before_verb(line, noun)
    is_known = line.is_small(noun) and is_only_plural(line, noun) and line.word(number) in ("this", "an", "a")
    return is_known and line.after(noun) in ("is", "are", "was", "were", "have")


def _one_too_many(line: Line, number: int, noun: int) -> Match:
    between = f" {line.text(number + 1, noun - 1)} " if noun > number + 1 else " "
    first, word = line.written(number), line.word(noun)
    one = f"{first}{between}{nouns().plurals[word]}"
    several = _SEVERAL_OF[first.lower()]
    many = f"{several.capitalize() if first[0].isupper() else several}{between}{word}".strip()
    return Match(line.span(number, noun), (many, one) if first.lower() == "this" else (one, many))


def _is_one(line: Line, noun: int) -> bool:
    """Whether a singular stands where “these” or “those” wants a plural."""
    if is_singular(line, noun):
        return closes(line, noun) and line.after(noun) not in ("and", "or")
    word = line.written(noun)
    return word in nouns().singulars and word not in nouns().plurals and line.after(noun) in ("is", "was", "has", "are", "were")


RULE = Rule(
    code="GRM133",
    name="determiner-and-plural",
    summary="“an officials”, “this reports”, “these report”: a determiner and a noun that disagree.",
    rationale="Number is the first thing a reader checks: one, or several?",
    message="“{text}”: one, or several? “{replacement}”?",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=check,
    bad=(
        "{An officials => An official} said so.",
        "{This reports => These reports} are wrong. They met {these minister => these ministers}.",
        "It was {a big mistakes => a big mistake}, and {every voters => every voter} knew.",
        "{Another countries => Another country} agreed. {Each members => Each member} gets a vote.",
    ),
    good=(
        "An official said so, and this officials club read these documents.",
        "This sports car, a savings account, every arms dealer, a means and a series.",
        "Many a mile, such a news; these company executives; a good many voters.",
        "“An officials said so,” he said.",
        "They report this means that those report to him. A politics degree.",
        "It was a teachers' union, a women's team, a two-thirds majority.",
    ),
)
