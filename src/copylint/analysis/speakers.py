"""Who says a quotation: the cue beside it, and the words beside the cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from copylint.analysis.cue import Cue, source
from copylint.document import Quote, Sentence
from copylint.spans import Span
from copylint.values import dataclass
from copylint.words import Words

_NEAR = 12
"""How many tokens may stand between a quotation and the cue that follows it."""
_KINDS = frozenset(["say", "phrase", "report"])
_OPENING = frozenset([",", ":", "that", "as"])
_GOING_ON = frozenset(",?!—–-…")
_PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it", "you", "who", "one"])


def with_speakers(
    sentences: Sequence[Sentence], words: Words, quotes: Sequence[Quote], free: Sequence[Cue]
) -> tuple[Quote, ...]:
    """The quotations, each with its cue and the span of its speaker where the text has them beside it.

    Where a pronoun speaks, or nobody in a paragraph where somebody spoke before, the speaker is the last one named in the
    paragraph; None where there is none. `free` are the cues outside quotations.
    """
    saying = [cue for cue in free if cue.kind in _KINDS]
    if not saying:
        return tuple(quotes)
    scene = _Scene(words, sentences, saying, [sentence.span.start for sentence in sentences], [cue.first for cue in saying])
    result: list[Quote] = []
    last: Span | None = None
    block = -1
    for quote in quotes:
        within = _sentence(scene, quote.span.start)
        if within is None or within.block != block:
            block, last = within.block if within else -1, None
        cue = _cue(scene, quote)
        named = _named(scene, cue) if cue else None
        last = named or last
        result.append(_spoken(quote, last, words.span(cue.first, cue.end) if cue else None))
    return _shared(scene, result)


def _spoken(quote: Quote, speaker: Span | None, cue: Span | None) -> Quote:
    """The quotation with its speaker and cue; not by `replace`, which takes four times as long for each of thousands."""
    return Quote(quote.span, quote.inside, quote.parts, quote.is_single, quote.is_closed, speaker, cue)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The cues and sentences of a text, and where each starts."""

    words: Words
    sentences: Sequence[Sentence]
    free: Sequence[Cue]
    starts: Sequence[int]
    firsts: Sequence[int]


def _shared(scene: _Scene, quotes: list[Quote]) -> tuple[Quote, ...]:
    """The quotations, where several stand in one sentence those before the first speaker given that one too."""
    for index in range(len(quotes) - 2, -1, -1):
        here, following = quotes[index], quotes[index + 1]
        is_open = here.speaker is None and here.cue is None and following.speaker is not None
        if is_open and _sentence(scene, here.span.start) == _sentence(scene, following.span.start):
            quotes[index] = _spoken(here, following.speaker, None)
    return tuple(quotes)


def _sentence(scene: _Scene, offset: int) -> Sentence | None:
    index = bisect_right(scene.starts, offset) - 1
    return scene.sentences[index] if index >= 0 else None


def _cue(scene: _Scene, quote: Quote) -> Cue | None:
    """The cue of a quotation: after one that goes on (“…,” said Lee), else the one that opens it, else the next."""
    before, after = _before(scene, quote), _after(scene, quote)
    end = quote.inside.end
    ending = scene.words.prose[max(quote.inside.start, end - _NEAR) : end].rstrip()
    if after and ending[-1:] in _GOING_ON:
        return after
    return before or after


def _before(scene: _Scene, quote: Quote) -> Cue | None:
    starts = scene.words.starts
    opening = bisect_left(starts, quote.span.start)
    sentence = _sentence(scene, quote.span.start)
    index = bisect_left(scene.firsts, opening) - 1
    if index < 0 or sentence is None or starts[scene.free[index].first] < sentence.span.start:
        return None
    cue = scene.free[index]
    is_beside = cue.end == opening or scene.words.folded(opening - 1) in _OPENING or quote.span.length < 40
    return cue if is_beside else None


def _after(scene: _Scene, quote: Quote) -> Cue | None:
    starts = scene.words.starts
    closing = bisect_left(starts, quote.span.end)
    sentence = _sentence(scene, max(quote.span.start, quote.span.end - 1))
    index = bisect_left(scene.firsts, closing)
    if sentence is None or index == len(scene.free) or scene.free[index].first > closing + _NEAR:
        return None
    cue = scene.free[index]
    return cue if starts[cue.first] < sentence.span.end else None


def _named(scene: _Scene, cue: Cue) -> Span | None:
    """The speaker that a cue names, or None: a pronoun names nobody."""
    words = scene.words
    sentence = _sentence(scene, words.starts[cue.first])
    if sentence is None:
        return None
    start, end = sentence.span.start, sentence.span.end
    found = source(words, cue, range(bisect_left(words.starts, start), bisect_right(words.ends, end)))
    return None if found is None or found.of(words.prose).lower() in _PRONOUNS else found
