"""A rule tried on an archive before it goes live."""

from __future__ import annotations

import json

import pytest

PACK = """\
[[rule]]
code = "HSE101"
name = "harbour-bridge"
kind = "substitution"
summary = "The Harbour Bridge has capitals."
rationale = "It is a name."
message = "“{text}” is a name. “{replacement}”?"
source = "house"
severity = "warning"
confidence = "high"
fix = "safe"
bad = ["They crossed the {harbour bridge => Harbour Bridge}.", "A {harbour bridge => Harbour Bridge} toll rose."]
good = ["They crossed the Harbour Bridge.", "A bridge in the harbour fell.", "“No,” he said."]
swap = { "harbour bridge" = "Harbour Bridge" }
"""
STORY = "The harbour bridge was was shut.\n\n“The harbour bridge is old,” she said.\n\nThey will recieve a grant.\n"


def impact(desk, *argv: str) -> dict:
    done = desk.command("impact", *argv, "--format", "json")
    assert done.status == 0, done.err
    return json.loads(done.out)


def archive(count: int = 3) -> dict[str, str]:
    return {f"archive/{number:02}.txt": STORY for number in range(count)}


def test_a_rule_is_tried_on_each_story(copy):
    desk = copy({**archive(), "archive/04.txt": "Copy.\n"})
    found = impact(desk, "repeated-word", "--corpus", "archive")
    assert (found["stories"], found["marks"], found["stories_with_marks"]) == (4, 3, 3)
    assert found["per_1000_stories"] == 750
    assert found["words"] == 3 * 18 + 1
    assert found["per_1000_words"] == round(3000 / 55, 4)
    assert [rule["code"] for rule in found["rules"]] == ["GRM101"]
    assert found["desks"] == [{"desk": "no config", "stories": 4, "marks": 3, "added": 3, "replaced": 0}]
    assert found["parts"] == {"paragraph": 3}
    assert found["words_marked"] == [{"text": "was was", "marks": 3}]
    assert {sample["path"] for sample in found["samples"]} == {f"archive/0{number}.txt" for number in range(3)}
    assert found["samples"][0]["excerpt"] == "The harbour bridge was was shut."
    assert found["seconds_others"] > 0


def test_the_sum_is_what_a_run_shows_with_it(copy):
    desk = copy(archive())
    for rule in ("GRM101", "SPL101", "GRM", "PUN"):
        (found,) = impact(desk, rule, "--corpus", "archive")["desks"]
        assert found["marks"] + found["added"] - found["replaced"] == len(desk.marks())


@pytest.mark.parametrize("word", ["GRM", "grm1", "GRM10"])
def test_a_family_is_tried_at_once(copy, word):
    found = impact(copy(archive()), word, "--corpus", "archive")
    assert found["marks"] == 3
    assert {rule["code"][:3] for rule in found["rules"]} == {"GRM"}
    assert len(found["rules"]) > 5


@pytest.mark.parametrize("path", ["house.toml", "./packs", "packs/house.toml"])
def test_a_pack_that_no_config_names_is_tried(copy, path):
    desk = copy({**archive(), "house.toml": PACK, "packs/house.toml": PACK})
    found = impact(desk, path, "--corpus", "archive")
    assert [(rule["code"], rule["marks"]) for rule in found["rules"]] == [("HSE101", 3)]
    assert found["desks"] == [{"desk": "no config", "stories": 3, "marks": 6, "added": 3, "replaced": 0}]


def test_a_pack_that_a_config_names_already_is_tried(copy):
    desk = copy({**archive(), "house.toml": PACK, "copylint.toml": 'packs = ["house.toml"]\n'})
    (found,) = impact(desk, "house.toml", "--corpus", "archive")["desks"]
    assert (found["marks"], found["added"]) == (6, 3)


def test_quotations_and_weights_are_told(copy):
    desk = copy({**archive(), "house.toml": PACK.replace('fix = "safe"', 'fix = "safe"\nquotes = "include"')})
    found = impact(desk, "house.toml", "--corpus", "archive")
    assert (found["marks"], found["quoted"]) == (6, 3)
    assert (found["severities"], found["fixes"]) == ({"warning": 6}, {"safe": 6})


DESKS = """\
[[overrides]]
paths = ["opinion/"]
ignore = ["GRM"]

[[overrides]]
paths = ["sport/"]
severity = "error"
"""


def test_what_it_adds_is_told_by_desk(copy):
    files = {f"{desk}/a.txt": STORY for desk in ("news", "opinion", "sport", "wire")}
    desk = copy({**files, "copylint.toml": DESKS, "wire/copylint.toml": 'select = ["SPL"]\n'})
    found = {each["desk"]: each["added"] for each in impact(desk, "GRM101", "--corpus", ".")["desks"]}
    names = ["copylint.toml", "copylint.toml + copylint.toml:1 (opinion/)", "copylint.toml + copylint.toml:5 (sport/)"]
    assert found == {names[0]: 1, names[1]: 0, names[2]: 1, "wire/copylint.toml": 0}
    assert impact(desk, "GRM101", "--corpus", ".")["marks"] == 4


