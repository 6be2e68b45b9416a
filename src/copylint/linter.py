"""Runs rules over one story and makes findings of what they yield."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from copylint.document import BODY, Document, Knowledge, Source
from copylint.finding import Excerpt, Failure, FileReport, Finding, RelatedPlace
from copylint.lazy import lazy
from copylint.named import thing
from copylint.overlap import settled
from copylint.rule import Check, Checker, Fault, Fix, Match, Quotes, Related, Rule, Severity
from copylint.spans import LineIndex, SegmentMap, Span
from copylint.suppression import Ignore, Problem, suppressed
from copylint.values import dataclass, field, replace

_FIELD = lazy(r"\{(\w+)\}")
_SPACES = lazy(r"\s+")
_LONGEST = 60
_ANY_LANGUAGE = frozenset({"PUN", "RES", "LNT"})


@dataclass(frozen=True, slots=True)
class PythonChecker:
    """One Python rule as a checker."""

    rule: Rule

    @property
    def codes(self) -> frozenset[str]:
        """The one code."""
        return frozenset((self.rule.code,))

    def run(self, document: Document, enabled: frozenset[str]) -> Iterator[tuple[str, Match | Fault]]:
        """What the rule finds, or one fault if its check raises."""
        rule = self.rule
        if rule.code not in enabled or rule.check is None or not _is_triggered(rule, document):
            return
        try:
            check = _function(rule.check)
            found = tuple(check(document) if rule.options is None else check(document, rule.options))
        except (Exception, SystemExit) as error:  # a rule may raise anything; the others go on
            yield rule.code, Fault(f"{type(error).__name__}: {error}")
            return
        for match in found:
            if wrong := _wrong(match, len(document.prose)):
                yield rule.code, Fault(f"the check yields {wrong}")
                return
            if _is_in_view(rule, document, match.span):
                yield rule.code, match


def _wrong(match: object, length: int) -> str:
    """What is wrong with what a check yields, or nothing."""
    if not isinstance(match, Match):
        return f"a {type(match).__name__}, not a Match"
    related = match.related if isinstance(match.related, tuple) else (None,)
    spans = [match.span, *(place.span if isinstance(place, Related) else None for place in related)]
    if not all(isinstance(span, Span) and isinstance(span.end, int) for span in spans):
        return "a Match whose places are no spans"
    past = [span.end for span in spans if span and span.end > length]
    if past:
        return f"a place past the end of the text: {past[0]}"
    texts = [*match.replacements, *match.details.values(), match.note] if isinstance(match.replacements, tuple) else [None]
    if not all(isinstance(text, str) for text in texts):
        return "a Match whose words are no text"
    is_known = isinstance(match.severity or Severity.QUERY, Severity) and isinstance(match.fix or Fix.NONE, Fix)
    return "" if is_known else "a Match whose severity or fix is none"


def _function(check: Check | str) -> Check:
    return _named(check) if isinstance(check, str) else check


@lru_cache(maxsize=1 << 10)
def _named(check: str) -> Check:
    function: Check = thing(check)
    return function


def _is_triggered(rule: Rule, document: Document) -> bool:
    if not rule.triggers:
        return True
    folded = _casefolded(document.prose)
    return any(trigger in folded for trigger in rule.triggers)


@lru_cache(maxsize=1)
def _casefolded(prose: str) -> str:
    """The text without case, made once for all rules that look at it."""
    return prose.casefold()


def _is_in_view(rule: Rule, document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    if block >= 0 and document.blocks[block].kind not in rule.blocks:
        return False
    if rule.quotes is Quotes.INCLUDE:
        return True
    return document.is_quoted(span) == (rule.quotes is Quotes.ONLY)


@dataclass(frozen=True, slots=True)
class Orders:
    """What to check one story for: the rules in force with their facts, which of them are on, and what is ignored.

    `known` leads from each code, alias and name to the code, `givers` from the code of a plugin's rule to the plugin; `least`
    is the least severity shown.
    """

    checkers: Sequence[Checker]
    rules: Mapping[str, Rule]
    enabled: frozenset[str]
    knowledge: Knowledge
    known: Mapping[str, str]
    givers: Mapping[str, str] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    least: Severity = Severity.QUERY


def linted(source: Source, orders: Orders) -> FileReport:
    """The report on one story: its findings in the order of the text, and the rules that failed on it."""
    from copylint.analysis import analyse  # a run over unchanged copy does without it

    document = analyse(source, orders.knowledge)
    return reported(document, orders, outcomes(document, orders))


def reported(document: Document, orders: Orders, yielded: Iterable[tuple[str, Match | Fault]]) -> FileReport:
    """The report on a story of what rules yield, by code."""
    source = document.source
    place = _Placer(document, orders.rules)
    findings: list[Finding] = []
    faults: dict[str, str] = {}
    for code, outcome in yielded:
        if isinstance(outcome, Fault):
            faults.setdefault(code, outcome.message)
        elif place.is_readable(code, outcome.span):
            findings.append(place.finding(code, outcome))
    sifted = suppressed(
        settled(findings, orders.rules),
        source=source,
        blocks_raw=[place.segments.raw(block.span) for block in document.blocks],
        ignores=orders.ignores,
        ran=orders.enabled,
        known=orders.known,
    )
    own = (place.problem(problem) for problem in sifted.problems if problem.code in orders.enabled)
    kept = [finding for finding in (*sifted.kept, *own) if finding.severity.rank >= orders.least.rank]
    return FileReport(
        path=source.path,
        findings=tuple(sorted(kept, key=lambda f: (f.span, f.code, f.message))),
        failures=tuple(_failure(source.path, code, faults[code], orders) for code in sorted(faults)),
        words=document.word_count,
        characters=len(source.raw),
        suppressed=len(sifted.silenced),
        unused=tuple((ignore.file, ignore.line, ignore.code or "any rule") for ignore in sifted.unused_ignores),
    )


def _failure(path: str, code: str, message: str, orders: Orders) -> Failure:
    giver = f"{orders.givers[code]}: " if code in orders.givers else ""
    return Failure(path, f"{giver}rule {code} failed: {message}", code)


def outcomes(document: Document, orders: Orders) -> Iterator[tuple[str, Match | Fault]]:
    """What the rules that are on yield, each with its code."""
    for checker in orders.checkers:
        wanted = orders.enabled & checker.codes
        if wanted:
            yield from checker.run(document, wanted)


class _Placer:
    """Puts matches of one document at their places in the file."""

    def __init__(self, document: Document, rules: Mapping[str, Rule]) -> None:
        self.document, self.rules = document, rules
        self.source = document.source
        self.segments = SegmentMap(self.source.segments)
        self.lines = LineIndex.of(self.source.raw)
        self.is_straight = "'" in document.prose and "’" not in document.prose
        self.numbers = tuple(accumulate(block.kind in BODY for block in document.blocks))
        self.excerpts: dict[int, Excerpt] = {}  # one a block, not one a finding: a paragraph may hold thousands

    def is_readable(self, code: str, span: Span) -> bool:
        """Whether the words at a span are in a language that the rule reads."""
        if self.rules[code].family in _ANY_LANGUAGE:
            return True
        block = self.document.block_at(span.start)
        language = (self.document.blocks[block].language if block >= 0 else "") or self.source.language
        return language.casefold().startswith("en")

    def finding(self, code: str, match: Match) -> Finding:
        """The finding that a match makes."""
        rule, prose, match = self.rules[code], self.document.prose, self._shaped(match)
        raw = self.segments.raw(match.span)
        severity = rule.severity
        if match.severity is not None and match.severity.rank < severity.rank:
            severity = match.severity
        return self._finding(rule, raw, _message(rule, match, prose), severity, match)

    def problem(self, problem: Problem) -> Finding:
        """The finding that a suppression which is wrong makes."""
        rule = self.rules[problem.code]
        match = Match(problem.span, details=problem.details)
        message = _filled(rule.message, {"text": _short(problem.span.of(self.source.raw)), **problem.details})
        return self._finding(rule, problem.span, message, rule.severity, match, in_prose=False)

    def _finding(
        self, rule: Rule, raw: Span, message: str, severity: Severity, match: Match, *, in_prose: bool = True
    ) -> Finding:
        text = raw.of(self.source.raw)
        is_plain = in_prose and text == match.span.of(self.document.prose)
        reserved = self.source.reserved if is_plain or not self.source.reserved else None
        return Finding(
            path=self.source.path,
            item=self.source.item,
            code=rule.code,
            name=rule.name,
            severity=severity,
            confidence=rule.confidence,
            message=message,
            span=raw,
            start=self.lines.position(raw.start),
            end=self.lines.position(raw.end),
            text=text,
            replacements=match.replacements,
            fix=_fix(rule, match, is_plain=is_plain, reserved=reserved),
            related=tuple(map(self._related, match.related)) if in_prose else (),
            note=match.note,
            score=match.score,
            excerpt=self._excerpt(match.span.start) if in_prose else None,
            is_quoted=in_prose and self.document.is_quoted(match.span),
            reserved=reserved,
        )

    def _shaped(self, match: Match) -> Match:
        """The match with its replacements' apostrophes as the copy has them: straight where none is curly."""
        if not self.is_straight:
            return match
        return replace(match, replacements=tuple(dict.fromkeys(text.replace("’", "'") for text in match.replacements)))

    def _related(self, related: Related) -> RelatedPlace:
        raw = self.segments.raw(related.span)
        start, end = self.lines.position(raw.start), self.lines.position(raw.end)
        return RelatedPlace(raw, start, end, raw.of(self.source.raw), related.note)

    def _excerpt(self, offset: int) -> Excerpt | None:
        block = self.document.block_at(offset)
        if block < 0:
            return None
        if block not in self.excerpts:
            kind = self.document.blocks[block].kind
            raw = self.segments.raw(self.document.blocks[block].span)
            number = self.numbers[block] if kind in BODY else 0
            self.excerpts[block] = Excerpt(raw.of(self.source.raw), raw.start, number, kind.value)
        return self.excerpts[block]


def _fix(rule: Rule, match: Match, *, is_plain: bool, reserved: str | None) -> Fix:
    """How safe it is to mend a match; `is_plain` where its words stand in the file as they do in the prose."""
    if not match.replacements or reserved is None or any(character in reserved for character in match.replacements[0]):
        return Fix.NONE
    fixes = (Fix.NONE, Fix.UNSAFE, Fix.SAFE)
    safest = min(rule.fix, match.fix or rule.fix, key=fixes.index)
    return safest if is_plain else min(safest, Fix.UNSAFE, key=fixes.index)


def _message(rule: Rule, match: Match, prose: str) -> str:
    replacement = match.replacements[0] if match.replacements else ""
    details = {"text": match.span.of(prose), "replacement": replacement, "note": match.note, **match.details}
    cut = {"text", "replacement"}
    return _filled(rule.message, {key: _short(value) if key in cut else _folded(value) for key, value in details.items()})


def _filled(template: str, details: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: details.get(match[1], match[0]), template)


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text)


def _short(text: str) -> str:
    folded = _folded(text)
    return folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 1].rstrip()}…"
