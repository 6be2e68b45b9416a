"""A surname that stands by itself before the story gives the full name."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.full_name import DATES
from copylint.analysis.name_run import OPENERS, TITLES
from copylint.document import BODY, Document, NameRun
from copylint.lexicon import lexicon
from copylint.lexicon.proper import is_institution
from copylint.rule import Confidence, Match, Related, Rule, Severity

_SHORTEST = 4


def check(document: Document) -> Iterator[Match]:
    """The first place of each surname alone, where the full name comes only in a later paragraph."""
    alone: dict[str, NameRun] = {}
    seen: set[str] = set()
    words = document.words
    for run in document.name_runs:
        index = document.block_at(words.starts[run.first])
        if index < 0 or document.blocks[index].kind not in BODY:
            continue
        names = [word for word in run.words if word not in TITLES and not (run.opens and word in OPENERS)]
        if len(names) == 1 == len(run.words):
            alone.setdefault(names[0], run)
        elif len(names) == 2 and names[1] not in seen and _is_person(*names):
            seen.add(names[1])
            first = alone.get(names[1])
            if first is not None and document.block_at(words.starts[first.first]) < index:
                span = words.span(first.first, first.first + 1)
                if not document.is_quoted(span):
                    full = words.span(run.first, run.last + 1)
                    yield Match(span, details={"full": " ".join(names)}, related=(Related(full, "in full only here"),))


def _is_person(given: str, surname: str) -> bool:
    """Whether two words may be a first name, which is no common word, and a surname."""
    if len(surname) < _SHORTEST or surname.isupper() or surname in DATES or is_institution(surname) or is_institution(given):
        return False
    return given.isalpha() and not given.isupper() and not lexicon().is_common(given.lower())


RULE = Rule(
    code="NAM010",
    name="surname-before-full-name",
    summary="A surname stands by itself before the full name is given.",
    rationale="A reader who doesn't know the person has to wait to be told who it is.",
    message="“{text}” comes before the story says who it is. “{full}” here?",
    severity=Severity.QUERY,
    confidence=Confidence.LOW,
    source="house",
    blocks=BODY,
    preview=True,
    check=check,
    bad=(
        "Voters liked {Duarte} in May.\n\nCarmen Duarte had no rival.",
        "Nobody told {Aagaard} so.\n\nNils Aagaard runs the firm.",
    ),
    good=(
        "Voters liked Carmen Duarte in May.\n\nDuarte had no rival.",
        "“Duarte is best,” he said.\n\nCarmen Duarte had no rival.",
        "He came on Friday.\n\nHe will be in Norland Friday.",
        "They live in London.\n\nThe London Council met.",
    ),
)
