"""A source with “the” that the story hasn't brought in, or not in this number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from copylint.checks.attribution._claim import found
from copylint.document import BODY, Document, Mention
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_ROLE = "official|source|witness|spokesman|spokeswoman|officer|aide|adviser|advisor|diplomat|lawmaker|prosecutor|lawyer|researcher|analyst|expert|doctor"
_MORE = "officials|sources|witnesses|spokesmen|spokeswomen|officers|aides|advisers|advisors|diplomats|lawmakers|prosecutors|lawyers|researchers|analysts|experts|doctors"
_SAYS = "said|says|say|told|added|warned|claimed|confirmed|denied|declined|described|argued|explained|noted|cited|reported|insisted"
_KIND = r"(?:(?P<kind>former|senior|local|military|police|defen[cs]e|intelligence|security|health|government|retired|unnamed|anonymous)\s)?"
_DEFINITE = re.compile(rf"\b(?P<words>[Tt]he\s{_KIND}(?:(?P<many>{_MORE})|(?P<one>{_ROLE})))\s(?:also\s|later\s|then\s)?(?:{_SAYS})\b")
_ROLES = re.compile(rf"\b(?P<many>{_MORE})\b|\b(?P<one>{_ROLE})\b", re.IGNORECASE)
_BODY = re.compile(rf"\b(?P<words>[Tt]he\s(?P<kind>organi[sz]ation|group|agency|outlet|newspaper|network))\s(?:also\s|later\s|has\s)?(?:{_SAYS})\b")
_PLURAL_HINT = re.compile(
    r"\b(?:two|three|four|five|six|several|many|some|both|other|another|second|colleagues?|pair|team|group|and|including|who|they)\b", re.IGNORECASE
)
_NAMED = {"newspaper": {"news"}, "outlet": {"news"}, "network": {"news", "group"}, "agency": {"org", "news"}, "group": {"group", "org"}}
_WINDOW = 3
_REACH = 60


def check(document: Document) -> Iterator[Match]:
    """Each plural source after one person only, and each “the organization said” that could be several."""
    yield from _in_another_number(document)
    yield from _of_several(document)


def _in_another_number(document: Document) -> Iterator[Match]:
    """“The officials said” where the story has brought in one official: each role in the plural that stood in the singular alone."""
    definite = [(match, sentence) for match, sentence in found(document, _DEFINITE) if match["many"]]
    if not definite:
        return
    roles = list(_ROLES.finditer(document.prose))
    for match, _ in definite:
        singular = _singular(match["many"].lower())
        earlier = [role for role in roles if role.start() < match.start("many") and _singular(role[0].lower()) == singular]
        alike = [role for role in earlier if _is_alike(document, role, match["kind"])]
        if alike and not any(role["many"] for role in alike) and len({_around(document, role) for role in alike}) > 0:
            if _is_one_person(document, alike):
                first = Span(*alike[0].span())
                yield Match(
                    Span(*match.span("words")),
                    details={"question": f"the story has brought in one {alike[0][0].lower()} only. One or more?"},
                    related=(Related(first, "one person here"),),
                )


def _singular(role: str) -> str:
    if role.endswith("men"):
        return f"{role[:-3]}man"
    return role[:-2] if role == "witnesses" else role.removesuffix("s") if role != "witness" else role
