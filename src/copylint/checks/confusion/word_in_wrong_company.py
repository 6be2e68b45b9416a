"""A word that stands for another, told by its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import Document
from copylint.neighbours import Near, company
from copylint.rule import Confidence, Fix, Match, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """Each word of the tables of confusions whose neighbours call for another, with that other."""
    confusions, words = document.knowledge.confusions, document.words
    for number in words.places(frozenset(confusions)):
        meanings = confusions.get(words.folded(number).replace("’", "'"))
        near = _near(document, number)
        if meanings is None or (words.surface(number)[:1].isupper() and near(-1)):
            continue
        meant = company(meanings).meant(near)
        if meant is not None:
            yield Match(words.span(number, number + 1), (_cased(meant, words.surface(number)),))


def _near(document: Document, number: int) -> Near:
    """What gives the tokens beside a token, within its sentence."""
    words = document.words
    sentence = document.sentences[document.sentence_at(words.starts[number])].span

    def near(steps: int) -> str:
        place = number + steps
        is_inside = 0 <= place < len(words) and sentence.start <= words.starts[place] < sentence.end
        return words.surface(place) if is_inside else ""

    return near


def _cased(meant: str, surface: str) -> str:
    return meant[0].upper() + meant[1:] if surface[0].isupper() else meant


RULE = Rule(
    code="USE150",
    name="word-in-wrong-company",
    summary="A word stands where its neighbours call for another that looks or sounds like it.",
    rationale="No spelling checker sees it; every reader does.",
    message="“{text}”: did you mean “{replacement}”?",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    supersedes=("USE105", "GRM124", "PUN130"),
    check=check,
    bad=(
        "The lawyer gave her some good {advise => advice}.",
        "They hope to {advice => advise} the new government.",
    ),
    good=(
        "They advise the government, and their advice is good.",
        "“He gave me some good advise,” she wrote.",
        "Those who advise ministers take advice themselves.",
    ),
)
