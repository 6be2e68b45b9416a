"""Two names, or two spellings of a name, for one thing in one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from copylint.analysis.name_form import is_abbreviation, plain
from copylint.checks.names._place import form_in, told
from copylint.document import BODY, Document, Entity, Mention, Name
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Related, Rule, Severity

_EXPLAINING = lazy(
    r"(?:\(|\b(?:also|formerly|previously|once|then|now|known|called|calls|renamed|name|named|spelled|spelt|term"
    r"|acronyms?|as|or|aka"
    r"|so-called|self-styled|self-proclaimed|colonial|official|officially)\b)[^.!?\r\n]{0,25}\Z",
    re.IGNORECASE,
)
_EXPLAINED = lazy(
    r"['’]?s?\s*(?:\)|,?\s*(?:as\s+(?:it|the)\s|formerly|also\s+known|now\s+(?:called|known)|an?\s+acronym"
    r"|the\s+(?:old|former)\s))",
    re.I,
)
_REACH = 40


def check(document: Document) -> Iterator[Match]:
    """The first mention of the rarer name of each thing that a names pack knows (of two as frequent, the later), once"
    " a thing.
    """
    for entity in document.entities:
        if entity.name is not None:
            yield from _mixed(document, entity, entity.name)


def _mixed(document: Document, entity: Entity, name: Name) -> Iterator[Match]:
    forms: dict[str, list[Mention]] = {}
    for mention in told(document, entity):
        form = form_in(name, mention.surface)
        if form:
            forms.setdefault(form, []).append(mention)
    camps = _camps(list(forms), name)
    if len(camps) < 2:
        return
    sides = [sorted((mention for form in camp for mention in forms[form]), key=lambda mention: mention.span) for camp in camps]
    rarest = min(sides, key=lambda side: (len(side), -side[0].span.start))
    plainly = [mention for mention in rarest if not _is_explained(document, mention)]
    others = sorted((mention for side in sides if side is not rarest for mention in side), key=lambda mention: mention.span)
    if plainly and not any(_is_explained(document, mention) for mention in others[:1]):
        other = max(forms, key=lambda form: len(forms[form]) if forms[form][0] in others else -1)
        yield Match(
            plainly[0].span,
            details={"other": other, "count": str(len(others)), "note": name.note},
            related=tuple(Related(mention.span, "the other name") for mention in others[:5]),
        )


def _camps(forms: Sequence[str], name: Name) -> list[set[str]]:
    """The forms in sets that may stand beside each other."""
    camps = [{form} for form in forms]
    for one, two in combinations(forms, 2):
        if _agree(one, two, name):
            first = next(camp for camp in camps if one in camp)
            second = next(camp for camp in camps if two in camp)
            if first is not second:
                first |= second
                camps.remove(second)
    return camps


def _agree(one: str, two: str, name: Name) -> bool:
    """Whether two forms are no mixture: the pack says so, one is a part of the other, or one is the other's initials."""
    beside = {plain(name.canonical), *map(plain, name.compatible)}
    if {one, two} <= beside or (one.casefold() == two.casefold() and one[1:] == two[1:]):
        return True
    short, long = sorted((one, two), key=len)
    if f" {short} " in f" {long} ":
        return True
    capitals = "".join(letter for letter in long if letter.isupper())
    return is_abbreviation(short) and " " in long and short.replace(".", "").upper() == capitals


def _is_explained(document: Document, mention: Mention) -> bool:
    before = document.prose[max(0, mention.span.start - _REACH) : mention.span.start]
    return bool(_EXPLAINING.search(before)) or _EXPLAINED.match(document.prose, mention.span.end) is not None


RULE = Rule(
    code="NAM016",
    name="two-names-for-one",
    summary="One thing has two names, or two spellings of its name, in one story.",
    rationale="A reader takes two names for two things.",
    message="“{text}” here, “{other}” elsewhere in the story: one thing. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Shells fell on Kyiv at dawn. Trains left Kyiv all day. The mayor of {Kiev} asked for help.",
        "Recep Tayyip Erdoğan spoke on Monday, and {Erdogan} spoke again on Tuesday. Erdoğan left at noon.",
    ),
    good=(
        "Shells fell on Kyiv at dawn. “Kiev will hold,” he said.",
        "The city of Mumbai, formerly known as Bombay, was flooded.",
        "The Islamic State fled. The group goes by the acronyms ISIL and ISIS.",
        "The Islamic State of Iraq and Syria (ISIS) claimed it. ISIS gave no proof.",
        "Doctors Without Borders (Médecins Sans Frontières) left. MSF gave no reason.",
        "The Taliban met. Al-Qaeda fled, and al-Qaeda’s leader was killed.",
    ),
)
