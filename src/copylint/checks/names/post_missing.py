"""A person of whom the story says only which organisation they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.name_run import OPENERS, TITLES
from copylint.analysis.roles import NO_PERSON, ROLES
from copylint.document import BODY, Document, Mention
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_NAME_OF = lazy(
    r"(?<![\w’'.-])(?P<name>[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?(?: (?:de|van|von|al|el|bin))?"
    r" (?:Mc|Mac|O[’'])?[A-Z][\w’'-]*[a-zà-ÿ]) (?:of|from) (?:the )?\Z"
)
_WORD_BEFORE = lazy(r"([^\W\d_]+)\.? \Z")
_POST_AFTER = lazy(r"[^.\n]{0,25}?,|[’']s?\b| \(| (?:and|or|won|wins|beat|which|who)\b")
_BEFORE = lazy(r"(?:, |[A-Z][\w’'-]* |\b[Tt]he |\bnamed | and |—|– ?|- ?|\()\Z")
_TYPES = frozenset(["org", "news", "company"])
_LEADS = frozenset([" of ", "rom ", "the "])
_REACH = 60


def check(document: Document) -> Iterator[Match]:
    """Each first full name with nothing but “of” and an organisation after it, and no word for what the person is."""
    for entity in document.entities:
        if entity.name is None or entity.name.type in _TYPES:
            for mention in entity.mentions:
                match = None if mention.is_quoted else _match(document, mention)
                if match is not None:
                    yield match


def _match(document: Document, mention: Mention) -> Match | None:
    prose, start = document.prose, mention.span.start
    if prose[max(0, start - 4) : start] not in _LEADS:
        return None
    found = _NAME_OF.search(prose, max(0, start - _REACH), start)
    if found is None or document.blocks[mention.block].kind not in BODY or not _is_person(document, found):
        return None
    if _POST_AFTER.match(prose, mention.span.end) or document.is_quoted(Span(found.start(), found.end())):
        return None
    return Match(Span(found.start(), mention.span.end), details={"where": mention.surface})


def _is_person(document: Document, found: re.Match[str]) -> bool:
    """Whether a name may be somebody’s who is named here for the first time, without a title or an occupation."""
    prose, start = document.prose, found.start()
    names = found["name"].split()
    if NO_PERSON.intersection(names) or TITLES.intersection(names) or names[0] in OPENERS:
        return False
    before = prose[max(0, start - _REACH) : start]
    word = _WORD_BEFORE.search(before)
    if _BEFORE.search(before) or (word and (word[1] in ROLES or word[1] in TITLES)):
        return False
    return prose.find(names[-1]) >= start


RULE = Rule(
    code="NAM036",
    name="post-missing",
    summary="Of somebody the story says only the organisation, not what he or she does there.",
    rationale="A head speaks for an organisation, a clerk doesn’t: the reader has to know which it is.",
    message="What is {text}? The story doesn’t give the post at {where}.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "{Nils Aagaard of NASA} spoke of the launch.",
        "The test was cheap. {Carmen Duarte of the World Bank} was content.",
    ),
    good=(
        "Engineer Nils Aagaard of NASA spoke of the launch.",
        "Nils Aagaard of NASA, its head, spoke of the launch.",
        "“Nils Aagaard of NASA is right,” he said.",
        "Nils Aagaard of Norland spoke of the launch.",
        "The head of the team, Nils Aagaard of NASA, spoke.",
    ),
)
