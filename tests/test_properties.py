"""What holds for any text: findings lie in the file, say what stands there, and don't depend on order."""

import json
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.kit import Kit, assembled
from copylint.linter import Orders, linted
from copylint.reporters import REPORTERS
from copylint.spans import LineIndex

# Words and marks that rules look for, and all that makes offsets hard.
PIECES = [
    "The group", " is ", " are ", "the the", "In contrary, ", "suicide. bombers", "“", "”", '"', "‘", "’", "'", "(", ")",
    "[", "]", "  ", " ", "\n", "\n\n", "\r\n", "\r", "\u2028", "\xa0", "\u200b", "é", "é", "😀", "👩\u200d👧", "**", "*", "_",
    "`", "[x](http://a.b)", "&amp;", "&nbsp;", "<!-- copylint: ignore -->", "<b>", "> ", "- ", "# ", "Read more:", "ISIS-K",
    "Islamic State", "said", "according to police", "experts say", "it is believed", "around 40 people were killed", "TK",
    "U.S.", "Dr. Lee", ",", ".", ";", "…", "—", "-", "1990's", "31 June", "e-mail", "email", "colour", "color",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join),
    st.text(max_size=120),
)


@lru_cache(maxsize=1)
def kit() -> Kit:
    return assembled(installed=False)


def report(text: str, format_: str):
    reader = next(reader for reader in kit().readers if reader.format == format_)
    orders = Orders(kit().checkers, kit().rules, frozenset(kit().rules), kit().knowledge, kit().known)
    return linted(reader.read("a", text), orders)


@pytest.mark.parametrize("format_", ["plain", "markdown", "html"])
@given(text=TEXTS)
def test_every_finding_lies_in_the_file_and_says_what_stands_there(format_, text):
    found, lines = report(text, format_), LineIndex.of(text)
    assert found.failures == ()
    for finding in found.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.text == text[finding.span.start : finding.span.end]
        assert lines.offset(finding.start) == finding.span.start
        assert lines.offset(finding.end) == finding.span.end
        for place in finding.related:
            assert place.text == text[place.span.start : place.span.end]


@pytest.mark.parametrize("format_", ["plain", "markdown", "html"])
@given(text=TEXTS)
def test_the_same_text_gives_the_same_findings(format_, text):
    assert report(text, format_) == report(text, format_)


@pytest.mark.parametrize("format_", ["plain", "markdown", "html"])
@given(text=TEXTS)
def test_findings_come_in_the_order_of_the_text(format_, text):
    spans = [finding.span for finding in report(text, format_).findings]
    assert spans == sorted(spans)


@given(texts=st.lists(TEXTS, min_size=2, max_size=4), data=st.data())
def test_files_are_checked_each_by_itself(texts, data):
    order = data.draw(st.permutations(range(len(texts))))
    one_by_one = {number: report(texts[number], "plain") for number in range(len(texts))}
    assert all(report(texts[number], "plain") == one_by_one[number] for number in order)


def test_jobs_and_order_change_nothing_in_any_format(copy):
    files = {
        f"{n:02}.{'md' if n % 3 else 'txt'}": f"It was the the end.\r\n\r\n“**In** contrary, {n}. he said.\n" for n in range(9)
    }
    desk = copy(files)
    for name in (reporter.format for reporter in REPORTERS):
        alone = desk.command(*sorted(files), "--format", name, "--jobs", "1").out
        assert alone
        assert desk.command(*sorted(files, reverse=True), "--format", name, "--jobs", "2").out == alone


def test_a_marked_up_word_is_found_and_placed(copy):
    done = copy({"a.md": "# Head\n\nIt grew.  It used **hydraulic**. jacks, &amp; more.\n"}).run(
        "--format", "jsonl", "--select", "PUN101"
    )
    (finding,) = [json.loads(line) for line in done.out.splitlines()]
    assert finding["text"] == "hydraulic**. jacks"
    assert (finding["line"], finding["column"], finding["fix"]) == (3, 21, "unsafe")
