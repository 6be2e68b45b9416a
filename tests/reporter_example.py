"""A made-up story and what could be found in it, for the tests of the reporters."""

from __future__ import annotations

from copylint.finding import Excerpt, Failure, FileReport, Finding, RelatedPlace, Report, RuleFacts
from copylint.rule import Confidence, Severity
from copylint.spans import LineIndex, Span

PARAGRAPHS = (
    "HARBOUR BOARD PICKS A NEW CHIEF",
    "The harbour board, which had for months put off naming a successor to its long-serving chief, on Tuesday chose "
    "Maren Oduya, a former pilot, and said the tactics of delay. had served nobody on the quays or in the town.",
    "In contrary, the unions said.",
    "東京都は火曜日、新しい港湾計画を発表した。計画には三つの桟橋と一つの防波堤が含まれる。予算は二百億円とされているが、詳細は明らかにされていない。",
    "Around 100 people were hurt when the\r\nstands gave way, and the cafe\u0301 by the gate was shut.",
    "She said nothing further about the plan",
    "It pays  twice.",
)


def a_finding(words: str = "delay. had", *, excerpt: bool = True, path: str = "stories/harbour.md", **facts: object) -> Finding:
    """A finding at the first place of the words in the story; without words, at the end of the last but one paragraph."""
    raw = "\r\n\r\n".join(PARAGRAPHS)
    start = raw.index(words) if words else raw.index("\r\n\r\nIt pays")
    span = Span(start, start + len(words))
    number = next(n for n, text in enumerate(PARAGRAPHS) if _start(n) <= start <= _start(n) + len(text))
    defaults: dict[str, object] = {
        "code": "PUN101",
        "name": "stray-full-stop",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "message": "Full stop in mid-sentence. Delete it?",
        "excerpt": Excerpt(PARAGRAPHS[number], _start(number), number, "" if number else "headline") if excerpt else None,
    }
    index = LineIndex.of(raw)
    place = {"span": span, "start": index.position(span.start), "end": index.position(span.end)}
    return Finding(path=path, text=words, **(place | defaults | facts))


def a_place(words: str, note: str = "") -> RelatedPlace:
    """Another place of the story."""
    found = a_finding(words)
    return RelatedPlace(found.span, found.start, found.end, words, note)


def a_report(*findings: Finding, failures: tuple[Failure, ...] = ()) -> Report:
    """A report with one file for each path of the findings, the facts of their rules, and failures of no file."""
    paths = sorted({finding.path for finding in findings})
    files = (FileReport(path, tuple(f for f in findings if f.path == path), words=90, characters=500) for path in paths)
    facts = {f.code: RuleFacts(f.code, f.name, "What.", "Why.", "house", f.severity, f.confidence) for f in findings}
    return Report(tuple(files), failures, tuple(facts[code] for code in sorted(facts)), version="0.1.0", seconds=1.5)


def an_example() -> Report:
    """A report with something of everything."""
    warning, query = Severity.WARNING, Severity.QUERY
    return a_report(
        a_finding("Around 100", code="ATT114", severity=query, message="Who says around 100 were hurt? No source is named."),
        a_finding(replacements=("delay had",)),
        a_finding(
            "In contrary",
            code="USE101",
            message="“In contrary” is no idiom. Did you mean “By contrast”?",
            replacements=("By contrast", "In contrast", "On the contrary"),
        ),
        a_finding(
            "HARBOUR BOARD",
            code="HED101",
            severity=query,
            message="The headline says board, the unions say authority. Which?",
            related=(a_place("harbour board", "first named here"), a_place("Maren Oduya")),
        ),
        a_finding(
            "二百億円",
            code="NUM101",
            severity=warning,
            message="Which year’s money is it? An old sum is worth less today, and the desk of 東京都は火曜日 agrees.",
            note="House style, sums of money.",
        ),
        a_finding("the\r\nstands", code="PUN120", severity=warning, message="Which stands?"),
        a_finding("cafe\u0301", code="SPL101", severity=warning, message="No accent is needed.", replacements=("cafe",)),
        a_finding("", code="PUN110", message="The paragraph just ends.", replacements=(".",)),
        a_finding("  ", code="PUN130", path="stories/pay.md", message="Two spaces.", replacements=(" ",)),
        failures=(
            Failure("c.md", "it isn’t UTF-8"),
            Failure("stories/pay.md", "KeyError: 1", "NUM102"),
            Failure("", "plugin desk: no"),
        ),
    )


def _start(number: int) -> int:
    return sum(len(text) + 4 for text in PARAGRAPHS[:number])
