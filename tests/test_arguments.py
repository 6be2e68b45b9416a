"""The command line: what is read without `argparse` is read as `argparse` reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint import arguments, parser
from copylint.arguments import parsed

WORDS = ["a.txt", "-", "b c", "", "--isolated", "--no-plugins", "--no-cache", "--quiet", "--preview", "--statistics"]
words = st.lists(st.sampled_from([*WORDS, "--force-exclude", "config", "explain"]) | st.text(max_size=4), max_size=6)


@given(words)
def test_a_plain_command_line_is_read_as_argparse_reads_it(argv: list[str]) -> None:
    plain = arguments._plain(argv)
    if plain is not None:
        assert vars(plain) == vars(parser.parsed("check", argv))


@pytest.mark.parametrize("argv", [[], ["a.txt"], ["-"], ["check", "a.txt", "--isolated"], ["--quiet", "a.txt", "--quiet"]])
def test_a_plain_command_line_needs_no_argparse(argv: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "parsed", lambda *_: pytest.fail("argparse is asked"))
    assert parsed(argv).command == "check"


@pytest.mark.parametrize("argv", [["--format", "jsonl"], ["--quie"], ["--", "-a"], ["-h"], ["--isolated=1"]])
def test_any_other_is_left_to_argparse(argv: list[str]) -> None:
    assert arguments._plain(argv) is None
