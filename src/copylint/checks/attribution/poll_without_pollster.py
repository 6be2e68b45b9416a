"""What a poll says, and nobody knows which poll."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_SHARE = r"(?:just\s|only\s|about\s|around\s|nearly\s|some\s|roughly\s)?\d[\d.]{0,4}(?:\s?%|\sper\s?cent\b)"
_PEOPLE = (
    "voters|americans|adults|respondents|republicans|democrats|independents|britons|australians|canadians|evangelicals|women|men"
    "|whites|blacks|hispanics|latinos|millennials|parents|conservatives|liberals"
)
_HOLD = (
    "say|said|view|viewed|see|saw|approve|approved|disapprove|disapproved|favou?r|favou?red|support|supported|oppose|opposed|believe"
    "|believed|think|thought|want|wanted|trust|trusted|distrust|agree|agreed|disagree|disagreed|prefer|preferred|back|backed|like"
    "|dislike|expect|fear|feel|rate|rated"
)
_STANDING = lazy(
    rf"\b(?:leads?|leading|trails?|trailing|beats|beating|edges?|edging|tops?|ahead\sof)\s[^.;!?\r\n]{{0,60}}?\b\d[\d.]{{0,4}}"
    rf"(?:\s?%|\sper\s?cent)?\s?(?:to|[-–])\s?{_SHARE}"
    rf"|\b(?:support|backing)\s(?:of|from|among)\s{_SHARE}\sof\b"
    rf"|\b{_SHARE}\sof\s(?:[\w’'-]+\s){{0,3}}?(?:{_PEOPLE})\s(?:now\s|also\s|still\s)?(?:{_HOLD})\b"
    rf"|\b(?:viewed|seen)\s(?:un)?favou?rably\sby\s{_SHARE}"
    r"|\b(?:approval|favou?rability)\s(?:ratings?|numbers)\s(?:(?:is|was|are|were|has|have|had|stands?|stood|hovers?|hovering|risen|rose"
    r"|fallen|fell|dropped|now|just|only|about)\s){0,3}?(?:of|at|to|in)\s(?:the\s)?(?:just\s|only\s|about\s)?(?:low\s|mid-?|high\s)?\d\d"
    r"(?:s\b|\s?%|\sper\s?cent\b)?",
    re.IGNORECASE,
)
_LEAD = frozenset(
    "lead leads leading trail trails trailing beats beating edge edges edging top tops ahead support backing favorably"
    " favourably unfavorably unfavourably rating ratings numbers".split()
)
_GROUPS = frozenset(_PEOPLE.split("|"))
_POLL = lazy(
    r"\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed|gallup|yougov|ipsos|quinnipiac|rasmussen|pew|census|average|according"
    r"|stud(?:y|ies)|votes|ballots?|turnout|counted|precincts?|delegates|results|returns|won|referendum|questionnaire|data|figures)\b",
    re.IGNORECASE,
)
_NAMED = lazy(r"\b(?:polls?|polling|pollsters?|surveys?|questionnaire)\b", re.IGNORECASE)
_VAGUE = lazy(
    r"\b(?:sagging|slipping|falling|sinking|dismal|declining|rising|slumping|dropping|soaring|improving|sliding|plunging|flagging)"
    r"\s(?:poll\snumbers|polls)\b"
    r"|\b(?:leads?|leading|led|trails?|trailing|trailed|sagged|slipped|slipping|fell|falling|fallen|rising|rose|risen|slumped|sank"
    r"|sinking|surged|surging|climbed|climbing|dropped|dropping|ahead|behind|struggling|stumbling|tied)\s(?:[\w’'.]+\s){0,4}?in"
    r"\s(?:the\s|most\s|recent\s|national\s|several\s|opinion\s|state\s){0,3}polls\b(?!\s(?:by|from|conducted|released|taken))",
    re.IGNORECASE,
)
_POLLS = frozenset(["polls", "poll"])
_NAMES_ONE = lazy(
    r"\b(?!(?:The|An?|In|Recent|New|Most|Some|Many|National|Opinion|Poll)\b)[A-Z][\w/&.-]+\s"
    r"(?:(?:national|state|tracking|new|online|exit)\s)?(?:polls?|survey)\b"
    r"|\b(?:polls?|survey)\s(?:[\w-]+\s){0,2}?(?:by|from|conducted|released|taken|shows?|showed|found|finds)\b|\b(?:RealClear\w*|FiveThirtyEight|Gallup|YouGov|Ipsos|Quinnipiac|Rasmussen|Monmouth|Marist)\b"
)
_NEAR = (-2, -1, 0, 1)


def check(document: Document) -> Iterator[Match]:
    """Each standing of somebody in a poll, where the story has named no poll and nothing near it speaks of a count.

    “Leading in the polls”, without figures, counts once, and only where the story names no poll at all.
    """
    yield from _standings(document)
    vague = next(iter(found(document, _VAGUE, document.words.places(_POLLS))), None)
    if vague is not None and not is_sourced(document, vague[1]) and not _NAMES_ONE.search(document.prose):
        yield Match(Span(*vague[0].span()))


def _standings(document: Document) -> Iterator[Match]:
    """The standings in figures."""
    words = document.words
    percents = words.digits
    if not percents:
        return
    asked = -1
    is_named = False
    for match, sentence in found(document, _STANDING, percents, words.places(_LEAD | _GROUPS)):
        if sentence == asked or is_sourced(document, sentence, besides=Span(*match.span())):
            continue
        if any(_POLL.search(text(document, sentence + step)) for step in _NEAR):
            continue
        is_named = is_named or bool(_NAMED.search(document.prose, 0, match.start()))
        if not is_named:
            asked = sentence
            yield Match(Span(*match.span()))


RULE = Rule(
    code="ATT115",
    name="poll-without-pollster",
    summary="The figures of a poll stand where no poll is named.",
    rationale="Who asked, when, whom and with what margin of error: without it the reader can’t tell what a figure is worth.",
    message="“{text}”: in whose poll, and when?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP Stylebook, “polls and surveys”: a story on a poll says who made it, when, and with what margin of error",
    blocks=BODY,
    check=check,
    bad=(
        "The race is close. Lee {leads Roe 45 percent to 42 percent}.",
        "The law is new. {About 63 percent of likely voters say} they don’t know it.",
        "The mayor spoke on Monday amid {sagging poll numbers}.",
        "Lee, who has been {leading in the polls}, spoke on Monday.",
        "She is not loved. She is {viewed favorably by 31 percent}. Her {approval rating fell to 29} last month.",
    ),
    good=(
        "A poll by Riverside University was out on Monday. Lee leads Roe 45 percent to 42 percent.",
        "About 63 percent of likely voters say they don’t know it, according to Gallup.",
        "“She leads him 45 percent to 42 percent,” he said.",
        "Lee leads Roe 45 percent to 42 percent with nine of ten precincts counted.",
        "About 63 percent of the houses have no roof.",
        "Lee, who has been leading in the polls, spoke on Monday. A Riverside University poll has her at 45 percent.",
        "A poll came out. The law is new.\n\nIt is old.\n\nIt is long.\n\nAbout 63 percent of voters say they don’t know it.",
    ),
)
