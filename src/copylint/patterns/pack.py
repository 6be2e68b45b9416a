"""Reads the rules of a pack: every key known, every fact there, every pattern sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from copylint.document import COPY, BlockKind
from copylint.errors import CopylintError, PackError
from copylint.facts import CODE, keyed_problems
from copylint.lazy import lazy
from copylint.patterns.kind import KINDS, PackRule
from copylint.patterns.loop import check_loops
from copylint.patterns.reading import RuleTable
from copylint.rule import Confidence, Example, Fix, Quotes, Rule, Severity
from copylint.tables import Table

_COMMON = (
    *("code", "name", "kind", "summary", "rationale", "message", "severity", "confidence", "source", "bad", "good", "fix"),
    *("quotes", "blocks", "since", "styles", "preview", "supersedes", "aliases", "case", "bounds", "except"),
)
_FIELDS = {"text", "replacement", "note"}
_OWN_FIELDS = {"repetition": {"first"}, "consistency": {"forms"}, "occurrence": {"count", "limit"}}
_FIELD = lazy(r"\{(\w+)\}")


def pack_rules(table: Mapping[str, object], *, path: str) -> tuple[PackRule, ...]:
    """The rules of a parsed pack, in order. Raises PackError, with file, rule and key, for the first thing that is wrong."""
    pack = Table(table, _failing(path, ""))
    pack.only(("rule", "name", "knowledge"))
    rules = tuple(_pack_rule(item, path, f"rule {number}") for number, item in enumerate(pack.tables("rule"), 1))
    check_unique(rules)
    check_loops(rules)
    return rules


def check_unique(rules: Iterable[PackRule]) -> None:
    """Nothing. Raises PackError where two rules share a code or a name, an alias counting as a code."""
    seen: dict[str, PackRule] = {}
    for rule in rules:
        for key, label in (("code", rule.rule.code), ("name", rule.rule.name), *(("aliases", a) for a in rule.rule.aliases)):
            other = seen.setdefault(label, rule)
            if other is not rule:
                where = f" in {other.path}" if other.path != rule.path else ""
                message = f'"{label}" is taken by {other.rule.code} ({other.rule.name}){where}'
                raise PackError(message, path=rule.path, rule=rule.rule.code, key=key)


def _failing(path: str, rule: str) -> Callable[[str, str], CopylintError]:
    return lambda key, message: PackError(message, path=path, rule=rule, key=key)


def _pack_rule(item: Mapping[str, object], path: str, place: str) -> PackRule:
    code = item.get("code")
    label = code if isinstance(code, str) and CODE.fullmatch(code) else place
    table = Table(item, _failing(path, label))
    kind = table.choice("kind", KINDS)
    table.only((*_COMMON, *KINDS[kind].keys))
    rule = _rule(table)
    for key, problem in keyed_problems(rule):
        raise table.fail(key, problem)
    _check_message(table, rule, kind)
    case_sensitive = table.choice("case", ("ignore", "match"), "ignore") == "match"
    reading = RuleTable(table, case_sensitive, table.flag("bounds", True))
    return PackRule.of(rule, kind, KINDS[kind].read(reading), reading.patterns("except"), path)


def _rule(table: Table) -> Rule:
    return Rule(
        code=table.string("code"),
        name=table.string("name"),
        summary=table.string("summary"),
        rationale=table.string("rationale"),
        message=table.string("message"),
        severity=Severity(table.choice("severity", [item.value for item in Severity])),
        confidence=Confidence(table.choice("confidence", [item.value for item in Confidence])),
        source=table.string("source"),
        bad=_examples(table, "bad"),
        good=_examples(table, "good"),
        fix=Fix(table.choice("fix", [item.value for item in Fix], Fix.NONE.value)),
        quotes=Quotes(table.choice("quotes", [item.value for item in Quotes], Quotes.SKIP.value)),
        blocks=_blocks(table),
        since=table.string("since", "0.1.0"),
        aliases=table.strings("aliases"),
        supersedes=table.strings("supersedes"),
        styles=table.strings("styles"),
        preview=table.flag("preview", False),
    )


def _blocks(table: Table) -> frozenset[BlockKind]:
    if "blocks" not in table.data:
        return COPY
    kinds = [kind.value for kind in BlockKind]
    values = table.strings("blocks")
    for value in values:
        Table({"blocks": value}, table.fail).choice("blocks", kinds)
    if not values:
        raise table.fail("blocks", "a rule looks at one kind of block or more")
    return frozenset(map(BlockKind, values))


def _examples(table: Table, key: str) -> tuple[Example | str, ...]:
    value = table.data.get(key, ())
    if not isinstance(value, (list, tuple)):
        raise table.fail(key, f'"{key}" takes a list of examples')
    return tuple(item if isinstance(item, str) else _example(table, key, item, number) for number, item in enumerate(value, 1))


def _example(table: Table, key: str, item: object, number: int) -> Example:
    def fail(part: str, message: str) -> CopylintError:
        return table.fail(f"{key} {number}", f"{part}: {message}")

    if not isinstance(item, Mapping):
        raise table.fail(key, f"example {number} is neither a string nor a table")
    own = Table(item, fail)
    own.only(("text", "format", "options", "style", "block"))
    return Example(
        text=own.string("text"),
        format=own.string("format", ""),
        options=own.table("options"),
        style=own.string("style", ""),
        block=own.choice("block", [kind.value for kind in BlockKind], BlockKind.PARAGRAPH.value),
    )


def _check_message(table: Table, rule: Rule, kind: str) -> None:
    known = _FIELDS | _OWN_FIELDS.get(kind, set())
    for field in _FIELD.findall(rule.message):
        if field not in known:
            raise table.fail("message", f'"{{{field}}}" is nothing that this kind of rule tells; it tells {_listed(known)}')


def _listed(fields: Iterable[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in sorted(fields))
