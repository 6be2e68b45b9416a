"""Who says a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from prose import a_document, any_text

from copylint.document import Knowledge

KNOWN = Knowledge(cues={"said": "say", "added": "say", "according to": "phrase", "wants": "attitude"})


def spoken(text: str) -> list[tuple[str | None, str | None]]:
    """The speaker and the cue of each quotation."""
    quotes = a_document(text, KNOWN).quotes
    return [(quote.speaker and quote.speaker.of(text), quote.cue and quote.cue.of(text)) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” said Ann Lee, the mayor.", [("Ann Lee", "said")]),
        ("“It rained,” Ann Lee said.", [("Ann Lee", "said")]),
        ("Ann Lee said: “It rained.”", [("Ann Lee", "said")]),
        ("Ann Lee said it was “rain”.", [("Ann Lee", "said")]),
        ("“It rained,” he said.", [(None, "said")]),
        ("“It rained.”", [(None, None)]),
        ("“It rained,” Ann Lee said. “Nobody came,” she added.", [("Ann Lee", "said"), ("Ann Lee", "added")]),
        ("“It rained,” Ann Lee said. “Nobody came.”", [("Ann Lee", "said"), ("Ann Lee", None)]),
        ("“It rained,” Ann Lee said. “No,” said Tom Roe.", [("Ann Lee", "said"), ("Tom Roe", "said")]),
        ("“It rained” for “a week,” said Ann Lee.", [("Ann Lee", "said"), ("Ann Lee", "said")]),
        ("“It rained,” Ann Lee said.\n\n“Nobody came.”", [("Ann Lee", "said"), (None, None)]),
        ("It was a “week of rain”, according to Ann Lee.", [("Ann Lee", "according to")]),
        ("Ann Lee wants a “week of rain”.", [(None, None)]),
    ],
)
def test_the_speaker_stands_beside_the_quotation(text, expected):
    assert spoken(text) == expected


def test_a_cue_of_another_sentence_is_not_taken():
    assert spoken("Ann Lee said so. “It rained for a long week and nobody at all came to us.”") == [(None, None)]


def test_a_quotation_before_the_first_cue_shares_the_speaker_of_its_sentence():
    text = "“It rained for a week” in some of the many towns and villages of the northern hills “for us all,” Ann Lee said."
    assert [speaker for speaker, _ in spoken(text)] == ["Ann Lee", "Ann Lee"]


@given(any_text)
def test_quotations_stay_as_they_are_but_for_speaker_and_cue(text):
    document = a_document(f"“{text}” Ann Lee said {text}", KNOWN)
    bare = a_document(f"“{text}” Ann Lee said {text}", Knowledge())
    assert [(quote.span, quote.parts) for quote in document.quotes] == [(quote.span, quote.parts) for quote in bare.quotes]
    for quote in document.quotes:
        for span in (quote.speaker, quote.cue):
            assert span is None or span.of(document.prose).strip()
