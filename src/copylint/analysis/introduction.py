"""Abbreviations that a text explains: “Full Name (ABC)”, “ABC (Full Name)”, “Full Name, or ABC,”.

The letters are matched from the right, as Schwartz and Hearst do (“A simple algorithm for identifying abbreviation definitions
in biomedical text”, 2003): each letter of the abbreviation in order, the first at the start of a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from copylint.document import Introduction
from copylint.lazy import lazy, re
from copylint.spans import Span
from copylint.words import Words

_SHORT = r"[A-Z0-9](?:[A-Za-z0-9&/.]|-(?=[A-Za-z0-9])){1,9}"
_BRACKETED = lazy(rf"\((?:the |or |now |known as )?[“\"'‘]?(?P<short>{_SHORT})[”\"'’]?(?:[,;][^()\r\n]{{0,60}})?\)")
# The full name in brackets, and the abbreviation before them: apart, since what begins with a bracket is found fast.
_FULL = lazy(r"\((?:the )?(?P<full>[^()\r\n]{5,90})\)")
_BEFORE = lazy(rf"(?<![\w.-])(?P<short>{_SHORT})[ \t]\Z")
_OR = lazy(
    r",?\s(?:or|also known as|known as|better known as|called|abbreviated(?: as| to)?|a\.k\.a\.|aka)\s"
    rf"(?:the |by its acronym )?[“\"‘]?(?P<short>{_SHORT})(?![\w-])"
)
_OR_BEGINS = ("or", "also", "known", "better", "called", "abbreviated", "a.k.a.", "aka")
_POSSESSIVE = lazy(r"['’]s?\Z")
_WORD = lazy(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BREAK = lazy(r"[.!?;:()\[\]“”\"\r\n]")
_CLAUSE = lazy(r"[.!?;:()\[\]“”\"\r\n]|,(?=\s)")
_SHUT = frozenset('!?;:()[]“”"\r\n')
"""Marks of `_BREAK` that no abbreviation has: right before a place, they leave no words for it to explain."""
_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "to", "a", "an", "by", "at", "with"])
_LONGEST = 12


def introductions(words: Words) -> tuple[Introduction, ...]:
    """Each place where a text explains an abbreviation, in order."""
    prose = words.prose
    bracketed = _named(prose, _BRACKETED.finditer(prose), is_bracketed=True)
    found = {
        one.short: one for one in (*_reversed(prose), *_named(prose, _alternatives(words), is_bracketed=False), *bracketed)
    }
    return tuple(found[short] for short in sorted(found))


def _alternatives(words: Words) -> Iterator[re.Match[str]]:
    """Each “, or ABC” and its like, in order and without overlaps."""
    prose, reached = words.prose, 0
    for number in sorted(chain.from_iterable(words.index.get(word, ()) for word in _OR_BEGINS)):
        start = words.starts[number] - 1
        if start > reached and prose[start - 1] == ",":
            start -= 1
        match = _OR.match(prose, start) if start >= reached else None
        if match:
            reached = match.end()
            yield match


def _named(prose: str, matches: Iterable[re.Match[str]], *, is_bracketed: bool) -> Iterator[Introduction]:
    for match in matches:
        short = Span(*match.span("short"))
        full = _full_name(prose, match.start(), short.of(prose)) if _is_short_form(short.of(prose)) else None
        if full:
            yield Introduction(full, short, is_bracketed)


def _reversed(prose: str) -> Iterator[Introduction]:
    for match in _FULL.finditer(prose):
        before = _BEFORE.search(prose, max(0, match.start() - _LONGEST), match.start())
        if before is None or not _is_short_form(before["short"]):
            continue
        full = match["full"]
        if len(full.split()) > 1 and _start(full, before["short"]) == 0:
            yield Introduction(Span(*match.span("full")), Span(*before.span("short")), is_bracketed=True)


def _is_short_form(text: str) -> bool:
    return sum(letter.isupper() for letter in text) >= 2 and text.count(".") != 1


def _full_name(prose: str, end: int, short: str) -> Span | None:
    """The words before `end` that an abbreviation stands for, if its letters are found in them, over commas only if need be."""
    return _name_before(prose, end, short, _CLAUSE) or _name_before(prose, end, short, _BREAK)


def _name_before(prose: str, end: int, short: str, divider: re.Pattern[str]) -> Span | None:
    letters = sum(letter.isalnum() for letter in short)
    offset = max(0, end - 25 * _LONGEST)
    window = prose[offset:end].rstrip(" “\"'‘,")
    if window[-1:] in _SHUT:
        return None
    breaks = [match.end() for match in divider.finditer(window) if match[0] != "." or not _is_initial(window, match.start())]
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
    """Whether the stop at a place follows an initial."""
    return at > 0 and window[at - 1].isupper() and (at < 2 or not window[at - 2].islower())


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
