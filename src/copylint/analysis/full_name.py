"""Names in capitals, and the abbreviations in a text that their initials spell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copylint.analysis.name_form import is_abbreviation
from copylint.spans import Span

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_SMALL = r"(?:of|the|and|for|on|de|du|des|&)"
_RUN = re.compile(rf"(?<![\w.@#-]){_CAPITAL}(?:[ \t]{_SMALL}){{0,2}}(?:[ \t](?:{_CAPITAL})(?:[ \t]{_SMALL}(?=[ \t])){{0,2}})+")
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_DATES = frozenset(
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
    if not wanted:
        return
    for run in _RUN.finditer(prose):
        words = [Span(run.start() + word.start(), run.start() + word.end()) for word in _WORD.finditer(run[0])]
        yield from _ends(prose, words, lengths, wanted)


def _ends(prose: str, words: list[Span], lengths: list[int], wanted: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """The stretches at the start and the end of a run whose initials are wanted, the first that fits."""
    for stretch in _stretches(words, lengths):
        heads = [prose[word.start] for word in stretch]
        if not (heads[0].isupper() and heads[-1].isupper()) or not _is_name(prose, stretch):
            continue
        full = Span(stretch[0].start, stretch[-1].end)
        full = Span(full.start, full.start + len(_POSSESSIVE.sub("", full.of(prose))))
        for letters in ("".join(head for head in heads if head.isupper()), "".join(heads).upper()):
            if letters in wanted:
                yield full, letters
                return


def _stretches(words: list[Span], lengths: list[int]) -> Iterator[list[Span]]:
    for length in lengths:
        for taken in range(length, min(length + 3, len(words)) + 1):
            yield words[:taken]
            if taken < len(words):
                yield words[-taken:]


def _is_name(prose: str, words: list[Span]) -> bool:
    """Whether the words can be one name: no abbreviation or date is among them, and none owns the rest (“Ohio’s Council”)."""
    texts = [word.of(prose) for word in words]
    if any(text in _DATES or is_abbreviation(text) for text in texts):
        return False
    return len(texts) > 3 or not any(text.endswith(("’s", "'s")) for text in texts[:-1])
