"""The forms of the names that packs know, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.analysis.cue import Words
from copylint.document import Name
from copylint.spans import Span
from copylint.values import dataclass

_LEAD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[^\S\r\n]*(?:[^\S\r\n]|\r\n?|\n)[^\S\r\n]*")
# ISIS-K isn't ISIS, FARC-EP isn't FARC: one or two capitals after the hyphen make another name.
_OTHER_NAME = re.compile(r"[-‐‑](?:[A-Z]{1,2}|\d+)(?![^\W_])")
_BEFORE = frozenset("@#/._&")
# The three code points before a place where a sentence begins; and where “a” or “an” makes a common noun of what follows.
_OPENING = re.compile(r"(?s:.*)[.!?:“\"\n\r]\s*\Z")
_COMMON = re.compile(r"(?s:.*)\b[Aa]n?\s\Z")
_ORDINARY = frozenset("is who ice let au eta ana ira it".split())


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a name: its parts between spaces, and the place of its name among the names."""

    text: str
    parts: tuple[str, ...]
    name: int
    is_right: bool

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is one word of capitals."""
        return is_abbreviation(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it is an ordinary word in capitals, such as WHO."""
        return self.text.lower() in _ORDINARY


_Index = dict[str, tuple[tuple[Form, ...], tuple[Form, ...]]]
_MADE: dict[int, tuple[Sequence[Name], _Index]] = {}
"""The index made last, by the identity of its names; the names are held, so that no others can take their identity."""


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a text. Several names may have it; `forms` has one form for each."""

    span: Span
    forms: tuple[Form, ...]


def is_abbreviation(surface: str) -> bool:
    """Whether a surface is one word with two capitals or more and hardly a small letter: WSJ, IS-K, U.N., LeT."""
    capitals = sum(letter.isupper() for letter in surface)
    small = sum(letter.islower() for letter in surface)
    return capitals >= 2 and small <= 1 and not any(letter.isspace() for letter in surface)


def plain(surface: str) -> str:
    """A surface with single spaces, straight apostrophes and hyphens."""
    return " ".join(surface.split()).replace("’", "'").replace("‘", "'").replace("‑", "-").replace("‐", "-")


def forms_of(name: Name) -> tuple[str, ...]:
    """The right forms of a name, the canonical first, each once."""
    return tuple(dict.fromkeys((name.canonical, *name.allowed, *name.compatible)))


def found_forms(words: Words, names: Sequence[Name]) -> Iterator[Found]:
    """Each place where a form of a name stands, the longest at each, in order and without overlaps."""
    index = _index(names)
    prose, starts, end = words.prose, words.tokens.starts, 0
    for number, folded in enumerate(words.folded):
        start = starts[number]
        candidates = index.get(folded)
        if candidates is None and not folded.isalnum():
            lead, candidates = _by_part(index, folded)
            start += lead
        if candidates and start >= end:
            small, all_forms = candidates
            found = _longest(prose, start, small if prose[start].islower() else all_forms)
            if found:
                end = found.span.end
                yield found


def _by_part(index: _Index, folded: str) -> tuple[int, tuple[tuple[Form, ...], tuple[Form, ...]] | None]:
    """The forms that begin like a token (ISIS-linked) or like what follows its last hyphen (anti-ISIS), and where in it."""
    lead = _LEAD.match(folded)
    if lead and lead[0] in index:
        return 0, index[lead[0]]
    place = folded.rfind("-") + 1
    last = _LEAD.match(folded, place)
    return place, index.get(last[0]) if place and last else None


def _index(names: Sequence[Name]) -> _Index:
    """The index of these names, made once: a run has one tuple of names for thousands of stories, and it can't be hashed."""
    held = _MADE.get(id(names))
    if held is None or held[0] is not names:
        _MADE.clear()
        held = _MADE[id(names)] = (names, _new_index(names))
    return held[1]


def _new_index(names: Sequence[Name]) -> _Index:
    """The forms by the letters they begin with, the longest first: those that begin in lower case, and all."""
    index: dict[str, list[Form]] = {}
    for number, name in enumerate(names):
        right = forms_of(name)
        for text in (*right, *name.deprecated, *name.misspelt):
            shape = plain(text)
            lead = _LEAD.search(shape)
            if lead:
                form = Form(shape, tuple(shape.split(" ")), number, text in right)
                index.setdefault(lead[0].lower(), []).append(form)
    ordered = {key: tuple(sorted(forms, key=lambda form: -len(form.text))) for key, forms in index.items()}
    return {key: (tuple(form for form in forms if form.text[0].islower()), forms) for key, forms in ordered.items()}


def _longest(prose: str, start: int, forms: tuple[Form, ...]) -> Found | None:
    if start and (prose[start - 1] in _BEFORE):
        return None
    end = 0
    matched: list[Form] = []
    for form in forms:
        reached = _end(prose, start, form)
        if reached > end or (matched and reached == end and form.text == matched[0].text):
            if reached > end:
                matched.clear()
            end = reached
            matched.append(form)
    return Found(Span(start, end), tuple(matched)) if matched else None


def _end(prose: str, start: int, form: Form) -> int:
    """Where a form ends that begins at `start`, or 0.

    It stands as it is written but for a first capital; a long name may stand in other capitals than its own.
    """
    at, is_exact = start, True
    for number, part in enumerate(form.parts):
        if number:
            gap = _GAP.match(prose, at)
            if not gap:
                return 0
            at = gap.end()
        here = prose[at : at + len(part)].replace("’", "'").replace("‑", "-")
        if here != part and not (number == 0 and here[:1].isupper() and here[1:] == part[1:]):
            if here.lower() != part.lower():
                return 0
            is_exact = False
        at += len(part)
    if (at < len(prose) and (prose[at].isalnum() or prose[at] == "_")) or _OTHER_NAME.match(prose, at):
        return 0
    return at if is_exact or _is_miscased(prose, start, form) else 0


_INSTITUTION = frozenset(
    "agency army association authority bank board bureau commission committee corps council court department directorate"
    " federation force forces fund guard guards institute league ministry nations office organisation organization parliament"
    " party police press service services society union university".split()
)


def _is_miscased(prose: str, start: int, form: Form) -> bool:
    """Whether a name in other capitals than its own is that name still.

    It begins with a capital, is right and long, and doesn't open a sentence; one of two words doesn't follow “a” either.
    """
    if not form.is_right or not prose[start].isupper() or len(form.parts) < 2:
        return False
    if len(form.parts) == 2 and form.parts[1].lower() not in _INSTITUTION:
        return False
    if start == 0 or _OPENING.match(prose, max(0, start - 3), start):
        return False
    return len(form.parts) > 2 or not _COMMON.match(prose, max(0, start - 3), start)
