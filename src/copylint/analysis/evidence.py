"""What speaks for and against a sentence being attributed, as the features of a linear model.

A feature is a short text, a tag with what was seen. The words of a sentence count by themselves and in pairs, those in
quotation marks apart from the others; then which cues it has, how much of it is quoted, and the same of its neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from copylint.analysis.cue import Cue, source
from copylint.document import Block, Sentence
from copylint.values import dataclass
from copylint.words import Words

_SHARES = (0.0, 0.2, 0.5, 0.8, 0.96)
"""Up to the first of these shares of quoted tokens a sentence is quoted not at all, up to the next a little, and so on."""
_SAYING = frozenset(["say", "phrase"])
_SELF = ("I", "my", "me", "you", "your", "we", "our", "We", "You")
_LONG_WORD, _ENDING = 5, 4


@dataclass(frozen=True, slots=True)
class _Look:
    """A sentence at a glance: its tokens, its block, its cues, their kinds in one word, and how much of it is quoted."""

    within: range
    block: int
    cues: Sequence[Cue]
    kinds: str
    quoted: int

    @property
    def voice(self) -> str:
        """Whether it reports speech, has another cue, or none."""
        kinds = {cue.kind for cue in self.cues}
        return "say" if kinds & _SAYING else "other" if kinds else "none"


class Evidence:
    """The features of one text's sentences. `quoted` tells of each token whether it is, `free` are the cues that aren't."""

    def __init__(
        self, words: Words, sentences: Sequence[Sentence], blocks: Sequence[Block], quoted: bytearray, free: Sequence[Cue]
    ) -> None:
        self._words, self._sentences, self._blocks, self._quoted, self._free = words, sentences, blocks, quoted, free

    def of(self, number: int) -> Iterator[str]:
        """The features of a sentence; one may come twice, and counts once."""
        look = self._looks[number]
        before = self._look(number - 1)
        yield from self._own(look, is_first=before is None or before.block != look.block)
        yield from self._around(number, look)
        yield from self._voices(number, look)
        for each in self._story:
            yield each
            yield f"{each} {look.kinds} {look.quoted}"
        yield from self._worded(look)

    @cached_property
    def _looks(self) -> Sequence[_Look]:
        firsts = [cue.first for cue in self._free]
        looks, starts, ends = [], self._words.starts, self._words.ends
        for sentence in self._sentences:
            within = range(bisect_left(starts, sentence.span.start), bisect_right(ends, sentence.span.end))
            cues = self._free[bisect_left(firsts, within.start) : bisect_left(firsts, within.stop)]
            kinds = {cue.kind + ("!" if source(self._words, cue, within) else "") for cue in cues}
            inside = self._quoted.count(1, within.start, within.stop)
            share = bisect_left(_SHARES, inside / len(within)) if within else 0
            looks.append(_Look(within, sentence.block, cues, "+".join(sorted(kinds)) or "-", share))
        return looks

    @cached_property
    def _story(self) -> Sequence[str]:
        """Of the whole text: how often its writer speaks of himself or to the reader, has a cue, and quotes."""
        looks, index = self._looks, self._words.index
        own = sum(1 for word in _SELF for token in index.get(word, ()) if not self._quoted[token])
        with_cue, with_quote = sum(bool(look.cues) for look in looks), sum(look.quoted > 0 for look in looks)
        return (
            f"self {min(5, own * 20 // len(looks))}",
            f"cues {min(9, 10 * with_cue // len(looks))}",
            f"quotes {min(9, 10 * with_quote // len(looks))}",
        )

    def _own(self, look: _Look, *, is_first: bool) -> Iterator[str]:
        """The cues of a sentence, how much of it is quoted, its place and its length."""
        quoted, within = self._quoted, look.within
        yield f"cue {look.kinds}"
        yield f"quoted {look.quoted}"
        yield f"both {look.kinds} {look.quoted}"
        yield f"block {self._blocks[look.block].kind.value}"
        yield f"first {is_first}"
        yield f"count {min(len(look.cues), 3)}"
        yield from (f"kind {cue.kind}" for cue in look.cues)
        if within:
            yield f"ends {quoted[within.start]}{quoted[within.stop - 1]} {look.quoted}"
            yield f"runs on {quoted[within.start]}{quoted[within.start - 1] if within.start else 0} {is_first}"
            yield f"length {min(len(within) // 6, 8)}"

    def _around(self, number: int, look: _Look) -> Iterator[str]:
        """The cues and quotations of the two sentences before and after, and the tokens that touch this one."""
        for steps in (-2, -1, 1, 2):
            other = self._look(number + steps)
            if other is None:
                yield f"{steps}"
                continue
            is_same = other.block == look.block
            yield f"{steps} {other.kinds} {other.quoted} {is_same}"
            yield f"{steps} quoted {other.quoted} {look.quoted}"
            yield f"{steps} voice {other.voice} {look.kinds == '-'} {is_same}"
        start, stop = look.within.start, look.within.stop
        if stop < len(self._words):
            following = self._look(number + 1)
            is_same = following is not None and following.block == look.block
            yield f"next {self._words.folded(stop)} {self._quoted[stop]} {is_same}"
        if start:
            before = self._look(number - 1)
            is_first = before is None or before.block != look.block
            yield f"last {self._words.folded(start - 1)} {self._quoted[start - 1]} {is_first}"

    def _voices(self, number: int, look: _Look) -> Iterator[str]:
        """Who speaks before and after, together with what is quoted here."""
        voices = [self._voice(number + steps, look) for steps in (-2, -1, 1, 2)]
        own = f"{look.voice} {look.quoted}"
        yield f"voices {own} {voices[1]} {voices[2]}"
        yield f"before {own} {voices[1]}"
        yield f"after {own} {voices[2]}"
        yield f"all voices {own} {' '.join(voices)}"
        before, after = self._look(number - 1), self._look(number + 1)
        if before and after:
            yield f"quotes {before.quoted} {look.quoted} {after.quoted} {voices[1]} {voices[2]}"

    def _voice(self, number: int, look: _Look) -> str:
        other = self._look(number)
        return "." if other is None else f"{other.voice}{'=' if other.block == look.block else '/'}"

    def _look(self, number: int) -> _Look | None:
        return self._looks[number] if 0 <= number < len(self._looks) else None

    def _worded(self, look: _Look) -> Iterator[str]:
        """The words, by themselves and in pairs, and the endings of the longer ones."""
        sides = ["in" if self._quoted[token] else "out" for token in look.within]
        words = [self._folded(token) for token in look.within]
        for side, word in zip(sides, words, strict=True):
            yield f"{side} {word}"
            if len(word) >= _LONG_WORD and word.isalpha():
                yield f"{side} *{word[-_ENDING:]}"
        for side, (word, following) in zip([*sides, "out"], pairwise(["^", *words, "$"]), strict=True):
            yield f"{side} {word} {following}"

    def _folded(self, token: int) -> str:
        word = self._words.folded(token).replace("’", "'")
        return "0" if word[0].isdigit() else word
