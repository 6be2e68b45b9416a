"""Runs of capitalised words: what names are made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from copylint.document import NameRun
from copylint.lazy import lazy
from copylint.words import Words

_POSSESSIVE = lazy(r"['’]s?\Z")
PARTICLES = frozenset("de del della da das di dos du van von der den bin bint ibn ben al el la le ten ter".split())
"""Words in small letters that stand inside names."""
_LED = ("al-", "el-", "as-", "ash-", "at-", "ad-", "an-", "ar-", "az-", "d'", "d’", "l'", "l’")
TITLES = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Rev Reverend Father Sister Brother Pastor Rabbi"
    " Imam Sheikh Bishop Archbishop Cardinal Pope Saint St President Vice Prime Minister Premier Chancellor Secretary"
    " Senator Sen Representative Rep Congressman Congresswoman Governor Gov Lt Lieutenant Mayor Councillor Councilor"
    " Ambassador Judge Justice Chief Attorney General Gen Admiral Adm Captain Capt Colonel Col Major Maj Sergeant Sgt"
    " Corporal Private Officer Detective Inspector Constable Sheriff Deputy Commander Cmdr Commissioner Director Chairman"
    " Chairwoman Chair Speaker Leader Coach King Queen Prince Princess Duke Duchess Emperor Sultan Emir Emeritus Former Ex-"
    " President Acting First Democrat Republican Comrade MP Superintendent Spokesman Spokeswoman Engineer Crown Foreign"
    " Defense Defence Interior Health Finance Home State Cllr Coun Alderman Alderwoman Councilman Councilwoman Cpl Pte Insp"
    " Brigadier MSP MEP".split()
)
"""Words in capitals that stand before a name and are none of it."""
OPENERS = frozenset(
    "A About Above According Across Actually After Again Against Ago All Almost Along Already Also Although Always Amid"
    " Among An And Another Any Anyone Are Around As Asked At Away Back Based Because Been Before Behind Being Below Beside"
    " Besides Between Beyond Both But By Can Could Critics Currently Did Do Does During Each Earlier Early Either Elsewhere"
    " Even Eventually Every Everyone Except Few Finally Following For From Further Given Had Has Have Having He Her Here Him"
    " His How However I If In Indeed Inside Instead Into Is It Its Just Last Late Later Least Less Like Many May Maybe"
    " Meanwhile Might More Moreover Most Much Must My Near Nearly Neither Never Nevertheless Next No Nobody None Nor Not"
    " Nothing Now Of Off Officials On Once One Only Onto Or Other Others Our Out Outside Over Overall Per Perhaps Police"
    " Previously Rather Reports Residents Same Several She Should Since So Some Someone Sometimes Soon Still Such Than That"
    " The Their Them Then There Therefore These They This Those Though Three Through Throughout Thus To Today Together Told"
    " Tomorrow Too Toward Towards Two Under Unless Unlike Until Up Upon Us Very Via Was We Well Were What When Where Whether"
    " Which While Who Whom Whose Why With Within Without Witnesses Would Yes Yesterday Yet You Your Born Asking Speaking"
    " Writing Citing Authorities Investigators Experts Supporters Opponents Protesters Scientists Researchers Analysts".split()
)
"""Words that have a capital where they open a sentence, and are no part of the name after them."""
_ENDS = frozenset('.!?:;\n\r“"(—–•*|')


def folded(word: str) -> str:
    """A word in small letters without diacritics, apostrophes and stops."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word.lower().replace("ł", "l").replace("ø", "o"))))


@lru_cache(maxsize=50_000)
def bare(surface: str) -> str:
    """A capitalised word without its possessive; empty for what is no such word."""
    if surface.islower() or not (surface[0].isupper() or surface.lower().startswith(_LED)):
        return ""
    return _POSSESSIVE.sub("", surface) if surface[-1] in "sS'’" else surface


def name_runs(words: Words) -> tuple[NameRun, ...]:
    """The runs of capitalised words in a text, in order.

    One space parts the words of a run; an initial may have its stop, and small words such as “de” and “bin” stand inside.
    """
    index = words.index
    stems = {surface: stem for surface in words.capitals if (stem := bare(surface))}
    numbers = sorted(chain.from_iterable(map(index.__getitem__, stems)))
    return tuple(_joined(words, numbers, stems))


def _joined(words: Words, numbers: list[int], stems: dict[str, str]) -> Iterator[NameRun]:
    prose, starts, ends = words.prose, words.starts, words.ends
    first = last = -1
    run: list[str] = []
    for number in numbers:
        surface = prose[starts[number] : ends[number]]
        is_owner = run and len(run[-1]) != ends[last] - starts[last]
        if run and not is_owner and _follows(words, last, number):
            run.append(stems[surface])
        else:
            if run:
                yield NameRun(first, last, tuple(run), _opens(prose, starts[first]))
            first, run = number, [stems[surface]]
        last = number
    if run:
        yield NameRun(first, last, tuple(run), _opens(prose, starts[first]))


def _follows(words: Words, last: int, number: int) -> bool:
    """Whether a token goes on with the name that another ends: right after it, or after a stop or a small word."""
    prose, starts, ends = words.prose, words.starts, words.ends
    if number - last == 1:
        return starts[number] - ends[last] == 1 and prose[ends[last]] in " \xa0"
    between = prose[ends[last] : starts[number]]
    if number - last == 2 and between in (". ", "."):
        return ends[last] - starts[last] == 1
    return number - last <= 3 and between[:1] == " " == between[-1:] and all(part in PARTICLES for part in between.split())


def _opens(prose: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    before = prose[max(0, start - 4) : start].rstrip(" \xa0'‘’[")
    return not before or before[-1] in _ENDS or "\n" in prose[max(0, start - 2) : start]
