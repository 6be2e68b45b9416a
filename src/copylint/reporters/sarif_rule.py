"""The facts of a rule as SARIF has them."""

from __future__ import annotations

from copylint.finding import RuleFacts
from copylint.lazy import lazy
from copylint.rule import Severity

_ADDRESS = lazy(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?:/(?:[A-Za-z0-9._~/?#=&+:@,;-]|%[0-9A-Fa-f]{2})*)?")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "recommendation"}


def level(severity: Severity) -> str:
    """The word of SARIF for a severity: error, warning, note."""
    return _LEVELS[severity]


def address(source: str) -> str:
    """The web address that a rule's source has, if it is one that no reader of it refuses; else nothing."""
    found = _ADDRESS.search(source)
    return found.group().rstrip(".,;:?") if found and found.group().count("#") < 2 else ""


def rule_descriptor(rule: RuleFacts) -> dict[str, object]:
    """The reportingDescriptor of a rule; it has a `helpUri` where its source has an address that no reader of SARIF refuses."""
    help_text = f"{rule.rationale}\n\nSource: {rule.source}"
    found = address(rule.source)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.rationale},
        "help": {"text": help_text, "markdown": help_text},
        **({"helpUri": found} if found else {}),
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {
            "tags": ["copy", rule.code[:3]],
            "precision": rule.confidence.value,
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }
