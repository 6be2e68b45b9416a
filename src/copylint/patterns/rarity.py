"""How often a phrase is to be expected in English news: a rough guess, by which the engine chooses what to look for."""

from __future__ import annotations

from functools import lru_cache
from math import pow

from copylint.lazy import lazy
from copylint.patterns.fold import WORD_CLASS, bytes_of, is_word

# The commonest words of English news in order, counted in 0.7 million words of it; names and topics of the day left out.
_COMMON = b"""
the to of a and in s that for on is he it said with as his was has at i have by not from be who but are an they this she her
we about t would more will new had state their president one been you or people were which than party all if after when out
there up also him over some no so two percent time like could its do former just last most year first them into even our now
because against many support while those years only how say country before news u did make any m get where during much told
very don should may government back still among well since million 1 says my being then including three us court between
world me city day public week police can what down 2 same law part off another through made whether here group work long
second own way take however united states american security minister department women men members home high told four such
each under per 3 4 5 10 house war political general week report reported several local including case officials national use
man both
"""
_RANKS = {word: rank for rank, word in enumerate(dict.fromkeys(_COMMON.split()))}
_LETTERS = {
    **dict(
        zip(
            b"etainosrhldcmupgfwybvk",
            (94, 72, 68, 60, 59, 58, 53, 51, 36, 32, 31, 27, 21, 21, 19, 16, 16, 14, 13, 12, 8, 6),
            strict=True,
        )
    ),
    **dict(zip(b" .,'-\"012", (158, 10, 10, 5, 2, 2, 2, 1, 1), strict=True)),
    **dict(zip(bytes_of("“”—–"), (1, 1, 0.3, 0.3), strict=True)),
}
"""How many of a thousand characters are this one."""
_OTHER = 0.2
_RUN = lazy(rb"%b+|[\x00-\xff]" % WORD_CLASS)
_RARE_WORD = 2e-5
_WHITE = 0.01
"""White space of more than one character: mostly the ends of paragraphs."""
_CLOSERS = frozenset((b".", b",", b";", b":", b"?", b"!", b")", b"]", bytes_of("”")))
_OPENERS = frozenset((b"(", b"[", bytes_of("“")))
_AFTER_A_SPACE = 0.02
"""How much rarer a mark is that closes something, if a space stands before it, or one that opens something, after it."""
_WITHOUT_A_SPACE = 0.1
"""How much rarer what stands after such a mark is, if no space does."""


@lru_cache(maxsize=1 << 16)
def frequency(phrase: bytes) -> float:
    """How many times a folded phrase is to be expected for each character of a text; spaces at its ends bound a word."""
    runs = _RUN.findall(phrase)
    guess = 1.0
    for index, run in enumerate(runs):
        before = runs[index - 1] if index else b""
        if (run in _CLOSERS and before == b" ") or (run == b" " and before in _OPENERS):
            guess *= _AFTER_A_SPACE
        if before in _CLOSERS and is_word(run[0]):
            guess *= _WITHOUT_A_SPACE
        if run == b" ":
            continue
        is_whole = 0 < index < len(runs) - 1 and is_word(run[0])
        # What stands beside a common word is common beside it: independence would make of “of the” a rarity.
        guess *= min(0.5, (_word(run) if is_whole else _part(run)) * (1 if guess == 1.0 else 6))
    return guess if phrase.strip() else _WHITE


@lru_cache(maxsize=1 << 15)
def _word(run: bytes) -> float:
    if run in _RANKS:
        return 0.022 / (_RANKS[run] + 2.4)
    # Letters tell little of a whole word: any may be the name that a story is about.
    return min(_RARE_WORD, pow(_letters(run), 1 / 3) * pow(_RARE_WORD, 2 / 3))


@lru_cache(maxsize=1 << 15)
def _part(run: bytes) -> float:
    """A part of a word is at least as common as the word that it makes by itself."""
    return max(_letters(run), 1.1 * _word(run)) if is_word(run[0]) else _letters(run)


def _letters(run: bytes) -> float:
    """The first letter as often as it is, each further one as often as after another: about three times that."""
    guess = 1.0
    for index, byte in enumerate(run):
        guess *= min(0.25, _LETTERS.get(byte, _OTHER) / 1000 * (3 if index else 1))
    return guess
