"""Whom a text names, and what else in it names the same people."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import a_document, any_text

from copylint.analysis.people import with_people
from copylint.document import Knowledge, Name

PACK = Knowledge(names=(Name("duarte", "person", "Carmen Duarte"), Name("norland", "place", "Norland")))


def called(text: str, knowledge: Knowledge = PACK) -> dict[str, list[str]]:
    """The surfaces by which each person is named."""
    return {person.id: [mention.surface for mention in person.mentions] for person in a_document(text, knowledge).people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nils Aagaard said so. Aagaard’s aides wept.", {"nils-aagaard": ["Nils Aagaard", "Aagaard"]}),
        ("Sen. Nils Aagaard met Bo. Sen. Aagaard wept.", {"nils-aagaard": ["Nils Aagaard", "Aagaard"]}),
        ("The firm’s founder Nils Aagaard wept. Nils left.", {"nils-aagaard": ["Nils Aagaard", "Nils"]}),
        ("Nils Aagaard, 43, wept. Mr Aagaard left.", {"nils-aagaard": ["Nils Aagaard", "Aagaard"]}),
        ("Mayor José Núñez wept. Later Nunez left.", {"jose-nunez": ["José Núñez", "Nunez"]}),
        ("Mayor Maya Orton-Hale wept. Then Orton-Hale left.", {"maya-ortonhale": ["Maya Orton-Hale", "Orton-Hale"]}),
        ("New York City Mayor Bo de Graaf wept.", {"bo-graaf": ["Bo de Graaf"]}),
        ("Mayor Bo Roe Jr. wept. Roe left.", {"bo-roe": ["Bo Roe", "Roe"]}),
        ("Mayor Ann Roe met Judge Bo Roe. Roe wept.", {"ann-roe": ["Ann Roe"], "bo-roe": ["Bo Roe", "Roe"]}),
        ("Mayor Carmen Duarte wept. Duarte left.", {"duarte": ["Carmen Duarte", "Duarte"]}),
        ("“Mayor Bo Roe is best,” he said. On Monday Roe left.", {"bo-roe": ["Bo Roe", "Roe"]}),
        ("The Justice Department said so. The Department left.", {}),
        ("They met in Long Beach on Good Friday.", {}),
        ("Blue River rose. Boats on the River fled.", {}),
    ],
)
def test_short_forms_are_linked_to_the_full_name(text, expected):
    assert called(text) == expected


def test_a_bare_surname_is_the_one_who_was_named_last():
    text = "Mayor Ann Roe wept. Roe left. Judge Bo Roe spoke. Roe laughed."
    assert called(text) == {"ann-roe": ["Ann Roe", "Roe"], "bo-roe": ["Bo Roe", "Roe"]}


def test_mentions_know_whether_they_are_quoted():
    (person,) = a_document("Mayor Bo Roe wept. “Roe is best,” he said.", PACK).people
    assert [mention.is_quoted for mention in person.mentions] == [False, True]


def test_people_and_the_names_of_packs_are_told_together():
    document = a_document("Mayor Bo Roe left Norland. Roe wept.", PACK)
    everybody = with_people(document.entities, document.people)
    assert [(entity.id, len(entity.mentions)) for entity in everybody] == [("bo-roe", 2), ("norland", 1)]


def test_initials_that_a_text_ties_to_a_person_are_a_name_of_that_person():
    document = a_document("Mayor Ann Bo Roe (ABR) left. ABR wept, and Roe laughed.", PACK)
    everybody = with_people(document.entities, document.people)
    assert {entity.id: [one.surface for one in entity.mentions] for entity in everybody} == {
        "ann-bo-roe": ["Ann Bo Roe", "ABR", "ABR", "Roe"]
    }


_PIECES = st.sampled_from(
    ["Mayor Bo Roe ", "Roe’s ", "Ann Lee said ", "Lee ", "Carmen Duarte ", "Norland ", "“", "” ", ". ", "\n\n"]
)


@given(st.lists(st.one_of(_PIECES, any_text), max_size=12))
def test_mentions_never_overlap(pieces):
    document = a_document("".join(pieces), PACK)
    for entities in (document.people, with_people(document.entities, document.people)):
        spans = sorted(mention.span for entity in entities for mention in entity.mentions)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(mention.span.of(document.prose) == mention.surface for entity in entities for mention in entity.mentions)
