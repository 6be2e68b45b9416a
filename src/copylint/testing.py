"""Runs the examples of rules: what `bad` marks is found, exactly, and `good` is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from copylint.document import Block, BlockKind, Source
from copylint.example import MarkedExample, parsed
from copylint.finding import FileReport, Finding
from copylint.kit import Kit
from copylint.lazy import lazy
from copylint.linter import Orders, PythonChecker, linted
from copylint.patterns.engine import PackChecker
from copylint.rule import Example, Fix, Rule
from copylint.spans import Segment, Span

_BLANK = lazy(r"(?:[ \t]*(?:\r\n?|\n)){2,}|\Z")


def warnings(codes: Iterable[str], kit: Kit) -> Iterator[str]:
    """What is to be known of rules that are right: patterns that take time on every text."""
    wanted = frozenset(codes)
    for checker in kit.checkers:
        for code, pattern in checker.tried_everywhere if isinstance(checker, PackChecker) else ():
            if code in wanted:
                yield f'{code}: pattern "{pattern}" needs no certain word or mark, and so is tried at every place of every text'


def failures(rule: Rule, kit: Kit) -> tuple[str, ...]:
    """What is wrong with the examples of a rule of the kit, a sentence each; empty if they hold."""
    return tuple(
        problem
        for examples, problems in ((rule.bad, _bad_problems), (rule.good, _good_problems))
        for example in map(_example, examples)
        for problem in tuple(_unknown(rule, example, kit)) or problems(rule, example, kit)
    )


def _example(example: Example | str) -> Example:
    return example if isinstance(example, Example) else Example(example)


def _unknown(rule: Rule, example: Example, kit: Kit) -> Iterator[str]:
    """What an example names and isn't there, so that it can't be run."""
    options = {field.name for field in fields(rule.options)} if is_dataclass(rule.options) else set()
    for option in sorted(example.options.keys() - options):
        yield f"example {_quoted(example)}: the rule has no option “{option}”"
    if example.format and all(reader.format != example.format for reader in kit.readers):
        yield f"example {_quoted(example)}: there is no format “{example.format}”"
    if example.block not in {kind.value for kind in BlockKind}:
        yield f"example {_quoted(example)}: there is no kind of block “{example.block}”"


def _bad_problems(rule: Rule, example: Example, kit: Kit) -> Iterator[str]:
    marked = parsed(example.text)
    report = _checked(rule, replace(example, text=marked.text), kit)
    yield from (failure.message for failure in report.failures)
    expected = {span for span, _ in marked.marks}
    found = {finding.span: finding for finding in report.findings}
    for span in sorted(expected - found.keys()):
        yield f"{_quoted(example)}: “{span.of(marked.text)}” is not found"
    for span in sorted(found.keys() - expected):
        yield f"{_quoted(example)}: “{span.of(marked.text)}” is found and not marked"
    for span, replacement in marked.marks:
        got = found[span].replacements if span in found else ()
        if replacement is not None and span in found and [_straight(first) for first in got[:1]] != [_straight(replacement)]:
            yield f"{_quoted(example)}: “{span.of(marked.text)}” gives {list(got)}, not “{replacement}” first"
    yield from _fix_problems(rule, example, marked, report, kit)


def _straight(text: str) -> str:
    """A text with straight apostrophes: which shape a replacement has is settled by the copy round it."""
    return text.replace("’", "'")


def _fix_problems(rule: Rule, example: Example, marked: MarkedExample, report: FileReport, kit: Kit) -> Iterator[str]:
    """Safe fixes leave nothing to mark."""
    safe = [finding for finding in report.findings if finding.fix is Fix.SAFE]
    if safe and len(safe) == len(report.findings):
        fixed = _fixed(marked.text, safe)
        if _checked(rule, replace(example, text=fixed), kit).findings:
            yield f"{_quoted(example)}: after its safe fix, “{fixed}”, it is marked again"


def _fixed(text: str, findings: list[Finding]) -> str:
    for finding in sorted(findings, key=lambda f: f.span, reverse=True):
        text = text[: finding.span.start] + finding.replacements[0] + text[finding.span.end :]
    return text


def _good_problems(rule: Rule, example: Example, kit: Kit) -> Iterator[str]:
    report = _checked(rule, example, kit)
    yield from (failure.message for failure in report.failures)
    for finding in report.findings:
        yield f"good {_quoted(example)}: “{finding.text}” is found"


def _quoted(example: Example) -> str:
    return f"“{example.text}”"


def _checked(rule: Rule, example: Example, kit: Kit) -> FileReport:
    if example.options:
        rule = replace(rule, options=replace(rule.options, **example.options))
    rules = {**kit.rules, rule.code: rule}
    checkers = [
        PythonChecker(rule) if isinstance(checker, PythonChecker) and checker.rule.code == rule.code else checker
        for checker in kit.checkers
    ]
    enabled = frozenset(rules) if rule.family == "LNT" else frozenset({rule.code})
    orders = Orders(checkers, rules, enabled, kit.knowledge, kit.known)
    report = linted(_source(example, kit), orders)
    return replace(report, findings=tuple(finding for finding in report.findings if finding.code == rule.code))


def _source(example: Example, kit: Kit) -> Source:
    text = example.text
    if example.format:
        reader = next(reader for reader in kit.readers if reader.format == example.format)
        found = reader.read("example", text)
        return found if isinstance(found, Source) else found[0]
    starts = [0, *(match.end() for match in _BLANK.finditer(text))]
    ends = [match.start() for match in _BLANK.finditer(text)]
    kind, whole = BlockKind(example.block), Span(0, len(text))
    blocks = tuple(Block(kind, Span(start, end)) for start, end in zip(starts, ends, strict=False) if start < end)
    return Source("example", "plain", text, text, (Segment(whole, whole),), blocks)
