"""What is read and what is known of it: plain values, and the protocol that rules see.

All spans are spans of the prose unless a field says raw.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from copylint.spans import Segment, Span
from copylint.typed import Protocol
from copylint.values import dataclass, field
from copylint.words import Words


class BlockKind(str, Enum):
    """The part of an article that a block is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BLOCK_QUOTE = "block-quote"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED_LINK = "related-link"
    FURNITURE = "furniture"


BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.STANDFIRST})
"""The blocks that hold running copy."""
COPY = frozenset(BlockKind) - {BlockKind.RELATED_LINK, BlockKind.FURNITURE}
"""Every block but page furniture and links to other stories."""
UNSPOKEN = frozenset({BlockKind.FURNITURE, BlockKind.RELATED_LINK, BlockKind.CREDIT})
"""The blocks in which nobody says anything."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of an article. `level` is a subhead's depth (1 to 6, 0: unknown)."""

    kind: BlockKind
    span: Span
    level: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `block` is the index of the block it stands in."""

    span: Span
    block: int


class TokenKind(int, Enum):
    """What a token is."""

    WORD = 1
    NUMBER = 2
    MARK = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text in flat arrays of one length: no object a token.

    A word keeps its inner apostrophes and hyphens (`didn’t`, `US-trained`, `U.S.`), a number its separators (`1,000.5`);
    any other code point that is no white space is a mark by itself.
    """

    starts: array[int]
    ends: array[int]
    kinds: bytes

    def __len__(self) -> int:
        return len(self.kinds)

    def span(self, index: int) -> Span:
        """The span of a token."""
        return Span(self.starts[index], self.ends[index])

    def within(self, span: Span) -> range:
        """The indices of the tokens that lie wholly inside a span."""
        from bisect import bisect_left, bisect_right

        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, its marks included. One that runs over paragraphs has one part a paragraph in `parts`.

    `inside` is the text between the first and the last mark; `speaker` is the span of the speaker's name where one was
    found; `is_closed` is false for one that ends with its paragraph and without a mark.
    """

    span: Span
    inside: Span
    parts: tuple[Span, ...]
    is_single: bool = False
    is_closed: bool = True
    speaker: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of somebody or something. `entity` is the id of the entity; `surface` is as it stands in the text."""

    span: Span
    entity: str
    surface: str
    block: int
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named in a text, with its mentions in order. `name` is its entry in a names pack, if it has one."""

    id: str
    mentions: tuple[Mention, ...]
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words in a row: the numbers of the first and the last token, and the words without possessive.

    `opens` tells that a sentence begins with it, so that its first word may have its capital from there alone.
    """

    first: int
    last: int
    words: tuple[str, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Introduction:
    """An abbreviation and the full name that explains it; `is_bracketed` where one of them stands in brackets."""

    full: Span
    short: Span
    is_bracketed: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """How surely a sentence is attributed: `score` from 0 (nobody is named) to 1, and where source and cue stand."""

    sentence: int
    score: float
    source: Span | None = None
    cue: Span | None = None


class NumberKind(str, Enum):
    """What a number counts or measures."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    AGE = "age"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written, possible or not; `year` is 0 and `weekday` empty where none is given."""

    year: int
    month: int
    day: int
    weekday: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text with all that belongs to it: sign, magnitude, unit, month.

    `value` has its magnitude in it, and `step` is what its last digit that isn't a round nought stands for (100 in 1,200).
    `unit` is a sign of `copylint.analysis.units`, a currency's sign, or empty. `last` is the second figure of a range or a
    score. A time is in minutes. `figure` is the number alone, without sign and unit.
    """

    span: Span
    kind: NumberKind
    value: float
    figure: Span
    step: float = 1.0
    unit: str = ""
    last: float | None = None
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression comment, as a reader found it.

    `action` is `ignore` (this line), `ignore-next` (the next block), `off` and `on` (from here on), or `ignore-file`.
    No codes means all. `raw` is the comment's raw span; `problem` says what is wrong with a malformed one.
    """

    action: str
    raw: Span
    codes: tuple[str, ...] = ()
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader gives for one story.

    `raw` is the decoded file without its byte-order mark, `prose` what rules read. `blocks` are the parts that the format
    itself tells; empty where it tells none (plain text). `item` is the story's name in a file of several.

    `reserved` are the characters that mean something in the format: where there are any, a fix replaces only words that stand
    in the file as they do in the prose, and writes none of those. None: the file can't be mended.
    """

    path: str
    format: str
    raw: str
    prose: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...] = ()
    directives: tuple[Directive, ...] = ()
    language: str = "en"
    item: str = ""
    reserved: str | None = ""


@dataclass(frozen=True, slots=True)
class Name:
    """An entity as a names pack has it; the fields are the keys of `[[name]]`."""

    id: str
    type: str
    canonical: str
    allowed: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()
    compatible: tuple[str, ...] = ()
    needs_intro: bool = False
    agreement: str = ""
    style: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What analysis has to know, as packs supply it; all of it may be empty.

    `abbreviations` end in a stop that ends no sentence, and stand without it (`Dr`, `Lt`). `furniture` and `link_labels`
    are `re` patterns, case-insensitive, for a whole line: page furniture, and labels that open a list of links. `cues` are
    lower-case forms that report speech or a source, each with its class (`say`, `report`, `attitude`, `noun`, `phrase`).
    `confusions` are words in small letters, each with those that it may stand for and the contexts that tell so.
    `vocabulary` are words, in small letters, that the house uses and no word list has.
    """

    names: tuple[Name, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    furniture: tuple[str, ...] = ()
    link_labels: tuple[str, ...] = ()
    cues: Mapping[str, str] = field(default_factory=dict)
    confusions: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()


class Document(Protocol):
    """A text and all that is known of it. Each part is computed once, on first use, and shared by every rule."""

    @property
    def source(self) -> Source:
        """What the reader gave."""

    @property
    def knowledge(self) -> Knowledge:
        """What the packs supply."""

    @property
    def prose(self) -> str:
        """The text that rules read; all spans are spans of it."""

    @property
    def blocks(self) -> Sequence[Block]:
        """The parts of the article, in order, without overlaps."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences, in order; none crosses a block."""

    @property
    def tokens(self) -> Tokens:
        """The tokens, in flat arrays."""

    @property
    def word_count(self) -> int:
        """How many of the tokens are words or numbers; cheaper than the tokens are."""

    def words_in(self, span: Span) -> tuple[str, ...]:
        """The words and numbers that lie wholly inside a span; for a few sentences cheaper than all tokens are."""

    @property
    def bare_quotes(self) -> Sequence[Quote]:
        """The same quotations as `quotes`, before anybody has looked for their speakers: much cheaper."""

    @property
    def words(self) -> Words:
        """The tokens by what they are."""

    @property
    def quotes(self) -> Sequence[Quote]:
        """The quotations, in order; one inside another is not listed by itself."""

    @property
    def entities(self) -> Sequence[Entity]:
        """Who and what is named, by first mention."""

    @property
    def people(self) -> Sequence[Entity]:
        """Who is named in full, by first mention, with each mention by full name, surname or first name."""

    @property
    def name_runs(self) -> Sequence[NameRun]:
        """The runs of capitalised words, in order."""

    @property
    def introductions(self) -> Sequence[Introduction]:
        """The abbreviations that the text explains, in order."""

    @property
    def attributions(self) -> Sequence[Attribution]:
        """One for each sentence, in order."""

    @property
    def numbers(self) -> Sequence[Number]:
        """The numbers, in figures and in words, with what they count; in order, without overlaps."""

    def attributed(self, sentence: int) -> float:
        """The probability (0 to 1) that a sentence, by its index, says whose word it is or is part of what somebody says."""

    def block_at(self, offset: int) -> int:
        """The index of the block that holds an offset, or -1."""

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds an offset, or -1."""

    def is_quoted(self, span: Span) -> bool:
        """Whether a span touches a quotation."""

    def body(self, kinds: frozenset[BlockKind] = BODY) -> Iterator[Block]:
        """The blocks of the given kinds, in order."""
