"""Blocks into sentences.

A stop ends a sentence where what stands before it is no abbreviation or initial and what follows can open one. A word in
lower case can't, so that a stray stop in mid-sentence leaves the sentence whole; names such as `iPhone` and `al-Qaeda` can.
"""

from __future__ import annotations

from collections.abc import Sequence

from copylint.document import Block, Knowledge, Sentence
from copylint.lazy import lazy, re
from copylint.spans import Span

_CANDIDATE = lazy(r"[.!?…][\"'”’)\]»]*(\s+)")
_OPENING = lazy(r"[\"“”„‘’'«`(\[¿¡]*")
_DOTS = lazy(r"(?:\.{3,4}|\. \. \.|…)\s*[\"“„‘'«(\[]*[A-Z]")
_LEADING = lazy(r"[\W_]{1,20}")
_LAST_WORD = lazy(r"[^\s(\[\"“”‘—–]{1,40}$")
_NEXT_WORD = lazy(r"[\w’'-]+(?:\.\w\b)*\.?")
_INITIALISM = lazy(r"(?:\w{1,2}\.)+\w{1,2}$")
_LOWER_NAME = lazy(
    r"[a-z]{1,2}[A-Z]\w*|(?:al|el|an|as|ad|ar|ash|at|az|ul)[-‑’][A-Z]|d[’'][A-Z]"
    r"|(?:de|da|di|du|del|della|dos|la|le|van|von|der|den|ten|ter|bin|ibn|bint|abu|bell)\s+(?:la\s+|der\s+|den\s+)?[A-Z][a-z]"
)
_LONGEST_WORD = 40
_CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
_AFTER_CLOCK = lazy(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?s?\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
    r"|[A-Z]{2,4}\b|[ECMP]\.[SD]?\.?T\b|(?:Eastern|Pacific|Central|Mountain|Greenwich|London|Moscow|Beijing|Tokyo|Hong|British|Local)\b|\d|\("
)
_STARTERS = frozenset(
    "The This That These Those There Their They He She It Its His Her We Our You Your In On At For From With Without By To "
    "As If When While Where Who What Why How After Before Since Until Although Though Because But And Or So Yet Not Now "
    "Then Here Also Both Each Every Many Most Some Several Such Other Others All Any Another One Two Three Meanwhile "
    "However According Under During Despite Among Instead Last Still Even Only Once Just Asked Earlier Later An A I I’m I'm "
    "It’s It's He’s He's She’s They’re That’s That's There’s There's Let Mr Mrs Ms".split()
)
"""Words that open a sentence and seldom follow an abbreviation inside one."""
_SHOUTING_NAMES = frozenset(
    {"Yahoo", "Jeopardy", "Panic", "Oklahoma", "Westward", "Kahoot", "Yum", "Chips", "Wham", "Mamma", "Joomla", "Hooked"}
)
_SHOUTED_TITLES = frozenset({"MR", "MS", "DR", "ST", "LT"})
"""Two capitals are rather a state or a country (`LA`, `PA`) than a title in capitals, but for these."""
_BEFORE_LETTER = frozenset("plan vitamin hepatitis group grade part class section war schedule phase type appendix".split())
"""Words that a single capital follows without being an initial."""


def sentences(prose: str, blocks: Sequence[Block], knowledge: Knowledge) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, none across a block; every code point but white space of a block is in one."""
    found: list[Sentence] = []
    no_ends = knowledge.abbreviations | _CLOCK
    for index, block in enumerate(blocks):
        start, end = block.span.start, block.span.end
        for match in _CANDIDATE.finditer(prose, start, end):
            if _is_plain_end(prose, match, start, end, no_ends) or _is_end(prose, match, start, end, knowledge):
                found.append(Sentence(Span(start, match.start(1)), index))
                start = match.end()
        if start < end:
            found.append(Sentence(Span(start, end), index))
    return tuple(found)


def _is_plain_end(prose: str, match: re.Match[str], start: int, end: int, no_ends: frozenset[str]) -> bool:
    """Whether a stop after a word in lower case that is no abbreviation ends a sentence, the next opening with a capital.

    So do eight in ten, and need none of the work below.
    """
    stop, place = match.start(), match.end()
    if place >= end or prose[stop] != "." or not "A" <= prose[place] <= "Z":
        return False
    space = prose.rfind(" ", max(start, stop - _LONGEST_WORD), stop)
    word = prose[space + 1 : stop] if space >= 0 else ""
    return len(word) > 1 and word.isalpha() and word.islower() and word not in no_ends


def _is_end(prose: str, match: re.Match[str], start: int, end: int, knowledge: Knowledge) -> bool:
    opening = _OPENING.match(prose, match.end(), end)
    place = opening.end() if opening else match.end()
    if place >= end or match.start() == start:
        return False
    first = prose[place]
    if first in ".…":
        return _DOTS.match(prose, place, end) is not None
    if first.islower():
        return _LOWER_NAME.match(prose, place, end) is not None and not _is_abbreviated(prose, match, place, start, knowledge)
    if not (first.isalnum() or first in "@#$£€¥\ufffc"):
        return False
    stop = prose[match.start()]
    if stop in ".…" and _LEADING.fullmatch(prose, start, match.end()):
        return False
    if stop != ".":
        return not _goes_on(prose, match, place, end, knowledge)
    return not _is_abbreviated(prose, match, place, start, knowledge)


def _goes_on(prose: str, match: re.Match[str], place: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a sentence goes on after `!` or `?`: a name that has one, or a quotation whose speaker follows."""
    before = _LAST_WORD.search(prose, max(0, match.start() - 40), match.start())
    if prose[match.start()] == "!" and before and before.group() in _SHOUTING_NAMES:
        return True
    if match.start(1) - match.start() < 2:
        return False
    words = _NEXT_WORD.findall(prose, place, min(end, place + 60))[:5]
    for number, word in enumerate(words):
        if number and knowledge.cues.get(word.rstrip(".")) == "say":
            return True
        if not word[0].isupper():
            return False
    return False


def _is_abbreviated(prose: str, match: re.Match[str], place: int, start: int, knowledge: Knowledge) -> bool:
    """Whether the stop belongs to an abbreviation, an initial or a list's number, and the sentence goes on."""
    stop = match.start()
    before = _LAST_WORD.search(prose, max(start, stop - 40), stop)
    if before is None:
        return False
    word = before.group().lstrip("'’$£€#@*")
    if word.isdigit():
        return before.start() == start and len(word) <= 2
    following = _NEXT_WORD.match(prose, place)
    opens = following is not None and following.group().rstrip(".") in _STARTERS
    if word.lower() in _CLOCK:
        return not opens and _AFTER_CLOCK.match(prose, place) is not None
    if len(word) == 1 and word.isalpha():
        return _is_initial(prose, before.start(), word, start, opens=opens)
    if _INITIALISM.fullmatch(word) or _is_known(word, knowledge.abbreviations):
        return not opens
    return False


def _is_known(word: str, abbreviations: frozenset[str]) -> bool:
    if word in abbreviations or word.lower() in abbreviations:
        return True
    return word.isupper() and (len(word) > 2 or word in _SHOUTED_TITLES) and word.capitalize() in abbreviations


def _is_initial(prose: str, place: int, word: str, start: int, *, opens: bool) -> bool:
    if opens or word.islower():
        return not opens
    before = _LAST_WORD.search(prose, max(start, place - 40), max(start, place - 1))
    if before is None:
        return True
    if before.group().lower() in _BEFORE_LETTER:
        return False
    return word != "I" or before.group()[0].isupper()
