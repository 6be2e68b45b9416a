"""Reads a pattern piece by piece: what is a character, what a class, what a group.

It knows the syntax of the `regex` module, version 0 behaviour. What it can't tell apart it hands on as a single character, and
`regex` itself says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from copylint.lazy import lazy, re
from copylint.values import dataclass


class Piece(str, Enum):
    """What a piece of a pattern is. A word is letters and figures that stand once each."""

    WORD = "word"
    COMMENT = "comment"
    OPEN = "open"
    CLOSE = "close"
    BAR = "bar"
    FLAGS = "flags"
    CALL = "call"
    CLASS = "class"
    REPEAT = "repeat"
    FUZZY = "fuzzy"
    EDGE = "edge"
    BACK = "back"
    ESCAPE = "escape"
    DOT = "dot"
    CHAR = "char"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a pattern and where it starts; `text` is as written."""

    kind: Piece
    text: str
    start: int


_SYNTAX = lazy(
    r"""
    (?P<word>[A-Za-z0-9]+(?![*+?{]))
  | (?P<comment>\(\?\#[^)]*\))
  | (?P<call>\(\?(?:R|[+-]?[0-9]+|&\w+|P>\w+)\)|\(\*[A-Z]+\))
  | (?P<back>\(\?P=\w+\)|\\[1-9][0-9]?|\\g<[^>]*>)
  | (?P<flags>\(\?[A-Za-z0-9-]+\))
  | (?P<open>\(\?(?:<[=!]|P?<\w+>|\([^()]*\)|[A-Za-z0-9-]*:|[=!>|])|\((?!\?))
  | (?P<close>\))
  | (?P<bar>\|)
  | (?P<class>\[\^?\]?(?:\\.|\[:[^\]\\\n]*:\]|[^\]\\])*\])
  | (?P<repeat>(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\}|\{,[0-9]+\})[+?]?)
  | (?P<fuzzy>\{[^{}\s]*[eids][^{}]*\})
  | (?P<edge>\\[bBAZGKmM]|[\^$])
  | (?P<escape>\\(?:[pP]\{[^}]*\}|[pP]\w|N\{[^}]*\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|L<[^>]*>|0[0-7]{0,2}|\w))
  | (?P<dot>\.)
  | (?P<char>\\?[\s\S])
    """,
    re.VERBOSE,
)
_PIECES: dict[str | None, Piece] = {piece.value: piece for piece in Piece}


def scanned(pattern: str) -> Iterator[Token]:
    """The pieces of a pattern, in order; together they are the pattern."""
    for match in _SYNTAX.finditer(pattern):
        yield Token(_PIECES[match.lastgroup], match[0], match.start())


def counts(repeat: str) -> tuple[int, int | None]:
    """The least and the greatest number of times that a repeat stands for; None where it has no end."""
    sign = repeat[0]
    if sign != "{":
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    low, comma, high = repeat[1 : repeat.index("}")].partition(",")
    least = _number(low)
    return least, (_number(high) if high else None) if comma else least


def _number(digits: str) -> int:
    # Python refuses to read a number of thousands of digits; one of ten is past every limit anyway.
    return int(digits or "0") if len(digits) < 10 else 10**9
