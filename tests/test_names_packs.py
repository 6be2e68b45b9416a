"""The names that ship: each form belongs to one name, no misspelling is a right form of another, and all are found."""

from __future__ import annotations

from pathlib import Path

import tomli
from prose import a_document

from copylint.checks.names.misspelt_name import check
from copylint.knowledge import knowledge
from copylint.packs import builtin_folder

PACKS = sorted(Path(builtin_folder(), "names").glob("*.toml"))
NAMES = [name for pack in PACKS for name in tomli.loads(pack.read_text("utf-8"))["name"]]
KNOWN = knowledge((str(pack), tomli.loads(pack.read_text("utf-8"))) for pack in PACKS)


def test_there_are_names_enough():
    assert len({name["id"] for name in NAMES}) == len(NAMES) >= 400


def test_no_misspelling_is_a_right_form_of_any_name():
    right = {form for name in NAMES for form in (name["canonical"], *name.get("allowed", ()))}
    assert [form for name in NAMES for form in name.get("misspelt", ()) if form in right] == []


def test_no_misspelling_is_that_of_two_names():
    forms = [form for name in NAMES for form in name.get("misspelt", ())]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_what_may_stand_beside_the_full_name_is_a_right_form():
    odd = [
        form
        for name in NAMES
        for form in name.get("compatible", ())
        if form not in (name["canonical"], *name.get("allowed", ()))
    ]
    assert odd == []


def test_every_misspelling_is_marked_and_no_right_form_is():
    wrong = [form for name in NAMES for form in name.get("misspelt", ())]
    right = [form for name in NAMES for form in (name["canonical"], *name.get("allowed", ()))]
    assert sorted(set(wrong) - marked(wrong)) == []
    assert sorted(marked(right)) == []


def marked(forms):
    document = a_document("\n\n".join(f"She spoke at length with friends of {form} there." for form in forms), KNOWN)
    return {match.span.of(document.prose) for match in check(document)}
