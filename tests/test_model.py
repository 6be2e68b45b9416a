"""The model that tells how likely a sentence is attributed: its file, its sums, and what it says of stories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from prose import any_text

from bench.attribution import analysed, main
from bench.planted import default_desk
from copylint.analysis import analyse
from copylint.analysis import model as module
from copylint.analysis.model import Model, hashed, model, read, written

STORY = """Bridge closed after cracks are found

RIVERSIDE — The old bridge over the Lorne was closed to lorries on Tuesday after cracks were found in two of its piers.

“We could not take the risk,” said Ann Lee, who runs the county’s road office. “The piers are seventy years old. They were
never meant for such loads.”

The repair will take a year, according to Ms Lee. The bridge was built in 1954. It is 300 metres long.

The county has been warned of the cracks for years."""
ATTRIBUTED = ("“We could not take", "“The piers are", "They were", "The repair will take")
UNATTRIBUTED = ("The bridge was built", "It is 300 metres")


@pytest.fixture
def no_weights(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "FILE", tmp_path / "none")
    module.model.cache_clear()
    yield
    module.model.cache_clear()


def scores(text: str) -> dict[str, float]:
    """The score of each sentence by its text, lines joined."""
    document = analysed(text)
    return {
        " ".join(sentence.span.of(document.prose).split()): document.attributed(number)
        for number, sentence in enumerate(document.sentences)
    }


def test_the_model_tells_what_is_said_from_what_the_story_says():
    told = scores(STORY)
    for opening in ATTRIBUTED:
        assert next(score for text, score in told.items() if text.startswith(opening)) > 0.5, opening
    for opening in UNATTRIBUTED:
        assert next(score for text, score in told.items() if text.startswith(opening)) < 0.5, opening


@pytest.mark.parametrize(
    ("sourced", "bare"),
    [
        ("The repair will take a year, according to Ms Lee.", "The repair will take a year."),
        ("“We could not take the risk,” said Ann Lee, who runs the county’s road office.", "We could not take the risk."),
    ],
)
def test_a_sentence_without_its_source_scores_less(sourced, bare):
    assert sourced in STORY
    assert scores(STORY.replace(sourced, bare))[bare] < scores(STORY)[sourced] - 0.2


@given(any_text)
def test_every_score_is_a_probability(text):
    desk = default_desk()
    document = analyse(desk.source("a.txt", text.encode("utf-8", "replace")), desk.kit.knowledge)
    assert all(0 <= document.attributed(number) <= 1 for number in range(len(document.sentences)))


def test_without_weights_the_cues_decide(no_weights):
    assert model() is None
    document = analysed(STORY)
    scored = [document.attributed(number) for number in range(len(document.sentences))]
    assert scored == [attribution.score for attribution in document.attributions]


def test_nobody_speaks_in_furniture():
    document = analysed(
        "Bridge closed\n\nThe bridge was closed on Monday, Ann Lee said.\n\nShare on Facebook\n\nRead more: Lee said so"
    )
    kinds = [document.blocks[sentence.block].kind.value for sentence in document.sentences]
    found = [document.attributed(number) for number in range(len(kinds))]
    assert "furniture" in kinds
    assert all(score == 0 for score, kind in zip(found, kinds, strict=True) if kind in ("furniture", "related-link"))


def test_a_sum_of_weights_becomes_a_probability():
    weights = bytearray(1024)
    (one,), (other,) = hashed(["out said"], 1024), hashed(["out rained"], 1024)
    weights[one], weights[other] = 100, 256 - 50
    made = read(written(bytes(weights), 0.02, -0.5))
    assert made.probability(["out said", "out said"]) == pytest.approx(1 / (1 + 2.718281828 ** -(2.0 - 0.5)), abs=1e-6)
    assert made.probability(["out rained"]) == pytest.approx(1 / (1 + 2.718281828**1.5), abs=1e-6)
    assert made.probability([]) == pytest.approx(0.3775, abs=1e-4)


def test_places_are_the_same_in_every_process():
    assert hashed(["out said", "quoted 3", "in é"], 1 << 16) == {15724, 26352, 48928}


@pytest.mark.parametrize("data", [b"", b"other", b"copylint weights 1\n", b"copylint weights 1\n0.1 0\nbroken"])
def test_what_is_no_weights_is_refused(data):
    with pytest.raises(ValueError, match=r"weights|convert|unpack"):
        read(data)


def test_the_weights_hold_no_text():
    made = model()
    assert isinstance(made, Model)
    assert len(made.weights) == 1 << 16
    assert b"said" not in module.FILE.read_bytes()


def corpus(folder: Path) -> None:
    """A folder as `bench.attribution` reads it, with one article of two sentences and one mutant."""
    text = "The bridge was built in 1954. It will hold, Ann Lee said on Monday."
    cut = text.index(" It") + 1
    sentences = [
        {"doc": "a", "i": 0, "b": 0, "e": cut - 1, "y": 0, "text": text[: cut - 1]},
        {"doc": "a", "i": 1, "b": cut, "e": len(text), "y": 1, "text": text[cut:]},
    ]
    files = {
        "own_x.docs.jsonl": [{"doc": "a", "text": text}],
        "own_x.sents.jsonl": sentences,
        "mutants_x.jsonl": [{"doc": "a", "i": 1, "mut": "It will hold."}],
    }
    for name, rows in files.items():
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_the_command_measures_a_folder(tmp_path, capsys):
    corpus(tmp_path)
    assert main([str(tmp_path), "own_x"]) == 0
    told = capsys.readouterr().out
    assert "| 2 | 1.000 | 1.000 | 1.000 |" in told
    assert "flagged: 100.0%" in told


def test_a_folder_without_the_files_is_told(tmp_path, capsys):
    assert main([str(tmp_path), "own_x"]) == 2
    assert "own_x.sents.jsonl can't be read" in capsys.readouterr().err
