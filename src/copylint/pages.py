"""The pages of the rules in Markdown, one a family, made from the facts of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from copylint.errors import UsageError
from copylint.families import TITLES
from copylint.kit import Kit
from copylint.patterns.engine import PackChecker
from copylint.patterns.entry import Entry, EntrySpec
from copylint.patterns.sample import samples
from copylint.rule import Example, Fix, Rule
from copylint.selection import is_default
from copylint.tally import entries_by_code

_MADE = "This page is made by `copylint rules --pages`; change the rule and make it again."
_SHOWN = 15
"""So many entries of a rule are shown, spread over all."""
_TRIES = 12


def write_pages(kit: Kit, folder: Path) -> str:
    """What was written, in a line. Raises UsageError where the folder can't be written to."""
    made = pages(kit)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{folder} can't be written to: {error.strerror}") from error
    return f"{len(made)} pages are written to {folder}\n"


def pages(kit: Kit) -> Mapping[str, str]:
    """The text of each page by the name of its file: one a family, and one that leads to them."""
    entries = entries_by_code(kit)
    specs = {
        each.rule.code: each.spec.entries
        for checker in kit.checkers
        for each in (checker.pack_rules if isinstance(checker, PackChecker) else ())
        if isinstance(each.spec, EntrySpec)
    }
    families: dict[str, list[Rule]] = {}
    for rule in kit.rules.values():
        families.setdefault(rule.family, []).append(rule)
    made = {f"{family}.md": _joined(_page(family, rules, entries, specs)) for family, rules in sorted(families.items())}
    return {"README.md": _joined(_index(families, entries)), **made}


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _index(families: Mapping[str, Sequence[Rule]], entries: Mapping[str, int]) -> Iterator[str]:
    yield from ("# The rules", "", _MADE, "")
    yield from ("An entry is one pattern of a pack’s rule, or one rule in Python.", "")
    yield from ("| family | | rules | entries |", "|---|---|--:|--:|")
    for family, rules in sorted(families.items()):
        count = sum(entries[rule.code] for rule in rules)
        yield f"| [{family}]({family}.md) | {TITLES.get(family, '')} | {len(rules):,} | {count:,} |"
    yield f"| all | | {sum(map(len, families.values())):,} | {sum(entries.values()):,} |"


def _page(
    family: str, rules: Sequence[Rule], entries: Mapping[str, int], specs: Mapping[str, Sequence[Entry]]
) -> Iterator[str]:
    yield from (f"# {TITLES.get(family, family)} ({family})", "", _MADE, "")
    yield from ("| code | says | finds |", "|---|---|---|")
    for rule in rules:
        yield f"| [{rule.code}](#{_anchor(rule)}) | {_label(rule)} | {_cell(rule.summary)} |"
    for rule in rules:
        yield from ("", *_section(rule, entries[rule.code]), *_table(specs.get(rule.code, ())))


def _anchor(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}".lower()


def _label(rule: Rule) -> str:
    if rule.styles:
        return f"{rule.severity.label}, in the style of {', '.join(rule.styles)}"
    return rule.severity.label if is_default(rule) else f"{rule.severity.label}, when chosen"


def _section(rule: Rule, entries: int) -> Iterator[str]:
    yield from (
        f"## {rule.code} {rule.name}",
        "",
        _text(rule.summary),
        _text(rule.rationale),
        "",
        f"> {_text(rule.message)}",
        "",
    )
    facts = [_label(rule), f"confidence {rule.confidence.value}", f"{entries:,} entries" if entries > 1 else ""]
    facts.append(f"fix {rule.fix.value}" if rule.fix is not Fix.NONE else "")
    yield f"{' · '.join(filter(None, facts))}. Source: {_text(rule.source)}."
    for label, examples in (("Marked", rule.bad), ("Left alone", rule.good)):
        yield from ("", f"{label}:", "", "```text", *(line for each in examples for line in _lines(each)), "```")


def _lines(example: Example | str) -> Iterator[str]:
    """The lines of an example that aren't empty."""
    text = example if isinstance(example, str) else example.text
    return (line.rstrip() for line in text.splitlines() if line.strip())


def _table(entries: Sequence[Entry]) -> Iterator[str]:
    """Some of the entries of a rule, each as a text that it finds with what to write instead; nothing for a rule with few."""
    if len(entries) < _SHOWN:
        return
    spread = [entries[number * len(entries) // _SHOWN] for number in range(_SHOWN)]
    rows = [row for row in map(_row, spread) if row]
    if rows:
        yield from ("", f"Of its {len(entries):,} entries:", "", "| found | instead |", "|---|---|", *rows)


def _row(entry: Entry) -> str:
    """A row of the table: empty for an entry of which no short text can be made."""
    literals = [template.literal for template in entry.replacements]
    if entry.literal and None not in literals:
        return _filled(entry.literal, [text or "" for text in literals], entry.note)
    for sample in samples(entry.pattern.text, _TRIES):
        found = entry.pattern.compiled.match(f"{sample.before}{sample.text}{sample.after}", len(sample.before))
        if found is not None and found.group().strip() and len(found.group()) < _SHOWN * 3:
            texts = [template.filled(found.group, found.group()) for template in entry.replacements]
            return _filled(found.group(), texts, entry.note)
    return ""


def _filled(found: str, replacements: Sequence[str], note: str) -> str:
    instead = ", ".join(_cell(text) or "(nothing)" for text in dict.fromkeys(replacements))
    return f"| {_cell(found)} | {instead or _cell(note)} |"


def _cell(text: str) -> str:
    """A text for a cell of a table, which has one line."""
    return _text(" ".join(text.split())).replace("|", "\\|")


def _text(text: str) -> str:
    """A text that Markdown takes as it is."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>" else char for char in text)
