"""A statistic without a source."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import beside, found, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_SHARE = (
    r"(?:\d[\d,.]{0,12}\s?(?:%|percent\b|per\scent\b)|(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s(?:in"
    r"|out\sof)\s(?:every\s)?(?:three|four|five|six"
    r"|seven|eight|nine|ten|twenty|\d+)\b|(?:more\sthan\s|about\s|nearly\s|almost\s|over\s|roughly\s)(?:half|a\sthird"
    r"|a\squarter|two-thirds|three-quarters))"
)
_RISE = (
    "risen|rose|fallen|fell|increased|decreased|dropped|jumped|soared|declined|climbed|surged|grown|grew|shrank|shrunk|plunged"
)
_STATISTIC = lazy(
    rf"\b{_SHARE}\s(?:of\s(?:\w+)|(?:fewer|more|less|higher|lower)\s\w+)"
    rf"|\b(?:{_RISE})\s(?:by\s|to\s|from\s|about\s|nearly\s|more\sthan\s|almost\s|over\s|roughly\s|around\s)*{_SHARE}",
    re.IGNORECASE,
)
# What a share ends with (two-thirds has a part, thirds), and may follow it; what may follow a rise.
_PARTS = frozenset("% percent cent half third quarter thirds quarters three four five six seven eight nine ten twenty".split())
_OF = frozenset(["of", "fewer", "more", "less", "higher", "lower"])
_RISES = frozenset(_RISE.split("|"))
_BY = frozenset("by to from about nearly more almost over roughly around one two three four five six seven eight nine".split())
_REST = lazy(r"\s(?:of|fewer|more|less|higher|lower)\s", re.IGNORECASE)
_LIMIT = lazy(
    r"\b(?:limit|quota|target|ceiling|cap|threshold|goal|at\sleast|comment|famous|infamous|trillion|gross\sdomestic|GDP|unemployment"
    r"|inflation|humidity|contained|complete|completed|full|sure|certain|time|way|day|week|season|game|games|match)\b",
    re.IGNORECASE,
)
_DATA = lazy(
    r"\b(?:according|surveys?|surveyed|census|study|studies|reports?|reported|data|figures|statistics|stats|estimates?"
    r"|estimated|polls?|polled|polling|pollsters?"
    r"|bureau|research\w*|analysis|index|found|records?|counted|audit|respondents|chart|graph|table|percentages?"
    r"|sample|numbers)\b",
    re.IGNORECASE,
)
_COUNTED = lazy(
    r"\b(?:vot\w+|ballots?|turnout|elections?|electorate|electors?|primary|primaries|delegates|seats?|caucus\w*"
    r"|referendum|shares?|shareholders|stocks?|stake|bonds?|traded"
    r"|trading|investors|markets?|yields?|tax|taxes|tariffs?|discount|supporters|Democrats|Republicans|precincts"
    r"|margin|approval|lead|leads)\b",
    re.IGNORECASE,
)
_FIRST = lazy(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")


def check(document: Document) -> Iterator[Match]:
    """Each statistic that isn't counted in public, where neither its sentence nor its neighbours report a word or name data."""
    answered: dict[int, bool] = {}
    words = document.words
    counted = set(words.digits)
    needed = [number for number in words.places(_OF) if number - 1 in counted]
    needed += words.pairs(_PARTS, _OF) + words.pairs(_RISES, _BY, or_digits=True)
    for match, sentence in found(document, _STATISTIC, needed):
        if sentence not in answered:
            answered[sentence] = _is_answered(document, sentence)
        if not answered[sentence]:
            yield Match(Span(match.start(), match.start() + len(_REST.split(match[0])[0])))


def _is_answered(document: Document, sentence: int) -> bool:
    near = beside(document, sentence, -1, 0, 1)
    if any(is_sourced(document, number) or _DATA.search(text(document, number)) for number in near):
        return True
    own = text(document, sentence)
    return bool(_COUNTED.search(own) or _LIMIT.search(own) or _FIRST.search(own))


RULE = Rule(
    code="ATT111",
    name="unsourced-statistic",
    summary="A statistic stands without a source in its sentence or beside it.",
    rationale="A share or a rate was counted by somebody, in some year, in some way.",
    message="“{text}”: whose figure?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="BBC guidance on statistics: figures are attributed and put in context",
    blocks=BODY,
    check=check,
    bad=(
        "The town is poor. {More than half} of the children go to school hungry.",
        "It has changed. Crime has {risen by 14 percent} since the mine closed.",
    ),
    good=(
        "More than half of the children go to school hungry, the council said.",
        "“Crime has risen by 14 percent,” he said.",
        "Crime has risen by 14 percent. The figures are for May.",
        "About 40 percent of residents voted for the plan.",
        "The tax rose to 20 percent.",
    ),
)
