"""A full stop in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity
from copylint.spans import Span

# A word of letters, a stop, one space or line break, a word.
_STOP = re.compile(
    r"(?<![^\s“\"‘'(\[—–-])([^\W\d_]+(?:['’-][^\W\d_]+)*)\."
    r"[^\S\r\n]*(?:[^\S\r\n]|\r\n?|\n)([^\W\d_][\w'’.:/@-]*)"
)
# Names that begin in lower case: al-Qaeda, el-Sisi, iPhone, eBay, d’Artagnan; de Blasio and von der Leyen by what follows.
_LOWER_NAME = re.compile(r"[a-z]{1,3}[-'’]?[A-Z]|[a-z]+[A-Z]|[a-z]['’][A-Z]")
_PARTICLES = frozenset(
    "al bin bint da das de del della den der di do dos du el ibn la las le les los van vom von zu zur".split()
)
_WEB = re.compile(r"[.:/@]\w")
# A sentence may well begin with one of these, so the capital is missing rather than the stop wrong.
_OPENERS = frozenset(
    "a after an and as at before but for he her his how i if in it its my on our she so that the their there these they this "
    "those we what when while who why yet you".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each stop between a word and a word in lower case where neither is an abbreviation, a name or an address."""
    prose = document.prose
    for block in document.body():
        if prose[block.span.start].islower():
            continue
        for found in _STOP.finditer(prose, block.span.start, block.span.end):
            before, after = found[1], found[2]
            if after[0].islower() and not _is_short_form(document, before) and not _is_name(prose, found):
                yield _match(Span(found.start(1), found.end(2)), before, after.rstrip(".:"), prose)


def _is_short_form(document: Document, word: str) -> bool:
    """Whether a word carries its own stop: an abbreviation, an initial, a short capitalised word never seen without."""
    known = document.knowledge.abbreviations
    word = re.split(r"[-’']", word)[-1]
    if len(word) == 1 or word in known or word.lower() in known:
        return True
    if not word[0].isupper() or len(word) > 5:
        return not any(letter in "aeiouyAEIOUY" for letter in word) and word.isascii()
    return re.search(rf"\b{re.escape(word)}\b(?!\.)", document.prose) is None


def _is_name(prose: str, found: re.Match[str]) -> bool:
    after = found[2]
    if _LOWER_NAME.match(after) or _WEB.search(after):
        return True
    following = prose[found.end() : found.end() + 2].lstrip()
    return after in _PARTICLES and following[:1].isupper()


def _match(span: Span, before: str, after: str, prose: str) -> Match:
    span = Span(span.start, span.start + span.of(prose).rindex(after) + len(after))
    capital = f"{before}. {after[0].upper()}{after[1:]}"
    without = f"{before} {after}"
    if after in _OPENERS:
        return Match(span, (capital, without), {"advice": "A capital, or no stop?"})
    return Match(span, (without, capital), {"advice": "Delete it?"})


RULE = Rule(
    code="PUN101",
    name="stray-full-stop",
    summary="A full stop stands in the middle of a sentence.",
    rationale="The sentence breaks off, and the reader starts again to find out where it goes on.",
    message="Full stop in mid-sentence: “{text}”. {advice}",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=BODY | {BlockKind.CAPTION},
    check=check,
    bad=(
        "Rescuers used tools such as {hydraulic. jacks => hydraulic jacks} to free the driver.",
        "The vote was close. Turnout {fell. the => fell. The} mayor blamed the rain.",
        "“We had {no. choice => no choice} at all,” she said, and the {council. agreed => council agreed}.",
    ),
    good=(
        "He moved to Reading, Pa. and taught there, approx. ten miles from Philadelphia, vs. his brother’s forty.",
        "The hunt for him ended. al-Qaeda denied it. iPhone sales rose. de Blasio did not comment.",
        "“ESBL-E. coli spread. We went home,” she said. See example.com. www.example.org has more.",
        "Dr. van der Berg met J. edgar (his name is spelt so) at 9 a.m. on Friday... and left.",
        "the whole post was in lower case. nobody minded.",
    ),
)
