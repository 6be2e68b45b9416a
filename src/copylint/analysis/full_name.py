"""Names in capitals, and the abbreviations in a text that their initials spell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from copylint.analysis.name_form import is_abbreviation
from copylint.lazy import lazy
from copylint.spans import Span

_HEAD = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITAL = rf"{_HEAD}[\w’'-]*"
_SMALL = r"(?:of|the|and|for|on|de|du|des|&)"
# It begins with a set of letters, which `re` skips to, and looks behind after the first of them.
_RUN = lazy(
    rf"{_HEAD}(?<![\w.@#-][\s\S])[\w’'-]*(?:[ \t]{_SMALL}){{0,2}}(?:[ \t](?:{_CAPITAL})(?:[ \t]{_SMALL}(?=[ \t])){{0,2}})+"
)
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
    """
    lengths = sorted({len(abbreviation) for abbreviation in abbreviations})
    wanted = frozenset(abbreviations)
    firsts = {abbreviation[0] for abbreviation in wanted}
    if not wanted:
        return
    for run in _RUN.finditer(prose):
        text = run[0]
        if text.count(" ") + text.count("\t") + 1 >= lengths[0]:
            heads = "".join([text[0], *_HEADS.findall(text)])
            stretches = ((first, end) for first, end in _stretches(len(heads), lengths) if heads[first] in firsts)
            yield from _named(run.start(), text, heads, stretches, wanted)


def _named(
    offset: int, text: str, heads: str, stretches: Iterable[tuple[int, int]], wanted: frozenset[str]
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


def _initials(heads: str, wanted: frozenset[str]) -> str:
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
