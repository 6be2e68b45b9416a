"""A whole sentence quoted after “she said,” that begins in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document, Quote
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity
from copylint.spans import Span

_FEWEST_WORDS = 5
_SAID = lazy(
    r"\b(?:said|says|added|adds|stated|states|told|replied|asked|explained|continued|announced|declared|insisted|tweeted"
    r"|wrote|warned|concluded|saying|adding|stating|remarked|commented|argued|read|reads)\b[^.?!;:,\"“”\n]{0,45}[,:] $"
)
_OCCASION = lazy(
    r"(?:In|On|At|During|After|Speaking|Asked|Writing|When asked|Addressing|Responding)\b[^,]*\b(?:statement|interview|speech"
    r"|broadcast|press|conference|letter|tweet|post|video|message|email|debate|hearing|court|asked|speaking|writing|Twitter"
    r"|Facebook|address|report|\w+day|column|article|essay|blog|memo|reporters|question|questions|rally|meeting)\b[^,]*$"
)
_WORD = lazy(r"[a-z][a-z’']*(?![\w-]*[A-Z])")
# These carry on what was said before.
_JOINING = frozenset(
    "and but or nor because which who whose that than to of as not if where while until unless except especially".split()
)


def check(document: Document) -> Iterator[Match]:
    """The first word of each quotation of five words or more that a verb of saying announces and a stop ends."""
    previous = 0
    for quote in document.bare_quotes:
        if word := _first_word(document, quote, previous):
            yield Match(word, (word.of(document.prose).capitalize(),))
        previous = quote.span.end


def _first_word(document: Document, quote: Quote, previous: int) -> Span | None:
    """The span of the first word, if it is in lower case and opens a sentence."""
    prose, start = document.prose, quote.inside.start
    if quote.is_single or not quote.is_closed or not prose[start : start + 1].islower():
        return None
    said = quote.inside.of(prose)
    word = _WORD.match(prose, start)
    if not word or word[0] in _JOINING or said[-1] not in ".!?" or len(said.split()) < _FEWEST_WORDS:
        return None
    sentence = document.sentence_at(quote.span.start)
    if sentence < 0 or previous > document.sentences[sentence].span.start:
        return None
    before = Span(document.sentences[sentence].span.start, quote.span.start).of(prose)
    return Span(*word.span()) if (said_at := _SAID.search(before)) and not _is_aside(before, said_at) else None


def _is_aside(before: str, said: re.Match[str]) -> bool:
    """Whether “he said” may stand between two commas in the middle of what he says: “If she wins, he said, “she …”."""
    comma = before.rfind(",", 0, said.start())
    if comma < 0 or said[0].startswith(("saying", "adding", "stating")):
        return False
    return not _OCCASION.match(before[:comma])


RULE = Rule(
    code="PUN155",
    name="lower-case-quotation",
    summary="A whole sentence quoted after “she said,” begins in lower case.",
    rationale="The capital tells that the speaker’s sentence begins there, and that nothing before it was left out.",
    message="A whole sentence is quoted: “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="AP Stylebook, “capitalization” and “quotations in the news”",
    quotes=Quotes.INCLUDE,
    blocks=BODY,
    triggers=frozenset({"“", '"'}),
    check=check,
    bad=(
        "The mayor said, “{we => We} will not pay for the bridge.”",
        "In a speech on Monday, she said, “{any => Any} firm that does not pay will lose its licence.”",
        'Ann Lee told reporters on Monday: "{the => The} fire is under control now."',
    ),
    good=(
        "The mayor said, “We will not pay for the bridge.” She said that “we will not pay”.",
        "“We won,” she said, “and they will never win again.” He said he was “not at all sure of it.”",
        "He called it, said the mayor, “a bridge too far.” She said: “a bridge.”",
        "“The mayor said, ‘we will not pay for the bridge now,’” he said.",
        "If it rains, she said, “the match will not be played.” That, he said, “would be good for all of us.”",
        "She added, “iPhones are not to be used in class.” He added, “and that is what it costs us.”",
    ),
)
