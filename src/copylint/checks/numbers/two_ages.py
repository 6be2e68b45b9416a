"""Two ages of one person."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document import BODY, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Match, Related, Rule, Severity
from copylint.spans import Span

_AGE = lazy(r",\s(?:aged\s|age\s)?(?P<age>[1-9]\d)(?=[,.;)]\s)")
_NAME = lazy(r"(?P<before>[^\s]*\s)(?P<name>[A-Z][\w’'-]*[a-zà-ÿ])(?:\sJr\.)?\Z")
_YEARS = lazy(r"(?:(?<=[.!?]\s)|(?<=\n)|\A)The\s(?P<age>[1-9]\d)-year-old(?:\s(?:[a-z-]+\s)?[a-z]+)?\s(?!and\b)")
_OTHER_NAME = lazy(r"(?<![.!?“\"]\s)(?<![.!?]\s[“\"])\b[A-Z][a-zà-ÿ]+\s[A-Z][a-zà-ÿ]+")
_FAR = 200


def check(document: Document) -> Iterator[Match]:
    """Each age behind a surname, and each “the 34-year-old” right after, that another age of the same person stands before."""
    prose = document.prose
    named = sorted(_named(document), key=lambda one: one[0])
    if not named:
        return
    ages: dict[str, tuple[Span, str]] = {}
    last: Span | None = None
    for span, name, given in named:
        if name:
            before, other = ages.setdefault(name, (span, given))
            last = span
            if before.of(prose) == span.of(prose) or (given != other and given[:1].isupper() and given.isalpha()):
                continue
        elif last is not None and _is_near(prose, last, span) and last.of(prose) != span.of(prose):
            before = last
        else:
            continue
        yield Match(span, details={"other": before.of(prose)}, related=(Related(before, "this age here"),))


def _named(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Each age outside quotations, with the surname and the word before it; both empty for “the 34-year-old”."""
    prose, is_found = document.prose, False
    for found in _AGE.finditer(prose):
        name = _NAME.search(prose, max(0, found.start() - 40), found.start())
        if name and _is_told(document, span := Span(*found.span("age"))):
            is_found = True
            yield span, name["name"], name["before"].strip()
    for found in _YEARS.finditer(prose) if is_found else ():
        if _is_told(document, span := Span(*found.span("age"))):
            yield span, "", ""


def _is_told(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block >= 0 and document.blocks[block].kind in BODY and not document.is_quoted(span)


def _is_near(prose: str, before: Span, span: Span) -> bool:
    """Whether nobody else is named between an age and one that follows."""
    between = prose[before.end : span.start]
    return len(between) < _FAR and _OTHER_NAME.search(between) is None


RULE = Rule(
    code="NUM132",
    name="two-ages",
    summary="One person has two ages in one story.",
    rationale="One of the two is wrong, and a wrong age costs a correction.",
    message="“{text}” here, and {other} before. How old?",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "Carmen Duarte, 58, was elected in May. The {56}-year-old mayor is to stand again.",
        "Nils Aagaard, 43, runs the firm. It was early when Aagaard, {45}, drove home.",
    ),
    good=(
        "Carmen Duarte, 58, was elected in May. The 58-year-old mayor is to stand again.",
        "Carmen Duarte, 58, met Nils Aagaard, 43. It was late.",
        "Nils Aagaard, 43, runs the firm with his wife Bo Aagaard, 41, and with Ann Aagaard, 16.",
        "Carmen Duarte, 58, met the suspect. “Duarte, 56, lied,” he said.",
        "Nils Aagaard, 43, was at home. He and Bo Lee Roe heard it. The 16-year-old boy fled.",
    ),
)
