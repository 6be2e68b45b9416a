"""Which sentences say whose word they are: a lexicon of cues, and the state of quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from copylint.analysis.cue import Cue, source
from copylint.document import UNSPOKEN, Attribution, Block, Sentence
from copylint.words import Words

_WEIGHT = {"say": 0.95, "phrase": 0.95, "report": 0.85, "attitude": 0.75, "noun": 0.65}
_WITHOUT_SOURCE = 0.9
"""What is left of a cue's weight where no words beside it say whose it is."""
_WHOLLY, _MOSTLY, _PARTLY = 0.95, 0.8, 0.6
"""The score of a sentence without a cue, by how much of it is quoted."""
_FEW = 4
"""So many quoted tokens or fewer, the marks counted, are a name or a scare quote and no report by themselves."""


def attributions(
    blocks: Sequence[Block], sentences: Sequence[Sentence], words: Words, quoted: bytearray, free: Sequence[Cue]
) -> tuple[Attribution, ...]:
    """How surely each sentence is attributed, one for each in order.

    `quoted` tells of each token whether it is, and `free` are the cues that aren't.
    A cue outside quotation marks decides by its class; a sentence wholly inside a quotation is attributed with it, also where
    the quotation runs over several sentences or paragraphs.
    """
    result = []
    start = first = 0
    for number, sentence in enumerate(sentences):
        start = bisect_left(words.starts, sentence.span.start, start)
        within = range(start, bisect_right(words.ends, sentence.span.end, start))
        while first < len(free) and free[first].first < within.start:
            first += 1
        end = first
        while end < len(free) and free[end].first < within.stop:
            end += 1
        if blocks[sentence.block].kind in UNSPOKEN:
            result.append(Attribution(number, 0.0))
        elif end > first:
            result.append(_by_cue(number, words, within, free[first:end]))
        else:
            result.append(Attribution(number, _by_quotation(quoted, within)))
    return tuple(result)


def _by_cue(number: int, words: Words, within: range, found: Sequence[Cue]) -> Attribution:
    """The attribution of a sentence by the weightiest of its cues, the first of several."""
    cue = max(found, key=lambda cue: _WEIGHT.get(cue.kind, 0.5))
    whose = source(words, cue, within)
    weight = _WEIGHT.get(cue.kind, 0.5)
    return Attribution(number, weight if whose else weight * _WITHOUT_SOURCE, whose, words.span(cue.first, cue.end))


def _by_quotation(quoted: bytearray, within: range) -> float:
    """The score of a sentence that has no cue."""
    inside = quoted.count(1, within.start, within.stop)
    if inside <= _FEW and inside < len(within):
        return 0.1
    share = inside / len(within) if within else 0.0
    return _WHOLLY if share > 0.95 else _MOSTLY if share > 0.5 else _PARTLY if inside else 0.1
