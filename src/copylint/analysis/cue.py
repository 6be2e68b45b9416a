"""Words that report speech or a source, where they stand, and the words beside them that say whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copylint.analysis.kept import kept
from copylint.document import Quote, Tokens
from copylint.spans import Span
from copylint.values import dataclass
from copylint.words import Words

REACH = 14
"""How many tokens a source may be long, or stand away from its cue."""

_BETWEEN = frozenset(
    "has have had is are was were be been being did does do will would could should may might also then later already now"
    " often still even just again recently earlier once repeatedly flatly never not first he’d since has".split()
)
_CLAUSE = frozenset("that which and but or while as because if when after before where although though whether so than".split())
_RELATIVE = frozenset(["who", "which", "that"])
_STOPS = frozenset('.;:?!()[]{}—–“”"«»')
_INVERTING = frozenset(",”\"’'?!")
_AFTER_SOURCE = frozenset(
    "in on at that while after before when who which as but and because during to if with last this said"
    " says told monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
_PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it", "you", "who", "one"])
_ARTICLES = frozenset(["the", "a", "an", "one", "two", "three", "his", "her", "their"])
_OBJECTS = frozenset("him them me us her that it to there nothing something if whether how why what this so no yes".split())
_TAKEN = frozenset(["responsibility", "victory", "credit", "lives", "life", "asylum", "benefits", "title", "medal"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its first token, the token after its last, and its class."""

    first: int
    end: int
    kind: str


def quoted_tokens(tokens: Tokens, quotes: Sequence[Quote]) -> bytearray:
    """For each token whether it is quoted, the marks included: 1 or 0."""
    quoted = bytearray(len(tokens))
    for quote in quotes:
        for part in quote.parts:
            inside = tokens.within(part)
            quoted[inside.start : inside.stop] = b"\1" * len(inside)
    return quoted


def cues(words: Words, forms: Mapping[str, str]) -> Iterator[Cue]:
    """Every cue of a text in order, phrases before the single words they begin with."""
    begun = _begun(forms)
    reached = 0
    for number, starter in sorted(_started(words, begun)):
        if number < reached:
            continue
        for form, kind in begun[starter].forms:
            if len(form) > 1 and not _stands_at(form, words, number):
                continue
            if len(form) > 1 or not _is_taken(words, number, starter):
                reached = number + len(form)
                yield Cue(number, reached, kind)
            break


def _started(words: Words, begun: Mapping[str, _Begun]) -> Iterator[tuple[int, str]]:
    """The tokens that a form may begin with, each with its word in small letters: of phrases those before their second word."""
    for surface, numbers in words.index.items():
        starter = surface.lower()
        forms = begun.get(starter)
        if forms is None:
            continue
        if (seconds := forms.seconds) is None:
            yield from ((number, starter) for number in numbers)
        else:
            small = words.small
            yield from ((number, starter) for number in numbers if small[number + 1] in seconds)


@dataclass(frozen=True, slots=True)
class _Begun:
    """The words of the forms that begin with a word, the longest first, each with its class."""

    forms: Sequence[tuple[tuple[str, ...], str]]
    seconds: frozenset[str] | None
    """The second words of phrases; None where a form has one word only."""


@kept
def _begun(forms: Mapping[str, str]) -> Mapping[str, _Begun]:
    """The forms by their first word."""
    begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, kind in forms.items():
        parts = tuple(form.split())
        begun.setdefault(parts[0], []).append((parts, kind))
    found = {}
    for first, longest in begun.items():
        longest.sort(key=lambda entry: -len(entry[0]))
        is_phrase = len(longest[-1][0]) > 1
        seconds = frozenset(parts[1].replace("’", "'") for parts, _ in longest) if is_phrase else None
        found[first] = _Begun(longest, seconds)
    return found


def _stands_at(phrase: Sequence[str], words: Words, number: int) -> bool:
    """Whether a phrase whose first word stands at a token stands there wholly."""
    if number + len(phrase) > len(words):
        return False
    return all(words.folded(number + further) == phrase[further] for further in range(1, len(phrase)))


def _is_taken(words: Words, number: int, folded: str) -> bool:
    """Whether a form of “claim” takes something instead of saying it: responsibility, victory, a life."""
    if not folded.startswith("claim"):
        return False
    return any(words.folded(further) in _TAKEN for further in range(number + 1, min(number + 4, len(words))))


def source(words: Words, cue: Cue, within: range) -> Span | None:
    """The words that say whose a cue is, looked for among the tokens `within`; None where no words do.

    After “according to” and an inverted verb (“said Ann Lee”) they follow; otherwise they stand before it.
    """
    if cue.kind == "phrase" and words.folded(cue.end - 1) in {"to", "of"}:
        return _following(words, cue.end, within)
    is_inverted = cue.first > within.start and words.surface(cue.first - 1) in _INVERTING
    if is_inverted and _names(words, cue.end, within):
        return _following(words, cue.end, within)
    return _preceding(words, cue.first, within)


def _names(words: Words, index: int, within: range) -> bool:
    """Whether a source may begin at a token: a capital, an article, a number of people."""
    if index >= within.stop or words.folded(index) in _OBJECTS:
        return False
    return words.surface(index)[0].isupper() or words.folded(index) in _ARTICLES


def _following(words: Words, index: int, within: range) -> Span | None:
    end = index
    while end < min(within.stop, index + REACH):
        folded = words.folded(end)
        if folded in _STOPS or folded == "," or (end > index and folded in _AFTER_SOURCE):
            break
        end += 1
    return words.span(index, end) if end > index else None


def _preceding(words: Words, index: int, within: range) -> Span | None:
    end, first = index, within.start
    folded = words.folded(end - 1) if end > first else ""
    while end > first and (folded in _BETWEEN or folded.endswith("ly")):
        end -= 1
        folded = words.folded(end - 1) if end > first else ""
    if end > first and folded in _RELATIVE:
        end -= 1
    if end > first and words.surface(end - 1) == ",":
        end = _before_aside(words, end - 1, within)
    return _back_to_stop(words, end, within)


def _back_to_stop(words: Words, end: int, within: range) -> Span | None:
    """The words before a token back to a mark or a conjunction; a pronoun alone where one is met."""
    first = end
    while first > max(within.start, end - REACH):
        folded = words.folded(first - 1)
        if folded in _STOPS or folded == "," or folded in _CLAUSE:
            break
        first -= 1
        if folded in _PRONOUNS:
            end = first + 1
            break
    return words.span(first, end) if end > first else None


def _before_aside(words: Words, comma: int, within: range) -> int:
    """The end of the words before an aside between commas (“Lee, the mayor, said”), or of those before the one comma."""
    for index in range(comma - 1, max(within.start, comma - 2 * REACH), -1):
        surface = words.surface(index)
        if surface == ",":
            return index
        if surface in _STOPS:
            break
    return comma
