"""A word that stands for another, told by its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from copylint.analysis.kept import kept
from copylint.document import Document, Knowledge
from copylint.neighbours import Around, Company, Near, company
from copylint.rule import Confidence, Fix, Match, Quotes, Rule, Severity

_HEARD_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        *(
            ("their", "there"),
            ("their", "they're"),
            ("there", "they're"),
            ("its", "it's"),
            ("your", "you're"),
            ("whose", "who's"),
        ),
        *(("to", "too"), ("hear", "here"), ("past", "passed"), ("led", "lead"), ("know", "no"), ("knew", "new"), ("by", "buy")),
        *(("peace", "piece"), ("brake", "break"), ("right", "write"), ("threw", "through"), ("weather", "whether")),
    )
)
"""Words that sound the same: nobody said the wrong one, so that inside a quotation too it is a slip of who wrote it down."""


def check(document: Document) -> Iterator[Match]:
    """Each word of the tables of confusions whose neighbours call for another, with that other."""
    words = document.words
    told, small = _companies(document.knowledge), words.small
    for number in words.places(told.words):
        asked = told[small[number]]
        if asked is None or not asked.may_tell(small[number - 1], small[number + 1]):
            continue
        near = _near(document, number)
        if words.surface(number)[:1].isupper() and near(-1):
            continue
        meant = asked.meant(near, _around(document, number))
        if meant is None:
            continue
        span = words.span(number, number + 1)
        if frozenset((small[number], meant)) in _HEARD_ALIKE or not document.is_quoted(span):
            yield Match(span, (_styled(meant, words.surface(number), words.prose),))


class _Companies(dict[str, "Company | None"]):
    """The contexts of each word of the tables, made when they are first asked for; None for any other."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self.words = frozenset(knowledge.confusions)
        self._confusions = knowledge.confusions

    def __missing__(self, word: str) -> Company | None:
        if word not in self._confusions:
            return None
        made = self[word] = company(self._confusions[word])
        return made


_companies = kept(_Companies)


def _near(document: Document, number: int) -> Near:
    """What gives the tokens beside a token, within its sentence."""
    words = document.words
    sentence = document.sentences[document.sentence_at(words.starts[number])].span

    def near(steps: int) -> str:
        place = number + steps
        is_inside = 0 <= place < len(words) and sentence.start <= words.starts[place] < sentence.end
        return words.surface(place) if is_inside else ""

    return near


def _around(document: Document, number: int) -> Around:
    """What gives the other words of a token's sentence in small letters."""
    words = document.words

    def around() -> frozenset[str]:
        sentence = document.sentences[document.sentence_at(words.starts[number])].span
        first, end = (bisect_left(words.starts, offset) for offset in (sentence.start, sentence.end))
        return frozenset((*words.small[first:number], *words.small[number + 1 : end]))

    return around


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
    quotes=Quotes.INCLUDE,  # for words that sound the same
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
        "The wine will please any {palette => palate}, and he walked with an unsteady {gate => gait}.",
        "A {censor => sensor} found smoke in the car; experts came to {diffuse => defuse} the bomb.",
        "The deal was called {of => off} on Monday, and they lay in the {son => sun}.",
        "“They sold {there => their} house,” she said, “and {your => you're} welcome to it.”",
    ),
    good=(
        "They advise the government, and their advice is good.",
        "“He gave me some good advise,” she wrote.",
        "They too have the ability to win, and their right to try is clear.",
        "It's time to go; who's there, and whose is it?",
        "Those who advise ministers take advice themselves.",
        "They lost there last year; it’s people they need; he took of late what was his of right.",
        "The principle of the law, the whole of it and the sole heir; the economy as a whole in May; a hoard of coins.",
        "Will this lead to war? To people in need it was quiet early on, and it had rained for weeks.",
        "They drove past the wall, let go of the ladder and saw the tail of the whale; right now the weak suffer.",
        "Her son set a record at a second site; they meet in secret and know more about it.",
        "The light was diffused by the clouds, and the yolk of the egg is rich; a palette of blue and a gate for the horses.",
        "The plane circled the isle of Skye; the site of the battle has a garden; they asked a lot of patience and skill.",
        "They're free and they're way more fun; in the final episode, under new laws, she thought very carefully about it.",
        "In the end it's money that counts; photos taken there show the damage, and he waived his right.",
    ),
)
