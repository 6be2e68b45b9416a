"""Which side of the Atlantic a text spells for, and a word as that side spells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.lexicon.words import FIELDS, Lexicon
from copylint.values import dataclass

_US = (FIELDS.index("us 20"), FIELDS.index("us 55"))
_GB = (FIELDS.index("gb 20"), FIELDS.index("gb 55"))
_COMMON_TO_BOTH = range(_US[0])
_PAIRS = (
    ("our", "or"),
    ("re", "er"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("l", "ll"),
    ("ce", "se"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("ey", "ay"),
    ("ou", "o"),
    ("mme", "m"),
)
"""What British and American spellings have in place of one another."""
_ENDINGS = ("is", "ys")
"""What the British may write the American way too."""
_SHORTEST_STEM = 3
"""`prize` is no other way to write `prise`."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side: whether it is the British one, and whether that writes `organise`."""

    is_british: bool
    has_ise: bool = False


def side_of(words: Iterable[str], lexicon: Lexicon) -> Side | None:
    """The side that a text of these words, in small letters, spells for; None where nothing or as much tells of the other."""
    british = american = oxford = 0
    for word in words:
        rank = lexicon.rank(word)
        american += rank in _US
        british += rank in _GB
        oxford += rank in _COMMON_TO_BOTH and "z" in word and any(_british(word, lexicon, _ENDINGS))
    return None if british == american else Side(british > american, has_ise=not oxford)


def spelled(word: str, side: Side, lexicon: Lexicon) -> str:
    """A word as a side spells it; the word itself where it knows no other."""
    rank = lexicon.rank(word)
    if not side.is_british:
        return next(_american(word, lexicon), word) if rank in _GB else word
    if rank in _US:
        return next(_british(word, lexicon), word)
    return next(_british(word, lexicon, _ENDINGS), word) if side.has_ise and rank in _COMMON_TO_BOTH else word


def _american(word: str, lexicon: Lexicon) -> Iterator[str]:
    forms = (form for british, american in _PAIRS for form in _turned(word, british, american))
    return (form for form in forms if lexicon.rank(form) in (*_COMMON_TO_BOTH, *_US))


def _british(word: str, lexicon: Lexicon, only: tuple[str, ...] = ()) -> Iterator[str]:
    pairs = ((british, american) for british, american in _PAIRS if not only or british in only)
    least = _SHORTEST_STEM if only else 1
    forms = (form for british, american in pairs for form in _turned(word, american, british, least))
    return (form for form in forms if lexicon.rank(form) in _GB)


def _turned(word: str, old: str, new: str, least: int = 1) -> Iterator[str]:
    """The word with what is old in it made new, in one place after the other, the last first, and behind so many letters."""
    place = word.rfind(old)
    while place >= least:
        yield word[:place] + new + word[place + len(old) :]
        place = word.rfind(old, 0, place + len(old) - 1)
