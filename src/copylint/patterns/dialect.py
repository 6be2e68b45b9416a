"""What a pattern means: the dialect of the packs, turned into one that the `regex` module reads.

`docs/packs.md` has the table. Every change of meaning is made here, piece by piece, on the scanned pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex  # type: ignore[import-untyped]  # it ships no types

from copylint.patterns.kin import APOSTROPHES, HYPHENS, QUOTATION_MARKS
from copylint.patterns.scanner import Piece, Token, counts, scanned
from copylint.patterns.tree import MOST_REPEATS, PatternError, Tree, repeats, tree, width
from copylint.typed import Any

Compiled = Any  # regex.Pattern[str]: the module has no types of its own

_INLINE = r"[^\S\r\n]"
_BREAK = r"(?:\r\n|\r|\n)"
# Told apart by their first character, so that a failed match goes back over a stretch once and not once for each split of it.
SPACE = rf"(?:{_INLINE}+(?:{_BREAK}{_INLINE}*)?|{_BREAK}{_INLINE}*)"
# A pattern that begins with a space would otherwise be tried at every character of a long stretch.
_FIRST_SPACE = rf"(?<!{_INLINE})"
# ʼ (U+02BC) counts as a letter in Unicode; here it is an apostrophe.
WORD = "[^\\Wʼ]"
LEFT = rf"(?:(?!{WORD})|(?<!{WORD})(?<!{WORD}[{APOSTROPHES}]))"
RIGHT = rf"(?:(?<!{WORD})|(?!{WORD}|[{APOSTROPHES}](?![sS](?!{WORD})){WORD}))"
_KIN = {"'": APOSTROPHES, '"': QUOTATION_MARKS, "-": HYPHENS}
_EDGES = {"^": r"(?:(?<![^\r\n])(?!(?<=\r)\n))", "$": r"(?:(?![^\r\n])(?!(?<=\r)\n))"}
_CLASS_ITEM = regex.compile(r"\\(?:[pP]\{[^}]*\}|N\{[^}]*\}|[\s\S])|\[:[^\]\\\n]*:\]|[\s\S]", regex.V0)
_FLAGS_ALLOWED = ("(?:", "(?i:", "(?-i:")


def translated(pattern: str, *, case_sensitive: bool, bounds: bool) -> str:
    """The pattern as `regex`, version 0, reads it; for `compiled`, which also sets the flag for `case_sensitive`.

    Raises PatternError, with the position, for what the dialect refuses.
    """
    del case_sensitive  # a flag of the compiled pattern; the text is the same
    tokens = [token for token in scanned(pattern) if token.kind is not Piece.COMMENT]
    body = "".join(_pieces(tokens))
    return f"{LEFT}(?:{body}){RIGHT}" if bounds else body


@lru_cache(maxsize=1 << 15)
def compiled(pattern: str, *, case_sensitive: bool = False, bounds: bool = True) -> Compiled:
    """The compiled pattern. Raises PatternError, with the reason of `regex` and the position, for a bad one."""
    text = translated(pattern, case_sensitive=case_sensitive, bounds=bounds)
    flags = regex.V0 if case_sensitive else regex.V0 | regex.IGNORECASE
    try:
        return regex.compile(text, flags)
    except (regex.error, RecursionError) as error:
        raise PatternError(_reason(pattern, error)) from error


def checked(pattern: str) -> Tree:
    """The tree of a pattern that is right. Raises PatternError for one that is wrong or refused, without matching anything.

    Only what the tree isn't certain of is compiled: compiling takes a hundred times as long as scanning.
    """
    shape = tree(pattern)
    if shape.literal:
        return shape
    times = repeats(shape.branches)
    if times > MOST_REPEATS:
        raise PatternError(f"counted repeats come to {times:,} inside one another; {MOST_REPEATS:,} is the most")
    if not shape.is_certain:
        for token in scanned(pattern):
            _refuse(token)
        compiled(pattern, case_sensitive=False, bounds=False)
    if not width(shape.branches):
        raise PatternError("it can match nothing at all; every branch has to cover at least one character")
    return shape


def _reason(pattern: str, error: Exception) -> str:
    """What `regex` says of the pattern as it was written, if it complains of that too: those positions are the writer's."""
    reason = str(error)
    try:
        regex.compile(pattern, regex.V0)
    except (regex.error, RecursionError) as own:
        reason = str(own)
    return reason


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if _is_space(token):
            index, text = _space(tokens, index)
            yield text
            continue
        yield _piece(token)
        index += 1


