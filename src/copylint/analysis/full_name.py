"""Names in capitals, and the abbreviations in a text that their initials spell."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from copylint.analysis.name_form import is_abbreviation
from copylint.lazy import lazy, re
from copylint.spans import Span

_HEAD = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITAL = rf"{_HEAD}[\w’'-]*"
_SMALL = r"(?:of|the|and|for|on|de|du|des|&)"
# It begins with a set of letters, which `re` skips to, and looks behind after the first of them.
_WHOLE = rf"{_HEAD}(?<![\w.@#-][\s\S])[\w’'-]*(?:[ \t]{_SMALL}){{0,2}}(?:GAP(?:{_CAPITAL})(?:[ \t]{_SMALL}(?=[ \t])){{0,2}})+"
_RUN = lazy(_WHOLE.replace("GAP", r"[ \t]"))
# A name with commas: “Harbour, Quay and Customs Board”. Only long abbreviations are looked for in it: lists have commas too.
_LISTED = lazy(_WHOLE.replace("GAP", r",?[ \t]"))
_LONG = 5
_THE = lazy(r"The[ \t]")
_WORD = lazy(r"\S+")
_HEADS = lazy(r"(?<=[ \t]).")
_POSSESSIVE = lazy(r"['’]s?\Z")
DATES = frozenset(
    [
        *["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        *["January", "February", "April", "June", "July", "August", "September", "October", "November", "December"],
    ]
)


def full_names(prose: str, abbreviations: Collection[str]) -> Iterator[tuple[Span, str]]:
    """Each name in capitals whose initials are one of the abbreviations, with the abbreviation, in order.

    The name begins or ends a run of capitalised words: in “the U.S. Department of Justice said”, DOJ is the end of one.
    Names with commas (“Harbour, Quay and Customs Board”) come last.
    """
    yield from _spelled(prose, _RUN, {abbreviation.upper(): abbreviation for abbreviation in abbreviations})
    long = {abbreviation.upper(): abbreviation for abbreviation in abbreviations if len(abbreviation) >= _LONG}
    yield from _spelled(prose, _LISTED, long)


def _spelled(prose: str, pattern: re.Pattern[str], wanted: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """The names that the runs of a pattern begin or end with, and the abbreviations whose letters, in capitals, they spell."""
    if not wanted:
        return
    lengths = sorted({len(letters) for letters in wanted})
    firsts = {letters[0] for letters in wanted}
    for run in pattern.finditer(prose):
        lead = _THE.match(run[0])
        text = run[0][lead.end() :] if lead else run[0]
        if text.count(" ") + text.count("\t") + 1 >= lengths[0]:
            heads = "".join([text[0], *_HEADS.findall(text)])
            stretches = ((first, end) for first, end in _stretches(len(heads), lengths) if heads[first] in firsts)
            for full, letters in _named(run.end() - len(text), text, heads, stretches, wanted):
                yield full, wanted[letters]


def _named(
    offset: int, text: str, heads: str, stretches: Iterable[tuple[int, int]], wanted: Container[str]
) -> Iterator[tuple[Span, str]]:
    """The first of some stretches of a run that is a name whose initials are wanted, if one is."""
    for first, end in stretches:
        initials = _initials(heads[first:end], wanted)
        if not initials:
            continue
        words = list(_WORD.finditer(text))[first:end]
        if _is_name([word[0] for word in words]):
            start = words[0].start()
            name = _POSSESSIVE.sub("", text[start : words[-1].end()])
            yield Span(offset + start, offset + start + len(name)), initials
            return


def _initials(heads: str, wanted: Container[str]) -> str:
    """Which abbreviation the first letters of words in capitals spell, small words left out or not; empty where none."""
    if not (heads[0].isupper() and heads[-1].isupper()):
        return ""
    capitals = "".join(filter(str.isupper, heads))
    if capitals in wanted:
        return capitals
    return heads.upper() if heads.upper() in wanted else ""


def _stretches(count: int, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the end of each stretch that begins or ends a run of so many words, the shortest first."""
    for length in lengths:
        for taken in range(length, min(length + 3, count) + 1):
            yield 0, taken
            if taken < count:
                yield count - taken, count


def _is_name(texts: Sequence[str]) -> bool:
    """Whether the words can be one name: no abbreviation or date is among them, and none owns the rest (“Ohio’s Council”)."""
    if any(text in DATES or is_abbreviation(text) for text in texts):
        return False
    return len(texts) > 3 or not any(text.endswith(("’s", "'s")) for text in texts[:-1])
