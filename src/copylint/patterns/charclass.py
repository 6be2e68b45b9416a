"""Single characters of a pattern: which ones a class or a code stands for, and whether they are of words."""

from __future__ import annotations

from copylint.lazy import lazy
from copylint.patterns.fold import JOINERS, bytes_of, is_word
from copylint.patterns.tree import Node

_CLASS = lazy(
    r"\[((?:[A-Za-z0-9]-[A-Za-z0-9]|\\[-.\[\]()/$*+?^'\"]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[tnrd]|[^\\^\[\]-])+)(-?)\]"
)
_CLASS_ITEM = lazy(r"([A-Za-z0-9])-([A-Za-z0-9])|\\[xu]([0-9a-f]+)|\\([tnrd])|\\?([\s\S])")
_SHORT = {"t": "\t", "n": "\n", "r": "\r", "d": "0123456789\ufffe"}
"""What a short escape stands for; digits that aren't ours fold to one byte, and one character stands for them all."""
_CODE = lazy(r"\\[xu]([0-9a-f]{2}|[0-9a-f]{4})")
_WORD_IN_CLASS = lazy(r"\\(?:[wd]|p\{(?:L|Ll|Lu|Latin)\})")
_OF_WORDS = frozenset({r"\w", r"\d", r"\p{L}", r"\p{Ll}", r"\p{Lu}", r"\p{Latin}"})


def listed(text: str) -> list[str] | None:
    """The characters of a class that lists them, or the one of a code; None for any other."""
    text = r"[\d]" if text == r"\d" else text
    code = _CODE.fullmatch(text)
    if code:
        return [chr(int(code[1], 16))]
    match = _CLASS.fullmatch(text)
    if match is None:
        return None
    chars = ["-"] if match[2] else []
    for first, last, coded, short, char in _CLASS_ITEM.findall(match[1]):
        if coded or short:
            chars += _SHORT[short] if short else chr(int(coded, 16))
        else:
            chars += map(chr, range(ord(first), ord(last) + 1)) if first else [char]
    return chars


def is_wordy(node: Node) -> bool:
    """Whether a character or class is of letters, digits and underscores alone."""
    if node.kind != "char" and (node.text in _OF_WORDS or node.text.startswith("[^\\W")):
        return True
    chars = [node.text] if node.kind == "char" else listed(_WORD_IN_CLASS.sub("a", node.text))
    return bool(chars) and all(is_word(bytes_of(char)[0]) for char in chars or ())


def is_inner(node: Node) -> bool:
    """Whether a character or class is of what may stand inside a word or a number alone."""
    chars = None if node.text.startswith("[^") else listed(_WORD_IN_CLASS.sub("a", node.text))
    if node.kind == "char":
        chars = [node.text]
    return node.text in _OF_WORDS or (bool(chars) and all(map(_is_of_words, chars or ())))


def _is_of_words(char: str) -> bool:
    byte = bytes_of(char)[0]
    return is_word(byte) or byte in JOINERS
