"""The report on a file as bytes: what is read is what was written."""

import marshal
from dataclasses import replace

import pytest
from builders import TEXT, a_finding
from hypothesis import given
from hypothesis import strategies as st

from copylint.finding import Excerpt, Failure, FileReport, Finding, RelatedPlace
from copylint.flat import read, written
from copylint.rule import Confidence, Fix, Severity
from copylint.spans import Position, Span

TEXTS = st.text(st.sampled_from("ab .\n\r\U0001f600\u0301\u2028’"), max_size=30)
WORDS = st.text(max_size=8)
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))
POSITIONS = st.builds(Position, st.integers(1, 9), st.integers(1, 9))
RELATED = st.builds(RelatedPlace, SPANS, POSITIONS, POSITIONS, WORDS, WORDS)
EXCERPTS = st.builds(Excerpt, WORDS, st.integers(0, 30), st.integers(0, 9), WORDS)
FINDINGS = st.builds(
    Finding,
    path=st.sampled_from(["a.txt", "b.txt"]),
    code=WORDS,
    name=WORDS,
    severity=st.sampled_from(Severity),
    confidence=st.sampled_from(Confidence),
    message=WORDS,
    span=SPANS,
    start=POSITIONS,
    end=POSITIONS,
    text=WORDS,
    replacements=st.lists(WORDS, max_size=2).map(tuple),
    fix=st.sampled_from(Fix),
    related=st.lists(RELATED, max_size=2).map(tuple),
    note=WORDS,
    score=st.none() | st.floats(0, 1),
    item=WORDS,
    excerpt=st.none() | EXCERPTS,
    is_quoted=st.booleans(),
)
REPORTS = st.builds(
    FileReport,
    path=st.just("a.txt"),
    findings=st.lists(FINDINGS, max_size=4).map(tuple),
    failures=st.lists(st.builds(Failure, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    words=st.integers(0, 99),
    characters=st.integers(0, 99),
    suppressed=st.integers(0, 9),
    unused=st.lists(st.tuples(WORDS, st.integers(1, 9), WORDS), max_size=2).map(tuple),
)


@given(REPORTS, TEXTS)
def test_a_report_comes_back_as_it_was(report, text):
    assert read(written(report, text), text) == report


@given(FINDINGS, RELATED, TEXTS, SPANS)
def test_words_of_the_copy_come_back_from_their_places(finding, related, text, span):
    words = span.of(text)
    related = replace(related, span=span, text=words)
    finding = replace(finding, span=span, text=words, excerpt=Excerpt(words, span.start, 1), related=(related,))
    report = FileReport("a.txt", (finding,))
    assert read(written(report, text), text) == report


def test_words_of_the_copy_are_not_written_twice():
    payload = written(FileReport("a.txt", (a_finding(message="Delete one?", replacements=()),)), TEXT)
    assert b"plan" not in payload
    assert b"was was" not in payload


def test_findings_of_one_paragraph_share_its_excerpt():
    report = FileReport("a.txt", (a_finding(), a_finding(code="PUN102")))
    first, second = read(written(report, TEXT), TEXT).findings
    assert first.excerpt is second.excerpt


def test_a_plugins_own_kind_of_string_is_refused():
    class Odd(str):
        __slots__ = ()

    with pytest.raises(ValueError, match="unmarshallable"):
        written(FileReport("a.txt", (a_finding(message=Odd("x")),)), TEXT)


def test_nothing_but_plain_data_is_written():
    assert isinstance(marshal.loads(written(FileReport("a.txt", (a_finding(),)), TEXT)), tuple)
