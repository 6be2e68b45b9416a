"""A rule: facts, optional triggers, and one pure check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum

from copylint.document import COPY, BlockKind, Document
from copylint.spans import Span
from copylint.typed import Any, Protocol
from copylint.values import dataclass, field


class Severity(str, Enum):
    """How a desk would say it: Ask (query), Check (warning), Correct (error)."""

    QUERY = "query"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a query, 1 for a warning, 2 for an error."""
        return ("query", "warning", "error").index(self.value)

    @property
    def label(self) -> str:
        """The word an editor reads."""
        return ("Ask", "Check", "Correct")[self.rank]


class Confidence(str, Enum):
    """How often a finding is right, measured on real copy: high 95 of 100, medium 85, low less."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Fix(str, Enum):
    """Whether a replacement may be applied: none, unsafe (may change the meaning), safe."""

    NONE = "none"
    UNSAFE = "unsafe"
    SAFE = "safe"


class Quotes(str, Enum):
    """Whether a rule looks inside quotations."""

    SKIP = "skip"
    ONLY = "only"
    INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, with a word on why (“first named here”)."""

    span: Span
    note: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule yields: where, what to write instead, and what the message needs.

    `details` fill the message's fields beside `{text}` and `{replacement}`. `severity` and `fix` may only be weaker than the
    rule's. `score` is the rule's own certainty, 0 to 1.
    """

    span: Span
    replacements: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    score: float | None = None
    note: str = ""
    severity: Severity | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that could not finish on a text: one that raised, or ran out of time."""

    message: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule at work.

    In `bad`, `{flagged => replacement}` or `{flagged}` marks what is found; a literal brace is doubled. Each paragraph is
    a block of kind `block`, unless `format` is given: then that reader reads it.
    """

    text: str
    format: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    style: str = ""
    block: str = "paragraph"


Check = Callable[..., Iterable[Match]]
"""`check(document)`, or `check(document, options)` for a rule with options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The facts of a rule, each written once; help, docs and tests are made of them.

    `check` is the function or `module:name`; None where the linter itself makes the findings, or a pack's engine does.
    `triggers` are lower-case words or characters without which the check finds nothing; empty: always run it. `options` is
    a frozen dataclass whose defaults are the defaults. `styles` names the house styles that switch the rule on; it is off
    without them. `preview` keeps it out of the default run. `supersedes` are codes whose overlapping findings it replaces.
    """

    code: str
    name: str
    summary: str
    rationale: str
    message: str
    severity: Severity
    confidence: Confidence
    source: str
    bad: tuple[Example | str, ...]
    good: tuple[Example | str, ...]
    fix: Fix = Fix.NONE
    quotes: Quotes = Quotes.SKIP
    blocks: frozenset[BlockKind] = COPY
    since: str = "0.1.0"
    options: Any = None  # a frozen dataclass of the rule's own
    triggers: frozenset[str] = frozenset()
    check: Check | str | None = None
    aliases: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    preview: bool = False

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class Card:
    """What a rule goes by and what decides whether it runs, so that its other facts need not be read."""

    code: str
    name: str
    aliases: tuple[str, ...]
    severity: Severity
    confidence: Confidence
    styles: tuple[str, ...]
    preview: bool

    @classmethod
    def of(cls, rule: Rule) -> Card:
        """The card of a rule."""
        return cls(rule.code, rule.name, rule.aliases, rule.severity, rule.confidence, rule.styles, rule.preview)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the rule may be called by."""
        return (self.code, self.name, *self.aliases)


def written_card(card: Card) -> tuple[object, ...]:
    """A card as plain data."""
    return (card.code, card.name, card.aliases, card.severity.value, card.confidence.value, card.styles, card.preview)


def stored_card(data: tuple[Any, ...]) -> Card:
    """The card that was written as these data; `Any`: each field has a type of its own."""
    code, name, aliases, severity, confidence, styles, preview = data
    return Card(code, name, aliases, Severity(severity), Confidence(confidence), styles, preview)


class RuleBook(Mapping[str, Rule]):
    """Rules by code, in the order of the codes; each is read when it is first asked for."""

    def __init__(self, sources: Mapping[str, Callable[[], Rule]]) -> None:
        self._sources = {code: sources[code] for code in sorted(sources)}
        self._read: dict[str, Rule] = {}

    def __getitem__(self, code: str) -> Rule:
        if code not in self._read:
            self._read[code] = self._sources[code]()
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


class Checker(Protocol):
    """The one thing the linter runs: a Python rule is one, a whole compiled pack is one."""

    @property
    def codes(self) -> frozenset[str]:
        """The codes that `run` may yield."""

    def run(self, document: Document, enabled: frozenset[str]) -> Iterator[tuple[str, Match | Fault]]:
        """Code and match of each place where an enabled rule finds something."""
