"""Somebody who is only charged is called the culprit in the paper's own voice."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found, speaks
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_CULPRITS = frozenset("killer murderer rapist thief arsonist kidnapper attacker abuser robber".split())
_DEEDS = frozenset("stabbed shot killed raped robbed strangled murdered assaulted abducted kidnapped molested".split())
_WHO, _WHEN = frozenset(["the", "her", "his", "their"]), frozenset(["he", "she", "they"])
_CULPRIT = lazy(
    rf"\b(?:the|his|her|their)\s(?:{'|'.join(sorted(_CULPRITS))})\b(?![’'-])"
    rf"|\b(?:when|after|before|as)\s(?:he|she|they)\s(?:then\s)?(?:{'|'.join(sorted(_DEEDS))})\b",
    re.IGNORECASE,
)
_CHARGED = lazy(
    r"\b(?:charged\swith|(?:pleaded|pleads|pleading)\snot\sguilty|(?:on|stand|stands|awaiting|awaits)\strial|accused\sof"
    r"|arrested\son\ssuspicion|is\sdue\s(?:in|to\sappear\sin)\scourt|alleged\s(?:murder|killing|rape|attack)|in\scustody)\b",
    re.IGNORECASE,
)
_SETTLED = lazy(
    r"\b(?:convict\w*|found\sguilty|plead(?:ed|s)?\sguilty|pled\sguilty|admitted|admits|confess\w*|sentenc\w*|jailed|serial\skiller|dead"
    r"|killed\shimself|killed\sherself|shot\sdead\sby\spolice|executed|at\slarge|on\sthe\srun|unidentified|manhunt)\b",
    re.IGNORECASE,
)
_HEDGE = lazy(r"\b(?:alleged\w*|suspected|accused|if|whether|would[- ]be)\b", re.IGNORECASE)


def check(document: Document) -> Iterator[Match]:
    """Each such word in our own voice, where the story says that somebody is charged and of no verdict."""
    words = document.words
    needed = [*words.pairs(_WHO, _CULPRITS), *words.pairs(_WHEN, _DEEDS)]
    if not needed or _SETTLED.search(document.prose):
        return
    charge = _CHARGED.search(document.prose)
    if charge is None:
        return
    for match, sentence in found(document, _CULPRIT, needed):
        span = document.sentences[sentence].span
        if not speaks(document, sentence) and not _HEDGE.search(document.prose, span.start, span.end):
            yield Match(Span(*match.span()), related=(Related(Span(*charge.span()), "the charge is here"),))


RULE = Rule(
    code="ATT119",
    name="guilt-before-verdict",
    summary="Somebody who is charged is called the culprit, and the story tells of no verdict.",
    rationale="Nobody is guilty before a court says so; the reader is told it as a fact, and the paper may have to pay for it.",
    message="“{text}”: is there a verdict? If not, say who alleges it.",
    severity=Severity.QUERY,
    confidence=Confidence.LOW,
    source="AP Stylebook, “allege” and “accused”: guilt is never implied before a conviction",
    blocks=BODY,
    preview=True,
    triggers=_CULPRITS | _DEEDS,
    check=check,
    bad=(
        "Tom Roe was charged with murder on Monday. {The killer} had known the woman for years.",
        "Roe is accused of theft. The shop was shut {when he robbed} it.",
    ),
    good=(
        "Tom Roe was charged with murder on Monday. The killer, police said, had known the woman for years.",
        "Tom Roe was convicted of murder; he had been charged with theft too. The killer had known the woman for years.",
        "“The killer knew her,” said the brother of Roe, who is charged with murder.",
        "Roe is accused of theft. The alleged thief had a key.",
        "The killer had known the woman for years. Nobody was seen.",
    ),
)
