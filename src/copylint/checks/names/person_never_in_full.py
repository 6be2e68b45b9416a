"""A person whom the story names by surname alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from copylint.analysis.full_name import DATES
from copylint.analysis.name_run import OPENERS, PARTICLES, TITLES
from copylint.analysis.roles import ABBREVIATED
from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span
from copylint.words import Words

_TITLES = frozenset(
    "Mr Mrs Ms Dr Prof Professor Senator Sen Representative Rep Congressman Congresswoman Governor Gov Lt Gen Adm Admiral"
    " Capt Colonel Col Major Maj Sergeant Sgt Corporal Officer Detective Inspector Constable Sheriff Judge Mayor"
    " Councillor Cllr Coun Councilman Councilwoman Alderman Rabbi Commissioner Superintendent Coach".split()
)
_POLITE = frozenset(["Mr", "Mrs", "Ms", "Dr"])
_SURNAME = lazy(r"(?:Mc|Mac|O[’']|D[’'])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)*")
_NAME_BEFORE = lazy(r"(?:[A-Z][^\s.,;:]*[^\x00-\x7f][^\s.]*|[A-Z]\w*[”\"’')]|[’']s)\s\Z")
_END = lazy(r"(?![^\s.,;:?!’'”\")\]—–/-])")
_SPOKEN = lazy(r"<|(?:[QA]|[A-Z]{3,}[A-Z .]*): ")
_POSSESSIVE = lazy(r"['’]s?\Z")
_REACH, _SHORT = 20, 4
_INTRODUCING = frozenset(
    "President Pres Pope King Queen Prince Princess Saint St Lord Lady Sultan Emir Sir Dame Baroness Baron Duke Duchess Emperor"
    " Chancellor Premier Minister Justice Sister Brother Mother Father Chief".split()
)
"""Titles that are as good as a first name."""
_FAMOUS = {
    surname: f"{given} {surname}"
    for given, surname in (
        name.split(" ")
        for name in (
            "Barack Obama,Donald Trump,Hillary Clinton,Joe Biden,Bernie Sanders,Ted Cruz,Marco Rubio,John Kasich,Mitt Romney,"
            "Nancy Pelosi,Mitch McConnell,Chuck Schumer,Kamala Harris,Mike Pence,Vladimir Putin,Angela Merkel,Olaf Scholz,"
            "Emmanuel Macron,Nicolas Sarkozy,François Hollande,Volodymyr Zelenskyy,Volodymyr Zelensky,Benjamin Netanyahu,"
            "Narendra Modi,Justin Trudeau,Jeremy Corbyn,Keir Starmer,Rishi Sunak,Nigel Farage,Elon Musk,"
            "Jair Bolsonaro,Nicolás Maduro,Rodrigo Duterte,Viktor Orbán,Giorgia Meloni,Silvio Berlusconi,Alexei Navalny,"
            "Mark Zuckerberg,Jeff Bezos,Julian Assange,Edward Snowden,Jacinda Ardern,Jean-Claude Juncker,Christine Lagarde"
        ).split(",")
    )
}
_LABELLING = frozenset(["the", "a", "an", "pro", "anti"])
_OWNERS = ("", "'s", "’s", "'", "’")
_WRITTEN = {surname + owner: surname for surname in _FAMOUS for owner in _OWNERS}
_MODIFIED = frozenset(
    "ad ad. administration administrations ads adviser advisers advisor advisors aide aides allies ally appointee"
    " appointees backer backers bid cabinet camp campaign campaigns critic critics delegate delegates doctrine effect"
    " email emails era family fan fans foundation fundraiser government hotel impersonator loyalist loyalists movement"
    " nominee nominees official officials organization plan policies policy presidency rallies rally spokesman"
    " spokesperson spokeswoman staff staffer staffers supporter supporters surrogate surrogates team ticket victory"
    " voter voters white win years".split()
)
"""Words that make a label of the name before them: “the Trump campaign”."""


def check(document: Document) -> Iterator[Match]:
    """The first place of each such surname: with a title, or alone where it is somebody’s of whom everybody has heard."""
    words = document.words
    found: list[Match] = []
    famous = (surname for surface, surname in _WRITTEN.items() if surface in words.index)
    for surname in sorted({*_titled(words), *famous}):
        match = _first(document, surname)
        if match is not None:
            found.append(match)
    yield from found


def _titled(words: Words) -> Iterator[str]:
    """The surnames that stand right after a title."""
    for title in _TITLES & words.index.keys():
        for number in words.index[title]:
            after = _after_title(words, number)
            surname = _POSSESSIVE.sub("", words.surface(after)) if after < len(words) else ""
            if _SURNAME.fullmatch(surname) and surname not in TITLES:
                yield surname


def _after_title(words: Words, number: int) -> int:
    """The number of the token that a title leads to, over its stop; behind all of them where it leads to none."""
    end, prose = words.ends[number], words.prose
    if prose[end : end + 2] == ". ":
        return number + 2 if words.surface(number) in ABBREVIATED else len(words)
    is_whole = len(words.surface(number)) > _SHORT or words.surface(number) in _POLITE
    return number + 1 if is_whole and prose[end : end + 1] in (" ", "\xa0") else len(words)


def _first(document: Document, surname: str) -> Match | None:
    """The first place of a surname in running copy, where none of its places has a first name or a title as good."""
    words, first = document.words, -1
    places = (words.index.get(surname + owner, ()) for owner in _OWNERS)
    for number in sorted(chain.from_iterable(places)):
        title = _before(words, number)
        if title in _INTRODUCING or (title and title not in _TITLES) or (surname not in _FAMOUS and _goes_on(words, number)):
            return None
        span = Span(words.starts[number], words.starts[number] + len(surname))
        if _is_glued(document, span):
            return None
        if first < 0 and (title or _is_famous(words, number, surname)) and _is_told(document, span):
            first = span.start
    if first < 0:
        return None
    full = _FAMOUS.get(surname, "")
    return Match(Span(first, first + len(surname)), details={"who": f"“{full}”?" if full else "Who is it?"})


def _before(words: Words, number: int) -> str:
    """The word with a capital that a surname follows: a title, or part of a longer name; empty where there is none."""
    prose, start = words.prose, words.starts[number]
    if number == 0 or prose[start - 1 : start] not in (" ", "\xa0"):
        return ""
    before = words.surface(number - 1)
    if before == "." and number > 1:
        before = words.surface(number - 2)
        return before if len(before) == 1 or before in ABBREVIATED else ""
    if not before[0].isupper() or before in OPENERS or words.ends[number - 1] != start - 1:
        return ""
    return "" if before in DATES or before.endswith(("’s", "'s")) else before


def _goes_on(words: Words, number: int) -> bool:
    """Whether another word with a capital, or a small word of names, follows right after."""
    if number + 1 == len(words) or words.prose[words.ends[number]] not in " \xa0":
        return False
    after = words.surface(number + 1)
    return after[0].isupper() or after in PARTICLES or after.startswith(("al-", "el-"))


def _is_famous(words: Words, number: int, surname: str) -> bool:
    """Whether a surname is a famous one that is no label of something else."""
    if surname not in _FAMOUS:
        return False
    after = words.surface(number + 1) if number + 1 < len(words) else "."
    if number and words.surface(number - 1).lower() in _LABELLING:
        return False
    is_owner = words.surface(number) != surname
    return is_owner or (_POSSESSIVE.sub("", after) not in _MODIFIED and not _goes_on(words, number))


def _is_glued(document: Document, span: Span) -> bool:
    """Whether more of the name stands beside a surname: a first name that came out wrong or is in quotation marks."""
    before = _NAME_BEFORE.search(document.prose, max(0, span.start - _REACH), span.start)
    return before is not None or not _END.match(document.prose, span.end)


def _is_told(document: Document, span: Span) -> bool:
    index = document.block_at(span.start)
    if index < 0 or document.blocks[index].kind not in BODY or document.is_quoted(span):
        return False
    return _SPOKEN.match(document.prose, document.blocks[index].span.start) is None


RULE = Rule(
    code="NAM035",
    name="person-never-in-full",
    summary="A person is named by surname alone, and the story never has the full name.",
    rationale="Nobody is so well known that a reader years on, or abroad, needn’t be told who is meant.",
    message="“{text}” never has a full name in the story. {who}",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "The vote was close. Sen. {Aagaard} voted against it, and so did two others.",
        "The plan is like that of {Trump}, she wrote.",
    ),
    good=(
        "Sen. Nils Aagaard voted against it. Sen. Aagaard was alone.",
        "The plan is like that of Donald Trump. Trump has not seen it.",
        "She was in the Trump administration’s employ, and likes President Obama. Mr. Obama likes her.",
        "“Trump is right,” he said to François Hollande, and went home to Sen. Nils Aagaard.",
        "Pope Francis met Queen Margaret, and a pro-Trump crowd cheered.",
    ),
)
