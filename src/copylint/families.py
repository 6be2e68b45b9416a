"""What the families of rules are called."""

from __future__ import annotations

TITLES = {
    "ATT": "Sources",
    "GRM": "Grammar",
    "HED": "Headlines",
    "LNT": "Comments to copylint",
    "NAM": "Names",
    "NUM": "Numbers and dates",
    "PUN": "Punctuation",
    "QUO": "Quotations",
    "RES": "Remains of writing and pasting",
    "SEN": "People and groups",
    "SPL": "Spelling",
    "STY": "House style",
    "USE": "Usage",
}
"""The title of each family by the letters that its codes begin with; families of plugins and packs have none."""
