"""Who says a quotation: the cue beside it, and the words beside the cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from copylint.analysis.cue import Cue, Words, cues, quoted_tokens, source
from copylint.document import Knowledge, Quote, Sentence, Tokens
from copylint.spans import Span
from copylint.values import dataclass, replace

_NEAR = 12
"""How many tokens may stand between a quotation and the cue that follows it."""
_KINDS = frozenset(["say", "phrase", "report"])
_OPENING = frozenset([",", ":", "that", "as"])
_GOING_ON = frozenset(",?!—–-…")
_PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it", "you", "who", "one"])


def with_speakers(
    prose: str, sentences: Sequence[Sentence], tokens: Tokens, quotes: Sequence[Quote], knowledge: Knowledge
) -> tuple[Quote, ...]:
    """The quotations, each with its cue and the span of its speaker where the text has them beside it.

    Where a pronoun speaks, or nobody in a paragraph where somebody spoke before, the speaker is the last one named in the
    paragraph; None where there is none.
    """
    if not quotes:
        return ()
    words = Words.of(prose, tokens)
    quoted = quoted_tokens(tokens, quotes)
    free = [cue for cue in cues(words, knowledge.cues) if cue.kind in _KINDS and not quoted[cue.first]]
    scene = _Scene(words, sentences, free, [sentence.span.start for sentence in sentences], [cue.first for cue in free])
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
        result.append(replace(quote, speaker=last, cue=words.span(cue.first, cue.end) if cue else None))
    return _shared(scene, result)


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
            quotes[index] = replace(here, speaker=following.speaker)
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
    tokens = scene.words.tokens
    opening = bisect_left(tokens.starts, quote.span.start)
    sentence = _sentence(scene, quote.span.start)
    index = bisect_left(scene.firsts, opening) - 1
    if index < 0 or sentence is None or tokens.starts[scene.free[index].first] < sentence.span.start:
        return None
    cue = scene.free[index]
    is_beside = cue.end == opening or scene.words.folded[opening - 1] in _OPENING or quote.span.length < 40
    return cue if is_beside else None


def _after(scene: _Scene, quote: Quote) -> Cue | None:
    tokens = scene.words.tokens
    closing = bisect_left(tokens.starts, quote.span.end)
    sentence = _sentence(scene, max(quote.span.start, quote.span.end - 1))
    index = bisect_left(scene.firsts, closing)
    if sentence is None or index == len(scene.free) or scene.free[index].first > closing + _NEAR:
        return None
    cue = scene.free[index]
    return cue if tokens.starts[cue.first] < sentence.span.end else None


def _named(scene: _Scene, cue: Cue) -> Span | None:
    """The speaker that a cue names, or None: a pronoun names nobody."""
    sentence = _sentence(scene, scene.words.tokens.starts[cue.first])
    found = source(scene.words, cue, scene.words.tokens.within(sentence.span)) if sentence else None
    return None if found is None or found.of(scene.words.prose).lower() in _PRONOUNS else found
