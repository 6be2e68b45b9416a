"""The marks that a desk knew of when it began, and has put aside: a file with a line for each.

A mark is known again by its code, its sentence, and how many marks of that code the sentence has had already; no word of the
copy stands in the file, and no line number. See docs/decisions/0012-fixes-and-baseline.md.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from copylint.errors import ConfigError
from copylint.finding import FileReport, Finding
from copylint.lazy import lazy, re
from copylint.values import dataclass, replace

HEADER = "# copylint baseline 1: marks that are put aside; delete lines or prune, and add none by hand"
_LINE = lazy(r"(?P<code>[A-Z]{3}[0-9]{3}) (?P<digest>[0-9a-f]{24}) (?P<path>.+)")
_MERGE = lazy(r"<{7}|={7}$|>{7}|\|{7}")
_ODD = lazy("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPE = lazy(r"\\u([0-9a-f]{4})")
_STOP = lazy(r"[.!?…][\"'”’)\]»]*\s+")
_WORD = lazy(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A mark that is put aside. `path` counts from the folder of the file it stands in, its parts parted by `/`."""

    path: str
    code: str
    digest: str


def digests(findings: Iterable[Finding]) -> tuple[str, ...]:
    """What each mark of a file is known by, beside its code."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for finding in findings:
        key = (finding.code, _normal(_sentence(finding)))
        found.append(sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()[:24])
        seen[key] += 1
    return tuple(found)


def _sentence(finding: Finding) -> str:
    """The piece of the paragraph between two stops that the mark stands in; the same whatever is known of abbreviations."""
    if finding.excerpt is None:
        return finding.text
    text, offset = finding.excerpt.text, finding.excerpt.start
    cuts = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    first = max(cut for cut in cuts if cut <= max(0, finding.span.start - offset))
    return text[first : min(cut for cut in cuts if cut >= min(len(text), max(first, finding.span.end - offset)))]


def _normal(text: str) -> str:
    """The words of a sentence, so that who mends its commas and spaces doesn't wake its other marks; of mere marks, those."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_WORD.findall(folded) or folded.split())


def written(entries: Iterable[Entry]) -> str:
    """The file with these entries, a line each, by path."""
    lines = (f"{entry.code} {entry.digest} {_ODD.sub(_escaped, entry.path)}" for entry in sorted(set(entries)))
    return "".join(f"{line}\n" for line in (HEADER, *lines))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def read(file: Path) -> frozenset[Entry]:
    """The entries of a file. Raises ConfigError for one that can't be read, or isn't such a file."""
    try:
        lines = file.read_bytes().decode("utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise ConfigError("there is no such file; copylint baseline write makes it", path=str(file), key="baseline") from error
    except OSError as error:
        raise ConfigError(f"it can't be read: {error.strerror}", path=str(file), key="baseline") from error
    except UnicodeDecodeError as error:
        raise ConfigError("it is damaged: not UTF-8", path=str(file), key="baseline") from error
    if not any(line.startswith("# copylint baseline 1") for line in lines):
        raise ConfigError(f'it is no baseline: no line begins "{HEADER[:21]}"', path=str(file), key="baseline")
    return frozenset(_entries(file, lines))


def _entries(file: Path, lines: Sequence[str]) -> Iterator[Entry]:
    for number, line in enumerate((line.removesuffix("\r") for line in lines), start=1):
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            what = "a merge left its marks here; keep both sides" if _MERGE.match(line) else f'"{line[:40]}" is no entry'
            raise ConfigError(f"it is damaged: {what}", path=str(file), key="baseline", line=number)
        path = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), found["path"])
        yield Entry(path, found["code"], found["digest"])


class Known:
    """The entries of a file, and which of them were met in a run."""

    def __init__(self, file: Path, entries: Iterable[Entry]) -> None:
        self.file, self.entries = file, frozenset(entries)
        self.met: dict[str, set[Entry]] = {}
        """By the path of each file checked, as its entries have it: those met in it."""
        self._folder = Path(os.path.realpath(file.parent))
        self._by_mark: dict[tuple[str, str], list[Entry]] = {}
        for entry in sorted(self.entries):
            self._by_mark.setdefault((entry.code, entry.digest), []).append(entry)

    def entries_of(self, report: FileReport) -> tuple[Entry, ...]:
        """An entry for each mark of a file."""
        path = self.path_of(report.path)
        return tuple(Entry(path, f.code, mark) for f, mark in zip(report.findings, digests(report.findings), strict=True))

    def path_of(self, path: str) -> str:
        """The path of a file as its entries have it."""
        given = Path(path)
        return Path(os.path.relpath(Path(os.path.realpath(given.parent)) / given.name, self._folder)).as_posix()

    def sifted(self, report: FileReport) -> FileReport:
        """The report on a file without the marks that are known."""
        if not self.entries:
            return report
        path = self.path_of(report.path)
        met = self.met[path] = set()
        kept = []
        for finding, own in zip(report.findings, self.entries_of(report), strict=True):
            entry = own if own in self.entries else self._moved(own)
            if entry is None:
                kept.append(finding)
            else:
                met.add(entry)
        return replace(report, findings=tuple(kept))

    def _moved(self, own: Entry) -> Entry | None:
        """The entry for the same mark in a file that is no more, for this one may be that file by another name."""
        for entry in self._by_mark.get((own.code, own.digest), ()):
            is_taken = any(entry in met for path, met in self.met.items() if path != own.path)
            if not is_taken and not os.path.lexists(self._folder / entry.path):
                return entry
        return None

    def is_gone(self, entry: Entry) -> bool:
        """Whether the file of an entry is no more."""
        return not os.path.lexists(self._folder / entry.path)
