"""A group without names that says something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from copylint.checks.attribution._claim import found, is_lead, is_named_source, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_GROUP = (
    "experts|critics|analysts|observers|commentators|pundits|skeptics|sceptics|detractors|opponents"
    "|proponents|scholars|historians"
    "|scientists|economists|strategists|advocates|activists|campaigners|onlookers|defenders|residents"
    r"|environmentalists|(?:(?:human|civil)\s)?rights\sgroups|aid\sgroups|aid\sworkers|insiders"
)
_SAYS = (
    "say|says|said|argue|argued|claim|claimed|warn|warned|believe|fear|feared|contend|contended|suggest|suggested"
    "|insist|insisted|complain"
    "|complained|predict|predicted|point out|pointed out|maintain|maintained|worry|note|noted|agree|think|charge|counter"
    "|have called|added|caution|cautioned|accuse|accused|describe|described|question|questioned|dispute|disputed|doubt|doubted"
    "|disagree|blame|blamed|see|expect|expected|estimate|estimated|recommend|allege|alleged|object|objected"
)
_PEOPLE = (
    "members|supporters|voters|leaders|lawmakers|legislators|senators|politicians|republicans|democrats|conservatives"
    "|liberals|officials|parents|employees|workers|users|fans|locals|neighbou?rs|colleagues|donors|investors|executives"
    "|aides|advisers|advisors|students|teachers|doctors|lawyers|protesters|groups|shareholders|customers|patients|passengers|drivers"
)
_ALSO = r"(?:also\s|have\s(?:long\s|also\s)?|still\s|now\s|have\s)?"
_SAYING = lazy(
    r"(?<![\w’'-])(?:(?:(?:some|many|most|several|other|a few|outside|independent|legal|political|security|health"
    r"|military|industry|local|environmental|human rights|government)\s)?"
    rf"(?P<group>{_GROUP})|(?P<some>some|many|others|most people|some people|many people))"
    rf"\s{_ALSO}(?:{_SAYS})\b",
    re.IGNORECASE,
)
_SOME_SAYING = lazy(
    rf"(?<![\w’'-])(?:(?:some|many|several|most|a\snumber\sof)\s(?:[\w’'-]+\s){{0,2}}(?P<group>{_PEOPLE})"
    r"(?:\s(?:of|in|from|at|on|inside|within|around)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)?"
    rf"|(?P<some>many|some|most|several)\sof\swhom)\s{_ALSO}(?:{_SAYS}|(?:have\s)?been\scritical)\b",
    re.IGNORECASE,
)
_OWNED = lazy(
    r"(?:\b[A-Z][\w’'-]*|\b(?:Mrs?|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|[A-Z])\.|[’']s|\b(?:of|the|these|those|her|his|my|our|your|their|its|both|two|three|by|and|for|with|from|to|than"
    r"|as|among|between|campaign|few|even|virtually|all))\s\Z"
)
_NAME = lazy(r"\b[A-Z][a-z][\w’'-]+")
_EXAMPLE = lazy(r"\b(?:such as|including|among them|like)\s(?:[a-z][\w’'-]*\s){0,4}?[A-Z]")
_PERSON = lazy(r"\b[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?[A-Z][a-z]")
_KNOWING = lazy(
    r"(?:expert|analyst|scholar|historian|scientist|economist|strategist|commentator|pundit|observer|environmentalist)s?\Z",
    re.IGNORECASE,
)
_KNOWS = lazy(
    r"\b(?:professor|lecturer|universit\w+|institut\w+|school|college|director|head|chief|analyst|expert|specialist|researcher"
    r"|scientist|economist|historian|scholar|strategist|consultant|lawyer|attorney|barrister|advis[eo]r|doctor|engineer|author|editor|fellow|foundation|center"
    r"|centre|study|who\s(?:has\s)?(?:studie[sd]|teach\w*|taught|wrote|advise[sd]|work\w*))\b|\b(?:Dr|Prof)\b",
    re.IGNORECASE,
)
_OFFICIAL = lazy(r"\b(?:spokes\w+|prosecutor|police|sheriff|minister|secretary|ministry|herald|times|reuters)\b", re.IGNORECASE)
_APART = lazy(r";|\bwhile\b|\bwhereas\b")
_FURTHER = 5
"""So many sentences of a quotation are read up to where its speaker is named."""
_ONE = lazy(r"\bOne(?:\s[a-z]+){1,3},\s[A-Z]")
_WHO = frozenset(["some", "many", "others", "people", "groups", "workers", *_GROUP.split("|")])
_FEW = frozenset(["some", "many", "several", "most", "number"])
_NOUNS = frozenset(["whom", "neighbors", "neighbours", *_PEOPLE.replace("neighbou?rs|", "").split("|")])
_NEXT = frozenset(["also", "have", "still", "now", *(words.partition(" ")[0] for words in _SAYS.split("|"))])


def check(document: Document) -> Iterator[Match]:
    """Each such group where neither its sentence nor the next names one of them; in the first two paragraphs only if none is"
    " named later.
    """
    shown: dict[int, bool] = {}
    words = document.words
    plain = found(document, _SAYING, words.pairs(_WHO, _NEXT))
    some = found(document, _SOME_SAYING, words.places(_FEW), words.places(_NOUNS), words.places(_NEXT))
    for match, sentence in chain(plain, some):
        before = document.prose[max(0, match.start() - 30) : match.start()]
        if _OWNED.search(before) or (match["some"] and "whom" not in match[0] and not _is_opening(before)):
            continue
        if sentence not in shown:
            shown[sentence] = _shows_one(document, sentence)
        if shown[sentence] or _is_named(document, sentence, match):
            continue
        if is_lead(document, sentence) and _is_named_later(document, sentence, match["group"] or ""):
            continue
        yield Match(Span(*match.span()), details={"who": f"Which {match['group'].lower()}" if match["group"] else "Who"})


def _is_opening(before: str) -> bool:
    """Whether “some” or “many” stands for people: at the start of a sentence or a clause, not after a list or a comparison."""
    return (
        not before.strip()
        or before.rstrip()[-1] in '.!?”"—–:;'
        or before.endswith((" but ", " while ", " though ", " although "))
    )


def _shows_one(document: Document, sentence: int) -> bool:
    """Whether a sentence gives an example, or the next speaks of one of the group."""
    return bool(_EXAMPLE.search(text(document, sentence)) or _ONE.search(text(document, sentence + 1)))


def _is_named(document: Document, sentence: int, match: re.Match[str]) -> bool:
    """Whether the sentence names somebody else who says something, or the next does."""
    if is_named_source(document, sentence, besides=Span(*match.span())) and not _is_apart(document, sentence, match):
        return True
    if _SAYING.match(text(document, sentence + 1)):
        return False
    return any(_may_be_one(document, number, "") for number in _following(document, sentence))


def _is_apart(document: Document, sentence: int, match: re.Match[str]) -> bool:
    """Whether what else the sentence reports comes after a semicolon or “while”, and is another’s word on another thing."""
    cue = document.attributions[sentence].cue
    end = document.sentences[sentence].span.end if cue is None or cue.start <= match.end() else cue.start
    return bool(_APART.search(document.prose, match.end(), end))


def _following(document: Document, sentence: int) -> Iterator[int]:
    """The next sentence, and if a quotation begins there, those up to the one that ends it."""
    last = len(document.sentences) - 1
    for number in range(sentence + 1, min(sentence + _FURTHER, last) + 1):
        yield number
        if document.attributions[number].cue or not document.is_quoted(document.sentences[number].span):
            return


def _is_new(document: Document, sentence: int) -> bool:
    """Whether the source of a sentence is brought in there: one of the group, not somebody who has spoken before."""
    source = document.attributions[sentence].source
    names = _NAME.findall(source.of(document.prose)) if source else ()
    before = document.prose[: document.sentences[sentence].span.start]
    return any(name not in before for name in names)


def _is_named_later(document: Document, sentence: int, group: str) -> bool:
    """Whether a later sentence brings in one of the group who says something."""
    return any(_may_be_one(document, number, group) for number in range(sentence + 1, len(document.sentences)))


def _may_be_one(document: Document, sentence: int, group: str) -> bool:
    """Whether a sentence brings in a person who says something and may be one of a group: an expert, if that they are."""
    source = document.attributions[sentence].source
    if not (source and _PERSON.search(source.of(document.prose)) and is_named_source(document, sentence)):
        return False
    if _OFFICIAL.search(source.of(document.prose)):
        return False
    if _KNOWING.search(group) and not _KNOWS.search(text(document, sentence)):
        return False
    return _is_new(document, sentence)


RULE = Rule(
    code="ATT101",
    name="unnamed-group",
    summary="A group without names, such as experts or critics, is said to say something.",
    rationale="Nobody can check what nobody in particular says, and the view may be the writer’s own.",
    message="“{text}”: {who}? Name one?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "It was shut.\n\nIt was mended.\n\nThen came Ann Lee. {Experts added} that it leaks. Prosecutor Tom Roe said so.",
        "{Analysts said} it leaks.\n\nIt was shut.\n\nIt stood, Tom Roe, a farmer, said. The mayor spoke of songs like “Rain”.",
        "The dam was closed on Monday.\n\nIt was opened again on Friday.\n\n{Experts say} it will not last the winter.",
        "The tax was raised.\n\nIt was raised again.\n\nThe money was spent on roads. {Some critics argue} that it was wasted.",
        "The dam was opened again.\n\nIt was shut.\n\n“It will hold,” said Ann Lee of Riverside University.\n\n"
        "It will not hold, {environmentalists say}. {Industry insiders have called} it a waste.",
        "It was shut.\n\nIt was opened again.\n\nThe town lies in a valley, where {some residents say} no warning was given.",
        "“It holds,” said Tom Roe.\n\nIt was shut.\n\nIt was opened.\n\n{Some scholars suggest} it leaks. Roe said it holds.",
        "It was shut.\n\nIt was opened again.\n\n{Several members of the council complained} that nobody had asked them."
        " The dam is feared by the farmers, {many of whom say} that it leaks.",
        "It was shut.\n\nIt was opened.\n\n{Some members of the council have been critical}; Tom Roe, the mayor, said so too.",
    ),
    good=(
        "It was opened again.\n\nThen it was closed.\n\nExperts say it will not last. Ann Lee, who built it, said she"
        " was worried.",
        "“Experts say it will not last the winter,” he shouted.",
        "It was mended.\n\nThen it was shut.\n\nSome engineers doubt it, and critics disagree. “It leaks. It did so in May,”"
        " said Ann Lee, who built it.",
        "It was opened.\n\nThen it was shut.\n\nResidents say it leaks. One resident, Ann Lee, moved to the hills.",
        "It was opened again.\n\nThen it was closed.\n\nNASA experts say it will not last the winter.",
        "Experts say the dam will not last.\n\nIt was built in 1950.\n\nThe wall is thin, said Ann Lee of Riverside"
        " University.",
        "It was opened.\n\nThen it was shut.\n\nMany members of the council, such as Ann Lee, agree.",
        "It was opened again.\n\nThen it was closed.\n\nCritics, among them Ann Lee, say that it was wasted.",
    ),
)
