"""A row of a proof in HTML: the text with its marks on the left, their notes on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copylint.finding import Finding, RuleFacts
from copylint.reporters.html_story import OUTSIDE, Mark, Row
from copylint.reporters.html_text import on_one_line, shown
from copylint.reporters.mark import elsewhere, suggestion, where
from copylint.rule import Severity

_LONGEST_WORD = 24  # of a longer one, so many letters stay on one line with the number behind it
_TAGS = {"headline": "h3", "subhead": "h4", "block-quote": "blockquote"}


def row_lines(row: Row, story: int, facts: Mapping[str, RuleFacts]) -> Iterator[str]:
    """The lines of a row; `story` is the number of its story on the page."""
    tag = _TAGS.get(row.part, "p")
    language = f' lang="{shown(row.language)}"' if row.language and row.language != "en" else ""
    yield f'<div class="row{" marked" if row.marks else ""}">'
    yield f'<span class="gutter" aria-hidden="true">{row.number or ""}</span>'
    yield f'<{tag} class="text {row.part}" dir="auto"{language}>{_text(row, story)}</{tag}>'
    notes = [mark for mark in row.marks if mark.is_first]
    if notes:
        name = f"Notes on paragraph {row.number}" if row.number else f"Notes on the {row.part.replace('-', ' ')}"
        yield f'<div class="notes" role="group" aria-label="{"Notes" if row.part == OUTSIDE else shown(name)}">'
        for mark in notes:
            yield from _note(mark, story, facts.get(mark.finding.code))
        yield "</div>"
    yield "</div>"


def _text(row: Row, story: int) -> str:
    """The text cut where a mark begins or ends; after each mark its number, as a button."""
    parts: list[str] = []
    waiting = sorted(row.marks, key=lambda mark: mark.start, reverse=True)
    begun: list[Mark] = []
    at = 0
    for edge in sorted({mark.start for mark in row.marks} | {mark.end for mark in row.marks} | {len(row.text)}):
        numbers = [_number(mark, story) for mark in begun if mark.end == edge and mark.is_last]
        parts += _piece(row.text[at:edge], begun, story, numbers)
        begun = [mark for mark in begun if mark.end > edge]
        while waiting and waiting[-1].start == edge:
            mark = waiting.pop()
            if mark.end > edge:
                begun.append(mark)
            else:
                parts += _piece("", [mark], story, [_number(mark, story)])
        at = edge
    return "".join(parts)


def _piece(text: str, marks: Sequence[Mark], story: int, numbers: Sequence[str]) -> Iterator[str]:
    """A text with the marks that cover it; the numbers of those that end there stay on one line with its last word."""
    if not numbers:
        yield _marked(text, marks, story) if text else ""
        return
    cut = max(text.rstrip(" ").rfind(" ") + 1, len(text) - _LONGEST_WORD)
    yield _marked(text[:cut], marks, story) if cut else ""
    yield f'<span class="tail">{_marked(text[cut:], marks, story)}{"".join(numbers)}</span>'


def _marked(text: str, marks: Sequence[Mark], story: int) -> str:
    if not marks:
        return on_one_line(text)
    worst = max(marks, key=lambda mark: mark.finding.severity.rank)
    ids = " ".join(_id(mark, story) for mark in marks)
    return f'<mark class="{"" if text else "point "}{_kind(worst.finding)}" data-marks="{ids}">{on_one_line(text)}</mark>'


def _number(mark: Mark, story: int) -> str:
    name = f"Mark {mark.number}, {mark.finding.severity.label}: {mark.finding.message}"
    return (
        f'<button type="button" class="ref {_kind(mark.finding)}" id="r{_id(mark, story)}" data-mark="{_id(mark, story)}"'
        f' aria-label="{on_one_line(name)}" aria-controls="n{_id(mark, story)}">{mark.number}</button>'
    )


def _note(mark: Mark, story: int, facts: RuleFacts | None) -> Iterator[str]:
    finding, name = mark.finding, _id(mark, story)
    yield (
        f'<div class="note {_kind(finding)}" role="note" id="n{name}" tabindex="-1" aria-labelledby="v{name}"'
        f' data-mark="{name}" data-severity="{_kind(finding)}" data-family="{shown(finding.code[:3])}">'
    )
    yield (
        f'<p class="verdict"><button type="button" class="number" data-mark="{name}"'
        f' aria-label="Back to mark {mark.number} in the text">{mark.number}</button>'
        f' <strong id="v{name}">{finding.severity.label}</strong>'
        f' <span class="where">{shown(where(finding))}</span> <span class="code">{shown(finding.code)}</span></p>'
    )
    yield f'<p class="message">{on_one_line(finding.message)}</p>'
    for kind, text in (("try", suggestion(finding)), ("more", finding.note)):
        if text:
            yield f'<p class="{kind}">{on_one_line(text)}</p>'
    yield from (f'<p class="more">{on_one_line(text)}</p>' for text in elsewhere(finding))
    if facts is not None:
        yield f"<details><summary>Why?</summary><p>{on_one_line(facts.rationale)}</p>"
        yield f'<p class="source">{_source(facts)}</p></details>'
    yield "</div>"


def _source(facts: RuleFacts) -> str:
    return "House rule." if facts.source == "house" else f"From: {on_one_line(facts.source)}"


def _kind(finding: Finding) -> str:
    return {Severity.ERROR: "correct", Severity.WARNING: "check", Severity.QUERY: "ask"}[finding.severity]


def _id(mark: Mark, story: int) -> str:
    return f"{story}-{mark.number}"
