"""Words that report speech or a source, where they stand, and the words beside them that say whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copylint.document import Quote, Tokens
from copylint.spans import Span
from copylint.values import dataclass

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
_OBJECTS = frozenset("him them me us her that it to there nothing something if whether how why what this so no yes".split())
_TAKEN = frozenset(["responsibility", "victory", "credit", "lives", "life", "asylum", "benefits", "title", "medal"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its first token, the token after its last, and its class."""

    first: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text as they stand and in small letters."""

    prose: str
    tokens: Tokens
    surfaces: Sequence[str]
    folded: Sequence[str]

    @classmethod
    def of(cls, prose: str, tokens: Tokens) -> Words:
        """The words of a text."""
        surfaces = [prose[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        return cls(prose, tokens, surfaces, [surface.lower() for surface in surfaces])

    def span(self, first: int, end: int) -> Span:
        """The span of the tokens from `first` up to, not including, `end`."""
        return Span(self.tokens.starts[first], self.tokens.ends[end - 1])


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
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        parts = tuple(form.split())
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append(parts)
    for longest in phrases.values():
        longest.sort(key=len, reverse=True)
    folded = words.folded
    starters = phrases.keys() | forms.keys()
    reached = 0
    for index in [i for i, word in enumerate(folded) if word in starters]:
        if index < reached:
            continue
        phrase = _phrase(folded, index, phrases.get(folded[index], ()))
        if phrase:
            reached = index + len(phrase)
            yield Cue(index, reached, forms[" ".join(phrase)])
        elif folded[index] in forms and not _is_taken(folded, index):
            reached = index + 1
            yield Cue(index, reached, forms[folded[index]])


def _phrase(folded: Sequence[str], index: int, phrases: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    for phrase in phrases:
        if tuple(folded[index : index + len(phrase)]) == phrase:
            return phrase
    return ()


def _is_taken(folded: Sequence[str], index: int) -> bool:
    """Whether a form of “claim” takes something instead of saying it: responsibility, victory, a life."""
    return folded[index].startswith("claim") and any(word in _TAKEN for word in folded[index + 1 : index + 4])


def source(words: Words, cue: Cue, within: range) -> Span | None:
    """The words that say whose a cue is, looked for among the tokens `within`; None where no words do.

    After “according to” and an inverted verb (“said Ann Lee”) they follow; otherwise they stand before it.
    """
    if cue.kind == "phrase" and words.folded[cue.end - 1] in {"to", "of"}:
        return _following(words, cue.end, within)
    is_inverted = cue.first > within.start and words.surfaces[cue.first - 1] in _INVERTING
    if is_inverted and _names(words, cue.end, within):
        return _following(words, cue.end, within)
    return _preceding(words, cue.first, within)


def _names(words: Words, index: int, within: range) -> bool:
    """Whether a source may begin at a token: a capital, an article, a number of people."""
    if index >= within.stop or words.folded[index] in _OBJECTS:
        return False
    surface = words.surfaces[index]
    return surface[0].isupper() or words.folded[index] in {"the", "a", "an", "one", "two", "three", "his", "her", "their"}


def _following(words: Words, index: int, within: range) -> Span | None:
    end = index
    while end < min(within.stop, index + REACH):
        folded = words.folded[end]
        if folded in _STOPS or folded == "," or (end > index and folded in _AFTER_SOURCE):
            break
        end += 1
    return words.span(index, end) if end > index else None


def _preceding(words: Words, index: int, within: range) -> Span | None:
    end = index
    while end > within.start and (words.folded[end - 1] in _BETWEEN or words.folded[end - 1].endswith("ly")):
        end -= 1
    if end > within.start and words.folded[end - 1] in _RELATIVE:
        end -= 1
    if end > within.start and words.surfaces[end - 1] == ",":
        end = _before_aside(words, end - 1, within)
    first = end
    while first > max(within.start, end - REACH):
        folded = words.folded[first - 1]
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
        if words.surfaces[index] == ",":
            return index
        if words.surfaces[index] in _STOPS:
            break
    return comma
