"""A word that is none, and a slip away from a common one."""

from __future__ import annotations

from copylint.checks.spelling._unknown import sure
from copylint.rule import Confidence, Fix, Rule, Severity

RULE = Rule(
    code="SPL103",
    name="misspelt-word",
    summary="A word that stands in no word list is a usual slip away from a common one.",
    rationale="A misspelling costs the reader’s trust in everything around it.",
    message="“{text}” is in no word list. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    check=sure,
    bad=(
        "The mayor was {loundly => loudly} cheered on Monday.",
        "Two {vechicles => vehicles} were damaged, {equially => equally} badly.",
        "It was a {dissasterous => disastrous} week for the {univresity => university}-led project.",
    ),
    good=(
        "The mayor was loudly cheered on Monday, and the vehicles were removed.",
        "“We was robbed by them loundly goverment folk,” she said.",
        "They sang zikr in the khanqah and ate shakshouka.",
        "The zonker was new. Nobody had seen a zonker before, and the zonker was proud.",
        "She wrote to press@loundly.example and read the page at loundly.example.",
        "She lives among the pesh merga of the north.",
        "The biologist named the coral Porites cylindrica, and the Arnel dela Vega trust paid.",
    ),
)
