"""What comes out: findings, failures, and the report they stand in. All spans are raw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copylint.document import Document
from copylint.rule import Confidence, Fix, Severity
from copylint.spans import Position, Span
from copylint.values import dataclass, field


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place a finding is about."""

    span: Span
    start: Position
    end: Position
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a story that a finding stands in, as the file has it.

    `text` is its raw text, `start` its raw offset, `paragraph` its number among the paragraphs of the running copy, counted
    from 1, or 0 where it is none of them; `part` is then the kind of block that it is, such as `headline`.
    """

    text: str
    start: int
    paragraph: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One mark: a match, placed in its file.

    `span` counts code points in the raw text, `start` and `end` are its line and column; `text` is the raw text at the span.
    `reserved` are the characters that can't be written there; None: nothing can.
    """

    path: str
    code: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    span: Span
    start: Position
    end: Position
    text: str
    replacements: tuple[str, ...] = ()
    fix: Fix = Fix.NONE
    related: tuple[RelatedPlace, ...] = ()
    note: str = ""
    score: float | None = None
    item: str = ""
    excerpt: Excerpt | None = None
    is_quoted: bool = False
    reserved: str | None = ""

    def takes(self, new: str) -> bool:
        """Whether a text can be put in the place of the words; in some formats it would mean something else, or break them."""
        return self.reserved is not None and not any(character in self.reserved for character in new)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be done: a file not read, a rule or a plugin that raised. `code` is the rule's, if any."""

    path: str
    message: str
    code: str = ""

    def __str__(self) -> str:
        """What the user is told of it, in a line."""
        return f"{self.path}: {self.message}" if self.path else self.message


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file gave: its findings in order, its failures, and how many words and characters were read.

    `unused` are entries of a config that were to leave out a finding here and found none, each as config file, line, and what
    it names.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    words: int = 0
    characters: int = 0
    suppressed: int = 0
    unused: tuple[tuple[str, int, str], ...] = ()


def joined(path: str, reports: Sequence[FileReport]) -> FileReport:
    """One report on a file of those on its stories, in order."""
    if len(reports) == 1:
        return reports[0]
    unused = [set(report.unused) for report in reports]
    return FileReport(
        path=path,
        findings=tuple(finding for report in reports for finding in report.findings),
        failures=tuple(dict.fromkeys(failure for report in reports for failure in report.failures)),
        words=sum(report.words for report in reports),
        characters=max((report.characters for report in reports), default=0),
        suppressed=sum(report.suppressed for report in reports),
        unused=tuple(sorted(set.intersection(*unused))) if unused else (),
    )


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """The facts of a rule that a report quotes."""

    code: str
    name: str
    summary: str
    rationale: str
    source: str
    severity: Severity
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Original:
    """The story of a file, and how many bytes of a byte-order mark stand before it there."""

    document: Document
    mark: int = 0


def _no_original(_: str) -> Original | None:
    return None


@dataclass(frozen=True, slots=True)
class Report:
    """All files of a run, in path order, the failures of no file, and the facts of the rules that found something.

    `has_baseline` tells that marks which were there before are put aside, so that what is left is new.
    `original` gives the story at a path, read anew, or None; few reporters ask for it, by way of `story`.
    """

    files: tuple[FileReport, ...]
    failures: tuple[Failure, ...] = ()
    rules: tuple[RuleFacts, ...] = ()
    version: str = ""
    seconds: float = 0.0
    has_baseline: bool = False
    original: Callable[[str], Original | None] = field(default=_no_original, repr=False, compare=False)

    def story(self, file: FileReport) -> Original | None:
        """The story of a file; None where it can't be had, or isn't any more the one that the findings were made in."""
        found = self.original(file.path)
        if found is None or any(finding.span.of(found.document.source.raw) != finding.text for finding in file.findings):
            return None
        return found

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, file by file."""
        return tuple(finding for file in self.files for finding in file.findings)

    @property
    def all_failures(self) -> tuple[Failure, ...]:
        """Every failure: those of the run, then file by file."""
        return self.failures + tuple(failure for file in self.files for failure in file.failures)
