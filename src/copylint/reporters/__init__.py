"""Reporters: a report in, text out. Each is one file, and escapes what comes from the copy."""

from __future__ import annotations

from copylint.reporters.concise import Concise
from copylint.reporters.escape import escaped
from copylint.reporters.full import Full
from copylint.reporters.github import GitHub
from copylint.reporters.json import Json
from copylint.reporters.jsonl import JsonLines
from copylint.reporters.sarif import Sarif
from copylint.reporters.statistics import statistics

__all__ = ["REPORTERS", "Concise", "Full", "GitHub", "Json", "JsonLines", "Sarif", "escaped", "statistics"]

REPORTERS = (Concise(), Full(), Json(), JsonLines(), GitHub(), Sarif())
"""The reporters that come with copylint."""