def test_a_rule_in_preview_is_tried_as_if_it_were_live_and_one_of_a_style_is_not(copy):
    pack = PACK.replace('confidence = "high"', 'confidence = "high"\npreview = true')
    desk = copy(
        {
            **archive(1),
            "house.toml": pack,
            "style.toml": PACK.replace('confidence = "high"', 'confidence = "high"\nstyles = ["ours"]'),
        }
    )
    found = impact(desk, "house.toml", "--corpus", "archive")
    assert (found["rules"][0]["preview"], found["desks"][0]["added"]) == (True, 1)
    found = impact(desk, "style.toml", "--corpus", "archive")
    assert (found["marks"], found["desks"][0]["added"]) == (1, 0)


def test_marks_that_it_takes_the_place_of_are_counted(copy):
    pack = PACK.replace('"harbour bridge" = "Harbour Bridge"', '"was was" = "was"').replace("harbour bridge", "was was")
    pack = pack.replace('severity = "warning"', 'severity = "error"\nsupersedes = ["GRM101"]').replace("Harbour Bridge", "was")
    desk = copy({**archive(2), "house.toml": pack})
    (found,) = impact(desk, "house.toml", "--corpus", "archive")["desks"]
    assert found == {"desk": "no config", "stories": 2, "marks": 4, "added": 2, "replaced": 2}


def test_samples_are_drawn_by_the_seed(copy):
    desk = copy(archive(20))

    def drawn(*argv: str) -> list[str]:
        return [sample["path"] for sample in impact(desk, "SPL101", "--corpus", "archive", *argv)["samples"]]

    assert len(drawn()) == 10
    assert drawn("--samples", "4") == drawn("--samples", "4", "--seed", "0")
    assert set(drawn("--samples", "4")) < set(drawn("--samples", "8"))
    assert drawn("--samples", "4") != drawn("--samples", "4", "--seed", "1")
    assert drawn("--samples", "0") == []


def test_several_processes_find_the_same(copy):
    desk = copy(archive(30))
    one, two = (impact(desk, "GRM", "--corpus", "archive", "--jobs", jobs) for jobs in ("1", "2"))
    timed = ("seconds", "seconds_others")
    assert {key: one[key] for key in one if key not in timed} == {key: two[key] for key in two if key not in timed}


def test_it_is_told_in_words(copy):
    desk = copy({**archive(), "house.toml": PACK})
    done = desk.command("impact", "house.toml", "--corpus", "archive", "--samples", "1")
    assert done.out.startswith(
        "HSE101 harbour-bridge: 3 stories, 54 words in archive\n\nMarks        3 in 3 stories: 1,000.0 in"
    )
    assert "Where        3 paragraph; 0 in quotations (0%)" in done.out
    assert "Most often   3 “harbour bridge”" in done.out
    assert "no config        3          6      3         0\n" in done.out
    assert "Samples: 1 of 3" in done.out
    assert "The harbour bridge was was shut.\n" in done.out
    nothing = desk.command("impact", "USE101", "--corpus", "archive").out
    assert "Marks        0 in 0 stories" in nothing
    assert "Samples" not in nothing


def test_nothing_is_written(copy):
    desk = copy({**archive(), "house.toml": PACK})
    impact(desk, "house.toml", "--corpus", "archive")
    assert sorted(path.name for path in desk.folder.rglob("*") if path.is_file()) == [
        "00.txt",
        "01.txt",
        "02.txt",
        "house.toml",
    ]


@pytest.mark.parametrize(
    ("argv", "problem"),
    [
        (("GRM999", "--corpus", "archive"), 'there is no rule or family "GRM999"'),
        (("repeated-wrod", "--corpus", "archive"), 'did you mean "repeated-word"?'),
        (("", "--corpus", "archive"), 'there is no rule or family ""'),
        (("nowhere.toml", "--corpus", "archive"), "nowhere.toml: there is no such pack"),
        (("GRM101", "--corpus", "empty"), "there is no copy in empty that isn't excluded"),
        (("GRM101", "--corpus", "nowhere"), "nowhere: "),
        (("GRM101", "--corpus", "archive", "--samples", "-1"), "--samples takes a number from 0 on"),
        (("GRM101",), "the following arguments are required: --corpus"),
        (("bad.toml", "--corpus", "archive"), "bad.toml"),
    ],
)
def test_what_is_wrong_is_told(copy, argv, problem):
    desk = copy({**archive(1), "empty/a.png": b"", "bad.toml": "[[rule]]\ncode = 1\n"})
    done = desk.command("impact", *argv)
    assert (done.status, done.out) == (2, "")
    assert problem in done.err


def test_a_file_that_cant_be_read_is_told_and_the_rest_is_tried(copy):
    desk = copy({**archive(2), "archive/odd.txt": "über".encode("utf-16")})
    done = desk.command("impact", "GRM101", "--corpus", "archive", "--format", "json")
    assert done.status == 3
    assert "archive/odd.txt: " in done.err
    found = json.loads(done.out)
    assert (found["stories"], found["marks"]) == (2, 2)
    assert [failure["path"] for failure in found["failures"]] == ["archive/odd.txt"]
