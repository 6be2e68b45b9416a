"""What the rules on numbers ask of the words round a number, and how they write one."""

from __future__ import annotations

from copylint.document import Document, Number
from copylint.lazy import lazy

_ROUGH = lazy(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|at\sleast|more\sthan|less\sthan|fewer\sthan|over|under|up\sto|as"
    r"\s(?:many|much|few)\sas|an\sestimated|estimated|just\sover|just\sunder|close\sto|upwards\sof|maybe|perhaps|only\sabout)"
    r"\s(?:the\s)?\Z",
    2,
)
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def is_rough(prose: str, number: Number) -> bool:
    """Whether the copy says that a number is no exact one."""
    return _ROUGH.search(prose, max(0, number.span.start - 24), number.span.start) is not None


def gap(prose: str, first: Number, second: Number) -> str:
    """What stands between two numbers."""
    return prose[first.span.end : second.span.start]


def are_together(document: Document, first: Number, second: Number) -> bool:
    """Whether two numbers stand in one sentence."""
    return document.sentence_at(first.span.start) == document.sentence_at(second.span.start)


def digit(prose: str, number: Number) -> float:
    """What the last digit of a number stands for, a round nought included."""
    text = number.figure.of(prose)
    decimals = len(text.partition(".")[2]) if "." in text else 0
    figure = text.replace(",", "")
    scale = number.value / float(figure) if figure.replace(".", "", 1).isdecimal() and float(figure) else 1.0
    return float(10.0**-decimals * max(1.0, abs(scale) if number.unit not in ("C", "F") else 1.0))


def written(value: float, like: str) -> str:
    """A number in figures or words as another one is written."""
    if like[:1].isalpha() and value == int(value) and 0 <= value < len(_WORDS):
        word = _WORDS[int(value)]
        return word.capitalize() if like[:1].isupper() else word
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}"
