"""An exact number of dead or hurt that nobody in the story gives."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import beside, found, is_lead, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_NUMBER = (
    r"(?:(?:at\sleast\s|another\s)(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|a\sdozen)"
    r"|\d[\d,]*|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?:\s(?:more|other))?"
)
_WHO = (
    r"(?:\s(?:of\s)?(?:[\w’'-]+\s){0,2}?(?:people|persons?|civilians|men|women|children|boys|girls|teenagers|adults|soldiers|troops"
    r"|officers|policemen|police|guards|fighters|militants|passengers|nationals|citizens|worshippers|protesters|villagers|others"
    r"|migrants|refugees|workers|miners|residents|tourists|patients|students|pupils|firefighters|crew|sailors|prisoners))"
)
_HURT = r"(?:killed|wounded|injured|dead|died|drowned|slaughtered|hurt|hospitali[sz]ed)"
_TOLL = lazy(
    rf"\b{_NUMBER}{_WHO}?(?:\smore)?\s(?:(?:were|was|are|have\sbeen|had\sbeen|also|later|have|had)\s){{0,2}}{_HURT}\b"
    rf"|\b(?:killed|killing|injured|injuring|wounded|wounding)\s{_NUMBER}{_WHO}\b"
    rf"|\b(?:left|leaving)\s{_NUMBER}{_WHO}?\s(?:dead|injured|wounded|hurt)\b",
    re.IGNORECASE,
)
_HURTING = frozenset(
    "killed killing injured injuring wounded wounding dead died drowned slaughtered hurt hospitalized hospitalised".split()
)
_HARM = lazy(r"\b(?:kill|injur|wound|dead|death|die[ds]?\b|drown|hurt|hospital|victim|casualt|toll\b|bodies)", re.IGNORECASE)
# Tolls of other days are known; this is about the day's.
_PAST = lazy(
    r"\b(?:war|holocaust|genocide|september\s11|sept\.\s11|9/11|century|centuries|decades?|last\s[a-z]\w+|ago|earlier|previous"
    r"|previously|since|history|anniversary|(?:in|on|of|since|until)\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)|(?:1[0-9]|20)\d\d|when|after|who|whose|which|where|that"
    r"|attacks\sof|like|such\sas|accused|charged|convicted|suspected|trial|reportedly)\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Match]:
    """Each exact toll of the day where neither its sentence nor one beside it reports a word, past the first two paragraphs."""
    words = document.words
    asked = -1
    for match, sentence in found(document, _TOLL, words.places(_HURTING)):
        if sentence == asked or match[0].isupper() or _PAST.search(text(document, sentence)):
            continue
        if is_lead(document, sentence) and _is_told_later(document, sentence):
            continue
        near = [sentence, sentence - 1, *beside(document, sentence, 1)]
        if not any(is_sourced(document, number) for number in near) and document.attributed(sentence) < 0.5:
            asked = sentence
            yield Match(Span(*match.span()))


def _is_told_later(document: Document, sentence: int) -> bool:
    """Whether a later sentence reports a word on the dead or hurt."""
    last = len(document.sentences)
    return any(_HARM.search(text(document, number)) and is_sourced(document, number) for number in range(sentence + 1, last))


RULE = Rule(
    code="ATT121",
    name="unsourced-exact-toll",
    summary="An exact number of dead or hurt stands without a source in its sentence or beside it.",
    rationale="Somebody counted: the police, a hospital, a witness. Tolls change; the reader wants to know whose this is.",
    message="“{text}”: who says so? No source here or beside it.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP, statement of news values: disputable facts that were not witnessed carry their source",
    blocks=BODY,
    triggers=frozenset(["killed", "killing", "injur", "wound", "dead", "died", "drowned", "slaughter", "hurt", "hospitali"]),
    check=check,
    bad=(
        "A bus left the road.\n\nIt was dark.\n\nThe bridge was shut. {Fourteen people were injured}, and the driver fled.",
        "A bomb went off.\n\nIt was noon.\n\nThe street was full. {At least eight others were hurt}.",
    ),
    good=(
        "A bus left the road.\n\nIt was dark.\n\nThe bridge was shut. Fourteen people were injured, police said.",
        "A bus left the road.\n\nIt was dark.\n\nPolice shut the bridge, they said. Fourteen people were injured.",
        "A bus left the road. Fourteen people were injured.\n\nIt was dark. The injured were flown to Riverside, police said.",
        "A bus left the road.\n\nIt was dark.\n\n“Fourteen people were injured,” he said.",
        "A bus left the road.\n\nIt was dark.\n\nIn 2011, fourteen people were injured in a crash there.",
    ),
)
