"""A person's name that is spelled two ways in one story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_WORD = r"[A-Z][a-zà-ÿ]{2,}"
# The look behind comes after the first letter: `re` skips to a set of letters, not to what isn't behind one.
_FULL = lazy(rf"([A-Z](?<![\w’'.-][\s\S])[a-zà-ÿ]{{2,}})[ ]({_WORD})(?![\w-])(?![ ][A-Z])")
_LONG = 7
_ENDINGS = frozenset(["ic", "n", "an", "er", "ed", "y", "i", "al"])
_MOST = 200  # spellings of one first name that are compared with one another
# First words of names that are no person’s.
_NO_PERSON = frozenset(
    "House Senate British Central North South East West Northern Southern Eastern Western New Old Saint San Santa University"
    " College School Lake Mount River Fort Port Cape Royal National State County City Great Little Upper Lower American French"
    " German Russian Chinese Indian Irish Italian Spanish African European Asian Arab Islamic Jewish Christian Catholic Black"
    " White Red Green Blue The Super Supreme High First Second Third World Mr Mrs Ms Dr Sir Lord Lady Dame Miss President"
    " Prime Minister Senator Governor Mayor Judge Justice Captain General Colonel Major Sergeant Professor Pope King Queen"
    " Prince Princess Bank Department Ministry Democratic Republican Liberal Labour Conservative Social General Public Human"
    " Civil Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July August"
    " September October November December".split()
)


def check(document: Document) -> Iterator[Match]:
    """The first place of the rarer of two full names with one first name whose surnames are a letter apart, once a pair."""
    ends: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for block in document.body(BODY):
        for match in _FULL.finditer(document.prose, block.span.start, block.span.end):
            ends[match[1]][match[2]].append(match.end())
    for name, surnames in ends.items():
        if len(surnames) > 1 and name not in _NO_PERSON:
            yield from _pairs({surname: spans for surname in surnames if (spans := _told(document, name, surname, surnames))})


def _told(document: Document, name: str, surname: str, ends: Mapping[str, Sequence[int]]) -> list[Span]:
    """Where a full name stands outside quotations."""
    length = len(name) + 1 + len(surname)
    spans = (Span(end - length, end) for end in ends[surname])
    return [span for span in spans if not document.is_quoted(span)]


def _pairs(surnames: dict[str, list[Span]]) -> Iterator[Match]:
    ordered = sorted(surnames, key=lambda name: (len(surnames[name]), -surnames[name][0].start))[:_MOST]
    alike: dict[str, list[str]] = defaultdict(list)  # by the first letter, which no slip of the pen gets wrong
    for name in ordered:
        alike[name[0]].append(name)
    for rare in ordered:
        others = alike[rare[0]]
        usual = next((other for other in reversed(others[others.index(rare) + 1 :]) if _is_slip(rare, other)), None)
        if usual is not None:
            first = surnames[rare][0]
            yield Match(
                Span(first.end - len(rare), first.end),
                details={"other": usual},
                related=tuple(Related(span, "spelled so here") for span in surnames[usual][:3]),
            )


def _is_slip(one: str, other: str) -> bool:
    """Whether two surnames differ by a slip of the pen: one letter, two in long ones, no plural and no adjective."""
    if one.rstrip("s") == other.rstrip("s") or one[0] != other[0]:
        return False
    short, long = sorted((one.rstrip("s"), other.rstrip("s")), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    most = 2 if min(len(one), len(other)) >= _LONG else 1
    if abs(len(one) - len(other)) > most or sum((Counter(one) - Counter(other)).values()) > most:
        return False
    return _distance(one, other) <= most


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out, changed or swapped with the next to make one word of another."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and right == one[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


RULE = Rule(
    code="NAM013",
    name="name-spelled-two-ways",
    summary="A person’s name is spelled two ways in one story.",
    rationale="One of the two is wrong, and a misspelt name costs a correction.",
    message="“{text}” is “{other}” elsewhere in the story. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Carmen Duarte won in May. Aides of Carmen {Duerte} said so. Later Carmen Duarte spoke.",
        "Nils Aagaard cut jobs. On Tuesday Nils {Agaard} will brief the staff.",
    ),
    good=(
        "Ann Lee and Ann Roe won. Ann Lee spoke.",
        "Tom Brook lost to Tom Brooks.",
        "“Carmen Duerte won,” he wrote. Carmen Duarte spoke.",
        "Riverside Democrats met. A Riverside Democrat spoke for the Riverside Democratic club.",
        "South Beach lies near South Bench.",
    ),
)
