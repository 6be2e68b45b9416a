"""A count that its list doesn't bear out: “three people: A, B, C and D”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.numbers._near import is_rough, written
from copylint.document import Document, Number, NumberKind
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_W = r"[^\W\d_][\w’'.-]*"
_ITEM = rf"{_W}(?:\s{_W}){{0,3}}"
_ITEMS = rf"(?P<items>{_ITEM}(?:,\s{_ITEM}){{0,9}},?\sand\s{_ITEM})(?=[.;)!?](?:\s|\Z)|\s[—–]\s|\s*\Z|\n)"
_NOUN = r"(?:people|men|women|children|(?:[a-z][\w’'-]*\s){0,2}[a-z][\w’'-]*s)"
_LISTS = (
    lazy(rf"\s{_NOUN}(?:\s(?!(?:of|the|is|was)\b){_W}){{0,7}}(?::\s|\s[—–]\s){_ITEMS}"),
    lazy(rf"\s(?:people|men|women|children|sons|daughters|brothers|sisters|states|countries|cities|languages),\s{_ITEMS}"),
    lazy(rf"\s{_NOUN}\s(?:are|were)\s{_ITEMS}"),
)
_SPLIT = lazy(r",\s(?:and\s)?|\sand\s")
_OPEN = lazy(
    r"\b(?:including|such|like|among|other|others|more|both|either|plus|etc|notably|namely|for|with|from|in|of|to|at|by|that|which|who"
    r"|is|are|was|were|has|have|had|will|would|can|could|said|says|he|she|they|it|we|you|i|the|a|an|his|her|their|its|as|on|not|no|then|if)\b"
)
_MORE = lazy(r"\b(?:of|one|first|last|top|other|another|least|these|those|than|or|some|about|more|next|any)\s(?:the\s)?\Z", 2)
_DOUBLE = frozenset(
    "bosnia and herzegovina|trinidad and tobago|antigua and barbuda|turks and caicos|marks and spencer|smith and wesson"
    "|england and wales|procter and gamble|johnson and johnson|saint kitts and nevis|newfoundland and labrador"
    "|tyne and wear|hammersmith and fulham|kensington and chelsea|brighton and hove|simon and garfunkel".split("|")
)


def check(document: Document) -> Iterator[Match]:
    """Each count of two to ten whose list, which ends its sentence, has more or fewer names."""
    prose = document.prose
    for number in document.numbers:
        if number.kind is not NumberKind.COUNT or not 2 <= number.value <= 10 or number.last is not None:
            continue
        if number.span != number.figure or prose[number.span.end : number.span.end + 1] != " ":
            continue
        found = _list(prose, number)
        if (
            found is None
            or not _ends_sentence(document, number, found.end("items"))
            or _MORE.search(prose, max(0, number.span.start - 16), number.span.start)
            or is_rough(prose, number)
        ):
            continue
        count = _counted(found["items"])
        if count and count != number.value:
            related = (Related(Span(*found.span("items")), "the list"),)
            right = written(count, number.figure.of(prose))
            yield Match(number.span, (right,), {"count": str(count)}, related)


def _list(prose: str, number: Number) -> re.Match[str] | None:
    """The list that a count announces."""
    for pattern in _LISTS[: 3 if _is_definite(prose, number) else 2]:
        found = pattern.match(prose, number.span.end)
        if found:
            return found
    return None


def _ends_sentence(document: Document, number: Number, end: int) -> bool:
    """Whether the stop behind a list ends its sentence and is not that of an abbreviation (“Sens. Lee and Orr”)."""
    sentence = document.sentence_at(number.span.start)
    return document.prose[end : end + 1] != "." or document.sentences[sentence].span.end <= end + 2


def _is_definite(prose: str, number: Number) -> bool:
    return prose[max(0, number.span.start - 4) : number.span.start].lower() == "the "


def _counted(items: str) -> int:
    """How many things a list has; 0 where its words leave that open."""
    names = _SPLIT.split(items)
    folded = items.lower()
    if any(name in folded for name in _DOUBLE):
        return 0
    are_names = [name[0].isupper() for name in names]
    if all(are_names):
        return 0 if any(_OPEN.search(name) for name in names) else len(names)
    kinds = [name.partition(" ")[2] for name in names if name.startswith(("a ", "an "))]
    return len(kinds) if len(kinds) == len(names) and not any(map(_OPEN.search, kinds)) else 0


RULE = Rule(
    code="NUM005",
    name="count-and-list",
    summary="A count announces more or fewer names than its list has.",
    rationale="A name was dropped, or the count is that of an earlier version.",
    message="“{text}”, but the list has {count}. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    triggers=frozenset([": ", " and "]),
    check=check,
    bad=(
        "Police named {three => four} suspects: Adam Lee, Ben Moss, Carl Orr and David Penn.",
        "{Four => Three} countries voted against it: Chad, Niger, and Mali.",
        "{Three => Four} people died: a motorist, a fisherman, a farmer and a pensioner.",
        "She leaves {2 => 3} children, Tom, Anna and Kate.",
        "The {four => five} states are Ohio, Iowa, Texas, Maine and Utah.",
    ),
    good=(
        "Police named four suspects: Adam Lee, Ben Moss, Carl Orr and David Penn.",
        "“We have three suspects: Lee, Moss, Orr and Penn,” she said.",
        "At least three countries voted against it: Chad, Niger, Mali and Benin.",
        "One of the three partners: Lee, Moss, Orr and Penn.",
        "Two places stand out: Bosnia and Herzegovina, Chad and Mali.",
        "The three moderates are Ann Lee and Govs. Ben Moss and Carl Orr.",
        "He had two wishes: peace, bread and land and quiet.",
        "Three teams remain in the cup: Leeds, who won on Friday, Burnley and Hull and their fans.",
    ),
)
