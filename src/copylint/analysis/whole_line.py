"""Many patterns for whole lines, of which only those that a line's first letters allow are compiled and tried.

Compiling all patterns of the packs takes longer than reading an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from copylint.code import restored, timed_code
from copylint.errors import PackError
from copylint.lazy import compiled, lazy, re
from copylint.memo import MEMO
from copylint.typed import Any

BUDGET = 1.0
"""Seconds that one pattern may take on one line."""

_MANY_REPEATS = 3
_LONGEST_KEY = 6
_MOST_KEPT = 5000
_ANY = ("",)
_REPEATS = ("?", "*", "+", "{")
_LITERAL = lazy(
    r"(?P<char>[^\\.^$*+?{}\[\]|()]|\\[\W_]|\\d)(?:(?P<repeated>\+\??|\{[1-9]\d*(?:,\d*)?\}\??)|(?P<optional>\?\??)|(?P<any>\*|\{[0,]))?"
)
"""A literal character or a digit of a pattern, and how often it may stand."""
_SIGN = lazy(r"\\.|\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*(?:\]|\Z)|[()|]", re.DOTALL)
"""What is escaped, a class, or a bracket or bar that means something."""
_REPEAT = lazy(r"\\.|\)?\s*[*+{]", re.DOTALL)


Parts = dict[str, tuple[str, tuple[str, ...]]]
"""By the letters that lines begin with: the patterns as one, and those that may run away."""


class WholeLines:
    """Case-insensitive patterns for whole lines, kept by the letters they begin with; none may refer to a group by number."""

    def __init__(self, sources: Iterable[str]) -> None:
        given = tuple(sources)
        self._parts: Parts = MEMO.of(("whole lines", given), lambda: _parts(given))
        self._compiled: dict[str, tuple[re.Pattern[str], tuple[Any, ...]]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def is_match(self, text: str) -> bool:
        """Whether a pattern matches the whole of a text.

        Raises `re.error` for a pattern that is none, and PackError for one that has spent its time on the text.
        """
        first = text[:_LONGEST_KEY]
        if first not in self._keys:
            if len(self._keys) >= _MOST_KEPT:
                self._keys.clear()
            self._keys[first] = self._keys_of(first.lower())
        keys = self._keys[first]
        return bool(keys) and any(self._matches(key, text) for key in keys)

    def _keys_of(self, first: str) -> tuple[str, ...]:
        """The keys under which patterns for a line with these first letters are kept; most lines have none."""
        keys = ["0"] if first[:1].isdigit() else []
        keys += [first[:length] for length in range(len(first) + 1)]
        return tuple(key for key in keys if key in self._parts)

    def _matches(self, key: str, text: str) -> bool:
        if key not in self._compiled:
            tame, risky = self._parts[key]
            self._compiled[key] = compiled(tame, re.IGNORECASE), tuple(map(_timed, risky))
        tame_one, timed = self._compiled[key]
        return tame_one.fullmatch(text) is not None or any(_matches_in_time(pattern, text) for pattern in timed)


def is_risky(source: str) -> bool:
    """Whether a pattern may run away on a line: it repeats a group, or has many repeats."""
    repeats = [repeat for repeat in _REPEAT.findall(source) if not repeat.startswith("\\")]
    return len(repeats) >= _MANY_REPEATS or any(repeat.startswith(")") for repeat in repeats)


def _parts(sources: tuple[str, ...]) -> Parts:
    """The patterns by the letters that lines begin with."""
    found: dict[str, list[str]] = {}
    for source in sources:
        for alternative in alternatives(source):
            for key in openings(alternative):
                found.setdefault(key, []).append(alternative)
    return {key: (_joined(of), tuple(filter(is_risky, of))) for key, of in found.items()}


def _joined(sources: Iterable[str]) -> str:
    """Those that can't run away as one pattern."""
    return "|".join(f"(?:{source})" for source in sources if not is_risky(source)) or "(?!)"


def _timed(source: str) -> Any:
    """The pattern as `regex` has it, which is slower to compile than that of `re`, but can be stopped."""
    code: bytes = MEMO.of(("timed", source), lambda: _checked(source))
    return restored(code) or restored(_checked(source))


def _checked(source: str) -> bytes:
    re.compile(source, re.IGNORECASE)
    return timed_code(source)


def _matches_in_time(pattern: Any, text: str) -> bool:
    try:
        return pattern.fullmatch(text, timeout=BUDGET) is not None
    except TimeoutError:
        told = f'the pattern "{pattern.pattern}" took longer than {BUDGET:g} s on one line'
        raise PackError(told, path="[knowledge]") from None


@lru_cache(maxsize=8)
def whole_lines(sources: tuple[str, ...]) -> WholeLines:
    """The patterns in `sources`, made ready once for each set of packs."""
    return WholeLines(sources)


def alternatives(source: str) -> tuple[str, ...]:
    """The parts of a pattern between the bars that stand in no group."""
    bars = list(_bars(source)) if "|" in source else []
    return tuple(source[a:b] for a, b in zip([0, *(bar + 1 for bar in bars)], [*bars, len(source)], strict=True))


def openings(source: str) -> tuple[str, ...]:
    """The letters, six at most, with which what a pattern matches begins; `0` for a digit, empty where they can't be told."""
    if source.startswith("(?:"):
        return _group_openings(source)
    head = source[:_LONGEST_KEY]
    if head.replace(" ", "").isalpha() and source[_LONGEST_KEY : _LONGEST_KEY + 1] not in _REPEATS:
        return (head.lower(),)  # most are
    prefix, place = "", 0
    while len(prefix) < _LONGEST_KEY and (literal := _LITERAL.match(source, place)):
        is_digit = literal.group("char") == "\\d"
        if literal.group("any") or (prefix and is_digit):
            break
        place = literal.end()
        char = literal.group("char")[-1].lower()
        if literal.group("optional"):
            return _optional_openings(prefix, "0" if is_digit else char, openings(source[place:]))
        if is_digit:
            return ("0",)
        prefix += char
        if literal.group("repeated"):
            break
    return (prefix,)


def _optional_openings(prefix: str, char: str, rest: tuple[str, ...]) -> tuple[str, ...]:
    """The openings of what begins with a prefix, goes on with a character or without, and then as the rest does."""
    if not prefix:
        return (char, *rest)
    following = ["" if key == "0" else key for key in rest]  # a digit has a key only where a line begins with it
    return tuple(dict.fromkeys((prefix + own + key)[:_LONGEST_KEY] for own in (char, "") for key in following))


def _group_openings(source: str) -> tuple[str, ...]:
    close = _closing(source)
    rest = source[close + 1 :]
    if rest.startswith(("*", "{0", "{,")):
        return _ANY
    found = [key for part in alternatives(source[3:close]) for key in openings(part)]
    if rest.startswith("?"):
        found += openings(rest[1:])
    return _ANY if "" in found else tuple(dict.fromkeys(found))


def _closing(source: str) -> int:
    """The place of the bracket that closes the group at a pattern's start; the last place if none does."""
    depth = 0
    for place, char in _plain(source):
        depth += (char == "(") - (char == ")")
        if not depth:
            return place
    return len(source) - 1


def _bars(source: str) -> Iterator[int]:
    """The places of the bars that stand in no group."""
    depth = 0
    for place, char in _plain(source):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield place


def _plain(source: str) -> Iterator[tuple[int, str]]:
    """The brackets and bars of a pattern that mean a group or an alternative, with their places."""
    return ((found.start(), found[0]) for found in _SIGN.finditer(source) if found[0] in "()|")
