"""A headline that claims reports where the story has one."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, BlockKind, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Example, Match, Quotes, Related, Rule, Severity
from copylint.spans import Span

_LABEL = lazy(r"[:–—|-]\s*(?:media )?(reports)\s*\Z|\A\s*(?:media )?(reports)\s*:", re.I)
_SEVERAL = lazy(
    r"\b(?:[Ss]everal|[Mm]edia|news|press|other|many|earlier|[Tt]he|these|recent|[Ss]ome|multiple|local|conflicting|unconfirmed|two|three|to"
    r"|initial|numerous|various|and|by|of) reports\b|\b[Rr]eports (?:say|said|suggest|that|emerged|are|were|have|had)\b"
    r"|\b(?:[Mm]edia|outlets|newspapers|papers|agencies|broadcasters|networks|websites|sources say|stations)\b",
)
_OUTLET = lazy(
    r"\b(?:BBC|CNN|CBS|NBC|ABC|MSNBC|Fox|AFP|PTI|ANI|TASS|RIA|NPR|PBS|Politico|Bloomberg|Xinhua|Axios|Wikinews"
    r"|(?:[A-Z]\w+ )+(?:News|Times|Post|Journal|Guardian|Herald|Tribune|Telegraph|Mail|TV|Radio|Today|Press|Gazette|Agency"
    r"|Independent|Mirror|Express|Star|Sun|Observer|Chronicle|Globe))\b"
)
_OPENING = 5
"""As many paragraphs tell what a story rests on."""


def check(document: Document) -> Iterator[Match]:
    """The label of a headline, where the story names one news outlet and speaks of no others."""
    for head in document.body(frozenset([BlockKind.HEADLINE])):
        label = _LABEL.search(head.span.of(document.prose))
        if label is None or any(_SEVERAL.search(block.span.of(document.prose)) for block in document.body(BODY)):
            continue
        outlets = _outlets(document)
        if len(outlets) == 1:
            first, group = outlets[0], 1 if label[1] else 2
            span = Span(head.span.start + label.start(group), head.span.start + label.end(group))
            yield Match(span, details={"outlet": first.of(document.prose)}, related=(Related(first, "named here"),))


def _outlets(document: Document) -> list[Span]:
    """Where the first paragraphs name each news outlet first."""
    opening = list(document.body(BODY))[:_OPENING]
    found = {
        entity.id: entity.mentions[0].span
        for entity in document.entities
        if entity.name and entity.name.type == "news" and any(block.span.contains(entity.mentions[0].span) for block in opening)
    }
    known = list(found.values())
    for block in opening:
        for match in _OUTLET.finditer(document.prose, block.span.start, block.span.end):
            if not any(span.overlaps(Span(*match.span())) for span in known):
                found.setdefault(match[0], Span(*match.span()))
    return list(found.values())


RULE = Rule(
    code="HED103",
    name="reports-for-one-report",
    summary="A headline says “reports” where the story rests on one.",
    rationale="The plural makes a single source look like several.",
    message="“{text}”: the story has only “{outlet}”. One report?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=frozenset([BlockKind.HEADLINE]),
    triggers=frozenset(["reports"]),
    check=check,
    bad=(
        Example(
            "# Rebels join army: {Reports}\n\nRebels have joined the army, according to the Wall Street Journal.",
            format="markdown",
        ),
        Example(
            "# Coup fails: {reports}\n\nA coup has failed, the Associated Press reports. Press reports it.", format="markdown"
        ),
        Example("# {Reports}: Minister to resign\n\nThe minister is to go on Monday, the BBC said.", format="markdown"),
    ),
    good=(
        Example("# Minister to resign: report\n\nThe minister is to go on Monday, the BBC said.", format="markdown"),
        Example("# Minister to resign: reports\n\nThe minister is to go, the BBC and Reuters said.", format="markdown"),
        Example("# Minister to resign: reports\n\nThe minister is to go, the BBC and other media said.", format="markdown"),
        Example("# Minister to resign: reports\n\nThe minister is to go, the Marrow Times and CNN said.", format="markdown"),
        Example("# Minister reports rebels\n\nThe minister spoke to the BBC.", format="markdown"),
        Example("# Minister to resign: reports\n\n“The BBC reports are wrong,” she told Reuters.", format="markdown"),
    ),
)
