"""The forms of the names that packs know, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from copylint.analysis.kept import kept
from copylint.document import Name
from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import dataclass, field
from copylint.words import Words

_LEAD = lazy(r"[^\W_]+")
_GAP = lazy(r"[^\S\r\n]*(?:[^\S\r\n]|\r\n?|\n)[^\S\r\n]*")
# ISIS-K isn't ISIS, FARC-EP isn't FARC: one or two capitals after the hyphen make another name.
_OTHER_NAME = lazy(r"[-‐‑](?:[A-Z]{1,2}|\d+)(?![^\W_])")
_BEFORE = frozenset("@#/._&")
# The three code points before a place where a sentence begins; and where “a” or “an” makes a common noun of what follows.
_OPENING = lazy(r"(?s:.*)[.!?:“\"\n\r]\s*\Z")
_COMMON = lazy(r"(?s:.*)\b[Aa]n?\s\Z")
_ORDINARY = frozenset("is who ice let au eta ana ira it".split())


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a name: its parts between spaces, and the place of its name among the names.

    One that is an ordinary word in capitals (WHO), or only a part of a longer form of its name, is doubtful.
    """

    text: str
    parts: tuple[str, ...]
    name: int
    is_right: bool
    is_doubtful: bool = field(default=False, compare=False)


_Entry = tuple[str, int, bool]
"""A form as its pack has it, the number of its name, and whether it is right."""
_Begun = tuple[int, tuple[Form, ...], frozenset[str]] | None
_MOST_KEPT = 50_000


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
    prose, starts, end = words.prose, words.starts, 0
    begun = {surface: entry for surface in words.capitals if (entry := index[surface])}
    begun |= {surface: entry for surface in index.small & words.index.keys() if (entry := index[surface])}
    for number, written in sorted((number, surface) for surface in begun for number in words.index[surface]):
        lead, forms, seconds = begun[written]
        start, after = starts[number] + lead, words.ends[number]
        if start >= end and (not seconds or _may_go_on(prose[after : after + 2], seconds)):
            found = _longest(prose, start, forms)
            if found:
                end = found.span.end
                yield found


class _Index(dict[str, _Begun]):
    """For each token the forms that begin like it or in it, and where in it; None where there are none.

    With them go the letters that may begin the next word, where each form needs one: most that begin with “the” fall there.
    Worked out when a token is first met, and kept for the stories to come: most words come again.
    """

    def __init__(self, names: Sequence[Name], leads: Mapping[str, Sequence[_Entry]]) -> None:
        self._names, self._leads = names, leads
        # Only these may a token in small letters begin; one in capitals any.
        self.small = frozenset(lead for lead, of in leads.items() if any(text[0].islower() for text, _, _ in of))

    def __missing__(self, surface: str) -> _Begun:
        if len(self) >= _MOST_KEPT:
            self.clear()
        begun = self[surface] = self._begun(surface)
        return begun

    def _begun(self, surface: str) -> _Begun:
        folded, lead = surface.lower(), 0
        entries = self._leads.get(folded)
        if entries is None and not folded.isalnum():
            lead, entries = self._by_part(folded)
        if entries is None:
            return None
        forms = _forms(entries, self._names, is_small=surface[lead : lead + 1].islower())
        if not forms:
            return None
        needs_more = all(len(form.parts) > 1 and form.parts[0].lower() == folded for form in forms)
        seconds = frozenset(form.parts[1][0].lower() for form in forms) if needs_more else frozenset()
        return lead, forms, seconds

    def _by_part(self, folded: str) -> tuple[int, Sequence[_Entry] | None]:
        """The entries that begin like a token (ISIS-linked) or like what its last hyphen leads to (anti-ISIS), and where."""
        lead = _LEAD.match(folded)
        if lead and lead[0] in self._leads:
            return 0, self._leads[lead[0]]
        place = folded.rfind("-") + 1
        last = _LEAD.match(folded, place)
        return place, self._leads.get(last[0]) if place and last else None


def _forms(entries: Sequence[_Entry], names: Sequence[Name], *, is_small: bool) -> tuple[Form, ...]:
    """The forms of some entries, the longest first; of those all, or those that begin in lower case."""
    forms = []
    for text, number, is_right in entries:
        shape = plain(text)
        if shape[0].islower() or not is_small:
            is_doubtful = shape.lower() in _ORDINARY or (is_right and _is_part(shape, names[number]))
            forms.append(Form(shape, tuple(shape.split(" ")), number, is_right, is_doubtful))
    return tuple(sorted(forms, key=lambda form: -len(form.text)))


def _is_part(shape: str, name: Name) -> bool:
    """Whether a form is a word of ordinary letters that a longer form of its name begins or ends with."""
    if " " in shape or is_abbreviation(shape):
        return False
    longer = (plain(other).split(" ") for other in (name.canonical, *name.allowed))
    return any(len(parts) > 1 and shape in (parts[0], parts[-1]) for parts in longer)


@kept
def _index(names: Sequence[Name]) -> _Index:
    """The forms of these names by the letters they begin with; no more is made of them before a text has such a word."""
    leads: dict[str, list[_Entry]] = {}
    for number, name in enumerate(names):
        right = forms_of(name)
        for text in (*right, *name.deprecated, *name.misspelt):
            lead = _LEAD.search(text)
            if lead:
                leads.setdefault(lead[0].lower(), []).append((text, number, text in right))
    return _Index(names, leads)


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
    at = start + len(form.parts[0])
    if len(form.parts) > 1 and not _may_go_on(prose[at : at + 2], form.parts[1][0].lower()):
        return 0
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


def _may_go_on(beside: str, heads: Container[str]) -> bool:
    """Whether a next part that begins with one of these letters may follow a first part, by the two code points that do."""
    return beside[:1].isspace() and (not beside[1:].isalnum() or beside[1:].lower() in heads)


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
