"""Who and what a text names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import a_document, any_text

from copylint.document import Block, BlockKind, Knowledge, Name
from copylint.spans import Span

NAMES = (
    Name("state", "group", "Northern State", allowed=("NS", "Northern State group", "Northern State of the Hills")),
    Name("state-k", "group", "Northern State Kell", allowed=("NS-K",), needs_intro=True),
    Name("qel", "group", "al-Qel", allowed=("Al Qel",), misspelt=("al-Quel",)),
    Name("river", "org", "River Trust Board", allowed=("RTB", "River"), needs_intro=True),
    Name("rail", "org", "Rail Transport Bureau", allowed=("RTB",), needs_intro=True),
    Name("health", "org", "World Hill Organisation", allowed=("WHO",)),
    Name("union", "org", "Hill Union", allowed=("H.U.",)),
    Name("inn", "company", "O'Dell's Inn", allowed=("O&D",)),
    Name("workers", "group", "Workers' Army", allowed=("WA",)),
)
KNOWN = Knowledge(names=NAMES, cues={"said": "say"})


def named(text: str, *, knowledge: Knowledge = KNOWN, blocks: tuple[Block, ...] = ()) -> dict[str, list[str]]:
    """The surfaces of each entity."""
    document = a_document(text, knowledge, blocks=blocks)
    return {entity.id: [mention.surface for mention in entity.mentions] for entity in document.entities}


def test_the_forms_of_a_name_are_one_entity_with_its_pack_entry():
    document = a_document("The Northern State fled. NS men came back.", KNOWN)
    (entity,) = document.entities
    assert (entity.id, entity.name) == ("state", NAMES[0])
    assert [mention.surface for mention in entity.mentions] == ["Northern State", "NS"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men of NS-K fled from NS.", {"state-k": ["NS-K"], "state": ["NS"]}),
        ("The Northern State Kell fled.", {"state-k": ["Northern State Kell"]}),
        ("NS-linked men and anti-NS men fled.", {"state": ["NS", "NS"]}),
        ("The NS-X fled.", {}),
        ("NS’s men fled, and NS’ women.", {"state": ["NS", "NS"]}),
        ("They dream of a northern state, and of a Northern state.", {}),
        ("He called @NS and #NS and x.NS.", {}),
        ("The NSA came, and the ONS.", {}),
        ("al-Qel fled. Al-Qel fled, and al‑Qel.", {"qel": ["al-Qel", "Al-Qel", "al‑Qel"]}),
        ("Men of al-Quel fled.", {"qel": ["al-Quel"]}),
        ("She ate at O’Dell’s Inn, and at O&D.", {"inn": ["O’Dell’s Inn", "O&D"]}),
        ("The Workers’ Army fled.", {"workers": ["Workers’ Army"]}),
        ("The H.U. met. In the H.U.", {"union": ["H.U.", "H.U."]}),
        ("THE NS MEN LEFT US ALL ALONE HERE", {}),
        ("Northern State KELL fled.", {"state": ["Northern State"]}),
    ],
)
def test_a_form_stands_where_it_stands_as_a_name(text, expected):
    assert named(text) == expected


def test_a_name_may_run_over_a_line_but_not_over_a_blank_one():
    for gap, expected in (("\n", {"state": ["Northern\nState"]}), ("\r\n", {"state": ["Northern\r\nState"]}), ("\n\n", {})):
        text = f"The Northern{gap}State fled."
        assert named(text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),)) == expected


def test_a_long_name_in_other_capitals_is_the_name_still():
    assert named("He left the River trust board on Monday.") == {"river": ["River trust board"]}
    assert named("He left a Hill Union, the Hill union.") == {"union": ["Hill Union", "Hill union"]}
    assert named("River trust boards fell. He left a Hill union.") == {}


def test_a_form_of_two_names_counts_where_one_of_them_is_named_in_full():
    assert named("The RTB met.") == {}
    assert named("The RTB met. The Rail Transport Bureau voted.") == {"rail": ["RTB", "Rail Transport Bureau"]}
    assert named("The RTB, the River Trust Board and the Rail Transport Bureau met.").keys() == {"river", "rail"}


def test_an_ordinary_word_or_a_part_of_a_name_counts_beside_the_full_name():
    assert named("He saw the man WHO left the River.") == {}
    assert named("The World Hill Organisation met. The WHO voted.")["health"] == ["World Hill Organisation", "WHO"]
    assert named("The River Trust Board met. River voted.")["river"] == ["River Trust Board", "River"]


def test_what_a_text_explains_goes_before_what_a_pack_knows():
    text = "The Red Tulip Brigade (RTB) met. The RTB fled from the RTB’s men."
    assert named(text) == {"red-tulip-brigade": ["Red Tulip Brigade", "RTB", "RTB", "RTB"]}


def test_initials_are_tied_to_the_name_they_spell():
    text = "The Tidal Power Council met. A clerk of the TPC wept. The U.S. Department of Rivers, or so, left the DOR."
    assert named(text) == {
        "tidal-power-council": ["Tidal Power Council", "TPC"],
        "department-of-rivers": ["Department of Rivers", "DOR"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ohio’s Power Council met. The OPC fled.",
        "He met Ann on Riverside Monday. The ARM fled.",
        "He met Tall CEO Paul. The TCP fled.",
        "The Tidal Power Council met. The TP fled.",
    ],
)
def test_initials_that_spell_no_name_are_left_alone(text):
    assert named(text, knowledge=Knowledge()) == {}


def test_mentions_know_their_block_and_whether_they_are_quoted():
    document = a_document("“NS fled,” he said.\n\nThe NS came back.", KNOWN)
    assert [(mention.block, mention.is_quoted) for mention in document.entities[0].mentions] == [(0, True), (1, False)]


def test_furniture_and_links_name_nobody():
    text = "NS fled."
    for kind, expected in ((BlockKind.PARAGRAPH, {"state"}), (BlockKind.FURNITURE, set()), (BlockKind.RELATED_LINK, set())):
        assert named(text, blocks=(Block(kind, Span(0, len(text))),)).keys() == expected


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("The River Trust Board (RTB) met.", "River Trust Board", "RTB"),
        ("The Riverside Bureau of Fish, Fowl and Game (BFFG) met.", "Bureau of Fish, Fowl and Game", "BFFG"),
        ("Gross river product (GRP) fell.", "Gross river product", "GRP"),
        ("The RTB (River Trust Board) met.", "River Trust Board", "RTB"),
        ("The River Trust Board, or RTB, met.", "River Trust Board", "RTB"),
        ("The River Trust Board, also known as the RTB, met.", "River Trust Board", "RTB"),
        ("The U.S. River Board (the “USRB”) met.", "U.S. River Board", "USRB"),
        ("The Board of Ohio’s River Trust’s (BORT) fell.", "Board of Ohio’s River Trust", "BORT"),
        ("The Office of Inns (OI; from the French) met.", "Office of Inns", "OI"),
        ("The National River Association (NatRA) met.", "National River Association", "NatRA"),
    ],
)
def test_an_introduction_gives_the_name_and_the_abbreviation(text, full, short):
    (one,) = a_document(text).introductions
    assert (one.full.of(text), one.short.of(text)) == (full, short)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee (SNP) won.",
        "Tom Roe (R-Ohio) lost.",
        "It rose (CO2) fast.",
        "The man (ABC) left.",
        "(ABC) came.",
        "The RTB (in a later year) met.",
        "Rates fell. (RTB) met.",
        "The River Trust Board met (RTB).",
    ],
)
def test_a_bracket_that_explains_nothing_is_no_introduction(text):
    assert a_document(text).introductions == ()


@given(any_text)
def test_mentions_never_overlap_and_lie_in_their_block(text):
    document = a_document(f"NS {text} River Trust Board (RTB) {text} RTB", KNOWN)
    mentions = sorted((mention for entity in document.entities for mention in entity.mentions), key=lambda one: one.span)
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    for mention in mentions:
        assert document.blocks[mention.block].span.contains(mention.span)
        assert mention.surface == mention.span.of(document.prose)


_FORMS = st.sampled_from([*(form for name in NAMES for form in (name.canonical, *name.allowed)), "fled.", "and", "\n\n", "the"])


@given(st.lists(_FORMS, max_size=12).map(" ".join), st.permutations(NAMES))
def test_linking_does_not_depend_on_the_order_of_the_names(text, names):
    assert named(text, knowledge=Knowledge(names=tuple(names))) == named(text, knowledge=Knowledge(names=NAMES))


@given(any_text)
def test_introductions_of_any_text_lie_in_it(text):
    for one in a_document(f"River Trust Board {text}(RTB){text}").introductions:
        assert one.full.length > one.short.length > 0
        assert not one.full.overlaps(one.short)
