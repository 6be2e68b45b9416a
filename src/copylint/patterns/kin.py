"""The characters that a plain mark in a pattern stands for as well."""

APOSTROPHES = "'’‘ʼ"
QUOTATION_MARKS = '"“”„«»'
HYPHENS = "-‐‑"
