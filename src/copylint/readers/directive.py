"""Suppression comments: `copylint: ignore PUN101 USE -- as the paper has it`."""

from __future__ import annotations

from copylint.document import Directive
from copylint.errors import did_you_mean
from copylint.lazy import lazy, re
from copylint.spans import Span

ACTIONS = ("ignore", "ignore-next", "off", "on", "ignore-file")
"""What a comment can ask for."""

_OURS = lazy(r"\s*copylint\b\s*(?P<colon>:?)(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_REASON = lazy(r"(?:^|\s)(?:--+|—|–)(?:\s|$)")
_GAP = lazy(r"[\s,]+")
_CODE = lazy(r"[A-Z]{3}(?:[0-9]{3})?|[a-z0-9]+(?:-[a-z0-9]+)*")
_SMALL_CODE = lazy(r"[a-z]{3}[0-9]{3}")


def directive(comment: str, raw: Span) -> Directive | None:
    """The directive in the text of a comment, malformed ones with their problem; None where it isn't for copylint."""
    found = _OURS.match(comment)
    if not found:
        return None
    order, *rest = _REASON.split(found["rest"], maxsplit=1)
    reason = " ".join(rest[0].split()) if rest else ""
    action, *codes = [word for word in _GAP.split(order) if word] or [""]
    problem = _problem(action, has_colon=bool(found["colon"])) or codes_problem(codes)
    return Directive(action, raw, () if problem else tuple(codes), reason, problem)


def codes_problem(codes: list[str]) -> str:
    """What is wrong with the first wrong code, or nothing."""
    for code in codes:
        if _SMALL_CODE.fullmatch(code):
            return f'"{code}" is written in capitals: "{code.upper()}"'
        if not _CODE.fullmatch(code):
            return f'"{code}" is no code (such as PUN101 or PUN) and no name of a rule (such as stray-full-stop)'
    return ""


def _problem(action: str, *, has_colon: bool) -> str:
    known = f"write one of {', '.join(ACTIONS)}"
    if not has_colon:
        return 'a colon is missing after "copylint": write "copylint: ignore PUN101"'
    if not action:
        return f'nothing follows "copylint:"; {known}'
    if action not in ACTIONS:
        return f'unknown action "{action}"{did_you_mean(action, ACTIONS)}; {known}'
    return ""
