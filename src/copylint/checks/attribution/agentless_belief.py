"""A belief without a believer."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import REPORTING, found, is_sourced
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_HOW = r"(?:(?:also|now|widely|generally|commonly|broadly|often|universally|popularly|largely|increasingly)\s)*"
_WIDELY = r"(?:(?:widely|generally|commonly|broadly|universally|popularly)\s)"
_IS = r"(?:is|are|was|were|has\s(?:long\s)?been|have\s(?:long\s)?been|had\s(?:long\s)?been)"
_OFTEN = r"(?:(?:also|now|often|sometimes|long|still|frequently|repeatedly|increasingly|widely|once)\s){0,2}"
_HAS_BEEN = rf"\b(?:has|have|had)\s{_OFTEN}been\s{_OFTEN}"
_BELIEF = lazy(
    rf"\bit(?:\s(?:is|was|has\s(?:long\s)?been)|[’']s)\s{_HOW}(?:believed|thought|understood|claimed|feared|alleged"
    rf"|rumou?red|assumed|said|known|suspected)"
    r"(?!\s(?:as|by|for|in|from|about|whether|how|what|who|why|where|among)\b)"
    rf"|\b(?:is|are|was|were)\s{_WIDELY}(?:seen|regarded|believed|considered|viewed|thought|perceived|acknowledged"
    rf"|credited|assumed|held)\b"
    rf"|\b(?:is|are|was|were)\s(?:also\s|now\s)?(?:believed|thought|understood|rumou?red|suspected|assumed)\sto\s(?:be|have)\b"
    rf"|\b{_IS}\s{_OFTEN}(?:seen|viewed|perceived|regarded)\sas\b(?!\s(?:if|though|well|soon|long|late|saying)\b)"
    rf"|\b{_IS}\s{_OFTEN}considered(?=\s(?:an?\s(?!(?:felony|misdemeanou?r|crime)\b)|the\s|one\sof\s))"
    rf"|{_HAS_BEEN}(?:described\sas|called(?=\s(?:an?|the)\s\w)|dubbed|hailed\sas|credited\swith|likened\sto)\b"
    rf"|{_HAS_BEEN}(?:critici[sz]ed|blamed|faulted|ridiculed|condemned|mocked|praised)(?=\s(?:for|as|over)\b)",
    re.IGNORECASE,
)
_BEFORE = frozenset(
    "is are was were been s also now long still often sometimes once frequently repeatedly widely generally commonly broadly"
    " universally popularly largely increasingly".split()
)
_HELD = frozenset(
    "believed thought understood claimed feared alleged rumored rumoured assumed said known suspected seen regarded considered"
    " viewed perceived acknowledged credited held described called dubbed hailed likened criticized criticised blamed faulted"
    " ridiculed condemned mocked praised".split()
)
_BY = lazy(r"[^.;!?]{0,60}?\s(?:by|among)\s(?:the\s|many\s|some\s|most\s|his\s|her\s)?\w+")
_BY_THEM = lazy(r"(?:\s[\w’'-]+){0,2}?\s(?:by|among)\s\w+")
_IF = lazy(r"\b(?:if|whether|unless|so\sthat|lest)\s(?:[\w’'-]+\s){1,4}\Z", re.IGNORECASE)
_TAIL = lazy(
    r"\baccording to\b|[,”\"’']\s(?:[\w’'-]+\s){0,5}?(?:said|says|told|added|reported|wrote|noted|argued|explained)\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Match]:
    """Each “it is believed” and its like, where the sentence doesn't say by whom and reports nobody’s word."""
    words = document.words
    held = [number for number in words.places(_HELD) if number and words.folded(number - 1) in _BEFORE]
    for match, sentence in found(document, _BELIEF, held):
        span = Span(*match.span())
        end = document.sentences[sentence].span.end
        by = (
            _BY_THEM if match[0][:2].lower() == "it" else _BY
        )  # in “it is known that he was seen by police” nobody knows by whom
        before = document.prose[document.sentences[sentence].span.start : span.start]
        if by.match(document.prose, match.end(), end) or _IF.search(before):
            continue
        if not _is_said(document, sentence, span):
            yield Match(span)


def _is_said(document: Document, sentence: int, belief: Span) -> bool:
    """Whether the sentence says who holds a belief: before it or at its own end; what is believed may report a word itself."""
    if not is_sourced(document, sentence, besides=belief):
        return False
    span, cue = document.sentences[sentence].span, document.attributions[sentence].cue
    if cue is None or cue.start < belief.start or REPORTING.search(document.prose, span.start, belief.start):
        return True
    return bool(_TAIL.search(document.prose, belief.end, span.end))


RULE = Rule(
    code="ATT102",
    name="agentless-belief",
    summary="Something is believed, thought or widely seen, and nobody is said to believe it.",
    rationale="The reader can’t tell a fact from a rumour, or whose rumour it is.",
    message="“{text}”: by whom?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "{It is believed} that the fire began in the kitchen.",
        "{It is believed} that the mayor said so at a meeting last week.",
        "The bill {is widely seen} as a failure. Four men {are thought to be} on the run.",
        "{It is now known} that Lee was questioned twice by police.",
        "The mayor {has often been criticized} for his temper. His move {was seen as} a snub. The bridge {is considered} one of"
        " the finest in the north.",
        "Lee, who {has been described as} a bully, sat still.",
    ),
    good=(
        "It is believed by firefighters that it began in the kitchen.",
        "“It is believed that the fire began in the kitchen,” the leaflet said.",
        "Police said it was believed that the fire began in the kitchen.",
        "The bill is widely seen among its opponents as a failure.",
        "It is known as the Red House.",
        "His move was seen by many in the party as a snub. The theft of it is considered a felony.",
        "If the mayor is seen as weak, he will lose. He has been as good as called a liar.",
        "The mayor has been criticized by the council for his temper. They sued over what has been called the “Long Week”.",
        "The bridge is considered one of the finest in the north, Ann Lee said.",
    ),
)
