"""House styles: off until chosen; each marks a bad article of its own, and leaves alone one that keeps to it."""

from __future__ import annotations

import pytest

BAD = {
    "ap": """Bridge reopens in Fresno

FRESNO, California — The bridge over the canal in Fresno, Calif., reopened on January 5 at 9:00 a.m., \
eleven months after a fire. Traffic is down 5 percent.

Mr. Lee, an engineer who walked towards it in Jan. 2019, said the work closed on March 5th. It is red, white, and blue. \
Its colour is new.
""",
    "guardian": """Bridge reopens in Leeds

The bridge over the canal reopened at 6:30pm on July 21, 2016. It had burned eleven months before. \
The U.S. paid £5 million, and NATO 5 per cent.

An advisor said it closed whilst they worked, at 7 pm. It is red, white, and blue. Its color is new.
""",
    "bbc": """Bridge reopens in Leeds

The bridge over the canal reopened at 5.30pm, eleven months after a fire. It cost £5 million, 5 per cent less than planned.

The mayor crosses it tomorrow. Its color is new.
""",
    "reuters": """Bridge reopens in Lagos

The bridge over the canal reopened on January 5, and the US army paid. It closed in the wake of a fire.

The mayor can't cross it yet.
""",
    "plain": """Bridge reopens in Lagos

The bridge over the canal reopened prior to the vote, in order to bring in excess of 10 people to it.
""",
}
MARKED = {
    "ap": {"STY201", "STY202", "STY204", "STY211", "STY212", "STY213", "STY214", "STY215", "STY216", "STY217", "STY122"},
    "guardian": {"STY201", "STY202", "STY203", "STY217", "STY221", "STY222", "STY223", "STY224", "STY225", "STY121"},
    "bbc": {"STY201", "STY202", "STY203", "STY231", "STY232", "STY121"},
    "reuters": {"STY204", "STY241", "STY242", "STY243"},
    "plain": {"STY251"},
}
GOOD = {
    "ap": """Bridge reopens in Fresno

The bridge over the canal in Fresno, California, reopened on Jan. 5 at 9 a.m., 11 months after a fire. Traffic is down 5%.

Lee, an engineer who walked toward it in January 2019, said the work closed on March 5. It is red, white and blue. \
Its color is new.
""",
    "guardian": """Bridge reopens in Leeds

The bridge over the canal reopened on 21 July 2016 at 6.30pm, 11 months after a fire. The US paid £5m, and Nato 5%.

An adviser said it closed while they worked, at 7pm. It is red, white and blue. Its colour is new.
""",
    "bbc": """Bridge reopens in Leeds

The bridge over the canal reopened at 17:30, 11 months after a fire. It cost £5m, 5% less than planned.

The mayor crosses it on Monday. Its colour is new.
""",
    "reuters": """Bridge reopens in Lagos

The bridge over the canal reopened on Jan. 5, and the U.S. army paid. It closed after a fire.

The mayor cannot cross it yet.
""",
    "plain": """Bridge reopens in Lagos

The bridge over the canal reopened before the vote, to bring more than 10 people to it.
""",
}


def codes(copy, text: str, *options: str) -> set[str]:
    return {code for code in copy({"a.txt": text}).run("--format", "jsonl", *options).codes if code.startswith("STY")}


@pytest.mark.parametrize("style", BAD)
def test_a_style_marks_what_it_forbids(copy, style):
    assert codes(copy, BAD[style], "--style", style) == MARKED[style]


@pytest.mark.parametrize("style", GOOD)
def test_a_style_leaves_alone_what_it_asks_for(copy, style):
    assert codes(copy, GOOD[style], "--style", style) == set()


@pytest.mark.parametrize("style", BAD)
def test_without_a_style_nothing_is_held_to_one(copy, style):
    assert codes(copy, BAD[style]) == set()


def test_a_style_can_stand_in_the_config(copy):
    desk = copy({"a.txt": BAD["plain"], "copylint.toml": 'style = ["plain"]\n'})
    assert "STY251" in desk.run("--format", "jsonl").codes
