"""Words that stand in no list because anybody makes them of those that do."""

from __future__ import annotations

from collections.abc import Callable

Rank = Callable[[str], int]
"""The number of the field that holds a word, or -1; the lower the commoner."""

_ENOUGH = 8
"""The last field of common words."""
_RARE = 9
"""The field of rare words, which are accepted and made into others, but only by an ending."""
_PREFIXES = tuple(
    "anti auto back bio co counter cross cryo cyber de demi dis down eco electro ever extra fore geo giga half"
    " hydro hyper inter intra kilo macro mega meta micro mid mini mis mono multi nano neo neuro non nano off omni"
    " out over para photo poly post pre pro proto pseudo psycho quasi radio re self semi socio step sub super techno"
    " tele thermo trans tri turbo ultra un under uni up video wiki".split()
)
_SHORT_PREFIXES = frozenset("co de dis mis off out pre pro re sub tri un uni up".split())
_ENDINGS = tuple(
    "less like wide wise ward wards ship ships hood proof proofing tight dom ism isms ist ists ness nesses esque fest gate"
    " phobe phobes phobia phobic phile philia maker makers making man men woman women person people worthy free friendly goer"
    " goers style speak washing shaming omics tech verse fluencer fluencers holic holics aholic naut nauts thon thons ology"
    " ologist ologists ography scape scapes sphere spheres craft house houses land side line way ways work works worker"
    " workers".split()
)
_LEAST = 4
"""The letters that what is left has to have at least."""
_NO_PLURAL = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


def is_inflected(word: str, rank: Rank) -> bool:
    """Whether a word is the plural or the genitive of another, as grammar has it."""
    if word.endswith("'s"):
        return rank(word[:-2]) >= 0
    if word.endswith("s'"):
        return rank(word[:-1]) >= 0 or is_plural(word[:-1], rank)
    return is_plural(word, rank)


def is_derived(word: str, rank: Rank) -> bool:
    """Whether a word has a prefix or an ending that may stand with any word, or is made of two words."""
    base = word.removesuffix("'s")
    return _has_ending(base, rank) or _has_prefix(base, rank) or is_compound(base, rank)


def is_plural(word: str, rank: Rank) -> bool:
    """Whether a word is another with an s, as grammar has it."""
    base = word[:-1]
    if not word.endswith("s") or len(base) < _LEAST or base.endswith(_NO_PLURAL):
        return False
    if base.endswith("y") and base[-2] not in _VOWELS:
        return False
    return rank(base) >= 0


def _has_ending(word: str, rank: Rank) -> bool:
    for ending in _ENDINGS:
        if word.endswith(ending):
            base = word[: -len(ending)]
            if len(base) >= _LEAST and not base.endswith("'") and 0 <= rank(base) <= _RARE:
                return True
    return False


def _has_prefix(word: str, rank: Rank) -> bool:
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            base = word[len(prefix) :]
            least = _LEAST + 1 if prefix in _SHORT_PREFIXES else _LEAST
            if len(base) >= least and _is_common(base, rank):
                return True
    return False


def _is_common(word: str, rank: Rank) -> bool:
    if 0 <= rank(word) <= _ENOUGH:
        return True
    return is_plural(word, rank) and rank(word[:-1]) <= _ENOUGH


def is_compound(word: str, rank: Rank) -> bool:
    """Whether a word is two common ones of four letters or more that carry meaning of their own."""
    for cut in range(_LEAST, len(word) - _LEAST + 1):
        first, second = word[:cut], word[cut:]
        if first in FUNCTION_WORDS or second in FUNCTION_WORDS:
            continue
        if 0 <= rank(first) <= 2 and (0 <= rank(second) <= 2 or (is_plural(second, rank) and rank(second[:-1]) <= 2)):
            return True
    return False


FUNCTION_WORDS = frozenset(
    "a about after again against all also am among an and another any are as at be because been before being between both but"
    " by can could did do does each either else ever every for from had has have he her here him his how i if in into is it"
    " its just many may me might more most much must my no nor not of on one only or other our out over own same she should"
    " since so some such than that the their them then there these they this those through to too under until up us very was"
    " we were what when where which while who whom whose why will with would you your".split()
)
"""Words that say how others go together: none is a part of a compound that anybody makes up."""
