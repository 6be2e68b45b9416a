"""The list of words: what is in it, what is made of what is in it, and what may be meant by what isn't."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.lexicon import COMMON, FIELDS, Grade, Lexicon, Support, lexicon, verdict
from copylint.lexicon.guess import guesses
from copylint.lexicon.proper import is_institution, proper_name
from copylint.lexicon.sides import Side, spelled
from copylint.lexicon.slips import distance, one_slip, skeletons
from copylint.lexicon.words import FILE

_letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def _field(word: str) -> str:
    rank = lexicon().rank(word)
    return FIELDS[rank] if rank >= 0 else ""


@pytest.mark.parametrize(
    ("word", "field"),
    [
        *(("a", "10"), ("of", "10"), ("the", "10"), ("don't", "10"), ("color", "us 20"), ("colour", "gb 20")),
        *(("organise", "gb 20"), ("quixotry", "rare"), ("philadelphia", "names"), ("xqz", ""), ("", ""), ("goverment", "")),
    ],
)
def test_a_word_is_found_with_its_grade(word, field):
    assert _field(word) == field


def test_every_word_of_the_list_is_found():
    for line in FILE.read_text("ascii").split("\n")[::50]:
        opening, *fields = line.split("\t")
        for number, field in enumerate(fields):
            for rest in field[1:-1].split(" ") if field else []:
                assert lexicon().rank(opening.strip() + rest) == number


@pytest.mark.parametrize(
    ("word", "support"),
    [
        *(("walk", Support.FULL), ("walk's", Support.FULL), ("walkers'", Support.FULL), ("deepfakes", Support.FULL)),
        *(("cafes", Support.FULL), ("covid", Support.FULL), ("peshmerga", Support.FULL)),
        *(
            ("nonwalker", Support.WEAK),
            ("senatorless", Support.WEAK),
            ("riverhouse", Support.WEAK),
            ("philadelphia", Support.WEAK),
        ),
        *(("walkk", Support.NONE), ("eachother", Support.NONE), ("boxs", Support.NONE), ("citys", Support.NONE)),
    ],
)
def test_what_is_made_of_words_has_support(word, support):
    assert lexicon().support(word) is support


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        *(("recieve", "receive"), ("seperate", "separate"), ("definately", "definitely"), ("goverment", "government")),
        *(("accomodate", "accommodate"), ("truely", "truly"), ("carefuly", "carefully"), ("attemps", "attempts")),
        *(
            ("currenty", "currently"),
            ("existance", "existence"),
            ("responsable", "responsible"),
            ("unneccesary", "unnecessary"),
        ),
        *(
            ("photografer", "photographer"),
            ("sciense", "science"),
            ("dont", "don't"),
            ("ofthe", "of the"),
            ("unneccesary", "unnecessary"),
        ),
        *(("recieved", "received"), ("assiocated", "associated"), ("wereld", "world"), ("critisise", "criticise")),
        *(("realesed", "released"), ("tounge", "tongue")),
    ],
)
def test_the_likeliest_word_is_the_first_guess(wrong, right):
    assert guesses(wrong, lexicon())[0].word == right


def test_what_is_longer_than_any_word_is_none_and_costs_nothing():
    start = process_time()
    assert lexicon().support("a" * 1_000_000) is Support.NONE
    assert verdict("a" * 1_000_000, lexicon()) is None
    assert process_time() - start < 0.1


@pytest.mark.parametrize("word", ["zzyzx", "shakshouka", "qqq", "xylographarium"])
def test_nothing_is_guessed_far_away(word):
    assert verdict(word, lexicon()) is None


def test_a_verdict_is_surer_the_longer_the_word_and_the_commoner_its_neighbour():
    assert verdict("govermment", lexicon()).grade is Grade.SURE
    assert verdict("contraster", lexicon()).grade is Grade.DOUBTFUL
    assert verdict("withthe", lexicon()).grade is Grade.JOINED
    assert verdict("government", lexicon()) is None


@given(_letters)
def test_any_word_has_a_verdict_or_none(word):
    found = verdict(word, lexicon())
    assert found is None or (word not in found.replacements and all(found.replacements))


@given(_letters)
def test_a_word_is_no_way_from_itself(word):
    assert distance(word, word) == 0


def test_a_slip_costs_what_the_shortest_way_costs():
    for wrong, right in [("teh", "the"), ("wrd", "word"), ("wordd", "word"), ("wurd", "word"), ("hosue", "house")]:
        assert one_slip(wrong, right) == pytest.approx(distance(wrong, right))


def test_what_sounds_alike_has_one_skeleton():
    assert len(set(skeletons("definitely definately deffinitly"))) == 1
    assert len(set(skeletons("physician fisician"))) == 1
    assert len(set(skeletons("house mouse"))) == 2


def test_a_list_may_be_short_and_have_no_word_at_all():
    assert Lexicon(b"").rank("word") == -1
    assert Lexicon(b"wor\t d \t").rank("word") == 0


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Massachussetts", "Massachusetts"),
        ("Wendesday", "Wednesday"),
        ("Comittee", "Committee"),
        ("Brasilia", ""),
        ("Texas", ""),
    ],
)
def test_a_well_known_name_is_known_with_a_slip(wrong, right):
    assert proper_name(wrong) == right


def test_words_of_institutions_are_told_from_names():
    assert is_institution("University")
    assert not is_institution("Texas")


def test_the_notice_of_the_words_lies_beside_them():
    assert "Kevin Atkinson" in FILE.with_name("NOTICE.txt").read_text("utf-8")
    assert FIELDS.index("rare") == COMMON


@pytest.mark.parametrize(
    ("british", "american"),
    [("colour", "color"), ("centre", "center"), ("travelled", "traveled"), ("skilful", "skillful"), ("defence", "defense")],
)
def test_a_word_is_spelled_as_a_side_does(british, american):
    words = lexicon()
    for word in (british, american):
        assert spelled(word, Side(is_british=True), words) == british
        assert spelled(word, Side(is_british=False), words) == american


def test_a_prize_is_not_prised():
    british = Side(is_british=True, has_ise=True)
    assert [spelled(word, british, lexicon()) for word in ("prize", "size", "recognize")] == ["prize", "size", "recognise"]
