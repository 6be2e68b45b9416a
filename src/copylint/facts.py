"""What every rule has to have, ours and a plugin's, in Python or in a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from copylint.document import BlockKind
from copylint.example import parsed
from copylint.lazy import lazy
from copylint.rule import Confidence, Example, Fix, Quotes, Rule, Severity
from copylint.typed import Any

CODE = lazy(r"[A-Z]{3}[0-9]{3}")
NAME = lazy(r"(?!no-)[a-z0-9]+(?:-[a-z0-9]+)*")
LEAST_BAD = 2
LEAST_GOOD = 3
_QUOTED = lazy(r"“[^”]+”|\"[^\"]+\"|«[^»]+»|(?<!\w)‘[^’]+’(?!\w)|(?<!\w)'[^']+'(?!\w)")
_SENTENCE_END = lazy(r"[.!?][”’\"')\]]*")
_INNER_END = lazy(r"[a-z0-9)”’][.!?][”’\"')]* +[“‘\"'(]?[A-Z]")


def problems(rule: Rule) -> tuple[str, ...]:
    """What is wrong with the facts of a rule, one sentence each; empty where all is well."""
    return tuple(problem for _, problem in keyed_problems(rule))


def keyed_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    """The same, each with the name of the field that it is about. Where types are wrong, nothing else is told."""
    wrong = tuple(_type_problems(rule))
    yield from wrong or _value_problems(rule)


def _type_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    from dataclasses import is_dataclass

    for key, (what, accepts) in _TYPES.items():
        value = getattr(rule, key)
        if not accepts(value):
            yield key, f'"{key}" takes {what}, not {_kind(value)}'
    if rule.options is not None and (isinstance(rule.options, type) or not is_dataclass(rule.options)):
        yield "options", f'"options" takes a dataclass with its defaults filled in, not {_kind(rule.options)}'


def _kind(value: object) -> str:
    """What a value is; for a collection also what is in it."""
    if isinstance(value, (tuple, frozenset)):
        return f"a {type(value).__name__} of {', '.join(sorted({type(item).__name__ for item in value})) or 'nothing'}"
    return f"the class {value.__name__}" if isinstance(value, type) else f"a {type(value).__name__}"


def _all(collection: type[Any], *kinds: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, collection) and all(isinstance(item, kinds) for item in value)


def _are_examples(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) or _is_example(item) for item in value)


def _is_example(item: object) -> bool:
    if not isinstance(item, Example):
        return False
    texts: tuple[object, ...] = (item.text, item.format, item.style, item.block)
    return all(isinstance(text, str) for text in texts) and isinstance(item.options, Mapping)


_STRING = ("a string", lambda value: isinstance(value, str))
_STRINGS = ("a tuple of strings", _all(tuple, str))
_EXAMPLES = ("a tuple of strings and Examples", _are_examples)
_TYPES: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    **dict.fromkeys(("code", "name", "summary", "rationale", "message", "source", "since"), _STRING),
    **dict.fromkeys(("aliases", "supersedes", "styles"), _STRINGS),
    **dict.fromkeys(("bad", "good"), _EXAMPLES),
    "severity": ("a Severity", lambda value: isinstance(value, Severity)),
    "confidence": ("a Confidence", lambda value: isinstance(value, Confidence)),
    "fix": ("a Fix", lambda value: isinstance(value, Fix)),
    "quotes": ("a Quotes", lambda value: isinstance(value, Quotes)),
    "blocks": ("a frozenset of BlockKinds", _all(frozenset, BlockKind)),
    "triggers": ("a frozenset of strings", _all(frozenset, str)),
    "check": ('a function or "module:name"', lambda value: value is None or isinstance(value, str) or callable(value)),
    "preview": ("True or False", lambda value: isinstance(value, bool)),
}


def _value_problems(rule: Rule) -> Iterator[tuple[str, str]]:
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
