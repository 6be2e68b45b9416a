"""Many patterns for whole lines, and those of the knowledge packs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.whole_line import WholeLines, alternatives, is_risky, openings
from copylint.errors import PackError

KNOWLEDGE = Path(__file__).parents[1] / "rules" / "knowledge"


@cache
def _pack(name: str) -> dict[str, list[str]]:
    pack: dict[str, list[str]] = tomli.loads((KNOWLEDGE / f"{name}.toml").read_text("utf-8"))["knowledge"]
    return pack


@cache
def _known(key: str) -> WholeLines:
    return WholeLines(_pack("furniture")[key])


def test_only_patterns_that_fit_the_first_letters_are_tried() -> None:
    known = WholeLines([r"ab+c", r"(?:de|f)?gh", r"\d+ of \d+", r"[xy]z", r"long prefix \w+"])
    assert all(known.is_match(text) for text in ["ABBC", "degh", "FGH", "gh", "3 of 4", "xz", "Long Prefix One"])
    assert not any(known.is_match(text) for text in ["", "ab", "abbcd", "zz", "3 of", "long prefix"])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("abcdefgh", ("abcdef",)),
        ("ab?c", ("abc", "ac")),
        ("e-?papers?", ("e-pape", "epaper")),
        (r"ab?\d", ("ab", "a")),
        ("ab?[cd]", ("ab", "a")),
        ("ab?c?d", ("abc", "abd", "ac", "ad")),
        ("a?b", ("a", "b")),
        ("ab+c", ("ab",)),
        ("a*b", ("",)),
        (r"\d?x", ("0", "x")),
        (r"\(?x", ("(", "x")),
        (r"\d{1,2}:", ("0",)),
        ("(?:a|bc)d", ("a", "bc")),
        ("(?:ab)?cd", ("ab", "cd")),
        ("(?:ab)*cd", ("",)),
        ("(?:a(?:b|c)|[)|]d)e", ("",)),
        ("(?:ab", ("a",)),
        ("[ab]c", ("",)),
        ("", ("",)),
        ("ab\\", ("ab",)),
        ("^a", ("",)),
    ],
)
def test_the_first_letters_of_a_pattern_are_told(source: str, found: tuple[str, ...]) -> None:
    assert openings(source) == found


def test_a_pattern_is_split_at_the_bars_outside_groups() -> None:
    assert alternatives(r"a|(?:b|c)|[|]\|d|[]|]|[^]|]") == ("a", "(?:b|c)", r"[|]\|d", "[]|]", "[^]|]")


def test_a_pattern_that_is_none_is_an_error() -> None:
    with pytest.raises(re.error):
        WholeLines(["a("]).is_match("a(")


@pytest.mark.parametrize("source", [r"(?:\w|\w\w)+[!?]", r"(?:\w\w|\w|-)+[!?]"])
def test_a_pattern_that_runs_away_is_stopped_and_told(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copylint.analysis.whole_line.BUDGET", 0.1)
    lines = WholeLines(["b", source])
    assert lines.is_match("what?")
    with pytest.raises(PackError, match=r"\[knowledge\]: the pattern .* took longer than 0\.1 s") as told:
        lines.is_match("a" * 240)
    assert source in str(told.value)


@pytest.mark.parametrize(
    ("source", "risky"), [("(a+)+$", True), (r"a+b+\)+c", True), (r"(?:a+)?\)+\*\{", False), (r"(a) {2}", True)]
)
def test_only_what_may_run_away_is_watched(source: str, risky: bool) -> None:
    assert is_risky(source) == risky


def test_nested_repeats_on_a_line_of_one_letter_take_no_time() -> None:
    lines = WholeLines(["(a+)+$"])
    assert lines.is_match("a" * 60)
    assert not lines.is_match("a" * 60 + "!")
    with pytest.raises(re.error):
        WholeLines(["(a+)+("]).is_match("(a")


_SIMPLE = st.lists(
    st.sampled_from(["a", "b", " ", r"\d", r"\(", "(?:a|bc)", "(?:ab|(?:c|d)b)", "[ab]", "."]).flatmap(
        lambda part: st.sampled_from(["", "?", "+", "*", "{2}", "{0,1}"]).map(lambda repeat: part + repeat)
    ),
    min_size=1,
    max_size=4,
).map("".join)


@given(st.lists(_SIMPLE, min_size=1, max_size=3), st.text("abcdAB 1(", max_size=5))
def test_no_match_is_lost_by_looking_at_the_first_letters(sources: list[str], text: str) -> None:
    expected = any(re.fullmatch(source, text, re.IGNORECASE) for source in sources)
    assert WholeLines(sources).is_match(text) == expected
    assert WholeLines(["|".join(sources)]).is_match(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "4 min read",
        "(4 min read)",
        "Read mode",
        "100% Font Size",
        "Published: Updated:",
        "Last updated 2 hours ago",
        "3 hours ago",
        "Share",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Share on Facebook",
        "Copy link",
        "Print this story",
        "Skip to main content",
        "Back to top",
        "Open menu",
        "Home > World > Asia",
        "News | Sport | Weather",
        "Page 2 of 5",
        "ADVERTISEMENT",
        "Advertisement - story continues below",
        "Article continues below advertisement",
        "Sponsored content",
        "Sign up to our newsletter",
        "Sign up for the Morning Briefing newsletter, free every day",
        "Subscribe to our YouTube channel",
        "Get the day’s top stories delivered straight to your inbox.",
        "Enter your email address",
        "By signing up you agree to our terms.",
        "For more, download our app for iOS.",
        "For all the latest news follow our Facebook page.",
        "Follow us on Twitter",
        "Follow Ann Lee on Twitter @annlee",
        "Download our app",
        "Listen to this article",
        "Comments (12)",
        "12 comments",
        "Join the conversation",
        "Most read",
        "Top stories today",
        "Trending now",
        "Tags: libraries, councils",
        "© 2019 The Paper",
        "All rights reserved.",
        "Copyright 2019 The Paper.",
        "Privacy policy",
        "This article was originally published in The Paper.",
        "Read the full story here.",
        "Click here to read more",
        "We use cookies to improve your visit.",
        "Log in to comment",
    ],
)
def test_a_line_of_a_news_page_is_furniture(line: str) -> None:
    assert _known("furniture").is_match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Shares in the company rose by 5%.",
        "The advertisement was banned.",
        "Follow the money.",
        "Jobs",
        "Health",
        "Sign up, they were told, or leave.",
        "Subscribers left the paper.",
        "Comments by the mayor angered readers.",
        "Best of friends",
        "For more than an hour, the crowd waited for the mayor.",
        "For the latest victims, help came too late.",
        "Document shredding",
        "Already a member of the club, he resigned.",
        "Read my lips, he said.",
        "Print is dead.",
        "Search teams found nothing.",
        "Home is where the heart is",
        "Get the day’s work done first, she told them.",
        "Four minutes later it was over.",
        "4 minutes later",
        "All rights are not equal.",
        "Listen to the people, Lee said.",
        "Download speeds fell.",
        "Close the library, they said.",
        "The latest figures show a fall.",
        "Log in the eye",
        "Top officials left.",
        "Join the queue.",
        "More people came.",
        "Play stopped.",
        "Most read the paper at home.",
        "By signing the deal, the mayor agreed to leave.",
        "Enter the mayor",
        "Contact was lost.",
        "For more, like the Lees, it means ruin.",
        "Sponsored by nobody, he ran alone.",
        "The new standards: what changes",
        "Published authors met.",
    ],
)
def test_a_line_of_a_story_is_no_furniture(line: str) -> None:
    assert not _known("furniture").is_match(line)
    assert not _known("link_labels").is_match(line)


@pytest.mark.parametrize(
    "line", ["Read more:", "READ MORE", "Related stories", "See also:", "More on this story", "You may also like", "Watch:"]
)
def test_a_label_opens_a_list_of_links(line: str) -> None:
    assert _known("link_labels").is_match(line)


def test_nearly_all_patterns_tell_their_first_letters() -> None:
    patterns = [*_pack("furniture")["furniture"], *_pack("furniture")["link_labels"]]
    assert [pattern for pattern in patterns if "" in openings(pattern)] == []


def test_abbreviations_stand_once_and_without_their_stop() -> None:
    abbreviations = _pack("abbreviations")["abbreviations"]
    assert len(set(abbreviations)) == len(abbreviations)
    assert not [word for word in abbreviations if word.endswith(".") or " " in word]
