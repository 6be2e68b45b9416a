"""Marks that look like single quotation marks and stand for letters left out: ’90s, ’em, rock ’n’ roll."""

from __future__ import annotations

import re

_ALWAYS = re.compile(
    r"['’‘](?:\d\ds\b|(?:em|til|till|tis|twas|twill|twere|cos|cuz|nuff|bout|tude|burbs|kay|ere|neath|gainst|tween|sup|"
    r"ol|appen|ave|im|er|ad|ow|ome|ello|ello)\b|n\b)",
    re.IGNORECASE,
)
_IN_LOWER_CASE = re.compile(r"['’‘](?:cause|round|hood|fro|til|em|scuse|fraid|cept|stead|nother|bye)\b")
_YEAR = re.compile(r"['’‘]\d\d(?![\w,.]\d|\w)")
_BEFORE_YEAR = re.compile(
    r"\b(?:of|in|since|from|to|by|until|till|during|class|summer|winter|spring|fall|autumn|and|late|early|back|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\s$",
    re.IGNORECASE,
)
_N = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\w))['’‘]?[nN]['’]")


def is_apostrophe(prose: str, offset: int) -> bool:
    """Whether the mark at an offset stands for something left out, by the word it belongs to."""
    if prose[offset] == "’" and prose[offset + 1 : offset + 3].isdigit():
        return True
    if _ALWAYS.match(prose, offset) or _IN_LOWER_CASE.match(prose, offset):
        return True
    if _YEAR.match(prose, offset) and _BEFORE_YEAR.search(prose[max(0, offset - 12) : offset]):
        return True
    return offset > 1 and prose[offset - 1] in "nN" and prose[offset - 2] in "'’‘ " and prose[offset + 1 : offset + 2] in {" ", ""}
