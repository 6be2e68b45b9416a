"""An abbreviation or a group that is used before the story says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._place import is_short, told, told_introductions
from copylint.document import BODY, Document, Entity, Mention
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_KIND = (
    "affiliate|agency|alliance|arm|army|bank|body|branch|bureau|cell|charity|coalition|commission|committee|company|corps|council|court|"
    "department|extremists|faction|fighters|force|forces|group|groups|guerrillas|gunmen|insurgents|jihadists|militants|militia|militias|ministry|"
    "movement|network|newspaper|offshoot|organisation|organisations|organization|organizations|outfit|party|police|rebels|regulator|"
    "service|sect|separatists|unit|union|watchdog|wing"
)
_NOUN_BEFORE = lazy(rf"\b(?:{_KIND}),?\s+(?:called\s+|known\s+as\s+|named\s+)?(?:the\s+)?\Z", re.IGNORECASE)
NOUN_AFTER = lazy(rf"[ \t](?:{_KIND})\b", re.IGNORECASE)
_AFTER = lazy(r"(?:['’]s?)?\s*[,(–—]\s*(?:an?|the|one\s+of|short\s+for|or|(?:which\s+)?st(?:ands?|ood)\s+for)\s")
_IN_NAME = lazy(r"[ \t][A-Z]")
_NAME_BEFORE = lazy(r"\b(?!The\b|But\b|And\b)[A-Z][\w’'-]*[ \t]\Z")
_TIED = ("(", "[", "/", "-", "&", ".", "@", "#", "_")
_TIED_AFTER = lazy(r"[)\]/&@_-]|\.\w")
_REACH = 40
_BESIDE = 8


def check(document: Document) -> Iterator[Match]:
    """The first use of each abbreviation that the story explains only later, by its kind or by the name it stands for.

    A name that a names pack says needs no introduction counts only where the story itself introduces it in brackets.
    """
    late = set()
    for match in _introduced_late(document):
        late.add(match.span.start)
        yield match
    for entity in document.entities:
        if entity.name is None or entity.name.needs_intro:
            yield from (match for match in _early(document, entity) if match.span.start not in late)


def _introduced_late(document: Document) -> Iterator[Match]:
    """The first use of each abbreviation that stands in brackets after its full name only further down."""
    words, seen = document.words, set()
    for intro in told_introductions(document):
        short = intro.short.of(document.prose)
        if not intro.is_bracketed or intro.short.start < intro.full.start or short in seen:
            continue
        seen.add(short)
        for number in words.index.get(short, ()):
            span = words.span(number, number + 1)
            if span.start >= intro.full.start:
                break
            if _is_plain_use(document, span):
                yield Match(span, related=(Related(intro.short, "explained only here"),))
                break


def _is_plain_use(document: Document, span: Span) -> bool:
    """Whether an abbreviation stands in running copy, outside quotations and brackets, unexplained and in no longer name."""
    index = document.block_at(span.start)
    if index < 0 or document.blocks[index].kind not in BODY or document.is_quoted(span):
        return False
    prose = document.prose
    before = prose[max(0, span.start - _REACH) : span.start]
    if before[-1:] in _TIED or _TIED_AFTER.match(prose, span.end) or document.blocks[index].span.of(prose).isupper():
        return False
    return not (_IN_NAME.match(prose, span.end) or _NAME_BEFORE.search(before) or _NOUN_BEFORE.search(before))


def _early(document: Document, entity: Entity) -> Iterator[Match]:
    mentions = list(told(document, entity))
    if not mentions or not is_short(mentions[0]) or is_explained(document, mentions[0]):
        return
    if entity.name is None and _IN_NAME.match(document.prose, mentions[0].span.end):
        return
    later = next((mention for mention in mentions[1:] if not is_short(mention) or is_explained(document, mention)), None)
    if later is not None and not _is_beside(document, mentions[0], later):
        yield Match(mentions[0].span, related=(Related(later.span, "explained only here"),))


def _is_beside(document: Document, short: Mention, full: Mention) -> bool:
    """Whether only a bracket, a dash or a comma parts an abbreviation from its full name."""
    between = document.prose[short.span.end : full.span.start]
    return len(between) < _BESIDE and not any(mark in between for mark in ".;:\n\r")


def is_explained(document: Document, mention: Mention) -> bool:
    """Whether the words beside a mention say what it is: “the militia XYZ”, “XYZ, an offshoot of”."""
    prose, span = document.prose, mention.span
    before = prose[max(0, span.start - _REACH) : span.start]
    if _NOUN_BEFORE.search(before):
        return True
    return _AFTER.match(prose, span.end) is not None


RULE = Rule(
    code="NAM002",
    name="abbreviation-before-introduction",
    summary="An abbreviation stands before the story says what it is short for or what it is.",
    rationale="Whoever doesn't know the group is lost until the explanation comes.",
    message="“{text}” comes before the story says what it is. Explain it here, at its first use?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Fighters of the {PKK} crossed the river. The Kurdistan Workers’ Party has fought the state since 1984.",
        "The {TPC} called the plan weak. The Tidal Power Council had asked for more.",
        "The {RTG} called the plan weak. The Royal Trust of Gardeners (RTG) had asked for more.",
        "He joined {ISKP}, his brother said. The militant group ISKP was formed in 2015.",
        "Envoys of the {EU} met on Monday. The European Union (EU) had asked for talks.",
    ),
    good=(
        "He chose the TMD, which stands for Theatre Tram Defence, and the TMD was dear.",
        "The Kurdistan Workers’ Party (PKK) crossed the river. The PKK has fought the state since 1984.",
        "He joined the militant group ISKP, his brother said. ISKP was formed in 2015.",
        "“The PKK is gone,” he said. The Kurdistan Workers’ Party denied it.",
        "The TPC (Tidal Power Council) called the plan weak. The Tidal Power Council had asked for more.",
        "Envoys of the EU met on Monday. The European Union had asked for talks.",
        "The EU Council (EUC) met on Monday. The European Union (EU) paid for it.",
        "She is a US Army (USA) officer, and lives in the United States (US).",
        "They drove past TPC Lodge. The Tidal Power Council owns it.",
        "“The TPC called,” she said. The Tidal Power Council had asked for more.",
        "The FBI came. The Federal Bureau of Investigation did not comment.",
        "He joined the PKK, an armed Kurdish group. The Kurdistan Workers’ Party was founded in 1978.",
    ),
)
