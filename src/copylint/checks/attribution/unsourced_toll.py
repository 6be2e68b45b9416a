"""A rough number of dead or hurt without a source."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?(?:\s(?:million|thousand|hundred))?|(?:a\s)?(?:dozen|hundred|thousand|million)|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:hundred|thousand|million|dozen))?"
)
_ROUGHLY = (
    rf"(?:(?:around|about|roughly|approximately|some|nearly|almost|an\sestimated|up\sto|as\smany\sas|more\sthan|over)\s{_NUMBER}"
    rf"|(?:dozens|scores|hundreds|thousands)\s(?:of|were|are|dead)\b)"
)
_PEOPLE = (
    r"(?:\s(?:of\s)?(?:\w+\s){0,2}?(?:people|civilians|men|women|children|soldiers|troops|fighters|passengers"
    r"|worshippers|protesters|villagers|others|lives|migrants|refugees|workers|residents|patients|students))?"
)
_HURT = r"(?:killed|wounded|injured|dead|died|massacred|drowned|slaughtered|murdered|hurt)"
_TOLL = lazy(
    rf"\b(?:killed|killing|kills|kill|injured|injuring|wounded|wounding|massacred|claimed"
    rf"|claiming)\s(?:at\sleast\s)?{_ROUGHLY}(?:{_PEOPLE})"
    rf"|\b{_ROUGHLY}(?:{_PEOPLE})\s(?:(?:were|was|are|have\sbeen|had\sbeen)\s)?(?:(?:reportedly|also|later)\s)?{_HURT}\b"
    rf"|\b(?:left|leaving)\s{_ROUGHLY}(?:{_PEOPLE})\s(?:dead|wounded|injured|hurt)\b",
    re.IGNORECASE,
)
# What a rough number begins with, and what follows that.
_ROUGH = frozenset("around about roughly approximately some nearly almost estimated to as than over".split())
_ONE = frozenset(["a"])
_A = frozenset(["dozen", "hundred", "thousand", "million"])
_SOME = _A | frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty"
    " ninety".split()
)
_SCORES = frozenset(["dozens", "scores", "hundreds", "thousands"])
_OF = frozenset(["of", "were", "are", "dead"])
_HURTING = frozenset(
    "killed killing kills kill injured injuring wounded wounding massacred claimed claiming dead died drowned slaughtered"
    " murdered hurt".split()
)
_LIVES = lazy(r"\bclaim(?:ed|ing)\b(?!.*\blives\b)", re.IGNORECASE)
_OTHER = lazy(
    r"\b(?:animals|birds|cattle|pigs|cows|sheep|fish|trees|jobs|bees|dogs|cats|livestock|poultry|chickens|deer)\b",
    re.IGNORECASE,
)
# Tolls of history books are nobody’s estimate any more.
_HISTORY = lazy(
    r"\b(?:world\swar|civil\swar|holocaust|genocide|september\s11|sept\.\s11|9/11|century|centuries|decades\sago|the\snazis?)\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"(?<![\w.,$£€-])(?:1[0-9]|20)\d\d(?=s?(?![\w%]|[.,]\d))")
_PAST = 5  # a year so far before the story’s latest is history too
_LATEST_PAST = 1999


def check(document: Document) -> Iterator[Match]:
    """Each rough toll whose sentence, and the one before it, report nobody’s word, history left aside; claiming
    responsibility is no word on the toll.
    """
    latest = 0
    asked = -1  # one question a sentence
    words = document.words
    numbers = words.pairs(_ROUGH, _SOME, or_digits=True) + words.pairs(_ONE, _A) + words.pairs(_SCORES, _OF)
    for match, sentence in found(document, _TOLL, numbers, words.places(_HURTING)):
        if sentence == asked:
            continue
        end = min(match.end() + 30, document.sentences[sentence].span.end)
        if _LIVES.match(match[0]) or _OTHER.search(document.prose, match.start(), end):
            continue
        if is_sourced(document, sentence) or is_sourced(document, sentence - 1):
            continue
        latest = latest or max((int(year[0]) for year in _YEAR.finditer(document.prose)), default=_LATEST_PAST)
        if not _is_history(text(document, sentence), max(_LATEST_PAST, latest - _PAST)):
            asked = sentence
            yield Match(Span(*match.span()))


def _is_history(words: str, past: int) -> bool:
    return bool(_HISTORY.search(words)) or any(int(year[0]) <= past for year in _YEAR.finditer(words))


RULE = Rule(
    code="ATT114",
    name="unsourced-toll",
    summary="A rough number of dead or hurt stands without a source in its sentence or the one before.",
    rationale="A rough toll is somebody’s estimate, and estimates of the dead are disputed.",
    message="“{text}”: who says so? No source here or in the sentence before.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP, statement of news values: disputable facts that were not witnessed carry their source",
    blocks=BODY,
    triggers=frozenset(["kill", "injur", "wound", "massacr", "claim", "dead", "died", "drown", "slaughter", "murder", "hurt"]),
    check=check,
    bad=(
        "The army shelled the town for a week. The attack {killed around 200 people}.",
        "The group claimed responsibility for the blast, which {killed nearly 40}. {Scores of people were injured}.",
        "The shelling went on. {Dozens of civilians were killed} and more than 100 were wounded."
        " The plague has {killed more than 900 people} since.",
    ),
    good=(
        "The attack killed around 200 people, the Red Cross said.",
        "The Red Cross gave a toll on Monday, it said. The attack killed around 200 people.",
        "“The attack killed around 200 people,” he said.",
        "The attack killed 212 people. It began at about 4 a.m.",
        "The fire killed around 200 cattle.",
        "The flood came at night. It killed around 200 people in 1953, when there was no dam.",
        "The wall is long. It bears the names of nearly 300 men who were killed in the First World War.",
        "The school opened in 2016. A fire in 2004 had killed around 20 people there.",
    ),
)
