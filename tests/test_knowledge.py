"""What the packs know: names, cues and lists, read strictly and merged."""

from __future__ import annotations

import pytest

from copylint.document import Knowledge, Name
from copylint.errors import PackError
from copylint.kit import assembled
from copylint.knowledge import knowledge


def _entry(**keys: object) -> dict[str, object]:
    return {"id": "river-trust", "type": "org", "canonical": "River Trust", **keys}


def _of(*entries: dict[str, object], path: str = "desk/names.toml", **known: object) -> Knowledge:
    return knowledge([(path, {"name": list(entries), "knowledge": known})])


def test_nothing_is_known_without_packs():
    assert knowledge([]) == Knowledge()


def test_a_name_is_read_with_all_its_keys():
    keys = {
        "allowed": ["RT"],
        "deprecated": ["River Board"],
        "misspelt": ["River Turst"],
        "compatible": ["RT"],
        "needs_intro": True,
        "agreement": "singular",
        "style": {"ap": "RT"},
        "note": "Founded in 1950.",
    }
    (name,) = _of(_entry(**keys)).names
    assert name == Name(
        id="river-trust",
        type="org",
        canonical="River Trust",
        allowed=("RT",),
        deprecated=("River Board",),
        misspelt=("River Turst",),
        compatible=("RT",),
        needs_intro=True,
        agreement="singular",
        style={"ap": "RT"},
        note="Founded in 1950.",
    )


def test_a_later_pack_replaces_a_name_by_its_id_and_keeps_its_place():
    first = ("a.toml", {"name": [_entry(), _entry(id="sea-trust", canonical="Sea Trust")]})
    later = ("b.toml", {"name": [_entry(canonical="The River Trust")]})
    assert [name.canonical for name in knowledge([first, later]).names] == ["The River Trust", "Sea Trust"]


def test_the_vocabulary_is_kept_in_small_letters():
    assert _of(vocabulary=["Parkrun", "sarnie"]).vocabulary == {"parkrun", "sarnie"}


def test_lists_of_several_packs_are_joined_without_doubles():
    one = ("a.toml", {"knowledge": {"abbreviations": ["Dr"], "furniture": ["read mode"], "link_labels": ["read more:?"]}})
    two = ("b.toml", {"knowledge": {"abbreviations": ["Lt", "Dr"], "furniture": ["share", "read mode"]}})
    known = knowledge([one, two])
    assert known.abbreviations == {"Dr", "Lt"}
    assert known.furniture == ("read mode", "share")
    assert known.link_labels == ("read more:?",)


def test_a_later_pack_moves_a_cue_to_another_class():
    one = ("a.toml", {"knowledge": {"cues": {"say": ["said"], "attitude": ["claimed"]}}})
    two = ("b.toml", {"knowledge": {"cues": {"say": ["claimed"]}}})
    assert knowledge([one, two]).cues == {"said": "say", "claimed": "say"}


def test_rules_in_a_pack_are_left_alone():
    assert knowledge([("a.toml", {"rule": [{"code": "USE101"}]})]) == Knowledge()


@pytest.mark.parametrize(
    ("keys", "key", "complaint"),
    [
        ({"canonnical": "x"}, "canonnical", 'did you mean "canonical"?'),
        ({"type": "organisation"}, "type", "is one of group, org"),
        ({"agreement": "both"}, "agreement", "is one of singular, plural"),
        ({"allowed": [3]}, "allowed", "takes a list of strings"),
        ({"allowed": [" "]}, "allowed", "a form is empty"),
        ({"needs_intro": "yes"}, "needs_intro", "takes true or false"),
        ({"misspelt": ["River Trust"]}, "misspelt", "is also given as a right form"),
        ({"deprecated": ["RT"], "allowed": ["RT"]}, "deprecated", "is also given as a right form"),
        ({"style": {"ap": 3}}, "style", "takes the form that the style wants"),
        ({"id": "River Trust"}, "id", "is no slug"),
    ],
)
def test_a_wrong_name_is_told_by_file_id_and_key(keys, key, complaint):
    with pytest.raises(PackError) as told:
        _of(_entry(**keys))
    assert (told.value.path, told.value.key) == ("desk/names.toml", key)
    assert told.value.rule == keys.get("id", "river-trust")
    assert complaint in str(told.value)


def test_a_name_without_an_id_is_told_by_its_place():
    with pytest.raises(PackError, match=r"desk/names\.toml: name 2: id: .*missing"):
        _of(_entry(), {"type": "org", "canonical": "Sea Trust"})


@pytest.mark.parametrize(
    ("known", "complaint"),
    [
        ({"abbreviation": ["Dr"]}, 'did you mean "abbreviations"?'),
        ({"furniture": ["("]}, "is no pattern"),
        ({"link_labels": [""]}, "an entry is empty"),
        ({"cues": {"speak": ["said"]}}, 'unknown key "speak"'),
        ({"cues": {"say": ["Said"]}}, "written in small letters"),
        ({"cues": {"say": [""]}}, "written in small letters"),
    ],
)
def test_wrong_knowledge_is_told_by_file_and_table(known, complaint):
    with pytest.raises(PackError) as told:
        _of(**known)
    assert str(told.value).startswith("desk/names.toml: [knowledge")
    assert complaint in str(told.value)


def test_our_own_packs_are_read_and_give_every_class_of_cue():
    known = assembled(installed=False).knowledge
    assert {"say", "report", "attitude", "noun", "phrase"} == set(known.cues.values())
    assert len(known.names) > 150
    assert known.cues["said"] == "say"


def test_a_style_of_our_own_packs_wants_a_form_of_the_name():
    names = assembled(installed=False).knowledge.names
    assert [name.id for name in names if not set(name.style.values()) <= {name.canonical, *name.allowed}] == []
