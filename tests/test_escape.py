import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.reporters import escaped

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\r\n\u2028\u202e\u200d\u0301\ud800\U000e0041"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\r\nc\td", r"a\nb\r\nc\td"),
        ("\x00\x7f\x85\x9b", r"\x00\x7f\x85\x9b"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\u202a\u202b\u202c\u202d\u202e", r"\u202a\u202b\u202c\u202d\u202e"),
        ("\u2066\u2067\u2068\u2069\u200e\u200f\u061c", r"\u2066\u2067\u2068\u2069\u200e\u200f\u061c"),
        ("\u200b\u200c\u200d\u2060\ufeff\xad", r"\u200b\u200c\u200d\u2060\ufeff\xad"),
        ("caf\udce9.md", r"caf\udce9.md"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_a_character_that_can_forge_or_hide_is_shown(text, shown):
    assert escaped(text) == shown


@pytest.mark.parametrize(
    "text", ["“naïve” — café, cafe\u0301", "東京 한국 עברית العربية हिन्दी", "❤\ufe0f 👩", r"C:\new", "a\xa0b", "", "~ %"]
)
def test_ordinary_letters_and_marks_stay(text):
    assert escaped(text) == text


@given(ANY_TEXT)
def test_nothing_that_a_terminal_obeys_is_left(text):
    result = escaped(text)
    assert not [c for c in result if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [
        c for c in result if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    assert escaped(result) == result
