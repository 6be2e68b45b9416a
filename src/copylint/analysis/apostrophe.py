"""Marks that look like single quotation marks and stand for letters left out: ’90s, ’em, rock ’n’ roll."""

from __future__ import annotations

from copylint.lazy import lazy, re

_SHORTENED = lazy(
    r"['’‘](?:\d\ds|[eE]m|[tT]il|[tT]is|[tT]was|[tT]were|[tT]would|[cC]os|[cC]uz|[nN]uff|[bB]out|[tT]ude|[nN]|cause|round|hood|fro|"
    r"scuse|fraid|cept|stead|nother|neath|gainst|tween|burbs)\b"
)
_YEAR = lazy(r"['’‘]\d\d(?![\w,.]\d|\w)")
_BEFORE_YEAR = lazy(
    r"\b(?:of|in|since|from|to|by|until|till|during|class|summer|winter|spring|fall|autumn|and|late|early|back|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\s$",
    re.IGNORECASE,
)
_AFTER_N = lazy(r"['’‘\s][nN]['’](?!\w)")


def is_apostrophe(prose: str, offset: int) -> bool:
    """Whether the mark at an offset stands for something left out, by the word it belongs to."""
    if prose[offset] == "’" and prose[offset + 1 : offset + 3].isdigit():
        return True
    if _SHORTENED.match(prose, offset):
        return True
    if _YEAR.match(prose, offset) and _BEFORE_YEAR.search(prose[max(0, offset - 12) : offset]):
        return True
    return offset > 1 and _AFTER_N.match(prose, offset - 2) is not None
