"""A full stop in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity
from copylint.spans import Span

# A stop, one space or line break, and a word that no capital opens: where nothing can be wrong, a stop is soon passed.
_STOP = lazy(r"\.[^\S\r\n]*(?:[^\S\r\n]|\r\n?|\n)(?![A-Z])(?=([^\W\d_][\w'’.:/@-]*))")
_WORD_BEFORE = lazy(r"(?<![^\s“\"‘'(\[—–-])[^\W\d_]+(?:['’-][^\W\d_]+)*$")
_LONGEST_WORD = 100
# Names that begin in lower case: al-Qaeda, el-Sisi, iPhone, eBay, d’Artagnan; de Blasio and von der Leyen by what follows.
_LOWER_NAME = lazy(r"[a-z]{1,3}['’-][A-Z]|[a-z]+[A-Z]")
_PARTICLES = frozenset(
    "al bin bint da das de del della den der di do dos du el ibn la las le les los van vom von zu zur".split()
)
_WEB = lazy(r"[.:/@]\w")
_INNER = lazy("[-’']")
_SHORT_WORD = lazy(r"[^\W\d_a-z](?<!\w\w)[^\W\d_]{1,4}\b(?!\.)")
_LONGEST_SHORT_WORD = 5
# A sentence may well begin with one of these, so the capital is missing rather than the stop wrong.
_OPENERS = frozenset(
    "a after an and as at before but for he her his how i if in it its my on our she so that the their there these they this "
    "those we what when while who why yet you".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each stop between a word and a word in lower case where neither is an abbreviation, a name or an address."""
    prose = document.prose
    bare: frozenset[str] | None = None  # capitalised words that stand somewhere without a stop; few stories need them
    end = 0
    for stop in _STOP.finditer(prose):
        before = _word_before(document, stop, end)
        if before is None:
            continue
        word, after, end = before[0], stop[1], stop.end(1)
        if bare is None and not word.islower():
            bare = frozenset(_SHORT_WORD.findall(prose))
        if not _is_short_form(word, document.knowledge.abbreviations, bare or frozenset()):
            yield _match(Span(before.start(), end), word, after.rstrip(".:"), prose)


def _word_before(document: Document, stop: re.Match[str], start: int) -> re.Match[str] | None:
    """The word before a stop, from `start` on, if what follows can't open a sentence and the stop is in running copy."""
    prose = document.prose
    if not stop[1][0].islower() or _is_name(prose, stop):
        return None
    index = document.block_at(stop.start())
    if index < 0:
        return None
    block = document.blocks[index]
    if block.kind not in BODY or stop.end(1) > block.span.end or prose[block.span.start].islower():
        return None
    return _WORD_BEFORE.search(prose, max(start, block.span.start, stop.start() - _LONGEST_WORD), stop.start())


def _is_short_form(word: str, known: frozenset[str], bare: frozenset[str]) -> bool:
    """Whether a word carries its own stop: an abbreviation, an initial, a short capitalised word never seen without."""
    word = _INNER.split(word)[-1]
    if len(word) == 1 or word in known or word.lower() in known:
        return True
    if not word[0].isupper() or len(word) > _LONGEST_SHORT_WORD:
        return not any(letter in "aeiouyAEIOUY" for letter in word) and word.isascii()
    return word not in bare


def _is_name(prose: str, stop: re.Match[str]) -> bool:
    after = stop[1]
    if _LOWER_NAME.match(after) or _WEB.search(after):
        return True
    following = prose[stop.end(1) : stop.end(1) + 2].lstrip()
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
