"""What every rule has to have, ours and a plugin's, in Python or in a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.example import parsed
from copylint.rule import Example, Rule

CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
NAME = re.compile(r"(?!no-)[a-z0-9]+(?:-[a-z0-9]+)*")
LEAST_BAD = 2
LEAST_GOOD = 3
_QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"|«[^»]+»|(?<!\w)‘[^’]+’(?!\w)|(?<!\w)'[^']+'(?!\w)")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*")
_INNER_END = re.compile(r"[a-z0-9)”’][.!?][”’\"')]* +[“‘\"'(]?[A-Z]")


def problems(rule: Rule) -> tuple[str, ...]:
    """What is wrong with the facts of a rule, one sentence each; empty where all is well."""
    return tuple(problem for _, problem in keyed_problems(rule))


def keyed_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    """The same, each with the name of the field that it is about."""
    yield from _label_problems(rule)
    for key in ("summary", "rationale", "message", "source"):
        if not getattr(rule, key).strip():
            yield key, f'"{key}" is empty'
    if rule.summary.strip() and (_INNER_END.search(rule.summary) or not _SENTENCE_END.search(rule.summary.rstrip()[-3:])):
        yield "summary", "the summary is one sentence and ends with a full stop"
    yield from _bad_problems(rule)
    yield from _good_problems(rule)


def _label_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    for key, codes in (("code", (rule.code,)), ("aliases", rule.aliases), ("supersedes", rule.supersedes)):
        for code in codes:
            if not CODE.fullmatch(code):
                yield key, f'a code is three capitals and three digits, such as USE101, not "{code}"'
    if not NAME.fullmatch(rule.name):
        yield "name", f'a name is lower case with hyphens and says what is found, such as repeated-word, not "{rule.name}"'


def _bad_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    if len(rule.bad) < LEAST_BAD:
        yield "bad", f"a rule has at least {LEAST_BAD} bad examples; this one has {len(rule.bad)}"
    for number, example in enumerate(rule.bad, 1):
        try:
            marks = parsed(_text(example)).marks
        except ValueError as error:
            yield "bad", f"example {number}: {error}"
            continue
        if not marks:
            yield "bad", f"example {number} marks nothing; put what is found in braces"


def _good_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    if len(rule.good) < LEAST_GOOD:
        yield "good", f"a rule has at least {LEAST_GOOD} good examples; this one has {len(rule.good)}"
    if not any(_QUOTED.search(_text(example)) for example in rule.good):
        yield "good", "one of the good examples stands inside quotation marks"


def _text(example: Example | str) -> str:
    return example if isinstance(example, str) else example.text
