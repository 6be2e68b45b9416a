"""Numbers in words."""

from __future__ import annotations

from copylint.lazy import lazy

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
MAGNITUDES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
"""The words that multiply what stands before them."""
_SIMPLE = {
    **{word: float(number) for number, word in enumerate(_ONES.split())},
    **{word: 10.0 * number for number, word in enumerate(_TENS.split(), start=2)},
}
ORDINALS = {word: float(number) for number, word in enumerate(_ORDINALS.split(), start=1)}
"""The first twelve ordinals in words."""
STARTERS = frozenset((*_SIMPLE, *MAGNITUDES, *ORDINALS))
"""The words that a number in words may begin with."""
_WORD = "|".join((*sorted(_SIMPLE, key=len, reverse=True), *MAGNITUDES))
_RUN = lazy(rf"(?:{_WORD})(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million)) and )(?:{_WORD}))*(?![^\W_])", 2)
_PARTS = lazy(r"[a-z]+")


def spelled(prose: str, start: int) -> tuple[int, float] | None:
    """Where a number in words that begins at a place ends, and its value; None where there is none, or it is no one number."""
    run = _RUN.match(prose, start)
    if run is None:
        return None
    value = _value(_PARTS.findall(run[0].lower()))
    return None if value is None else (run.end(), value)


def _value(words: list[str]) -> float | None:
    total, group, last = 0.0, 0.0, ""
    for word in words:
        if word == "and":
            continue
        if word in MAGNITUDES:
            if word in ("hundred", "dozen"):
                group = (group or 1) * MAGNITUDES[word]
            else:
                total, group = total + (group or 1) * MAGNITUDES[word], 0.0
        else:
            number = _SIMPLE[word]
            if last in _SIMPLE and not (_SIMPLE[last] >= 20 and 0 < number < 10):
                return None
            group += number
        last = word
    return total + group
