"""Whether each entry of a pack's rule finds something: shown on a text made from its pattern.

What it finds there is then replaced as the rule says, and the rule has to be content with that.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from itertools import chain, islice, product

from copylint.analysis import analyse
from copylint.cache import NO_CACHE, Cache, content_digest, digest, own_code
from copylint.code import maker
from copylint.document import Block, BlockKind, Document, Source
from copylint.example import parsed
from copylint.kit import Kit
from copylint.patterns.consistency import ConsistencySpec
from copylint.patterns.engine import PackChecker
from copylint.patterns.entry import EntrySpec
from copylint.patterns.kind import PackRule
from copylint.patterns.pattern import Pattern
from copylint.patterns.sample import Sample, samples
from copylint.rule import Match, Quotes
from copylint.shipped import FORMAT
from copylint.spans import Segment, Span
from copylint.values import dataclass

_TRIES, _MANY_TRIES, _ROUNDS = 24, 400, 4
_LEADS = (
    "The crew saw the ",
    "",
    "They ",
    "It was a ",
    "She said that ",
    "They had been ",
    "In May, 12 of ",
    "A boat to ",
    "He will ",
)
_TAILS = (" on Monday.", ".", " the boat.", " of it.", ", he said.", " by then and left.", " 12 boats.", "")
_PLACES = tuple(sorted(product(range(len(_LEADS)), range(len(_TAILS))), key=sum))
_SECONDS = 0.2
_UNSHOWN = "finds nothing in any text made from it; an example in `bad` would show what it finds"
_MOST_SHOWN = 16
"""So many texts in which an entry finds something are replaced before it counts as one that marks its own replacement."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An entry that could not be shown to be right. `is_wrong` where it is certain that it isn't."""

    code: str
    pattern: str
    reason: str
    is_wrong: bool

    def __str__(self) -> str:
        """What the newsroom is told."""
        return f'{self.code}: entry "{self.pattern}" {self.reason}'


_Kept = dict[str, tuple[bytes, list[tuple[str, str, bool]]]]
"""By code what a rule was like, and the doubts that there were."""


def all_doubts(codes: Iterable[str], kit: Kit, cache: Cache = NO_CACHE) -> Iterator[Doubt]:
    """Those of the rules with these codes; they are kept, and found out anew when our code or the rule has changed."""
    rules = [rule for each in kit.checkers if isinstance(each, PackChecker) for rule in each.pack_rules]
    wanted, known, count = frozenset(codes), _known(cache), 0
    for rule in rules:
        code = rule.rule.code
        if code in wanted:
            likeness = _likeness(rule, kit)
            if code not in known or known[code][0] != likeness:
                known[code] = likeness, [(doubt.pattern, doubt.reason, doubt.is_wrong) for doubt in doubts(rule, kit)]
                count += 1
            yield from (Doubt(code, *each) for each in known[code][1])
    if count and cache.folder:
        cache.write(_name(), marshal.dumps(known, FORMAT))


def _known(cache: Cache) -> _Kept:
    """What a process before found."""
    kept = cache.read(_name()) if cache.folder else None
    return {} if kept is None else marshal.loads(kept)


def _name() -> str:
    return digest(b"proof", maker(), own_code())


def _likeness(rule: PackRule, kit: Kit) -> bytes:
    """The digest of all that the doubts about a rule hang on, beside our code."""
    spec: object = tuple(rule.spec.entries) if isinstance(rule.spec, EntrySpec) else rule.spec
    facts, abbreviations = rule.rule, sorted(kit.knowledge.abbreviations)
    kinds = sorted(kind.value for kind in facts.blocks)
    parts = (facts.bad, facts.quotes, kinds, rule.kind, spec, rule.exceptions, abbreviations)
    return content_digest(*(repr(part).encode("utf-8", "surrogatepass") for part in parts))


def doubts(rule: PackRule, kit: Kit) -> Iterator[Doubt]:
    """The entries of a rule that are wrong, or can't be shown to be right; the kinds that have but one pattern have none."""
    if isinstance(rule.spec, EntrySpec):
        proof = _Proof(rule, kit)
        for entry in rule.spec.entries:
            yield from proof.doubts(entry.pattern)
    elif isinstance(rule.spec, ConsistencySpec):
        yield from _Proof(rule, kit).doubts_of_forms(rule.spec)


