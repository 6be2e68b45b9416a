"""Puts the tables into a page, between two comments."""

from __future__ import annotations

from bench.process import BenchError

START, END = "<!-- figures -->", "<!-- end of figures -->"


def replaced(page: str, figures: str) -> str:
    """The page with other figures. Raises BenchError if the comments aren't there."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise BenchError(f"the page has no {START} and {END}")
    return f"{before}{start}\n\n{figures.strip()}\n\n{end}{after}"
