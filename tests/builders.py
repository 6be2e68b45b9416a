"""Builders with defaults, so that a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from copylint.finding import Excerpt, FileReport, Finding, Report
from copylint.rule import Confidence, Fix, Match, Rule, Severity
from copylint.spans import LineIndex, Span

TEXT = "The plan was was good.\n"


def a_finding(text: str = TEXT, marked: str = "was was", **fields: Any) -> Finding:
    """A finding at the first place of `marked` in `text`; `fields` replace what it has by default."""
    start = text.index(marked)
    span = Span(start, start + len(marked))
    lines = LineIndex.of(text)
    finding = Finding(
        path="a.txt",
        code="PUN101",
        name="repeated-word",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=f"“{marked}” stands twice. Delete one?",
        span=span,
        start=lines.position(span.start),
        end=lines.position(span.end),
        text=marked,
        replacements=("was",),
        fix=Fix.SAFE,
        excerpt=Excerpt(text.rstrip("\n"), 0, 1),
    )
    return replace(finding, **fields)


def a_report(*findings: Finding, **fields: Any) -> Report:
    """A report of the given findings, file by file in path order."""
    paths = sorted({finding.path for finding in findings})
    files = tuple(FileReport(path, tuple(f for f in findings if f.path == path), words=5) for path in paths)
    return replace(Report(files, version="0.1.0"), **fields)


def a_rule(code: str = "TST101", **fields: Any) -> Rule:
    """A rule that marks the word “bad”."""
    facts: dict[str, Any] = {
        "code": code,
        "name": f"bad-word-{code.lower()}",
        "summary": "The word “bad” stands in the copy.",
        "rationale": "It is there to be found by tests.",
        "message": "“{text}” is bad. Write “{replacement}”?",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "source": "house",
        "bad": ("A {bad => good} day.", "It went {bad => good}."),
        "good": ("A good day.", "“A bad day,” she said.", "A badly lit room."),
        "check": marks_bad,
    }
    return Rule(**{**facts, **fields})


def marks_bad(document: Any) -> list[Match]:
    """A match at each token “bad”."""
    spans = [document.tokens.span(index) for index in range(len(document.tokens))]
    return [Match(span, replacements=("good",)) for span in spans if span.of(document.prose).lower() == "bad"]
