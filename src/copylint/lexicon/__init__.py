"""The words of English: how common each is, and on which side of the Atlantic.

`words.txt` has a line for each three letters that words begin with. In a line, tabs part the fields of `FIELDS`, and spaces
the rest of each word; a field that holds words begins and ends with a space. It is read whole, and a word is
looked for in its line.
See docs/decisions/0009-lexicon.md.
"""

from __future__ import annotations

from copylint.lexicon.verdict import Grade, Verdict, verdict
from copylint.lexicon.words import COMMON, FIELDS, Lexicon, Support, lexicon

__all__ = ["COMMON", "FIELDS", "Grade", "Lexicon", "Support", "Verdict", "lexicon", "verdict"]
