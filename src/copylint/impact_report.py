"""`copylint impact`: what rules did in an archive, for people and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from types import SimpleNamespace

from copylint.answer import FAILED, OK, Answer
from copylint.batch import cores
from copylint.desk import Desk
from copylint.errors import UsageError
from copylint.finding import Finding
from copylint.impact import Trial, codes_named, trials
from copylint.reporters import escaped
from copylint.reporters.column import shortened
from copylint.reporters.escape import shown_path
from copylint.reporters.mark import mark
from copylint.reporters.paint import BOLD, DIM, Paint
from copylint.reporters.record import failure_record, finding_record
from copylint.rule import Rule, Severity
from copylint.run import found_in

_MOST_WORDS = 5
_LONGEST = 40
_RULES_HEAD = ("rule", "", "marks", "stories", "in 1,000 stories", "quoted")
_DESKS_HEAD = ("desk", "stories", "marks now", "added", "replaced")


def answered(
    arguments: SimpleNamespace, desk: Desk, *, told: Callable[[int, int], None] | None, width: int, color: bool
) -> Answer:
    """The answer to `copylint impact`. Raises UsageError where there is no such rule or no copy, and PackError."""
    if arguments.samples < 0:
        raise UsageError("--samples takes a number from 0 on")
    codes = codes_named(arguments.rule, desk)
    found = found_in(arguments.corpus, desk)
    failed = tuple(map(str, found.failures))
    if not found.files:
        raise UsageError("; ".join(failed) or f"there is no copy in {', '.join(arguments.corpus)} that isn't excluded")
    done = trials(found.files, codes, desk, jobs=desk.config.jobs or cores(), told=told)
    impact = Impact(done, [desk.kit.rules[code] for code in codes], samples=arguments.samples, seed=arguments.seed)
    is_data = arguments.format == "json"
    names = arguments.corpus
    text = json.dumps(impact.data(names), indent=1) + "\n" if is_data else impact.text(names, Paint(color), width=width)
    notes = (*desk.notes, *failed, *map(str, impact.failures))
    return Answer(text, FAILED if failed or impact.failures else OK, notes)


class Impact:
    """What rules did in an archive, added up. `samples` are drawn by the seed alone: another story changes no other draw."""

    def __init__(self, trials: Sequence[Trial], rules: Sequence[Rule], *, samples: int, seed: str) -> None:
        self._rules, self._most, self._seed = rules, samples, seed
        self.failures = tuple(failure for trial in trials for failure in trial.failures)
        self._trials = tuple(trial for trial in trials if trial.desk)
        self.words = sum(trial.words for trial in self._trials)

    @property
    def stories(self) -> int:
        """How many stories could be read."""
        return len(self._trials)

    @cached_property
    def hits(self) -> tuple[Finding, ...]:
        """All that the rules mark."""
        return tuple(hit for trial in self._trials for hit in trial.hits)

    @cached_property
    def samples(self) -> tuple[Finding, ...]:
        """Some of the marks, in the order of the stories."""
        drawn = sorted(self.hits, key=self._lot)[: self._most]
        return tuple(sorted(drawn, key=lambda hit: (hit.path, hit.span, hit.code)))

    def _lot(self, hit: Finding) -> str:
        place = f"{self._seed}\0{hit.path}\0{hit.span.start}\0{hit.code}"
        return sha256(place.encode("utf-8", "surrogatepass")).hexdigest()

    def data(self, corpus: Sequence[str]) -> dict[str, object]:
        """All of it as plain values."""
        seconds, others = self._seconds
        return {
            "corpus": list(corpus),
            "stories": self.stories,
            "words": self.words,
            "marks": len(self.hits),
            "stories_with_marks": self._touched(self.hits),
            "per_1000_stories": round(self._rate(len(self.hits), self.stories), 3),
            "per_1000_words": round(self._rate(len(self.hits), self.words), 4),
            "quoted": sum(hit.is_quoted for hit in self.hits),
            "severities": {key.value: count for key, count in Counter(hit.severity for hit in self.hits).items()},
            "parts": dict(self._parts),
            "fixes": dict(Counter(hit.fix.value for hit in self.hits)),
            "words_marked": [{"text": text, "marks": count} for text, count in self._common(20)],
            "seconds": round(seconds, 4),
            "seconds_others": round(others, 4),
            "rules": [self._rule_data(rule) for rule in self._rules],
            "desks": [{"desk": desk, **numbers} for desk, numbers in self._desks.items()],
            "samples": [{**finding_record(hit), "excerpt": hit.excerpt.text if hit.excerpt else ""} for hit in self.samples],
            "failures": [failure_record(failure) for failure in self.failures],
        }

    def _rule_data(self, rule: Rule) -> dict[str, object]:
        hits = [hit for hit in self.hits if hit.code == rule.code]
        return {
            "code": rule.code,
            "name": rule.name,
            "preview": rule.preview,
            "styles": list(rule.styles),
            "marks": len(hits),
            "stories": self._touched(hits),
            "per_1000_stories": round(self._rate(len(hits), self.stories), 3),
            "quoted": sum(hit.is_quoted for hit in hits),
        }

    @staticmethod
    def _touched(hits: Iterable[Finding]) -> int:
        return len({hit.path for hit in hits})

    @staticmethod
    def _rate(count: int, base: int) -> float:
        return 1000 * count / base if base else 0.0

    @property
    def _parts(self) -> Mapping[str, int]:
        return dict(Counter(hit.excerpt.part if hit.excerpt else "" for hit in self.hits).most_common())

    @property
    def _seconds(self) -> tuple[float, float]:
        return sum(trial.seconds for trial in self._trials), sum(trial.others for trial in self._trials)

    def _common(self, most: int) -> list[tuple[str, int]]:
        return Counter(" ".join(hit.text.split()) or hit.text for hit in self.hits).most_common(most)

    @cached_property
    def _desks(self) -> dict[str, dict[str, int]]:
        """What the rules add, by desk."""
        found: dict[str, dict[str, int]] = {}
        for trial in sorted(self._trials, key=lambda trial: trial.desk):
            numbers = found.setdefault(trial.desk, {"stories": 0, "marks": 0, "added": 0, "replaced": 0})
            own = {"stories": 1, "marks": trial.marks, "added": trial.added, "replaced": trial.replaced}
            for key, count in own.items():
                numbers[key] += count
        return found

    def text(self, corpus: Sequence[str], paint: Paint, *, width: int) -> str:
        """All of it for a person."""
        parts = [self._head(corpus, paint), "\n".join(self._summary()), "", *self._tables(paint)]
        if self.samples:
            drawn = "all of them" if len(self.samples) == len(self.hits) else f"{len(self.samples)} of {len(self.hits):,}"
            parts += [paint(f"Samples: {drawn}", BOLD), *self._shown_samples(paint, width)]
        return "\n".join(parts).rstrip("\n") + "\n"

    def _head(self, corpus: Sequence[str], paint: Paint) -> str:
        names = f"{len(self._rules)} rules"
        if len(self._rules) == 1:
            (rule,) = self._rules
            names = f"{rule.code} {rule.name}{', in preview' if rule.preview else ''}"
        read = f"{_counted(self.stories, 'story', 'stories')}, {self.words:,} words in {escaped(', '.join(corpus))}"
        return f"{paint(names, BOLD)}: {read}\n"

    def _summary(self) -> Iterator[str]:
        hits, seconds, others = self.hits, *self._seconds
        rates = (self._rate(len(hits), self.stories), self._rate(len(hits), self.words))
        marks = f"{len(hits):,} in {_counted(self._touched(hits), 'story', 'stories')}"
        yield f"Marks        {marks}: {rates[0]:,.1f} in 1,000 stories, {rates[1]:.2f} in 1,000 words"
        if hits:
            labels = Counter(hit.severity for hit in hits)
            yield f"Severity     {_listed((severity.label, labels[severity]) for severity in reversed(Severity))}"
            quoted = sum(hit.is_quoted for hit in hits)
            yield f"Where        {_listed(self._parts.items())}; {quoted:,} in quotations ({quoted / len(hits):.0%})"
            yield f"Fixes        {_listed(Counter(hit.fix.value for hit in hits).most_common())}"
            words = ((f"“{shortened(text, room=_LONGEST)}”", count) for text, count in self._common(_MOST_WORDS))
            yield f"Most often   {_listed(words)}"
        share = f", {seconds / others:.1%} of what all else takes" if others else ""
        yield f"Time         {seconds:.2f} s of the processor, {1000 * seconds / max(1, self.stories):.2f} ms a story{share}"

    def _tables(self, paint: Paint) -> Iterator[str]:
        if len(self._rules) > 1:
            rows = [self._rule_row(self._rule_data(rule)) for rule in self._rules]
            found = sorted((row for row in rows if row[2] != "0"), key=lambda row: (-int(row[2].replace(",", "")), row[0]))
            yield from _table(_RULES_HEAD, found, 2, paint)
            if len(found) < len(rows):
                yield f"{len(rows) - len(found)} more {'mark' if len(rows) - len(found) > 1 else 'marks'} nothing."
            yield ""
        rows = [(escaped(desk), *(f"{number:,}" for number in numbers.values())) for desk, numbers in self._desks.items()]
        yield from _table(_DESKS_HEAD, rows, 1, paint)
        yield ""

    @staticmethod
    def _rule_row(data: Mapping[str, object]) -> tuple[str, ...]:
        keys = ("marks", "stories", "quoted")
        marks, stories, quoted = (f"{data[key]:,}" for key in keys)
        return (str(data["code"]), str(data["name"]), marks, stories, f"{data['per_1000_stories']:,.1f}", quoted)

    def _shown_samples(self, paint: Paint, width: int) -> Iterator[str]:
        last = ""
        for hit in self.samples:
            if hit.path != last:
                yield f"\n{paint(shown_path(hit.path), BOLD)}"
                last = hit.path
            yield f"\n{mark(hit, width=width, paint=paint)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], left: int, paint: Paint) -> Iterator[str]:
    """The lines of a table, so many columns of which are words."""
    table = [tuple(head), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for number, row in enumerate(table):
        cells = [
            cell.ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells).rstrip()
        yield line if number else paint(line, DIM)


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{count:,} {word}" for word, count in counts if count)


def _counted(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
