"""Abbreviations that a text explains: “Full Name (ABC)”, “ABC (Full Name)”, “Full Name, or ABC,”.

The letters are matched from the right, as Schwartz and Hearst do (“A simple algorithm for identifying abbreviation definitions
in biomedical text”, 2003): each letter of the abbreviation in order, the first at the start of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.spans import Span
from copylint.values import dataclass

_SHORT = r"[A-Z0-9](?:[A-Za-z0-9&/.]|-(?=[A-Za-z0-9])){1,9}"
_BRACKETED = re.compile(rf"\((?:the |or |now |known as )?[“\"'‘]?(?P<short>{_SHORT})[”\"'’]?(?:[,;][^()\r\n]{{0,60}})?\)")
_REVERSED = re.compile(rf"(?<![\w.-])(?P<short>{_SHORT})[ \t]\((?:the )?(?P<full>[^()\r\n]{{5,90}})\)")
_OR = re.compile(
    r",?\s(?:or|also known as|known as|better known as|called|abbreviated(?: as| to)?|a\.k\.a\.|aka)\s"
    rf"(?:the |by its acronym )?[“\"‘]?(?P<short>{_SHORT})(?![\w-])"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BREAK = re.compile(r"[.!?;:()\[\]“”\"\r\n]")
_CLAUSE = re.compile(r"[.!?;:()\[\]“”\"\r\n]|,(?=\s)")
_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "to", "a", "an", "by", "at", "with"])
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Introduction:
    """An abbreviation and the full name that explains it; `is_bracketed` where one of them stands in brackets."""

    full: Span
    short: Span
    is_bracketed: bool


def introductions(prose: str) -> tuple[Introduction, ...]:
    """Each place where a text explains an abbreviation, in order."""
    found = {one.short: one for one in (*_reversed(prose), *_named(prose, _OR), *_named(prose, _BRACKETED))}
    return tuple(found[short] for short in sorted(found))


def _named(prose: str, pattern: re.Pattern[str]) -> Iterator[Introduction]:
    for match in pattern.finditer(prose):
        short = Span(*match.span("short"))
        full = _full_name(prose, match.start(), short.of(prose)) if _is_short_form(short.of(prose)) else None
        if full:
            yield Introduction(full, short, pattern is _BRACKETED)


def _reversed(prose: str) -> Iterator[Introduction]:
    for match in _REVERSED.finditer(prose):
        full = match["full"]
        if _is_short_form(match["short"]) and len(full.split()) > 1 and _start(full, match["short"]) == 0:
            yield Introduction(Span(*match.span("full")), Span(*match.span("short")), is_bracketed=True)


def _is_short_form(text: str) -> bool:
    return sum(letter.isupper() for letter in text) >= 2 and text.count(".") != 1


def _full_name(prose: str, end: int, short: str) -> Span | None:
    """The words before `end` that an abbreviation stands for, if its letters are found in them, over commas only if need be."""
    return _name_before(prose, end, short, _CLAUSE) or _name_before(prose, end, short, _BREAK)


def _name_before(prose: str, end: int, short: str, divider: re.Pattern[str]) -> Span | None:
    letters = sum(letter.isalnum() for letter in short)
    offset = max(0, end - 25 * _LONGEST)
    window = prose[offset:end].rstrip(" “\"'‘,")
    breaks = [match.end() for match in divider.finditer(window) if not _is_initial(window, match.start())]
    first = breaks[-1] if breaks else 0
    words = list(_WORD.finditer(window, first))[-min(letters + 5, 2 * letters + 1) :]
    if len(words) < 2 or len(window) - words[-1].end() > 1:
        return None
    base = words[0].start()
    end = base + len(_POSSESSIVE.sub("", window[base : words[-1].end()]))
    start = _start(window[base:end], short)
    if start is None or _trails(window[base + start : end]):
        return None
    return Span(offset + base + start, offset + end)


def _trails(full: str) -> bool:
    """Whether a name in capitals ends in a word that is none of it: “River Trust Board met”."""
    words = full.split()
    return words[-1][0].islower() and any(word[0].isupper() for word in words[1:])


def _is_initial(window: str, at: int) -> bool:
    return window[at] == "." and at > 0 and window[at - 1].isupper() and (at < 2 or not window[at - 2].islower())


def _start(full: str, short: str) -> int | None:
    """Where in `full` the words begin that `short` stands for, or None: each letter in order, most at the start of a word."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    at, heads = len(full), 0
    for number, letter in reversed(list(enumerate(letters))):
        head = _last_head(full, letter, at, _SMALL if number == 0 else frozenset())
        inner = full.lower().rfind(letter, 0, at)
        at = head if head >= 0 and (number == 0 or head == inner or _fits(full, letters[:number], head)) else inner
        if at < 0 or (number == 0 and not _is_head(full, at)):
            return None
        heads += _is_head(full, at)
    return at if 2 * heads > len(letters) and " " in full[at:].strip() else None


def _last_head(full: str, letter: str, before: int, passed: frozenset[str]) -> int:
    for match in reversed(list(_WORD.finditer(full, 0, before))):
        if match[0][0].lower() == letter and match[0].lower() not in passed:
            return match.start()
    return -1


def _fits(full: str, letters: list[str], before: int) -> bool:
    """Whether the letters can all be found in order before a place."""
    at = before
    for letter in reversed(letters):
        at = full.lower().rfind(letter, 0, at)
        if at < 0:
            return False
    return True


def _is_head(full: str, at: int) -> bool:
    return at == 0 or not full[at - 1].isalnum()