class _Proof:
    """A rule alone, and the blocks and quotations that it looks into."""

    def __init__(self, rule: PackRule, kit: Kit) -> None:
        self.rule, self.kit = rule, kit
        self.checker = PackChecker((rule,))
        self.code = rule.rule.code
        kinds = rule.rule.blocks
        self.kind = BlockKind.PARAGRAPH if BlockKind.PARAGRAPH in kinds else min(kinds, key=lambda kind: kind.value)
        self.examples = tuple(parsed(each if isinstance(each, str) else each.text).text for each in rule.rule.bad)

    def doubts(self, pattern: Pattern) -> Iterator[Doubt]:
        """What is wrong with an entry: at most one thing."""
        shown, again = 0, ""
        for text, span in chain(self._shown(pattern), self._made(pattern)):
            match = next((each for each in self._found(text) if _touch(each.span, span)), None)
            if match is None:
                continue
            again = self._again(text, match)
            if not again:
                return
            shown += 1
            if shown == _MOST_SHOWN:
                break
        if again:
            yield Doubt(self.code, pattern.text, f"marks its own replacement: {again}", is_wrong=True)
        else:
            yield Doubt(self.code, pattern.text, _UNSHOWN, is_wrong=False)

    def doubts_of_forms(self, spec: ConsistencySpec) -> Iterator[Doubt]:
        """Forms that aren't found beside another form of their list that stands twice."""
        for forms in spec.either:
            for place, form in enumerate(forms):
                others = [each.pattern for each in (*forms[:place], *forms[place + 1 :])]
                if not self._is_mixed(form.pattern, others, spec.minimum):
                    yield Doubt(self.code, form.pattern.text, _UNSHOWN, is_wrong=False)

    def _is_mixed(self, pattern: Pattern, others: list[Pattern], minimum: int) -> bool:
        rest = [text for text, _ in (next(self._made(each), ("", None)) for each in others[: minimum - 1])]
        made = (("\n\n".join((text, *rest, *rest)), span) for text, span in self._made(pattern))
        return any(_touch(match.span, span) for text, span in chain(self._shown(pattern), made) for match in self._found(text))

    def _shown(self, pattern: Pattern) -> Iterator[tuple[str, Span]]:
        """The examples of the rule in which the pattern matches, and where."""
        for example in self.examples:
            for found in pattern.compiled.finditer(example):
                yield example, Span(*found.span())

    def _made(self, pattern: Pattern) -> Iterator[tuple[str, Span]]:
        """Texts made from the pattern in which it matches, and where."""
        is_found = False
        for tries in (_TRIES, _MANY_TRIES):
            rest = [self._places(pattern, sample) for sample in samples(pattern.text, tries)]
            for places in chain.from_iterable([rest] * _ROUNDS):
                for place in islice(places, 1):
                    is_found = True
                    yield place
            if is_found:
                return

    def _places(self, pattern: Pattern, sample: Sample) -> Iterator[tuple[str, Span]]:
        """A sample in one place after the other where the pattern matches it."""
        for lead, tail in _PLACES:
            text = _LEADS[lead] + sample.before + sample.text + sample.after + _TAILS[tail]
            start = len(_LEADS[lead] + sample.before)
            try:
                found = pattern.compiled.match(text, start, timeout=_SECONDS)
            except TimeoutError:
                return
            if found is not None and found.end() > start:
                yield self._voiced(text, Span(*found.span()))

    def _voiced(self, text: str, span: Span) -> tuple[str, Span]:
        if self.rule.rule.quotes is not Quotes.ONLY:
            return text, span
        return f"“{text}”", Span(span.start + 1, span.end + 1)

    def _found(self, text: str) -> list[Match]:
        outcomes = self.checker.run(self._document(text), frozenset((self.code,)))
        return [outcome for _, outcome in outcomes if isinstance(outcome, Match)]

    def _document(self, text: str) -> Document:
        whole, blocks, start = Span(0, len(text)), [], 0
        for part in text.split("\n\n"):
            blocks.append(Block(self.kind, Span(start, start + len(part))))
            start += len(part) + 2
        return analyse(Source("sample", "plain", text, text, (Segment(whole, whole),), tuple(blocks)), self.kit.knowledge)

    def _again(self, text: str, match: Match) -> str:
        """The first replacement that the rule marks again, in its place; empty if it marks none."""
        for replacement in match.replacements:
            end = match.span.start + len(replacement)
            replaced = text[: match.span.start] + replacement + text[match.span.end :]
            if any(_touch(each.span, Span(match.span.start, end)) for each in self._found(replaced)):
                return f"“{text}” and then “{replaced}”"
        return ""


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
