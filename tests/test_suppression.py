"""What comments and entries of the config silence, and what is told of those that don't."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest
from builders import a_finding
from cpu_time import seconds
from hypothesis import given
from hypothesis import strategies as st

from copylint.document import Directive, Source
from copylint.spans import Segment, Span
from copylint.suppression import suppressed

KNOWN = {code: code for code in ("PUN101", "PUN102", "USE101", "LNT101", "LNT102", "LNT103")} | {"stray-stop": "PUN101"}
RAN = frozenset(KNOWN.values())
COMMENT = re.compile(r"<!--(?P<action>[\w-]*)(?P<codes>[^!>]*?)(?:!(?P<problem>[^>]*))?-->")
MARK = re.compile(r"\b(PUN|USE)\d{3}\b(?![^<]*-->)")


@dataclass(frozen=True)
class Entry:
    code: str = ""
    text: str = ""
    file: str = "copylint.toml"
    line: int = 1
    is_literal: bool = True


def source_of(raw):
    directives = tuple(
        Directive(found["action"], Span(*found.span()), tuple(found["codes"].split()), problem=found["problem"] or "")
        for found in COMMENT.finditer(raw)
    )
    whole = Span(0, len(raw))
    return Source("a.md", "markdown", raw, raw, (Segment(whole, whole),), directives=directives)


def outcome_of(raw, *, ignores=(), ran=RAN, known=KNOWN):
    """What becomes of a text in which each code standing in the copy is a finding, and comments read `<!--off PUN101-->`."""
    findings = [replace(a_finding(code=found[0], span=Span(*found.span())), text=found[0]) for found in MARK.finditer(raw)]
    blocks = [Span(*found.span()) for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", raw)]
    return suppressed(findings, source=source_of(raw), blocks_raw=blocks, ignores=ignores, ran=ran, known=known)


def kept(raw, **settings):
    return " ".join(finding.code for finding in outcome_of(raw, **settings).kept)


def problems(raw, **settings):
    return [(problem.code, *problem.details.values()) for problem in outcome_of(raw, **settings).problems]


def test_without_suppressions_everything_stays():
    outcome = outcome_of("PUN101 and USE101")
    assert [finding.code for finding in outcome.kept] == ["PUN101", "USE101"]
    assert (outcome.silenced, outcome.problems, outcome.unused_ignores) == ((), (), ())


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("PUN101 <!--ignore PUN101--> USE101\n\nPUN101", "USE101 PUN101"),
        ("PUN101 <!--ignore--> USE101\n\nPUN101", "PUN101"),
        ("PUN101 <!--ignore PUN--> USE101", "USE101"),
        ("PUN101 PUN102 <!--ignore PUN10--> USE101", "USE101"),
        ("PUN101 <!--ignore ALL--> USE101", ""),
        ("PUN101 <!--ignore stray-stop--> USE101", "USE101"),
        ("PUN101 <!--ignore pun101 USE101--> PUN102 USE101", "PUN102"),
        ("PUN101\n<!--ignore PUN101-->\nUSE101", "USE101"),
        ("PUN101\nUSE101 <!--ignore PUN101\nUSE101-->\nPUN101", ""),
        ("PUN101\n\n<!--ignore PUN101-->\n\nPUN101", "PUN101 PUN101"),
        ("PUN101\n\n<!--ignore-next PUN101-->\n\nPUN101\nUSE101 PUN101\n\nPUN101", "PUN101 USE101 PUN101"),
        ("PUN101 <!--ignore-next--> PUN101\n\nPUN101", "PUN101 PUN101"),
        ("PUN101\n\n<!--ignore-next-->", "PUN101"),
        ("PUN101 <!--off PUN101--> PUN101 USE101\n\nPUN101 <!--on PUN101--> PUN101", "PUN101 USE101 PUN101"),
        ("<!--off--> PUN101 <!--on USE--> PUN101 USE101 <!--on--> PUN101", "USE101 PUN101"),
        ("<!--off PUN--> PUN101 <!--on PUN101--> PUN101 PUN102", "PUN101"),
        ("<!--off PUN101 USE101--> PUN101 <!--on--> PUN101 <!--off USE--> USE101 PUN101", "PUN101 PUN101"),
        ("<!--off PUN101--> PUN101\n\nUSE101", "USE101"),
        ("PUN101 USE101\n\n<!--ignore-file PUN-->\n\nPUN102", "USE101"),
        ("PUN101 USE101\n\n<!--ignore-file-->", ""),
        ("PUN101 <!--ignore PNU101-->", "PUN101"),
        ("PUN101 <!--ignore!no such thing-->", "PUN101"),
    ],
)
def test_a_comment_silences_what_it_covers(raw, codes):
    assert kept(raw) == codes


def test_a_finding_at_the_end_of_a_block_belongs_to_it():
    raw = "A line\nwithout end\n\n<!--ignore-next-->\n\nAnother"
    finding = a_finding(code="PUN101", span=Span(len(raw), len(raw)))
    outcome = suppressed(
        [finding],
        source=source_of(raw),
        blocks_raw=[Span(0, 18), Span(len(raw) - 7, len(raw))],
        ignores=(),
        ran=RAN,
        known=KNOWN,
    )
    assert outcome.silenced == (finding,)


def test_a_comment_outside_every_block_reaches_its_line():
    raw = "PUN101 <!--ignore-->\nPUN101"
    findings = [a_finding(code="PUN101", span=Span(start, start + 6)) for start in (0, 21)]
    outcome = suppressed(findings, source=source_of(raw), blocks_raw=(), ignores=(), ran=RAN, known=KNOWN)
    assert (outcome.silenced, outcome.kept) == ((findings[0],), (findings[1],))


def test_a_block_that_takes_in_its_line_ending_does_not_reach_the_next_line():
    raw = "PUN101\n<!--ignore-->\n"
    finding = a_finding(code="PUN101", span=Span(0, 6))
    outcome = suppressed([finding], source=source_of(raw), blocks_raw=[Span(0, 7)], ignores=(), ran=RAN, known=KNOWN)
    assert outcome.kept == (finding,)


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("USE101 <!--ignore PUN101-->", "PUN101"),
        ("USE101 <!--ignore PUN101 USE101 stray-stop-->", "PUN101, stray-stop"),
        ("Nothing <!--ignore-->", "all rules"),
        ("USE101 <!--ignore-next PUN-->\n\nUSE101", "PUN"),
        ("<!--off PUN101--> USE101 <!--on PUN101-->", "PUN101"),
        ("USE101\n\n<!--ignore-file PUN101-->", "PUN101"),
        ("PUN101 <!--ignore PUN101--><!--ignore PUN101-->", "PUN101"),
    ],
)
def test_a_comment_that_silences_nothing_is_told(raw, codes):
    assert problems(raw) == [("LNT101", codes)]


@pytest.mark.parametrize(
    "raw",
    [
        "PUN101 <!--ignore PUN101-->\nPUN101 <!--ignore PUN101-->",
        "<!--off PUN101--> PUN101 <!--on PUN101--> PUN102",
        "PUN101 <!--ignore--> <!--ignore PUN101-->",
        "PUN101 <!--ignore-file PUN101--> <!--ignore PUN-->",
    ],
)
def test_a_comment_that_silences_something_is_not_told(raw):
    assert problems(raw) == []


def test_a_comment_for_rules_that_did_not_run_is_not_told():
    raw = "<!--ignore USE101--> <!--ignore USE--> <!--ignore-->"
    assert problems(raw, ran=frozenset({"PUN101", "LNT101"})) == [("LNT101", "all rules")]
    assert problems(raw, ran=frozenset({"LNT101"})) == []
    assert problems("<!--ignore PUN-->", ran=frozenset({"PUN102"})) == [("LNT101", "PUN")]


def test_an_unknown_code_is_told_with_the_nearest():
    assert problems("PUN102 <!--ignore PNU101 XYZ PUN102-->") == [
        ("LNT102", "PNU101", '; did you mean "PUN101"?'),
        ("LNT102", "XYZ", ""),
    ]


def test_only_so_many_unknown_codes_get_a_hint():
    hints = [hint for _, _, hint in problems(f"<!--ignore {' '.join(['PNU101'] * 30)}-->")]
    assert [bool(hint) for hint in hints] == [True] * 20 + [False] * 10


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("<!--ignore!a colon is missing-->", "a colon is missing"),
        ("PUN101 <!--on PUN101-->", 'nothing of PUN101 was switched off before this "on"'),
        ("<!--on-->", 'nothing of all rules was switched off before this "on"'),
        ("<!--off PUN101--> PUN101 <!--on USE101-->", 'nothing of USE101 was switched off before this "on"'),
        ("<!--off PUN--> PUN101 <!--on PUN--><!--on PUN-->", 'nothing of PUN was switched off before this "on"'),
    ],
)
def test_a_malformed_comment_is_told(raw, problem):
    assert problems(raw) == [("LNT103", problem)]


@pytest.mark.parametrize("on", ["<!--on-->", "<!--on PUN-->", "<!--on PUN101-->"])
@pytest.mark.parametrize("off", ["<!--off-->", "<!--off PUN-->", "<!--off PUN101-->"])
def test_switching_on_what_is_off_in_part_is_fine(off, on):
    assert problems(f"{off} PUN101 {on}") == []


def test_problems_stand_in_the_order_of_the_text():
    found = outcome_of("<!--on--> <!--ignore XYZ USE--> <!--ignore!no-->").problems
    assert [problem.code for problem in found] == ["LNT103", "LNT101", "LNT102", "LNT103"]
    assert [problem.span.start for problem in found] == [0, 10, 10, 32]


def test_our_own_marks_are_silenced_only_for_the_whole_file_and_by_name():
    raw = "<!--on--> <!--ignore XYZ--> "
    assert [code for code, *_ in problems(raw)] == ["LNT103", "LNT102"]
    assert [code for code, *_ in problems(f"{raw}<!--ignore LNT-->")] == ["LNT103", "LNT102"]
    assert [code for code, *_ in problems(f"{raw}PUN101<!--ignore-file-->")] == ["LNT103", "LNT102"]
    assert [code for code, *_ in problems(f"{raw}<!--ignore-file LNT102-->")] == ["LNT103"]
    assert problems(f"{raw}<!--ignore-file LNT-->") == []


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (Entry(), ""),
        (Entry("PUN101"), "USE101"),
        (Entry("PUN"), "USE101"),
        (Entry("stray-stop"), "USE101"),
        (Entry("PUN101", "PUN101"), "USE101"),
        (Entry("", "USE101"), "PUN101"),
        (Entry("PUN101", "PUN"), "PUN101 USE101"),
        (Entry("PUN101", "pun101"), "PUN101 USE101"),
        (Entry("PUN999"), "PUN101 USE101"),
    ],
)
def test_an_entry_of_the_config_silences_by_code_and_text(entry, codes):
    assert kept("PUN101 and USE101", ignores=[entry]) == codes


def test_white_space_in_the_text_of_an_entry_does_not_count():
    finding = a_finding(text="the\r\nthe plan", marked="the\r\nthe")
    source = source_of("the\r\nthe plan")
    outcome = suppressed([finding], source=source, blocks_raw=(), ignores=[Entry(text=" the  the")], ran=RAN, known=KNOWN)
    assert outcome.silenced == (finding,)


def test_an_entry_that_silences_nothing_is_told_where_it_names_just_the_file():
    entries = [Entry("PUN101"), Entry("USE101"), Entry("USE", is_literal=False), Entry("PUN102", line=9), Entry("PUN999")]
    outcome = outcome_of("PUN101", ignores=entries)
    assert outcome.unused_ignores == (entries[1], entries[3])
    assert outcome_of("PUN101", ignores=entries, ran=frozenset({"PUN101"})).unused_ignores == ()


def test_of_two_entries_that_say_the_same_the_first_counts():
    entries = [Entry("PUN101", "PUN101"), Entry("stray-stop", " PUN101")]
    assert outcome_of("PUN101", ignores=entries).unused_ignores == ()
    assert outcome_of("USE101", ignores=entries).unused_ignores == (entries[0],)


def test_a_comment_does_not_make_an_entry_useless():
    outcome = outcome_of("PUN101 <!--ignore PUN101-->", ignores=[Entry("PUN101")])
    assert (outcome.problems, outcome.unused_ignores) == ((), ())


PIECES = ["PUN101", "USE101", "<!--ignore PUN101-->", "<!--ignore-next-->", "<!--off PUN-->", "<!--on-->", "\n", "\r\n", "\r"]


@given(st.lists(st.sampled_from([*PIECES, "\n\n", " ", "\u2028", "e\u0301", "👩‍👩‍👧"]), max_size=30).map("".join))
def test_every_finding_is_kept_or_silenced_and_never_by_a_comment_for_another_rule(raw):
    outcome = outcome_of(raw)
    assert len(outcome.kept) + len(outcome.silenced) == len(MARK.findall(raw))
    if "ignore-next" not in raw:
        assert all(finding.code == "PUN101" for finding in outcome.silenced)
    if "<!--i" not in raw and "<!--of" not in raw:
        assert outcome.silenced == ()
    assert all(0 <= problem.span.start < problem.span.end <= len(raw) for problem in outcome.problems)


def timed(pieces, count):
    raw = "".join(pieces[i % len(pieces)] for i in range(count))
    return seconds(lambda: outcome_of(raw))


@pytest.mark.parametrize(
    "pieces",
    [
        ("<!--off PUN101-->", "PUN101 ", "<!--on PUN101-->"),
        ("<!--ignore PUN101-->", "PUN101 "),
        ("<!--off-->", "<!--on USE101-->", "PUN101 "),
        ("<!--ignore XYZ-->",),
        ("<!--ignore-next-->\n\n", "PUN101\n\n"),
    ],
)
def test_the_cost_grows_in_a_straight_line(pieces):
    # 16 times as long in a straight line, 256 times if each looked at all others.
    timed(pieces, 500)
    small = max(0.01, min(timed(pieces, 1000) for _ in range(3)))
    assert any(timed(pieces, 16_000) < 80 * small for _ in range(3))