def _piece(token: Token) -> str:
    _refuse(token)
    if token.kind is Piece.CHAR:
        char = token.text[-1]
        return f"[{_KIN[char]}]" if char in _KIN else token.text
    if token.kind is Piece.CLASS:
        return _class(token.text)
    if token.kind is Piece.EDGE:
        return _EDGES.get(token.text, token.text)
    if token.kind is Piece.DOT:
        return r"[^\r\n]"
    return token.text


def _refuse(token: Token) -> None:
    where = f"at position {token.start}"
    if token.kind is Piece.CHAR and token.text in ("[", "("):
        raise PatternError(f'"{token.text}" {where} opens something that isn\'t closed, or unknown')
    if token.kind is Piece.FLAGS:
        raise PatternError(f'flags for the whole pattern, "{token.text}" {where}, are not allowed; {_instead(token.text)}')
    if token.kind is Piece.OPEN and token.text.endswith(":") and token.text not in _FLAGS_ALLOWED:
        raise PatternError(f'the flags "{token.text}" {where} are not allowed; (?i:…) and (?-i:…) are')
    if token.kind is Piece.FUZZY:
        raise PatternError(
            f'"{token.text}" {where} means inexact matching, which is not allowed; a brace that is meant is "\\{{"'
        )


def _instead(flags: str) -> str:
    return (
        'case is ignored unless the rule has case = "match"'
        if "i" in flags
        else "only (?i:…) and (?-i:…) are, for a part of it"
    )


def _is_space(token: Token) -> bool:
    return token.kind is Piece.CHAR and token.text[-1] == " "


def _space(tokens: Sequence[Token], start: int) -> tuple[int, str]:
    """Where a run of spaces and their repeats ends, and what it stands for: one stretch of white space, or none too."""
    index, is_optional, suffix = start, True, ""
    while index < len(tokens) and _is_space(tokens[index]):
        index += 1
        repeat = tokens[index].text if index < len(tokens) and tokens[index].kind is Piece.REPEAT else ""
        index += bool(repeat)
        is_optional = is_optional and bool(repeat) and counts(repeat)[0] == 0
        suffix = repeat[-1] if len(repeat) > 1 and repeat[-1] in "+?" else ""
    lead = _FIRST_SPACE if _is_first(tokens, start) else ""
    return index, f"(?:{lead}{SPACE})?{suffix}" if is_optional else lead + SPACE


def _is_first(tokens: Sequence[Token], index: int) -> bool:
    if not index:
        return True
    before = tokens[index - 1]
    return before.kind is Piece.BAR or (before.kind is Piece.OPEN and before.text not in ("(?<=", "(?<!"))


def _class(text: str) -> str:
    head = "[^" if text.startswith("[^") else "["
    items = _CLASS_ITEM.findall(text[len(head) : -1])
    return head + "".join(_item(items, i) for i in range(len(items))) + "]"


def _item(items: Sequence[str], i: int) -> str:
    char = items[i][1:] if items[i] in ("\\'", '\\"') else items[i]
    if char not in _KIN or char == "-":
        return items[i]
    ends_range = i >= 2 and items[i - 1] == "-"
    starts_range = i + 2 < len(items) and items[i + 1] == "-"
    return char if ends_range or starts_range else _KIN[char]
