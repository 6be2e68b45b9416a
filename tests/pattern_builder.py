"""Builders for the tests of packs: a document, a rule, and what the rule finds there."""

from __future__ import annotations

from copylint.analysis import analyse
from copylint.document import Block, BlockKind, Document, Knowledge, Name, Source
from copylint.patterns.engine import PackChecker
from copylint.patterns.kind import PackRule
from copylint.patterns.pack import pack_rules
from copylint.rule import Fault, Match
from copylint.spans import Segment, Span


def a_table(**keys: object) -> dict[str, object]:
    """The table of a rule that is right, with some keys of its own; a key that is None is left out."""
    facts: dict[str, object] = {
        "code": "USE101",
        "name": "test-word",
        "kind": "existence",
        "summary": "A word is found.",
        "rationale": "It is a test.",
        "message": "“{text}” is found.",
        "severity": "error",
        "confidence": "high",
        "source": "house",
        "bad": ["A {word} here.", "A {word} there."],
        "good": ["Nothing.", "Nothing at all.", "“Nothing,” she said."],
    }
    if "kind" not in keys and not {"patterns", "entries"} & keys.keys():
        facts["patterns"] = ["word"]
    merged = {**facts, **{key.rstrip("_"): value for key, value in keys.items()}}
    return {key: value for key, value in merged.items() if value is not None}


def rules_of(*tables: dict[str, object]) -> tuple[PackRule, ...]:
    """The rules of a pack of these tables."""
    return pack_rules({"rule": list(tables)}, path="desk.toml")


def a_rule(**keys: object) -> PackRule:
    """One rule with some keys of its own."""
    return rules_of(a_table(**keys))[0]


def a_document(*blocks: str | tuple[str, str], gap: str = "\n\n", names: tuple[Name, ...] = ()) -> Document:
    """A document of these blocks: paragraphs, or pairs of kind and text."""
    text, made = "", []
    for block in blocks:
        kind, words = ("paragraph", block) if isinstance(block, str) else block
        text += gap if made else ""
        made.append(Block(BlockKind(kind), Span(len(text), len(text) + len(words))))
        text += words
    whole = Span(0, len(text))
    return analyse(Source("a.txt", "plain", text, text, (Segment(whole, whole),), tuple(made)), Knowledge(names=names))


def outcomes(rule: PackRule, document: Document) -> list[Match | Fault]:
    """What a rule yields, in its order."""
    return [outcome for _, outcome in PackChecker([rule]).run(document, frozenset({rule.rule.code}))]


def matches(rule: PackRule, document: Document) -> list[Match]:
    """What a rule finds, in the order of the text."""
    found = [outcome for outcome in outcomes(rule, document) if isinstance(outcome, Match)]
    return sorted(found, key=lambda match: match.span)


def found(rule: PackRule, *blocks: str | tuple[str, str]) -> list[str]:
    """The texts that a rule finds in a document of these blocks."""
    document = a_document(*blocks)
    return [match.span.of(document.prose) for match in matches(rule, document)]


def swapped(rule: PackRule, *blocks: str | tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """The texts that a rule finds, each with its replacements."""
    document = a_document(*blocks)
    return [(match.span.of(document.prose), match.replacements) for match in matches(rule, document)]
