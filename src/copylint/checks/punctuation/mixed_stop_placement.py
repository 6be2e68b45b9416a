"""The stop after a quoted sentence now inside, now outside its closing mark."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document, Quote
from copylint.lazy import lazy
from copylint.rule import Confidence, Fix, Match, Quotes, Related, Rule, Severity
from copylint.spans import Span

_FEWEST_WORDS = 5
_MOST = 5
_OPENING = lazy(r"(?:^|[,:—–] |[.!?…][\"”’]? )$")
_ENDING = lazy(r"[\w%)\]]")
_SENTENCES = lazy(r"[a-z]{2}[.!?] \[?[A-Z]")
_NAMES = {".": "full stop", ",": "comma"}


def check(document: Document) -> Iterator[Match]:
    """The rarer places (a tie: the later ones), five at most; full stops and commas are told apart."""
    sentences = [quote for quote in document.bare_quotes if _is_sentence(document, quote)]
    for mark in ".,":
        inside = [quote.span.end for quote in sentences if _last(document, quote) == mark]
        outside = [
            quote.span.end
            for quote in sentences
            if document.prose[quote.span.end : quote.span.end + 1] == mark and _ENDING.match(_last(document, quote))
        ]
        if inside and outside:
            yield from _matches(document.prose, mark, {"inside": inside, "outside": outside})


def _last(document: Document, quote: Quote) -> str:
    return document.prose[quote.inside.end - 1]


def _is_sentence(document: Document, quote: Quote) -> bool:
    """Whether a quotation in running copy holds a sentence of its own."""
    prose, start = document.prose, quote.span.start
    inside = quote.inside.of(prose)
    if quote.is_single or not quote.is_closed or not inside.lstrip("[")[:1].isupper():
        return False
    block = document.block_at(start)
    if block < 0 or document.blocks[block].kind not in BODY:
        return False
    words = inside.split()
    if len(words) < _FEWEST_WORDS or sum(word[:1].isupper() for word in words) * 2 > len(words):
        return False
    before = prose[max(document.blocks[block].span.start, start - 3) : start]
    return bool(_SENTENCES.search(inside) or _OPENING.search(before))


def _matches(prose: str, mark: str, places: dict[str, list[int]]) -> Iterator[Match]:
    rare, usual = sorted(places, key=lambda where: (len(places[where]), -places[where][0]))
    first = places[usual][0]
    details = {"mark": _NAMES[mark], "rare": rare, "usual": usual, "times": _times(len(places[usual]))}
    for end in places[rare][:_MOST]:
        span = Span(end - 2, end) if rare == "inside" else Span(end - 1, end + 1)
        turned = span.of(prose)[::-1]
        yield Match(span, (turned,), details, related=(Related(Span(first - 1, first), f"{usual} here"),))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule(
    code="PUN154",
    name="mixed-stop-placement",
    summary="The stop or comma after a quoted sentence stands now inside, now outside the closing mark.",
    rationale="Either is a style; both in one story look careless.",
    message="The {mark} is {rare} the quotation mark here, {usual} elsewhere ({times}). One way?",
    severity=Severity.QUERY,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=BODY,
    triggers=frozenset({"“", '"'}),
    check=check,
    bad=(
        "She said: “We will pay for the bridge.” He said: “We will pay for the road{”. => .”} They: “We shall pay for both.”",
        '"We will pay for the bridge," she said. "We will pay for the road{", => ,"} he said. "We pay for both," they said.',
    ),
    good=(
        "She said: “We will pay for the bridge.” He called it “a bridge too far”.",
        "She said: “We will pay for the bridge”. He called it “a bridge too far.”",
        "“We will pay for the bridge,” she said. He sang “Bridge Over Troubled Water”, he said.",
        "She said: “We will pay for the bridge.” “We will pay for the road”, he said.",
    ),
)
