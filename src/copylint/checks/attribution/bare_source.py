"""A source of whom the reader learns nothing but that it is one."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span
from copylint.words import Words

_SAYS = "said|says|say|told|claimed|claim|confirmed|added|indicated|revealed|suggested|suggest|believe|believed|report|reported"
_SOURCE = lazy(
    rf"(?<![\w’'-])(?:(?:an?|one|two|three|several|some|multiple|unnamed|anonymous|unidentified|undisclosed|various"
    rf"|other)\s){{0,2}}sources?"
    rf"\s(?:(?:also|have|has|had|later)\s)?(?:{_SAYS})\b"
    r"|\baccording\sto\s(?:(?:an?|one|two|several|some|multiple|unnamed|anonymous|unidentified|various|varying|many"
    r"|initial|early|media|news|press"
    r"|local|unconfirmed|recent)\s){0,2}(?:sources?|reports)\b(?!\s*(?:by|from|in|of|on|at|close|familiar|with|inside"
    r"|within|who|that|citing|published"
    r"|cited|quoted|speaking|it|obtained|filed|released|emerging|circulating|and)\b|[’']|:)",
    re.IGNORECASE,
)
_KIND = lazy(
    rf"(?<![\w’'-])(?:(?:security|intelligence|western|industry|senior|government)\s){{1,2}}sources?\s(?:(?:also|have|has|had)\s)?(?:{_SAYS})\b",
    re.IGNORECASE,
)
_SOURCES = frozenset(["source", "sources"])
_ACCORDING, _TO, _CREDITED = frozenset(["according"]), frozenset(["to"]), frozenset(["source", "sources", "reports"])
_PEOPLE, _KNOWING = frozenset(["people"]), frozenset(["close", "familiar", "briefed"])
_SPEAKING = frozenset(["also", "have", "has", "had", "later", *_SAYS.split("|")])
_DESCRIBED = lazy(
    r"\b(?:[\w’'-]+\s)?sources?,?\s(?:close|familiar|with|in|inside|within|at|from|who|briefed|involved|near)\b"
    r"|\b(?:police|government|security|diplomatic|military|campaign|party|intelligence|official|senior|hospital|local"
    r"|industry)\ssources?\b"
    r"|\bpeople\s(?:close\sto|familiar\swith|briefed)\b",
    re.IGNORECASE,
)
_OPENING = lazy(r"(?:\b(?:that|but|and|while|as|because|though|although)|[.,;:!?”\"—–]|\A|[\r\n])\s*\Z")
_REACH = 40


def check(document: Document) -> Iterator[Match]:
    """Each such source that nothing describes, there or earlier in the story."""
    words = document.words
    speaking = words.pairs(_SOURCES, _SPEAKING)
    yield from (Match(Span(*match.span())) for match, _ in found(document, _KIND, speaking))
    described = None
    for number, (match, _) in enumerate(found(document, _SOURCE, speaking + _credited(words))):
        described = described if number else _first_described(words)
        before = document.prose[max(0, match.start() - _REACH) : match.start()]
        is_named = match[0].lower().startswith("according")
        if not is_named and not _OPENING.search(before):
            continue
        if described is None or described > match.start():
            yield Match(Span(*match.span()))


def _credited(words: Words) -> list[int]:
    """The tokens that “according to” credits: a source or reports, with up to two words between."""
    credits = words.pairs(_ACCORDING, _TO)
    near = {number + further for number in credits for further in (2, 3, 4)}
    return [number for number in words.places(_CREDITED) if number in near]


def _first_described(words: Words) -> int | None:
    """Where the first words begin that describe a source; None where none do."""
    prose, starts, ends = words.prose, words.starts, words.ends
    for number in sorted((*words.places(_SOURCES), *words.pairs(_PEOPLE, _KNOWING))):
        match = _DESCRIBED.search(prose, starts[max(0, number - 1)], ends[min(number + 3, len(words) - 1)])
        if match:
            return match.start()
    return None


RULE = Rule(
    code="ATT105",
    name="bare-source",
    summary="A source or a report is named as nothing but that.",
    rationale="The reader can’t judge what the source could know, or why it speaks.",
    message="“{text}”: what kind of source? Describe it as closely as you can?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP Stylebook, “anonymous sources”: nothing is credited to an unmodified “source”",
    blocks=BODY,
    triggers=frozenset(["source", "reports"]),
    check=check,
    bad=(
        "The merger is off. {A source said} that the banks had refused.",
        "Four people were hurt, {according to reports}.",
        "The merger is off. {Industry sources said} that the banks had refused.",
    ),
    good=(
        "A source close to the bank said that the merger was off.",
        "“A source said the merger is off,” he told the court.",
        "Four people were hurt, according to reports in the Herald.",
        "Police sources said that four people were hurt.",
        "The two said the source of the river was dry.",
    ),
)
