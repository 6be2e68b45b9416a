"""A record that nobody says is one."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import beside, found, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_MOST_SO = (
    r"first\stime|worst|deadliest|bloodiest|largest|biggest|smallest|highest|lowest|longest|shortest|fastest|slowest|richest|poorest"
    "|oldest|youngest|busiest|costliest|hottest|coldest|wettest|driest|heaviest|strongest|weakest|greatest|most|fewest|best"
)
_AGO = (
    r"(?:more\sthan\s|nearly\s|almost\s|at\sleast\s|about\s|over\s|around\s|some\s|the\slast\s|the\spast\s)*"
    r"(?:a\s(?:century|decade|generation|quarter[\s-]century)|(?:\w+|\d+)\s(?:years|decades|generations|centuries))"
)
_RECORD = lazy(
    rf"\b(?:{_MOST_SO})\s(?:[\w’'-]+\s){{0,6}}?(?:on\srecord|ever(?:\s(?:recorded|made|held|built|seen))?(?=\s*[.,;]|\s(?:to|in|by|of)\b)"
    rf"|of\sall\stime|in\s(?:[\w.’'-]+\s){{0,3}}history|(?:in|for)\s{_AGO})\b",
    re.IGNORECASE,
)
_MOSTS = frozenset(["first", *_MOST_SO.split("|")[1:]])
_EVER = frozenset("record ever time history years decades century centuries decade generation generations".split())
# What was counted or timed in public, and what is nobody’s claim.
_PUBLIC = lazy(
    r"\b(?:match|game|season|goals?|points|seconds|race|medal|championship|tournament|cup|league|team|olympic\w*|title|innings"
    r"|temperatures?|votes?|delegates?|primary|caucus\w*|polls?|survey\w*|data|records?\sshow|census|figures|statistics|study|index"
    r"|album|song|I|[Ww]e|[Mm]y|[Oo]ur|born|married|elected|sworn|shootings?|massacre|quarter|quarterly|sales|profits?|growth|inflation|unemployment|interest\srates?|if|would|could|may|might|hopes?|wants?)\b"
)


def check(document: Document) -> Iterator[Match]:
    """Each record in history, ever, or for so many years, where nothing near says whose word that is."""
    words = document.words
    asked = -1
    for match, sentence in found(document, _RECORD, words.places(_EVER), words.places(_MOSTS)):
        if sentence == asked or _PUBLIC.search(text(document, sentence)):
            continue
        near = [sentence, sentence - 1, *beside(document, sentence, 1)]
        if any(is_sourced(document, number) for number in near) or document.attributed(sentence) >= 0.5:
            continue
        asked = sentence
        yield Match(Span(*match.span()))


RULE = Rule(
    code="ATT120",
    name="unsourced-superlative",
    summary="A record – the worst ever, the first in decades – stands without a source.",
    rationale="Somebody compared it with all the others, or nobody did; the reader wants to know who, and how.",
    message="“{text}”: who says so?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP, statement of news values: disputable facts that were not witnessed carry their source",
    blocks=BODY,
    triggers=_EVER,
    check=check,
    bad=(
        "The relic was carried through the town for the {first time in nearly eight decades}.",
        "The strike is one of the {longest in the company’s history}. It is the {biggest deal ever}.",
    ),
    good=(
        "The relic was carried through the town for the first time in nearly eight decades, the bishop said.",
        "The strike is the longest in history. The union counted all the others, it said.",
        "“It is the biggest deal ever,” she said.",
        "It was the team’s first title in ten years.",
        "She was the first woman in the history of the town to be mayor.",
        "He was the first to arrive, and the last to leave in all those years.",
    ),
)
