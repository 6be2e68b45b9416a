"""A word that stands for another, told by its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import Document
from copylint.neighbours import Company, Near, company
from copylint.rule import Confidence, Fix, Match, Rule, Severity


def check(document: Document) -> Iterator[Match]:
    """Each word of the tables of confusions whose neighbours call for another, with that other."""
    confusions, words = document.knowledge.confusions, document.words
    asked: dict[str, Company] = {}
    last = len(words) - 1
    for number in words.places(frozenset(confusions)):
        word = words.folded(number).replace("’", "'")
        if word not in confusions:
            continue
        told = asked.get(word) or asked.setdefault(word, company(confusions[word]))
        if not told.may_tell(words.surface(number - 1) if number else "", words.surface(number + 1) if number < last else ""):
            continue
        near = _near(document, number)
        if words.surface(number)[:1].isupper() and near(-1):
            continue
        meant = told.meant(near)
        if meant is not None:
            yield Match(words.span(number, number + 1), (_styled(meant, words.surface(number), words.prose),))


def _near(document: Document, number: int) -> Near:
    """What gives the tokens beside a token, within its sentence."""
    words = document.words
    sentence = document.sentences[document.sentence_at(words.starts[number])].span

    def near(steps: int) -> str:
        place = number + steps
        is_inside = 0 <= place < len(words) and sentence.start <= words.starts[place] < sentence.end
        return words.surface(place) if is_inside else ""

    return near


def _styled(meant: str, surface: str, prose: str) -> str:
    """What was meant, with the capital of what is written and the apostrophes of the copy."""
    cased = meant[0].upper() + meant[1:] if surface[0].isupper() else meant
    return cased.replace("'", "’") if "’" in prose else cased


RULE = Rule(
    code="USE150",
    name="word-in-wrong-company",
    summary="A word stands where its neighbours call for another that looks or sounds like it.",
    rationale="No spelling checker sees it; every reader does.",
    message="“{text}”: did you mean “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    supersedes=("USE105", "GRM104", "GRM105", "GRM124", "GRM125", "GRM132", "PUN130"),
    check=check,
    bad=(
        "The lawyer gave her some good {advise => advice}.",
        "They hope to {advice => advise} the new government.",
        "They sold {there => their} house, because {its => it's} not the right size.",
        "{Whose => Who's} going to say that {your => you're} welcome?",
        "It was far {to => too} late, and they {where => were} told so.",
        "The party cast {there => their} votes, and the firm lost {it's => its} main sponsor.",
        "A {hoard => horde} of fans and a {stationery => stationary} car stood by the {statute => statue} of Mary.",
        "The deal was called {of => off} on Monday, and they lay in the {son => sun}.",
    ),
    good=(
        "They advise the government, and their advice is good.",
        "“He gave me some good advise,” she wrote.",
        "They too have the ability to win, and their right to try is clear.",
        "It's time to go; who's there, and whose is it?",
        "Those who advise ministers take advice themselves.",
        "They lost there last year; it’s people they need; he took of late what was his of right.",
        "The principle of the law, the whole of it and the sole heir; the economy as a whole in May; a hoard of coins.",
    ),
)
