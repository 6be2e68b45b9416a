"""A person who is introduced a second time, with the same title and the full name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.analysis.name_run import TITLES, folded
from copylint.analysis.roles import ABBREVIATED, ROLES
from copylint.checks.names._place import told
from copylint.document import BODY, Document, Entity, Mention
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.words import Words

_WORD_BEFORE = lazy(r"([^\W\d_]+)\.?[ \xa0]\Z")
_SURNAME = lazy(r"\b(?:(?:[Vv][ao]n|[Dd]e|[Dd]er|[Dd]en|[Ll][ae]|[Ee]l|[Aa]l|[Bb]in|St\.) )*\S+\Z")
_REACH, _NEAR, _SHORT = 30, 8, 30
_TITLED = (ROLES | TITLES | ABBREVIATED) - {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"}


def check(document: Document) -> Iterator[Match]:
    """The second full name with the same word for what somebody is, where nobody else in the story has the surname."""
    for person in document.people if _may_be(document.words) else ():
        first: dict[str, Mention] = {}
        for mention in told(document, person):
            title = _title(document, mention) if " " in mention.surface else ""
            if not title:
                continue
            before = first.setdefault(title, mention)
            if before is not mention and _is_again(document, before, mention):
                if not _has_namesake(document, person):
                    yield Match(
                        mention.span,
                        details={"title": title, "surname": _surname(mention)},
                        related=(Related(before.span, "introduced here"),),
                    )
                break


def _may_be(words: Words) -> bool:
    """Whether one title stands before one pair of capitalised words twice: cheaper to know than who is named."""
    seen: set[tuple[str, str, str]] = set()
    for title in _TITLED & words.index.keys():
        numbers = words.index[title]
        for number in numbers if len(numbers) > 1 else ():
            first = number + 2 if words.surface(number + 1) == "." else number + 1
            if first + 1 < len(words) and (given := words.surface(first))[0].isupper():
                found = (title, given, words.surface(first + 1)[:3])
                if found in seen:
                    return True
                seen.add(found)
    return False


def _title(document: Document, mention: Mention) -> str:
    """The word before a full name that says what somebody is; empty where there is none."""
    start = mention.span.start
    before = _WORD_BEFORE.search(document.prose, max(0, start - _REACH), start)
    word = before[1] if before else ""
    return word if word in _TITLED else ""


def _surname(mention: Mention) -> str:
    found = _SURNAME.search(mention.surface)
    return found[0] if found else mention.surface


def _is_again(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether one mention follows another in the same stretch of copy: near, and with no heading or time between."""
    between = document.blocks[before.block + 1 : mention.block]
    if document.prose[document.blocks[mention.block].span.start] == "<":
        return False
    if before.surface != mention.surface or len(between) >= _NEAR:
        return False
    return all(block.kind in BODY and block.span.length > _SHORT for block in between)


def _has_namesake(document: Document, person: Entity) -> bool:
    """Whether a longer name with the same surname is somebody else’s."""
    names: Sequence[str] = max((mention.surface for mention in person.mentions), key=len).split()
    surname = folded(names[-1])
    for run in document.name_runs:
        words = [word for word in run.words if word not in TITLES]
        if len(words) > 1 and words[0] not in names and any(folded(word) == surname for word in words[1:]):
            at = next(place for place, word in enumerate(words) if folded(word) == surname)
            if words[at - 1] not in names:
                return True
    return False


RULE = Rule(
    code="NAM034",
    name="title-and-name-again",
    summary="Somebody is introduced a second time, with the same title and the full name.",
    rationale="It reads as if another person came in, or as if two drafts had been joined.",
    message="“{text}” is introduced as “{title}” further up already. “{surname}” here?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "The firm’s founder Carmen Duarte spoke on Monday. Duarte was tired. Later founder {Carmen Duarte} drove home.",
        "Sen. Nils Aagaard voted against it. On Tuesday, Sen. {Nils Aagaard} flew home.",
    ),
    good=(
        "The firm’s founder Carmen Duarte spoke on Monday. Later Duarte drove home.",
        "Founder Carmen Duarte spoke on Monday. Later the mayor met chairwoman Carmen Duarte.",
        "Sen. Nils Aagaard voted against it. “I like Sen. Nils Aagaard,” she said.",
        "Sen. Nils Aagaard met his brother Bo Aagaard. On Tuesday, Sen. Nils Aagaard flew home.",
    ),
)
