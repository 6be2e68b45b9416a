"""A finding as an editor reads it: the paragraph, the words, one plain correction or question, the code last."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.finding import Finding, RelatedPlace
from copylint.lazy import lazy, re
from copylint.reporters.column import columns, shortened, wrapped
from copylint.reporters.escape import escaped
from copylint.reporters.excerpt import view
from copylint.reporters.paint import BOLD, DIM, OF_SEVERITY, Paint

_INDENT = "  "
_LABEL = 9  # "Correct" and two spaces
_LONGEST = 60  # columns of a replacement or of another place's words
_MOST = 3  # replacements, and other places, that are listed
_NARROWEST = 20  # columns left for words, however narrow the terminal
_PARTS = {"furniture": "Page", "related-link": "Link", "table-cell": "Table"}
_BLANKS = {"": "Delete it", " ": "Put one space", "\N{NO-BREAK SPACE}": "Put a no-break space"}
_DELETING = lazy(r"\b(?:delet|drop|remov|cut\b|take out|leave out)", re.IGNORECASE)


def mark(finding: Finding, *, width: int, paint: Paint) -> str:
    """The lines of a finding without a line feed at the end, fitted into so many columns."""
    lines = [*_paragraph(finding, width, paint), *_verdict(finding, width, paint)]
    beside = " " * (len(_INDENT) + _LABEL)
    room = max(_NARROWEST, width - len(beside))
    for text in (suggestion(finding), finding.note):
        lines += [beside + line for line in wrapped(text, room=room) if line]
    for text in elsewhere(finding):
        first, *rest = wrapped(text, room=room - 2)
        lines += [beside + paint(line, DIM) for line in (first, *(f"  {line}" for line in rest))]
    return "\n".join(lines)


def _paragraph(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    place = where(finding)
    head = f"{_INDENT}{place}  "
    shown = view(finding, room=max(_NARROWEST, width - len(head)))
    color = OF_SEVERITY[finding.severity]
    yield f"{_INDENT}{paint(place, DIM)}  {shown.before}{paint(shown.words, BOLD, color)}{shown.after}"
    space = len(head) + len(shown.underline) - len(shown.underline.lstrip(" "))
    yield " " * space + paint(shown.underline.lstrip(" "), color)


def where(finding: Finding) -> str:
    """The paragraph and the line of a finding."""
    line, excerpt = finding.start.line, finding.excerpt
    if excerpt is None:
        return f"Line {line}"
    if excerpt.paragraph:
        return f"Par {excerpt.paragraph} (line {line})"
    part = _PARTS.get(excerpt.part) or excerpt.part.replace("-", " ").capitalize()
    return f"{part} (line {line})" if part else f"Line {line}"


def _verdict(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    code = escaped(finding.code)
    room = max(_NARROWEST, width - len(_INDENT) - _LABEL - columns(code) - 2)
    first, *rest = wrapped(finding.message, room=room)
    label = finding.severity.label
    gap = " " * (_LABEL - len(label))
    end = " " * (room - columns(first) + 2)
    yield f"{_INDENT}{paint(label, BOLD, OF_SEVERITY[finding.severity])}{gap}{first}{end}{paint(code, DIM)}"
    yield from (" " * (len(_INDENT) + _LABEL) + line for line in rest)


def suggestion(finding: Finding) -> str:
    """The replacements that the message doesn't give; empty if it gives them all."""
    untold = [text for text in finding.replacements if not _is_told(text, finding.message)][:_MOST]
    if not untold:
        return ""
    if untold[0] in _BLANKS:
        return _BLANKS[untold[0]]
    choices = [f"“{shortened(text, room=_LONGEST)}”" for text in untold if text not in _BLANKS]
    if untold[0] != finding.replacements[0]:
        return f"Or {', '.join(choices)}"
    return f"{'Try' if finding.span.length else 'Add'} {' or '.join(choices)}"


def choice(replacement: str, finding: Finding) -> str:
    """What a person is offered to choose: to put these words there, or to take words out."""
    if replacement in _BLANKS:
        return _BLANKS[replacement]
    return f"{'Put' if finding.span.length else 'Add'} “{shortened(replacement, room=_LONGEST)}”"


def _is_told(replacement: str, message: str) -> bool:
    if not replacement:
        return _DELETING.search(message) is not None
    if f"“{replacement}”" in message or f"‘{replacement}’" in message:
        return True
    has_letters = any(map(str.isalnum, replacement))
    return has_letters and re.search(rf"(?<!\w){re.escape(replacement)}(?!\w)", message) is not None


def elsewhere(finding: Finding) -> Iterator[str]:
    """A line for each of the first other places, and how many more there are."""
    yield from (_place(place) for place in finding.related[:_MOST])
    more = len(finding.related) - _MOST
    if more > 0:
        yield f"and {more} more {'place' if more == 1 else 'places'}"


def _place(place: RelatedPlace) -> str:
    words = f": “{shortened(place.text, room=_LONGEST)}”" if place.text else ""
    return f"also line {place.start.line}{words}{', ' if place.note else ''}{place.note}"
