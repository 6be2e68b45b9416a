"""Studies or polls that show something, and nobody knows which."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.attribution._claim import found, has_name, is_sourced, text
from copylint.document import BODY, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Rule, Severity
from copylint.spans import Span

_STUDIES = lazy(
    r"(?:(?<=[.!?”\"\n\r,;:—–-][ \t])|(?<=[\n\r])|(?<=\bthat )|(?<=\bbut )|(?<=\band )|(?<=\bas )|(?<=\bwhile )"
    r"|(?<=\bbecause )|\A)"
    r"(?:(?:some|many|several|recent|new|numerous|various|other|most|previous|multiple|past|early|countless|all"
    r"|the latest)\s){0,2}"
    r"(?:(?:scientific|academic|medical|opinion|public|national|state|internal)\s)?"
    r"(?:studies|polls|surveys|research|polling|statistics|reports|evidence)"
    r"\s(?:(?:also|now|consistently|repeatedly|clearly|generally|increasingly)\s)?(?:have\s|has\s|had\s)?(?:also\s"
    r"|consistently\s|repeatedly\s|long\s)?"
    r"(?:shows?|shown|showed|suggests?|suggested|finds?|found|indicates?|indicated|reveals?|revealed|proves?|proved"
    r"|proven|confirms?|confirmed|say|said)\b",
    re.IGNORECASE,
)
_WHAT = frozenset(["studies", "polls", "surveys", "research", "polling", "statistics", "reports", "evidence"])
_SHOWS = frozenset(
    "also now consistently repeatedly clearly generally increasingly have has had long"
    " show shows shown showed suggest suggests suggested find finds found indicate indicates indicated reveal reveals revealed"
    " prove proves proved proven confirm confirms confirmed say said".split()
)
_EXAMPLE = lazy(
    r"\b(?:by|from|conducted|published|journal|university|institute|college|poll|survey|study|researchers|report|journal)\b",
    re.IGNORECASE,
)

_REACH = 400


def check(document: Document) -> Iterator[Match]:
    """Each such claim where neither its own sentence, after it, nor the next names a study, a poll or its makers, and nobody
    in its own sentence vouches for it.
    """
    for match, sentence in found(document, _STUDIES, document.words.pairs(_WHAT, _SHOWS)):
        if is_sourced(document, sentence, besides=Span(*match.span())):
            continue
        own = document.sentences[sentence].span
        after = document.prose[match.end() : min(own.end, match.end() + _REACH)]
        following = text(document, sentence + 1)
        before = text(document, sentence - 1)
        if _is_example(after) or _is_example(following) or _is_example(before):
            continue
        yield Match(Span(*match.span()))


def _is_example(words: str) -> bool:
    return _EXAMPLE.search(words) is not None and (has_name(words) or any(letter.isdigit() for letter in words))


RULE = Rule(
    code="ATT104",
    name="bare-studies",
    summary="Studies, polls or research are said to show something, and none is named.",
    rationale="A reader who wants to look it up has nothing to look for.",
    message="“{text}”: which? Name one, or who made it?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="AP Stylebook, “polls and surveys”: a story on a poll says who made it",
    blocks=BODY,
    triggers=_WHAT,
    check=check,
    bad=(
        "{Studies show} that sleep helps the memory. Few of us get enough.",
        "The race is close, but {recent polls suggest} that the mayor will lose.",
    ),
    good=(
        "Studies published in the Riverside Journal of Medicine show that sleep helps.",
        "Studies show that sleep helps the memory. One by Riverside University followed 400 pupils.",
        "“Studies show that sleep helps,” she said.",
        "The studies show that sleep helps.",
        "A Gallup poll suggests that the mayor will lose.",
        "Polls show Labour on 40%, YouGov says.",
    ),
)
